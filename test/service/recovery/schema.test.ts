import {
  DEFAULT_FOLLOW_UP_POLICY,
  DEFAULT_RECOVERY_POLICY,
  decidedRecoverySchema,
  followUpPolicySchema,
  recoveryCaseSchema,
  recoveryPolicySchema,
} from "goodwill/service";
import type {
  DecidedRecovery,
  FollowUpFacts,
  FollowUpPolicy,
  followUpFactsSchema,
  RecoveryCase,
  RecoveryGrant,
  recoveryGrantSchema,
  RecoveryPolicy,
} from "goodwill/service";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { ANY_CASE, cny, failure } from "./cases.js";

describe("the schemas of recovery", () => {
  test("SRV-5: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof recoveryCaseSchema>>().toExtend<RecoveryCase>();
    expectTypeOf<z.infer<typeof recoveryPolicySchema>>().toExtend<RecoveryPolicy>();
    expectTypeOf<z.infer<typeof recoveryGrantSchema>>().toExtend<RecoveryGrant>();
    expectTypeOf<z.infer<typeof decidedRecoverySchema>>().toExtend<DecidedRecovery>();
    expectTypeOf<z.infer<typeof followUpFactsSchema>>().toExtend<FollowUpFacts>();
    expectTypeOf<z.infer<typeof followUpPolicySchema>>().toExtend<FollowUpPolicy>();
    expectTypeOf<keyof z.infer<typeof recoveryCaseSchema>>().toEqualTypeOf<keyof RecoveryCase>();
    expectTypeOf<keyof z.infer<typeof recoveryPolicySchema>>().toEqualTypeOf<
      keyof RecoveryPolicy
    >();
  });

  test("SRV-5: the default policies and every case pass", () => {
    expect(recoveryPolicySchema.parse(DEFAULT_RECOVERY_POLICY)).toEqual(DEFAULT_RECOVERY_POLICY);
    expect(followUpPolicySchema.parse(DEFAULT_FOLLOW_UP_POLICY)).toEqual(DEFAULT_FOLLOW_UP_POLICY);
    fc.assert(
      fc.property(ANY_CASE, (given) => {
        expect(recoveryCaseSchema.parse(given)).toEqual(given);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ["a negative price", { paid: cny(-1) }],
    ["half a failure", { earlierFailures: 0.5 }],
    ["a kind nobody knows", { sought: { kind: "flowers" } }],
    ["a field nobody knows", { mood: "angry" }],
  ])("SRV-5: %s is refused", (_, more) => {
    expect(recoveryCaseSchema.safeParse({ ...failure(), ...more }).success).toBe(false);
    const row = { case: { ...failure(), ...more }, kinds: [], amount: cny(1) };
    expect(decidedRecoverySchema.safeParse(row).success).toBe(false);
  });
});
