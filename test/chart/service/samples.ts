import { addDays, instant, plainDate, seededRandom, timeZone, wallTimeAt } from "goodwill/shared";
import { addMilliseconds, type Instant } from "goodwill/shared";
import type { ClockChartOptions } from "../../../src/chart/service/chart-clock.js";
import type { SlaTimelineRow } from "../../../src/chart/service/sla-timeline-row.js";
import type { CauseShare } from "../../../src/service/complaint/cause-share.js";
import type { ComplaintFlowPeriod } from "../../../src/service/complaint/complaint-flow.js";
import { COMPLAINT_PHASES } from "../../../src/service/complaint/complaint-state.js";
import { slaLedger } from "../../../src/service/deadline/sla-ledger.js";
import type { ContactProfile } from "../../../src/service/forecast/usual-week-profile.js";
import type { StaffedInterval } from "../../../src/service/roster/staffed-interval.js";

const MONDAY = plainDate("2026-03-02");

const MINUTE = 60_000;

/** The clock of the desk. */
export const SHANGHAI: NonNullable<ClockChartOptions["clock"]> = {
  ...{ zone: timeZone("Asia/Shanghai"), wallTimeAt },
};

/** So many weeks in which up to so many complaints come a week, and those of the week before are worked on. */
export function flowOf(weeks: number, most: number): ComplaintFlowPeriod[] {
  const random = seededRandom(11);
  const stock = COMPLAINT_PHASES.map(() => 0);
  return Array.from({ length: weeks }, (_, week) => {
    const opening = [...stock];
    const entered = COMPLAINT_PHASES.map(() => 0);
    const left = COMPLAINT_PHASES.map(() => 0);
    const move = (from: number | undefined, to: number, count: number): void => {
      entered[to]! += count;
      stock[to]! += count;
      if (from === undefined) return;
      left[from]! += count;
      stock[from]! -= count;
    };
    for (const from of [6, 4, 3, 2, 1, 0]) {
      const to = from === 4 || from === 6 ? 5 : from + 1;
      move(from, to, Math.floor(stock[from]! * (0.35 + 0.5 * random())));
    }
    if (stock[5]! > 3) move(5, 6, 1);
    move(undefined, 0, Math.floor((most + 1) * random()));
    if (stock[0]! > 0) move(0, 8, 1);
    const start = addDays(MONDAY, 7 * week);
    const phases = COMPLAINT_PHASES.map((phase, place) => ({
      ...{ phase, opening: opening[place]!, entered: entered[place]!, left: left[place]! },
      closing: stock[place]!,
    }));
    const open = stock.reduce((sum, count, place) =>
      [5, 7, 8].includes(place) ? sum : sum + count,
    );
    return { start, end: addDays(start, 7), phases, received: entered[0]!, open };
  });
}

/** Shares of these counts, those of `unknown` last. */
export function causesOf(counts: Readonly<Record<string, number>>): CauseShare[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  let before = 0;
  return Object.entries(counts).map(([cause, count]) => {
    before += count;
    return { cause, count, share: count / all, cumulativeShare: before / all };
  });
}

export const CAUSES = causesOf({
  ...{ late_delivery: 84, damaged_in_transit: 61, wrong_item: 40, "seal leaks": 21, invoice: 12 },
  ...{ "no answer": 9, label: 4, "tone of voice": 2, unknown: 17 },
});

const DESK = {
  zone: SHANGHAI.zone,
  hours: Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [day, [{ from: "09:00", until: "18:00" }]]),
  ),
};

interface ClockSample {
  readonly name: string;
  readonly start: string;
  readonly minutes: number;
  readonly stop?: string;
  readonly asOf?: string;
  readonly pauses?: readonly { readonly start: Instant; readonly end?: Instant }[];
}

function clockOf({ name, start, minutes, stop, asOf, pauses }: ClockSample): SlaTimelineRow {
  const ledger = slaLedger(
    instant(start),
    { minutes },
    {
      calendar: DESK,
      ...(stop !== undefined && { stop: instant(stop) }),
      ...(asOf !== undefined && { asOf: instant(asOf) }),
      ...(pauses !== undefined && { pauses }),
    },
  );
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
  return { name, ledger: ledger.value };
}

const AS_OF = "2026-03-04T05:00:00Z";

const MISSING = { start: instant("2026-03-03T02:00:00Z"), end: instant("2026-03-03T06:30:00Z") };

/** Clocks of a few cases as they stood on a Wednesday: met, late, paused for good, running. */
export const CLOCKS: readonly SlaTimelineRow[] = [
  clockOf({
    ...{ name: "K-101 acknowledgement", start: "2026-03-02T01:30:00Z", minutes: 240 },
    stop: "2026-03-02T03:10:00Z",
  }),
  clockOf({
    ...{ name: "K-101 resolution", start: "2026-03-02T01:30:00Z", minutes: 960, asOf: AS_OF },
    pauses: [MISSING],
  }),
  clockOf({
    ...{ name: "K-102 resolution", start: "2026-03-02T06:00:00Z", minutes: 540 },
    ...{ stop: "2026-03-04T03:15:00Z", pauses: [MISSING] },
  }),
  clockOf({
    ...{ name: "K-103 update", start: "2026-03-03T07:00:00Z", minutes: 480, asOf: AS_OF },
    pauses: [{ start: instant("2026-03-04T02:00:00Z") }],
  }),
  clockOf({ name: "K-104 first response", start: AS_OF, minutes: 480, asOf: AS_OF }),
];

/** So many clocks of an hour, each stopped after some more minutes than the one before. */
export function clocksOf(count: number): SlaTimelineRow[] {
  return Array.from({ length: count }, (_, index) =>
    clockOf({
      ...{ name: `K-${String(index)}`, start: "2026-03-02T02:00:00Z", minutes: 60 },
      stop: addMilliseconds(instant("2026-03-02T02:00:00Z"), (10 + 3 * index) * MINUTE),
    }),
  );
}

/** So many intervals from a Monday at 8 in Shanghai, the work of a day from 8 to 20. */
export function staffedOf(count: number, minutes: number): StaffedInterval[] {
  const random = seededRandom(7);
  const start = instant("2026-03-02T00:00:00Z");
  return Array.from({ length: count }, (_, index) => {
    const hour = (8 + (index * minutes) / 60) % 24;
    const isOpen = hour >= 8 && hour < 20;
    const wave =
      Math.exp(-(((hour - 10.5) / 2) ** 2)) + 0.8 * Math.exp(-(((hour - 15.5) / 2) ** 2));
    const required = isOpen ? Math.round(2 + 10 * wave + random()) : 0;
    const scheduled = isOpen
      ? hour < 9
        ? 3
        : hour < 12
          ? 11
          : hour < 13
            ? 6
            : hour < 18
              ? 10
              : 4
      : 0;
    return {
      ...{ start: addMilliseconds(start, index * minutes * MINUTE), minutes, required, scheduled },
      ...{ over: Math.max(0, scheduled - required), under: Math.max(0, required - scheduled) },
    };
  });
}

/** A week of these intervals from 8 to 20, on Saturdays until 13, on Sundays closed. */
export function profileOf(intervalMinutes: number, most: number): ContactProfile {
  const random = seededRandom(3);
  const cells = ([1, 2, 3, 4, 5, 6] as const).flatMap((weekday) =>
    Array.from({ length: (weekday === 6 ? 300 : 720) / intervalMinutes }, (_, index) => {
      const minute = 480 + index * intervalMinutes;
      const wave =
        Math.exp(-(((minute - 630) / 110) ** 2)) + 0.7 * Math.exp(-(((minute - 930) / 120) ** 2));
      const digits = (value: number): string => String(Math.floor(value)).padStart(2, "0");
      return {
        ...{ weekday, time: `${digits(minute / 60)}:${digits(minute % 60)}`, days: 12 },
        contacts: most * wave * (1.1 - 0.08 * weekday) * (0.9 + 0.2 * random()),
      };
    }),
  );
  return { intervalMinutes, cells };
}
