import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import { normalTail } from "../../shared/statistics/normal.js";
import { adjustedEstimate, normalInterval, waldEstimate } from "./nps-interval.js";
import type { NpsEstimate } from "./nps-interval.js";
import type { NpsScore } from "./nps.js";

/** How to compare two NPS. */
export interface NpsComparisonOptions extends LevelOptions {
  /**
   * `adjusted-wald`, when absent: adds one and a half answers to each group (three in all) first, so that small
   * groups are not called different too often. `wald` is the normal test that the field's packages use.
   */
  readonly method?: "wald" | "adjusted-wald";
}

/** The difference between two NPS and how sure it is. */
export interface NpsComparison {
  /** Tells the comparison from that of a CSAT or CES. */
  readonly kind: "nps";
  /** Second NPS minus first, -200 to 200 points. */
  readonly difference: number;
  /** Standard error of the difference, in points; 0 when all of each group answered alike. */
  readonly standardError: number;
  /** Interval of the true difference, in points, within -200 to 200; without width when the standard error is 0. */
  readonly interval: Interval;
  /** Difference by standard error, both after the adjustment if there is one; absent when the standard error is 0. */
  readonly z?: number;
  /**
   * Two-sided p-value of no difference; absent when the standard error is 0, because then nothing is known of the
   * spread.
   */
  readonly p?: number;
  /** How the test was made. */
  readonly method: "wald" | "adjusted-wald";
}

/**
 * Has the NPS moved, or is it chance: two waves, or two groups of different customers.
 *
 * @remarks The variances are not pooled, so that groups with another mix of passives may be compared. The normal
 * test is too eager in small groups: enumerating all outcomes over a grid of 190 true splits without difference, at
 * 5 percent it calls 8.0 percent of comparisons of 10 with 10 answers significant (at worst 9.5), 5.8 percent of 30
 * with 30 (at worst 6.3); adjusted 4.5 (at worst 6.6) and 4.9 (at worst 5.6). The adjustment carries that of
 * Agresti and Caffo (2000, The American Statistician 54:280) for two shares over to the NPS.
 * @param first - The earlier wave or the first group.
 * @param second - The later wave or the second group; other persons than the first.
 * @param options - Method and level.
 * @returns Difference (second minus first) with standard error, interval, z and p.
 * @throws TypeError when a score is no NPS; RangeError when the level is not above 0 and below 1 or the method is
 * none.
 * @example
 * ```ts
 * import { compareNps, npsScore } from "goodwill/experience";
 *
 * const spring = npsScore({ promoters: 119, passives: 46, detractors: 85 });
 * const winter = npsScore({ promoters: 109, passives: 46, detractors: 95 });
 * const change = spring && winter && compareNps(spring, winter);
 * [change?.difference.toFixed(1), change?.p?.toFixed(2)]; // => ["-8.0", "0.32"]
 * ```
 */
export function compareNps(
  first: NpsScore,
  second: NpsScore,
  { method = "adjusted-wald", level = DEFAULT_LEVEL }: NpsComparisonOptions = {},
): NpsComparison {
  for (const score of [first, second]) {
    if (score.kind !== "nps") {
      throw new TypeError(
        `Cannot compare NPS: both scores must be of kind nps, got ${String(score.kind)}`,
      );
    }
  }
  requireLevel(level, "compare NPS");
  if (method !== "wald" && method !== "adjusted-wald") {
    throw new RangeError(
      `Cannot compare NPS: the method must be wald or adjusted-wald, got ${String(method)}`,
    );
  }
  const estimateOf = (score: NpsScore): NpsEstimate =>
    method === "wald" ? waldEstimate(score) : adjustedEstimate(score, 0.5);
  const a = estimateOf(first);
  const b = estimateOf(second);
  const estimate = b.estimate - a.estimate;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const interval = normalInterval({ estimate, standardError }, { limit: 200, level });
  const z = estimate / standardError;
  return {
    kind: "nps",
    difference: second.nps - first.nps,
    standardError: 100 * standardError,
    interval,
    ...(standardError > 0 && { z, p: Math.min(1, 2 * normalTail(Math.abs(z))) }),
    method,
  };
}
