import { bgBbLogLikelihood } from "./bg-bb/bg-bb-predictions.js";
import { bgNbdLogLikelihood } from "./bg/bg-nbd-predictions.js";
import { mbgNbdLogLikelihood } from "./bg/mbg-nbd-predictions.js";
import type { BuyingModel } from "./buying-model.js";
import { requirePrediction } from "./model-check.js";
import { paretoNbdLogLikelihood } from "./pareto/pareto-predictions.js";
import type { PurchaseHistory } from "./purchase-history.js";

/**
 * How likely is this history under the model, as a natural logarithm?
 *
 * The sum over customers is what a fit makes as large as possible; it compares models on customers that none of them
 * has seen. Of models in continuous time it is the logarithm of a density, so that it may be above 0 and depends on the
 * unit.
 *
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @returns The log-likelihood of this one history.
 * @throws RangeError when a parameter or the history is not valid; TypeError when the kind of model is not known.
 * @example
 * ```ts
 * import { purchaseLogLikelihood } from "goodwill/value";
 *
 * const model = {
 *   kind: "bg-nbd",
 *   parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
 * } as const;
 * purchaseLogLikelihood(model, { frequency: 2, recency: 30.43, age: 38.86 }).toFixed(3); // => "-9.460"
 * ```
 */
export function purchaseLogLikelihood(model: BuyingModel, history: PurchaseHistory): number {
  requirePrediction(model, history, "measure the likelihood of a history");
  switch (model.kind) {
    case "bg-nbd":
      return bgNbdLogLikelihood(model.parameters, history);
    case "mbg-nbd":
      return mbgNbdLogLikelihood(model.parameters, history);
    case "pareto-nbd":
      return paretoNbdLogLikelihood(model.parameters, history);
    case "bg-bb":
      return bgBbLogLikelihood(model.parameters, history);
  }
}
