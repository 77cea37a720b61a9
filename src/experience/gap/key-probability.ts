import {
  eachResample,
  percentileInterval,
  type BootstrapOptions,
} from "../../shared/statistics/bootstrap.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import type { Rating, Study, WideRating } from "../rating/rating.js";
import { gatherRatings, requireStudy } from "../rating/study.js";

/** How sure it is that a factor is the key experience. */
export interface FactorKeyProbability {
  /** The factor. */
  readonly factor: string;
  /** Share of the resamples in which it has the lowest importance x satisfaction below zero; ties are split. */
  readonly keyShare: number;
  /** Percentile interval of its satisfaction; absent when it was answered in no resample. */
  readonly satisfaction?: Interval;
  /** Percentile interval of its importance x satisfaction; absent when it was answered in no resample. */
  readonly weightedSatisfaction?: Interval;
}

/** How sure the choice of the key experience is. */
export interface KeyProbability {
  /** How many respondents were resampled. */
  readonly respondents: number;
  /** How many resamples were drawn. */
  readonly resamples: number;
  /** The factors, in the study's order; their shares and `noneShare` sum to 1. */
  readonly factors: readonly FactorKeyProbability[];
  /** Share of the resamples in which no factor falls short. */
  readonly noneShare: number;
}

/**
 * How sure is it that this factor is the key experience?
 *
 * Respondents are drawn again with replacement, whole persons with all their answers, and the key experience is
 * determined anew each time. With few respondents the plain ranking often names the wrong factor; this says how
 * often.
 *
 * @remarks Percentile bootstrap (Efron 1979; Efron and Tibshirani 1993, chapter 13).
 * @param rows - Long or wide rows.
 * @param study - The scale and the factors.
 * @param options - Resamples, random source, and the level of the intervals.
 * @returns The probability by factor, with percentile intervals; `undefined` when there are no rows.
 * @throws RangeError when a row does not belong in the study.
 * @example
 * ```ts
 * import { keyProbability } from "goodwill/experience";
 * import { seededRandom } from "goodwill/shared";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const row = { factor: "price", importance: 8, expectation: 7, experience: 5 };
 * const rows = ["1", "2", "3"].map((respondent) => ({ ...row, respondent }));
 * keyProbability(rows, study, { random: seededRandom(1), resamples: 100 })?.factors[0]?.keyShare; // => 1
 * ```
 */
export function keyProbability(
  rows: readonly (Rating | WideRating)[],
  study: Study,
  options: BootstrapOptions & LevelOptions,
): KeyProbability | undefined {
  requireStudy(study);
  const answers = answerMatrix(
    gatherRatings(rows, study, "find the probability of the key experience"),
    study,
  );
  if (answers.respondents === 0) return undefined;
  const { factors } = study;
  const replicates = factors.map(() => ({
    satisfaction: [] as number[],
    weighted: [] as number[],
  }));
  const keyShares = new Float64Array(factors.length);
  let none = 0;
  eachResample(
    answers.respondents,
    (positions) => {
      const means = factors.map((_, factor) => resampledMeans(answers, factor, positions));
      means.forEach(({ satisfaction, weighted }, factor) => {
        if (satisfaction !== undefined) replicates[factor]?.satisfaction.push(satisfaction);
        if (weighted !== undefined) replicates[factor]?.weighted.push(weighted);
      });
      const lowest = Math.min(0, ...means.map(({ weighted }) => weighted ?? 0));
      const keys = means.flatMap(({ weighted }, factor) =>
        weighted === lowest && lowest < 0 ? [factor] : [],
      );
      if (keys.length === 0) none += 1;
      for (const factor of keys)
        keyShares[factor] = (keyShares[factor] as number) + 1 / keys.length;
    },
    options,
  );
  return {
    respondents: answers.respondents,
    resamples: options.resamples,
    factors: factors.map((factor, position) => {
      const { satisfaction, weighted } = replicates[position] as (typeof replicates)[number];
      return {
        factor,
        keyShare: (keyShares[position] as number) / options.resamples,
        ...(satisfaction.length > 0 && { satisfaction: percentileInterval(satisfaction, options) }),
        ...(weighted.length > 0 && { weightedSatisfaction: percentileInterval(weighted, options) }),
      };
    }),
    noneShare: none / options.resamples,
  };
}

/**
 * Satisfaction and its product with importance by factor and respondent; what is missing is 0 and counted 0 times.
 */
interface AnswerMatrix {
  readonly respondents: number;
  readonly satisfaction: readonly Float64Array[];
  readonly satisfied: readonly Uint8Array[];
  readonly weighted: readonly Float64Array[];
  readonly weightedKnown: readonly Uint8Array[];
}

function answerMatrix(rows: readonly WideRating[], { factors }: Study): AnswerMatrix {
  const column = (): Float64Array => new Float64Array(rows.length);
  const flags = (): Uint8Array => new Uint8Array(rows.length);
  const matrix = {
    respondents: rows.length,
    satisfaction: factors.map(column),
    satisfied: factors.map(flags),
    weighted: factors.map(column),
    weightedKnown: factors.map(flags),
  };
  rows.forEach((row, respondent) => {
    factors.forEach((factor, position) => {
      const { importance, expectation, experience } = row.factors[factor] ?? {};
      if (experience === undefined || expectation === undefined) return;
      (matrix.satisfaction[position] as Float64Array)[respondent] = experience - expectation;
      (matrix.satisfied[position] as Uint8Array)[respondent] = 1;
      if (importance === undefined) return;
      (matrix.weighted[position] as Float64Array)[respondent] =
        importance * (experience - expectation);
      (matrix.weightedKnown[position] as Uint8Array)[respondent] = 1;
    });
  });
  return matrix;
}

function resampledMeans(
  answers: AnswerMatrix,
  factor: number,
  positions: Uint32Array,
): { satisfaction?: number; weighted?: number } {
  const satisfaction = meanAt(answers.satisfaction[factor], answers.satisfied[factor], positions);
  const weighted = meanAt(answers.weighted[factor], answers.weightedKnown[factor], positions);
  return {
    ...(satisfaction !== undefined && { satisfaction }),
    ...(weighted !== undefined && { weighted }),
  };
}

function meanAt(
  values: Float64Array | undefined,
  known: Uint8Array | undefined,
  positions: Uint32Array,
): number | undefined {
  if (values === undefined || known === undefined) return undefined;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i] as number;
    sum += values[position] as number;
    count += known[position] as number;
  }
  return count === 0 ? undefined : sum / count;
}
