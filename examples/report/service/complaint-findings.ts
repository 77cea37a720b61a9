import {
  causeShares,
  complaintFlow,
  escalationsDue,
  ledgerOfClock,
  measureComplaints,
  nextBreach,
  prepareServiceCalendar,
  serviceCaseOfComplaint,
  serviceClocks,
  type CauseShare,
  type ComplaintFlowPeriod,
  type ComplaintMeasures,
  type EscalationPlan,
  type NextBreach,
  type ServiceClock,
  type SlaLedger,
} from "goodwill/service";
import {
  plainDate,
  plainDateAt,
  type CalendarUnknown,
  type Instant,
  type Result,
} from "goodwill/shared";
import { DESK, SHANGHAI, WORKDAY_MINUTES } from "./calendar.js";
import type { CompanyComplaint } from "./company-complaints.js";
import { ESCALATIONS, PROMISE, PROMISED_DAYS } from "./policy.js";

/** How the complaints received in one stretch of time were handled. */
export interface MeasuredStretch {
  readonly name: string;
  readonly measures: ComplaintMeasures;
}

/** A clock of the promise, the complaint it runs for, and where its time went. */
export interface ComplaintClock {
  readonly complaint: CompanyComplaint;
  readonly clock: ServiceClock;
  readonly ledger: SlaLedger;
}

/** The complaints: how many, why, how fast they are settled, and what is open. */
export interface ComplaintFindings {
  readonly stretches: readonly MeasuredStretch[];
  /** Complaints by kind in each of the same stretches. */
  readonly kinds: readonly (readonly CauseShare[])[];
  readonly flow: readonly ComplaintFlowPeriod[];
  /** The same by quarter. */
  readonly quarters: readonly ComplaintFlowPeriod[];
  /** Causes of the last stretch. */
  readonly causes: readonly CauseShare[];
  /** The clock of every complaint. */
  readonly clocks: readonly ComplaintClock[];
  /** The complaint of the last stretch that took longest of those settled. */
  readonly slowest: ComplaintClock | undefined;
  readonly open: readonly ComplaintClock[];
  readonly escalations: EscalationPlan;
  readonly next: NextBreach | undefined;
}

/** The stretches compared, with their first days and the day after. */
const STRETCHES = [
  { name: "2024", from: "2024-01-01", until: "2025-01-01" },
  { name: "2025Q1 to Q3", from: "2025-01-01", until: "2025-10-01" },
  { name: "2025Q4", from: "2025-10-01", until: "2026-01-01" },
] as const;

/** The years whose flow is counted. */
const YEARS = {
  zone: SHANGHAI,
  from: plainDate("2024-01-01"),
  through: plainDate("2025-12-31"),
} as const;

/** Counts, measures and times the complaints as they stood at a moment. */
export function complaintFindings(
  complaints: readonly CompanyComplaint[],
  { asOf }: { readonly asOf: Instant },
): ComplaintFindings {
  const calendars = { desk: prepareServiceCalendar(DESK) };
  const calendar = calendars.desk;
  const stretches = STRETCHES.map(({ name, from, until }) => {
    const own = complaints.filter(({ record }) => {
      const day = plainDateAt(record.at, SHANGHAI);
      return day >= from && day < until;
    });
    const measures = measureComplaints(
      own.flatMap(({ events }) => events),
      {
        asOf,
        deadlines: { closeMinutes: PROMISED_DAYS * WORKDAY_MINUTES },
        minutesBetween: (start, end) => known(calendar.timeBetween(start, end)).minutes,
      },
    );
    return { name, own, measures };
  });
  const last = stretches.at(-1)!.own;
  const events = complaints.flatMap((one) => one.events);
  const clocks = complaints.map((complaint): ComplaintClock => {
    const [clock] = known(
      serviceClocks(serviceCaseOfComplaint(complaint.events)!, {
        ...{ policy: PROMISE, calendars, asOf },
      }),
    );
    return { complaint, clock: clock!, ledger: known(ledgerOfClock(clock!, { calendars, asOf })) };
  });
  const open = clocks.filter(({ clock }) => clock.stop === undefined);
  const running = open.map(({ clock }) => clock);
  return {
    stretches: stretches.map(({ name, measures }) => ({ name, measures })),
    kinds: stretches.map(({ own }) =>
      causeShares(
        own.map(({ record }) => record),
        { by: "kind" },
      ),
    ),
    flow: complaintFlow(events, { ...YEARS, per: "month" }),
    quarters: complaintFlow(events, { ...YEARS, per: "quarter" }),
    causes: causeShares(last.map(({ record }) => record)),
    clocks,
    slowest: clocks
      .filter(({ complaint }) => last.includes(complaint))
      .filter(({ complaint: { events } }) => events.at(-1)?.kind === "close")
      .toSorted((a, b) => b.ledger.countedMilliseconds - a.ledger.countedMilliseconds)[0],
    open,
    escalations: escalationsDue(running, { rules: ESCALATIONS, calendars, asOf }),
    next: nextBreach(running, { asOf }),
  };
}

/** The calendar knows every day of the log; one it does not know would be a defect of the example. */
function known<Value>(result: Result<Value, CalendarUnknown>): Value {
  if (!result.ok) throw new Error(`day not known: ${JSON.stringify(result.error)}`);
  return result.value;
}
