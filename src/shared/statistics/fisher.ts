import { betaShare } from "./beta.js";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.js";

/**
 * Probability that F with the given degrees of freedom exceeds f.
 *
 * @remarks Abramowitz and Stegun 26.6.2. Relative error below 1e-10 for up to a million degrees of freedom.
 * @param f - At least 0.
 * @param numeratorDf - Degrees of freedom of the numerator, positive.
 * @param denominatorDf - Degrees of freedom of the denominator, positive.
 * @returns The upper tail, 0 to 1.
 * @throws RangeError when f is negative or not a number, or degrees of freedom are not positive.
 * @internal
 */
export function fisherTail(f: number, numeratorDf: number, denominatorDf: number): number {
  requireDegreesOfFreedom(numeratorDf);
  requireDegreesOfFreedom(denominatorDf);
  if (!(f >= 0)) throw new RangeError(`fisherTail needs a number of at least 0, got ${String(f)}`);
  const explained = numeratorDf * f;
  const total = denominatorDf + explained;
  return betaShare(
    denominatorDf / total,
    explained / total,
    0.5 * denominatorDf,
    0.5 * numeratorDf,
  );
}
