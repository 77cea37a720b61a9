import { currencyMinorDigits } from "./currency.js";
import type { CurrencyCode } from "./currency.js";
import { exactAmount } from "./exact-amount.js";

/**
 * An amount of money: a whole number of the currency's smallest units.
 *
 * 12.34 euro is `{ amount: 1234, currency: "EUR" }`, 1234 yen is `{ amount: 1234, currency: "JPY" }`. The currency
 * can be part of the type: adding `Money<"EUR">` to `Money<"USD">` does not compile.
 */
export interface Money<Currency extends CurrencyCode = CurrencyCode> {
  /** Minor units (cents), an integer up to 2^53 - 1 in size; negative for a debt. */
  readonly amount: number;
  /** The currency, as its ISO 4217 letters. */
  readonly currency: Currency;
}

/**
 * How much money is this number of minor units?
 *
 * @param amount - Minor units (cents), an integer up to 2^53 - 1 in size.
 * @param currency - The currency.
 * @returns The money. An amount of -0 becomes 0.
 * @throws RangeError where the amount is not a safe integer or the currency not known.
 * @example
 * ```ts
 * import { money } from "goodwill/shared";
 *
 * money(1234, "EUR"); // => { amount: 1234, currency: "EUR" }
 * ```
 */
export function money<Currency extends CurrencyCode>(
  amount: number,
  currency: Currency,
): Money<Currency> {
  currencyMinorDigits(currency);
  if (!Number.isSafeInteger(amount)) {
    throw new RangeError(
      `Cannot make money: the amount must be a safe integer of minor units, got ${String(amount)} ${currency}`,
    );
  }
  return { amount: amount + 0, currency };
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * How much money does this decimal text mean?
 *
 * Read exactly, digit by digit: no floating-point number is made. Fewer decimals than the currency has are fine,
 * and so are more where they are zeros (`12.3400`); a fraction of a minor unit is refused rather than rounded.
 *
 * @param text - Digits with an optional sign and decimals after a point, such as `-12.34`. No exponent, no spaces, no
 * thousands separators.
 * @param currency - The currency, whose ISO 4217 minor unit says where the point goes.
 * @returns The money.
 * @throws RangeError where the text is no such number, holds a fraction of a minor unit, is beyond 2^53 - 1 minor
 * units, or the currency is not known.
 * @example
 * ```ts
 * import { moneyFromDecimal } from "goodwill/shared";
 *
 * moneyFromDecimal("12.3", "EUR"); // => { amount: 1230, currency: "EUR" }
 * moneyFromDecimal("1500", "JPY"); // => { amount: 1500, currency: "JPY" }
 * moneyFromDecimal("0.125", "KWD"); // => { amount: 125, currency: "KWD" }
 * ```
 */
export function moneyFromDecimal<Currency extends CurrencyCode>(
  text: string,
  currency: Currency,
): Money<Currency> {
  const digits = currencyMinorDigits(currency);
  const match = DECIMAL.exec(text);
  if (match === null) {
    throw new RangeError(
      `Cannot read money: expected a decimal number like "12.34", got ${JSON.stringify(text)}`,
    );
  }
  const [, sign = "", whole = "", decimals = ""] = match;
  if (/[^0]/.test(decimals.slice(digits))) {
    throw new RangeError(
      `Cannot read money: ${currency} has ${String(digits)} decimals, got ${JSON.stringify(text)}`,
    );
  }
  const minor = BigInt(whole + decimals.slice(0, digits).padEnd(digits, "0"));
  return {
    amount: exactAmount("read money", sign === "-" ? -minor : minor, currency),
    currency,
  };
}

/**
 * How is this amount written as a plain decimal number?
 *
 * @param value - The money.
 * @returns Text with the currency's number of decimals after a point, without separators or symbol;
 * {@link moneyFromDecimal} reads it back.
 * @throws RangeError where the currency is not known.
 * @example
 * ```ts
 * import { money, moneyToDecimal } from "goodwill/shared";
 *
 * moneyToDecimal(money(-5, "EUR")); // => "-0.05"
 * moneyToDecimal(money(1500, "JPY")); // => "1500"
 * ```
 */
export function moneyToDecimal(value: Money): string {
  const digits = currencyMinorDigits(value.currency);
  const sign = value.amount < 0 ? "-" : "";
  const text = String(Math.abs(value.amount)).padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * How is this money written for a log or a trace, the same in every place?
 *
 * For people, format in their locale in the host.
 *
 * @param value - The money.
 * @returns The decimal number, a space and the code.
 * @throws RangeError where the currency is not known.
 * @example
 * ```ts
 * import { formatMoney, money } from "goodwill/shared";
 *
 * formatMoney(money(1234, "EUR")); // => "12.34 EUR"
 * ```
 */
export function formatMoney(value: Money): string {
  return `${moneyToDecimal(value)} ${value.currency}`;
}
