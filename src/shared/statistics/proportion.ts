import { chiSquareTail } from "./chi-square.js";
import { DEFAULT_LEVEL, requireLevel, type Interval, type LevelOptions } from "./interval.js";
import { normalQuantile } from "./normal.js";

/** How many of how many. */
export interface Proportion {
  /** Whole number of those that count, from 0 to `n`. */
  readonly count: number;
  /** Whole number of all, at least 1. */
  readonly n: number;
}

/** The difference between two proportions and how sure it is. */
export interface ProportionComparison {
  /** Second share minus first share, -1 to 1. */
  readonly difference: number;
  /** Interval of the difference. */
  readonly interval: Interval;
  /** Chi-square with one degree of freedom. */
  readonly chiSquare: number;
  /** Two-sided p-value. */
  readonly p: number;
}

/**
 * Interval of a share: between which values the true share plausibly lies.
 *
 * It never leaves 0 to 1 and stays honest for small samples and for shares of 0 or 1.
 *
 * @remarks Score interval of Wilson (1927, JASA 22:209), recommended by Brown, Cai and DasGupta (2001, Statistical
 * Science 16:101).
 * @param proportion - How many of how many.
 * @param options - The confidence level.
 * @returns The interval, as shares.
 * @throws RangeError when the counts are not whole, `n` is 0, `count` exceeds `n`, or the level is not above 0 and
 * below 1.
 * @example
 * ```ts
 * import { wilsonInterval } from "goodwill/shared";
 *
 * const { lower, upper } = wilsonInterval({ count: 4, n: 5 });
 * [lower.toFixed(3), upper.toFixed(3)]; // => ["0.376", "0.964"]
 * ```
 */
export function wilsonInterval(proportion: Proportion, options: LevelOptions = {}): Interval {
  const task = "make the interval of a share";
  requireProportion(proportion, task);
  return scoreInterval(proportion, requireLevel(options.level ?? DEFAULT_LEVEL, task));
}

function scoreInterval({ count, n }: Proportion, level: number): Interval {
  const z = normalQuantile(0.5 + 0.5 * level);
  const share = count / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return {
    // At the ends the exact value is 0 or 1; the formula would leave it by a rounding error.
    lower: count === 0 ? 0 : centre - half,
    upper: count === n ? 1 : centre + half,
    level,
  };
}

/**
 * Whether two shares differ, and by how much.
 *
 * @remarks The test is Pearson's chi-square times (N - 1) / N (Campbell 2007, Statistics in Medicine 26:3661); the
 * interval is the hybrid score interval of Newcombe (1998, Statistics in Medicine 17:873, method 10).
 * @param first - The first group or wave.
 * @param second - The second group or wave.
 * @param options - The confidence level of the interval.
 * @returns Difference (second minus first), interval, chi-square and p; when both shares are 0 or both are 1,
 * chi-square is 0 and p is 1.
 * @throws RangeError when the counts are not whole, an `n` is 0, a `count` exceeds its `n`, or the level is not above
 * 0 and below 1.
 * @example
 * ```ts
 * import { compareProportions } from "goodwill/shared";
 *
 * const { difference, p } = compareProportions({ count: 54, n: 400 }, { count: 66, n: 400 });
 * [difference.toFixed(2), p.toFixed(3)]; // => ["0.03", "0.235"]
 * ```
 */
export function compareProportions(
  first: Proportion,
  second: Proportion,
  options: LevelOptions = {},
): ProportionComparison {
  const task = "compare two shares";
  requireProportion(first, task);
  requireProportion(second, task);
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, task);
  const a = scoreInterval(first, level);
  const b = scoreInterval(second, level);
  const shareA = first.count / first.n;
  const shareB = second.count / second.n;
  const difference = shareB - shareA;
  const total = first.n + second.n;
  const pooled = (first.count + second.count) / total;
  const variance = pooled * (1 - pooled) * (1 / first.n + 1 / second.n);
  const chiSquare =
    variance === 0 ? 0 : ((difference * difference) / variance) * ((total - 1) / total);
  return {
    difference,
    interval: {
      lower: difference - Math.hypot(shareB - b.lower, a.upper - shareA),
      upper: difference + Math.hypot(b.upper - shareB, shareA - a.lower),
      level,
    },
    chiSquare,
    p: chiSquareTail(chiSquare, 1),
  };
}

function requireProportion({ count, n }: Proportion, task: string): void {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(
      `Cannot ${task}: n must be a whole number of at least 1, got ${String(n)}`,
    );
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > n) {
    throw new RangeError(
      `Cannot ${task}: count must be a whole number from 0 to ${String(n)}, got ${String(count)}`,
    );
  }
}
