import { bgBbDistribution } from "./bg-bb/bg-bb-predictions.js";
import { bgNbdDistribution } from "./bg/bg-nbd-predictions.js";
import { mbgNbdDistribution } from "./bg/mbg-nbd-predictions.js";
import type { BuyingModel } from "./buying-model.js";
import type { PredictionSpan } from "./expected-purchases.js";
import { requirePrediction, requireWithin } from "./model-check.js";
import { paretoNbdDistribution } from "./pareto/pareto-predictions.js";
import type { PurchaseHistory } from "./purchase-history.js";

/** A span of time to come, and how many purchases to look at. */
export interface PurchaseDistributionOptions extends PredictionSpan {
  /** The largest number of purchases whose probability is asked for: an integer from 0 to 100000. */
  readonly most: number;
}

/** More probabilities than this are a mistake, not a question. */
const MOST_ENTRIES = 100_000;

/**
 * How likely are no purchase, one, two, ... in the time to come?
 *
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @param options - How far ahead to look, and up to which number.
 * @returns The probabilities of exactly 0, 1, ..., `most` purchases; what is missing to 1 is the chance of more.
 * @throws RangeError when a parameter, the history, the span or the number is not valid; TypeError when the kind of
 * model is not known.
 * @example
 * ```ts
 * import { NEW_CUSTOMER, purchaseDistribution } from "goodwill/value";
 *
 * const model = {
 *   kind: "bg-nbd",
 *   parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
 * } as const;
 * const chances = purchaseDistribution(model, NEW_CUSTOMER, { within: 39, most: 2 });
 * chances.map((chance) => chance.toFixed(3)); // => ["0.574", "0.199", "0.085"]
 * ```
 */
export function purchaseDistribution(
  model: BuyingModel,
  history: PurchaseHistory,
  options: PurchaseDistributionOptions,
): readonly number[] {
  const { within, most } = options;
  const task = "predict the number of purchases";
  requirePrediction(model, history, task);
  requireWithin(model, { within, task });
  if (!(Number.isInteger(most) && most >= 0 && most <= MOST_ENTRIES)) {
    throw new RangeError(
      `Cannot ${task}: the largest number must be an integer from 0 to ${String(MOST_ENTRIES)}, got ${String(most)}`,
    );
  }
  switch (model.kind) {
    case "bg-nbd":
      return bgNbdDistribution(model.parameters, history, { within, most });
    case "mbg-nbd":
      return mbgNbdDistribution(model.parameters, history, { within, most });
    case "pareto-nbd":
      return paretoNbdDistribution(model.parameters, history, { within, most });
    case "bg-bb":
      return bgBbDistribution(model.parameters, history, { within, most });
  }
}
