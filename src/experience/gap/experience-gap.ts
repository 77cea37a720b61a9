import type { Reason } from "../../shared/reason.js";
import { holmAdjusted } from "../../shared/statistics/holm.js";
import type { ExperiencePolicy } from "../policy.js";
import type { FactorFigures, Study } from "../rating/rating.js";
import { SUMS, sumAt, type AnswerSums } from "./answer-sums.js";
import {
  measureEstimate,
  testedEstimate,
  weightedEstimate,
  type Estimate,
  type TestedEstimate,
  type WeightedEstimate,
} from "./estimate.js";

/**
 * What customers expect of one factor, what they experience, and the gap between the two: steps 2a to 2d of the
 * seven.
 *
 * A figure nobody answered is absent, never 0.
 */
export interface ExperienceGap {
  /** The factor. */
  readonly factor: string;
  /** Step 2a: the experience as it is felt today, on the study's scale. */
  readonly experience?: Estimate;
  /** Step 2b: what is expected, on the study's scale. */
  readonly expectation?: Estimate;
  /**
   * Step 2c: experience minus expectation (EXP-2), over respondents who answered both; negative means dissatisfied.
   */
  readonly satisfaction?: TestedEstimate;
  /** Step 2d: how much it matters, on the study's scale. */
  readonly importance?: Estimate;
  /**
   * Importance times satisfaction, averaged over respondents who answered all three.
   *
   * It decides the key experience, because it keeps the link between who cares and who is disappointed: a factor
   * that disappoints just those to whom it matters weighs more.
   */
  readonly weightedSatisfaction?: TestedEstimate;
  /** Mean importance times mean satisfaction: reported beside, and decides only where single answers are unknown. */
  readonly productOfMeans?: number;
  /** What would be ideal to customers, on the study's scale. */
  readonly ideal?: Estimate;
  /**
   * Experience minus what would be ideal, over respondents who answered both; positive where experience surpasses
   * the ideal.
   */
  readonly idealGap?: TestedEstimate;
  /** Satisfaction in which respondents count by their weight, such as customer value; absent without weights. */
  readonly valueWeightedSatisfaction?: WeightedEstimate;
  /**
   * How many experienced less than, just as, and more than they expected; absent where single answers are unknown.
   */
  readonly answers?: AnswerCounts;
  /** What a reader should know before trusting the figures; empty when there is nothing. */
  readonly flags: readonly Reason[];
}

/** How experience compares with expectation, in numbers of respondents. */
export interface AnswerCounts {
  /** Respondents whose experience lies below their expectation. */
  readonly below: number;
  /** Respondents whose experience meets their expectation exactly. */
  readonly met: number;
  /** Respondents whose experience exceeds their expectation. */
  readonly exceeded: number;
}

/** The gaps of all factors from their sums, with p-values adjusted for their number. @internal */
export function gapsOf(
  sums: readonly AnswerSums[],
  { study, policy }: { readonly study: Study; readonly policy: ExperiencePolicy },
): ExperienceGap[] {
  const gaps = study.factors.map((factor, position) =>
    gapOf(factor, sums[position] as AnswerSums, study, policy),
  );
  const adjusted = holmAdjusted(gaps.map((gap) => gap.satisfaction?.p));
  return gaps.map((gap, position) => {
    const pHolm = adjusted[position];
    if (gap.satisfaction === undefined || pHolm === undefined) return gap;
    return { ...gap, satisfaction: { ...gap.satisfaction, pHolm } };
  });
}

/** The gap of a factor known only by its figures. @internal */
export function gapOfFigures(figures: FactorFigures): ExperienceGap {
  const { factor, importance, expectation, experience, ideal } = figures;
  const satisfaction =
    experience !== undefined && expectation !== undefined ? experience - expectation : undefined;
  const idealGap = experience !== undefined && ideal !== undefined ? experience - ideal : undefined;
  const gap = {
    factor,
    ...(experience !== undefined && { experience: { mean: experience } }),
    ...(expectation !== undefined && { expectation: { mean: expectation } }),
    ...(satisfaction !== undefined && { satisfaction: { mean: satisfaction } }),
    ...(importance !== undefined && { importance: { mean: importance } }),
    ...(ideal !== undefined && { ideal: { mean: ideal } }),
    ...(idealGap !== undefined && { idealGap: { mean: idealGap } }),
  };
  const flags = [{ code: "no-sample", params: { factor } }, ...absentMeasures(gap)];
  return { ...gap, ...productOfMeans(gap), flags };
}

function gapOf(
  factor: string,
  sums: AnswerSums,
  study: Study,
  policy: ExperiencePolicy,
): ExperienceGap {
  const { scale } = study;
  const range = scale.max - scale.min;
  const reach = Math.max(Math.abs(scale.min), Math.abs(scale.max));
  const experience = measureEstimate(sums, SUMS.experience, { scale, policy });
  const expectation = measureEstimate(sums, SUMS.expectation, { scale, policy });
  const importance = measureEstimate(sums, SUMS.importance, { scale, policy });
  const ideal = measureEstimate(sums, SUMS.ideal, { scale, policy });
  const satisfaction = testedEstimate(sums, SUMS.satisfaction, { halfRange: range, policy });
  const weightedSatisfaction = testedEstimate(sums, SUMS.weightedSatisfaction, {
    halfRange: range * reach,
    policy,
  });
  const idealGap = testedEstimate(sums, SUMS.idealGap, { halfRange: range, policy });
  const valueWeightedSatisfaction = weightedEstimate(sums, policy);
  const gap = {
    factor,
    ...(experience && { experience }),
    ...(expectation && { expectation }),
    ...(satisfaction && { satisfaction }),
    ...(importance && { importance }),
    ...(weightedSatisfaction && { weightedSatisfaction }),
    ...(ideal && { ideal }),
    ...(idealGap && { idealGap }),
    ...(valueWeightedSatisfaction && { valueWeightedSatisfaction }),
    ...(satisfaction && { answers: answerCounts(sums) }),
  };
  return {
    ...gap,
    ...productOfMeans(gap),
    flags: [...absentMeasures(gap), ...sampleFlags(gap, sums, policy)],
  };
}

function productOfMeans(gap: Omit<ExperienceGap, "flags">): { productOfMeans?: number } {
  if (gap.importance === undefined || gap.satisfaction === undefined) return {};
  return { productOfMeans: gap.importance.mean * gap.satisfaction.mean + 0 };
}

function answerCounts(sums: AnswerSums): AnswerCounts {
  const below = sumAt(sums, SUMS.below);
  const exceeded = sumAt(sums, SUMS.above);
  return { below, met: sumAt(sums, SUMS.satisfaction) - below - exceeded, exceeded };
}

function absentMeasures(gap: Omit<ExperienceGap, "flags">): Reason[] {
  const params = { factor: gap.factor };
  return (["experience", "expectation", "importance"] as const)
    .filter((measure) => gap[measure] === undefined)
    .map((measure) => ({ code: `${measure}-missing`, params }));
}

function sampleFlags(
  gap: Omit<ExperienceGap, "flags">,
  sums: AnswerSums,
  policy: ExperiencePolicy,
): Reason[] {
  const { factor, satisfaction } = gap;
  if (satisfaction?.n === undefined) return [];
  const { minimumRespondents, missingShareLimit } = policy;
  const missingShare = 1 - satisfaction.n / sumAt(sums, SUMS.rows);
  const flags: Reason[] = [];
  if (satisfaction.n < minimumRespondents) {
    flags.push({
      code: "small-sample",
      params: { factor, n: satisfaction.n, minimum: minimumRespondents },
    });
  }
  if (missingShare > missingShareLimit) {
    flags.push({
      code: "many-missing",
      params: { factor, missingShare, limit: missingShareLimit },
    });
  }
  return flags;
}
