import type { DepartureMoments } from "./departure-moments.js";
import { integrateStretch } from "./stretch-integrals.js";

/**
 * Integrals over the moment of leaving, from each moment u to the last one of the same frequency.
 *
 * The weight of leaving at v is w = ((alpha + u) / (alpha + v))^n ((beta + u) / (beta + v))^(s + 1), which is 1 at u:
 * so none of them leaves the range of a double. All terms are positive.
 *
 * @internal
 */
export interface DepartureIntegrals {
  /** Integral of w. */
  readonly plain: Float64Array;
  /** Of w times log((alpha + v) / (alpha + u)). */
  readonly logAlpha: Float64Array;
  /** Of w times log((beta + v) / (beta + u)). */
  readonly logBeta: Float64Array;
  /** Of w times (v - u) / (alpha + v). */
  readonly shareAlpha: Float64Array;
  /** Of w times (v - u) / (beta + v). */
  readonly shareBeta: Float64Array;
}

/** Makes room for so many moments. @internal */
export function createDepartureIntegrals(moments: number): DepartureIntegrals {
  return {
    plain: new Float64Array(moments),
    logAlpha: new Float64Array(moments),
    logBeta: new Float64Array(moments),
    shareAlpha: new Float64Array(moments),
    shareBeta: new Float64Array(moments),
  };
}

/** What the integrals of one frequency are taken with. @internal */
export interface DepartureWeights {
  /** Where the moments of the frequency begin. */
  readonly first: number;
  /** Where they end. */
  readonly stop: number;
  /** Purchases and their shape: r + x. */
  readonly n: number;
  /** Scale of the purchase rates. */
  readonly alpha: number;
  /** Shape of the rates of leaving. */
  readonly s: number;
  /** Scale of the rates of leaving. */
  readonly beta: number;
  /** Logarithms of 1 + time / alpha, by time. */
  readonly logAlphas: Float64Array;
  /** Logarithms of 1 + time / beta, by time. */
  readonly logBetas: Float64Array;
}

/** Fills in the integrals of one frequency, from its last moment back to its first. @internal */
export function fillDepartureIntegrals(
  integrals: DepartureIntegrals,
  { times, timeOf }: DepartureMoments,
  weights: DepartureWeights,
): void {
  const { plain, logAlpha, logBeta, shareAlpha, shareBeta } = integrals;
  const { first, stop, n, alpha, s, beta, logAlphas, logBetas } = weights;
  const sums = new Float64Array(5);
  for (const column of [plain, logAlpha, logBeta, shareAlpha, shareBeta]) column[stop - 1] = 0;
  for (let i = stop - 2; i >= first; i -= 1) {
    const here = times[timeOf[i]!]!;
    const next = times[timeOf[i + 1]!]!;
    const byAlpha = logAlphas[timeOf[i + 1]!]! - logAlphas[timeOf[i]!]!;
    const byBeta = logBetas[timeOf[i + 1]!]! - logBetas[timeOf[i]!]!;
    const length = next - here;
    const fall = n * byAlpha + (s + 1) * byBeta;
    integrateStretch(sums, { a: alpha + here, b: beta + here, n, q: s + 1, length, fall });
    // What lies beyond the next moment, seen from here.
    const factor = Math.exp(-fall);
    const beyond = factor * plain[i + 1]!;
    const [partAlpha, partBeta] = [length / (alpha + next), length / (beta + next)];
    plain[i] = sums[0]! + beyond;
    logAlpha[i] = sums[1]! + factor * logAlpha[i + 1]! + byAlpha * beyond;
    logBeta[i] = sums[2]! + factor * logBeta[i + 1]! + byBeta * beyond;
    shareAlpha[i] = sums[3]! + (1 - partAlpha) * factor * shareAlpha[i + 1]! + partAlpha * beyond;
    shareBeta[i] = sums[4]! + (1 - partBeta) * factor * shareBeta[i + 1]! + partBeta * beyond;
  }
}
