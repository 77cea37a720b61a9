import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "../policy.js";
import type { Study } from "../rating/rating.js";
import type { ExperienceGap } from "./experience-gap.js";
import type { KeyExperience } from "./key-experience.js";

/** A reason why customers choose us: step 1 of the seven. */
export interface BrandValue {
  /** The factor. */
  readonly factor: string;
  /** Mean experience on the study's scale. */
  readonly experience: number;
  /** Mean satisfaction, which may lie a little below 0 by chance; absent when expectation was not measured. */
  readonly satisfaction?: number;
  /** Whether it leads: no factor is experienced better; several lead when they tie. */
  readonly leading: boolean;
}

/** What {@link brandValues} needs besides the gaps. */
export interface BrandValuesOptions {
  /** The study of the gaps, or just its scale. */
  readonly study: Pick<Study, "scale">;
  /** The key experience: what has to be mended is no brand value. */
  readonly key?: KeyExperience;
  /** From when on a factor disappoints; {@link DEFAULT_EXPERIENCE_POLICY} by default. */
  readonly policy?: Pick<ExperiencePolicy, "significance" | "brandValueMarginShare">;
}

/**
 * Why do customers choose us?
 *
 * The brand values are the factors that are experienced best and hold what they promise, from the best experienced to
 * the least. A factor that disappoints is no reason to come, however good it is. It disappoints when its satisfaction
 * lies below 0 significantly, or by more than a margin of the scale, or when it is the key experience. One whose
 * expectation is unknown counts by its experience.
 *
 * @param gaps - The gaps of the factors.
 * @param options - The study, the key experience, and the policy.
 * @returns The brand values, best first; ties in the order of the gaps. Empty when every factor disappoints.
 * @example
 * ```ts
 * import { brandValues, experienceGaps } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience", "price"] };
 * const figures = [
 *   { factor: "convenience", expectation: 7, experience: 5 },
 *   { factor: "price", expectation: 7, experience: 7 },
 * ];
 * const { overall } = experienceGaps(figures, { study });
 * brandValues(overall, { study }).map(({ factor }) => factor); // => ["price"]
 * ```
 */
export function brandValues(
  gaps: readonly ExperienceGap[],
  options: BrandValuesOptions,
): readonly BrandValue[] {
  const held = gaps
    .filter((gap) => !disappoints(gap, options))
    .flatMap(({ factor, experience, satisfaction }) =>
      experience === undefined
        ? []
        : [
            {
              factor,
              experience: experience.mean,
              ...(satisfaction && { satisfaction: satisfaction.mean }),
            },
          ],
    );
  const best = Math.max(...held.map(({ experience }) => experience));
  return held
    .toSorted((a, b) => b.experience - a.experience)
    .map((value) => ({ ...value, leading: value.experience === best }));
}

function disappoints(
  { factor, satisfaction }: ExperienceGap,
  { study, key, policy = DEFAULT_EXPERIENCE_POLICY }: BrandValuesOptions,
): boolean {
  if (key?.factors.includes(factor) === true) return true;
  if (satisfaction === undefined || satisfaction.mean >= 0) return false;
  const margin = policy.brandValueMarginShare * (study.scale.max - study.scale.min);
  const { pHolm = 1 } = satisfaction;
  return satisfaction.mean < -margin || pHolm < policy.significance;
}
