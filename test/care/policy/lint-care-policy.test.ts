import { describe, expect, test } from "vitest";
import { DEFAULT_CARE_POLICY } from "../../../src/care/policy/default-care-policy.js";
import { lintCarePolicy } from "../../../src/care/policy/lint-care-policy.js";
import { cny, feast, policyOf, rule } from "../plan/people.js";

const gift = rule("gift", { kind: "gift", classes: ["A"], cost: cny(500), effect: 5 });

describe("CARE-6: a policy that can never fire is named", () => {
  test("CARE-3: nothing is wrong with the default policy and its own occasions", () => {
    const ids = new Set(DEFAULT_CARE_POLICY.rules.flatMap(({ occasions }) => occasions));
    const occasions = [...ids].map((id) => feast(id, "01-02"));
    expect(lintCarePolicy(DEFAULT_CARE_POLICY, { occasions, classes: ["A", "B", "C"] })).toEqual(
      [],
    );
  });

  test.each([
    [
      "an occasion nobody knows",
      [rule("r", { occasions: ["x"] })],
      {},
      { occasions: [] },
      "care-rule-occasion-unknown",
    ],
    ["a class nobody is in", [gift], {}, { classes: ["B"] }, "care-rule-class-unknown"],
    ["no effect", [rule("r", { effect: 0 })], {}, {}, "care-rule-without-effect"],
    [
      "a gift above every cap",
      [gift],
      { limits: { A: { gifts: { perYear: cny(499) } } } },
      {},
      "care-rule-above-gift-cap",
    ],
    [
      "a cost above the budget",
      [gift],
      {},
      { budget: { perCustomer: cny(499) } },
      "care-rule-above-budget",
    ],
    [
      "a rule that does more for less",
      [rule("a", { effect: 1 }), rule("b", { effect: 2 })],
      {},
      {},
      "care-rule-always-beaten",
    ],
    ["the same rule twice over", [rule("a"), rule("b")], {}, {}, "care-rule-always-beaten"],
    [
      "nobody to make the visits",
      [rule("r", { kind: "visit" })],
      {},
      { capacities: [{ owner: "any", kind: "visit", perWeek: 0 }] },
      "care-rule-without-capacity",
    ],
    [
      "a lead of more than a year",
      [rule("r", { leadDays: 400 })],
      {},
      {},
      "care-rule-lead-too-long",
    ],
    [
      "a template nobody wrote",
      [rule("r", { template: "t" })],
      {},
      { templates: [] },
      "care-rule-template-unknown",
    ],
    ["a cap of 0", [rule("r")], { otherwise: { contacts: { perWeek: 0 } } }, {}, "care-cap-zero"],
    [
      "a gift cap below the cheapest gift",
      [gift],
      { limits: { A: { gifts: { perOccasion: cny(1) } } } },
      {},
      "care-cap-below-cheapest-gift",
    ],
    ["a budget of 0", [gift], {}, { budget: { plan: cny(0) } }, "care-budget-zero"],
    [
      "a budget below the cheapest action",
      [gift],
      {},
      { budget: { perTeam: { north: cny(1) } } },
      "care-budget-below-cheapest",
    ],
    [
      "a form on the day of its gift",
      [{ ...gift, followUp: { kind: "feedback-form", afterDays: 0, channels: ["sms"] } }],
      { limits: { A: { contacts: { perDay: 1 } } } },
      {},
      "care-follow-up-never-fits",
    ],
    [
      "an occasion without a rule",
      [rule("r", { occasions: ["a"] })],
      {},
      { occasions: [feast("a", "01-01"), feast("b", "01-02")] },
      "care-occasion-unanswered",
    ],
    ["a class without a rule", [gift], {}, { classes: ["A", "B"] }, "care-class-without-rule"],
    [
      "actions due while it is quiet",
      [rule("r")],
      { quietHours: { from: "08:00", until: "10:00" } },
      {},
      "care-due-in-quiet-hours",
    ],
  ] as const)("CARE-6: %s", (_, rules, more, options, code) => {
    expect(lintCarePolicy(policyOf(rules, more), options).map((one) => one.code)).toContain(code);
  });

  test("CARE-6: what is in order gives no finding", () => {
    const rules = [gift, rule("card", { cost: cny(5) }), rule("message", { effect: 0.5 })];
    const findings = lintCarePolicy(
      policyOf(rules, { limits: { A: { gifts: { perYear: cny(500) } } } }),
      {
        occasions: [feast("a", "01-01")],
        classes: ["A"],
        budget: { plan: cny(500) },
        capacities: [{ owner: "ann", kind: "visit", perWeek: 0 }],
      },
    );
    expect(findings).toEqual([]);
  });
});
