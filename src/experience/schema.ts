import * as z from "zod";
import { instantSchema, plainDateSchema } from "../shared/schema.js";

const name = z.string().min(1);
const share = z.number().nonnegative();
const portion = z.number().min(0).max(1);
const betweenZeroAndOne = z.number().gt(0).lt(1);

const moment = z.union(
  [instantSchema, plainDateSchema],
  "must be an instant such as 2026-02-13T09:30:00.000Z or a date such as 2026-02-13",
);

const answers = {
  importance: z.number().exactOptional(),
  expectation: z.number().exactOptional(),
  experience: z.number().exactOptional(),
  ideal: z.number().exactOptional(),
};

/** A rating scale: `Scale`. */
export const scaleSchema = z
  .strictObject({ min: z.number(), max: z.number() })
  .refine(({ min, max }) => min < max, "min must lie below max");

const respondent = {
  respondent: name,
  wave: name.exactOptional(),
  segment: name.exactOptional(),
  weight: share.exactOptional(),
  at: moment.exactOptional(),
  scale: scaleSchema.exactOptional(),
};

/** A study: `Study`. */
export const studySchema = z.strictObject({ scale: scaleSchema, factors: z.array(name).min(1) });

/** A long row: `Rating`. Whether its numbers lie on the study's scale is checked by `siftRatings`. */
export const ratingSchema = z.strictObject({ ...respondent, factor: name, ...answers });

/** A wide row: `WideRating`. Whether its numbers lie on the study's scale is checked by `siftRatings`. */
export const wideRatingSchema = z.strictObject({
  ...respondent,
  factors: z.record(name, z.strictObject(answers)),
});

/** A factor known by its figures: `FactorFigures`. */
export const factorFiguresSchema = z.strictObject({
  factor: name,
  ...answers,
  scale: scaleSchema.exactOptional(),
});

const count = z.int().nonnegative();

/** An answer to one question: `Answer`. Whether its score lies on the question's scale is checked by the score. */
export const answerSchema = z.strictObject({
  respondent: name,
  question: name,
  score: z.number().exactOptional(),
  wave: name.exactOptional(),
  segment: name.exactOptional(),
  at: moment.exactOptional(),
});

/** The counts of an NPS: `NpsCounts`. */
export const npsCountsSchema = z.strictObject({
  promoters: count,
  passives: count,
  detractors: count,
  missing: count.exactOptional(),
});

/** How often a theme came up: `ThemeCount`. */
export const themeCountSchema = z.strictObject({
  theme: name,
  period: name,
  count,
  exposure: z.number().positive(),
});

/** When a rise is called systemic: `SystemicProblemPolicy`. */
export const systemicProblemPolicySchema = z.strictObject({
  significance: betweenZeroAndOne,
  level: betweenZeroAndOne,
});

/** Whom a campaign reached and who responded: `CampaignCounts`. */
export const campaignCountsSchema = z
  .strictObject({ contacted: count, responded: count })
  .refine(
    ({ contacted, responded }) => responded <= contacted,
    "more responded than were contacted",
  );

/** What response is normal, and how sure a verdict must be: `ResponsePolicy`. */
export const responsePolicySchema = z
  .strictObject({ normFromShare: portion, normToShare: portion, level: betweenZeroAndOne })
  .refine(
    ({ normFromShare, normToShare }) => normFromShare <= normToShare,
    "normFromShare must not exceed normToShare",
  );

/** What a customer gains: `CustomerBenefitParts`. */
export const customerBenefitPartsSchema = z.strictObject({
  price: z.number(),
  quality: z.number(),
  productInnovation: z.number(),
  serviceQuality: z.number(),
  corporateImage: z.number(),
});

const kanoAnswer = z.enum(["like", "must-be", "neutral", "live-with", "dislike"]);

/** One respondent's answers on one feature: `KanoPair`. */
export const kanoPairSchema = z.strictObject({
  functional: kanoAnswer.exactOptional(),
  dysfunctional: kanoAnswer.exactOptional(),
});

/** How many respondents put a feature into each category: `KanoCounts`. */
export const kanoCountsSchema = z.strictObject({
  attractive: count,
  "one-dimensional": count,
  "must-be": count,
  indifferent: count,
  reverse: count,
  questionable: count,
});

/** When two categories differ enough: `KanoPolicy`. */
export const kanoPolicySchema = z.strictObject({ fongStandardErrors: z.number().nonnegative() });

/**
 * What was felt against what was expected: `ExperienceAgainstExpectation`. Whether the numbers lie on the scale is
 * checked by `satisfactionState`.
 */
export const experienceAgainstExpectationSchema = z.strictObject({
  experience: z.number(),
  expectation: z.number(),
});

/**
 * The facts of an encounter: `EncounterFacts`. Whether the numbers lie on the scale is checked by
 * `satisfactionShade`.
 */
export const encounterFactsSchema = z.strictObject({
  experience: z.number(),
  expectation: z.number().exactOptional(),
  previousExperience: z.number().exactOptional(),
  previousSatisfaction: z.number().exactOptional(),
  firstEncounter: z.boolean().exactOptional(),
});

/** What makes delight: `SatisfactionPolicy`. */
export const satisfactionPolicySchema = z.strictObject({
  surpriseShare: portion,
  excellentShare: portion,
});

const fitState = z.enum(["ready", "attainable", "missing"]);

/** A candidate improvement: `Improvement`. */
export const improvementSchema = z.strictObject({
  id: name,
  name: name.exactOptional(),
  cost: share,
  effects: z.record(name, z.number()),
  excludes: z.array(name).exactOptional(),
  fit: z
    .strictObject({
      strategy: fitState.exactOptional(),
      people: fitState.exactOptional(),
      process: fitState.exactOptional(),
      technology: fitState.exactOptional(),
    })
    .exactOptional(),
});

/** What improvements are worth: `ImprovementGoal`. */
export const improvementGoalSchema = z.strictObject({
  importance: z.record(name, share),
  shortfall: z.record(name, share),
});

/** A point of an importance-performance grid: `ImportancePoint`. */
export const importancePointSchema = z.strictObject({
  factor: name,
  stated: z.number().exactOptional(),
  derived: z.number().exactOptional(),
  performance: z.number(),
});

/** A row of drivers and outcome: `DriverRow`. */
export const driverRowSchema = z.record(name, z.number().optional());

/** An effort and its result: `ResultObservation`. */
export const resultObservationSchema = z.strictObject({
  effort: z.number().positive(),
  result: share,
});

const label = z.strictObject({ en: name, zh: name });

/** A node of a catalogue: `ExperienceFactor`. */
export const experienceFactorSchema = z.strictObject({
  id: name,
  label,
  get parts() {
    return z.array(experienceFactorSchema).exactOptional();
  },
});

const columns = z.strictObject({
  importance: name.exactOptional(),
  expectation: name.exactOptional(),
  experience: name.exactOptional(),
  ideal: name.exactOptional(),
});

/** Which column of a table holds what: `RatingTable`. */
export const ratingTableSchema = z.strictObject({
  respondent: name.exactOptional(),
  wave: name.exactOptional(),
  segment: name.exactOptional(),
  weight: name.exactOptional(),
  factors: z.record(name, columns),
  missing: z.array(z.string()).exactOptional(),
});

const shareOfOne = z.number().min(0).max(1);

/** What counts as enough: `ExperiencePolicy`. */
export const experiencePolicySchema = z.strictObject({
  level: shareOfOne,
  significance: shareOfOne,
  minimumRespondents: z.int().nonnegative(),
  missingShareLimit: shareOfOne,
  power: shareOfOne,
  brandValueMarginShare: shareOfOne,
});
