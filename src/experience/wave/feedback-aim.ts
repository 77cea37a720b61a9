import { normalQuantile } from "../../shared/statistics/normal.js";
import type { ExperienceGap } from "../gap/experience-gap.js";
import type { KeyExperience } from "../gap/key-experience.js";
import type { ExperiencePolicy } from "../policy.js";

/** What the next wave has to show: step 7 of the seven. */
export interface FeedbackAim {
  /** The factor acted on. */
  readonly factor: string;
  /** Its mean satisfaction today, below 0. */
  readonly baseline: number;
  /** The satisfaction to reach: 0, where experience meets what is expected. */
  readonly target: number;
  /**
   * Complete answers the next wave needs to show this change with the policy's power; absent when today's spread is
   * unknown.
   */
  readonly respondentsNeeded?: number;
}

/**
 * What must the next wave show, and how many must answer, before we believe it?
 *
 * For each key factor the satisfaction shall rise from today's to 0. The number of answers is that of two equal,
 * independent waves in which Welch's test shows a change of that size with the policy's power and significance.
 *
 * @remarks n = 2 s² (z of significance + z of power)² / change² (Cohen 1988, Statistical Power Analysis, section
 * 2.4), normal approximation.
 * @param gaps - The gaps of the factors.
 * @param key - Their key experience.
 * @param policy - Significance and power.
 * @returns One aim a key factor; empty when no key experience was found.
 * @example
 * ```ts
 * import { DEFAULT_EXPERIENCE_POLICY, experienceGaps, feedbackAims, keyExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience"] };
 * const figures = [{ factor: "convenience", expectation: 7, experience: 5, importance: 9 }];
 * const { overall } = experienceGaps(figures, study);
 * feedbackAims(overall, keyExperience(overall, study), DEFAULT_EXPERIENCE_POLICY);
 * // => [{ factor: "convenience", baseline: -2, target: 0 }]
 * ```
 */
export function feedbackAims(
  gaps: readonly ExperienceGap[],
  key: KeyExperience,
  policy: Pick<ExperiencePolicy, "significance" | "power">,
): readonly FeedbackAim[] {
  if (key.status !== "found") return [];
  return gaps.flatMap(({ factor, satisfaction }) => {
    if (satisfaction === undefined || !key.factors.includes(factor)) return [];
    const baseline = satisfaction.mean;
    const spread = satisfaction.standardDeviation;
    const aim = { factor, baseline, target: 0 };
    if (spread === undefined) return [aim];
    const reach = normalQuantile(1 - 0.5 * policy.significance) + normalQuantile(policy.power);
    return [
      { ...aim, respondentsNeeded: Math.max(2, Math.ceil(2 * ((spread * reach) / baseline) ** 2)) },
    ];
  });
}
