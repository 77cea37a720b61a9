import { requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import type { ScoreList } from "./answer.js";
import { adjustedEstimate, normalInterval, tangoInterval, waldEstimate } from "./nps-interval.js";
import type { NpsSplit } from "./nps-interval.js";

/** How many answered what to "How likely are you to recommend us?", 0 to 10. */
export interface NpsCounts {
  /** How many scored 9 or 10; a whole number. */
  readonly promoters: number;
  /** How many scored 7 or 8; a whole number. */
  readonly passives: number;
  /** How many scored 0 to 6; a whole number. */
  readonly detractors: number;
  /** How many were asked and did not answer; 0 when absent. They are no detractors and no part of `n`. */
  readonly missing?: number;
}

/**
 * How the interval of an NPS is made: `adjusted-wald` adds three answers before the normal formula; `score` inverts
 * a score test, a little wider and more exact at the ends; `wald` is the plain normal formula, kept for comparison:
 * at 10 answers it covers 88 percent instead of 95.
 */
export type NpsIntervalMethod = "adjusted-wald" | "score" | "wald";

/** How to make the interval of an NPS. */
export interface NpsOptions extends LevelOptions {
  /** Method of the interval; `adjusted-wald` when absent. */
  readonly interval?: NpsIntervalMethod;
}

/** A Net Promoter Score and how sure it is. */
export interface NpsScore extends Required<NpsCounts> {
  /** Tells the score from a CSAT or CES. */
  readonly kind: "nps";
  /** How many answered. */
  readonly n: number;
  /** Share of promoters among those who answered. */
  readonly promoterShare: number;
  /** Share of passives among those who answered. */
  readonly passiveShare: number;
  /** Share of detractors among those who answered. */
  readonly detractorShare: number;
  /** Percentage of promoters minus percentage of detractors, -100 to 100 points. */
  readonly nps: number;
  /**
   * Standard error of `nps`, in points: the square root of (p + q - (p - q)^2) / n, times 100; 0 when all answered
   * alike.
   */
  readonly standardError: number;
  /** Interval of the true NPS, in points, within -100 to 100. */
  readonly interval: Interval;
  /** How the interval was made. */
  readonly intervalMethod: NpsIntervalMethod;
}

/** What {@link npsCombine} keeps: four counts. */
export interface NpsAccumulator extends ConfiguredAccumulator, Required<NpsCounts> {}

/**
 * Would customers recommend us: the Net Promoter Score, with the interval that belongs to it.
 *
 * A score of 9 or 10 is a promoter, 7 or 8 a passive, 0 to 6 a detractor. A missing answer (an `undefined` entry)
 * is counted as missing, never as 0.
 *
 * @remarks The measure: Reichheld (2003, Harvard Business Review 81(12):46). Adjusted Wald, the default: Rocks
 * (2016, The American Statistician 70:365, arXiv 1601.07235), n + 3 answers with 0.75 promoters and 0.75 detractors
 * more; averaged over all true splits it covers 95.5 percent at 10 answers and 95.1 at 20, where plain Wald covers
 * 88.0 and 92.0. Score: Tango (1998, Statistics in Medicine 17:891), solved to the last bit. All are cut off at
 * -100 and 100.
 * @param scores - Whole scores from 0 to 10 in an array or typed array, or the counts.
 * @param options - Method and level of the interval.
 * @returns The score; `undefined` when nobody answered.
 * @throws RangeError when a score is not a whole number from 0 to 10, a count is not a whole number of at least 0, the
 * level is not above 0 and below 1, or the method of the interval is none.
 * @example
 * ```ts
 * import { npsScore } from "goodwill/experience";
 *
 * const score = npsScore([10, 9, 9, 8, undefined, 7, 6, 2]);
 * [score?.n, score?.missing, score?.nps.toFixed(1)]; // => [7, 1, "14.3"]
 * const year = npsScore({ promoters: 462, passives: 176, detractors: 362 });
 * [year?.nps, year?.interval.lower.toFixed(1), year?.interval.upper.toFixed(1)]; // => [10, "4.4", "15.6"]
 * ```
 */
export function npsScore(
  scores: ScoreList | NpsCounts,
  options: NpsOptions = {},
): NpsScore | undefined {
  const plan = intervalPlan(options);
  return scoreOf("length" in scores ? countScores(scores) : requireCounts(scores), plan);
}

/**
 * The Net Promoter Score of rows that stream by or lie on several machines.
 *
 * @param options - Method and level of the interval; they do not touch the accumulator.
 * @returns The aggregation; its rows are whole scores from 0 to 10, `undefined` for a missing answer. Adding a row
 * that is none throws a RangeError, merging with an accumulator of another kind a TypeError.
 * @throws RangeError when the level is not above 0 and below 1, or the method of the interval is none.
 * @example
 * ```ts
 * import { npsCombine } from "goodwill/experience";
 * import { aggregate } from "goodwill/shared";
 *
 * aggregate([10, 9, 7, 3], npsCombine())?.nps; // => 25
 * ```
 */
export function npsCombine(
  options: NpsOptions = {},
): Aggregation<number | undefined, NpsAccumulator, NpsScore | undefined> {
  const plan = intervalPlan(options);
  const createAccumulator = (): NpsAccumulator => ({
    version: 1,
    configuration: "nps",
    promoters: 0,
    passives: 0,
    detractors: 0,
    missing: 0,
  });
  return {
    createAccumulator,
    addInput: addScore,
    mergeAccumulators(a, b) {
      requireSameConfiguration("NPS", [createAccumulator(), a, b]);
      return {
        ...a,
        promoters: a.promoters + b.promoters,
        passives: a.passives + b.passives,
        detractors: a.detractors + b.detractors,
        missing: a.missing + b.missing,
      };
    },
    extractOutput: (accumulator) => scoreOf(accumulator, plan),
  };
}

function addScore(
  { version, configuration, promoters, passives, detractors, missing }: NpsAccumulator,
  score: number | undefined,
): NpsAccumulator {
  if (score !== undefined && !(Number.isInteger(score) && score >= 0 && score <= 10)) {
    throw notAScore(score, promoters + passives + detractors + missing);
  }
  return {
    version,
    configuration,
    promoters: promoters + (score !== undefined && score >= 9 ? 1 : 0),
    passives: passives + (score === 7 || score === 8 ? 1 : 0),
    detractors: detractors + (score !== undefined && score <= 6 ? 1 : 0),
    missing: missing + (score === undefined ? 1 : 0),
  };
}

function notAScore(score: unknown, index: number): RangeError {
  // In quotes, so that a text of digits is not taken for a number.
  const shown = typeof score === "string" ? `"${score}"` : String(score);
  return new RangeError(
    `Cannot score NPS: a score must be an integer from 0 to 10, got ${shown} at index ${String(index)}`,
  );
}

/** One pass for a million scores: a table lookup both counts a score and finds out whether it is one. */
function countScores(scores: ScoreList): Required<NpsCounts> {
  const tally = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let missing = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index];
    if (score === undefined) {
      missing += 1;
      continue;
    }
    const known = tally[score];
    if (known === undefined || typeof score !== "number") throw notAScore(score, index);
    tally[score] = known + 1;
  }
  const between = (from: number, to: number): number =>
    tally.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  return { promoters: between(9, 10), passives: between(7, 8), detractors: between(0, 6), missing };
}

function requireCounts({
  promoters,
  passives,
  detractors,
  missing = 0,
}: NpsCounts): Required<NpsCounts> {
  for (const [name, count] of Object.entries({ promoters, passives, detractors, missing })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(
        `Cannot score NPS: ${name} must be a whole number of at least 0, got ${String(count)}`,
      );
    }
  }
  // Adding 0 turns a count of -0 into 0.
  return {
    promoters: promoters + 0,
    passives: passives + 0,
    detractors: detractors + 0,
    missing: missing + 0,
  };
}

const METHODS: readonly NpsIntervalMethod[] = ["adjusted-wald", "score", "wald"];

interface IntervalPlan {
  readonly method: NpsIntervalMethod;
  readonly level: number;
}

function intervalPlan({
  interval: method = "adjusted-wald",
  level = DEFAULT_LEVEL,
}: NpsOptions): IntervalPlan {
  if (!METHODS.includes(method)) {
    throw new RangeError(
      `Cannot score NPS: the interval must be one of ${METHODS.join(", ")}, got ${method}`,
    );
  }
  return { method, level: requireLevel(level, "score NPS") };
}

function scoreOf(
  { promoters, passives, detractors, missing }: Required<NpsCounts>,
  plan: IntervalPlan,
): NpsScore | undefined {
  const n = promoters + passives + detractors;
  if (n === 0) return undefined;
  const split = { promoters, detractors, n };
  return {
    kind: "nps",
    n,
    missing,
    promoters,
    passives,
    detractors,
    promoterShare: promoters / n,
    passiveShare: passives / n,
    detractorShare: detractors / n,
    nps: (100 * (promoters - detractors)) / n,
    standardError: 100 * waldEstimate(split).standardError,
    interval: intervalOf(split, plan),
    intervalMethod: plan.method,
  };
}

function intervalOf(split: NpsSplit, { method, level }: IntervalPlan): Interval {
  if (method === "score") return tangoInterval(split, level);
  const estimate = method === "wald" ? waldEstimate(split) : adjustedEstimate(split);
  return normalInterval(estimate, { limit: 100, level });
}
