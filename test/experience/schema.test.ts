import type {
  answerSchema,
  campaignCountsSchema,
  customerBenefitPartsSchema,
  driverRowSchema,
  factorFiguresSchema,
  improvementGoalSchema,
  kanoPairSchema,
  npsCountsSchema,
  ratingSchema,
  wideRatingSchema,
} from "goodwill/experience";
import {
  experienceFactorSchema,
  EXTERNAL_VALUE_AREAS,
  importancePointSchema,
  improvementSchema,
  ratingTableSchema,
  resultObservationSchema,
  scaleSchema,
  studySchema,
  themeCountSchema,
  type Answer,
  type CampaignCounts,
  type CustomerBenefitParts,
  type DriverRow,
  type ExperienceFactor,
  type FactorFigures,
  type ImportancePoint,
  type Improvement,
  type ImprovementGoal,
  type KanoPair,
  type NpsCounts,
  type Rating,
  type RatingTable,
  type ResultObservation,
  type Scale,
  type Study,
  type ThemeCount,
  type WideRating,
} from "goodwill/experience";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** An interface with every `readonly` taken away, at any depth, as schemas infer it; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

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
  ])("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  it("a catalogue of any depth is accepted", () => {
    for (const area of EXTERNAL_VALUE_AREAS)
      expect(experienceFactorSchema.parse(area)).toEqual(area);
  });
});
