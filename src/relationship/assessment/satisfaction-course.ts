import type { SatisfactionSignal } from "../../customer/life-cycle/facts.js";
import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";

/** From when on signals of satisfaction rise or fall. */
export interface SatisfactionTrendPolicy {
  /** How many days back signals count towards the trend, a whole number of at least 1. */
  readonly withinDays: number;
  /** How many signals it takes to tell a trend, at least 2. */
  readonly minimumSignals: number;
  /** At most how many of the latest signals count, at least `minimumSignals`. */
  readonly latestSignals: number;
  /** From which surplus of rising over falling pairs on, as a share of all pairs, above 0 to 1. */
  readonly minimumShare: number;
}

/**
 * Three to twelve signals of a year; a trend when rising pairs outweigh falling ones by half of all, or the reverse.
 *
 * @remarks Three is the fewest of which a single odd one does not decide alone. The year, the twelve and the half have
 * no source: put in the firm's own.
 */
export const DEFAULT_SATISFACTION_TREND_POLICY: SatisfactionTrendPolicy = {
  withinDays: 365,
  minimumSignals: 3,
  latestSignals: 12,
  minimumShare: 0.5,
};

/** Whether satisfaction rises, falls, or neither. */
export type SatisfactionTrend = "rising" | "steady" | "falling";

/** How satisfied a customer is, and where it goes. */
export interface SatisfactionCourse {
  /** The state by the last signal; of two at one moment the worse. */
  readonly state: SatisfactionSignal["state"];
  /** When that was. */
  readonly at: Instant;
  /** The id of that signal. */
  readonly signal: string;
  /** Where it goes; absent with too few signals to tell. */
  readonly trend?: SatisfactionTrend;
  /** How many signals count towards the trend. */
  readonly trendSignals: number;
  /** Why. */
  readonly reasons: readonly Reason[];
}

/** Up to when, in whose days and by which rules. */
export interface SatisfactionCourseOptions {
  /** The moment; later signals do not count. */
  readonly asOf: Instant;
  /** The zone whose days are counted. */
  readonly zone: TimeZone;
  /** The rules of the trend; {@link DEFAULT_SATISFACTION_TREND_POLICY} when absent. */
  readonly policy?: SatisfactionTrendPolicy;
}

/**
 * How satisfied is this customer, and does that rise or fall (EXP-7)?
 *
 * The state is that of the last signal. For the trend every two signals at different moments are compared, by score
 * where both have one, else by state; rising pairs less falling ones, as a share of all pairs, is the surplus. It rises
 * or falls where the surplus reaches the policy's share, included; otherwise it is steady. Signals of the policy's days
 * count, the day that many days ago included, and of those the latest only.
 *
 * @remarks The surplus is the statistic of Mann (1945, Econometrica 13:245) over its range; it needs no scale and one
 * odd signal does not move it far.
 * @param signals - The signals of one customer, in any order.
 * @param options - The moment, the zone and the policy.
 * @returns State and trend with reasons; `undefined` without a signal by then.
 * @throws RangeError when the moment is no instant or a number of the policy is out of its range.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { satisfactionCourse } from "goodwill/relationship";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const states = ["delighted", "satisfied", "dissatisfied"] as const;
 * const signals = states.map((state, i) => {
 *   return { id: `S-${i}`, customer: customerId("C-17"), at: instant(`2026-0${i + 1}-10T09:00:00Z`), state };
 * });
 * const course = satisfactionCourse(signals, { asOf: instant("2026-04-01T00:00:00Z"), zone: timeZone("UTC") });
 * [course?.state, course?.trend]; // => ["dissatisfied", "falling"]
 * ```
 */
export function satisfactionCourse(
  signals: readonly SatisfactionSignal[],
  options: SatisfactionCourseOptions,
): SatisfactionCourse | undefined {
  const { asOf, zone, policy = DEFAULT_SATISFACTION_TREND_POLICY } = options;
  requireInstant("follow satisfaction", { asOf });
  requireTrendPolicy(policy);
  const known = signals.filter(({ at }) => at <= asOf).toSorted(byTime);
  const last = known.at(-1);
  if (last === undefined) return undefined;
  const from = addDays(plainDateAt(asOf, zone), -policy.withinDays);
  const fresh = known
    .filter(({ at }) => plainDateAt(at, zone) >= from)
    .slice(-policy.latestSignals);
  const surplus = surplusOf(fresh);
  const { id, at, state } = last;
  const reasons: Reason[] = [
    {
      code: "assessment-satisfaction",
      params: { state, signal: id, date: plainDateAt(at, zone) },
    },
  ];
  const found = { state, at, signal: id, trendSignals: fresh.length };
  if (fresh.length < policy.minimumSignals || surplus === undefined) {
    const params = { signals: fresh.length, atLeast: policy.minimumSignals };
    return { ...found, reasons: [...reasons, { code: "assessment-trend-unknown", params }] };
  }
  const trend = trendOf(surplus, policy.minimumShare);
  const params = { signals: fresh.length, surplus };
  return {
    ...found,
    trend,
    reasons: [...reasons, { code: `assessment-satisfaction-${trend}`, params }],
  };
}

const STATES: readonly SatisfactionSignal["state"][] = ["dissatisfied", "satisfied", "delighted"];

/** The worse of two at one moment goes last, so that it decides. */
function byTime(a: SatisfactionSignal, b: SatisfactionSignal): number {
  return (
    compareText(a.at, b.at) ||
    STATES.indexOf(b.state) - STATES.indexOf(a.state) ||
    compareText(a.id, b.id)
  );
}

/** Rising pairs less falling ones as a share of all pairs at different moments; absent without a pair. */
function surplusOf(ordered: readonly SatisfactionSignal[]): number | undefined {
  let sum = 0;
  let pairs = 0;
  for (const [index, later] of ordered.entries()) {
    for (const earlier of ordered.slice(0, index)) {
      if (earlier.at === later.at) continue;
      pairs += 1;
      sum += Math.sign(rise(earlier, later));
    }
  }
  return pairs === 0 ? undefined : sum / pairs;
}

function rise(earlier: SatisfactionSignal, later: SatisfactionSignal): number {
  return earlier.score !== undefined && later.score !== undefined
    ? later.score - earlier.score
    : STATES.indexOf(later.state) - STATES.indexOf(earlier.state);
}

function trendOf(surplus: number, minimumShare: number): SatisfactionTrend {
  if (surplus >= minimumShare) return "rising";
  return surplus <= -minimumShare ? "falling" : "steady";
}

function requireTrendPolicy(policy: SatisfactionTrendPolicy): void {
  const { withinDays, minimumSignals, latestSignals, minimumShare } = policy;
  requireAtLeast("withinDays", withinDays, 1);
  requireAtLeast("minimumSignals", minimumSignals, 2);
  requireAtLeast("latestSignals", latestSignals, minimumSignals);
  if (minimumShare > 0 && minimumShare <= 1) return;
  throw new RangeError(
    `Cannot follow satisfaction: minimumShare must lie above 0 and at most at 1, got ${String(minimumShare)}`,
  );
}

function requireAtLeast(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `Cannot follow satisfaction: ${name} must be a whole number of at least ${String(least)}, got ${String(value)}`,
  );
}
