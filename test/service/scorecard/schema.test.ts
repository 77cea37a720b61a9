import {
  departmentScorecardSchema,
  keyAnswersSchema,
  keyStatementSchema,
  SERVICE_STANDARD_ELEMENTS,
  SIX_KEYS_QUESTIONNAIRE,
  standardElementSchema,
} from "goodwill/service";
import type {
  DepartmentScorecard,
  DepartmentValues,
  departmentValuesSchema,
  KeyAnswers,
  KeyStatement,
  ScorecardMeasure,
  scorecardMeasureSchema,
  ServiceStandard,
  serviceStandardSchema,
  StandardElement,
} from "goodwill/service";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";

describe("the schemas of scorecards", () => {
  test("SRV-7: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof scorecardMeasureSchema>>().toExtend<ScorecardMeasure>();
    expectTypeOf<z.infer<typeof departmentScorecardSchema>>().toExtend<DepartmentScorecard>();
    expectTypeOf<z.infer<typeof departmentValuesSchema>>().toExtend<DepartmentValues>();
    expectTypeOf<z.infer<typeof standardElementSchema>>().toExtend<StandardElement>();
    expectTypeOf<z.infer<typeof serviceStandardSchema>>().toExtend<ServiceStandard>();
    expectTypeOf<z.infer<typeof keyStatementSchema>>().toExtend<KeyStatement>();
    expectTypeOf<z.infer<typeof keyAnswersSchema>>().toExtend<KeyAnswers>();
    expectTypeOf<keyof z.infer<typeof scorecardMeasureSchema>>().toEqualTypeOf<
      keyof ScorecardMeasure
    >();
  });

  test("SRV-9: the catalogues pass", () => {
    expect(standardElementSchema.array().parse(SERVICE_STANDARD_ELEMENTS)).toEqual(
      SERVICE_STANDARD_ELEMENTS,
    );
    expect(keyStatementSchema.array().parse(SIX_KEYS_QUESTIONNAIRE)).toEqual(
      SIX_KEYS_QUESTIONNAIRE,
    );
  });

  test("SRV-7: what does not fit is refused", () => {
    const measure = {
      id: "csat",
      name: "Satisfaction",
      side: "external",
      about: "satisfaction",
      weight: 60,
      better: "higher",
      target: 90,
      worst: 50,
    };
    const card = (measures: readonly unknown[]): boolean =>
      departmentScorecardSchema.safeParse({ department: "d", customerFacing: true, measures })
        .success;
    expect(card([measure])).toBe(true);
    expect(card([])).toBe(false);
    expect(card([measure, measure])).toBe(false);
    expect(card([{ ...measure, worst: 91 }])).toBe(false);
    expect(card([{ ...measure, weight: 0 }])).toBe(false);
    expect(keyAnswersSchema.safeParse({ rater: "ann", answers: { a: 2.5 } }).success).toBe(false);
  });
});
