import { meanTest, type MeanTest } from "../../shared/statistics/mean-test.js";
import type { SampleSummary } from "../../shared/statistics/moments.js";
import { normalQuantile } from "../../shared/statistics/normal.js";
import type { ExperiencePolicy } from "../policy.js";
import type { Scale } from "../rating/scale.js";
import { BY_VALUE, SUMS, middleOf, sumAt, type AnswerSums } from "./answer-sums.js";
import type { Estimate, TestedEstimate, WeightedEstimate } from "./estimate.js";

/** A measure's mean on the study's scale, its interval cut to the scale. @internal */
export function measureEstimate(
  sums: AnswerSums,
  position: number,
  { scale, policy }: { readonly scale: Scale; readonly policy: ExperiencePolicy },
): Estimate | undefined {
  const halfRange = 0.5 * (scale.max - scale.min);
  const estimate = estimateOf(sums, position, {
    middle: middleOf(scale),
    halfRange,
    policy,
  })?.estimate;
  if (estimate?.interval === undefined) return estimate;
  const { lower, upper, level } = estimate.interval;
  const interval = { lower: Math.max(scale.min, lower), upper: Math.min(scale.max, upper), level };
  return { ...estimate, interval };
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
  if (test?.t === undefined || test.p === undefined) return estimate;
  return { ...estimate, t: test.t, degreesOfFreedom: test.degreesOfFreedom, p: test.p };
}

/** The mean of a value in which respondents count by their weight. @internal */
export function weightedEstimate(
  sums: AnswerSums,
  position: number,
  policy: ExperiencePolicy,
): WeightedEstimate | undefined {
  const at = (field: keyof typeof BY_VALUE): number => sumAt(sums, position + BY_VALUE[field]);
  const weight = at("weight");
  if (!(weight > 0)) return undefined;
  // + 0 turns a negative zero into zero
  const mean = at("sum") / weight + 0;
  const n = at("n");
  const figure = { mean, n, effectiveN: (weight * weight) / at("squaredWeight") };
  if (n < 2) return figure;
  const squares =
    at("squaredWeightSquares") -
    2 * mean * at("squaredWeightSum") +
    mean * mean * at("squaredWeight");
  const standardError = Math.sqrt((Math.max(0, squares) * n) / (n - 1)) / weight;
  if (standardError === 0) return { ...figure, standardError };
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
  const { interval } = test;
  const estimate = {
    mean,
    ...counts,
    standardDeviation: Math.sqrt(sample.variance),
    standardError: test.standardError,
    ...(interval && {
      interval: { ...interval, lower: middle + interval.lower, upper: middle + interval.upper },
    }),
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
