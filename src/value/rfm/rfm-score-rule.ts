/** One of the three measures. */
export type RfmMeasure = "recency" | "frequency" | "monetary";

/** Where one score ends and the next begins, in the measure's unit, ascending: one cut fewer than there are scores. */
export type RfmCuts = Readonly<Record<RfmMeasure, readonly number[]>>;

/**
 * To which side of a cut a value belongs that lies on it.
 *
 * - `below`: to the smaller values. The cut is the largest value of its bin, as in pandas `qcut` and R's `cut`.
 * - `above`: to the larger values. The cut is the smallest value of the next bin.
 * - `plus-one`: as `above`, with one unit added to every quantile, as the R package rfm does. On whole numbers it is
 *   `below`, except that a quantile between two whole numbers takes in the upper one as well.
 */
export type CutSide = "below" | "above" | "plus-one";

/** How the three measures become scores. */
export interface RfmScoreRule {
  /**
   * - `quantile`: cuts at equal shares of the customers (type 7), so that scores are about equally filled.
   * - `equal-width`: cuts at equal distances between the smallest and the largest value.
   * - `custom`: the cuts that are given.
   */
  readonly method?: "quantile" | "equal-width" | "custom";
  /** Number of scores, 2 to 10; 5 when absent. With custom cuts one more than there are cuts. */
  readonly bins?: number;
  /** To which side a value on a cut belongs; `below` when absent. */
  readonly cutSide?: CutSide;
  /** The cuts, for the method `custom`: as many for each measure, ascending, none twice. */
  readonly cuts?: RfmCuts;
}
