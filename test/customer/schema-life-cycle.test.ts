import type { lifecycleFactsSchema } from "goodwill/customer";
import {
  customerId,
  DEFAULT_LIFECYCLE_POLICY,
  lifecycleInteractionSchema,
  lifecyclePolicySchema,
  lifecycleReferralSchema,
  lifecycleRowSchema,
  lifecycleTerminationSchema,
  satisfactionSignalSchema,
  type LifecycleFacts,
  type LifecycleInteraction,
  type LifecyclePolicy,
  type LifecycleReferral,
  type LifecycleRow,
  type LifecycleTermination,
  type SatisfactionSignal,
} from "goodwill/customer";
import { plainDate } from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { at, bought, felt, left, LIN, met, referred } from "./life-cycle/facts.js";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of the life cycle", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof lifecycleInteractionSchema>>().toEqualTypeOf<
      Writable<LifecycleInteraction>
    >();
    expectTypeOf<z.infer<typeof lifecycleReferralSchema>>().toEqualTypeOf<
      Writable<LifecycleReferral>
    >();
    expectTypeOf<z.infer<typeof satisfactionSignalSchema>>().toEqualTypeOf<
      Writable<SatisfactionSignal>
    >();
    expectTypeOf<z.infer<typeof lifecycleTerminationSchema>>().toEqualTypeOf<
      Writable<LifecycleTermination>
    >();
    expectTypeOf<z.infer<typeof lifecyclePolicySchema>>().toEqualTypeOf<
      Writable<LifecyclePolicy>
    >();
    expectTypeOf<z.infer<typeof lifecycleFactsSchema>>().toExtend<LifecycleFacts>();
    expectTypeOf<Writable<LifecycleFacts>>().toExtend<z.input<typeof lifecycleFactsSchema>>();
    expectTypeOf<z.infer<typeof lifecycleRowSchema>>().toExtend<LifecycleRow>();
  });

  it("accept what they are meant for", () => {
    const facts: LifecycleFacts = {
      purchases: [bought("P-1", "2026-01-01")],
      interactions: [met("I-1", "2026-01-01")],
      referrals: [{ ...referred("F-1", "2026-01-01"), referred: customerId("C-18") }],
      signals: [{ ...felt("S-1", "2026-01-01"), score: 9 }],
      terminations: [
        left("T-1", "2026-01-01", {
          lastDay: plainDate("2026-02-01"),
          withdrawnAt: at("2026-01-02"),
        }),
      ],
    };
    const row = { customer: { ...LIN, since: plainDate("2025-01-01") }, facts };
    expect(lifecycleRowSchema.parse(row)).toEqual(row);
    expect(lifecyclePolicySchema.parse(DEFAULT_LIFECYCLE_POLICY)).toEqual(DEFAULT_LIFECYCLE_POLICY);
    const chosen = { ...DEFAULT_LIFECYCLE_POLICY, interestKinds: ["enquiry"] };
    expect(lifecyclePolicySchema.parse(chosen)).toEqual(chosen);
  });

  it.each([
    [
      lifecycleInteractionSchema,
      { ...met("I-1", "2026-01-01"), direction: "both" },
      "Invalid option",
    ],
    [satisfactionSignalSchema, { ...felt("S-1", "2026-01-01"), state: "happy" }, "Invalid option"],
    [
      lifecycleTerminationSchema,
      { ...left("T-1", "2026-01-01"), lastDay: "2026-02-30" },
      "a day that exists",
    ],
    [
      lifecycleReferralSchema,
      { ...referred("F-1", "2026-01-01"), at: "2026-01-01" },
      "must be an instant",
    ],
    [
      lifecyclePolicySchema,
      { ...DEFAULT_LIFECYCLE_POLICY, interestCoolingDays: 90 },
      "must lie below interestDays",
    ],
    [lifecyclePolicySchema, { ...DEFAULT_LIFECYCLE_POLICY, signalDays: 0 }, ">=1"],
    [lifecyclePolicySchema, { ...DEFAULT_LIFECYCLE_POLICY, typo: 1 }, "typo"],
    [
      lifecycleRowSchema,
      { customer: { id: "C-1" }, facts: { signals: [felt("S-1", "2026-01-01")] } },
      'is of customer "C-17", not of "C-1"',
    ],
  ])("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  it("a misspelt or missing field does not compile", () => {
    // @ts-expect-error -- a state of satisfaction is one of three
    const odd: SatisfactionSignal = { ...felt("S-1", "2026-01-01"), state: "happy" };
    // @ts-expect-error -- absent means absent, not undefined
    const vague: LifecycleFacts = { signals: undefined };
    expect([odd, vague]).toHaveLength(2);
  });
});
