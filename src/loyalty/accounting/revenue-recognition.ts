import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import { roundFraction } from "./exact-fraction.js";

/** What is known at the end of a period about points that were issued together. */
export interface RedemptionPeriod {
  /** Points redeemed in the period, an integer of at least 0. */
  readonly redeemed: number;
  /**
   * Points expected to be redeemed in all, from the first period to the last, as estimated at the end of this one; an
   * integer of at least 0. Never the points issued.
   */
  readonly expected: number;
  /** That nothing more can come, as all points are redeemed or gone: the rest is revenue. */
  readonly closes?: true;
}

/** The revenue of a period, and what is still owed at its end. */
export interface RecognisedPeriod<Currency extends CurrencyCode = CurrencyCode> {
  /** Points redeemed up to the end of the period. */
  readonly redeemedCumulative: number;
  /** Points expected to be redeemed in all. */
  readonly expected: number;
  /** Revenue of the period; below 0 where so many more redemptions are expected that revenue is taken back. */
  readonly revenue: Money<Currency>;
  /** The part of it that comes from expecting more or fewer redemptions than a period before; 0 in the first. */
  readonly catchUp: Money<Currency>;
  /** Revenue up to the end of the period, 0 to the amount allocated. */
  readonly recognised: Money<Currency>;
  /** The contract liability at its end: the amount allocated less what is recognised, at least 0. */
  readonly liability: Money<Currency>;
}

/**
 * How much of the amount allocated to points is revenue in each period, and how much stays a liability?
 *
 * Recognised in all is the amount allocated times the points redeemed so far over the points expected to be redeemed
 * in all, rounded once (a tie to the even neighbour) and never more than the amount allocated. The expectation is that
 * of each period: where it changes, the difference for what is redeemed already falls into the period as `catchUp`.
 * The rest becomes revenue in a period that `closes`, and where no more redemptions are expected than have happened.
 *
 * @remarks IFRS 15, B44 to B47 (breakage) and example 52, IE267 to IE270 (a loyalty programme): redeemed over
 * expected, not over issued, so that the points never redeemed become revenue with those that are.
 * @param allocated - The amount allocated to the points, see {@link allocateRevenue}; at least 0.
 * @param periods - The periods, the first first.
 * @returns A result a period; recognised and liability always sum to `allocated`.
 * @throws RangeError where a number is no integer of at least 0, or points are redeemed after a period that closes.
 * @example
 * ```ts
 * import { recogniseRevenue } from "goodwill/loyalty";
 * import { money } from "goodwill/shared";
 *
 * const periods = recogniseRevenue(money(8_676, "EUR"), [
 *   { redeemed: 4_500, expected: 9_500 },
 *   { redeemed: 4_000, expected: 9_700 },
 * ]);
 * periods.map(({ revenue }) => revenue.amount); // => [4110, 3493]
 * periods.map(({ liability }) => liability.amount); // => [4566, 1073]
 * ```
 */
export function recogniseRevenue<Currency extends CurrencyCode>(
  allocated: Money<Currency>,
  periods: readonly RedemptionPeriod[],
): readonly RecognisedPeriod<Currency>[] {
  requireAmount(allocated.amount, "the amount allocated");
  const { currency } = allocated;
  let redeemed = 0;
  let recognised = 0;
  let isClosed = false;
  return periods.map((period, index) => {
    requireAmount(period.redeemed, `periods[${index}].redeemed`);
    requireAmount(period.expected, `periods[${index}].expected`);
    if (isClosed && period.redeemed > 0) {
      throw new RangeError(
        `Cannot recognise revenue: nothing can be redeemed after a period that closes, got ${period.redeemed} at index ${index}`,
      );
    }
    const restated = index === 0 ? 0 : revenueFor(redeemed, { ...period, allocated, isClosed });
    const catchUp = index === 0 ? 0 : restated - recognised;
    redeemed += period.redeemed;
    requireAmount(redeemed, "the points redeemed in all");
    isClosed ||= period.closes === true;
    const before = recognised;
    recognised = revenueFor(redeemed, { ...period, allocated, isClosed });
    return {
      redeemedCumulative: redeemed,
      expected: period.expected,
      revenue: { amount: recognised - before, currency },
      catchUp: { amount: catchUp, currency },
      recognised: { amount: recognised, currency },
      liability: { amount: allocated.amount - recognised, currency },
    };
  });
}

/** Minor units recognised in all once so many points are redeemed. */
function revenueFor(
  redeemed: number,
  {
    allocated,
    expected,
    isClosed,
  }: { readonly allocated: Money; readonly expected: number; readonly isClosed: boolean },
): number {
  if (isClosed || redeemed >= expected) return allocated.amount;
  const numerator = BigInt(allocated.amount) * BigInt(redeemed);
  return Number(roundFraction({ numerator, denominator: BigInt(expected) }, "half-even"));
}

function requireAmount(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(
    `Cannot recognise revenue: ${name} must be an integer of at least 0, got ${String(value)}`,
  );
}
