import type { Reason } from "../../shared/reason.js";
import { holmAdjusted } from "../../shared/statistics/holm.js";
import type { ExperiencePolicy } from "../policy.js";
import type { Study } from "../rating/rating.js";
import { SUMS, sumAt, type AnswerSums } from "./answer-sums.js";
import { measureEstimate, testedEstimate, weightedEstimate } from "./estimate-of-sums.js";
import type { AnswerCounts, ExperienceByValue, ExperienceGap } from "./experience-gap.js";

/** A gap before it is judged. */
type Figures = Omit<ExperienceGap, "flags">;

/** The gaps of all factors from their sums, with p-values adjusted for their number. @internal */
export function gapsOfSums(
  sums: readonly AnswerSums[],
  { study, policy }: { readonly study: Study; readonly policy: ExperiencePolicy },
): ExperienceGap[] {
  const gaps = study.factors.map((factor, position) => {
    const figures = figuresOf(factor, sums[position] as AnswerSums, { study, policy });
    const flags = [
      ...absentMeasures(figures),
      ...sampleFlags(figures, sums[position] as AnswerSums, policy),
    ];
    return { ...figures, flags };
  });
  const adjusted = holmAdjusted(gaps.map((gap) => gap.satisfaction?.p));
  return gaps.map((gap, position) => {
    const pHolm = adjusted[position];
    if (gap.satisfaction === undefined || pHolm === undefined) return gap;
    return { ...gap, satisfaction: { ...gap.satisfaction, pHolm } };
  });
}

/** Mean importance times mean satisfaction, where both are known. @internal */
export function productOfMeans({ importance, satisfaction }: Figures): { productOfMeans?: number } {
  if (importance === undefined || satisfaction === undefined) return {};
  // + 0 turns a negative zero into zero
  return { productOfMeans: importance.mean * satisfaction.mean + 0 };
}

/** One reason a measure of the gap that nobody answered. @internal */
export function absentMeasures(figures: Figures): Reason[] {
  const params = { factor: figures.factor };
  return (["experience", "expectation", "importance"] as const)
    .filter((measure) => figures[measure] === undefined)
    .map((measure) => ({ code: `${measure}-missing`, params }));
}

function figuresOf(
  factor: string,
  sums: AnswerSums,
  { study, policy }: { readonly study: Study; readonly policy: ExperiencePolicy },
): Figures {
  const { scale } = study;
  const range = scale.max - scale.min;
  const experience = measureEstimate(sums, SUMS.experience, { scale, policy });
  const expectation = measureEstimate(sums, SUMS.expectation, { scale, policy });
  const importance = measureEstimate(sums, SUMS.importance, { scale, policy });
  const ideal = measureEstimate(sums, SUMS.ideal, { scale, policy });
  const satisfaction = testedEstimate(sums, SUMS.satisfaction, { halfRange: range, policy });
  const weightedSatisfaction = testedEstimate(sums, SUMS.weightedSatisfaction, {
    halfRange: range * scale.max,
    policy,
  });
  const idealGap = testedEstimate(sums, SUMS.idealGap, { halfRange: range, policy });
  const byValue = byValueOf(sums, policy);
  const figures = {
    factor,
    ...(experience && { experience }),
    ...(expectation && { expectation }),
    ...(satisfaction && { satisfaction }),
    ...(importance && { importance }),
    ...(weightedSatisfaction && { weightedSatisfaction }),
    ...(ideal && { ideal }),
    ...(idealGap && { idealGap }),
    ...(byValue && { byValue }),
    ...(satisfaction && { answers: answerCounts(sums) }),
  };
  return { ...figures, ...productOfMeans(figures) };
}

function byValueOf(sums: AnswerSums, policy: ExperiencePolicy): ExperienceByValue | undefined {
  const satisfaction = weightedEstimate(sums, SUMS.satisfactionByValue, policy);
  if (satisfaction === undefined) return undefined;
  const weightedSatisfaction = weightedEstimate(sums, SUMS.weightedSatisfactionByValue, policy);
  return { satisfaction, ...(weightedSatisfaction && { weightedSatisfaction }) };
}

function answerCounts(sums: AnswerSums): AnswerCounts {
  const below = sumAt(sums, SUMS.below);
  const exceeded = sumAt(sums, SUMS.above);
  return { below, met: sumAt(sums, SUMS.satisfaction) - below - exceeded, exceeded };
}

/** What a reader should know of the answers behind the figure that decides the key experience. */
function sampleFlags(figures: Figures, sums: AnswerSums, policy: ExperiencePolicy): Reason[] {
  const { factor, satisfaction, weightedSatisfaction, byValue } = figures;
  const deciding = weightedSatisfaction ?? satisfaction;
  if (deciding?.n === undefined) return [];
  const { minimumRespondents: minimum, missingShareLimit: limit } = policy;
  const { n } = deciding;
  const missingShare = 1 - n / sumAt(sums, SUMS.rows);
  const effectiveN = byValue?.satisfaction.effectiveN ?? minimum;
  const flags: Reason[] = [];
  if (n < minimum) flags.push({ code: "small-sample", params: { factor, n, minimum } });
  if (missingShare > limit)
    flags.push({ code: "many-missing", params: { factor, missingShare, limit } });
  if (n > 1 && deciding.p === undefined) flags.push({ code: "no-spread", params: { factor, n } });
  if (effectiveN < minimum)
    flags.push({ code: "few-by-value", params: { factor, effectiveN, minimum } });
  return flags;
}
