/** Chances to leave spread as a beta distribution, and what a later period counts. @internal */
export interface DiscountedStay {
  /** First shape of the chance to leave in a period, above 0. */
  readonly leave: number;
  /** Second shape of the chance to leave in a period, above 0. */
  readonly stay: number;
  /** What a period counts against the one before it, above 0 and below 1. */
  readonly factor: number;
}

/**
 * Expected number of periods someone stays, the first counted in full and each later one by the factor less: the sum of
 * the shares still there after 1, 2, ... periods times 1, factor, factor squared, ...
 *
 * @remarks stay / (leave + stay) times 2F1(1, stay + 1; leave + stay + 1; factor), by the continued fraction NIST DLMF
 * 8.17.22, of which all terms have one sign. It takes about 20 / sqrt(1 - factor) steps.
 * @internal
 */
export function discountedStay({ leave, stay, factor }: DiscountedStay): number {
  const both = leave + stay;
  let c = 1;
  let d = 1 / (1 - ((stay + 1) * factor) / (both + 1));
  let fraction = d;
  for (let m = 1; m < 1e7; m += 1) {
    const even = (-m * (leave + m - 1) * factor) / ((both + 2 * m - 1) * (both + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(both + m) * (stay + 1 + m) * factor) / ((both + 2 * m) * (both + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return (stay / both) * fraction;
}
