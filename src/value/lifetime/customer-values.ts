import type { CurrencyCode } from "../../shared/money/currency.js";
import { divideRounded } from "../../shared/money/division.js";
import { money } from "../../shared/money/money.js";
import type { Rounding } from "../../shared/money/ratio.js";
import type { CustomerValue } from "../economics/customer-equity.js";
import type { CustomerOutlook } from "./customer-outlooks.js";

/** In which currency, and how fractions of a minor unit are rounded. */
export interface CustomerValuesOptions {
  /** The currency whose minor units the lifetime values are in: that of the purchases the models were fitted to. */
  readonly currency: CurrencyCode;
  /** Where a fraction of a minor unit goes; `half-even` by default, whose errors do not pile up on one side. */
  readonly rounding?: Rounding;
}

/**
 * What are these customers worth in money: from outlooks to the values `customerEquity` and `equityGrowth` add up?
 *
 * Each lifetime value is rounded once, to whole minor units. Who has none is left out: nobody has one without terms of
 * a lifetime, and the notes of `customerOutlooks` say who has none without an expected spend. The values must be in
 * minor units, as they are when the spend comes from purchase summaries.
 *
 * @param outlooks - Outlooks of customers, in any order.
 * @param options - The currency, and the rounding.
 * @returns The values in the order given, without those who have none.
 * @throws RangeError when a value is not finite or beyond 2^53 - 1 minor units, or the currency is not known.
 * @example
 * ```ts
 * import { customerEquity, customerOutlooks, customerValues } from "goodwill/value";
 *
 * const parameters = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };
 * const { outlooks } = customerOutlooks(
 *   [
 *     { customer: "C-1", frequency: 2, recency: 30.43, age: 38.86, meanSpend: 2235 },
 *     { customer: "C-2", frequency: 0, recency: 0, age: 12 },
 *   ],
 *   {
 *     model: { kind: "bg-nbd", parameters },
 *     spendModel: { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 1544 } },
 *     within: 39,
 *     lifetime: { marginShare: 0.3, discount: { rate: 0.01, period: 4.345 }, horizon: { periods: 12 } },
 *   },
 * );
 * const values = customerValues(outlooks, { currency: "EUR" });
 * values[0]?.value; // => { amount: 1089, currency: "EUR" }
 * customerEquity(values, { currency: "EUR" }).equity; // => { amount: 1653, currency: "EUR" }
 * ```
 */
export function customerValues(
  outlooks: Iterable<Pick<CustomerOutlook, "customer" | "lifetimeValue">>,
  { currency, rounding = "half-even" }: CustomerValuesOptions,
): readonly CustomerValue[] {
  const values: CustomerValue[] = [];
  for (const { customer, lifetimeValue } of outlooks) {
    if (lifetimeValue === undefined) continue;
    if (!Number.isFinite(lifetimeValue)) {
      throw new RangeError(
        `Cannot round a lifetime value: it must be finite, got ${String(lifetimeValue)} of ${customer}`,
      );
    }
    values.push({ customer, value: money(roundedAmount(lifetimeValue, rounding), currency) });
  }
  return values;
}

/** A quarter on the same side of a half rounds as the fraction itself does, and is a whole number of quarters. */
function roundedAmount(value: number, rounding: Rounding): number {
  const whole = Math.trunc(value);
  // Exact, as both are of one sign and one scale.
  const rest = Math.abs(value - whole);
  const quarters = rest === 0 ? 0 : rest < 0.5 ? 1 : rest === 0.5 ? 2 : 3;
  const dividend = 4n * BigInt(whole) + BigInt(Math.sign(value) * quarters);
  return Number(divideRounded(dividend, 4n, rounding));
}
