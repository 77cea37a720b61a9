import type { Aggregation } from "../aggregation.js";

/** Count, mean and sum of squared deviations of numbers: what is needed to merge means and variances. */
export interface Moments {
  /** How many numbers. */
  readonly n: number;
  /** Their mean; 0 when there are none. */
  readonly mean: number;
  /** Sum of their squared deviations from the mean. */
  readonly squaredDeviations: number;
}

/** The mean of a sample and its spread. */
export interface SampleSummary {
  /** How many numbers. */
  readonly n: number;
  /** Their mean; absent when there are none. */
  readonly mean?: number;
  /** Sample variance, with n - 1; absent for fewer than two numbers. */
  readonly variance?: number;
}

/**
 * Mean and variance of numbers, mergeable.
 *
 * @remarks One pass after Welford (1962, Technometrics 4:419); merging after Chan, Golub and LeVeque (1979,
 * Stanford STAN-CS-79-773, eq. 2.1). No precision is lost to large means. Merging in another order may differ in
 * the last digits.
 * @returns The aggregation; rows are finite numbers.
 * @throws RangeError when a number is not finite.
 * @example
 * ```ts
 * import { aggregate, momentsCombine } from "goodwill/shared";
 *
 * aggregate([2, 4, 6], momentsCombine()); // => { n: 3, mean: 4, variance: 4 }
 * ```
 */
export function momentsCombine(): Aggregation<number, Moments, SampleSummary> {
  return {
    createAccumulator: () => ({ n: 0, mean: 0, squaredDeviations: 0 }),
    addInput: addNumber,
    mergeAccumulators: mergeMoments,
    extractOutput: summarizeMoments,
  };
}

function addNumber({ n, mean, squaredDeviations }: Moments, value: number): Moments {
  if (!Number.isFinite(value))
    throw new RangeError(`Cannot average: every number must be finite, got ${String(value)}`);
  const deviation = value - mean;
  const nextMean = mean + deviation / (n + 1);
  return {
    n: n + 1,
    mean: nextMean,
    squaredDeviations: squaredDeviations + deviation * (value - nextMean),
  };
}

function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const distance = b.mean - a.mean;
  return {
    n,
    mean: (a.n * a.mean + b.n * b.mean) / n,
    squaredDeviations:
      a.squaredDeviations + b.squaredDeviations + (distance * distance * a.n * b.n) / n,
  };
}

function summarizeMoments({ n, mean, squaredDeviations }: Moments): SampleSummary {
  return {
    n,
    ...(n > 0 && { mean }),
    ...(n > 1 && { variance: squaredDeviations / (n - 1) }),
  };
}
