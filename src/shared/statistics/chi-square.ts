import { upperGammaShare } from "./gamma.js";

/**
 * Probability that chi-square with the given degrees of freedom exceeds x.
 *
 * @remarks Abramowitz and Stegun 26.4.19. Relative error below 1e-10 for up to a million degrees of freedom.
 * @param x - At least 0.
 * @param degreesOfFreedom - Positive.
 * @returns The upper tail, 0 to 1.
 * @throws RangeError when x is negative or not a number, or the degrees of freedom are not positive.
 * @example
 * ```ts
 * import { chiSquareTail } from "goodwill/shared";
 *
 * chiSquareTail(3.841458820694124, 1).toFixed(10); // => "0.0500000000"
 * ```
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (!(x >= 0))
    throw new RangeError(`chiSquareTail needs a number of at least 0, got ${String(x)}`);
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`Degrees of freedom must be positive, got ${String(degreesOfFreedom)}`);
  }
  return upperGammaShare(0.5 * degreesOfFreedom, 0.5 * x);
}
