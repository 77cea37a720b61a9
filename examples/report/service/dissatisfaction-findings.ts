import type { Purchase } from "goodwill/customer";
import {
  betterHandling,
  DEFAULT_SILENT_ASSUMPTIONS,
  hiddenDissatisfaction,
  recoveredSatisfaction,
  recoveryParadox,
  type BetterHandling,
  type HandledProblems,
  type HiddenDissatisfaction,
  type HiddenEstimate,
  type ProblemHandling,
  type RecoveredSatisfaction,
  type RecoveryParadox,
  type SilentAssumptions,
} from "goodwill/service";
import { plainDateAt, wilsonInterval, type Instant, type Money } from "goodwill/shared";
import { SHANGHAI } from "./calendar.js";
import type { CompanyComplaint } from "./company-complaints.js";
import type { ComplaintClock } from "./complaint-findings.js";

/** How satisfied a customer was when asked, 0 to 10. */
export interface GivenRating {
  readonly customer: string;
  readonly at: Instant;
  readonly score: number;
}

/** What is known beside the complaints. */
export interface DissatisfactionBase {
  readonly clocks: readonly ComplaintClock[];
  readonly purchases: readonly Purchase[];
  /** The ids of the purchases that were delivered late. */
  readonly late: ReadonlySet<string>;
  readonly ratings: readonly GivenRating[];
  /** The margin a customer is expected to bring. */
  readonly valuePerCustomer: Money;
}

/** What complaints do not show, and what comes of putting things right. */
export interface DissatisfactionFindings {
  /** Of the orders delivered late in the year, how many led to a complaint. */
  readonly lateOrders: { readonly count: number; readonly complained: number };
  /** How many customers bought in the year. */
  readonly buyers: number;
  /** By the figures of the literature, and by the firm's own share of silent customers. */
  readonly byLiterature: HiddenDissatisfaction;
  readonly byOwnShare: HiddenDissatisfaction;
  /** What it is worth to settle in time and to hear half of the silent ones, by the own share. */
  readonly better: Readonly<Record<"low" | "expected" | "high", BetterHandling>>;
  readonly valuePerCustomer: Money;
  readonly recovered: RecoveredSatisfaction;
  readonly paradox: RecoveryParadox;
}

const YEAR = "2025";
const HALF_YEAR = { from: "2025-07-01", until: "2026-01-01" } as const;

/** Estimates the silent ones of the year, and compares customers before and after their complaint was settled. */
export function dissatisfactionFindings(base: DissatisfactionBase): DissatisfactionFindings {
  const { clocks, purchases, late, valuePerCustomer } = base;
  const ofYear = purchases.filter(
    ({ at, returnOf }) => returnOf === undefined && dayOf(at).startsWith(YEAR),
  );
  const lateOrders = ofYear.filter(({ id }) => late.has(id));
  const named = new Set(clocks.map(({ complaint }) => complaint.record.reference));
  const complained = lateOrders.filter(({ id }) => named.has(id)).length;
  const options = { valuePerCustomer, customers: new Set(ofYear.map((one) => one.customer)).size };
  const own = clocks.filter(({ complaint }) => dayOf(complaint.record.at).startsWith(YEAR));
  const records = own.map(({ complaint }) => complaint.record);
  const count = lateOrders.length;
  const byOwnShare = hiddenDissatisfaction(records, ownAssumptions({ complained, count }), options);
  const betterAt = (estimate: HiddenEstimate): BetterHandling =>
    betterHandling(...handledBy(own, estimate.hidden), { valuePerCustomer });
  return {
    ...{ lateOrders: { count, complained }, buyers: options.customers, valuePerCustomer },
    byLiterature: hiddenDissatisfaction(records, DEFAULT_SILENT_ASSUMPTIONS, options),
    byOwnShare,
    better: {
      low: betterAt(byOwnShare.low),
      expected: betterAt(byOwnShare.expected),
      high: betterAt(byOwnShare.high),
    },
    ...satisfactionFindings(base),
  };
}

/** Whoever got an order late had a reason to complain: who did not kept silent. */
function ownAssumptions(late: {
  readonly complained: number;
  readonly count: number;
}): SilentAssumptions {
  const { lower, upper } = wilsonInterval({ count: late.complained, n: late.count });
  const expected = 1 - late.complained / late.count;
  return {
    ...DEFAULT_SILENT_ASSUMPTIONS,
    silentShare: { low: 1 - upper, expected, high: 1 - lower },
  };
}

/** The problems as they are handled, and as they could be: all settled in time, half of the silent ones heard. */
function handledBy(
  clocks: readonly ComplaintClock[],
  hidden: number,
): readonly [now: readonly HandledProblems[], then: readonly HandledProblems[]] {
  const both = (["minor", "major"] as const).map((severity) => {
    const own = clocks.filter(
      ({ complaint }) => (complaint.record.severity === "low") === (severity === "minor"),
    );
    const silent = (hidden * own.length) / clocks.length;
    const problems = (handling: ProblemHandling, customers: number): HandledProblems => ({
      ...{ severity, handling, customers },
    });
    const by = (handling: ProblemHandling): HandledProblems =>
      problems(handling, own.filter((one) => handlingOf(one) === handling).length);
    return {
      now: [problems("silent", silent), by("unresolved"), by("resolved"), by("resolved-quickly")],
      then: [
        problems("silent", silent / 2),
        problems("resolved", silent / 2),
        problems("resolved-quickly", own.length),
      ],
    };
  });
  return [both.flatMap(({ now }) => now), both.flatMap(({ then }) => then)];
}

function handlingOf({ complaint: { events }, clock }: ComplaintClock): ProblemHandling {
  if (events.at(-1)?.kind !== "close") return "unresolved";
  return clock.state === "met" ? "resolved-quickly" : "resolved";
}

function satisfactionFindings({
  clocks,
  purchases,
  late,
  ratings,
}: DissatisfactionBase): Pick<DissatisfactionFindings, "recovered" | "paradox"> {
  const complaints = clocks.map(({ complaint }) => complaint);
  const settled = complaints.flatMap(({ record, events }) => {
    const last = events.at(-1)!;
    return last.kind === "close" ? [{ record, settledAt: last.at }] : [];
  });
  const ofHalfYear = ratings.filter(({ at }) => isOfHalfYear(at));
  const isSettled = (one: GivenRating): boolean =>
    settled.some(
      ({ record, settledAt }) =>
        record.customer === one.customer && isOfHalfYear(settledAt) && settledAt < one.at,
    );
  const troubled = new Set<string>([
    ...complaints.filter(({ record }) => isOfHalfYear(record.at)).map(customerOf),
    ...purchases
      .filter(({ id, at }) => late.has(id) && isOfHalfYear(at))
      .map(({ customer }) => customer),
  ]);
  return {
    recovered: recoveredSatisfaction(
      settled.map(({ record, settledAt }) => {
        const own = ratings.filter(({ customer }) => customer === record.customer);
        const before = own.findLast(({ at }) => at < record.at)?.score;
        const after = own.find(({ at }) => at > settledAt)?.score;
        return {
          ...(before !== undefined && { before }),
          ...(after !== undefined && { after }),
        };
      }),
    ),
    paradox: recoveryParadox({
      recovered: ofHalfYear.filter(isSettled).map(({ score }) => score),
      withoutFailure: ofHalfYear
        .filter(({ customer }) => !troubled.has(customer))
        .map(({ score }) => score),
    }),
  };
}

function customerOf({ record }: CompanyComplaint): string {
  return record.customer;
}

function isOfHalfYear(at: Instant): boolean {
  const day = dayOf(at);
  return day >= HALF_YEAR.from && day < HALF_YEAR.until;
}

function dayOf(at: Instant): string {
  return plainDateAt(at, SHANGHAI);
}
