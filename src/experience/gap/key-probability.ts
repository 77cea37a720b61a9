import {
  eachResample,
  percentileInterval,
  type BootstrapOptions,
} from "../../shared/statistics/bootstrap.js";
import {
  DEFAULT_LEVEL,
  requireLevel,
  type Interval,
  type LevelOptions,
} from "../../shared/statistics/interval.js";
import { gatherRatings, requireOneWaveEach } from "../rating/gather.js";
import type { Rating, Study, WideRating } from "../rating/rating.js";
import { requireStudy } from "../rating/study.js";
import { answerMatrix, resampledFigures } from "./answer-matrix.js";
import { keyExperience } from "./key-experience.js";

/** How sure it is that a factor is the key experience. */
export interface FactorKeyProbability {
  /** The factor. */
  readonly factor: string;
  /** Share of the resamples in which it is the key experience; ties are split. */
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
  /** The factors, in the study's order; their shares, `noneShare` and `undecidedShare` sum to 1. */
  readonly factors: readonly FactorKeyProbability[];
  /** Share of the resamples in which no factor falls short. */
  readonly noneShare: number;
  /** Share of the resamples in which unstated importances leave several candidates, or nothing was measured. */
  readonly undecidedShare: number;
}

/** What {@link keyProbability} needs besides the ratings. */
export interface KeyProbabilityOptions extends BootstrapOptions, LevelOptions {
  /** The scale and the factors. */
  readonly study: Study;
}

/**
 * How sure is it that this factor is the key experience?
 *
 * Respondents are drawn again with replacement, whole persons with all their answers, and the key experience is
 * determined anew each time, by the same rule ({@link keyExperience}). With few respondents the plain ranking often
 * names the wrong factor; this says how often.
 *
 * @remarks Percentile bootstrap (Efron 1979; Efron and Tibshirani 1993, chapter 13).
 * @param rows - Long or wide rows of one wave.
 * @param options - The study, resamples, random source, and the level of the intervals.
 * @returns The probability by factor, with percentile intervals; `undefined` when there are no rows.
 * @throws RangeError when a row does not belong in the study, or a respondent answered in two waves.
 * @example
 * ```ts
 * import { keyProbability } from "goodwill/experience";
 * import { seededRandom } from "goodwill/shared";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const row = { factor: "price", importance: 8, expectation: 7, experience: 5 };
 * const rows = ["1", "2", "3"].map((respondent) => ({ ...row, respondent }));
 * const found = keyProbability(rows, { study, random: seededRandom(1), resamples: 100 });
 * found?.factors[0]?.keyShare; // => 1
 * ```
 */
export function keyProbability(
  rows: readonly (Rating | WideRating)[],
  options: KeyProbabilityOptions,
): KeyProbability | undefined {
  const { study, resamples } = options;
  requireStudy(study);
  requireLevel(options.level ?? DEFAULT_LEVEL);
  const action = "find the probability of the key experience";
  const gathered = gatherRatings(rows, study, action);
  requireOneWaveEach(gathered, action);
  if (gathered.length === 0) return undefined;
  const matrix = answerMatrix(gathered, study);
  const satisfactions = study.factors.map((): number[] => []);
  const products = study.factors.map((): number[] => []);
  const keyCounts = new Map(study.factors.map((factor) => [factor, 0]));
  let none = 0;
  let undecided = 0;
  eachResample(
    gathered.length,
    (positions) => {
      const figures = resampledFigures(matrix, positions);
      figures.forEach(({ satisfaction, weightedSatisfaction }, position) => {
        if (satisfaction !== undefined) satisfactions[position]?.push(satisfaction.mean);
        if (weightedSatisfaction !== undefined) products[position]?.push(weightedSatisfaction.mean);
      });
      const { status, factors } = keyExperience(figures, { study });
      if (status === "none") none += 1;
      else if (status !== "found") undecided += 1;
      else
        for (const key of factors)
          keyCounts.set(key, (keyCounts.get(key) ?? 0) + 1 / factors.length);
    },
    options,
  );
  return {
    respondents: gathered.length,
    resamples,
    factors: study.factors.map((factor, position) => ({
      factor,
      keyShare: (keyCounts.get(factor) ?? 0) / resamples,
      ...intervalOf("satisfaction", satisfactions[position] ?? [], options),
      ...intervalOf("weightedSatisfaction", products[position] ?? [], options),
    })),
    noneShare: none / resamples,
    undecidedShare: undecided / resamples,
  };
}

function intervalOf<Name extends string>(
  name: Name,
  replicates: readonly number[],
  options: LevelOptions,
): Partial<Record<Name, Interval>> {
  if (replicates.length === 0) return {};
  const found: Partial<Record<string, Interval>> = {
    [name]: percentileInterval(replicates, options),
  };
  return found;
}
