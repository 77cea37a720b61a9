import { requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import { meanTest, welchTest } from "../../shared/statistics/mean-test.js";
import type { SampleSummary } from "../../shared/statistics/moments.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import type { Scale } from "../rating/scale.js";
import type { ScoreList } from "./answer.js";
import { addScore, createTally, mergeTallies, summarizeTally } from "./counted-question.js";
import type { ScoreTally } from "./score-tally.js";

/** How ease was asked, and from where on an answer counts as easy. */
export interface CesOptions extends LevelOptions {
  /** The scale of the question, ends included; its upper end is very easy. */
  readonly scale: Scale;
  /** The lowest answer that counts as easy. */
  readonly easyFrom: number;
}

/**
 * The question of CES 2.0, "The company made it easy for me to handle my issue": seven points, of which the three
 * that agree count.
 *
 * @remarks Dixon, Toman and DeLisi (2013, The Effortless Experience, Portfolio).
 */
export const DEFAULT_CES_OPTIONS: CesOptions = { scale: { min: 1, max: 7 }, easyFrom: 5 };

/** A customer effort score and how sure it is; high is easy. */
export interface CesScore {
  /** Tells the score from an NPS or CSAT. */
  readonly kind: "ces";
  /** How many answered. */
  readonly n: number;
  /** How many were asked and did not answer. */
  readonly missing: number;
  /** The scale of the question. */
  readonly scale: Scale;
  /** The lowest answer that counts as easy. */
  readonly easyFrom: number;
  /** Mean answer, on the scale: the score; high is easy. */
  readonly mean: number;
  /** Standard deviation of the answers, with n - 1; absent for a single answer. */
  readonly standardDeviation?: number;
  /** Standard error of the mean; absent for a single answer. */
  readonly standardError?: number;
  /**
   * Interval of the true mean, after Student, cut off at the ends of the scale; absent for a single answer, and when
   * all answered alike, because then nothing is known of the spread.
   */
  readonly interval?: Interval;
  /** How many found it easy. */
  readonly easy: number;
  /** Share of those who found it easy among those who answered. */
  readonly easyShare: number;
  /** Interval of the true share, after Wilson. */
  readonly easyInterval: Interval;
}

/** The difference between two CES and how sure it is. */
export interface CesComparison {
  /** Tells the comparison from that of an NPS or CSAT. */
  readonly kind: "ces";
  /** Second mean minus first, in points of the scale; above 0 it became easier. */
  readonly difference: number;
  /** Standard error of the difference. */
  readonly standardError: number;
  /** Interval of the true difference; absent when the standard error is 0. */
  readonly interval?: Interval;
  /** Difference by standard error; absent when the standard error is 0. */
  readonly t?: number;
  /** Degrees of freedom. */
  readonly degreesOfFreedom: number;
  /**
   * Two-sided p-value of no difference; absent when the standard error is 0, because then nothing is known of the
   * spread.
   */
  readonly p?: number;
}

/** What {@link cesCombine} keeps. */
export interface CesAccumulator extends ConfiguredAccumulator, ScoreTally {}

/**
 * How easy was it: the mean answer and the share of those who found it easy, each with its interval.
 *
 * High is easy, as in CES 2.0. For the older question "How much effort did you have to put forth", where high is
 * much effort, turn each answer round first: `min + max - answer`. A missing answer (an `undefined` entry) is
 * counted as missing, never as 0.
 *
 * @remarks The first question: Dixon, Freeman and Toman (2010, Harvard Business Review 88(7/8):116).
 * @param scores - The answers, in an array or typed array.
 * @param options - The scale, from where on an answer counts as easy, and the level; {@link DEFAULT_CES_OPTIONS}
 * for CES 2.0.
 * @returns The score; `undefined` when nobody answered.
 * @throws RangeError when an answer or `easyFrom` is not a number on the scale, or scale or level are not valid.
 * @example
 * ```ts
 * import { cesScore, DEFAULT_CES_OPTIONS } from "goodwill/experience";
 *
 * const score = cesScore([7, 6, undefined, 3, 6], DEFAULT_CES_OPTIONS);
 * [score?.n, score?.mean, score?.easyShare]; // => [4, 5.5, 0.75]
 * ```
 */
export function cesScore(scores: ScoreList, options: CesOptions): CesScore | undefined {
  const { createAccumulator, addInput, extractOutput } = cesCombine(options);
  let accumulator = createAccumulator();
  for (let index = 0; index < scores.length; index += 1)
    accumulator = addInput(accumulator, scores[index]);
  return extractOutput(accumulator);
}

/**
 * The customer effort score of rows that stream by or lie on several machines.
 *
 * @param options - The scale, from where on an answer counts as easy, and the level.
 * @returns The aggregation; its rows are answers, `undefined` for a missing one. Adding a row off the scale throws
 * a RangeError, merging with an accumulator of another question a TypeError.
 * @throws RangeError when scale or level are not valid, or `easyFrom` does not lie on the scale.
 * @example
 * ```ts
 * import { cesCombine, DEFAULT_CES_OPTIONS } from "goodwill/experience";
 * import { aggregate } from "goodwill/shared";
 *
 * aggregate([7, 6, 3, 6], cesCombine(DEFAULT_CES_OPTIONS))?.mean; // => 5.5
 * ```
 */
export function cesCombine(
  options: CesOptions,
): Aggregation<number | undefined, CesAccumulator, CesScore | undefined> {
  const { scale, easyFrom, ...level } = options;
  const question = { measure: "CES", scale, countedFrom: easyFrom };
  const createAccumulator = (): CesAccumulator => createTally(question);
  // What is wrong shows here, not only when the first figure is asked for.
  createAccumulator();
  requireLevel(level.level ?? DEFAULT_LEVEL, "score CES");
  return {
    createAccumulator,
    addInput: (accumulator, score) => addScore(accumulator, score, question),
    mergeAccumulators(a, b) {
      requireSameConfiguration("CES", [createAccumulator(), a, b]);
      return { ...a, ...mergeTallies(a, b) };
    },
    extractOutput(accumulator) {
      const summary = summarizeTally(accumulator);
      if (summary === undefined) return undefined;
      const { n, missing, counted: easy, mean, variance } = summary;
      return {
        kind: "ces",
        n,
        missing,
        scale,
        easyFrom,
        mean,
        ...spreadOf({ n, mean, ...(variance !== undefined && { variance }) }, { scale, ...level }),
        easy,
        easyShare: easy / n,
        easyInterval: wilsonInterval({ count: easy, n }, level),
      };
    },
  };
}

/**
 * Has it become easier, or is it chance: two waves, or two groups of different customers.
 *
 * @remarks Welch's test, see `welchTest` of `goodwill/shared`.
 * @param first - The earlier wave or the first group.
 * @param second - The later wave or the second group; other persons than the first.
 * @param options - The level of the interval.
 * @returns Difference of the means (second minus first) with its test; `undefined` when one has fewer than two
 * answers.
 * @throws TypeError when a score is no CES, or the two were asked on other scales; RangeError when the level is not
 * above 0 and below 1.
 * @example
 * ```ts
 * import { cesScore, compareCes, DEFAULT_CES_OPTIONS } from "goodwill/experience";
 *
 * const before = cesScore([3, 5, 4, 2, 6], DEFAULT_CES_OPTIONS);
 * const after = cesScore([6, 7, 5, 6, 7], DEFAULT_CES_OPTIONS);
 * const change = before && after && compareCes(before, after);
 * [change?.difference.toFixed(1), change?.p?.toFixed(3)]; // => ["2.2", "0.033"]
 * ```
 */
export function compareCes(
  first: CesScore,
  second: CesScore,
  options: LevelOptions = {},
): CesComparison | undefined {
  const [a, b] = [first, second].map(({ kind, scale }) => [kind, scale.min, scale.max].join(" "));
  if (first.kind !== "ces" || a !== b) {
    throw new TypeError(
      `Cannot compare CES: both must be CES on one scale, got "${String(a)}" and "${String(b)}"`,
    );
  }
  requireLevel(options.level ?? DEFAULT_LEVEL, "compare CES");
  const test = welchTest(summaryOf(first), summaryOf(second), options);
  if (test === undefined) return undefined;
  const { estimate: difference, standardError, interval, t, degreesOfFreedom, p } = test;
  return {
    kind: "ces",
    difference,
    standardError,
    ...(interval !== undefined && { interval }),
    ...(t !== undefined && { t }),
    degreesOfFreedom,
    ...(p !== undefined && { p }),
  };
}

function summaryOf({ n, mean, standardDeviation }: CesScore): SampleSummary {
  return { n, mean, ...(standardDeviation !== undefined && { variance: standardDeviation ** 2 }) };
}

function spreadOf(
  sample: SampleSummary,
  { scale, ...level }: { readonly scale: Scale } & LevelOptions,
): Pick<CesScore, "standardDeviation" | "standardError" | "interval"> {
  const test = meanTest(sample, level);
  if (test === undefined || sample.variance === undefined) return {};
  const { standardError, interval } = test;
  return {
    standardDeviation: Math.sqrt(sample.variance),
    standardError,
    ...(interval !== undefined && {
      interval: {
        ...interval,
        lower: Math.max(scale.min, interval.lower),
        upper: Math.min(scale.max, interval.upper),
      },
    }),
  };
}
