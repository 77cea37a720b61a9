/** The parameters of BG/NBD and MBG/NBD, all above 0. */
export interface BgParameters {
  /** Shape of the purchase rates: the smaller, the more customers differ in how often they buy. */
  readonly r: number;
  /** Scale of the purchase rates in the unit of time: the mean rate of a customer is r / alpha per unit. */
  readonly alpha: number;
  /** First shape of the chance to leave after a purchase: its mean is a / (a + b). */
  readonly a: number;
  /** Second shape of the chance to leave after a purchase. */
  readonly b: number;
}

/**
 * BG/NBD: each customer buys at a rate of their own and may leave for good after each repeat purchase.
 *
 * Plain JSON; the parameters may come from a fit, a paper or another tool.
 */
export interface BgNbdModel {
  /** Which model. */
  readonly kind: "bg-nbd";
  /** Its parameters. */
  readonly parameters: BgParameters;
}

/** MBG/NBD: as BG/NBD, but one may leave after the very first purchase, too. */
export interface MbgNbdModel {
  /** Which model. */
  readonly kind: "mbg-nbd";
  /** Its parameters. */
  readonly parameters: BgParameters;
}
