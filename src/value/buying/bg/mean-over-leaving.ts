import type { FreshCustomer } from "./fresh-customer.js";

/** Weights below this share of the largest do not count. */
const NEGLIGIBLE = 1e-18;

const ACCURACY = 1e-12;

/**
 * The mean of a function of the chance to leave over its beta distribution, for a function that never falls below 0 and
 * is smooth in the logarithm of the odds.
 *
 * @remarks Trapezoidal rule in t with log odds = m + w sinh(t): it reaches far for a first shape near 0, whose chances
 * lie at 1e-1000 and less, and its error falls exponentially in the number of points (Takahasi and Mori 1974). They
 * are doubled until two results agree. The weights are divided by their own sum, so that no beta function is needed.
 * @internal
 */
export function meanOverLeaving(
  { leaves, stays }: FreshCustomer,
  measure: (leave: number) => number,
): number {
  const middle = Math.log(Math.max(leaves, 1) / stays);
  const width = Math.min(1, Math.sqrt(1 / leaves + 1 / stays));
  let [top, mass, sum] = [-Infinity, 0, 0];
  /** Takes in a point; `false` when its weight does not count. */
  const add = (t: number): boolean => {
    const odds = middle + width * Math.sinh(t);
    // Of the two shares one is small, and it keeps its digits as the exponential that it nearly is.
    const fold = Math.log1p(Math.exp(-Math.abs(odds)));
    const logLeave = Math.min(odds, 0) - fold;
    const logStay = Math.min(-odds, 0) - fold;
    const logWeight = leaves * logLeave + stays * logStay + Math.log(Math.cosh(t));
    if (logWeight > top) {
      const shrink = Math.exp(top - logWeight);
      mass *= shrink;
      sum *= shrink;
      top = logWeight;
    }
    const weight = Math.exp(logWeight - top);
    mass += weight;
    // At a chance too small for a double the function has reached its limit.
    sum += weight * measure(Math.max(Math.exp(logLeave), 1e-290));
    return weight > NEGLIGIBLE;
  };
  let step = 0.5;
  const sweep = (first: number, by: number): void => {
    for (let t = first; add(t) || isBeforePeak(t); t += by);
    for (let t = first - by; add(t) || isBeforePeak(t); t -= by);
  };
  const isBeforePeak = (t: number): boolean => Math.abs(t) < 4;
  sweep(0, step);
  let before = sum / mass;
  for (let round = 0; round < 10; round += 1) {
    sweep(step / 2, step);
    step /= 2;
    const mean = sum / mass;
    if (Math.abs(mean - before) <= ACCURACY * mean) return mean;
    before = mean;
  }
  return before;
}
