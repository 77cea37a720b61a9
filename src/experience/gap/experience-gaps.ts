import { aggregate } from "../../shared/aggregation.js";
import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "../policy.js";
import { answerIssues, scaleIssue } from "../rating/issue.js";
import type { FactorFigures, Rating, Study, WideRating } from "../rating/rating.js";
import { gatherRatings, requireStudy } from "../rating/study.js";
import { experienceCombine, type ExperienceGaps } from "./experience-combine.js";
import { gapOfFigures } from "./experience-gap.js";

/** Ratings, long or wide, or the bare figures of factors. */
export type ExperienceRows = readonly (Rating | WideRating)[] | readonly FactorFigures[];

/**
 * Where the experience falls short of what customers expect, factor by factor: steps 2a to 2d of the seven, with
 * evidence (EXP-2, EXP-5).
 *
 * A missing answer is missing, never 0. Dissatisfaction is tested per factor, with p-values adjusted for their
 * number.
 *
 * @param rows - Long rows, wide rows, or the bare figure of each factor. A respondent's rows of the same wave
 * belong together.
 * @param study - The scale and the factors.
 * @param options - What counts as enough; {@link DEFAULT_EXPERIENCE_POLICY} by default.
 * @returns The gaps over all respondents and by segment, one a factor in the study's order.
 * @throws RangeError when the study is not valid, or a row does not belong in it: off the scale, not finite,
 * unknown factor, second scale, duplicate answer. `siftRatings` hands such rows back instead.
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
 *   study,
 * );
 * overall.map((gap) => gap.satisfaction?.mean); // => [-2, 0]
 * overall[0]?.productOfMeans; // => -18
 * ```
 */
export function experienceGaps(
  rows: ExperienceRows,
  study: Study,
  { policy = DEFAULT_EXPERIENCE_POLICY }: { readonly policy?: ExperiencePolicy } = {},
): ExperienceGaps {
  requireStudy(study);
  if (isFigures(rows)) return { overall: gapsOfFigures(rows, study), segments: [] };
  return aggregate(
    gatherRatings(rows, study, "find experience gaps"),
    experienceCombine(study, { policy }),
  );
}

/** Whether the rows are bare figures: they name no respondent. @internal */
export function isFigures(rows: ExperienceRows): rows is readonly FactorFigures[] {
  const [first] = rows;
  return first !== undefined && !("respondent" in first);
}

function gapsOfFigures(figures: readonly FactorFigures[], study: Study): ExperienceGaps["overall"] {
  const byFactor = new Map<string, FactorFigures>();
  figures.forEach((row, index) => {
    const fail = (message: string): never => {
      throw new RangeError(`Cannot find experience gaps: row ${String(index)}: ${message}`);
    };
    const issue = scaleIssue(row.scale, study) ?? answerIssues(row, study)[0];
    if (issue !== undefined) fail(issue.message);
    if (!study.factors.includes(row.factor)) fail(`unknown factor "${row.factor}"`);
    if (byFactor.has(row.factor)) fail(`factor "${row.factor}" is given twice`);
    byFactor.set(row.factor, row);
  });
  return study.factors.map((factor) => gapOfFigures(byFactor.get(factor) ?? { factor }));
}
