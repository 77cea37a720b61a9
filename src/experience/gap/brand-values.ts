import type { ExperienceGap } from "./experience-gap.js";

/** A reason why customers choose us: step 1 of the seven. */
export interface BrandValue {
  /** The factor. */
  readonly factor: string;
  /** Mean experience on the study's scale. */
  readonly experience: number;
  /** Mean satisfaction; absent when expectation was not measured. */
  readonly satisfaction?: number;
  /** Whether it leads: no factor is experienced better; several lead when they tie. */
  readonly leading: boolean;
}

/**
 * Why do customers choose us?
 *
 * The brand values are the factors that are experienced best and hold what they promise: those whose experience
 * meets what is expected, from the best experienced to the least. A factor that disappoints is no reason to come,
 * however good it is; one whose expectation is unknown counts by its experience.
 *
 * @param gaps - The gaps of the factors.
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
export function brandValues(gaps: readonly ExperienceGap[]): readonly BrandValue[] {
  const held = gaps.flatMap(({ factor, experience, satisfaction }) => {
    if (experience === undefined || (satisfaction !== undefined && satisfaction.mean < 0))
      return [];
    return [
      {
        factor,
        experience: experience.mean,
        ...(satisfaction && { satisfaction: satisfaction.mean }),
      },
    ];
  });
  const best = Math.max(...held.map(({ experience }) => experience));
  return held
    .toSorted((a, b) => b.experience - a.experience)
    .map((value) => ({ ...value, leading: value.experience === best }));
}
