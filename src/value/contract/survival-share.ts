import { requireContractModel, requireRenewals } from "./contract-check.js";
import type { ContractModel } from "./contract-model.js";
import { logStayChance } from "./stay-chance.js";

/**
 * Which share of a cohort is still there after so many renewals?
 *
 * @remarks Fader and Hardie (2007, Journal of Interactive Marketing 21:76); B(alpha, beta + t^c) / B(alpha,
 * beta) for the beta-discrete-Weibull model.
 * @param model - A fit, or parameters under the name of their model.
 * @param options - The number of renewals, an integer of at least 0.
 * @returns The share, from 0 to 1; 1 before the first renewal.
 * @throws RangeError when a parameter or the number is not valid; TypeError when the kind of model is not known.
 * @example
 * ```ts
 * import { survivalShare } from "goodwill/value";
 *
 * const model = {
 *   kind: "shifted-beta-geometric",
 *   parameters: { alpha: 0.668, beta: 3.806 },
 * } as const;
 * survivalShare(model, { renewals: 12 }).toFixed(3); // => "0.378"
 * ```
 */
export function survivalShare(
  model: ContractModel,
  { renewals }: { readonly renewals: number },
): number {
  const task = "predict the share still there";
  requireContractModel(model, task);
  requireRenewals(renewals, { least: 0, what: "the number of renewals", task });
  return Math.exp(logStayChance(model, { from: 0, to: renewals }));
}
