import type { FactorAnswers } from "../rating/rating.js";
import type { Scale } from "../rating/scale.js";

/**
 * Running sums over the answers on one factor by one group of respondents: everything a gap is computed from.
 *
 * A plain array of numbers, so that an accumulator is JSON and adding is fast. Measures are summed as distances
 * from the middle of the scale: ratings in whole points then sum without any rounding error, and others lose no
 * precision to a large mean.
 *
 * @internal
 */
export type AnswerSums = number[];

/** Positions in the sums. A `*_N` is a count; `*_SUM` and `*_SQUARES` follow it. @internal */
export const SUMS = {
  rows: 0,
  importance: 1,
  expectation: 4,
  experience: 7,
  ideal: 10,
  satisfaction: 13,
  weightedSatisfaction: 16,
  idealGap: 19,
  below: 22,
  above: 23,
  satisfactionByValue: 24,
  weightedSatisfactionByValue: 30,
} as const;

/** Positions within the sums of a value by weight, from its `...ByValue`. @internal */
export const BY_VALUE = {
  n: 0,
  weight: 1,
  squaredWeight: 2,
  sum: 3,
  squaredWeightSum: 4,
  squaredWeightSquares: 5,
} as const;

const LENGTH = 36;

/** The sums of no answers. @internal */
export function createSums(): AnswerSums {
  return new Array<number>(LENGTH).fill(0);
}

/** The middle of a scale, from which measures are summed. @internal */
export function middleOf(scale: Scale): number {
  return 0.5 * (scale.min + scale.max);
}

/** Answers on one factor, missing ones undefined. @internal */
export type SummedAnswers = {
  readonly [M in keyof FactorAnswers]?: number | undefined;
};

/**
 * How answers are added: the middle of the scale, how often they occur, and the weight of who gave them (0 counts
 * as none). @internal
 */
export interface AddAnswersOptions {
  readonly middle: number;
  readonly times: number;
  readonly weight?: number | undefined;
}

/** Adds answers that occur `times` times; a missing answer counts in no sum but the rows. @internal */
export function addAnswers(
  sums: AnswerSums,
  { importance, expectation, experience, ideal }: SummedAnswers,
  { middle, times, weight }: AddAnswersOptions,
): void {
  add(sums, SUMS.rows, times);
  if (importance !== undefined) addMeasure(sums, SUMS.importance, importance - middle, times);
  if (expectation !== undefined) addMeasure(sums, SUMS.expectation, expectation - middle, times);
  if (experience !== undefined) addMeasure(sums, SUMS.experience, experience - middle, times);
  if (ideal !== undefined) addMeasure(sums, SUMS.ideal, ideal - middle, times);
  if (experience === undefined) return;
  if (ideal !== undefined) addMeasure(sums, SUMS.idealGap, experience - ideal, times);
  if (expectation === undefined) return;
  const satisfaction = experience - expectation;
  addMeasure(sums, SUMS.satisfaction, satisfaction, times);
  if (satisfaction < 0) add(sums, SUMS.below, times);
  if (satisfaction > 0) add(sums, SUMS.above, times);
  const weighs = weight !== undefined && weight > 0;
  if (weighs) addByValue(sums, SUMS.satisfactionByValue, { value: satisfaction, weight, times });
  if (importance === undefined) return;
  const product = importance * satisfaction;
  addMeasure(sums, SUMS.weightedSatisfaction, product, times);
  if (weighs) addByValue(sums, SUMS.weightedSatisfactionByValue, { value: product, weight, times });
}

function addMeasure(sums: AnswerSums, position: number, value: number, times: number): void {
  add(sums, position, times);
  add(sums, position + 1, times * value);
  add(sums, position + 2, times * value * value);
}

function addByValue(
  sums: AnswerSums,
  position: number,
  {
    value,
    weight,
    times,
  }: { readonly value: number; readonly weight: number; readonly times: number },
): void {
  const squared = weight * weight;
  add(sums, position + BY_VALUE.n, times);
  add(sums, position + BY_VALUE.weight, times * weight);
  add(sums, position + BY_VALUE.squaredWeight, times * squared);
  add(sums, position + BY_VALUE.sum, times * weight * value);
  add(sums, position + BY_VALUE.squaredWeightSum, times * squared * value);
  add(sums, position + BY_VALUE.squaredWeightSquares, times * squared * value * value);
}

function add(sums: AnswerSums, position: number, value: number): void {
  sums[position] = (sums[position] as number) + value;
}

/** The sums of both groups. @internal */
export function mergeSums(a: AnswerSums, b: AnswerSums): AnswerSums {
  return a.map((value, position) => value + (b[position] as number));
}

/** The sum at a position. @internal */
export function sumAt(sums: AnswerSums, position: number): number {
  return sums[position] as number;
}
