/** What one criterion gives to a score. */
export interface PortfolioPart {
  /** The criterion. */
  readonly criterion: string;
  /** The customer's figure. */
  readonly figure: number;
  /** The figure on the common scale: 1 is the average customer. */
  readonly index: number;
  /** What the criterion counts, as a share of the weights of the criteria known of this customer. */
  readonly weight: number;
  /** Index x weight; the parts add up to the score. */
  readonly part: number;
}
