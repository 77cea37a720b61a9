import { bgBbAlive } from "./bg-bb/bg-bb-predictions.js";
import { bgNbdAlive } from "./bg/bg-nbd-predictions.js";
import { mbgNbdAlive } from "./bg/mbg-nbd-predictions.js";
import type { BuyingModel } from "./buying-model.js";
import { requirePrediction } from "./model-check.js";
import { paretoNbdAlive } from "./pareto/pareto-predictions.js";
import type { PurchaseHistory } from "./purchase-history.js";

/**
 * How likely is it that this customer still buys at all, rather than having left for good without a word?
 *
 * The chance at the end of the observation; for BG/BB at the next opportunity. It falls with silence, and falls sooner
 * for those who used to buy often. Under BG/NBD a customer without a repeat purchase is always alive, as nobody leaves
 * before one.
 *
 * @remarks Fader, Hardie and Lee (2005, Marketing Science 24:275); Batislam, Denizel and Filiztekin (2007);
 * Schmittlein, Morrison and Colombo (1987, Management Science 33:1); Fader, Hardie and Shang (2010, Marketing Science
 * 29:1086).
 * @param model - A fit, or parameters under the name of their model.
 * @param history - What is known of the customer; times in the unit of the parameters.
 * @returns The probability, from 0 to 1.
 * @throws RangeError when a parameter or the history is not valid; TypeError when the kind of model is not known.
 * @example
 * ```ts
 * import { aliveProbability } from "goodwill/value";
 *
 * const model = {
 *   kind: "bg-nbd",
 *   parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
 * } as const;
 * aliveProbability(model, { frequency: 2, recency: 30.43, age: 38.86 }).toFixed(4); // => "0.7266"
 * aliveProbability(model, { frequency: 2, recency: 3, age: 38.86 }).toFixed(4); // => "0.0763"
 * ```
 */
export function aliveProbability(model: BuyingModel, history: PurchaseHistory): number {
  requirePrediction(model, history, "predict whether a customer is alive");
  switch (model.kind) {
    case "bg-nbd":
      return bgNbdAlive(model.parameters, history);
    case "mbg-nbd":
      return mbgNbdAlive(model.parameters, history);
    case "pareto-nbd":
      return paretoNbdAlive(model.parameters, history);
    case "bg-bb":
      return bgBbAlive(model.parameters, history);
  }
}
