import {
  analyzeExperience,
  compareWaves,
  DEFAULT_EXPERIENCE_POLICY,
  type ExperienceAnalysis,
  type ImprovementCandidates,
  type Study,
  type WaveComparison,
  type WideRating,
} from "goodwill/experience";
import { seededRandom } from "goodwill/shared";
import type { Survey } from "./survey.js";
import { many } from "./wording.js";

/** One seed, so that the report comes out the same every time. */
const SEED = 20_260_213;

/** Resamples for a survey of usual size. */
const RESAMPLES = 2000;

/** The fewest resamples, for a survey of any size. */
const LEAST_RESAMPLES = 200;

/** Respondents drawn over all resamples: above, a file of 100,000 answers would take minutes. */
const DRAWS = 20_000_000;

/** So many waves are shown, the latest. */
export const WAVES_SHOWN = 12;

/** Candidate improvements, and the unit of their cost. */
export interface CostedImprovements extends ImprovementCandidates {
  readonly costUnit: string;
}

/** Two waves held against each other. */
export interface WavePair {
  readonly before: string;
  readonly after: string;
  readonly found: WaveComparison;
}

/** The last two waves, looked at by those who answered both. */
export interface SameRespondents {
  /** How many answered in the earlier wave, in the later, and in both. */
  readonly respondents: { readonly before: number; readonly after: number; readonly both: number };
  /** Their own changes; absent where too few answered both. */
  readonly found?: WaveComparison;
}

/** What a survey says of the experience. */
export interface StudyFindings {
  readonly study: Study;
  /** The wave of the seven steps: the last; empty when there are none. */
  readonly wave: string;
  readonly analysis: ExperienceAnalysis;
  /** Each wave against the one before it; empty for one wave. */
  readonly pairs: readonly WavePair[];
  /** Absent for one wave, or where respondents have no id. */
  readonly sameRespondents?: SameRespondents;
  readonly improvements?: CostedImprovements;
}

/** The seven steps on the last wave, and each wave against the one before it. */
export function studyFindings(
  survey: Survey,
  study: Study,
  {
    progress,
    improvements,
  }: {
    readonly progress: (message: string) => void;
    readonly improvements?: CostedImprovements | undefined;
  },
): StudyFindings {
  const byWave = ratingsByWave(survey);
  const waves = survey.waves.slice(-WAVES_SHOWN);
  const wave = waves.at(-1) ?? "";
  const ratings = byWave.get(wave) ?? [];
  progress(`analysing ${many(ratings.length, "respondent")}`);
  const resamples = Math.floor(DRAWS / Math.max(1, ratings.length));
  const analysis = analyzeExperience(ratings, {
    study,
    bootstrap: {
      random: seededRandom(SEED),
      resamples: Math.min(RESAMPLES, Math.max(LEAST_RESAMPLES, resamples)),
    },
    ...(improvements && { improvements }),
  });
  const pairs = waves.slice(1).map((after, position): WavePair => {
    const before = waves[position] as string;
    progress(`comparing ${before} with ${after}`);
    const both = [before, after].flatMap((one) => byWave.get(one) ?? []);
    return { before, after, found: compareWaves(both, { study, before, after }) };
  });
  const latest = pairs.at(-1);
  return {
    study,
    wave,
    analysis,
    pairs,
    ...(latest &&
      survey.mapping.table.respondent !== undefined && {
        sameRespondents: sameRespondents(latest, byWave, study),
      }),
    ...(improvements && { improvements }),
  };
}

/** Whether anybody said of a factor both what was expected and what was experienced. */
export function isMeasured({ key }: Pick<ExperienceAnalysis, "key">): boolean {
  return key.ranking.length > 0;
}

function ratingsByWave({ ratings }: Survey): ReadonlyMap<string, readonly WideRating[]> {
  const byWave = new Map<string, WideRating[]>();
  for (const rating of ratings) {
    const { wave = "" } = rating;
    const known = byWave.get(wave);
    if (known === undefined) byWave.set(wave, [rating]);
    else known.push(rating);
  }
  return byWave;
}

function sameRespondents(
  { before, after }: WavePair,
  byWave: ReadonlyMap<string, readonly WideRating[]>,
  study: Study,
): SameRespondents {
  const earlier = byWave.get(before) ?? [];
  const later = byWave.get(after) ?? [];
  const known = new Set(earlier.map(({ respondent }) => respondent));
  const both = later.filter(({ respondent }) => known.has(respondent)).length;
  const ratings = [...earlier, ...later];
  return {
    respondents: { before: earlier.length, after: later.length, both },
    ...(both >= DEFAULT_EXPERIENCE_POLICY.minimumRespondents && {
      found: compareWaves(ratings, { study, before, after, design: "paired" }),
    }),
  };
}
