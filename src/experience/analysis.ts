import { brandValues, type BrandValue } from "./gap/brand-values.js";
import { experienceGaps, type ExperienceRows } from "./gap/experience-gaps.js";
import { isFigures } from "./gap/gap-of-figures.js";
import type { ExperienceGap } from "./gap/experience-gap.js";
import {
  idealExperience,
  type IdealExperience,
  type IdealOptions,
} from "./gap/ideal-experience.js";
import { keyExperience, type KeyExperience } from "./gap/key-experience.js";
import { keyProbability, type KeyProbability } from "./gap/key-probability.js";
import { assessFit, type FitAssessment } from "./improvement/fit.js";
import type { Improvement, TooManyCombinations } from "./improvement/improvement.js";
import { planImprovements, type ImprovementPlan } from "./improvement/plan.js";
import {
  experienceRequirements,
  improvementGoal,
  type ExperienceRequirement,
} from "./improvement/requirement.js";
import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "./policy.js";
import type { Study } from "./rating/rating.js";
import type { BootstrapOptions } from "../shared/statistics/bootstrap.js";
import type { Result } from "../shared/result.js";
import { feedbackAims, type FeedbackAim } from "./improvement/feedback-aim.js";

/** What {@link analyzeExperience} needs besides the ratings. */
export interface AnalyzeExperienceOptions extends IdealOptions {
  /** The scale and the factors. */
  readonly study: Study;
  /** What counts as enough; {@link DEFAULT_EXPERIENCE_POLICY} by default. */
  readonly policy?: ExperiencePolicy;
  /** How to resample for the probability of the key experience; without it the probability is left out. */
  readonly bootstrap?: BootstrapOptions;
  /** Candidate improvements and what may be spent on them; without it steps 5 and 6 name the requirements only. */
  readonly improvements?: ImprovementCandidates;
}

/** Candidate improvements and what may be spent on them. */
export interface ImprovementCandidates {
  /** The candidates. */
  readonly candidates: readonly Improvement[];
  /** What may be spent, in the unit of the candidates' cost, at least 0. */
  readonly budget: number;
}

/** Key experience of one segment, with its gaps. */
export interface SegmentExperience {
  /** The segment. */
  readonly segment: string;
  /** Its gaps, one a factor in the study's order. */
  readonly gaps: readonly ExperienceGap[];
  /** Its key experience. */
  readonly key: KeyExperience;
}

/** The seven steps of customer experience management on one set of ratings, with evidence. */
export interface ExperienceAnalysis {
  /** The scale and the factors. */
  readonly study: Study;
  /** What counted as enough. */
  readonly policy: ExperiencePolicy;
  /** How many respondents; absent when only figures were given. */
  readonly respondents?: number;
  /** Step 1: why customers choose us. */
  readonly brandValues: readonly BrandValue[];
  /** Steps 2a to 2d: experience, expectation, satisfaction and importance, one a factor. */
  readonly gaps: readonly ExperienceGap[];
  /** Step 3: the factor to act on. */
  readonly key: KeyExperience;
  /** The factor to act on when respondents count by their weight, such as customer value; absent without weights. */
  readonly keyByValue?: KeyExperience;
  /** How sure step 3 is; absent without `bootstrap`, without respondents, and for bare figures. */
  readonly keyProbability?: KeyProbability;
  /** Steps 4a and 4b: the ideal experience and the experience gap, one a factor. */
  readonly ideal: readonly IdealExperience[];
  /** Step 5: what has to be raised. */
  readonly requirements: readonly ExperienceRequirement[];
  /**
   * Step 5: the improvements that close most within the budget, or why none could be computed; absent without
   * candidates.
   */
  readonly plan?: Result<ImprovementPlan, TooManyCombinations>;
  /** Step 6: how each candidate fits strategy and capabilities; empty without candidates. */
  readonly fit: readonly FitAssessment[];
  /** Step 7: what the next wave has to show. */
  readonly feedback: readonly FeedbackAim[];
  /** Gaps and key experience by segment, in alphabetical order; empty when no rating names a segment. */
  readonly segments: readonly SegmentExperience[];
}

/**
 * Where does the experience fall short of what customers expect, how sure is that, and what should be done next?
 *
 * All seven steps of customer experience management (EXP-3) in one call: brand values, the gaps by factor, the key
 * experience, the ideal experience and its gap, the requirements and the improvements that fit the budget, their
 * fit, and what the next wave has to show. Each step is a function of its own; this one composes them.
 *
 * @remarks The seven steps follow the practice of customer experience management (Schmitt 2003, Customer Experience
 * Management); the gap of experience and expectation that of SERVQUAL (Parasuraman, Zeithaml and Berry 1988,
 * Journal of Retailing 64:12).
 * @param rows - Ratings as long or wide rows, or the bare figure of each factor.
 * @param options - The study; the rest is optional.
 * @returns The seven steps with their evidence, plain JSON.
 * @throws RangeError when the study is not valid, a row does not belong in it (`siftRatings` hands such rows back
 * instead), or a candidate is not valid.
 * @example
 * ```ts
 * import { analyzeExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["product", "relationship", "convenience"] };
 * const analysis = analyzeExperience(
 *   [
 *     { factor: "product", expectation: 7, experience: 6, importance: 8 },
 *     { factor: "relationship", expectation: 4, experience: 4, importance: 5 },
 *     { factor: "convenience", expectation: 7, experience: 5, importance: 9 },
 *   ],
 *   { study },
 * );
 * analysis.key.factors; // => ["convenience"]
 * analysis.ideal.map(({ gap }) => gap); // => [0, 0, -5]
 * ```
 */
export function analyzeExperience(
  rows: ExperienceRows,
  options: AnalyzeExperienceOptions,
): ExperienceAnalysis {
  const { study, policy = DEFAULT_EXPERIENCE_POLICY, bootstrap, improvements } = options;
  const { overall: gaps, segments } = experienceGaps(rows, { study, policy });
  const key = keyExperience(gaps, { study });
  const keyByValue =
    gaps.some(({ byValue }) => byValue) && keyExperience(gaps.map(byValue), { study });
  const ideal = idealExperience(gaps, key, options);
  const probability =
    bootstrap === undefined || isFigures(rows)
      ? undefined
      : keyProbability(rows, { study, ...bootstrap, level: policy.level });
  return {
    study,
    policy,
    // the gaps have refused a respondent in two waves, so that each id is one person
    ...(!isFigures(rows) && { respondents: new Set(rows.map((row) => row.respondent)).size }),
    brandValues: brandValues(gaps, { study, key, policy }),
    gaps,
    key,
    ...(keyByValue && { keyByValue }),
    ...(probability && { keyProbability: probability }),
    ideal,
    requirements: experienceRequirements(gaps, ideal),
    ...(improvements && {
      plan: planImprovements(improvements.candidates, {
        ...improvementGoal(gaps, ideal),
        budget: improvements.budget,
      }),
    }),
    fit: improvements?.candidates.map(assessFit) ?? [],
    feedback: feedbackAims(gaps, key, { policy }),
    segments: segments.map((one) => ({ ...one, key: keyExperience(one.gaps, { study }) })),
  };
}

/** The figures of a gap in which respondents count by their weight: those that decide a key experience. */
function byValue({ factor, byValue: figures }: ExperienceGap): Omit<ExperienceGap, "flags"> {
  return { factor, ...figures };
}
