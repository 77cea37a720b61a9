import { customerId } from "goodwill/customer";
import { money, timeZone } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { CarePolicy } from "../../../src/care/policy/care-policy.js";
import type { CareRule } from "../../../src/care/policy/care-rule.js";
import { adjustPlan } from "../../../src/care/review/adjust-plan.js";
import type { CareOutcome } from "../../../src/care/review/care-outcome.js";
import { reviewPlan } from "../../../src/care/review/review-plan.js";
import { rowsOf } from "./samples.js";

function ruleOf(id: string, effect: number): CareRule {
  return {
    ...{ id, effect, classes: "any", occasions: "any", kind: "card", channels: ["post"] },
    ...{ purpose: "greetings", cost: money(500, "CNY") },
  };
}

function policyOf(...rules: CareRule[]): CarePolicy {
  const timing = { dueFrom: "09:00", timeZone: timeZone("Asia/Shanghai") };
  return { rules, limits: {}, otherwise: {}, ...timing };
}

const POLICY = policyOf(ruleOf("good", 0.02), ruleOf("harmful", 0.03), ruleOf("new", 0.05));

const REVIEW = reviewPlan(
  [
    ...rowsOf("treated", { customers: 1000, responded: 120, rule: "good" }),
    ...rowsOf("control", { customers: 1000, responded: 60, rule: "good" }),
    ...rowsOf("treated", { customers: 1000, responded: 20, rule: "harmful" }),
    ...rowsOf("control", { customers: 1000, responded: 60, rule: "harmful" }),
  ],
  { currency: "CNY" },
);

describe("the policy after a review", () => {
  test("CARE-10: a rule that lowers the response goes, and effects move halfway at as many customers as they weigh", () => {
    const before = JSON.stringify(POLICY);
    const { policy, changes, forPeople } = adjustPlan(POLICY, REVIEW, {
      unit: { measure: "response", perOne: 1 },
    });
    expect(policy.rules.map(({ id, effect }) => [id, Number(effect.toFixed(12))])).toEqual([
      ["good", 0.04],
      ["new", 0.05],
    ]);
    expect(changes).toMatchObject([
      {
        ...{ rule: "good", change: "effect", before: 0.02 },
        reason: { code: "review-effect-weighed", params: { measured: 0.06, weight: 0.5 } },
      },
      {
        rule: "harmful",
        change: "dropped",
        before: 0.03,
        reason: { code: "review-lowers-response" },
      },
    ]);
    expect(changes[1]).not.toHaveProperty("after");
    expect(forPeople).toEqual([]);
    expect({ ...policy, rules: [] }).toEqual({ ...POLICY, rules: [] });
    expect(JSON.stringify(POLICY)).toBe(before);
  });

  test("CARE-10: nothing accepted and no unit change nothing", () => {
    expect(adjustPlan(POLICY, REVIEW, { accepted: [] })).toEqual({
      ...{ policy: POLICY, changes: [], forPeople: [] },
    });
  });

  test("CARE-10: the declared effect weighs as many customers as said, and none falls below 0", () => {
    const unit = { measure: "response", perOne: 10 } as const;
    const options = { accepted: [], unit, declaredWeight: 3000 };
    const { policy } = adjustPlan(POLICY, REVIEW, options);
    expect(policy.rules.map(({ effect }) => Number(effect.toFixed(6)))).toEqual([0.165, 0, 0.05]);
  });

  test("CARE-10: the effect may be what was bought", () => {
    const row = (group: CareOutcome["group"], index: number, amount: number): CareOutcome => ({
      ...{ customer: customerId(`${group}${String(index)}`), group },
      items: [
        {
          ...{ occasion: "spring", rule: "good", value: money(amount, "CNY") },
          ...(group === "treated" && { state: "done" }),
        },
      ],
    });
    const rows = [0, 100].flatMap((extra, index) => [
      row("treated", index, 500 + extra),
      row("control", index, 300 + extra),
    ]);
    const review = reviewPlan(rows, { currency: "CNY" });
    const unit = { measure: "value", perOne: 0.01 } as const;
    const { policy, forPeople } = adjustPlan(policyOf(ruleOf("good", 1)), review, {
      ...{ unit, declaredWeight: 2 },
    });
    expect(policy.rules[0]?.effect).toBeCloseTo(1.5, 12);
    expect(forPeople.map(({ kind }) => kind)).toEqual(["measure-rule"]);
  });

  test("weights and units that are no numbers above 0 are refused", () => {
    expect(() => adjustPlan(POLICY, REVIEW, { declaredWeight: 0 })).toThrow(
      "Cannot adjust a plan: declaredWeight must be a finite number above 0, got 0",
    );
    const unit = { measure: "response", perOne: Number.NaN } as const;
    expect(() => adjustPlan(POLICY, REVIEW, { unit })).toThrow(
      "unit.perOne must be a finite number",
    );
  });
});
