import { bgBbResidual } from "./bg-bb/bg-bb-predictions.js";
import { bgNbdResidual } from "./bg/bg-nbd-predictions.js";
import { mbgNbdResidual } from "./bg/mbg-nbd-predictions.js";
import type { BuyingModel } from "./buying-model.js";
import { requirePrediction } from "./model-check.js";
import { paretoNbdResidual } from "./pareto/pareto-predictions.js";
import type { PurchaseHistory } from "./purchase-history.js";

/** How the future is discounted. */
export interface ResidualTransactionsOptions {
  /**
   * The continuous rate per unit of time (per opportunity for BG/BB), at least 1e-15: 15 percent a year are
   * log(1.15) / 52.18 = 0.00268 a week.
   */
  readonly rateContinuous: number;
}

/** A smaller rate discounts nothing within any time that is meant. */
const LEAST_RATE = 1e-15;

/**
 * How many purchases, discounted to today, are still to come from this customer, ever?
 *
 * Usually called DERT, discounted expected residual transactions: a purchase after a time u counts exp(-rate u). Times
 * the margin of a purchase it is the value of the customer from now on, without an arbitrary horizon.
 *
 * @remarks Fader, Hardie and Lee (2005, Journal of Marketing Research 42:415) for Pareto/NBD, and the same integral for
 * the others. Payments of BG/BB fall on the opportunities, the first one unit from now.
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @param options - The rate.
 * @returns The discounted number of purchases, at least 0.
 * @throws RangeError when a parameter, the history or the rate is not valid; TypeError when the kind of model is not
 * known.
 * @example
 * ```ts
 * import { residualTransactions } from "goodwill/value";
 *
 * const model = {
 *   kind: "bg-nbd",
 *   parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
 * } as const;
 * const customer = { frequency: 2, recency: 30.43, age: 38.86 };
 * residualTransactions(model, customer, { rateContinuous: 0.0027 }).toFixed(2); // => "5.16"
 * ```
 */
export function residualTransactions(
  model: BuyingModel,
  history: PurchaseHistory,
  options: ResidualTransactionsOptions,
): number {
  const { rateContinuous } = options;
  const task = "count residual transactions";
  requirePrediction(model, history, task);
  if (!(rateContinuous >= LEAST_RATE && rateContinuous < Infinity)) {
    throw new RangeError(
      `Cannot ${task}: the rate must be a number of at least 1e-15, got ${String(rateContinuous)}`,
    );
  }
  switch (model.kind) {
    case "bg-nbd":
      return bgNbdResidual(model.parameters, history, { rateContinuous });
    case "mbg-nbd":
      return mbgNbdResidual(model.parameters, history, { rateContinuous });
    case "pareto-nbd":
      return paretoNbdResidual(model.parameters, history, { rateContinuous });
    case "bg-bb":
      return bgBbResidual(model.parameters, history, { rateContinuous });
  }
}
