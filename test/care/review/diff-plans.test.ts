import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { money, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { CareAction } from "../../../src/care/plan/care-action.js";
import type { CareLeftOut, CarePlan } from "../../../src/care/plan/care-plan.js";
import { diffPlans } from "../../../src/care/review/diff-plans.js";
import type { PlanDifference } from "../../../src/care/review/plan-difference.js";
import { actionOf, planOf } from "./samples.js";

const bob = customerId("bob");

function leftOutOf(customer: string, code: string): CareLeftOut {
  return {
    ...{ customer: customerId(customer), occasion: "birthday", key: "birthday/2026" },
    date: plainDate("2026-09-10"),
    reasons: [{ code, params: {} }],
  };
}

describe("the difference between two plans", () => {
  test("CARE-7: actions added, removed and changed field by field, left-out reasons, and the balance", () => {
    const before = planOf({
      actions: [
        actionOf("1"),
        actionOf("2", { customer: bob, template: "card-1" }),
        actionOf("3", { customer: bob, cost: money(900, "CNY"), effect: 0.5 }),
      ],
      leftOut: [leftOutOf("eve", "care-not-permitted"), leftOutOf("ann", "care-no-rule")],
    });
    const after = planOf({
      actions: [
        actionOf("1"),
        {
          ...actionOf("2", { customer: bob }),
          due: plainDate("2026-09-24"),
          cost: money(600, "CNY"),
          contactPoint: "office",
        },
        actionOf("4", { customer: customerId("eve"), effect: 1 }),
      ],
      leftOut: [leftOutOf("bob", "care-no-rule"), leftOutOf("ann", "care-spacing")],
    });
    const difference = diffPlans(before, after);
    expect(difference.added.map(({ id }) => id)).toEqual(["autumn/4"]);
    expect(difference.removed.map(({ id }) => id)).toEqual(["autumn/3"]);
    expect(difference.changed).toHaveLength(1);
    expect(difference.changed[0]?.fields).toEqual([
      { field: "contactPoint", before: "home", after: "office" },
      { field: "cost", before: money(500, "CNY"), after: money(600, "CNY") },
      { field: "due", before: "2026-09-25", after: "2026-09-24" },
      { field: "template", before: "card-1" },
    ]);
    const reasons = (code: string) => [{ code, params: {} }];
    const occasion = { occasion: "birthday", key: "birthday/2026" };
    expect(difference.leftOut).toEqual([
      {
        customer: "ann",
        ...occasion,
        before: reasons("care-no-rule"),
        after: reasons("care-spacing"),
      },
      { customer: "bob", ...occasion, after: reasons("care-no-rule") },
      { customer: "eve", ...occasion, before: reasons("care-not-permitted") },
    ]);
    expect(difference.total).toMatchObject({ actions: 0, cost: money(-300, "CNY") });
    expect(difference.customers).toEqual([
      { customer: "bob", actions: -1, cost: money(-800, "CNY"), effect: -0.5 },
      { customer: "eve", actions: 1, cost: money(500, "CNY"), effect: 1 },
    ]);
  });

  test("CARE-7: the same action in a plan of another name is the same", () => {
    const before = planOf({ actions: [actionOf("1")] });
    const after = planOf({ id: "autumn-b", actions: [{ ...actionOf("1"), id: "autumn-b/1" }] });
    expect(diffPlans(before, after)).toMatchObject({ added: [], removed: [], changed: [] });
  });

  test("plans in two currencies and actions of the same id are refused", () => {
    expect(() => diffPlans(planOf(), planOf({ cost: money(0, "EUR") }))).toThrow(
      "Cannot compare plans: both must be in CNY, got EUR",
    );
    const twice = planOf({ actions: [actionOf("1"), actionOf("1")] });
    expect(() => diffPlans(twice, planOf())).toThrow(
      'Cannot compare plans: each action must have an id of its own, got "autumn/1" twice',
    );
  });
});

const action: fc.Arbitrary<CareAction> = fc
  .record({
    id: fc.integer({ min: 1, max: 8 }),
    channel: fc.constantFrom("post", "sms"),
    amount: fc.nat(900),
    effect: fc.constantFrom(0, 0.25, 2),
    template: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
  })
  .map(({ id, amount, template, ...rest }) =>
    actionOf(String(id), {
      ...rest,
      customer: customerId(`c${String(id % 3)}`),
      cost: money(amount, "CNY"),
      ...(template !== undefined && { template }),
    }),
  );

const plan: fc.Arbitrary<CarePlan> = fc
  .record({
    actions: fc.uniqueArray(action, { selector: ({ id }) => id }),
    leftOut: fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom("ann", "bob", "eve"),
          fc.constantFrom("care-no-rule", "care-spacing"),
        )
        .map(([customer, code]) => leftOutOf(customer, code)),
      { selector: ({ customer }) => customer },
    ),
  })
  .map(planOf);

function swapped<T extends { readonly before?: unknown; readonly after?: unknown }>(one: T): T {
  const { before, after, ...rest } = one;
  return {
    ...rest,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  } as T;
}

function inverseOf({ added, removed, changed, leftOut, total, customers }: PlanDifference) {
  const negated = <T extends PlanDifference["total"]>(one: T): T => ({
    ...one,
    actions: 0 - one.actions,
    cost: money(0 - one.cost.amount, one.cost.currency),
    effect: 0 - one.effect,
  });
  return {
    added: removed,
    removed: added,
    changed: changed.map((one) => swapped({ ...one, fields: one.fields.map(swapped) })),
    leftOut: leftOut.map(swapped),
    total: negated(total),
    customers: customers.map(negated),
  };
}

describe("laws of differences", () => {
  test("CARE-7: a plan has no difference to itself", () => {
    fc.assert(
      fc.property(plan, (one) => {
        const same = JSON.parse(JSON.stringify(one)) as CarePlan;
        expect(diffPlans(one, same)).toEqual({
          ...{ added: [], removed: [], changed: [], leftOut: [], customers: [] },
          total: { actions: 0, cost: money(0, "CNY"), effect: 0 },
        });
      }),
      { numRuns: 30 },
    );
  });

  test("CARE-7: the other way round everything is the opposite", () => {
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        expect(diffPlans(b, a)).toEqual(inverseOf(diffPlans(a, b)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is easily overlooked", () => {
  test("CARE-7: another channel and contact point alone are a change, without any balance", () => {
    const before = planOf({ actions: [actionOf("1")] });
    const after = planOf({ actions: [actionOf("1", { channel: "email", contactPoint: "work" })] });
    const { changed, customers } = diffPlans(before, after);
    expect(changed.map(({ fields }) => fields)).toEqual([
      [
        { field: "channel", before: "post", after: "email" },
        { field: "contactPoint", before: "home", after: "work" },
      ],
    ]);
    expect(customers).toEqual([]);
  });

  test("CARE-7: a customer with as many actions has a balance where cost or effect differ", () => {
    const before = planOf({ actions: [actionOf("1")] });
    const balanceOf = (part: Partial<CareAction>) =>
      diffPlans(before, planOf({ actions: [actionOf("1", part)] })).customers;
    expect(balanceOf({ cost: money(700, "CNY") })).toEqual([
      { customer: "ann", actions: 0, cost: money(200, "CNY"), effect: 0 },
    ]);
    expect(balanceOf({ effect: 1.02 })).toEqual([
      { customer: "ann", actions: 0, cost: money(0, "CNY"), effect: 1 },
    ]);
  });
});
