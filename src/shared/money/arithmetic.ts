import { currencyMinorDigits } from "./currency.js";
import type { CurrencyCode } from "./currency.js";
import { assertRatio, divideRounded } from "./division.js";
import { exactAmount } from "./exact-amount.js";
import type { Money } from "./money.js";
import type { Ratio, Rounding } from "./ratio.js";

/**
 * How much is it together?
 *
 * @param a - One amount.
 * @param b - Another in the same currency.
 * @returns The sum.
 * @throws RangeError where the currencies differ or the sum is beyond 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { addMoney, money } from "goodwill/shared";
 *
 * addMoney(money(1000, "EUR"), money(234, "EUR")); // => { amount: 1234, currency: "EUR" }
 * ```
 */
export function addMoney<Currency extends CurrencyCode>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  assertSameCurrency("add money", a.currency, b.currency);
  return plus("add money", a, b.amount);
}

/**
 * How much is left?
 *
 * @param a - The amount to take from.
 * @param b - The amount to take, in the same currency.
 * @returns The difference, negative where `b` is the larger.
 * @throws RangeError where the currencies differ or the difference is beyond 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { money, subtractMoney } from "goodwill/shared";
 *
 * subtractMoney(money(1000, "EUR"), money(1234, "EUR")); // => { amount: -234, currency: "EUR" }
 * ```
 */
export function subtractMoney<Currency extends CurrencyCode>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  assertSameCurrency("subtract money", a.currency, b.currency);
  return plus("subtract money", a, 0 - b.amount);
}

/**
 * How much is all of it together?
 *
 * The order does not matter, also where a part of the sum would be too large.
 *
 * @param moneys - Amounts in the same currency.
 * @param currency - That currency, said so that the sum of none is zero of it.
 * @returns The sum; zero for none.
 * @throws RangeError where an amount is in another currency or the sum is beyond 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { money, sumMoney } from "goodwill/shared";
 *
 * sumMoney([money(1000, "EUR"), money(234, "EUR")], "EUR"); // => { amount: 1234, currency: "EUR" }
 * sumMoney([], "EUR"); // => { amount: 0, currency: "EUR" }
 * ```
 */
export function sumMoney<Currency extends CurrencyCode>(
  moneys: readonly Money<NoInfer<Currency>>[],
  currency: Currency,
): Money<Currency> {
  currencyMinorDigits(currency);
  let exact = 0n;
  let pending = 0;
  for (const value of moneys) {
    assertSameCurrency("sum money", currency, value.currency);
    const next = pending + value.amount;
    if (Number.isSafeInteger(next)) pending = next;
    else {
      exact += BigInt(pending);
      pending = value.amount;
    }
  }
  return { amount: exactAmount("sum money", exact + BigInt(pending), currency), currency };
}

/**
 * What is the opposite amount?
 *
 * @param value - The money.
 * @returns The same size with the other sign; zero stays 0.
 * @example
 * ```ts
 * import { money, negateMoney } from "goodwill/shared";
 *
 * negateMoney(money(1234, "EUR")); // => { amount: -1234, currency: "EUR" }
 * ```
 */
export function negateMoney<Currency extends CurrencyCode>(
  value: Money<Currency>,
): Money<Currency> {
  return { amount: 0 - value.amount, currency: value.currency };
}

/**
 * Which is more?
 *
 * @param a - One amount.
 * @param b - Another in the same currency.
 * @returns -1 where `a` is less, 0 where they are equal, 1 where `a` is more: fit for sorting.
 * @throws RangeError where the currencies differ.
 * @example
 * ```ts
 * import { compareMoney, money } from "goodwill/shared";
 *
 * compareMoney(money(1000, "EUR"), money(1234, "EUR")); // => -1
 * ```
 */
export function compareMoney<Currency extends CurrencyCode>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): -1 | 0 | 1 {
  assertSameCurrency("compare money", a.currency, b.currency);
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0;
}

/**
 * How much is this fraction of the money, or this multiple?
 *
 * Multiplied and divided exactly, then rounded once.
 *
 * @param value - The money.
 * @param factor - The factor as a fraction: 19 percent is `{ numerator: 19, denominator: 100 }`.
 * @param options - `rounding`: where a fraction of a minor unit goes.
 * @returns The product in whole minor units.
 * @throws RangeError where the factor is not made of safe integers with a denominator of at least 1, or the product
 * is beyond 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { money, multiplyMoney } from "goodwill/shared";
 *
 * const vat = { numerator: 19, denominator: 100 };
 * multiplyMoney(money(1250, "EUR"), vat, { rounding: "half-even" }); // => { amount: 238, currency: "EUR" }
 * ```
 */
export function multiplyMoney<Currency extends CurrencyCode>(
  value: Money<Currency>,
  factor: Ratio,
  options: { readonly rounding: Rounding },
): Money<Currency> {
  assertRatio("multiply money", factor);
  const product = BigInt(value.amount) * BigInt(factor.numerator);
  const rounded = divideRounded(product, BigInt(factor.denominator), options.rounding);
  return {
    amount: exactAmount("multiply money", rounded, value.currency),
    currency: value.currency,
  };
}

function assertSameCurrency(operation: string, expected: string, got: string): void {
  if (expected === got) return;
  throw new RangeError(`Cannot ${operation}: the currency must be ${expected}, got ${got}`);
}

function plus<Currency extends CurrencyCode>(
  operation: string,
  a: Money<Currency>,
  amount: number,
): Money<Currency> {
  const sum = a.amount + amount;
  // Where the sum is not safe, it is worked out exactly, to be named in the error.
  return {
    amount: Number.isSafeInteger(sum)
      ? sum + 0
      : exactAmount(operation, BigInt(a.amount) + BigInt(amount), a.currency),
    currency: a.currency,
  };
}
