import type { Trace } from "../../shared/reason.js";
import { MARKET_SHARE_FACTORS, shareOfFactors } from "./factor-check.js";
import type { MarketShareFactors } from "./market-share-factors.js";

/** A market share and how it comes about. */
export interface MarketShare {
  /** Share of the sales of the whole market, 0 to 1. */
  readonly share: number;
  /** The four factors whose product it is. */
  readonly trace: Trace;
}

/**
 * What is our share of the market, from four factors (VAL-6)?
 *
 * Overall market share = customer penetration x customer loyalty x customer selectivity x price selectivity.
 *
 * @remarks Kotler (2000, Marketing Management, Millennium edition, chapter 22, market-share analysis).
 * @param factors - The four factors; {@link marketShareComponents} finds them from figures.
 * @returns The share, with the factors as a trace.
 * @throws RangeError when a factor is below 0 or no number, penetration or loyalty is above 1, or the product is: such
 * factors do not belong to one market.
 * @example
 * ```ts
 * import { marketShare } from "goodwill/value";
 *
 * const factors = {
 *   customerPenetration: 0.6,
 *   customerLoyalty: 0.5,
 *   customerSelectivity: 0.8,
 *   priceSelectivity: 1.25,
 * };
 * marketShare(factors).share.toFixed(3); // => "0.300"
 * ```
 */
export function marketShare(factors: MarketShareFactors): MarketShare {
  const share = shareOfFactors(factors, "find a market share");
  const parts = MARKET_SHARE_FACTORS.map(([name, code]) => ({ code, value: factors[name] }));
  return { share, trace: { code: "market-share", value: share, parts } };
}
