import type { Study } from "../rating/rating.js";
import { scaleText } from "../rating/scale-text.js";
import type { ExperienceGap } from "./experience-gap.js";
import type { KeyExperience } from "./key-experience.js";

/** What a factor's experience should become: step 4 of the seven. */
export interface IdealExperience {
  /** The factor. */
  readonly factor: string;
  /** Today's mean experience; absent when it was not measured. */
  readonly experience?: number;
  /**
   * Step 4a: the experience aimed at: today's, raised only at the key experience. Absent when it was not measured.
   */
  readonly ideal?: number;
  /**
   * Step 4b: experience minus ideal: 0 where nothing is raised, positive where today's experience surpasses a
   * stated ideal.
   */
  readonly gap?: number;
  /** Whether this factor is raised: it is a key experience, and its ideal lies above today's experience. */
  readonly raised: boolean;
}

/** How far to raise the key experience. */
export interface IdealOptions {
  /**
   * `scale-maximum` raises it to the top of the scale (EXP-4); `stated-ideal` to the mean ideal that customers
   * stated; a number to that rating. `scale-maximum` by default.
   */
  readonly target?: "scale-maximum" | "stated-ideal" | number;
}

/**
 * What should the experience become?
 *
 * As resources are limited, expectations are exceeded only where it matters most: the ideal is today's experience,
 * raised only at the key experience (EXP-3, step 4a). The experience gap is experience minus ideal (step 4b). When
 * no key experience was found, nothing is raised.
 *
 * @param gaps - The gaps of the factors.
 * @param key - Their key experience; where factors tie, each is raised.
 * @param options - The study, for its scale, and how far to raise.
 * @returns The ideal and the gap by factor, in the order of the gaps.
 * @throws RangeError when the target is a number off the scale or below today's experience, or `stated-ideal` and
 * nobody stated an ideal for the key experience.
 * @example
 * ```ts
 * import { experienceGaps, idealExperience, keyExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience", "price"] };
 * const figures = [
 *   { factor: "convenience", expectation: 7, experience: 5, importance: 9 },
 *   { factor: "price", expectation: 7, experience: 7, importance: 8 },
 * ];
 * const { overall } = experienceGaps(figures, { study });
 * const ideal = idealExperience(overall, keyExperience(overall, { study }), { study });
 * ideal.map(({ factor, gap }) => [factor, gap]); // => [["convenience", -5], ["price", 0]]
 * ```
 */
export function idealExperience(
  gaps: readonly ExperienceGap[],
  key: KeyExperience,
  { study, target = "scale-maximum" }: IdealOptions & { readonly study: Pick<Study, "scale"> },
): readonly IdealExperience[] {
  const raised = key.status === "found" ? key.factors : [];
  return gaps.map((gap) => {
    const { factor } = gap;
    const experience = gap.experience?.mean;
    if (experience === undefined) return { factor, raised: false };
    if (!raised.includes(factor))
      return { factor, experience, ideal: experience, gap: 0, raised: false };
    const ideal = targetOf(gap, target, study);
    return { factor, experience, ideal, gap: experience - ideal, raised: ideal > experience };
  });
}

function targetOf(
  gap: ExperienceGap,
  target: NonNullable<IdealOptions["target"]>,
  { scale }: Pick<Study, "scale">,
): number {
  if (target === "scale-maximum") return scale.max;
  if (target === "stated-ideal") {
    if (gap.ideal === undefined)
      throw new RangeError(`Cannot raise ${gap.factor} to its stated ideal: nobody stated one`);
    return gap.ideal.mean;
  }
  if (!(target >= scale.min && target <= scale.max)) {
    throw new RangeError(
      `Cannot raise ${gap.factor}: the target must lie on ${scaleText(scale)}, got ${String(target)}`,
    );
  }
  if (target < (gap.experience?.mean ?? target)) {
    throw new RangeError(
      `Cannot raise ${gap.factor}: the target must not lie below today's experience, got ${String(target)}`,
    );
  }
  return target;
}
