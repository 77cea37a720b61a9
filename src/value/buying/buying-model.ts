import type { BgBbModel } from "./bg-bb/bg-bb-model.js";
import type { BgNbdModel, MbgNbdModel } from "./bg/bg-model.js";
import type { ParetoNbdModel } from "./pareto/pareto-model.js";

/**
 * A model of how often customers buy and when they leave for good, without ever saying so.
 *
 * Plain JSON: a fit, a model read from a file, and parameters from a paper serve equally for predictions.
 */
export type BuyingModel = BgNbdModel | MbgNbdModel | ParetoNbdModel | BgBbModel;
