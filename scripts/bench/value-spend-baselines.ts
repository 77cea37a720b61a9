/**
 * The fits as a careful developer writes them by hand: the likelihood as printed, customer by customer, and the simplex
 * search of Nelder and Mead over the logarithms of the parameters; without standard errors or a diagnostic.
 */
import type { PurchaseHistory, SpendHistory } from "goodwill/value";

/** Gamma-Gamma by the likelihood of each customer. */
export function plainGammaGamma(rows: readonly SpendHistory[]): number[] {
  return nelderMead([0, 0, 2], ([p, q, v]) =>
    rows.reduce((loss, { frequency: x, meanSpend: m }) => {
      const shape = p! * x;
      const powers = shape * Math.log(x) + (shape - 1) * Math.log(m) + q! * Math.log(v!);
      const ratio = logGamma(shape + q!) - logGamma(shape) - logGamma(q!);
      return loss - ratio - powers + (shape + q!) * Math.log(x * m + v!);
    }, 0),
  );
}

/** BG/BB by the likelihood of each customer. */
export function plainBgBb(rows: readonly PurchaseHistory[]): number[] {
  const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
  return nelderMead([0, 0, 0, 1], ([a, b, g, d]) =>
    rows.reduce((loss, { frequency: x, recency, age: n }) => {
      const none = logBeta(a!, b!) + logBeta(g!, d!);
      let likelihood = Math.exp(logBeta(a! + x, b! + n - x) + logBeta(g!, d! + n) - none);
      for (let m = recency; m < n; m += 1) {
        likelihood += Math.exp(logBeta(a! + x, b! + m - x) + logBeta(g! + 1, d! + m) - none);
      }
      return loss - Math.log(likelihood);
    }, 0),
  );
}

/** The shifted beta-geometric model by the chance to leave at each renewal. */
export function plainShiftedBetaGeometric(customers: readonly number[]): number[] {
  return nelderMead([0, 1], ([alpha, beta]) => {
    let [chance, there, loss] = [alpha! / (alpha! + beta!), 1, 0];
    for (let t = 1; t < customers.length; t += 1) {
      if (t > 1) chance *= (beta! + t - 2) / (alpha! + beta! + t - 1);
      there -= chance;
      loss -= (customers[t - 1]! - customers[t]!) * Math.log(chance);
    }
    return loss - customers.at(-1)! * Math.log(there);
  });
}

/** Nelder and Mead (1965), until the values at the corners agree to 1e-10 of their size. */
function nelderMead(
  start: readonly number[],
  loss: (parameters: readonly number[]) => number,
): number[] {
  const at = (logs: readonly number[]): { logs: readonly number[]; value: number } => {
    const value = loss(logs.map(Math.exp));
    return { logs, value: Number.isFinite(value) ? value : Infinity };
  };
  let corners = [start, ...start.map((_, i) => start.map((v, k) => (k === i ? v + 0.5 : v)))].map(
    at,
  );
  for (let step = 0; step < 2000; step += 1) {
    corners = corners.toSorted((a, b) => a.value - b.value);
    const [best, worst] = [corners[0]!, corners.at(-1)!];
    if (worst.value - best.value < 1e-10 * Math.abs(best.value)) break;
    const rest = corners.slice(0, -1);
    const centre = start.map((_, k) => rest.reduce((sum, c) => sum + c.logs[k]!, 0) / rest.length);
    const along = (by: number): ReturnType<typeof at> =>
      at(centre.map((v, k) => v + by * (worst.logs[k]! - v)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) {
      const farther = along(-2);
      corners = [...rest, farther.value < mirrored.value ? farther : mirrored];
    } else if (mirrored.value < rest.at(-1)!.value) corners = [...rest, mirrored];
    else {
      const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
      if (nearer.value < Math.min(mirrored.value, worst.value)) corners = [...rest, nearer];
      else
        corners = [
          best,
          ...corners.slice(1).map(({ logs }) => at(logs.map((v, k) => (v + best.logs[k]!) / 2))),
        ];
    }
  }
  return corners[0]!.logs.map(Math.exp);
}

const LANCZOS = [
  76.180_091_729_471_46, -86.505_320_329_416_77, 24.014_098_240_830_91, -1.231_739_572_450_155,
  1.208_650_973_866_179e-3, -5.395_239_384_953e-6,
];

/** Lanczos' approximation as in Numerical Recipes. */
function logGamma(x: number): number {
  const shifted = x + 5.5;
  const series = LANCZOS.reduce((sum, c, k) => sum + c / (x + 1 + k), 1.000_000_000_190_015);
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.506_628_274_631_000_5 * series) / x);
}
