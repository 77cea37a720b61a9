import {
  attributionPathSchema,
  attributionPolicySchema,
  attributionTextSchema,
  DEFAULT_ATTRIBUTION_POLICY,
  funnelRuleSchema,
  stageCountSchema,
  type AttributionPath,
  type AttributionPolicy,
  type AttributionText,
  type FunnelRule,
  type StageCount,
} from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** An interface with every `readonly` taken away, at any depth, as schemas infer it. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of paths and attribution", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof funnelRuleSchema>>().toEqualTypeOf<Writable<FunnelRule>>();
    expectTypeOf<z.infer<typeof stageCountSchema>>().toEqualTypeOf<Writable<StageCount>>();
    expectTypeOf<z.infer<typeof attributionPathSchema>>().toEqualTypeOf<
      Writable<AttributionPath>
    >();
    expectTypeOf<z.infer<typeof attributionTextSchema>>().toEqualTypeOf<
      Writable<AttributionText>
    >();
    expectTypeOf<z.infer<typeof attributionPolicySchema>>().toEqualTypeOf<
      Writable<AttributionPolicy>
    >();
  });

  it("a misspelt or missing field does not compile", () => {
    // @ts-expect-error -- a path needs its nulls
    const oneSided: AttributionPath = { steps: ["a"], conversions: 1 };
    // @ts-expect-error -- the chain remembers three steps at most
    const order: AttributionPolicy["markovOrder"] = 4;
    // @ts-expect-error -- absent means absent, not undefined
    const vague: FunnelRule = { stage: "a", touchpoints: undefined };
    expect([oneSided, order, vague]).toHaveLength(3);
  });

  it.each([
    [funnelRuleSchema, { stage: "a" }, "must name a touchpoint"],
    [funnelRuleSchema, { stage: "a", stages: ["later"] }, "before"],
    [stageCountSchema, { stage: "a", count: -1 }, ">=0"],
    [attributionPathSchema, { steps: ["a"], conversions: 1 }, "expected number"],
    [attributionTextSchema, { path: "a", conversions: 1, nulls: 0, steps: ["a"] }, "steps"],
    [attributionPolicySchema, { ...DEFAULT_ATTRIBUTION_POLICY, firstShare: 0.8 }, "add up"],
    [attributionPolicySchema, { ...DEFAULT_ATTRIBUTION_POLICY, markovOrder: 4 }, "Invalid input"],
    [attributionPolicySchema, { ...DEFAULT_ATTRIBUTION_POLICY, halfLifeDays: 0 }, ">0"],
  ])("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  it("accept what they are meant for", () => {
    for (const [schema, value] of [
      [
        funnelRuleSchema,
        { stage: "a", touchpoints: ["x"], stages: ["before"], outcomes: ["sale"] },
      ],
      [stageCountSchema, { stage: "a", count: 0 }],
      [
        attributionPathSchema,
        { steps: ["a"], conversions: 1, nulls: 0, value: 2, daysBefore: [0] },
      ],
      [attributionTextSchema, { path: "a > b", conversions: 1, nulls: 0 }],
      [attributionPolicySchema, DEFAULT_ATTRIBUTION_POLICY],
    ] as const) {
      expect(schema.parse(value)).toEqual(value);
    }
  });
});
