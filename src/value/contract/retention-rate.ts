import { requireContractModel, requireRenewals } from "./contract-check.js";
import type { ContractModel } from "./contract-model.js";
import { logStayChance } from "./stay-chance.js";

/**
 * Which share of those still there renews at this renewal?
 *
 * Under the shifted beta-geometric model the rate rises from renewal to renewal although no customer changes: those
 * likely to leave have left. A cohort's rising retention is therefore no proof of growing loyalty.
 *
 * @remarks Fader and Hardie (2007, Journal of Interactive Marketing 21:76): (beta + t - 1) / (alpha + beta +
 * t - 1) at the t-th renewal.
 * @param model - A fit, or parameters under the name of their model.
 * @param options - Which renewal: 1 is the first.
 * @returns The share, from 0 to 1.
 * @throws RangeError when a parameter or the number is not valid; TypeError when the kind of model is not known.
 * @example
 * ```ts
 * import { retentionRate } from "goodwill/value";
 *
 * const model = {
 *   kind: "shifted-beta-geometric",
 *   parameters: { alpha: 0.668, beta: 3.806 },
 * } as const;
 * retentionRate(model, { renewal: 1 }).toFixed(3); // => "0.851"
 * retentionRate(model, { renewal: 7 }).toFixed(3); // => "0.936"
 * ```
 */
export function retentionRate(
  model: ContractModel,
  { renewal }: { readonly renewal: number },
): number {
  const task = "predict the retention rate";
  requireContractModel(model, task);
  requireRenewals(renewal, { least: 1, what: "the renewal", task });
  if (model.kind === "shifted-beta-geometric") {
    const { alpha, beta } = model.parameters;
    return (beta + renewal - 1) / (alpha + beta + renewal - 1);
  }
  return Math.exp(logStayChance(model, { from: renewal - 1, to: renewal }));
}
