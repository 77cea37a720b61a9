import type { Reason } from "../../shared/reason.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";

/** What a comparison of ratings shows, in one word. */
export type RatingVerdict = "higher" | "lower" | "not-shown" | "too-few";

/** How sure a comparison shall be, and from how many ratings on it counts as more than a hint. */
export interface RatingComparisonOptions extends LevelOptions {
  /** Below so many ratings a sample is called small; 30 when absent. */
  readonly smallBelow?: number;
}

/** A difference of mean ratings, how sure it is, and what it shows. */
export interface RatingComparison {
  /** The difference of the means, in points of the scale; absent for too few ratings. */
  readonly difference?: number;
  /** Its interval; absent for too few ratings, or where all are the same. */
  readonly interval?: Interval;
  /** Two-sided p-value that there is no difference; absent as the interval. */
  readonly p?: number;
  /** Higher or lower when the interval leaves out 0; otherwise not shown, or too few to say. */
  readonly verdict: RatingVerdict;
  /** What to bear in mind: small samples, no spread. */
  readonly reasons: readonly Reason[];
}
