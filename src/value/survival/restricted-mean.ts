import type { Interval } from "../../shared/statistics/interval.js";
import { normalQuantile } from "../../shared/statistics/normal.js";
import type { SurvivalCurve } from "./survival-curve.js";

/** Until when the time is counted. */
export interface RestrictedMeanOptions {
  /** The end, above 0, in the unit of the curve. */
  readonly until: number;
}

/** How long customers stay on average within a limit. */
export interface RestrictedMean {
  /** Mean time that a customer is there from 0 to the limit: the area under the curve. */
  readonly mean: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Its interval, from the normal distribution, at the level of the curve. */
  readonly interval: Interval;
  /** The limit. */
  readonly until: number;
  /** Length of the stretch before the limit in which nobody was seen any more; the last share is taken to last on. */
  readonly unobserved: number;
}

/**
 * How long does a customer stay on average, counted up to a limit?
 *
 * The mean without a limit is not known as long as some have not left; this one is, and may be compared between groups
 * at the same limit.
 *
 * @remarks Irwin (1949); standard error as the package survival of R prints it: areas to the right of each time,
 * squared, times the Greenwood term.
 * @param curve - The survival curve; of at least one row.
 * @param options - The limit.
 * @returns The mean with its standard error and interval.
 * @throws RangeError when the limit is not a number above 0 or the curve has no points.
 * @example
 * ```ts
 * import { restrictedMean, survivalCurve } from "goodwill/value";
 *
 * const curve = survivalCurve([3, 5, 9, 12].map((time) => ({ time, event: time < 12 })));
 * restrictedMean(curve, { until: 10 }).mean; // => 6.75
 * ```
 */
export function restrictedMean(
  { points, level }: SurvivalCurve,
  { until }: RestrictedMeanOptions,
): RestrictedMean {
  if (!(until > 0 && until < Infinity)) {
    throw new RangeError(
      `Cannot average survival: the limit must be a number above 0, got ${String(until)}`,
    );
  }
  const last = points.at(-1);
  if (last === undefined) {
    throw new RangeError("Cannot average survival: it needs at least one row, got none");
  }
  const within = points.filter(({ time }) => time <= until);
  let end = until;
  let area = 0;
  let variance = 0;
  // From the limit backwards, so that the area to the right of each time is at hand.
  for (const { time, survival, atRisk, events } of within.toReversed()) {
    area += survival * (end - time);
    end = time;
    if (events < atRisk) variance += (area * area * events) / (atRisk * (atRisk - events));
  }
  const mean = area + end;
  const standardError = Math.sqrt(variance);
  const half = normalQuantile(0.5 + 0.5 * level) * standardError;
  return {
    mean,
    standardError,
    interval: { lower: mean - half, upper: mean + half, level },
    until,
    unobserved: last.survival > 0 ? Math.max(0, until - last.time) : 0,
  };
}
