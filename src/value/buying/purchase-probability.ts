import { bgBbAnyPurchase } from "./bg-bb/bg-bb-predictions.js";
import { bgNbdAnyPurchase } from "./bg/bg-nbd-predictions.js";
import { mbgNbdAnyPurchase } from "./bg/mbg-nbd-predictions.js";
import type { BuyingModel } from "./buying-model.js";
import type { PredictionSpan } from "./expected-purchases.js";
import { requirePrediction, requireWithin } from "./model-check.js";
import { paretoNbdAnyPurchase } from "./pareto/pareto-predictions.js";
import type { PurchaseHistory } from "./purchase-history.js";

/**
 * How likely is it that this customer buys at least once in the time to come?
 *
 * @remarks The customer must be alive and make the next purchase in time; leaving comes after it, or, under Pareto/NBD,
 * at any moment.
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @param span - How far ahead to look.
 * @returns The probability, from 0 to 1.
 * @throws RangeError when a parameter, the history or the span is not valid; TypeError when the kind of model is not
 * known.
 * @example
 * ```ts
 * import { purchaseProbability } from "goodwill/value";
 *
 * const model = {
 *   kind: "bg-nbd",
 *   parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
 * } as const;
 * const customer = { frequency: 2, recency: 30.43, age: 38.86 };
 * purchaseProbability(model, customer, { within: 39 }).toFixed(4); // => "0.5546"
 * ```
 */
export function purchaseProbability(
  model: BuyingModel,
  history: PurchaseHistory,
  span: PredictionSpan,
): number {
  const { within } = span;
  const task = "predict a purchase";
  requirePrediction(model, history, task);
  requireWithin(model, { within, task });
  switch (model.kind) {
    case "bg-nbd":
      return bgNbdAnyPurchase(model.parameters, history, { within });
    case "mbg-nbd":
      return mbgNbdAnyPurchase(model.parameters, history, { within });
    case "pareto-nbd":
      return paretoNbdAnyPurchase(model.parameters, history, { within });
    case "bg-bb":
      return bgBbAnyPurchase(model.parameters, history, { within });
  }
}
