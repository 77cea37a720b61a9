/** The four factors of a market share. */
export interface MarketShareFactors {
  /** Our customers as a share of all customers of the market, 0 to 1. */
  readonly customerPenetration: number;
  /** Our customers' purchases from us as a share of their purchases from everybody, in units, 0 to 1. */
  readonly customerLoyalty: number;
  /** What the average customer of ours buys from everybody, against the average customer of the market, in units. */
  readonly customerSelectivity: number;
  /** Our average price a unit against the average price of the market. */
  readonly priceSelectivity: number;
}
