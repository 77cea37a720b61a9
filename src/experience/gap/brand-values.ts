import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "../policy.js";
import type { ExperienceGap } from "./experience-gap.js";

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

/**
 * Why do customers choose us?
 *
 * The brand values are the factors that are experienced best and hold what they promise, from the best experienced to
 * the least. A factor that disappoints is no reason to come, however good it is: one whose satisfaction lies below 0,
 * significantly so where it was tested. One whose expectation is unknown counts by its experience.
 *
 * @param gaps - The gaps of the factors.
 * @param policy - From which adjusted p-value on a dissatisfaction is proven.
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
 * brandValues(experienceGaps(figures, study).overall).map(({ factor }) => factor); // => ["price"]
 * ```
 */
export function brandValues(
  gaps: readonly ExperienceGap[],
  policy: Pick<ExperiencePolicy, "significance"> = DEFAULT_EXPERIENCE_POLICY,
): readonly BrandValue[] {
  const held = gaps
    .filter((gap) => !disappoints(gap, policy))
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

/** Figures without a test disappoint as they stand; an average a little below 0 may be chance. */
function disappoints(
  { satisfaction }: ExperienceGap,
  { significance }: Pick<ExperiencePolicy, "significance">,
): boolean {
  if (satisfaction === undefined || satisfaction.mean >= 0) return false;
  return satisfaction.pHolm === undefined || satisfaction.pHolm < significance;
}
