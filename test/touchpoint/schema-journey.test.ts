import { instant } from "goodwill/shared";
import {
  DEFAULT_INTERACTION_POLICY,
  DEFAULT_MOMENT_POLICY,
  DEFAULT_SESSION_POLICY,
  interactionPolicySchema,
  journeySchema,
  momentPolicySchema,
  plannedJourneySchema,
  sessionPolicySchema,
  stepRuleSchema,
  timedScoreSchema,
  type interactionSchema,
  type Interaction,
  type InteractionPolicy,
  type Journey,
  type JourneyStep,
  type journeyStepSchema,
  type MomentPolicy,
  type PlannedJourney,
  type PlannedStep,
  type plannedStepSchema,
  type SessionPolicy,
  type StepRule,
  type TimedScore,
} from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** An interface with every `readonly` taken away, at any depth, as schemas infer it; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of interactions, journeys and moments", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    // The schema of money is readonly, unlike the others.
    expectTypeOf<Writable<z.infer<typeof interactionSchema>>>().toEqualTypeOf<
      Writable<Interaction>
    >();
    expectTypeOf<z.infer<typeof interactionPolicySchema>>().toEqualTypeOf<
      Writable<InteractionPolicy>
    >();
    expectTypeOf<z.infer<typeof journeyStepSchema>>().toEqualTypeOf<Writable<JourneyStep>>();
    expectTypeOf<z.infer<typeof journeySchema>>().toEqualTypeOf<Writable<Journey>>();
    expectTypeOf<z.infer<typeof plannedStepSchema>>().toEqualTypeOf<Writable<PlannedStep>>();
    expectTypeOf<z.infer<typeof plannedJourneySchema>>().toEqualTypeOf<Writable<PlannedJourney>>();
    expectTypeOf<z.infer<typeof sessionPolicySchema>>().toEqualTypeOf<Writable<SessionPolicy>>();
    expectTypeOf<z.infer<typeof stepRuleSchema>>().toEqualTypeOf<Writable<StepRule>>();
    expectTypeOf<z.infer<typeof timedScoreSchema>>().toEqualTypeOf<Writable<TimedScore>>();
    expectTypeOf<z.infer<typeof momentPolicySchema>>().toEqualTypeOf<Writable<MomentPolicy>>();
  });

  it("the defaults are valid policies", () => {
    expect(interactionPolicySchema.parse(DEFAULT_INTERACTION_POLICY)).toEqual({
      unknownTouchpoint: "reject",
    });
    expect(sessionPolicySchema.parse(DEFAULT_SESSION_POLICY)).toEqual(DEFAULT_SESSION_POLICY);
    expect(momentPolicySchema.parse(DEFAULT_MOMENT_POLICY)).toEqual(DEFAULT_MOMENT_POLICY);
  });

  const step = { touchpoint: "shop", at: instant("2026-02-13T09:30:00Z") };

  it.each([
    ["a policy that keeps", interactionPolicySchema, { unknownTouchpoint: "keep" }],
    ["an open journey", journeySchema, { customer: "C-1", steps: [step], open: true }],
    ["a plan", plannedJourneySchema, { name: "order", steps: [{ touchpoint: "shop" }] }],
    ["half a minute", sessionPolicySchema, { gapMinutes: 0.5, endAtOutcome: true }],
    ["a rule for all", stepRuleSchema, { when: {}, action: "visits" }],
    ["a score with its time", timedScoreSchema, { score: 7, at: step.at }],
    ["no minimum", momentPolicySchema, { level: 0.9, minimumJourneys: 0, minimumFeelings: 0 }],
  ])("accept %s", (_, schema, value) => {
    expect(schema.safeParse(value).data).toEqual(value);
  });

  it.each([
    ["another policy", interactionPolicySchema, { unknownTouchpoint: "drop" }],
    ["a journey without a step", journeySchema, { customer: "C-1", steps: [] }],
    ["a plan without a step", plannedJourneySchema, { name: "order", steps: [] }],
    ["a plan without a name", plannedJourneySchema, { name: "", steps: [step] }],
    ["a planned step with a time", plannedJourneySchema, { name: "order", steps: [step] }],
    ["no gap", sessionPolicySchema, { gapMinutes: 0, endAtOutcome: true }],
    ["a gap without end", sessionPolicySchema, { gapMinutes: Infinity, endAtOutcome: true }],
    ["a rule that asks for a feeling", stepRuleSchema, { when: { feeling: 1 } }],
    ["a rule without a pattern", stepRuleSchema, { action: "visits" }],
    ["a score that is not finite", timedScoreSchema, { score: Infinity, at: step.at }],
    ["a level of 1", momentPolicySchema, { level: 1, minimumJourneys: 0, minimumFeelings: 0 }],
    [
      "half a journey",
      momentPolicySchema,
      { level: 0.9, minimumJourneys: 0.5, minimumFeelings: 0 },
    ],
  ])("refuse %s", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
