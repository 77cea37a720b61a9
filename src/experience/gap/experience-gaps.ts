import { aggregate } from "../../shared/aggregation.js";
import { gatherRatings, requireOneWaveEach } from "../rating/gather.js";
import type { FactorFigures, Rating, WideRating } from "../rating/rating.js";
import {
  experienceCombine,
  type ExperienceGaps,
  type ExperienceGapsOptions,
} from "./experience-combine.js";
import { gapsOfFigures, isFigures } from "./gap-of-figures.js";

/** Ratings, long or wide, or the bare figures of factors. */
export type ExperienceRows = readonly (Rating | WideRating)[] | readonly FactorFigures[];

/**
 * Where the experience falls short of what customers expect, factor by factor: steps 2a to 2d of the seven, with
 * evidence (EXP-2, EXP-5).
 *
 * A missing answer is missing, never 0. Dissatisfaction is tested per factor, with p-values adjusted for their
 * number.
 *
 * @param rows - Long rows, wide rows, or the bare figure of each factor: of one wave, or of
 * waves that no respondent shares.
 * @param options - The study, and what counts as enough.
 * @returns The gaps over all respondents and by segment, one a factor in the study's order.
 * @throws RangeError when the study is not valid, or a row does not belong in it: off the scale, not finite,
 * unknown factor, second scale, duplicate answer, a respondent in two waves. `siftRatings` hands such rows back
 * instead.
 * @example
 * ```ts
 * import { experienceGaps } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience", "price"] };
 * const { overall } = experienceGaps(
 *   [
 *     { factor: "convenience", expectation: 7, experience: 5, importance: 9 },
 *     { factor: "price", expectation: 7, experience: 7 },
 *   ],
 *   { study },
 * );
 * overall.map((gap) => gap.satisfaction?.mean); // => [-2, 0]
 * overall[0]?.productOfMeans; // => -18
 * ```
 */
export function experienceGaps(
  rows: ExperienceRows,
  options: ExperienceGapsOptions,
): ExperienceGaps {
  const { study } = options;
  const combine = experienceCombine(options);
  if (isFigures(rows)) return { overall: gapsOfFigures(rows, study), segments: [] };
  const action = "find experience gaps";
  const gathered = gatherRatings(rows, study, action);
  requireOneWaveEach(gathered, action);
  return aggregate(gathered, combine);
}
