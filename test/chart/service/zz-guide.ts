/** The charts of service: the complaints of a music shop over a quarter, and its desk in March, drawn from a seed. */
import {
  causeParetoChart,
  complaintFlowChart,
  contactProfileChart,
  slaTimelineChart,
  staffingChart,
  type ChartClock,
  type ChartOptions,
  type ChartSpecification,
  type SlaTimelineRow,
} from "../../../src/chart/service/zz-all.js";
import { customerId } from "goodwill/customer";
import {
  causeShares,
  complaintFlow,
  contactProfile,
  planShifts,
  requiredAgentsByInterval,
  slaLedger,
  staffedIntervals,
  type Complaint,
  type ComplaintEvent,
  type ContactInterval,
  type SlaLedgerOptions,
} from "goodwill/service";
import {
  addMilliseconds,
  instant,
  plainDate,
  seededRandom,
  timeZone,
  wallTimeAt,
  type Instant,
} from "goodwill/shared";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const CLOCK: ChartClock = { zone: timeZone("Asia/Shanghai"), wallTimeAt };

/** Monday, 9 o'clock in Shanghai. */
const START = instant("2026-03-02T01:00:00Z");

const WEEKS = 12;

/** How likely a complaint has each cause; the rest is not known yet. */
const CAUSES = [
  { cause: "late delivery", upTo: 0.34 },
  { cause: "damaged in transit", upTo: 0.56 },
  { cause: "wrong instrument", upTo: 0.7 },
  { cause: "out of tune", upTo: 0.79 },
  { cause: "invoice", upTo: 0.85 },
  { cause: "repair took long", upTo: 0.89 },
  { cause: "tone of voice", upTo: 0.92 },
  { cause: "missing part", upTo: 0.94 },
] as const;

function after(start: Instant, milliseconds: number): Instant {
  return addMilliseconds(start, Math.round(milliseconds));
}

/** About twelve a week, twice as many after the campaign in the sixth week. */
function complaints(random: () => number): Complaint[] {
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: Math.round((week === 5 || week === 6 ? 22 : 9) + 6 * random()) }, () => {
      const at = after(START, 7 * DAY * week + 5 * DAY * random());
      const chance = random();
      const cause = CAUSES.find(({ upTo }) => chance < upTo)?.cause;
      return { at, ...(cause !== undefined && { cause }) };
    }),
  )
    .flat()
    .map((one, index): Complaint => ({
      ...{ id: `K-${String(index + 1)}`, customer: customerId(`C-${String(index + 1)}`) },
      ...{ receivedBy: "desk", channel: "phone", kind: "product", subject: "order" },
      ...{ severity: "medium", ...one },
    }));
}

/** What was done about one complaint: days pass between the steps, and some come back. */
function eventsOf(record: Complaint, random: () => number): ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  let at = record.at;
  const base = (days: number) => {
    at = after(at, days * DAY * (0.3 + 1.4 * random()));
    return { id: `${record.id}-${String(events.length)}`, complaint: record.id, at, by: "desk" };
  };
  const settle = (): void => {
    events.push({ ...base(3), kind: "investigate" });
    events.push({ ...base(9), kind: "answer", finding: "upheld", remedies: [] });
    events.push({ ...base(4), kind: "close", outcome: "accepted" });
  };
  events.push({ ...base(0), kind: "receive", record });
  events.push({ ...base(0.6), kind: "acknowledge" });
  events.push({ ...base(1.5), kind: "assess", severity: record.severity });
  settle();
  if (random() < 0.12) {
    events.push({ ...base(5), kind: "reopen", why: "not content" });
    settle();
  }
  return events;
}

/** Clocks of a few cases as they stood on a Wednesday. */
function clocks(): SlaTimelineRow[] {
  const asOf = instant("2026-03-04T05:00:00Z");
  const hours = [{ from: "09:00", until: "18:00" }];
  const calendar = {
    zone: CLOCK.zone,
    hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  };
  const waiting = [
    { start: instant("2026-03-03T02:00:00Z"), end: instant("2026-03-03T06:30:00Z") },
  ];
  const row = (
    name: string,
    { start, hours: target, ...options }: ClockOfGuide,
  ): SlaTimelineRow[] => {
    const minutes = 60 * target;
    const ledger = slaLedger(instant(start), { minutes }, { calendar, asOf, ...options });
    if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
    return [{ name, ledger: ledger.value }];
  };
  return [
    ...row("K-101 acknowledgement", {
      ...{ start: "2026-03-02T01:30:00Z", hours: 4, stop: instant("2026-03-02T03:10:00Z") },
    }),
    ...row("K-101 resolution", { start: "2026-03-02T01:30:00Z", hours: 16, pauses: waiting }),
    ...row("K-102 resolution", {
      ...{ start: "2026-03-02T06:00:00Z", hours: 9, stop: instant("2026-03-04T03:15:00Z") },
      pauses: waiting,
    }),
    ...row("K-103 update", {
      ...{ start: "2026-03-03T07:00:00Z", hours: 8 },
      pauses: [{ start: instant("2026-03-04T02:00:00Z") }],
    }),
    ...row("K-104 first response", { start: "2026-03-04T02:00:00Z", hours: 8 }),
  ];
}

type ClockOfGuide = Pick<SlaLedgerOptions, "stop" | "pauses"> & {
  readonly start: string;
  readonly hours: number;
};

/** Calls in half-hours from 9 to 18, most in the late morning, on so many days of the week. */
function calls(random: () => number, weeks: number): ContactInterval[] {
  return Array.from({ length: 7 * weeks }, (_, day) => day)
    .filter((day) => day % 7 < 6)
    .flatMap((day) =>
      Array.from({ length: day % 7 === 5 ? 8 : 18 }, (_, slot): ContactInterval => {
        const morning = Math.exp(-(((slot - 4) / 3) ** 2));
        const wave = morning + 0.7 * Math.exp(-(((slot - 12) / 3.5) ** 2));
        const mean = (6 + 34 * wave) * (1.15 - 0.07 * (day % 7));
        const contacts = Math.max(0, Math.round(mean + Math.sqrt(mean) * (random() - 0.5) * 3));
        return { start: after(START, day * DAY + (slot * HOUR) / 2), minutes: 30, contacts };
      }),
    );
}

/** Shifts were planned for the calls expected; on the day a quarter more came after noon. */
function staffedDay(random: () => number) {
  const expected = calls(random, 1).slice(0, 18);
  const needed = requiredAgentsByInterval(expected, { handleSeconds: 240 });
  const plan = planShifts(needed, {
    zone: CLOCK.zone,
    patterns: [
      { id: "half", minutes: 240, starts: ["09:00", "10:00", "13:30", "14:00"] },
      { id: "long", minutes: 360, starts: ["09:00", "10:00", "12:00"] },
    ],
  });
  const came = expected.map((one, slot) =>
    slot < 8 ? one : { ...one, contacts: Math.round(1.25 * one.contacts) },
  );
  return staffedIntervals(requiredAgentsByInterval(came, { handleSeconds: 240 }), plan.shifts);
}

/** The charts by file name. */
export function serviceCharts(options: ChartOptions): Record<string, ChartSpecification> {
  const random = seededRandom(20_260_302);
  const records = complaints(random);
  const events = records.flatMap((record) => eventsOf(record, random));
  const through = wallTimeAt(after(START, 7 * DAY * (WEEKS - 1)), CLOCK.zone).slice(0, 10);
  const flow = complaintFlow(events, {
    ...{ zone: CLOCK.zone, per: "week", through: plainDate(through) },
  });
  const counted = { zone: CLOCK.zone, intervalMinutes: 30 };
  return {
    "complaint-flow.svg": complaintFlowChart(flow, options),
    "complaint-causes.svg": causeParetoChart(causeShares(records), options),
    "sla-timeline.svg": slaTimelineChart(clocks(), { ...options, clock: CLOCK }),
    "contact-profile.svg": contactProfileChart(contactProfile(calls(random, 8), counted), options),
    "staffing.svg": staffingChart(staffedDay(random), { ...options, clock: CLOCK }),
  };
}
