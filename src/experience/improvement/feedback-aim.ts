import { normalQuantile } from "../../shared/statistics/normal.js";
import { studentQuantile } from "../../shared/statistics/student.js";
import type { ExperienceGap } from "../gap/experience-gap.js";
import type { KeyExperience } from "../gap/key-experience.js";
import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "../policy.js";

/** What the next wave has to show: step 7 of the seven. */
export interface FeedbackAim {
  /** The factor acted on. */
  readonly factor: string;
  /** Its mean satisfaction today; rarely above 0, when it disappoints only those to whom it matters. */
  readonly baseline: number;
  /** The satisfaction to reach: 0, where experience meets what is expected, or today's where that is higher. */
  readonly target: number;
  /**
   * Complete answers the next wave needs to show this change with the policy's power; absent when today's spread is
   * unknown, or when there is no change to show.
   */
  readonly respondentsNeeded?: number;
}

/** When a change counts as shown. */
export interface FeedbackAimsOptions {
  /** Significance and power; {@link DEFAULT_EXPERIENCE_POLICY} by default. */
  readonly policy?: Pick<ExperiencePolicy, "significance" | "power">;
}

/**
 * What must the next wave show, and how many must answer, before we believe it?
 *
 * For each key factor the satisfaction shall rise from today's to 0. The number of answers is that of two equal,
 * independent waves in which `compareWaves` shows a change of that size with the policy's power, though it adjusts
 * for the number of factors.
 *
 * @remarks n = 2 s² (t of significance + t of power)² / change² (Cohen 1988, Statistical Power Analysis, section
 * 2.4), with Student's t and the significance divided by the number of factors, as Holm's first step does.
 * @param gaps - The gaps of the factors.
 * @param key - Their key experience.
 * @param options - Significance and power.
 * @returns One aim a key factor; empty when no key experience was found.
 * @example
 * ```ts
 * import { experienceGaps, feedbackAims, keyExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience"] };
 * const figures = [{ factor: "convenience", expectation: 7, experience: 5, importance: 9 }];
 * const { overall } = experienceGaps(figures, { study });
 * feedbackAims(overall, keyExperience(overall, { study }));
 * // => [{ factor: "convenience", baseline: -2, target: 0 }]
 * ```
 */
export function feedbackAims(
  gaps: readonly ExperienceGap[],
  key: KeyExperience,
  { policy = DEFAULT_EXPERIENCE_POLICY }: FeedbackAimsOptions = {},
): readonly FeedbackAim[] {
  if (key.status !== "found") return [];
  const tested = gaps.filter(
    ({ satisfaction }) => satisfaction?.standardError !== undefined,
  ).length;
  return gaps.flatMap(({ factor, satisfaction }) => {
    if (satisfaction === undefined || !key.factors.includes(factor)) return [];
    const { mean: baseline, standardDeviation: spread = 0 } = satisfaction;
    const aim = { factor, baseline, target: Math.max(0, baseline) };
    if (baseline >= 0 || spread === 0) return [aim];
    const significance = policy.significance / tested;
    const respondentsNeeded = respondentsFor(baseline / spread, {
      significance,
      power: policy.power,
    });
    return [{ ...aim, respondentsNeeded }];
  });
}

/** The smallest size of two equal waves in which a change, in standard deviations, is shown. */
function respondentsFor(
  change: number,
  { significance, power }: Pick<ExperiencePolicy, "significance" | "power">,
): number {
  const sizeFor = (reach: number): number => Math.ceil(2 * (reach / change) ** 2);
  // the normal curve gives a size a little too small, from where Student's t needs a few steps
  let n = Math.max(2, sizeFor(normalQuantile(1 - 0.5 * significance) + normalQuantile(power)));
  for (;;) {
    const degreesOfFreedom = 2 * n - 2;
    const reach =
      studentQuantile(1 - 0.5 * significance, degreesOfFreedom) +
      studentQuantile(power, degreesOfFreedom);
    if (sizeFor(reach) <= n) return n;
    n += 1;
  }
}
