import type { ContractModel } from "./contract-model.js";
import { logBetaStep } from "./log-beta-step.js";

/** Logarithm of the chance of someone still there after some renewals to be there after so many more. @internal */
export function logStayChance(
  { kind, parameters }: ContractModel,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const c = kind === "shifted-beta-geometric" ? 1 : parameters.c;
  // Beyond this the time is without end for the digits of a double.
  const time = (t: number): number => Math.min(t ** c, 1e300);
  const { alpha, beta } = parameters;
  return logBetaStep(alpha, { b: beta + time(from), step: time(to) - time(from) });
}
