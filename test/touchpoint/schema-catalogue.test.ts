import { instant, money, timeZone } from "goodwill/shared";
import {
  askedSubjectSchema,
  backstageElementSchema,
  blueprintPolicySchema,
  consistencyPolicySchema,
  DEFAULT_BLUEPRINT_POLICY,
  DEFAULT_CONSISTENCY_POLICY,
  DEFAULT_MODERN_EXPECTATIONS_POLICY,
  DEFAULT_STAGE_COVERAGE_POLICY,
  DEFAULT_VISITOR_INTENT_POLICY,
  frontstageElementSchema,
  modernExpectationsPolicySchema,
  offerCandidateSchema,
  offerCustomerSchema,
  offerSchema,
  openingHoursSchema,
  serviceBlueprintSchema,
  stageCoveragePolicySchema,
  STANDARD_TOUCHPOINTS,
  statementValueSchema,
  touchpointSchema,
  touchpointStatementSchema,
  visitorIntentPolicySchema,
  weeklyWindowSchema,
} from "goodwill/touchpoint";
import type {
  AskedSubject,
  BackstageKind,
  BlueprintElement,
  BlueprintPolicy,
  BlueprintStep,
  blueprintStepSchema,
  ConsistencyPolicy,
  FrontstageKind,
  ModernExpectationsPolicy,
  Offer,
  OfferCandidate,
  OfferCustomer,
  OfferPermission,
  offerPermissionSchema,
  OfferWay,
  offerWaySchema,
  OpeningHours,
  ServiceBlueprint,
  StageCoveragePolicy,
  StatementValue,
  Touchpoint,
  TouchpointStatement,
  VisitorIntentPolicy,
  WeeklyWindow,
} from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** A type with every `readonly` taken away, at any depth; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const at = instant("2026-02-01T00:00:00Z");

describe("the schemas of catalogue, consistency and blueprint", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof weeklyWindowSchema>>().toEqualTypeOf<Writable<WeeklyWindow>>();
    expectTypeOf<z.infer<typeof openingHoursSchema>>().toEqualTypeOf<Writable<OpeningHours>>();
    expectTypeOf<z.infer<typeof touchpointSchema>>().toEqualTypeOf<Writable<Touchpoint>>();
    expectTypeOf<z.infer<typeof stageCoveragePolicySchema>>().toEqualTypeOf<
      Writable<StageCoveragePolicy>
    >();
    expectTypeOf<z.infer<typeof visitorIntentPolicySchema>>().toEqualTypeOf<
      Writable<VisitorIntentPolicy>
    >();
    expectTypeOf<Writable<z.infer<typeof offerSchema>>>().toEqualTypeOf<Writable<Offer>>();
    expectTypeOf<z.infer<typeof offerPermissionSchema>>().toEqualTypeOf<
      Writable<OfferPermission>
    >();
    expectTypeOf<Writable<z.infer<typeof offerCustomerSchema>>>().toEqualTypeOf<
      Writable<OfferCustomer>
    >();
    expectTypeOf<z.infer<typeof offerWaySchema>>().toEqualTypeOf<Writable<OfferWay>>();
    expectTypeOf<Writable<z.infer<typeof offerCandidateSchema>>>().toEqualTypeOf<
      Writable<OfferCandidate>
    >();
    expectTypeOf<z.infer<typeof modernExpectationsPolicySchema>>().toEqualTypeOf<
      Writable<ModernExpectationsPolicy>
    >();
    expectTypeOf<Writable<z.infer<typeof statementValueSchema>>>().toEqualTypeOf<
      Writable<StatementValue>
    >();
    expectTypeOf<Writable<z.infer<typeof touchpointStatementSchema>>>().toEqualTypeOf<
      Writable<TouchpointStatement>
    >();
    expectTypeOf<z.infer<typeof askedSubjectSchema>>().toEqualTypeOf<Writable<AskedSubject>>();
    expectTypeOf<z.infer<typeof consistencyPolicySchema>>().toEqualTypeOf<
      Writable<ConsistencyPolicy>
    >();
    expectTypeOf<z.infer<typeof frontstageElementSchema>>().toEqualTypeOf<
      Writable<BlueprintElement<FrontstageKind>>
    >();
    expectTypeOf<z.infer<typeof backstageElementSchema>>().toEqualTypeOf<
      Writable<BlueprintElement<BackstageKind>>
    >();
    expectTypeOf<z.infer<typeof blueprintStepSchema>>().toEqualTypeOf<Writable<BlueprintStep>>();
    expectTypeOf<z.infer<typeof serviceBlueprintSchema>>().toEqualTypeOf<
      Writable<ServiceBlueprint>
    >();
    expectTypeOf<z.infer<typeof blueprintPolicySchema>>().toEqualTypeOf<
      Writable<BlueprintPolicy>
    >();
  });

  it("a misspelt, missing or mixed-up field does not compile", () => {
    // @ts-expect-error -- a touchpoint needs its control
    const loose: Omit<Touchpoint, "control"> & Pick<Touchpoint, "control"> = { id: "a" };
    // @ts-expect-error -- absent means absent, not undefined
    const vague: OfferWay = { channel: "web", direction: "inbound", tone: undefined };
    // @ts-expect-error -- staff stand on the stage, not behind it
    const behind: BlueprintElement<BackstageKind> = { id: "a", name: "A", kind: "people" };
    // @ts-expect-error -- a price has a currency
    const price: StatementValue = { kind: "money", amount: 9 };
    // @ts-expect-error -- there is no eighth day
    const window: WeeklyWindow = { days: [8], from: "09:00", until: "10:00" };
    expect([loose, vague, behind, price, window]).toHaveLength(5);
  });

  it("accept what they are meant for", () => {
    for (const touchpoint of STANDARD_TOUCHPOINTS) {
      expect(touchpointSchema.parse(touchpoint)).toEqual(touchpoint);
    }
    for (const [schema, value] of [
      [stageCoveragePolicySchema, DEFAULT_STAGE_COVERAGE_POLICY],
      [visitorIntentPolicySchema, DEFAULT_VISITOR_INTENT_POLICY],
      [modernExpectationsPolicySchema, DEFAULT_MODERN_EXPECTATIONS_POLICY],
      [consistencyPolicySchema, DEFAULT_CONSISTENCY_POLICY],
      [
        consistencyPolicySchema,
        {
          ...DEFAULT_CONSISTENCY_POLICY,
          rates: [{ from: "EUR", to: "JPY", rate: { numerator: 150, denominator: 1 } }],
        },
      ],
      [blueprintPolicySchema, DEFAULT_BLUEPRINT_POLICY],
      [askedSubjectSchema, { touchpoint: "store", subject: "screen", asks: 0 }],
      [
        offerCandidateSchema,
        {
          offer: { id: "a", topics: ["b"], price: money(1, "EUR"), from: at },
          customer: {
            id: "1",
            needs: [{ topic: "b", kind: "stated" }],
            permissions: [
              { channel: "web", allowed: false, reasons: [{ code: "x", params: { n: 1 } }] },
            ],
          },
          place: STANDARD_TOUCHPOINTS[8],
          way: { channel: "web", direction: "inbound" },
        },
      ],
      [
        touchpointStatementSchema,
        {
          subject: "a",
          aspect: "opening-hours",
          touchpoint: "b",
          at,
          value: {
            kind: "hours",
            hours: {
              zone: timeZone("UTC"),
              windows: [{ days: [1], from: "22:00", until: "02:00" }],
            },
          },
        },
      ],
      [
        serviceBlueprintSchema,
        {
          name: "a",
          steps: [
            {
              id: "b",
              customerAction: "c",
              frontstage: [{ id: "d", name: "D", kind: "people", restsOn: ["e"] }],
              backstage: [],
              recoveries: [{ failPoint: "f", action: "g" }],
            },
          ],
          support: [{ id: "e", name: "E", kind: "support" }],
        },
      ],
    ] as const) {
      expect(schema.parse(value)).toEqual(value);
    }
  });

  it.each([
    [weeklyWindowSchema, { days: [8], from: "09:00", until: "10:00" }, "days.0"],
    [weeklyWindowSchema, { days: [1], from: "24:00", until: "10:00" }, "from"],
    [weeklyWindowSchema, { days: [1], from: "09:00", until: "25:00" }, "until"],
    [openingHoursSchema, { zone: "BST", windows: [] }, "zone"],
    [touchpointSchema, { ...STANDARD_TOUCHPOINTS[0], stages: [] }, "stages"],
    [touchpointSchema, { ...STANDARD_TOUCHPOINTS[0], senses: ["luck"] }, "senses.0"],
    [touchpointSchema, { ...STANDARD_TOUCHPOINTS[0], colour: "red" }, ""],
    [stageCoveragePolicySchema, { humanStages: ["never"] }, "humanStages.0"],
    [
      visitorIntentPolicySchema,
      { rules: [{ intent: "buying", kinds: [], minimum: 0 }], otherwise: "roaming" },
      "rules.0.minimum",
    ],
    [offerSchema, { id: "a", topics: [] }, "topics"],
    [offerSchema, { id: "a", topics: ["b"], from: at, until: at }, "until"],
    [offerCustomerSchema, { id: " " }, "id"],
    [modernExpectationsPolicySchema, { ...DEFAULT_MODERN_EXPECTATIONS_POLICY, level: 1 }, "level"],
    [statementValueSchema, { kind: "range", min: 2, max: 1, unit: "days" }, ""],
    [statementValueSchema, { kind: "rumour" }, "kind"],
    [consistencyPolicySchema, { ...DEFAULT_CONSISTENCY_POLICY, minimumAsks: 0 }, "minimumAsks"],
    [
      consistencyPolicySchema,
      {
        ...DEFAULT_CONSISTENCY_POLICY,
        rates: [{ from: "EUR", to: "EUR", rate: { numerator: 1, denominator: 1 } }],
      },
      "rates.0",
    ],
    [askedSubjectSchema, { touchpoint: "a", subject: "b", asks: 0.5 }, "asks"],
    [frontstageElementSchema, { id: "a", name: "A", kind: "technology" }, "kind"],
    [backstageElementSchema, { id: "a", name: "A", kind: "people" }, "kind"],
    [serviceBlueprintSchema, { name: "a", steps: [] }, "steps"],
    [
      blueprintPolicySchema,
      { maximumStepsPerElement: 0, requiredStages: [] },
      "maximumStepsPerElement",
    ],
  ])("case %#: what is wrong is refused at its path", (schema, value, path) => {
    expect(schema.safeParse(value).error?.issues[0]?.path.join(".")).toBe(path);
  });
});
