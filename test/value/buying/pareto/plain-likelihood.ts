import type { ParetoNbdParameters, PurchaseHistory } from "goodwill/value";

/**
 * The log-likelihood of one history in the plainest way: the textbook integral over the moment of leaving, by Simpson's
 * rule halved until it stands still. Slow, for histories of ordinary size, and sharing no code with the library.
 */
export function plainLogLikelihood(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { frequency, recency, age }: PurchaseHistory,
): number {
  const n = r + frequency;
  // Both terms are taken by their size at the last purchase, so that they stay in range.
  const power = (u: number): number =>
    ((alpha + recency) / (alpha + u)) ** n * ((beta + recency) / (beta + u)) ** s;
  const left = simpson((u) => (s / (beta + u)) * power(u), recency, age);
  let gammas = 0;
  for (let i = 0; i < frequency; i += 1) gammas += Math.log(r + i);
  return (
    gammas +
    r * Math.log(alpha) +
    s * Math.log(beta) -
    n * Math.log(alpha + recency) -
    s * Math.log(beta + recency) +
    Math.log(power(age) + left)
  );
}

/** Adaptive Simpson quadrature to about eleven digits. */
export function simpson(f: (x: number) => number, from: number, to: number): number {
  const rule = (a: number, b: number, ends: readonly number[]): number =>
    ((b - a) / 6) * (ends[0]! + 4 * ends[1]! + ends[2]!);
  const split = (
    a: number,
    b: number,
    values: readonly number[],
    { whole, error, depth }: { whole: number; error: number; depth: number },
  ): number => {
    const middle = (a + b) / 2;
    const [fa, fm, fb] = values as readonly [number, number, number];
    const leftValues = [fa, f((a + middle) / 2), fm];
    const rightValues = [fm, f((middle + b) / 2), fb];
    const left = rule(a, middle, leftValues);
    const right = rule(middle, b, rightValues);
    const gap = left + right - whole;
    if (depth === 0 || Math.abs(gap) <= 15 * error) return left + right + gap / 15;
    const next = { error: error / 2, depth: depth - 1 };
    return (
      split(a, middle, leftValues, { whole: left, ...next }) +
      split(middle, b, rightValues, { whole: right, ...next })
    );
  };
  const pieces = 8;
  let total = 0;
  for (let i = 0; i < pieces; i += 1) {
    const a = from + ((to - from) * i) / pieces;
    const b = from + ((to - from) * (i + 1)) / pieces;
    const values = [f(a), f((a + b) / 2), f(b)];
    total += split(a, b, values, { whole: rule(a, b, values), error: 1e-13, depth: 40 });
  }
  return total;
}
