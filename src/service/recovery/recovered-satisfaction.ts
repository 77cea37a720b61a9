import { pairedTest } from "../../shared/statistics/mean-test.js";
import { ratingComparison, requireRatings } from "./compare-ratings.js";
import type { RatingComparison, RatingComparisonOptions } from "./rating-comparison.js";

/** How satisfied one customer was before a failure and after its recovery, on the same scale. */
export interface RecoveredRating {
  /** Before the failure; absent when not known. */
  readonly before?: number;
  /** After the recovery; absent when not known. */
  readonly after?: number;
}

/** How satisfied recovered customers are, compared with before. */
export interface RecoveredSatisfaction extends RatingComparison {
  /** Customers with both ratings: those compared. */
  readonly n: number;
  /** Customers with one rating or none, who are left out. */
  readonly incomplete: number;
  /** Mean before the failure, of those compared; absent when nobody is. */
  readonly before?: number;
  /** Mean after the recovery, of those compared; absent when nobody is. */
  readonly after?: number;
}

/**
 * Are recovered customers as satisfied as they were before the failure?
 *
 * Each customer is compared with themselves. The difference is after minus before; it counts as shown where its
 * interval leaves out 0. Who lacks a rating is left out and counted.
 *
 * @remarks SRV-5. Student's paired test. Ratings of few steps are far from normal: below 30 pairs, take it as a hint.
 * @param ratings - The ratings, one entry a customer, higher is better.
 * @param options - The confidence level, and from how many pairs on a sample is not small.
 * @returns Means, difference with interval, and a verdict; `too-few` for fewer than two pairs.
 * @throws RangeError when a rating is not finite or an option not valid.
 * @example
 * ```ts
 * import { recoveredSatisfaction } from "goodwill/service";
 *
 * const ratings = [[8, 9], [7, 9], [9, 9], [6, 8], [8, 9]].map(([before = 0, after = 0]) => ({ before, after }));
 * const { difference, verdict, reasons } = recoveredSatisfaction(ratings);
 * [difference?.toFixed(1), verdict, reasons[0]?.code]; // => ["1.2", "higher", "recovery-few-ratings"]
 * ```
 */
export function recoveredSatisfaction(
  ratings: readonly RecoveredRating[],
  options: RatingComparisonOptions = {},
): RecoveredSatisfaction {
  const pairs = ratings.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [[before, after] as const],
  );
  const before = pairs.map(([first]) => first);
  const after = pairs.map(([, second]) => second);
  requireRatings("ratings before", before);
  requireRatings("ratings after", after);
  const n = pairs.length;
  const comparison = ratingComparison(pairedTest(pairs, options), {
    sizes: { pairs: n },
    smallBelow: options.smallBelow,
  });
  return {
    n,
    incomplete: ratings.length - n,
    ...(n > 0 && { before: meanOf(before), after: meanOf(after) }),
    ...comparison,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
