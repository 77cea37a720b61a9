import type { ContractModel } from "./contract-model.js";
import { residualTenure, type TenureOptions } from "./residual-tenure.js";

/**
 * How many periods, discounted to the start, will a new customer stay?
 *
 * Usually called DEL, discounted expected lifetime: the first period counts in full, each later one by 1 / (1 + rate)
 * less. Times the margin of a period it is what a new customer under contract is worth.
 *
 * @remarks Fader and Hardie (2010, Marketing Science 29:85).
 * @param model - A fit, or parameters under the name of their model.
 * @param options - The discount rate per period.
 * @returns The discounted number of periods, at least 1.
 * @throws RangeError when a parameter or the rate is not valid; TypeError when the kind of model is not known.
 * @example
 * ```ts
 * import { discountedTenure } from "goodwill/value";
 *
 * const model = {
 *   kind: "shifted-beta-geometric",
 *   parameters: { alpha: 0.668, beta: 3.806 },
 * } as const;
 * discountedTenure(model, { discountRate: 0.1 }).toFixed(2); // => "5.92"
 * ```
 */
export function discountedTenure(model: ContractModel, options: TenureOptions): number {
  const { discountRate } = options;
  return 1 + residualTenure(model, { renewals: 0, discountRate }) / (1 + discountRate);
}
