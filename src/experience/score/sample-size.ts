import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { LevelOptions } from "../../shared/statistics/interval.js";
import { normalQuantile } from "../../shared/statistics/normal.js";
import { studentQuantile } from "../../shared/statistics/student.js";
import { DEFAULT_EXPERIENCE_POLICY } from "../policy.js";
import { adjustedEstimate, waldEstimate } from "./nps-interval.js";

/** How exact a figure shall be, and among how many customers. */
export interface SampleSizeOptions extends LevelOptions {
  /** How many customers there are, where that is no more than a few times the answers wanted; endless when absent. */
  readonly population?: number;
}

/**
 * The split an NPS is expected to have: both shares, or neither for the worst case of half promoters and half
 * detractors.
 */
export interface ExpectedNpsShares {
  /** Expected share of promoters, 0 to 1. */
  readonly promoterShare?: number;
  /** Expected share of detractors, 0 to 1; at most 1 with the promoters. */
  readonly detractorShare?: number;
}

/** How exact an NPS shall be. */
export interface NpsSampleSizeOptions extends SampleSizeOptions, ExpectedNpsShares {
  /** Largest half width of the interval, in points, above 0. */
  readonly margin: number;
}

/** How exact a share, such as a CSAT, shall be. */
export interface ShareSampleSizeOptions extends SampleSizeOptions {
  /** Largest half width of the interval, as a share, above 0. */
  readonly margin: number;
  /** Expected share, 0 to 1; the worst case of 0.5 when absent. */
  readonly share?: number;
}

/** How exact a mean, such as a CES, shall be. */
export interface MeanSampleSizeOptions extends SampleSizeOptions {
  /** Largest half width of the interval, in points of the scale, above 0. */
  readonly margin: number;
  /** Expected standard deviation of the answers, at least 0. */
  readonly standardDeviation: number;
}

/** Two waves or groups, and how surely a change shall be noticed. */
export interface NpsDetectableDifferenceOptions extends LevelOptions, ExpectedNpsShares {
  /** Answers in the first wave, a whole number of at least 1. */
  readonly firstN: number;
  /** Answers in the second wave, a whole number of at least 1. */
  readonly secondN: number;
  /**
   * Chance to notice a true change of that size, above 0.5 and below 1; that of {@link DEFAULT_EXPERIENCE_POLICY} when
   * absent.
   */
  readonly power?: number;
}

const SIZING = "size a sample";

/** Up to so many degrees of freedom `studentTail` keeps its digits. */
const EXACT_STUDENT_TO = 1e6;

/**
 * How many answers an NPS needs to be exact to so many points.
 *
 * The smallest n whose adjusted Wald interval, at the expected split, has a half width of at most the margin. With
 * a population the half width shrinks by the square root of (N - n) / (N - 1), and asking all is always enough.
 *
 * @param options - The margin in points, the expected split (worst case when absent), level and population.
 * @returns Answers needed, a whole number; those who do not answer come on top.
 * @throws RangeError when the margin is not above 0 or so small that no countable sample reaches it, only one share is
 * given, the shares are no split, the population is not whole, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { npsSampleSize } from "goodwill/experience";
 *
 * npsSampleSize({ margin: 10 }); // => 380
 * npsSampleSize({ margin: 10, promoterShare: 0.4, detractorShare: 0.25 }); // => 238
 * npsSampleSize({ margin: 10, population: 500 }); // => 215
 * ```
 */
export function npsSampleSize(options: NpsSampleSizeOptions): number {
  const { promoterShare, detractorShare } = requireNpsShares(options, SIZING);
  const z = quantileOf(options, SIZING);
  return smallestSample(1, options, (n) => {
    const split = { promoters: n * promoterShare, detractors: n * detractorShare, n };
    return 100 * z * adjustedEstimate(split).standardError;
  });
}

/**
 * How many answers a share, such as a CSAT, needs to be exact to so much.
 *
 * The smallest n whose Wilson interval, at the expected share, has a half width of at most the margin.
 *
 * @param options - The margin as a share, the expected share (0.5 when absent), level and population.
 * @returns Answers needed, a whole number; those who do not answer come on top.
 * @throws RangeError when the margin is not above 0 or so small that no countable sample reaches it, the share is none,
 * the population is not whole, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { shareSampleSize } from "goodwill/experience";
 *
 * shareSampleSize({ margin: 0.05 }); // => 381
 * shareSampleSize({ margin: 0.05, share: 0.9 }); // => 141
 * ```
 */
export function shareSampleSize(options: ShareSampleSizeOptions): number {
  const { share = 0.5 } = options;
  requireShare("share", share, SIZING);
  const z = quantileOf(options, SIZING);
  return smallestSample(
    1,
    options,
    (n) => (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n)),
  );
}

/**
 * How many answers a mean, such as a CES, needs to be exact to so many points of its scale.
 *
 * The smallest n, at least 2, whose Student interval has a half width of at most the margin when the answers spread
 * as expected.
 *
 * @param options - The margin, the expected standard deviation, level and population.
 * @returns Answers needed, a whole number; those who do not answer come on top.
 * @throws RangeError when the margin is not above 0 or so small that no countable sample reaches it, the standard
 * deviation is negative, the population is not whole or below 2, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { meanSampleSize } from "goodwill/experience";
 *
 * meanSampleSize({ margin: 0.25, standardDeviation: 1.2 }); // => 91
 * ```
 */
export function meanSampleSize(options: MeanSampleSizeOptions): number {
  const { standardDeviation, level = DEFAULT_LEVEL } = options;
  if (!(standardDeviation >= 0 && Number.isFinite(standardDeviation))) {
    throw new RangeError(
      `Cannot ${SIZING}: the standard deviation must be at least 0, got ${String(standardDeviation)}`,
    );
  }
  const probability = 0.5 + 0.5 * requireLevel(level, SIZING);
  return smallestSample(
    2,
    options,
    (n) => (quantileOfMean(probability, n - 1) * standardDeviation) / Math.sqrt(n),
  );
}

/**
 * Student's quantile; beyond the million degrees of freedom up to which that is exact, the normal quantile with the
 * first terms of its expansion (Abramowitz and Stegun 26.7.5), exact there.
 */
function quantileOfMean(probability: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom <= EXACT_STUDENT_TO) return studentQuantile(probability, degreesOfFreedom);
  const z = normalQuantile(probability);
  const first = (z ** 3 + z) / (4 * degreesOfFreedom);
  return z + first + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degreesOfFreedom ** 2);
}

/**
 * How far an NPS must move between two waves before the comparison is likely to notice.
 *
 * The test is that of `compareNps`, two-sided at 1 - level; both waves are taken to spread like the expected split.
 *
 * @remarks Cohen (1988, Statistical Power Analysis): (z of the level + z of the power) times the standard error of
 * the difference; the chance to call a change in the wrong direction is left out.
 * @param options - Answers in both waves, power, level, and the expected split (worst case when absent).
 * @returns The smallest true difference noticed with that power, in points; `undefined` when it would exceed 200,
 * so that none can be.
 * @throws RangeError when a size is not whole or below 1, the power is not above 0.5 and below 1, only one share is
 * given, the shares are no split, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { npsDetectableDifference } from "goodwill/experience";
 *
 * const points = npsDetectableDifference({ firstN: 250, secondN: 250, promoterShare: 0.45, detractorShare: 0.36 });
 * points?.toFixed(1); // => "22.4"
 * ```
 */
export function npsDetectableDifference(
  options: NpsDetectableDifferenceOptions,
): number | undefined {
  const { firstN, secondN, power = DEFAULT_EXPERIENCE_POLICY.power } = options;
  const task = "plan a comparison of NPS";
  requireWhole("firstN", firstN, { least: 1, task });
  requireWhole("secondN", secondN, { least: 1, task });
  if (!(Number.isFinite(power) && power > 0.5 && power < 1)) {
    throw new RangeError(
      `Cannot ${task}: the power must lie above 0.5 and below 1, got ${String(power)}`,
    );
  }
  const { promoterShare: promoters, detractorShare: detractors } = requireNpsShares(options, task);
  const spread = waldEstimate({ promoters, detractors, n: 1 }).standardError;
  const standardError = spread * Math.sqrt(1 / firstN + 1 / secondN);
  const difference = 100 * (quantileOf(options, task) + normalQuantile(power)) * standardError;
  return difference <= 200 ? difference : undefined;
}

/** Bisection on the number of answers, because every half width here falls as answers grow in number. */
function smallestSample(
  least: number,
  { margin, population }: { readonly margin: number; readonly population?: number },
  halfWidth: (n: number) => number,
): number {
  if (!(margin > 0 && Number.isFinite(margin))) {
    throw new RangeError(`Cannot ${SIZING}: the margin must be above 0, got ${String(margin)}`);
  }
  if (population !== undefined) requireWhole("population", population, { least, task: SIZING });
  const isEnough = (n: number): boolean => {
    const rest =
      population === undefined || population === 1 ? 1 : (population - n) / (population - 1);
    return n === population || halfWidth(n) * Math.sqrt(rest) <= margin;
  };
  let enough = least;
  let tooFew = least - 1;
  const most = population ?? Number.MAX_SAFE_INTEGER;
  while (!isEnough(enough)) {
    if (enough === most) {
      throw new RangeError(
        `Cannot ${SIZING}: the margin cannot be reached with ${String(most)} answers, got ${String(margin)}`,
      );
    }
    tooFew = enough;
    enough = Math.min(2 * enough, most);
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor(0.5 * (tooFew + enough));
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

function quantileOf({ level = DEFAULT_LEVEL }: LevelOptions, task: string): number {
  return normalQuantile(0.5 + 0.5 * requireLevel(level, task));
}

function requireNpsShares(
  { promoterShare, detractorShare }: ExpectedNpsShares,
  task: string,
): Required<ExpectedNpsShares> {
  if (promoterShare === undefined && detractorShare === undefined) {
    return { promoterShare: 0.5, detractorShare: 0.5 };
  }
  if (promoterShare === undefined || detractorShare === undefined) {
    throw new RangeError(
      `Cannot ${task}: give both promoterShare and detractorShare, or neither, got ${String(promoterShare)} and ${String(detractorShare)}`,
    );
  }
  requireShare("promoterShare", promoterShare, task);
  requireShare("detractorShare", detractorShare, task);
  // 0.7 + 0.3 may exceed 1 by a rounding error.
  if (promoterShare + detractorShare > 1 + 1e-12) {
    throw new RangeError(
      `Cannot ${task}: promoters and detractors are at most 1 together, got ${String(promoterShare + detractorShare)}`,
    );
  }
  return { promoterShare, detractorShare };
}

function requireShare(name: string, share: number, task: string): void {
  if (!(Number.isFinite(share) && share >= 0 && share <= 1)) {
    throw new RangeError(`Cannot ${task}: ${name} must lie from 0 to 1, got ${String(share)}`);
  }
}

function requireWhole(
  name: string,
  count: number,
  { least, task }: { readonly least: number; readonly task: string },
): void {
  if (!Number.isSafeInteger(count) || count < least) {
    throw new RangeError(
      `Cannot ${task}: ${name} must be a whole number of at least ${String(least)}, got ${String(count)}`,
    );
  }
}
