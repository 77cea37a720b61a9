import { bgBbPurchases } from "./bg-bb/bg-bb-predictions.js";
import { bgNbdPurchases } from "./bg/bg-nbd-predictions.js";
import { mbgNbdPurchases } from "./bg/mbg-nbd-predictions.js";
import type { BuyingModel } from "./buying-model.js";
import { requirePrediction, requireWithin } from "./model-check.js";
import { paretoNbdPurchases } from "./pareto/pareto-predictions.js";
import type { PurchaseHistory } from "./purchase-history.js";

/** A span of time to come. */
export interface PredictionSpan {
  /** Its length from the end of the observation, at least 0, in the unit of the history; opportunities for BG/BB. */
  readonly within: number;
}

/**
 * How many purchases will this customer make in the time to come?
 *
 * The mean over all that may be true of the customer, the chance of having left included. With `NEW_CUSTOMER` it is the
 * number of repeat purchases of someone who has just bought for the first time.
 *
 * @remarks Fader, Hardie and Lee (2005, equation 10), in a form that holds at every `a`, 1 among them, and to
 * 1e-11 relative.
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @param span - How far ahead to look.
 * @returns The expected number of purchases, at least 0.
 * @throws RangeError when a parameter, the history or the span is not valid; TypeError when the kind of model is not
 * known.
 * @example
 * ```ts
 * import { expectedPurchases, NEW_CUSTOMER } from "goodwill/value";
 *
 * const model = {
 *   kind: "bg-nbd",
 *   parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
 * } as const;
 * const customer = { frequency: 2, recency: 30.43, age: 38.86 };
 * expectedPurchases(model, customer, { within: 39 }).toFixed(3); // => "1.226"
 * expectedPurchases(model, NEW_CUSTOMER, { within: 52 }).toFixed(3); // => "1.444"
 * ```
 */
export function expectedPurchases(
  model: BuyingModel,
  history: PurchaseHistory,
  span: PredictionSpan,
): number {
  const { within } = span;
  const task = "expect purchases";
  requirePrediction(model, history, task);
  requireWithin(model, { within, task });
  switch (model.kind) {
    case "bg-nbd":
      return bgNbdPurchases(model.parameters, history, { within });
    case "mbg-nbd":
      return mbgNbdPurchases(model.parameters, history, { within });
    case "pareto-nbd":
      return paretoNbdPurchases(model.parameters, history, { within });
    case "bg-bb":
      return bgBbPurchases(model.parameters, history, { within });
  }
}
