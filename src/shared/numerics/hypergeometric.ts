/**
 * The hypergeometric function F(1, b; c; z) for c above b above 0 and z from 0 up to, but not close to 1.
 *
 * The closer z is to 1, the more terms: about 10 / sqrt(1 - z).
 *
 * @remarks Gauss's continued fraction (NIST DLMF 15.7.5 with one parameter 0), summed as a series whose terms are all
 * positive (Gautschi 1967, SIAM Review 9:24), so that nothing cancels.
 * @internal
 */
export function hypergeometricFrom1(
  b: number,
  { c, z }: { readonly c: number; readonly z: number },
): number {
  let sum = 1;
  let term = 1;
  let ratio = 0;
  for (let k = 0; k < 100_000; k += 1) {
    const even = (b + k) * (c - 1 + k) * z * (1 + ratio);
    ratio = even / ((c - 1 + 2 * k) * (c + 2 * k) - even);
    term *= ratio;
    sum += term;
    const odd = (k + 1) * (c - b + k) * z * (1 + ratio);
    ratio = odd / ((c + 2 * k) * (c + 1 + 2 * k) - odd);
    term *= ratio;
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum;
}
