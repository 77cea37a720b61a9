import type { ExperienceGap } from "../gap/experience-gap.js";
import type { IdealExperience } from "../gap/ideal-experience.js";
import type { ImprovementGoal } from "./improvement.js";

/** What has to be raised, from where to where: step 5 of the seven. */
export interface ExperienceRequirement {
  /** The factor. */
  readonly factor: string;
  /** `key-experience`: raise it to the ideal. `dissatisfaction`: raise it to what is expected; second in line. */
  readonly aim: "key-experience" | "dissatisfaction";
  /** Today's mean experience, on the study's scale. */
  readonly from: number;
  /** The experience wanted, on the study's scale. */
  readonly to: number;
  /** Points to close: `to` minus `from`, above 0. */
  readonly points: number;
  /** Mean importance of the factor; absent when it was not measured. */
  readonly importance?: number;
}

/**
 * Which requirements close the experience gap?
 *
 * First the key experience, from today's experience to its ideal; then every other factor that disappoints, by as
 * much as it falls short of what is expected. Factors that satisfy require nothing.
 *
 * @param gaps - The gaps of the factors.
 * @param ideal - Their ideal, from `idealExperience`.
 * @returns The requirements: those of the key experience first, then the largest shortfall first.
 * @example
 * ```ts
 * import { experienceGaps, experienceRequirements, idealExperience, keyExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience", "product"] };
 * const figures = [
 *   { factor: "convenience", expectation: 7, experience: 5, importance: 9 },
 *   { factor: "product", expectation: 7, experience: 6, importance: 8 },
 * ];
 * const { overall } = experienceGaps(figures, { study });
 * const ideal = idealExperience(overall, keyExperience(overall, { study }), { study });
 * experienceRequirements(overall, ideal).map(({ factor, from, to }) => [factor, from, to]);
 * // => [["convenience", 5, 10], ["product", 6, 7]]
 * ```
 */
export function experienceRequirements(
  gaps: readonly ExperienceGap[],
  ideal: readonly IdealExperience[],
): readonly ExperienceRequirement[] {
  return gaps
    .flatMap((gap) => requirementOf(gap, ideal) ?? [])
    .toSorted(
      (a, b) =>
        Number(b.aim === "key-experience") - Number(a.aim === "key-experience") ||
        b.points - a.points,
    );
}

/**
 * What an improvement is worth: the importance of each factor, and the points its requirement leaves to close.
 *
 * @param gaps - The gaps of the factors. Raising a factor of unknown importance earns nothing: its weight is not
 * guessed.
 * @param ideal - Their ideal, from `idealExperience`.
 * @returns The goal for `planImprovements`.
 * @example
 * ```ts
 * import { experienceGaps, idealExperience, improvementGoal, keyExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience"] };
 * const figures = [{ factor: "convenience", expectation: 7, experience: 5, importance: 9 }];
 * const { overall } = experienceGaps(figures, { study });
 * const ideal = idealExperience(overall, keyExperience(overall, { study }), { study });
 * improvementGoal(overall, ideal); // => { importance: { convenience: 9 }, shortfall: { convenience: 5 } }
 * ```
 */
export function improvementGoal(
  gaps: readonly ExperienceGap[],
  ideal: readonly IdealExperience[],
): ImprovementGoal {
  return {
    importance: Object.fromEntries(
      gaps.map(({ factor, importance }) => [factor, importance?.mean ?? 0]),
    ),
    shortfall: Object.fromEntries(
      gaps.map((gap) => {
        const points = requirementOf(gap, ideal)?.points ?? 0;
        return [gap.factor, gap.importance === undefined ? 0 : points];
      }),
    ),
  };
}

function requirementOf(
  gap: ExperienceGap,
  ideal: readonly IdealExperience[],
): ExperienceRequirement | undefined {
  const { factor, experience, satisfaction, importance } = gap;
  if (experience === undefined) return undefined;
  const from = experience.mean;
  const weight = importance && { importance: importance.mean };
  const raised = ideal.find((one) => one.factor === factor && one.raised);
  if (raised?.ideal !== undefined) {
    if (raised.ideal <= from) return undefined;
    return {
      factor,
      aim: "key-experience",
      from,
      to: raised.ideal,
      points: raised.ideal - from,
      ...weight,
    };
  }
  if (satisfaction === undefined || satisfaction.mean >= 0) return undefined;
  const points = -satisfaction.mean;
  return { factor, aim: "dissatisfaction", from, to: from + points, points, ...weight };
}
