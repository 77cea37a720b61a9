/** The parameters of Gamma-Gamma, all above 0. */
export interface GammaGammaParameters {
  /** Shape of the spend of one customer's purchases: the larger, the more alike they are. */
  readonly p: number;
  /** Shape of how customers differ in their mean spend: the larger, the more alike they are. */
  readonly q: number;
  /** Scale in the unit of the money: the mean spend over all customers is p v / (q - 1). */
  readonly v: number;
}

/**
 * Gamma-Gamma: the spend of a purchase varies around a mean of the customer's own, and these means vary between
 * customers.
 *
 * It assumes that who buys often spends neither more nor less per purchase. Plain JSON; the parameters may come from a
 * fit, a paper or another tool.
 */
export interface GammaGammaModel {
  /** Which model. */
  readonly kind: "gamma-gamma";
  /** Its parameters. */
  readonly parameters: GammaGammaParameters;
}
