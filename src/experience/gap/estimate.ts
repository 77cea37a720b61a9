import type { Interval } from "../../shared/statistics/interval.js";
import { meanTest, type MeanTest } from "../../shared/statistics/mean-test.js";
import type { SampleSummary } from "../../shared/statistics/moments.js";
import { normalQuantile } from "../../shared/statistics/normal.js";
import type { ExperiencePolicy } from "../policy.js";
import type { Scale } from "../rating/scale.js";
import { SUMS, middleOf, sumAt, type AnswerSums } from "./answer-sums.js";

/** A mean over respondents and how sure it is. */
export interface Estimate {
  /** The mean over those who answered. */
  readonly mean: number;
  /** How many answered; absent where only the figure is known. */
  readonly n?: number;
  /** How many did not answer; absent where only the figure is known. */
  readonly missing?: number;
  /** Sample standard deviation, with n - 1; absent for fewer than two answers. */
  readonly standardDeviation?: number;
  /** Standard error of the mean; absent for fewer than two answers. */
  readonly standardError?: number;
  /** Student's t interval of the mean; absent for fewer than two answers. */
  readonly interval?: Interval;
}

/** A mean with the test that its true value is zero. */
export interface TestedEstimate extends Estimate {
  /** Mean by standard error; absent for fewer than two answers or without any spread. */
  readonly t?: number;
  /** Degrees of freedom of the test. */
  readonly degreesOfFreedom?: number;
  /** Two-sided p-value that the true mean is 0. */
  readonly p?: number;
  /** The p-value adjusted by Holm's method for the number of factors tested together. */
  readonly pHolm?: number;
}

/** A mean in which respondents count by their weight, such as customer value. */
export interface WeightedEstimate {
  /** Weighted mean. */
  readonly mean: number;
  /**
   * Its standard error, by linearisation, with n / (n - 1) (Cochran 1977, Sampling Techniques, section 6.4); absent
   * for fewer than two.
   */
  readonly standardError?: number;
  /** Normal interval of the mean; absent for fewer than two answers. */
  readonly interval?: Interval;
  /** How many answers with a weight. */
  readonly n: number;
  /**
   * How many equally weighted answers would be as sure: squared sum of weights by sum of squared weights (Kish
   * 1965).
   */
  readonly effectiveN: number;
}

/** A measure's mean on the study's scale. @internal */
export function measureEstimate(
  sums: AnswerSums,
  position: number,
  { scale, policy }: { readonly scale: Scale; readonly policy: ExperiencePolicy },
): Estimate | undefined {
  return estimateOf(sums, position, {
    middle: middleOf(scale),
    halfRange: 0.5 * (scale.max - scale.min),
    policy,
  })?.estimate;
}

/** A difference's or product's mean, with its test against 0. @internal */
export function testedEstimate(
  sums: AnswerSums,
  position: number,
  { halfRange, policy }: { readonly halfRange: number; readonly policy: ExperiencePolicy },
): TestedEstimate | undefined {
  const found = estimateOf(sums, position, { middle: 0, halfRange, policy });
  if (found === undefined) return undefined;
  const { estimate, test } = found;
  if (test === undefined) return estimate;
  return {
    ...estimate,
    ...(test.t !== undefined && { t: test.t }),
    degreesOfFreedom: test.degreesOfFreedom,
    p: test.p,
  };
}

/** The satisfaction in which respondents count by their weight. @internal */
export function weightedEstimate(
  sums: AnswerSums,
  policy: ExperiencePolicy,
): WeightedEstimate | undefined {
  const weight = sumAt(sums, SUMS.valueWeight);
  if (!(weight > 0)) return undefined;
  const squaredWeight = sumAt(sums, SUMS.valueSquaredWeight);
  const mean = sumAt(sums, SUMS.valueSum) / weight;
  const squares =
    sumAt(sums, SUMS.valueSquaredWeightSquares) -
    2 * mean * sumAt(sums, SUMS.valueSquaredWeightSum) +
    mean * mean * squaredWeight;
  const n = sumAt(sums, SUMS.valueN);
  const figure = { mean, n, effectiveN: (weight * weight) / squaredWeight };
  if (n < 2) return figure;
  const standardError = Math.sqrt((Math.max(0, squares) * n) / (n - 1)) / weight;
  const half = normalQuantile(0.5 + 0.5 * policy.level) * standardError;
  return {
    ...figure,
    standardError,
    interval: { lower: mean - half, upper: mean + half, level: policy.level },
  };
}

function estimateOf(
  sums: AnswerSums,
  position: number,
  {
    middle,
    halfRange,
    policy,
  }: { readonly middle: number; readonly halfRange: number; readonly policy: ExperiencePolicy },
): { estimate: Estimate; test?: MeanTest } | undefined {
  const sample = sampleOf(sums, position, halfRange);
  if (sample.mean === undefined) return undefined;
  const mean = middle + sample.mean;
  const counts = { n: sample.n, missing: sumAt(sums, SUMS.rows) - sample.n };
  const test = meanTest(sample, { level: policy.level });
  if (test === undefined || sample.variance === undefined) return { estimate: { mean, ...counts } };
  const { lower, upper, level } = test.interval;
  const estimate = {
    mean,
    ...counts,
    standardDeviation: Math.sqrt(sample.variance),
    standardError: test.standardError,
    interval: { lower: middle + lower, upper: middle + upper, level },
  };
  return { estimate, test };
}

/** Spread below this share of the scale's is rounding error of equal answers that are no whole points. */
const NO_SPREAD_SHARE = 1e-13;

function sampleOf(sums: AnswerSums, position: number, halfRange: number): SampleSummary {
  const n = sumAt(sums, position);
  if (n === 0) return { n };
  // + 0 turns a negative zero into zero
  const mean = sumAt(sums, position + 1) / n + 0;
  if (n === 1) return { n, mean };
  const squaredDeviations = sumAt(sums, position + 2) - n * mean * mean;
  const variance = squaredDeviations / (n - 1);
  return { n, mean, variance: variance > NO_SPREAD_SHARE * halfRange * halfRange ? variance : 0 };
}
