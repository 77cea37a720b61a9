import { allocateMoney } from "../../shared/money/allocation.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { exactAmount } from "../../shared/money/exact-amount.js";
import type { Money } from "../../shared/money/money.js";
import type { PointValue } from "../programme/point-kind.js";
import { decimalFraction, multiplyFractions, roundFraction } from "./exact-fraction.js";

/** What was sold together, each by its price or estimated price had it been sold alone. */
export interface StandAlonePrices<Currency extends CurrencyCode = CurrencyCode> {
  /** The goods and services, at least 0. */
  readonly goods: Money<Currency>;
  /** The points given with them, at least 0; see {@link standAlonePointsPrice}. */
  readonly points: Money<Currency>;
}

/** The transaction price by what it was paid for. */
export interface AllocatedRevenue<Currency extends CurrencyCode = CurrencyCode> {
  /** For the goods and services: revenue when they are handed over. */
  readonly goods: Money<Currency>;
  /** For the points: a liability until they are redeemed. */
  readonly points: Money<Currency>;
}

/**
 * What would points cost alone: their value, times the share expected to be redeemed?
 *
 * Computed exactly and rounded once, a tie to the even neighbour.
 *
 * @remarks IFRS 15, B42: the stand-alone selling price of a customer's option reflects the discount it brings,
 * adjusted for the likelihood that the option is exercised.
 * @param points - How many points were issued, an integer of at least 0.
 * @param options - What they are worth, and what to expect.
 * @param options.value - What points are worth when they are redeemed.
 * @param options.expectedShare - The share of them expected to be redeemed, 0 to 1.
 * @returns The estimated price in the currency of the value.
 * @throws RangeError where the points are no integer of at least 0, the share is not between 0 and 1, or a number of
 * the value is no integer of at least 1.
 * @example
 * ```ts
 * import { standAlonePointsPrice } from "goodwill/loyalty";
 *
 * const value = { points: 1, amount: 100, currency: "EUR" } as const;
 * standAlonePointsPrice(10_000, { value, expectedShare: 0.95 }); // => { amount: 950000, currency: "EUR" }
 * ```
 */
export function standAlonePointsPrice(
  points: number,
  { value, expectedShare }: { readonly value: PointValue; readonly expectedShare: number },
): Money {
  const task = "price points";
  requireWhole(points, { task, name: "points", least: 0 });
  requireWhole(value.points, { task, name: "value.points", least: 1 });
  requireWhole(value.amount, { task, name: "value.amount", least: 1 });
  if (!(expectedShare >= 0 && expectedShare <= 1)) {
    throw new RangeError(
      `Cannot ${task}: expectedShare must lie between 0 and 1, got ${String(expectedShare)}`,
    );
  }
  const face = {
    numerator: BigInt(points) * BigInt(value.amount),
    denominator: BigInt(value.points),
  };
  const exact = multiplyFractions(face, decimalFraction(expectedShare));
  const amount = exactAmount(task, roundFraction(exact, "half-even"), value.currency);
  return { amount, currency: value.currency };
}

/**
 * How much of what the customer paid is for the goods, and how much for the points?
 *
 * In proportion to the stand-alone prices, in whole minor units; a unit left over goes to the part cut the most, of
 * equals to the goods. The parts always sum to the price. Points that nobody is expected to redeem get nothing.
 *
 * @remarks IFRS 15, paragraphs 74 to 76 and B39 to B43: points that give a material right are a promise of their own.
 * @param price - The transaction price: what was or is to be paid, at least 0.
 * @param standAlone - What goods and points would cost alone, in the currency of the price, not both 0.
 * @returns The two parts.
 * @throws RangeError where an amount is negative, both stand-alone prices are 0, or currencies differ.
 * @example
 * ```ts
 * import { allocateRevenue } from "goodwill/loyalty";
 * import { money } from "goodwill/shared";
 *
 * const standAlone = { goods: money(100_000, "EUR"), points: money(9_500, "EUR") };
 * const { goods, points } = allocateRevenue(money(100_000, "EUR"), standAlone);
 * [goods.amount, points.amount]; // => [91324, 8676]
 * ```
 */
export function allocateRevenue<Currency extends CurrencyCode>(
  price: Money<Currency>,
  standAlone: StandAlonePrices<NoInfer<Currency>>,
): AllocatedRevenue<Currency> {
  for (const [name, value] of Object.entries({ price, ...standAlone })) {
    requireWhole(value.amount, { task: "allocate revenue", name: `${name}.amount`, least: 0 });
    if (value.currency === price.currency) continue;
    throw new RangeError(
      `Cannot allocate revenue: the currency of ${name} must be ${price.currency}, got ${value.currency}`,
    );
  }
  const weights = [standAlone.goods.amount, standAlone.points.amount];
  if (weights.every((weight) => weight === 0)) {
    throw new RangeError(
      "Cannot allocate revenue: a stand-alone price must be above 0, got 0 and 0",
    );
  }
  const [goods, points] = allocateMoney(price, weights);
  return { goods: goods!, points: points! };
}

function requireWhole(
  value: number,
  { task, name, least }: { readonly task: string; readonly name: string; readonly least: number },
): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `Cannot ${task}: ${name} must be an integer of at least ${least}, got ${String(value)}`,
  );
}
