import { currencyMinorDigits } from "../../shared/money/currency.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { divideRounded } from "../../shared/money/division.js";
import type { Money } from "../../shared/money/money.js";
import type { RecordedRate } from "./consistency-policy.js";

// Prices in one currency. Internal: not part of the package's surface.

/**
 * The price in minor units of a currency by a recorded rate, rounded half to even; nothing where no rate is recorded.
 * A rate from the price's currency goes before one into it, and an earlier one before a later.
 */
export function amountIn(
  price: Money,
  { currency, rates }: { readonly currency: CurrencyCode; readonly rates: readonly RecordedRate[] },
): number | undefined {
  if (price.currency === currency) return price.amount;
  const forth = rates.find(({ from, to }) => from === price.currency && to === currency);
  const back = rates.find(({ from, to }) => from === currency && to === price.currency);
  const ratio =
    forth?.rate ?? (back && { numerator: back.rate.denominator, denominator: back.rate.numerator });
  if (ratio === undefined) return undefined;
  const dividend =
    BigInt(price.amount) * BigInt(ratio.numerator) * 10n ** BigInt(currencyMinorDigits(currency));
  const divisor = BigInt(ratio.denominator) * 10n ** BigInt(currencyMinorDigits(price.currency));
  return Number(divideRounded(dividend, divisor, "half-even"));
}

/** How far a price may lie from the reference and still agree, in minor units. */
export function toleranceOf(amount: number, toleranceShare: number): number {
  return Math.abs(amount) * toleranceShare;
}
