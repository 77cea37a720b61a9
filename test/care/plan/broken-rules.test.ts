import { describe, expect, test } from "vitest";
import type { CareCapacity } from "../../../src/care/policy/care-budget.js";
import type { PlanCareOptions } from "../../../src/care/plan/care-plan-options.js";
import type { CareRelationship, PastCare } from "../../../src/care/plan/care-relationship.js";
import { pastCareOf } from "../../../src/care/plan/past-care-of.js";
import { planCare } from "../../../src/care/plan/plan-care.js";
import type { CareLimits } from "../../../src/care/policy/care-policy.js";
import type { CareRule } from "../../../src/care/policy/care-rule.js";
import { inControlGroup } from "../../../src/care/review/control-group.js";
import { selectCare } from "../../../src/care/selection/select-care.js";
import { customerId } from "../../../src/customer/record/customer.js";
import { DEFAULT_CONTACT_POLICY } from "../../../src/customer/consent/contact-policy.js";
import type { OccasionRule } from "../../../src/relationship/occasion/occasion-rule.js";
import { instant } from "../../../src/shared/time/instant.js";
import { period } from "../../../src/shared/time/period.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { cny, feast, policyOf, related, rule } from "./people.js";

const FORM = { kind: "feedback-form", afterDays: 3, channels: ["sms"] } as const;
const MID = feast("mid", "03-18");

interface Case {
  readonly occasions?: readonly OccasionRule[];
  readonly rules: readonly CareRule[];
  readonly limits?: CareLimits;
  readonly more?: Partial<PlanCareOptions>;
  readonly relationship?: Partial<CareRelationship>;
}

/** A plan of 2026, made on New Year's Day. */
function planOf({ occasions = [MID], rules, limits = {}, more, relationship = {} }: Case) {
  return planCare([related("C-1", relationship)], {
    plan: "p",
    asOf: instant("2026-01-01T00:00:00Z"),
    period: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
    occasions,
    policy: policyOf(rules, { otherwise: limits }),
    ...more,
  });
}

/** What is done on which day. */
function dueOf(given: Case): readonly string[] {
  return planOf(given).actions.map(({ kind, due }) => `${kind} ${due}`);
}

/** The limits that stand against occasions. */
function limitsOf(given: Case) {
  const reasons = planOf(given).leftOut.flatMap((one) => one.reasons);
  return reasons.map(({ code, params }) => [code, params["limit"]]);
}

const given = (at: string, more: Partial<PastCare> = {}): PastCare => ({
  ...{ at: instant(at), kind: "gift", channel: "post", cost: cny(300) },
  ...more,
});

describe("CARE-6: caps count what was given before the plan", () => {
  const gift = rule("gift", { kind: "gift", channels: ["post"], cost: cny(300) });
  const limits = { gifts: { perYear: cny(500) } };

  test("CARE-6: gifts of the year, by the customer's own calendar", () => {
    const pastIs = (at: string) => ({
      rules: [gift],
      limits,
      relationship: { pastCare: [given(at)] },
      more: { asOf: instant("2026-02-01T00:00:00Z") },
    });
    expect(limitsOf(pastIs("2026-01-10T00:00:00Z"))).toEqual([
      ["care-limit-reached", "gifts in a year"],
    ]);
    // In Shanghai it was New Year's Day already.
    expect(limitsOf(pastIs("2025-12-31T16:00:00Z"))).toEqual([
      ["care-limit-reached", "gifts in a year"],
    ]);
    expect(dueOf(pastIs("2025-12-31T15:59:59Z"))).toEqual(["gift 2026-03-18"]);
  });

  test("CARE-6: gifts of the day", () => {
    const onTheDay = (at: string) => ({
      rules: [gift],
      limits: { gifts: { perDay: cny(500) } },
      relationship: { pastCare: [given(at)] },
      more: { asOf: instant("2026-03-18T06:00:00Z") },
    });
    expect(limitsOf(onTheDay("2026-03-18T02:00:00Z"))).toEqual([
      ["care-limit-reached", "gifts in a day"],
    ]);
    expect(dueOf(onTheDay("2026-03-17T02:00:00Z"))).toEqual(["gift 2026-03-18"]);
  });

  test("CARE-6: what is told of a day after the plan is made does not count", () => {
    const later = [given("2026-01-02T00:00:00Z")];
    expect(dueOf({ rules: [gift], limits, relationship: { pastCare: later } })).toEqual([
      "gift 2026-03-18",
    ]);
  });

  test("CARE-6: an action that was done counts with what it cost in the end, a notice as none", () => {
    const done = planOf({ rules: [gift] }).actions[0]!;
    const at = instant("2026-03-18T02:00:00Z");
    expect(pastCareOf(done, { at }).cost).toEqual(cny(300));
    expect(pastCareOf(done, { at, cost: cny(420) }).cost).toEqual(cny(420));
    expect(pastCareOf({ ...done, transactional: true }, { at }).transactional).toBe(true);
    expect(pastCareOf(done, { at })).not.toHaveProperty("transactional");
  });
});

describe("CARE-6: what follows an action counts with it", () => {
  const followed = rule("gift", { cost: cny(80), followUp: { ...FORM, cost: cny(30) } });

  test("CARE-6: as a contact of its own", () => {
    const { actions } = planOf({ rules: [followed], limits: { contacts: { perMonth: 1 } } });
    expect(actions.length).toBeLessThanOrEqual(1);
    expect(dueOf({ rules: [followed], limits: { contacts: { perMonth: 2 } } })).toEqual([
      "message 2026-03-18",
      "feedback-form 2026-03-21",
    ]);
  });

  test("CARE-6: in the budget, and in what the plan costs", () => {
    const costWith = (amount: number) =>
      planOf({ rules: [followed], more: { budget: { plan: cny(amount) } } }).cost.amount;
    expect(costWith(109)).toBeLessThanOrEqual(109);
    expect(costWith(110)).toBe(110);
  });

  test("CARE-6: a call that follows is not made where nobody looks after the customer", () => {
    const call = { kind: "call", afterDays: 1, channels: ["phone"] } as const;
    const capacities: readonly CareCapacity[] = [{ owner: "any", kind: "call", perWeek: 9 }];
    const rules = [rule("gift", { followUp: call })];
    expect(dueOf({ rules, more: { capacities } })).toEqual(["message 2026-03-18"]);
    expect(dueOf({ rules, more: { capacities }, relationship: { owner: "ann" } })).toEqual([
      "message 2026-03-18",
      "call 2026-03-19",
    ]);
  });
});

describe("CARE-3: whom and when a rule is for", () => {
  test("CARE-3: only customers of its segments", () => {
    const rules = [rule("greeting", { segments: ["families", "gardeners"] })];
    const asked = (segments: readonly string[]) => dueOf({ rules, relationship: { segments } });
    expect(asked(["gardeners"])).toEqual(["message 2026-03-18"]);
    expect(asked(["anglers"])).toEqual([]);
    expect(dueOf({ rules })).toEqual([]);
  });

  test("CARE-3: so many days before the occasion, but not before the plan is made", () => {
    expect(dueOf({ rules: [rule("greeting", { leadDays: 3 })] })).toEqual(["message 2026-03-15"]);
    const more = { asOf: instant("2026-03-16T00:00:00Z") };
    expect(dueOf({ rules: [rule("greeting", { leadDays: 3 })], more })).toEqual([
      "message 2026-03-16",
    ]);
  });

  test("CARE-6: who is named has a capacity of their own, whatever everybody has", () => {
    const more = (ann: number, any: number): Partial<PlanCareOptions> => ({
      capacities: [
        { owner: "any", kind: "call", perWeek: any },
        { owner: "ann", kind: "call", perWeek: ann },
      ],
    });
    const rules = [rule("call", { kind: "call", channels: ["phone"] })];
    const relationship = { owner: "ann" };
    expect(dueOf({ rules, relationship, more: more(1, 0) })).toHaveLength(1);
    expect(dueOf({ rules, relationship, more: more(0, 1) })).toEqual([]);
  });
});

describe("CARE-7: what is exempt", () => {
  const purpose = "notices";
  const contact = {
    ...DEFAULT_CONTACT_POLICY,
    purposes: {
      ...DEFAULT_CONTACT_POLICY.purposes,
      [purpose]: { ...DEFAULT_CONTACT_POLICY.otherwise, messageClass: "transactional" },
    },
  } as const;
  const granted = {
    purpose,
    channel: "sms",
    state: "granted",
    at: instant("2025-01-01T00:00:00Z"),
    evidence: "form 3",
  } as const;

  function noticesOf(occasions: readonly OccasionRule[], more: Partial<PlanCareOptions>) {
    const { customer } = related("C-1");
    const told = { ...customer, consents: [...customer.consents, granted] };
    return planOf({
      occasions,
      rules: [rule("notice", { purpose })],
      relationship: { customer: told },
      more: {
        ...more,
        policy: policyOf([rule("notice", { purpose })], {
          contact,
          otherwise: { spacingDays: 9 },
        }),
      },
    }).actions;
  }

  test("CARE-7: the control group is told what everybody is told", () => {
    const control = { campaign: "all", share: 0.999_999 };
    expect(inControlGroup(customerId("C-1"), control)).toBe(true);
    expect(noticesOf([MID], { control })).toHaveLength(1);
  });

  test("CARE-6: notices keep no distance", () => {
    expect(noticesOf([MID, feast("next", "03-19")], {})).toHaveLength(2);
  });
});

describe("CARE-6: why not, and how much is missed", () => {
  test("CARE-6: a contact at just the distance asked for stands against nothing", () => {
    const occasions = [MID, feast("next", "03-21")];
    const rules = [
      rule("first", { occasions: ["mid"], effect: 9, cost: cny(80) }),
      rule("second", { occasions: ["next"], cost: cny(80) }),
    ];
    const budget = { perCustomer: cny(100) };
    expect(limitsOf({ occasions, rules, limits: { spacingDays: 3 }, more: { budget } })).toEqual([
      ["care-limit-reached", "budget of a customer"],
    ]);
    const [reason] = planOf({ occasions, rules, limits: { spacingDays: 4 }, more: { budget } })
      .leftOut[0]!.reasons;
    expect(reason?.code).toBe("care-too-close");
  });

  test("CARE-6: where the best is not searched for, the bound still lies above it", () => {
    const option = (effect: number, amount: number) => ({
      slots: [[{ effect, own: [], shared: [{ resource: 0, amount }] }]],
      own: [],
    });
    // By effect per cost the first is taken, and no room is left for both others.
    const customers = [option(6.1, 6), option(5, 5), option(5, 5)];
    const selection = selectCare(customers, { shared: [10], exactSteps: 0 });
    expect([selection.exact, selection.effect]).toEqual([false, 6.1]);
    expect(selection.effectAtMost).toBeGreaterThanOrEqual(10);
  });
});
