import { aggregate } from "../../shared/aggregation.js";
import type { Reason } from "../../shared/reason.js";
import { holmAdjusted } from "../../shared/statistics/holm.js";
import { pairedTest, welchTest, type MeanTest } from "../../shared/statistics/mean-test.js";
import { momentsCombine, type SampleSummary } from "../../shared/statistics/moments.js";
import { analyzeExperience, type ExperienceAnalysis } from "../analysis.js";
import type { Estimate } from "../gap/estimate.js";
import type { KeyExperience } from "../gap/key-experience.js";
import { DEFAULT_EXPERIENCE_POLICY, type ExperiencePolicy } from "../policy.js";
import type { Rating, Study, WideRating } from "../rating/rating.js";
import { sameScale } from "../rating/scale-text.js";
import { gatherRatings } from "../rating/gather.js";

/** How the satisfaction with a factor moved between two waves. */
export interface FactorChange {
  /** The factor. */
  readonly factor: string;
  /** Satisfaction in the earlier wave, of those compared; absent when unknown. */
  readonly before?: Estimate;
  /** Satisfaction in the later wave, of those compared; absent when unknown. */
  readonly after?: Estimate;
  /** Later minus earlier satisfaction, with its test; absent when a wave has fewer than two complete answers. */
  readonly change?: MeanTest;
  /** The p-value of the change, adjusted by Holm's method for the number of factors; absent without a test. */
  readonly pHolm?: number;
  /**
   * `improved` or `worsened` when the adjusted p-value is below the policy's significance; else `unproven`.
   * `untested` when no test was possible: bare figures, too few answers, or no spread.
   */
  readonly verdict: "improved" | "worsened" | "unproven" | "untested";
  /** What a reader should know before trusting the change: `small-sample` for the smaller of the two; else empty. */
  readonly flags: readonly Reason[];
}

/** Whether an aim of the earlier wave was reached. */
export interface AimOutcome {
  /** The factor acted on. */
  readonly factor: string;
  /**
   * `closed`: it improved and no longer falls short. `improved`: it improved but still falls short. `unproven`: no
   * change beyond chance. `worsened`: it fell further. `untested`: no test was possible.
   */
  readonly outcome: "closed" | "improved" | "unproven" | "worsened" | "untested";
  /** Whether it is now a leading brand value: none is experienced better. */
  readonly leadingBrandValue: boolean;
}

/** What changed between two waves, and what is next. */
export interface WaveComparison {
  /**
   * `independent`: different respondents, Welch's test. `paired`: the same respondents, test of their differences.
   */
  readonly design: "independent" | "paired";
  /** The change by factor, in the study's order. */
  readonly changes: readonly FactorChange[];
  /** What became of each factor that was aimed at. */
  readonly aims: readonly AimOutcome[];
  /** The key experience of the later wave, over all its respondents: where the loop starts again. */
  readonly nextKey: KeyExperience;
  /** What happened, in words: one reason an aim and those of what is next. */
  readonly reasons: readonly Reason[];
}

/** Which waves to compare, and in which study. */
export interface CompareWavesOptions {
  /** The scale and the factors. */
  readonly study: Study;
  /** Name of the earlier wave. */
  readonly before: string;
  /** Name of the later wave. */
  readonly after: string;
  /** `paired` compares respondents who answered in both waves; `independent` all of each wave, the default. */
  readonly design?: "independent" | "paired";
  /** The factors that were acted on; the key experience of the earlier wave by default. */
  readonly aim?: readonly string[];
  /** What counts as enough; {@link DEFAULT_EXPERIENCE_POLICY} by default. */
  readonly policy?: ExperiencePolicy;
}

/**
 * Did it get better since the last wave?
 *
 * The change of satisfaction per factor with its test, adjusted for the number of factors; whether the gap that was
 * aimed at moved; and the key experience of the later wave, where the loop starts again (EXP-3, step 7; EXP-5).
 *
 * @remarks A panel compared as if its waves were independent hides real changes: name `paired` where the same
 * persons answer.
 * @param ratings - Long or wide rows of both waves; rows of other waves are passed over.
 * @param options - The waves, the study, and the design.
 * @returns The comparison.
 * @throws RangeError when a wave has no ratings, a row does not belong in the study, or an aim is no factor.
 * @example
 * ```ts
 * import { compareWaves } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const row = (respondent: string, wave: string, experience: number) => ({
 *   ...{ respondent, wave, factor: "price", importance: 8, expectation: 7, experience },
 * });
 * const ratings = [4, 5, 5, 4, 5, 4].flatMap((experience, i) => [
 *   row(`a${i}`, "2025", experience),
 *   row(`b${i}`, "2026", experience + 3),
 * ]);
 * const { changes, aims } = compareWaves(ratings, { study, before: "2025", after: "2026" });
 * changes[0]?.verdict; // => "improved"
 * aims[0]?.outcome; // => "closed"
 * ```
 */
export function compareWaves(
  ratings: readonly (Rating | WideRating)[],
  options: CompareWavesOptions,
): WaveComparison {
  const { study, design = "independent", policy = DEFAULT_EXPERIENCE_POLICY } = options;
  const [first, second] = [options.before, options.after].map((wave) => {
    const rows = ratings.filter((row) => row.wave === wave);
    if (rows.length > 0) return rows;
    throw new RangeError(`Cannot compare waves: there are no ratings of wave "${wave}"`);
  }) as [(Rating | WideRating)[], (Rating | WideRating)[]];
  const before = analyzeExperience(first, { study, policy });
  const after = analyzeExperience(second, { study, policy });
  if (design === "independent") return compareAnalyses(before, after, options);
  const movements = pairedMovements(first, second, { study, policy });
  return comparison({ before, after, design, movements }, options);
}

/**
 * Did it get better, when of the earlier wave only the analysis was kept?
 *
 * As {@link compareWaves} for independent waves, from two stored analyses.
 *
 * @param before - The analysis of the earlier wave.
 * @param after - The analysis of the later wave; its study must be the same.
 * @param options - The factors that were acted on; the earlier key experience by default.
 * @returns The comparison.
 * @throws RangeError when the studies differ or an aim is no factor.
 * @example
 * ```ts
 * import { analyzeExperience, compareAnalyses } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const wave = (experience: number) =>
 *   analyzeExperience([{ factor: "price", importance: 8, expectation: 7, experience }], { study });
 * compareAnalyses(wave(5), wave(7)).nextKey.status; // => "none"
 * ```
 */
export function compareAnalyses(
  before: ExperienceAnalysis,
  after: ExperienceAnalysis,
  options: Pick<CompareWavesOptions, "aim"> = {},
): WaveComparison {
  const [first, second] = [before.study, after.study];
  if (
    !sameScale(first.scale, second.scale) ||
    first.factors.join("\n") !== second.factors.join("\n")
  ) {
    throw new RangeError("Cannot compare waves: their studies differ in scale or factors");
  }
  const movements = before.gaps.map(({ satisfaction }, position): Movement => {
    const later = after.gaps[position]?.satisfaction;
    const change = welchTest(sampleOf(satisfaction), sampleOf(later), {
      level: after.policy.level,
    });
    return {
      ...(satisfaction && { before: satisfaction }),
      ...(later && { after: later }),
      ...(change && { change }),
    };
  });
  return comparison({ before, after, design: "independent", movements }, options);
}

/** The satisfaction with a factor before and after, and the test of the change. */
type Movement = Pick<FactorChange, "before" | "after" | "change">;

interface Waves {
  readonly before: ExperienceAnalysis;
  readonly after: ExperienceAnalysis;
  readonly design: WaveComparison["design"];
  readonly movements: readonly Movement[];
}

function comparison(
  { before, after, design, movements }: Waves,
  options: Pick<CompareWavesOptions, "aim">,
): WaveComparison {
  const adjusted = holmAdjusted(movements.map(({ change }) => change?.p));
  const changes = movements.map((movement, position): FactorChange => {
    const factor = after.study.factors[position] as string;
    const pHolm = adjusted[position];
    return {
      factor,
      ...movement,
      ...(pHolm !== undefined && { pHolm }),
      verdict: verdictOf(movement.change?.estimate, pHolm, after.policy),
      flags: sampleFlags(factor, movement, after.policy),
    };
  });
  const aim = options.aim ?? (before.key.status === "found" ? before.key.factors : []);
  const aims = aim.map((factor) => aimOutcome(factor, changes, after));
  return {
    design,
    changes,
    aims,
    nextKey: after.key,
    reasons: [
      ...aims.map(({ factor, outcome }) => ({ code: `aim-${outcome}`, params: { factor } })),
      ...after.key.reasons,
    ],
  };
}

function aimOutcome(
  factor: string,
  changes: readonly FactorChange[],
  after: ExperienceAnalysis,
): AimOutcome {
  const change = changes.find((one) => one.factor === factor);
  if (change === undefined) {
    throw new RangeError(`Cannot compare waves: the aim "${factor}" is no factor of the study`);
  }
  const closed = change.verdict === "improved" && (change.after?.mean ?? -1) >= 0;
  const leadingBrandValue = after.brandValues.some(
    (value) => value.factor === factor && value.leading,
  );
  return { factor, outcome: closed ? "closed" : change.verdict, leadingBrandValue };
}

function verdictOf(
  change: number | undefined,
  pHolm: number | undefined,
  policy: ExperiencePolicy,
): FactorChange["verdict"] {
  if (change === undefined || pHolm === undefined) return "untested";
  if (pHolm >= policy.significance) return "unproven";
  return change > 0 ? "improved" : "worsened";
}

function sampleFlags(
  factor: string,
  { before, after }: Movement,
  { minimumRespondents: minimum }: ExperiencePolicy,
): readonly Reason[] {
  const n = Math.min(before?.n ?? minimum, after?.n ?? minimum);
  return n < minimum ? [{ code: "small-sample", params: { factor, n, minimum } }] : [];
}

function sampleOf(estimate: Estimate | undefined): SampleSummary {
  if (estimate?.n === undefined) return { n: 0 };
  const { n, mean, standardDeviation } = estimate;
  return { n, mean, ...(standardDeviation !== undefined && { variance: standardDeviation ** 2 }) };
}

/** The movements of those who answered on a factor in both waves. */
function pairedMovements(
  first: readonly (Rating | WideRating)[],
  second: readonly (Rating | WideRating)[],
  { study, policy }: { readonly study: Study; readonly policy: ExperiencePolicy },
): readonly Movement[] {
  const earlier = new Map(
    gatherRatings(first, study, "compare waves").map((row) => [row.respondent, row]),
  );
  const later = gatherRatings(second, study, "compare waves");
  return study.factors.map((factor) => {
    const pairs = later.flatMap((row): [number, number][] => {
      const before = satisfactionOf(earlier.get(row.respondent), factor);
      const after = satisfactionOf(row, factor);
      return before === undefined || after === undefined ? [] : [[before, after]];
    });
    const [before, after] = [0, 1].map((side) => pairEstimate(pairs, side as 0 | 1));
    const change = pairedTest(pairs, { level: policy.level });
    return { ...(before && { before }), ...(after && { after }), ...(change && { change }) };
  });
}

function pairEstimate(
  pairs: readonly (readonly [number, number])[],
  side: 0 | 1,
): Estimate | undefined {
  const { n, mean, variance } = aggregate(
    pairs.map((pair) => pair[side]),
    momentsCombine(),
  );
  if (mean === undefined) return undefined;
  return { mean, n, ...(variance !== undefined && { standardDeviation: Math.sqrt(variance) }) };
}

function satisfactionOf(row: WideRating | undefined, factor: string): number | undefined {
  const { experience, expectation } = row?.factors[factor] ?? {};
  return experience === undefined || expectation === undefined
    ? undefined
    : experience - expectation;
}
