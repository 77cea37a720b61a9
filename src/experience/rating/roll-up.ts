import { leafFactors, requireCatalogue, type ExperienceFactor } from "./factor.js";
import { MEASURES } from "./issue.js";
import type { FactorAnswers, Measure, Rating, Study, WideRating } from "./rating.js";
import type { Scale } from "./scale.js";
import { gatherRatings } from "./gather.js";

/** Ratings rolled up, with the study they now belong to. */
export interface RolledUpRatings {
  /** One wide row a respondent and wave, rated on the top nodes of the catalogue. */
  readonly ratings: readonly WideRating[];
  /** The study of the rolled-up ratings: the same scale, the top nodes as factors. */
  readonly study: Study;
}

/**
 * Rolls ratings of questions up to the factors, or of factors up to the dimensions, they belong to.
 *
 * Each respondent's rating of a node is the mean over its parts, level by level, so that a part counts the same
 * however many questions it has. Expectation and experience are averaged over the parts where both were answered: a
 * gap must compare the same things. Where no part has both, only the experience is kept. Importance and ideal are
 * averaged over the parts answered.
 *
 * @param ratings - Long or wide rows rated on the leaves of the catalogue.
 * @param catalogue - The nodes to roll up to, with their parts; a node without parts passes.
 * @param options - The scale of the ratings.
 * @returns The rolled-up ratings and their study.
 * @throws RangeError when the catalogue is not valid or a rating is not of one of its leaves or off the scale.
 * @example
 * ```ts
 * import { rollUpRatings } from "goodwill/experience";
 *
 * const label = { en: "Service", zh: "服务" };
 * const catalogue = [{ id: "service", label, parts: [{ id: "attitude", label }, { id: "expertise", label }] }];
 * const ratings = [
 *   { respondent: "1", factor: "attitude", experience: 6, expectation: 8 },
 *   { respondent: "1", factor: "expertise", experience: 9, expectation: 8 },
 * ];
 * rollUpRatings(ratings, catalogue, { scale: { min: 0, max: 10 } }).ratings[0]?.factors;
 * // => { service: { experience: 7.5, expectation: 8 } }
 * ```
 */
export function rollUpRatings(
  ratings: readonly (Rating | WideRating)[],
  catalogue: readonly ExperienceFactor[],
  { scale }: { readonly scale: Scale },
): RolledUpRatings {
  requireCatalogue(catalogue);
  const leaves = { scale, factors: leafFactors(catalogue).map(({ id }) => id) };
  const rows = gatherRatings(ratings, leaves, "roll up ratings");
  return {
    ratings: rows.map((row) => {
      const rolled = catalogue.flatMap((node) => {
        const answers = answersOf(node, row.factors);
        return Object.keys(answers).length === 0 ? [] : [[node.id, answers] as const];
      });
      return { ...row, factors: Object.fromEntries(rolled) };
    }),
    study: { scale, factors: catalogue.map(({ id }) => id) },
  };
}

function answersOf(node: ExperienceFactor, answered: WideRating["factors"]): FactorAnswers {
  if (node.parts === undefined) return answered[node.id] ?? {};
  const parts = node.parts.map((part) => answersOf(part, answered));
  const pairs = parts.filter(
    ({ experience, expectation }) => experience !== undefined && expectation !== undefined,
  );
  const means: Partial<Record<Measure, number>> = {};
  for (const measure of MEASURES) {
    const compared = measure === "experience" || measure === "expectation";
    if (measure === "expectation" && pairs.length === 0) continue;
    const among = compared && pairs.length > 0 ? pairs : parts;
    const values = among.flatMap((part) => part[measure] ?? []);
    if (values.length > 0) means[measure] = meanOf(values);
  }
  return means;
}

/** The mean, kept between its ends against rounding, so that it never leaves the scale. */
function meanOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.min(Math.max(...values), Math.max(Math.min(...values), mean));
}
