import { requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import { compareProportions, wilsonInterval } from "../../shared/statistics/proportion.js";
import type { ProportionComparison } from "../../shared/statistics/proportion.js";
import type { Scale } from "../rating/scale.js";
import type { ScoreList } from "./answer.js";
import { addScore, createTally, mergeTallies, summarizeTally } from "./counted-question.js";
import type { ScoreTally } from "./score-tally.js";

/** How satisfaction was asked, and from where on an answer counts as satisfied. */
export interface CsatOptions extends LevelOptions {
  /** The scale of the question, ends included. */
  readonly scale: Scale;
  /** The lowest answer that counts as satisfied. */
  readonly satisfiedFrom: number;
}

/**
 * The usual question: five points, of which the two highest, *satisfied* and *very satisfied*, count.
 *
 * @remarks The "top two box" of the field: Morgan and Rego (2006, Marketing Science 25:426) study it as one of the
 * customer measures in use.
 */
export const DEFAULT_CSAT_OPTIONS: CsatOptions = { scale: { min: 1, max: 5 }, satisfiedFrom: 4 };

/** A customer satisfaction score and how sure it is. */
export interface CsatScore {
  /** Tells the score from an NPS or CES. */
  readonly kind: "csat";
  /** How many answered. */
  readonly n: number;
  /** How many were asked and did not answer. */
  readonly missing: number;
  /** The scale of the question. */
  readonly scale: Scale;
  /** The lowest answer that counts as satisfied. */
  readonly satisfiedFrom: number;
  /** How many are satisfied. */
  readonly satisfied: number;
  /** Share of the satisfied among those who answered: the score. */
  readonly satisfiedShare: number;
  /** Interval of the true share, after Wilson. */
  readonly interval: Interval;
  /** Mean answer, on the scale. */
  readonly mean: number;
  /** Standard deviation of the answers, with n - 1; absent for a single answer. */
  readonly standardDeviation?: number;
}

/** The difference between two CSAT and how sure it is; the difference is in shares, -1 to 1. */
export interface CsatComparison extends ProportionComparison {
  /** Tells the comparison from that of an NPS or CES. */
  readonly kind: "csat";
}

/** What {@link csatCombine} keeps. */
export interface CsatAccumulator extends ConfiguredAccumulator, ScoreTally {}

/**
 * How many are satisfied: the share of answers at or above a point of the scale, with its interval.
 *
 * A missing answer (an `undefined` entry) is counted as missing, never as 0.
 *
 * @remarks The interval is Wilson's, see `wilsonInterval` of `goodwill/shared`.
 * @param scores - The answers, in an array or typed array.
 * @param options - The scale, from where on an answer counts as satisfied, and the level; {@link
 * DEFAULT_CSAT_OPTIONS} for the usual question.
 * @returns The score; `undefined` when nobody answered.
 * @throws RangeError when an answer or `satisfiedFrom` is not a number on the scale, or scale or level are not valid.
 * @example
 * ```ts
 * import { csatScore, DEFAULT_CSAT_OPTIONS } from "goodwill/experience";
 *
 * const score = csatScore([5, 4, undefined, 2, 5, 3], DEFAULT_CSAT_OPTIONS);
 * [score?.n, score?.satisfiedShare]; // => [5, 0.6]
 * [score?.interval.lower.toFixed(2), score?.interval.upper.toFixed(2)]; // => ["0.23", "0.88"]
 * ```
 */
export function csatScore(scores: ScoreList, options: CsatOptions): CsatScore | undefined {
  const { createAccumulator, addInput, extractOutput } = csatCombine(options);
  let accumulator = createAccumulator();
  for (let index = 0; index < scores.length; index += 1)
    accumulator = addInput(accumulator, scores[index]);
  return extractOutput(accumulator);
}

/**
 * The share of satisfied customers in rows that stream by or lie on several machines.
 *
 * @param options - The scale, from where on an answer counts as satisfied, and the level.
 * @returns The aggregation; its rows are answers, `undefined` for a missing one. Adding a row off the scale throws
 * a RangeError, merging with an accumulator of another question a TypeError.
 * @throws RangeError when scale or level are not valid, or `satisfiedFrom` does not lie on the scale.
 * @example
 * ```ts
 * import { csatCombine, DEFAULT_CSAT_OPTIONS } from "goodwill/experience";
 * import { aggregate } from "goodwill/shared";
 *
 * aggregate([5, 4, 2, 5], csatCombine(DEFAULT_CSAT_OPTIONS))?.satisfiedShare; // => 0.75
 * ```
 */
export function csatCombine(
  options: CsatOptions,
): Aggregation<number | undefined, CsatAccumulator, CsatScore | undefined> {
  const { scale, satisfiedFrom, ...level } = options;
  const question = { measure: "CSAT", scale, countedFrom: satisfiedFrom };
  const createAccumulator = (): CsatAccumulator => createTally(question);
  // What is wrong shows here, not only when the first figure is asked for.
  createAccumulator();
  requireLevel(level.level ?? DEFAULT_LEVEL, "score CSAT");
  return {
    createAccumulator,
    addInput: (accumulator, score) => addScore(accumulator, score, question),
    mergeAccumulators(a, b) {
      requireSameConfiguration("CSAT", [createAccumulator(), a, b]);
      return { ...a, ...mergeTallies(a, b) };
    },
    extractOutput(accumulator) {
      const summary = summarizeTally(accumulator);
      if (summary === undefined) return undefined;
      const { n, missing, counted: satisfied, mean, variance } = summary;
      return {
        kind: "csat",
        n,
        missing,
        scale,
        satisfiedFrom,
        satisfied,
        satisfiedShare: satisfied / n,
        interval: wilsonInterval({ count: satisfied, n }, level),
        mean,
        ...(variance !== undefined && { standardDeviation: Math.sqrt(variance) }),
      };
    },
  };
}

/**
 * Has satisfaction moved, or is it chance: two waves, or two groups of different customers.
 *
 * @remarks Chi-square with (N - 1) / N and Newcombe's interval, see `compareProportions` of `goodwill/shared`.
 * @param first - The earlier wave or the first group.
 * @param second - The later wave or the second group; other persons than the first.
 * @param options - The level of the interval.
 * @returns Difference of the shares (second minus first) with interval, chi-square and p.
 * @throws TypeError when a score is no CSAT, or the two were asked on other scales or counted from other points;
 * RangeError when the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { compareCsat, csatScore, DEFAULT_CSAT_OPTIONS } from "goodwill/experience";
 *
 * const before = csatScore([5, 4, 2, 1, 2, 3, 2, 1], DEFAULT_CSAT_OPTIONS);
 * const after = csatScore([5, 4, 4, 5, 2, 5, 4, 5], DEFAULT_CSAT_OPTIONS);
 * const change = before && after && compareCsat(before, after);
 * [change?.difference, change?.p.toFixed(3)]; // => [0.625, "0.015"]
 * ```
 */
export function compareCsat(
  first: CsatScore,
  second: CsatScore,
  options: LevelOptions = {},
): CsatComparison {
  const [a, b] = [first, second].map(({ kind, scale, satisfiedFrom }) =>
    [kind, scale.min, scale.max, satisfiedFrom].join(" "),
  );
  if (first.kind !== "csat" || a !== b) {
    throw new TypeError(
      `Cannot compare CSAT: both must be CSAT on one scale counted from one point, got "${String(a)}" and "${String(b)}"`,
    );
  }
  requireLevel(options.level ?? DEFAULT_LEVEL, "compare CSAT");
  const comparison = compareProportions(
    { count: first.satisfied, n: first.n },
    { count: second.satisfied, n: second.n },
    options,
  );
  return { kind: "csat", ...comparison };
}
