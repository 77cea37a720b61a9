import type {
  careBudgetSchema,
  careCapacitySchema,
  careLimitsSchema,
  careRuleSchema,
  pastCareSchema,
} from "goodwill/care";
import {
  careActionSchema,
  carePolicySchema,
  DEFAULT_CARE_POLICY,
  planCare,
  type CareAction,
  type CareBudget,
  type CareCapacity,
  type CareLimits,
  type CareRule,
  type PastCare,
} from "goodwill/care";
import { instant, period, plainDate } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { feast, related, rule } from "../plan/people.js";

describe("the schemas of care policies and plans", () => {
  test("CARE-3: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof careRuleSchema>>().toExtend<CareRule>();
    expectTypeOf<z.infer<typeof careLimitsSchema>>().toExtend<CareLimits>();
    expectTypeOf<z.infer<typeof careBudgetSchema>>().toExtend<CareBudget>();
    expectTypeOf<z.infer<typeof careCapacitySchema>>().toExtend<CareCapacity>();
    expectTypeOf<z.infer<typeof pastCareSchema>>().toExtend<PastCare>();
    expectTypeOf<z.infer<typeof careActionSchema>>().toExtend<CareAction>();
    expectTypeOf<keyof z.infer<typeof careActionSchema>>().toEqualTypeOf<keyof CareAction>();
    expectTypeOf<keyof z.infer<typeof careRuleSchema>>().toEqualTypeOf<keyof CareRule>();
    expectTypeOf<keyof z.infer<typeof pastCareSchema>>().toEqualTypeOf<keyof PastCare>();
  });

  test("CARE-3: the default policy passes, and so do planned actions", () => {
    expect(carePolicySchema.parse(DEFAULT_CARE_POLICY)).toEqual(DEFAULT_CARE_POLICY);
    const { actions } = planCare([related("C-1", { valueClass: "A" })], {
      plan: "p",
      asOf: instant("2026-01-01T00:00:00Z"),
      period: period(plainDate("2026-09-01"), plainDate("2026-10-01")),
      occasions: [feast("mid-autumn", "09-25")],
      policy: DEFAULT_CARE_POLICY,
    });
    expect(actions).toHaveLength(2);
    expect(careActionSchema.array().parse(actions)).toEqual(actions);
  });

  test.each([
    ["a rule twice", { rules: [rule("r"), rule("r")] }],
    ["two currencies", { rules: [rule("r"), rule("s", { cost: { amount: 1, currency: "EUR" } })] }],
    ["no rules", { rules: [] }],
    ["half past nine in words", { dueFrom: "9:30" }],
  ])("CARE-3: %s is refused", (_, more) => {
    expect(carePolicySchema.safeParse({ ...DEFAULT_CARE_POLICY, ...more }).success).toBe(false);
  });
});
