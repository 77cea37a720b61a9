import type { PurchaseHistory } from "../purchase-history.js";
import { createRisingSums, fillRisingSums } from "../rising-sums.js";
import { hasCloseScales, leavesFirstEver, leavesFirstWithin } from "./leaving-first.js";
import { newProcessDistribution } from "./pareto-distribution.js";
import type { ParetoNbdParameters } from "./pareto-model.js";
import { discountedStay } from "./pareto-residual.js";

/**
 * Is the customer still one?
 *
 * @remarks Schmittlein, Morrison and Colombo (1987, Management Science 33:1, equations 11 to 13).
 * @internal
 */
export function paretoNbdAlive(parameters: ParetoNbdParameters, history: PurchaseHistory): number {
  // After a purchase at the last moment nobody had time to leave.
  if (history.recency === history.age) return 1;
  const { stays, leaves } = sinceLastPurchase(parameters, history);
  return stays / (stays + leaves);
}

/**
 * How many purchases are expected within a time?
 *
 * @remarks Schmittlein, Morrison and Colombo (1987, equation 22), in a form without the singularity at s = 1.
 * @internal
 */
export function paretoNbdPurchases(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  { within }: { readonly within: number },
): number {
  const { r, alpha, s, beta } = parameters;
  const { frequency, age } = history;
  const logTime = Math.log1p(within / (beta + age));
  const exponent = (1 - s) * logTime;
  const stay = exponent === 0 ? logTime : (logTime * Math.expm1(exponent)) / exponent;
  const rate = (r + frequency) / (alpha + age);
  return paretoNbdAlive(parameters, history) * rate * (beta + age) * stay;
}

/**
 * How probable is at least one purchase within a time? Buying has to come before leaving.
 *
 * @internal
 */
export function paretoNbdAnyPurchase(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  { within }: { readonly within: number },
): number {
  const { r, alpha, s, beta } = renewed(parameters, history);
  const exchanged = { leaveShape: r, leaveScale: alpha, buyShape: s, buyScale: beta };
  return paretoNbdAlive(parameters, history) * leavesFirstWithin(exchanged, within);
}

/**
 * How probable are 0, 1, 2, ... purchases within a time?
 *
 * @internal
 */
export function paretoNbdDistribution(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  options: { readonly within: number; readonly most: number },
): number[] {
  const alive = paretoNbdAlive(parameters, history);
  const chances = newProcessDistribution(renewed(parameters, history), options);
  return chances.map((chance, k) => alive * chance + (k === 0 ? 1 - alive : 0));
}

/**
 * How many purchases are still expected, each discounted from its time to now?
 *
 * @remarks Fader, Hardie and Lee (2005, Journal of Marketing Research 42:415, equation 3).
 * @internal
 */
export function paretoNbdResidual(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
  { rateContinuous }: { readonly rateContinuous: number },
): number {
  const { r, alpha, s, beta } = renewed(parameters, history);
  const stay = discountedStay({ shape: s, scale: beta }, rateContinuous);
  return paretoNbdAlive(parameters, history) * (r / alpha) * stay;
}

/**
 * Natural logarithm of the likelihood of one history.
 *
 * @remarks Fader and Hardie (2005, "A note on deriving the Pareto/NBD model and related expressions").
 * @internal
 */
export function paretoNbdLogLikelihood(
  parameters: ParetoNbdParameters,
  history: PurchaseHistory,
): number {
  const { r, alpha, s, beta } = parameters;
  const { frequency, recency } = history;
  const lengths = Float64Array.of(frequency);
  const rising = createRisingSums(lengths);
  fillRisingSums(rising, { lengths, from: r });
  const { stays, leaves } = sinceLastPurchase(parameters, history);
  return (
    rising.logs[0]! -
    frequency * Math.log(alpha) -
    (r + frequency) * Math.log1p(recency / alpha) -
    s * Math.log1p(recency / beta) +
    Math.log(stays + leaves)
  );
}

/** A customer who is still one is as good as new, with parameters that know the history. */
function renewed(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { frequency, age }: PurchaseHistory,
): ParetoNbdParameters {
  return { r: r + frequency, alpha: alpha + age, s, beta: beta + age };
}

/** How probable it was, after the last purchase, neither to buy nor to leave until now, and to leave without buying. */
function sinceLastPurchase(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { frequency, recency, age }: PurchaseHistory,
): { readonly stays: number; readonly leaves: number } {
  const buyShape = r + frequency;
  const silence = age - recency;
  const buyScale = alpha + recency;
  const leaveScale = beta + recency;
  const then = { leaveShape: s, leaveScale, buyShape, buyScale };
  const fall = buyShape * Math.log1p(silence / buyScale) + s * Math.log1p(silence / leaveScale);
  const stays = Math.exp(-fall);
  if (!hasCloseScales(then)) return { stays, leaves: leavesFirstWithin(then, silence) };
  const now = { leaveShape: s, leaveScale: beta + age, buyShape, buyScale: alpha + age };
  // Digits lost in this difference are beyond those of the sum with `stays`.
  const leaves = Math.max(0, leavesFirstEver(then) - stays * leavesFirstEver(now));
  return { stays, leaves };
}
