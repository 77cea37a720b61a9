import type { MarketShareFactors } from "./market-share-factors.js";

/** The factors in the order of the formula, with the codes of their traces. @internal */
export const MARKET_SHARE_FACTORS = [
  ["customerPenetration", "customer-penetration"],
  ["customerLoyalty", "customer-loyalty"],
  ["customerSelectivity", "customer-selectivity"],
  ["priceSelectivity", "price-selectivity"],
] as const;

/** Shares are products of rounded factors: what lies above the whole by a billionth is the whole. */
const SLACK_SHARE = 1e-9;

/** More is a mistake, and products would leave the range of a double. */
const MOST_SELECTIVITY = 1e12;

/** The product of the four factors, which is a share; throws unless they belong to one market. @internal */
export function shareOfFactors(factors: MarketShareFactors, task: string): number {
  let share = 1;
  for (const [name] of MARKET_SHARE_FACTORS) {
    const value = factors[name];
    const most =
      name === "customerPenetration" || name === "customerLoyalty" ? 1 : MOST_SELECTIVITY;
    if (!(typeof value === "number" && value >= 0 && value <= most)) {
      const range = most === 1 ? "a share from 0 to 1" : "a number of 0 to 1e12";
      throw new RangeError(`Cannot ${task}: ${name} must be ${range}, got ${String(value)}`);
    }
    share *= value;
  }
  if (share > 1 + SLACK_SHARE) {
    throw new RangeError(
      `Cannot ${task}: the product of the factors must not be above 1, got ${String(share)}`,
    );
  }
  return Math.min(1, share);
}
