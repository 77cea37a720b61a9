/** The parameters of Pareto/NBD, all above 0. */
export interface ParetoNbdParameters {
  /** Shape of the purchase rates: the smaller, the more customers differ in how often they buy. */
  readonly r: number;
  /** Scale of the purchase rates in the unit of time: the mean rate of a customer is r / alpha per unit. */
  readonly alpha: number;
  /** Shape of the rates of leaving: the smaller, the more customers differ in how long they stay. */
  readonly s: number;
  /** Scale of the rates of leaving in the unit of time: the mean rate of a customer is s / beta per unit. */
  readonly beta: number;
}

/**
 * Pareto/NBD: each customer buys at a rate of their own, and may leave for good at any moment, at a rate of their own.
 *
 * Plain JSON; the parameters may come from a fit, a paper or another tool.
 */
export interface ParetoNbdModel {
  /** Which model. */
  readonly kind: "pareto-nbd";
  /** Its parameters. */
  readonly parameters: ParetoNbdParameters;
}
