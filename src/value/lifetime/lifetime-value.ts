import type { Trace } from "../../shared/reason.js";
import type { BuyingModel } from "../buying/buying-model.js";
import type { PurchaseHistory } from "../buying/purchase-history.js";
import { requireAtLeast } from "../economics/economics-check.js";
import { discountedPurchases, type DiscountTerms } from "./discounted-purchases.js";
import type { LifetimeValueTerms } from "./lifetime-terms.js";
import { requireLifetimeTerms } from "./require-lifetime-terms.js";

/** The terms, and what the customer spends. */
export interface LifetimeValueOptions extends LifetimeValueTerms {
  /**
   * Expected spend a purchase, at least 0, in any unit of money: what the function `expectedSpend` tells, and not the
   * mean the customer has spent so far, which chance has lifted or lowered.
   */
  readonly expectedSpend: number;
}

/** What a customer is worth from now on. */
export interface LifetimeValue {
  /** Discounted margin of the purchases to come, in the unit of the expected spend. */
  readonly value: number;
  /** Expected purchases to come, each discounted to today. */
  readonly discountedPurchases: number;
  /** How the value follows: a product; with a horizon, the discounted purchases by period. */
  readonly trace: Trace;
}

/**
 * What is this customer worth from now on (VAL-3)?
 *
 * Expected purchases, discounted, times expected spend, times margin. With a horizon, what is bought within a period is
 * discounted as of its end: the k-th period counts 1 / (1 + rate)^k. Without an end, each purchase is discounted as of
 * its moment, at the continuous rate that comes to the same a period, log(1 + rate) / period; that is a little more.
 * What the customer has spent so far is not in it, nor what winning them has cost.
 *
 * @remarks Fader, Hardie and Lee (2005, Journal of Marketing Research 42:415).
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @param options - Expected spend, margin, discount and horizon.
 * @returns The value, the discounted purchases, and the trace.
 * @throws RangeError when a parameter or the history is not valid, the expected spend or the rate is below 0, the
 * margin above 1, the period not above 0, the number of periods not a whole number of at least 1, or the rate is 0 and
 * the horizon infinite; TypeError when the kind of model is not known.
 * @example
 * ```ts
 * import { lifetimeValue } from "goodwill/value";
 *
 * const parameters = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };
 * const model = { kind: "bg-nbd", parameters } as const;
 * const customer = { frequency: 2, recency: 30.43, age: 38.86 };
 * const discount = { rate: 0.01, period: 4.345 };
 * const terms = { expectedSpend: 24.66, marginShare: 1, discount, horizon: { periods: 12 } };
 * lifetimeValue(model, customer, terms).value.toFixed(2); // => "36.28"
 * ```
 */
export function lifetimeValue(
  model: BuyingModel,
  history: PurchaseHistory,
  options: LifetimeValueOptions,
): LifetimeValue {
  const { expectedSpend, marginShare, discount, horizon } = options;
  requireLifetimeTerms(options);
  requireAtLeast(expectedSpend, { least: 0, name: "expected spend", task: "value a lifetime" });
  const terms: DiscountTerms = { ...discount, horizon };
  const { purchases, parts } = discountedPurchases(model, history, terms);
  const value = purchases * expectedSpend * marginShare;
  const params = {
    rate: discount.rate,
    period: discount.period,
    horizon: horizon === "infinite" ? horizon : horizon.periods,
  };
  const trace: Trace = {
    code: "lifetime-value",
    value,
    params,
    parts: [
      { code: "discounted-purchases", value: purchases, ...(parts.length > 0 && { parts }) },
      { code: "expected-spend", value: expectedSpend },
      { code: "margin-share", value: marginShare },
    ],
  };
  return { value, discountedPurchases: purchases, trace };
}
