/** Coefficients B(2k) / (2k) of the asymptotic series; NIST DLMF 5.11.2. */
const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12, -3617 / 8160];

/** From here on the eight terms of the series are exact to the last digit. */
const SERIES_FROM = 10;

/**
 * Derivative of the logarithm of the gamma function.
 *
 * @remarks Asymptotic series (NIST DLMF 5.11.2) from 10 on, below it by the recurrence. Absolute error below 1e-15
 * times the larger of 3 and the value. Throws a RangeError when x is not positive.
 *
 * @internal
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs a positive number, got ${String(x)}`);
  let below = 0;
  let shifted = x;
  for (; shifted < SERIES_FROM; shifted += 1) below += 1 / shifted;
  const inverseSquare = 1 / (shifted * shifted);
  let series = 0;
  for (let k = SERIES.length - 1; k >= 0; k -= 1) series = series * inverseSquare + SERIES[k]!;
  return Math.log(shifted) - 0.5 / shifted - inverseSquare * series - below;
}
