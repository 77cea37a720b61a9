import type { Interval } from "../../shared/statistics/interval.js";
import { normalQuantile } from "../../shared/statistics/normal.js";

/**
 * Promoters and detractors among all who answered; fractions are allowed, because planning works on expected
 * counts. @internal
 */
export interface NpsSplit {
  readonly promoters: number;
  readonly detractors: number;
  readonly n: number;
}

/** The estimate of an NPS as a share, -1 to 1, and its standard error. @internal */
export interface NpsEstimate {
  readonly estimate: number;
  readonly standardError: number;
}

/**
 * Answers added to each end by the adjusted Wald interval; half as many go to the passives, so that the whole grows
 * by 3 and the score moves towards 0.
 */
const ADDED_AT_EACH_END = 0.75;
const ADDED_IN_ALL = 3;

/** NPS and standard error from the shares themselves: each answer is +1, 0 or -1. @internal */
export function waldEstimate({ promoters, detractors, n }: NpsSplit): NpsEstimate {
  const estimate = (promoters - detractors) / n;
  // Where everybody answers alike the exact variance is 0; rounding must not push it below.
  const variance = Math.max(0, (promoters + detractors) / n - estimate * estimate);
  return { estimate, standardError: Math.sqrt(variance / n) };
}

/** The same after adding `strength` times three answers, a quarter of them at each end. @internal */
export function adjustedEstimate(
  { promoters, detractors, n }: NpsSplit,
  strength = 1,
): NpsEstimate {
  const added = strength * ADDED_AT_EACH_END;
  return waldEstimate({
    promoters: promoters + added,
    detractors: detractors + added,
    n: n + strength * ADDED_IN_ALL,
  });
}

/** Estimate plus and minus z standard errors, in points, cut off at the ends of the possible. @internal */
export function normalInterval(
  { estimate, standardError }: NpsEstimate,
  { level, limit }: { readonly level: number; readonly limit: number },
): Interval {
  const half = normalQuantile(0.5 + 0.5 * level) * standardError;
  return {
    lower: Math.max(-limit, 100 * (estimate - half)),
    upper: Math.min(limit, 100 * (estimate + half)),
    level,
  };
}

/**
 * The scores that the score test of Tango does not reject, in points.
 *
 * Tango (1998, Statistics in Medicine 17:891) compares two paired proportions; promoters and detractors are the two
 * kinds of discordant pairs.
 * @internal
 */
export function tangoInterval(split: NpsSplit, level: number): Interval {
  const { promoters, detractors, n } = split;
  const z = normalQuantile(0.5 + 0.5 * level);
  const observed = (promoters - detractors) / n;
  const isKept = (score: number): boolean => {
    const distance = promoters - detractors - n * score;
    return distance * distance <= z * z * n * tangoVariance(split, score);
  };
  return { lower: 100 * edge(-1), upper: 100 * edge(1), level };

  /** Where between an end of the possible and the observed score the test turns. */
  function edge(end: number): number {
    if (isKept(end)) return end;
    let outside = end;
    let inside = observed;
    for (;;) {
      const middle = 0.5 * (outside + inside);
      if (middle === outside || middle === inside) return inside;
      if (isKept(middle)) inside = middle;
      else outside = middle;
    }
  }
}

/** Variance of one answer if the true NPS were `score`, with the most likely share of detractors under it. */
function tangoVariance({ promoters, detractors, n }: NpsSplit, score: number): number {
  const a = 2 * n;
  const b = (2 * n - promoters + detractors) * score - promoters - detractors;
  const c = -detractors * score * (1 - score);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // Of the two forms of the quadratic's root, the one without cancellation.
  const likeliestDetractorShare = b > 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
  return Math.max(0, 2 * likeliestDetractorShare + score * (1 - score));
}
