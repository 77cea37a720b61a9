import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type { CareFeedback, ControlFeedback } from "../../../src/care/review/care-feedback.js";
import type { CareOutcome } from "../../../src/care/review/care-outcome.js";
import type { ControlGroup } from "../../../src/care/review/control-group.js";
import {
  DEFAULT_REVIEW_POLICY,
  type ReviewPolicy,
} from "../../../src/care/review/review-policy.js";
import {
  careFeedbackSchema,
  careOutcomeSchema,
  controlFeedbackSchema,
  controlGroupSchema,
  reviewPolicySchema,
} from "../../../src/care/review/schema.js";
import { rowsOf } from "./samples.js";

type Readable<T> = T extends string | number | boolean
  ? T
  : { readonly [K in keyof T]: Readable<T[K]> };

const isValid = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

describe("the schemas of reviews", () => {
  test("CARE-10: they agree with the interfaces written by hand", () => {
    expectTypeOf<Readable<z.infer<typeof controlGroupSchema>>>().toEqualTypeOf<
      Readable<ControlGroup>
    >();
    expectTypeOf<Readable<z.infer<typeof careFeedbackSchema>>>().toEqualTypeOf<
      Readable<CareFeedback>
    >();
    expectTypeOf<Readable<z.infer<typeof controlFeedbackSchema>>>().toEqualTypeOf<
      Readable<ControlFeedback>
    >();
    expectTypeOf<Readable<z.infer<typeof careOutcomeSchema>>>().toEqualTypeOf<
      Readable<CareOutcome>
    >();
    expectTypeOf<Readable<z.infer<typeof reviewPolicySchema>>>().toEqualTypeOf<
      Readable<ReviewPolicy>
    >();
  });

  test("CARE-10: they take what the room makes, and refuse what it refuses", () => {
    expect(reviewPolicySchema.parse(DEFAULT_REVIEW_POLICY)).toEqual(DEFAULT_REVIEW_POLICY);
    const normalResponse = { lower: 0.03, upper: 0.02 };
    expect(isValid(reviewPolicySchema, { ...DEFAULT_REVIEW_POLICY, normalResponse })).toBe(false);
    const [row] = rowsOf("treated", { customers: 1, responded: 1 });
    expect(careOutcomeSchema.parse(row)).toEqual(row);
    expect(isValid(careOutcomeSchema, { ...row, group: "both" })).toBe(false);
    for (const [share, valid] of [
      [0, true],
      [0.99, true],
      [1, false],
      [-0.1, false],
    ] as const)
      expect(isValid(controlGroupSchema, { campaign: "spring", share })).toBe(valid);
    expect(isValid(controlGroupSchema, { campaign: " ", share: 0.1 })).toBe(false);
    const reason = { code: "bounced", params: { times: 3 } };
    expect(isValid(careFeedbackSchema, { action: "a", reason })).toBe(true);
    expect(isValid(careFeedbackSchema, { action: "a", satisfaction: Number.NaN })).toBe(false);
    expect(isValid(controlFeedbackSchema, { customer: "eve", occasion: "x", kind: "gift" })).toBe(
      true,
    );
    expect(isValid(controlFeedbackSchema, { customer: "eve", occasion: "x", kind: "poem" })).toBe(
      false,
    );
  });
});
