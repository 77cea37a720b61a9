/** The parameters of BG/BB, all above 0. */
export interface BgBbParameters {
  /** First shape of the chance to buy at an opportunity: its mean is alpha / (alpha + beta). */
  readonly alpha: number;
  /** Second shape of the chance to buy at an opportunity; the smaller both, the more customers differ. */
  readonly beta: number;
  /** First shape of the chance to leave before an opportunity: its mean is gamma / (gamma + delta). */
  readonly gamma: number;
  /** Second shape of the chance to leave before an opportunity. */
  readonly delta: number;
}

/**
 * BG/BB: at each of a row of opportunities (a season, a yearly appeal) a customer who is still there buys or does not,
 * with a chance of their own, and before each one may leave for good.
 *
 * In a history, the frequency counts the opportunities used, the recency is the number of the last one used, and the
 * age is the number of opportunities so far: all whole. Plain JSON; the parameters may come from a fit, a paper or
 * another tool.
 */
export interface BgBbModel {
  /** Which model. */
  readonly kind: "bg-bb";
  /** Its parameters. */
  readonly parameters: BgBbParameters;
}
