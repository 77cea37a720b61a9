import type { CurrencyCode } from "../../shared/money/currency.js";
import { divideRounded } from "../../shared/money/division.js";
import type { Money } from "../../shared/money/money.js";

/** Two customers by what they bring in the same length of time. */
export interface ReplacementFacts<Currency extends CurrencyCode = CurrencyCode> {
  /** What the lost customer brought, at least 0. */
  readonly lost: Money<Currency>;
  /** What an ordinary customer brings, above 0. */
  readonly ordinary: Money<NoInfer<Currency>>;
}

/**
 * How many ordinary customers does it take to replace this one (VAL-4)?
 *
 * Rounded up: a part of a customer cannot be won.
 *
 * @param facts - What the lost customer brought and what an ordinary one brings, in one currency and the same time.
 * @returns A whole number, 0 where nothing was brought.
 * @throws RangeError when the currencies differ, an amount is no safe integer of minor units, the lost one is below 0,
 * or the ordinary one is not above 0.
 * @example
 * ```ts
 * import { replacementCount } from "goodwill/value";
 * import { money } from "goodwill/shared";
 *
 * replacementCount({ lost: money(350_000, "USD"), ordinary: money(27_500, "USD") }); // => 13
 * ```
 */
export function replacementCount<Currency extends CurrencyCode>({
  lost,
  ordinary,
}: ReplacementFacts<Currency>): number {
  const task = "count replacements";
  if (lost.currency !== ordinary.currency) {
    throw new RangeError(
      `Cannot ${task}: the currency must be ${lost.currency}, got ${ordinary.currency}`,
    );
  }
  if (!(Number.isSafeInteger(lost.amount) && lost.amount >= 0)) {
    throw new RangeError(
      `Cannot ${task}: what was lost must be at least 0, in whole minor units, got ${String(lost.amount)}`,
    );
  }
  if (!(Number.isSafeInteger(ordinary.amount) && ordinary.amount > 0)) {
    throw new RangeError(
      `Cannot ${task}: what is ordinary must be above 0, in whole minor units, got ${String(ordinary.amount)}`,
    );
  }
  return Number(divideRounded(BigInt(lost.amount), BigInt(ordinary.amount), "ceiling"));
}
