import { logBeta } from "./gamma.js";

/**
 * Share of the beta integral below x: the regularised incomplete beta function I_x(a, b).
 *
 * Both x and its complement y = 1 - x are asked for, because callers know the smaller one to full precision.
 *
 * @remarks Continued fraction NIST DLMF 8.17.22, by Lentz's method, on the side where it converges fast. Relative
 * error below 1e-10 for a and b up to 1e6.
 * @internal
 */
export function betaShare(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaTail(y, x, b, a);
  return betaTail(x, y, a, b);
}

function betaTail(x: number, y: number, a: number, b: number): number {
  const logX = y < 0.5 ? Math.log1p(-y) : Math.log(x);
  const logY = x < 0.5 ? Math.log1p(-x) : Math.log(y);
  const factor = Math.exp(a * logX + b * logY - logBeta(a, b)) / a;
  if (factor === 0) return 0;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1e6; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return factor * fraction;
}
