import {
  assessmentPoliciesSchema,
  DEFAULT_ASSESSMENT_POLICIES,
  leavingRiskPolicySchema,
  relationshipFactsSchema,
  satisfactionTrendPolicySchema,
  type AssessmentPolicies,
  type LeavingRiskPolicy,
  type RelationshipFacts,
  type SatisfactionTrendPolicy,
} from "goodwill/relationship";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const AT = "2026-03-01T09:00:00.000Z";
const FACTS = {
  purchases: [],
  signals: [{ id: "S-1", customer: "C-1", at: AT, state: "satisfied" }],
  attitudes: [{ id: "A-1", customer: "C-1", at: AT, kind: "likes", holds: true }],
  values: [{ at: AT, class: "A" }],
  memberships: [{ at: AT, view: { balance: -5, tier: { tier: "gold", since: AT, by: "award" } } }],
  complaints: [{ id: "K-1", at: AT, settledAt: AT }],
  promises: [{ id: "Q-1", what: "call", at: AT, due: "2026-03-02", keptAt: AT }],
  assignments: [{ at: AT }],
  segmentations: [{ at: AT, segments: ["tea"] }],
  events: [{ id: "E-1", kind: "life-moment", date: "2026-05-01", about: "wedding" }],
  leapDay: "mar1",
  lunarSkip: "omit",
  contactFacts: { uses: [{ customer: "C-1", purpose: "news", channel: "email", at: AT }] },
};

describe("the schemas of an assessment", () => {
  it("CUS-7: they agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof relationshipFactsSchema>>().toExtend<RelationshipFacts>();
    expectTypeOf<keyof z.infer<typeof relationshipFactsSchema>>().toEqualTypeOf<
      keyof RelationshipFacts
    >();
    expectTypeOf<z.infer<typeof leavingRiskPolicySchema>>().toEqualTypeOf<
      Writable<LeavingRiskPolicy>
    >();
    expectTypeOf<z.infer<typeof satisfactionTrendPolicySchema>>().toEqualTypeOf<
      Writable<SatisfactionTrendPolicy>
    >();
    expectTypeOf<keyof z.infer<typeof assessmentPoliciesSchema>>().toEqualTypeOf<
      keyof AssessmentPolicies
    >();
  });

  it("CUS-7: they accept what they are meant for, and take of a ledger's view what counts", () => {
    expect(relationshipFactsSchema.parse(FACTS)).toEqual(FACTS);
    expect(assessmentPoliciesSchema.parse(DEFAULT_ASSESSMENT_POLICIES)).toEqual(
      DEFAULT_ASSESSMENT_POLICIES,
    );
    const view = { balance: 3, active: 3, wallets: {} };
    expect(relationshipFactsSchema.parse({ memberships: [{ at: AT, view }] })).toEqual({
      memberships: [{ at: AT, view: { balance: 3 } }],
    });
  });

  it.each([
    [relationshipFactsSchema, { complaints: [{ id: "", at: AT }] }, ">=1"],
    [
      relationshipFactsSchema,
      { complaints: [{ id: "K", at: AT, settledAt: "2026-02-28T00:00:00.000Z" }] },
      "must not lie before at",
    ],
    [relationshipFactsSchema, { values: [{ at: "soon" }] }, "must be an instant"],
    [
      leavingRiskPolicySchema,
      { ...DEFAULT_ASSESSMENT_POLICIES.leaving, hardlyAliveShare: 0.6 },
      "must not exceed perhapsAliveShare",
    ],
    [
      satisfactionTrendPolicySchema,
      { ...DEFAULT_ASSESSMENT_POLICIES.trend, latestSignals: 2 },
      "must not lie below minimumSignals",
    ],
    [assessmentPoliciesSchema, { ...DEFAULT_ASSESSMENT_POLICIES, freshDays: { mood: 3 } }, "key"],
  ])("CUS-7: case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });
});
