import { betaShare } from "./beta.js";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.js";
import { logBeta } from "./gamma.js";
import { normalQuantile } from "./normal.js";

/**
 * Probability that Student's t with the given degrees of freedom exceeds t.
 *
 * @remarks Abramowitz and Stegun 26.7.1. Relative error below 1e-10 for up to a million degrees of freedom.
 * @param t - Any number.
 * @param degreesOfFreedom - Positive; need not be whole (Welch).
 * @returns The upper tail, 0 to 1.
 * @throws RangeError when t is not a number or the degrees of freedom are not positive.
 * @example
 * ```ts
 * import { studentTail } from "goodwill/shared";
 *
 * studentTail(1, 1).toFixed(10); // => "0.2500000000"
 * ```
 */
export function studentTail(t: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (Number.isNaN(t)) throw new RangeError("studentTail needs a number, got NaN");
  const half = 0.5 * twoSided(t, degreesOfFreedom);
  return t >= 0 ? half : 1 - half;
}

/**
 * The value Student's t stays below with the given probability.
 *
 * @remarks Newton steps on the tail, kept inside a bracket. Relative error below 1e-12.
 * @param probability - Above 0 and below 1.
 * @param degreesOfFreedom - Positive; need not be whole.
 * @returns The quantile.
 * @throws RangeError when the probability or the degrees of freedom are out of range.
 * @example
 * ```ts
 * import { studentQuantile } from "goodwill/shared";
 *
 * studentQuantile(0.975, 10).toFixed(8); // => "2.22813885"
 * ```
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  let low = 0;
  let high = Math.max(1, Math.abs(normalQuantile(probability)));
  while (studentTail(high, degreesOfFreedom) > tail) {
    low = high;
    high *= 2;
  }
  const logScale = logBeta(0.5, 0.5 * degreesOfFreedom) + 0.5 * Math.log(degreesOfFreedom);
  let t = low === 0 ? high : Math.sqrt(low * high);
  for (let step = 0; step < 200; step += 1) {
    const excess = studentTail(t, degreesOfFreedom) - tail;
    if (excess > 0) low = t;
    else high = t;
    const logDensity =
      -0.5 * (degreesOfFreedom + 1) * Math.log1p((t * t) / degreesOfFreedom) - logScale;
    const newton = t + excess / Math.exp(logDensity);
    const next = newton > low && newton < high ? newton : 0.5 * (low + high);
    if (Math.abs(next - t) <= 1e-15 * next) return probability < 0.5 ? -next : next;
    t = next;
  }
  return probability < 0.5 ? -t : t;
}

function twoSided(t: number, degreesOfFreedom: number): number {
  if (!Number.isFinite(t)) return 0;
  const total = degreesOfFreedom + t * t;
  return betaShare(degreesOfFreedom / total, (t * t) / total, 0.5 * degreesOfFreedom, 0.5);
}
