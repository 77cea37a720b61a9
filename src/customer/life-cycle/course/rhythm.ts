import type { Reason } from "../../../shared/reason.js";
import { quantile } from "../../../shared/statistics/quantile.js";
import type { Course } from "./course.js";
import type { LapsePolicy } from "../policy.js";
import { dateOf, isBeyond } from "./reading.js";
import type { Reading } from "./reading.js";

/** After how many days without a purchase a buyer counts as lapsed and as lost. */
export interface BuyingRhythm {
  /** The customer's usual interval; absent where there are too few purchases. */
  readonly usualIntervalDays?: number;
  readonly lapseDays: number;
  readonly lostDays: number;
}

/** Room for the rounding of a product such as 1.15 x 20. */
const ROUNDING = 1e-9;

/** The limits of a buyer, after the own rhythm where it is known. */
export function buyingRhythm({ buying }: Course, policy: LapsePolicy): BuyingRhythm {
  const isKnown = buying.intervals.length >= policy.minimumIntervals;
  const usualIntervalDays = isKnown ? quantile(buying.intervals, 0.5) : undefined;
  const limit =
    usualIntervalDays === undefined
      ? policy.fallbackDays
      : Math.max(policy.floorDays, policy.intervalFactor * usualIntervalDays);
  const lapseDays = Math.floor(limit + ROUNDING);
  const lostDays = Math.floor(policy.lostFactor * limit + ROUNDING);
  return { ...(usualIntervalDays !== undefined && { usualIntervalDays }), lapseDays, lostDays };
}

/** Whether a buyer has stopped buying at the moment of reading, and why it is said. */
export function buyingSilence(
  course: Course,
  reading: Reading,
): { readonly state: "lapsed" | "lost"; readonly reasons: readonly Reason[] } | undefined {
  const { last } = course.buying;
  if (last === undefined) return undefined;
  const policy = reading.policy.lapse;
  const { usualIntervalDays, lapseDays, lostDays } = buyingRhythm(course, policy);
  if (!isBeyond(last.day, lapseDays, reading)) return undefined;
  const params = {
    purchase: last.id,
    date: dateOf(last.day),
    days: reading.day - last.day,
    lapseDays,
  };
  const lapsed: Reason =
    usualIntervalDays === undefined
      ? { code: "lapsed-by-policy", params }
      : {
          code: "lapsed-by-own-rhythm",
          params: { ...params, usualIntervalDays, factor: policy.intervalFactor },
        };
  if (!isBeyond(last.day, lostDays, reading)) return { state: "lapsed", reasons: [lapsed] };
  const { purchase, date, days } = params;
  return {
    state: "lost",
    reasons: [lapsed, { code: "lost-by-silence", params: { purchase, date, days, lostDays } }],
  };
}
