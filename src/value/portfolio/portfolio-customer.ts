/** A customer and the figures it is judged by. */
export interface PortfolioCustomer {
  /** The host's id of the customer. */
  readonly customer: string;
  /** Figures by criterion, at least 0; an unknown figure is left out. */
  readonly figures: Readonly<Record<string, number>>;
}
