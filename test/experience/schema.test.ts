import type {
  campaignCountsSchema,
  customerBenefitPartsSchema,
  driverRowSchema,
  factorFiguresSchema,
  improvementGoalSchema,
  kanoPairSchema,
  npsCountsSchema,
  ratingSchema,
  wideRatingSchema,
  experiencePolicySchema,
} from "goodwill/experience";
import {
  answerSchema,
  DEFAULT_KANO_POLICY,
  DEFAULT_RESPONSE_POLICY,
  DEFAULT_SATISFACTION_POLICY,
  DEFAULT_SYSTEMIC_PROBLEM_POLICY,
  encounterFactsSchema,
  experienceAgainstExpectationSchema,
  experienceFactorSchema,
  EXTERNAL_VALUE_AREAS,
  importancePointSchema,
  improvementSchema,
  kanoCountsSchema,
  kanoPolicySchema,
  ratingTableSchema,
  responsePolicySchema,
  resultObservationSchema,
  satisfactionPolicySchema,
  scaleSchema,
  studySchema,
  systemicProblemPolicySchema,
  themeCountSchema,
  type Answer,
  type CampaignCounts,
  type CustomerBenefitParts,
  type DriverRow,
  type EncounterFacts,
  type ExperienceAgainstExpectation,
  type ExperienceFactor,
  type ExperiencePolicy,
  type FactorFigures,
  type ImportancePoint,
  type Improvement,
  type ImprovementGoal,
  type KanoCounts,
  type KanoPair,
  type KanoPolicy,
  type NpsCounts,
  type Rating,
  type RatingTable,
  type ResponsePolicy,
  type ResultObservation,
  type SatisfactionPolicy,
  type Scale,
  type Study,
  type SystemicProblemPolicy,
  type ThemeCount,
  type WideRating,
} from "goodwill/experience";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** An interface with every `readonly` taken away, at any depth, as schemas infer it; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const KANO_COUNTS: KanoCounts = {
  attractive: 4,
  "one-dimensional": 3,
  "must-be": 2,
  indifferent: 1,
  reverse: 0,
  questionable: 0,
};

describe("the schemas of the room", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof scaleSchema>>().toEqualTypeOf<Writable<Scale>>();
    expectTypeOf<z.infer<typeof studySchema>>().toEqualTypeOf<Writable<Study>>();
    expectTypeOf<z.infer<typeof ratingSchema>>().toEqualTypeOf<Writable<Rating>>();
    expectTypeOf<z.infer<typeof wideRatingSchema>>().toEqualTypeOf<Writable<WideRating>>();
    expectTypeOf<z.infer<typeof factorFiguresSchema>>().toEqualTypeOf<Writable<FactorFigures>>();
    expectTypeOf<z.infer<typeof answerSchema>>().toEqualTypeOf<Writable<Answer>>();
    expectTypeOf<z.infer<typeof npsCountsSchema>>().toEqualTypeOf<Writable<NpsCounts>>();
    expectTypeOf<z.infer<typeof themeCountSchema>>().toEqualTypeOf<Writable<ThemeCount>>();
    expectTypeOf<z.infer<typeof campaignCountsSchema>>().toEqualTypeOf<Writable<CampaignCounts>>();
    expectTypeOf<z.infer<typeof customerBenefitPartsSchema>>().toEqualTypeOf<
      Writable<CustomerBenefitParts>
    >();
    expectTypeOf<z.infer<typeof kanoPairSchema>>().toEqualTypeOf<Writable<KanoPair>>();
    expectTypeOf<z.infer<typeof kanoCountsSchema>>().toEqualTypeOf<Writable<KanoCounts>>();
    expectTypeOf<z.infer<typeof kanoPolicySchema>>().toEqualTypeOf<Writable<KanoPolicy>>();
    expectTypeOf<z.infer<typeof experienceAgainstExpectationSchema>>().toEqualTypeOf<
      Writable<ExperienceAgainstExpectation>
    >();
    expectTypeOf<z.infer<typeof encounterFactsSchema>>().toEqualTypeOf<Writable<EncounterFacts>>();
    expectTypeOf<z.infer<typeof satisfactionPolicySchema>>().toEqualTypeOf<
      Writable<SatisfactionPolicy>
    >();
    expectTypeOf<z.infer<typeof systemicProblemPolicySchema>>().toEqualTypeOf<
      Writable<SystemicProblemPolicy>
    >();
    expectTypeOf<z.infer<typeof responsePolicySchema>>().toEqualTypeOf<Writable<ResponsePolicy>>();
    expectTypeOf<z.infer<typeof improvementSchema>>().toEqualTypeOf<Writable<Improvement>>();
    expectTypeOf<z.infer<typeof improvementGoalSchema>>().toEqualTypeOf<
      Writable<ImprovementGoal>
    >();
    expectTypeOf<z.infer<typeof importancePointSchema>>().toEqualTypeOf<
      Writable<ImportancePoint>
    >();
    expectTypeOf<z.infer<typeof driverRowSchema>>().toEqualTypeOf<Writable<DriverRow>>();
    expectTypeOf<z.infer<typeof resultObservationSchema>>().toEqualTypeOf<
      Writable<ResultObservation>
    >();
    expectTypeOf<z.infer<typeof ratingTableSchema>>().toEqualTypeOf<Writable<RatingTable>>();
    expectTypeOf<z.infer<typeof experiencePolicySchema>>().toEqualTypeOf<
      Writable<ExperiencePolicy>
    >();
    expectTypeOf<z.infer<typeof experienceFactorSchema>>().toExtend<ExperienceFactor>();
  });

  it("a misspelt or missing field does not compile", () => {
    // @ts-expect-error -- a rating needs its respondent
    const nobody: Rating = { factor: "price" };
    // @ts-expect-error -- absent means absent, not undefined
    const vague: Rating = { respondent: "1", factor: "price", experience: undefined };
    // @ts-expect-error -- fit knows four dimensions
    const unfit: Improvement = { id: "a", cost: 1, effects: {}, fit: { luck: "ready" } };
    expect([nobody, vague, unfit]).toHaveLength(3);
  });

  it.each([
    [scaleSchema, { min: 5, max: 1 }, "min must lie below max"],
    [studySchema, { scale: { min: 0, max: 10 }, factors: [] }, ">=1"],
    [improvementSchema, { id: "a", cost: -1, effects: {} }, ">=0"],
    [improvementSchema, { id: "a", cost: 1, effects: { price: "2" } }, "expected number"],
    [improvementSchema, { id: "a", cost: 1, effects: {}, fit: { luck: "ready" } }, "luck"],
    [resultObservationSchema, { effort: 0, result: 1 }, ">0"],
    [experienceFactorSchema, { id: "a", label: { en: "A", zh: "" } }, ">=1"],
    [ratingTableSchema, { factors: { price: { expects: "e" } } }, "expects"],
    [importancePointSchema, { factor: "price" }, "expected number"],
    [themeCountSchema, { theme: "a", period: "b", count: 1.5, exposure: 3 }, "int"],
    [kanoCountsSchema, { attractive: 1 }, "expected number"],
    [kanoCountsSchema, { ...KANO_COUNTS, reverse: -1 }, ">=0"],
    [kanoPolicySchema, { fongStandardErrors: -1 }, ">=0"],
    [experienceAgainstExpectationSchema, { experience: 9, expectation: null }, "expected number"],
    [encounterFactsSchema, { expectation: 9 }, "expected number"],
    [encounterFactsSchema, { experience: 9, firstEncounter: "no" }, "expected boolean"],
    [satisfactionPolicySchema, { surpriseShare: 0.1, excellentShare: 1.2 }, "<=1"],
    [systemicProblemPolicySchema, { significance: 0, level: 0.95 }, ">0"],
    [systemicProblemPolicySchema, { significance: 0.05, level: 95 }, "<1"],
    [
      responsePolicySchema,
      { normFromShare: 0.3, normToShare: 0.2, level: 0.95 },
      "must not exceed normToShare",
    ],
    [answerSchema, { respondent: "1", question: "nps", at: "yesterday" }, "2026-02-13"],
  ])("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  it("accept what they are meant for: the default policies, full facts, both spellings of time", () => {
    for (const [schema, value] of [
      [kanoPolicySchema, DEFAULT_KANO_POLICY],
      [satisfactionPolicySchema, DEFAULT_SATISFACTION_POLICY],
      [systemicProblemPolicySchema, DEFAULT_SYSTEMIC_PROBLEM_POLICY],
      [responsePolicySchema, DEFAULT_RESPONSE_POLICY],
      [kanoCountsSchema, KANO_COUNTS],
      [experienceAgainstExpectationSchema, { experience: 9, expectation: 7 }],
      [encounterFactsSchema, { experience: 9 }],
      [
        encounterFactsSchema,
        {
          experience: 9,
          expectation: 7,
          previousExperience: 5,
          previousSatisfaction: -1,
          firstEncounter: false,
        },
      ],
      [answerSchema, { respondent: "1", question: "nps", at: "2026-02-13" }],
      [answerSchema, { respondent: "1", question: "nps", at: "2026-02-13T09:30:00.000Z" }],
    ] as const) {
      expect(schema.parse(value)).toEqual(value);
    }
  });

  it("a catalogue of any depth is accepted", () => {
    for (const area of EXTERNAL_VALUE_AREAS)
      expect(experienceFactorSchema.parse(area)).toEqual(area);
  });
});
