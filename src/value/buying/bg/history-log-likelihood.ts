import type { PurchaseHistory } from "../purchase-history.js";
import { logOddsLeft } from "./bg-alive.js";
import type { BgParameters } from "./bg-model.js";

/**
 * Log-likelihood of one history; `chances` to leave have been let pass, or the last of them has been taken.
 *
 * @remarks Fader, Hardie and Lee (2005, Marketing Science 24:275, equation 6), with the part common to staying and to
 * leaving after the last purchase before the logarithm of a sum.
 * @internal
 */
export function historyLogLikelihood(
  parameters: BgParameters,
  history: PurchaseHistory,
  options: { readonly chances: number },
): number {
  const { r, alpha, a, b } = parameters;
  const { frequency, age } = history;
  let sum = -r * Math.log1p(age / alpha) - frequency * Math.log(alpha + age);
  let product = 1;
  const multiply = (factor: number): void => {
    product *= factor;
    // One logarithm for many factors, taken before the product leaves the range of a double.
    if (product > 1e-100 && product < 1e100) return;
    sum += Math.log(product);
    product = 1;
  };
  for (let i = 0; i < frequency; i += 1) multiply(r + i);
  for (let i = 0; i < options.chances; i += 1) multiply((b + i) / (a + b + i));
  const odds = logOddsLeft(parameters, history, options);
  return sum + Math.log(product) + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
}
