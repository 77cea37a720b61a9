import {
  DEFAULT_PORTFOLIO_POLICY,
  DEFAULT_RELATIONSHIP_BAND_POLICY,
  ONE_TO_ONE_CLASSES,
  oneToOneBeforeSchema,
  oneToOnePolicySchema,
  portfolioPolicySchema,
  relationshipBandPolicySchema,
  type OneToOneBefore,
  type OneToOnePolicy,
  type PortfolioPolicy,
  type RelationshipBandPolicy,
} from "goodwill/value";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";

type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of portfolio policies", () => {
  test("VAL-1: they agree with the interfaces written by hand, and accept the defaults", () => {
    expectTypeOf<z.infer<typeof portfolioPolicySchema>>().toEqualTypeOf<
      Writable<PortfolioPolicy>
    >();
    expectTypeOf<z.infer<typeof oneToOnePolicySchema>>().toEqualTypeOf<Writable<OneToOnePolicy>>();
    expectTypeOf<z.infer<typeof relationshipBandPolicySchema>>().toEqualTypeOf<
      Writable<RelationshipBandPolicy>
    >();
    expectTypeOf<z.infer<typeof oneToOneBeforeSchema>>().toEqualTypeOf<Writable<OneToOneBefore>>();
    for (const name of ONE_TO_ONE_CLASSES) {
      expect(oneToOneBeforeSchema.parse({ class: name })).toEqual({ class: name });
    }
    const figures = { presentValue: -1, potential: 0, costToServe: 2 };
    const before = { class: "below-zero", figures };
    expect(oneToOneBeforeSchema.parse(before)).toEqual(before);
    expect(portfolioPolicySchema.parse(DEFAULT_PORTFOLIO_POLICY)).toEqual(DEFAULT_PORTFOLIO_POLICY);
    expect(relationshipBandPolicySchema.parse(DEFAULT_RELATIONSHIP_BAND_POLICY)).toEqual(
      DEFAULT_RELATIONSHIP_BAND_POLICY,
    );
    expect(oneToOnePolicySchema.parse({ highValue: 1, highPotential: 2 })).toEqual({
      highValue: 1,
      highPotential: 2,
    });
  });

  const [a, b, c] = DEFAULT_PORTFOLIO_POLICY.classes;
  const policy = DEFAULT_PORTFOLIO_POLICY;

  test.each([
    [portfolioPolicySchema, { ...policy, criteria: [] }, "not all weights may be 0"],
    [
      portfolioPolicySchema,
      { ...policy, criteria: [policy.criteria[0], policy.criteria[0]] },
      "name of its own",
    ],
    [portfolioPolicySchema, { ...policy, classes: [b, a, c] }, "must rise"],
    [portfolioPolicySchema, { ...policy, classes: [a, b] }, "end at 1"],
    [
      portfolioPolicySchema,
      {
        ...policy,
        classes: [
          { ...a, untilShare: 0.1 },
          { ...c, name: "A" },
        ],
      },
      "name of its own",
    ],
    [portfolioPolicySchema, { ...policy, scale: "log" }, "scale"],
    [oneToOneBeforeSchema, { class: "gold" }, "class"],
    [
      oneToOneBeforeSchema,
      { class: "below-zero", figures: { presentValue: 1, potential: -1, costToServe: 0 } },
      "potential",
    ],
    [oneToOnePolicySchema, { highValue: 0, highPotential: 1 }, "highValue"],
    [
      relationshipBandPolicySchema,
      { ...DEFAULT_RELATIONSHIP_BAND_POLICY, manyCustomers: 1 },
      "must be above mediumCustomers",
    ],
    [
      relationshipBandPolicySchema,
      { ...DEFAULT_RELATIONSHIP_BAND_POLICY, highMarginShare: 0.05 },
      "must be above mediumMarginShare",
    ],
  ])("VAL-1: what cannot be applied is refused, case %#", (schema, given, message) => {
    expect(JSON.stringify(schema.safeParse(given).error?.issues)).toContain(message);
  });
});
