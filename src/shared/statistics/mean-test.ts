import { DEFAULT_LEVEL, requireLevel, type Interval, type LevelOptions } from "./interval.js";
import type { SampleSummary } from "./moments.js";
import { studentQuantile, studentTail } from "./student.js";

/** A mean, or a difference of means, with its uncertainty and the test that it is zero. */
export interface MeanTest {
  /** The mean, or the second mean minus the first. */
  readonly estimate: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Its confidence interval; absent when the standard error is 0, because then nothing is known of the spread. */
  readonly interval?: Interval;
  /** Estimate by standard error; absent when the standard error is 0. */
  readonly t?: number;
  /** Degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Two-sided p-value that the true value is 0; absent when the standard error is 0. */
  readonly p?: number;
}

/**
 * Whether the mean of a sample differs from zero.
 *
 * @remarks Student (1908). For paired answers give the differences.
 * @param sample - Size, mean and variance, as {@link momentsCombine} gives them.
 * @param options - The confidence level of the interval.
 * @returns The test; `undefined` for fewer than two numbers, because then nothing is known of the spread.
 * @example
 * ```ts
 * import { meanTest } from "goodwill/shared";
 *
 * meanTest({ n: 9, mean: 2, variance: 9 })?.t; // => 2
 * ```
 */
export function meanTest(sample: SampleSummary, options: LevelOptions = {}): MeanTest | undefined {
  const { n, mean, variance } = sample;
  if (mean === undefined || variance === undefined) return undefined;
  return testOf(mean, Math.sqrt(variance / n), n - 1, options);
}

/**
 * Whether the means of two independent samples differ, without assuming equal variances.
 *
 * @remarks Welch (1947, Biometrika 34:28), degrees of freedom after Satterthwaite (1946).
 * @param first - Size, mean and variance of the first sample.
 * @param second - Size, mean and variance of the second.
 * @param options - The confidence level of the interval.
 * @returns The test of second minus first; `undefined` when a sample has fewer than two numbers.
 * @example
 * ```ts
 * import { welchTest } from "goodwill/shared";
 *
 * const test = welchTest({ n: 10, mean: 5, variance: 4 }, { n: 12, mean: 7, variance: 6 });
 * [test?.estimate, test?.t?.toFixed(4), test?.degreesOfFreedom.toFixed(2)]; // => [2, "2.1082", "20.00"]
 * ```
 */
export function welchTest(
  first: SampleSummary,
  second: SampleSummary,
  options: LevelOptions = {},
): MeanTest | undefined {
  if (first.mean === undefined || second.mean === undefined) return undefined;
  if (first.variance === undefined || second.variance === undefined) return undefined;
  const a = first.variance / first.n;
  const b = second.variance / second.n;
  const squaredError = a + b;
  const degreesOfFreedom =
    squaredError === 0
      ? first.n + second.n - 2
      : (squaredError * squaredError) / ((a * a) / (first.n - 1) + (b * b) / (second.n - 1));
  return testOf(second.mean - first.mean, Math.sqrt(squaredError), degreesOfFreedom, options);
}

/**
 * Whether the same persons answer differently the second time.
 *
 * @param pairs - First and second answer of each person; both present.
 * @param options - The confidence level of the interval.
 * @returns The test of second minus first; `undefined` for fewer than two pairs.
 * @example
 * ```ts
 * import { pairedTest } from "goodwill/shared";
 *
 * pairedTest([[5, 6], [4, 6], [7, 7]])?.estimate; // => 1
 * ```
 */
export function pairedTest(
  pairs: readonly (readonly [number, number])[],
  options: LevelOptions = {},
): MeanTest | undefined {
  return meanTest(summaryOf(pairs.map(([first, second]) => second - first)), options);
}

/** Two passes, because the values are at hand and differences of ratings are exact. */
function summaryOf(values: readonly number[]): SampleSummary {
  const n = values.length;
  if (n < 2) return { n };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, mean, variance };
}

function testOf(
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  options: LevelOptions,
): MeanTest {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL);
  // equal answers do not prove that all answers are equal
  if (standardError === 0) return { estimate, standardError, degreesOfFreedom };
  const half = studentQuantile(0.5 + 0.5 * level, degreesOfFreedom) * standardError;
  const interval = { lower: estimate - half, upper: estimate + half, level };
  const t = estimate / standardError;
  const p = Math.min(1, 2 * studentTail(Math.abs(t), degreesOfFreedom));
  return { estimate, standardError, interval, t, degreesOfFreedom, p };
}
