import type { RandomSource } from "../random.js";
import { DEFAULT_LEVEL, requireLevel, type Interval, type LevelOptions } from "./interval.js";
import { quantile } from "./quantile.js";

/** How often to resample, and with which random numbers. */
export interface BootstrapOptions {
  /** The source of random numbers; the same seed gives the same result. */
  readonly random: RandomSource;
  /** How many resamples, at least 1; 2,000 are enough for the ends of a 95 percent interval. */
  readonly resamples: number;
}

/** A figure with the interval its resamples give. */
export interface BootstrapEstimate {
  /** The figure of the sample as it is. */
  readonly estimate: number;
  /** Standard deviation of the figure over the resamples; absent for fewer than two. */
  readonly standardError?: number;
  /** Interval between percentiles of the resamples. */
  readonly interval: Interval;
}

/**
 * Draws resamples: for each, as many positions as there are cases, with replacement.
 *
 * @remarks Efron (1979, Annals of Statistics 7:1). The buffer handed to `visit` is used again for the next
 * resample: read it, do not keep it.
 * @param size - How many cases there are, at least 1.
 * @param visit - Receives the drawn positions (0 to size - 1) of one resample and its number from 0.
 * @param options - How many resamples and the random source.
 * @throws RangeError when size or resamples are not whole and positive.
 * @example
 * ```ts
 * import { eachResample, seededRandom } from "goodwill/shared";
 *
 * let drawn = 0;
 * eachResample(5, (positions) => (drawn += positions.length), { random: seededRandom(1), resamples: 3 });
 * drawn; // => 15
 * ```
 */
export function eachResample(
  size: number,
  visit: (positions: Uint32Array, resample: number) => void,
  { random, resamples }: BootstrapOptions,
): void {
  requireCount("cases", size);
  requireCount("resamples", resamples);
  const positions = new Uint32Array(size);
  for (let resample = 0; resample < resamples; resample += 1) {
    for (let i = 0; i < size; i += 1) positions[i] = random() * size;
    visit(positions, resample);
  }
}

/**
 * How sure a figure is when no formula is at hand: its interval from resamples of the data.
 *
 * @remarks Percentile method of Efron (1981, Canadian Journal of Statistics 9:139), ends by type 7 quantiles.
 * @param values - The cases, at least one.
 * @param statistic - The figure of a sample; called once for the data and once a resample. It must be finite for
 * every resample.
 * @param options - Resamples, random source and confidence level.
 * @returns The figure, its standard error and its percentile interval.
 * @throws RangeError when there are no cases, resamples is not whole and positive, the level is not above 0 and below
 * 1, or the figure of the data or of a resample is not finite.
 * @example
 * ```ts
 * import { bootstrap, seededRandom } from "goodwill/shared";
 *
 * const median = (sample: readonly number[]) => sample.toSorted((a, b) => a - b)[2] ?? 0;
 * const { estimate, interval } = bootstrap([1, 5, 6, 7, 9], median, { random: seededRandom(7), resamples: 500 });
 * [estimate, interval.lower >= 1, interval.upper <= 9]; // => [6, true, true]
 * ```
 */
export function bootstrap<Case>(
  values: readonly Case[],
  statistic: (sample: readonly Case[]) => number,
  options: BootstrapOptions & LevelOptions,
): BootstrapEstimate {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "bootstrap");
  requireCount("cases", values.length);
  requireCount("resamples", options.resamples);
  const estimate = statistic(values);
  if (!Number.isFinite(estimate)) {
    throw new RangeError(`Cannot bootstrap: the figure of the cases is ${String(estimate)}`);
  }
  const replicates = new Float64Array(options.resamples);
  const sample = values.slice();
  eachResample(
    values.length,
    (positions, resample) => {
      for (let i = 0; i < positions.length; i += 1)
        sample[i] = values[positions[i] as number] as Case;
      const replicate = statistic(sample);
      if (!Number.isFinite(replicate)) {
        throw new RangeError(
          `Cannot bootstrap: the figure of resample ${String(resample)} is ${String(replicate)}`,
        );
      }
      replicates[resample] = replicate;
    },
    options,
  );
  const standardError = standardDeviation(replicates);
  return {
    estimate,
    ...(standardError !== undefined && { standardError }),
    interval: percentileInterval(replicates, { level }),
  };
}

/**
 * The middle part of replicates that holds the given share of them.
 *
 * @param replicates - Finite figures of the resamples, in any order, at least one.
 * @param options - The confidence level.
 * @returns The interval between the two percentiles.
 * @throws RangeError when there are no replicates, one is not finite, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { percentileInterval } from "goodwill/shared";
 *
 * percentileInterval([4, 1, 3, 2, 5], { level: 0.5 }); // => { lower: 2, upper: 4, level: 0.5 }
 * ```
 */
export function percentileInterval(
  replicates: ArrayLike<number>,
  options: LevelOptions = {},
): Interval {
  const task = "make a percentile interval";
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, task);
  const sorted = Float64Array.from(replicates).sort();
  if (sorted.length === 0) throw new RangeError(`Cannot ${task}: there are no replicates`);
  // Sorted, what is not finite stands at an end.
  for (const end of [sorted[0], sorted.at(-1)]) {
    if (!Number.isFinite(end)) {
      throw new RangeError(`Cannot ${task}: replicates must be finite, got ${String(end)}`);
    }
  }
  const below = 0.5 * (1 - level);
  return { lower: quantile(sorted, below), upper: quantile(sorted, 1 - below), level };
}

function requireCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(
      `Cannot bootstrap: ${name} must be a whole number of at least 1, got ${String(count)}`,
    );
  }
}

function standardDeviation(replicates: Float64Array): number | undefined {
  if (replicates.length < 2) return undefined;
  const mean = replicates.reduce((sum, value) => sum + value, 0) / replicates.length;
  const squares = replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (replicates.length - 1));
}
