import {
  agentTallySchema,
  DEFAULT_QUALITY_FORM,
  DEFAULT_QUALITY_SAMPLE_POLICY,
  qualityContactSchema,
  qualityFormSchema,
  qualitySamplePolicySchema,
} from "goodwill/service";
import type {
  AgentTally,
  QualityContact,
  QualityEvaluation,
  qualityEvaluationSchema,
  QualityForm,
  QualitySamplePolicy,
} from "goodwill/service";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { contact } from "./contacts.js";

describe("the schemas of quality", () => {
  test("SRV-6: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof qualityContactSchema>>().toExtend<QualityContact>();
    expectTypeOf<z.infer<typeof qualitySamplePolicySchema>>().toExtend<QualitySamplePolicy>();
    expectTypeOf<z.infer<typeof qualityFormSchema>>().toExtend<QualityForm>();
    expectTypeOf<z.infer<typeof qualityEvaluationSchema>>().toExtend<QualityEvaluation>();
    expectTypeOf<z.infer<typeof agentTallySchema>>().toExtend<AgentTally>();
    expectTypeOf<keyof z.infer<typeof qualityContactSchema>>().toEqualTypeOf<
      keyof QualityContact
    >();
  });

  test("SRV-6: the defaults and a contact pass", () => {
    expect(qualityFormSchema.parse(DEFAULT_QUALITY_FORM)).toEqual(DEFAULT_QUALITY_FORM);
    expect(qualitySamplePolicySchema.parse(DEFAULT_QUALITY_SAMPLE_POLICY)).toEqual(
      DEFAULT_QUALITY_SAMPLE_POLICY,
    );
    expect(qualityContactSchema.parse(contact("k"))).toEqual(contact("k"));
  });

  test("SRV-6: what does not fit is refused", () => {
    const { criteria } = DEFAULT_QUALITY_FORM;
    const twice = { ...DEFAULT_QUALITY_FORM, criteria: [...criteria, criteria[0]] };
    expect(qualityFormSchema.safeParse(twice).success).toBe(false);
    const falling = { ...DEFAULT_QUALITY_SAMPLE_POLICY, dayPartsFrom: [0, 17, 12] };
    expect(qualitySamplePolicySchema.safeParse(falling).success).toBe(false);
    expect(qualityContactSchema.safeParse({ ...contact("k"), seconds: -1 }).success).toBe(false);
    expect(agentTallySchema.safeParse({ agent: "a", n: 5, passed: 6 }).success).toBe(false);
  });
});
