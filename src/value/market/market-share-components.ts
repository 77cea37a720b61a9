import { ok, refuse } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { MarketShareFactors } from "./market-share-factors.js";

/** What is known of a market and our part in it, all for one span of time. */
export interface MarketFigures {
  /** How many buy from us. */
  readonly ownCustomers: number;
  /** How many buy from anybody. */
  readonly allCustomers: number;
  /** Units our customers buy from us. */
  readonly ownUnits: number;
  /** Units our customers buy from everybody, us included. */
  readonly ownCustomersUnits: number;
  /** Units all customers buy from everybody. */
  readonly allUnits: number;
  /** Our sales, in minor units of a currency. */
  readonly ownSales: number;
  /** The sales of everybody, in the same. */
  readonly allSales: number;
}

/** Why there are no factors. */
export type NoMarketShare =
  | {
      /** Names the refusal: nobody buys from anybody, so that there is no share of it. */
      readonly code: "no-market";
    }
  | {
      /** Names the refusal: nobody buys from us. The share is 0, loyalty and price are of nothing. */
      readonly code: "no-own-purchases";
    };

/**
 * Which penetration, loyalty and selectivity follow from the figures of a market (VAL-6)?
 *
 * - customer penetration = own customers / all customers;
 * - customer loyalty = own units / units of our customers from everybody;
 * - customer selectivity = (units of our customers from everybody / own customers) / (all units / all customers);
 * - price selectivity = (own sales / own units) / (all sales / all units).
 *
 * Their product is own sales / all sales, exactly our share.
 *
 * @remarks Kotler (2000, Marketing Management, Millennium edition, chapter 22) defines customer selectivity as the
 * average customer's purchase from the company against that from an average company. Read as the purchase from the
 * company alone, loyalty would count twice and the product would not be the share; taken as what our customers buy in
 * all, as in the buying-rate index of Parfitt and Collins (1968, Journal of Marketing Research 5:131), it is.
 * @param figures - The figures of the market.
 * @returns The four factors; a refusal without a market or without purchases from us.
 * @throws RangeError when a figure is below 0 or no number, a part exceeds its whole, or there are units without
 * customers.
 * @example
 * ```ts
 * import { marketShareComponents } from "goodwill/value";
 *
 * const factors = marketShareComponents({
 *   ownCustomers: 300,
 *   allCustomers: 1000,
 *   ownUnits: 900,
 *   ownCustomersUnits: 1800,
 *   allUnits: 5000,
 *   ownSales: 9900,
 *   allSales: 50_000,
 * });
 * factors.ok && factors.value;
 * // => { customerPenetration: 0.3, customerLoyalty: 0.5, customerSelectivity: 1.2, priceSelectivity: 1.1 }
 * ```
 */
export function marketShareComponents(
  figures: MarketFigures,
): Result<MarketShareFactors, NoMarketShare> {
  requireFigures(figures);
  const { ownCustomers, allCustomers, ownUnits, ownCustomersUnits, allUnits } = figures;
  const { ownSales, allSales } = figures;
  if (allCustomers === 0 || allUnits === 0 || allSales === 0) return refuse({ code: "no-market" });
  if (ownUnits === 0) return refuse({ code: "no-own-purchases" });
  return ok({
    customerPenetration: ownCustomers / allCustomers,
    customerLoyalty: ownUnits / ownCustomersUnits,
    customerSelectivity: ownCustomersUnits / ownCustomers / (allUnits / allCustomers),
    priceSelectivity: ownSales / ownUnits / (allSales / allUnits),
  });
}

const PARTS = [
  ["ownCustomers", "allCustomers"],
  ["ownUnits", "ownCustomersUnits"],
  ["ownCustomersUnits", "allUnits"],
  ["ownSales", "allSales"],
] as const;

function requireFigures(figures: MarketFigures): void {
  for (const [part, whole] of PARTS) {
    for (const name of [part, whole]) {
      const value = figures[name];
      if (Number.isFinite(value) && value >= 0) continue;
      throw cannot(`${name} must be a number of at least 0, got ${String(value)}`);
    }
    if (figures[part] <= figures[whole]) continue;
    throw cannot(
      `${part} must not exceed ${whole}, got ${String(figures[part])} and ${String(figures[whole])}`,
    );
  }
  const { ownCustomers, ownUnits, ownSales } = figures;
  if (ownUnits > 0 && ownCustomers === 0) {
    throw cannot(`units must have customers, got ${String(ownUnits)} units of 0 customers`);
  }
  if (ownSales > 0 && ownUnits === 0) {
    throw cannot(`sales must have units, got ${String(ownSales)} for 0 units`);
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot find the components of a market share: ${why}`);
}
