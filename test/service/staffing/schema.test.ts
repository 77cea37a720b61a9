import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import type {
  contactIntervalSchema,
  requiredIntervalSchema,
  serviceLevelSchema,
} from "../../../src/service/staffing/schema.js";
import { staffingPolicySchema } from "../../../src/service/staffing/schema.js";
import type {
  ContactInterval,
  RequiredInterval,
} from "../../../src/service/staffing/service-interval.js";
import {
  DEFAULT_STAFFING_POLICY,
  type ServiceLevel,
  type StaffingPolicy,
} from "../../../src/service/staffing/staffing-policy.js";

describe("the schemas of staffing", () => {
  test("SRV-6: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof staffingPolicySchema>>().toExtend<StaffingPolicy>();
    expectTypeOf<keyof z.infer<typeof staffingPolicySchema>>().toEqualTypeOf<
      keyof StaffingPolicy
    >();
    expectTypeOf<z.infer<typeof serviceLevelSchema>>().toExtend<ServiceLevel>();
    expectTypeOf<z.infer<typeof contactIntervalSchema>>().toExtend<ContactInterval>();
    expectTypeOf<z.infer<typeof requiredIntervalSchema>>().toExtend<RequiredInterval>();
  });

  test("SRV-6: a policy needs a goal, and a patience where it limits the abandoned", () => {
    expect(staffingPolicySchema.parse(DEFAULT_STAFFING_POLICY)).toEqual(DEFAULT_STAFFING_POLICY);
    expect(staffingPolicySchema.safeParse({ minimumAgents: 1 }).success).toBe(false);
    expect(staffingPolicySchema.safeParse({ maximumAbandonedShare: 0.05 }).success).toBe(false);
    const impatient = { maximumAbandonedShare: 0.05, patienceSeconds: 60 };
    expect(staffingPolicySchema.safeParse(impatient).success).toBe(true);
  });
});
