import type { Reason } from "../../shared/reason.js";
import type { MeanTest } from "../../shared/statistics/mean-test.js";
import type { RatingComparison, RatingVerdict } from "./rating-comparison.js";

/** From how many ratings on a sample is not called small, by custom. @internal */
export const SMALL_BELOW = 30;

/** Puts a test into words: the verdict, and what is to be said about the sizes. @internal */
export function ratingComparison(
  test: MeanTest | undefined,
  {
    sizes,
    smallBelow = SMALL_BELOW,
  }: {
    readonly sizes: Readonly<Record<string, number>>;
    readonly smallBelow: number | undefined;
  },
): RatingComparison {
  if (!(smallBelow >= 0)) {
    throw new RangeError(
      `Cannot compare ratings: smallBelow must be a number of at least 0, got ${String(smallBelow)}`,
    );
  }
  const reasons: Reason[] = Object.entries(sizes)
    .filter(([, n]) => n < smallBelow)
    .map(([group, n]) => ({ code: "recovery-few-ratings", params: { group, n, smallBelow } }));
  if (test === undefined) return { verdict: "too-few", reasons };
  const { estimate: difference, interval, p } = test;
  if (interval === undefined || p === undefined) {
    reasons.push({ code: "recovery-no-spread", params: { difference } });
    return { difference, verdict: "not-shown", reasons };
  }
  const verdict: RatingVerdict =
    interval.lower > 0 ? "higher" : interval.upper < 0 ? "lower" : "not-shown";
  return { difference, interval, p, verdict, reasons };
}

/** Throws unless all ratings are finite. @internal */
export function requireRatings(name: string, ratings: readonly number[]): void {
  const bad = ratings.findIndex((rating) => !Number.isFinite(rating));
  if (bad === -1) return;
  throw new RangeError(
    `Cannot compare ratings: ${name} must be finite numbers, got ${String(ratings[bad])} at index ${String(bad)}`,
  );
}
