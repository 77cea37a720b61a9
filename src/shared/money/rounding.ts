import { assertRatio, divideRounded } from "./division.js";
import type { Ratio, Rounding } from "./ratio.js";

/**
 * What is this fraction as a whole number?
 *
 * Computed exactly, with no floating-point step.
 *
 * @param ratio - The fraction.
 * @param options - `rounding`: where a fraction that is no whole number goes.
 * @returns The whole number; 0, never -0.
 * @throws RangeError where the numerator or denominator is not a safe integer, or the denominator is below 1.
 * @example
 * ```ts
 * import { roundRatio } from "goodwill/shared";
 *
 * roundRatio({ numerator: 25, denominator: 10 }, { rounding: "half-even" }); // => 2
 * roundRatio({ numerator: 25, denominator: 10 }, { rounding: "half-up" }); // => 3
 * ```
 */
export function roundRatio(ratio: Ratio, options: { readonly rounding: Rounding }): number {
  assertRatio("round a ratio", ratio);
  const { numerator, denominator } = ratio;
  return Number(divideRounded(BigInt(numerator), BigInt(denominator), options.rounding));
}
