import { aggregate } from "../../shared/aggregation.js";
import { momentsCombine } from "../../shared/statistics/moments.js";
import type { SampleSummary } from "../../shared/statistics/moments.js";
import { welchTest } from "../../shared/statistics/mean-test.js";
import { ratingComparison, requireRatings } from "./compare-ratings.js";
import type { RatingComparison, RatingComparisonOptions } from "./rating-comparison.js";

/** The ratings of two groups of customers, on the same scale, higher is better. */
export interface RecoveryParadoxRatings {
  /** Of customers whose failure was recovered. */
  readonly recovered: readonly number[];
  /** Of customers who had no failure in the same time. */
  readonly withoutFailure: readonly number[];
}

/** Recovered customers compared with those who had no failure. */
export interface RecoveryParadox extends RatingComparison {
  /** The recovered: how many, their mean and variance. */
  readonly recovered: SampleSummary;
  /** Those without a failure. */
  readonly withoutFailure: SampleSummary;
}

/**
 * Are recovered customers even more satisfied than those who never had a problem: the service recovery paradox?
 *
 * The difference is recovered minus without failure. `higher` shows the paradox, `lower` refutes it, `not-shown` is
 * neither: the interval contains 0. It compares, it does not prove a cause: those who complain, and those who answer,
 * differ from others. Even where it shows, a failure is no way to win customers: the unrecovered are not in it.
 *
 * @remarks The paradox: McCollough and Bharadwaj (1992, in Marketing Theory and Applications, AMA, p. 119). The
 * meta-analysis of de Matos, Henrique and Rossi (2007, Journal of Service Research 10:60) finds it for satisfaction,
 * not for repurchase, word of mouth or image: check each rating on its own. Welch's test (1947).
 * @param ratings - The ratings of both groups.
 * @param options - The confidence level, and from how many ratings on a sample is not small.
 * @returns Difference with interval, and a verdict; `too-few` when a group has fewer than two ratings.
 * @throws RangeError when a rating is not finite or an option not valid.
 * @example
 * ```ts
 * import { recoveryParadox } from "goodwill/service";
 *
 * const { verdict, reasons } = recoveryParadox({ recovered: [9, 8, 9, 10], withoutFailure: [8, 9, 7, 9, 8] });
 * verdict; // => "not-shown"
 * reasons.map(({ params }) => params["n"]); // => [4, 5]
 * ```
 */
export function recoveryParadox(
  ratings: RecoveryParadoxRatings,
  options: RatingComparisonOptions = {},
): RecoveryParadox {
  requireRatings("ratings of the recovered", ratings.recovered);
  requireRatings("ratings of those without a failure", ratings.withoutFailure);
  const recovered = aggregate(ratings.recovered, momentsCombine());
  const withoutFailure = aggregate(ratings.withoutFailure, momentsCombine());
  const comparison = ratingComparison(welchTest(withoutFailure, recovered, options), {
    sizes: { recovered: recovered.n, "without failure": withoutFailure.n },
    smallBelow: options.smallBelow,
  });
  return { recovered, withoutFailure, ...comparison };
}
