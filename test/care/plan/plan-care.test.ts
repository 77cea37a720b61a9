import { describe, expect, test } from "vitest";
import { careByCustomer } from "../../../src/care/plan/care-by-customer.js";
import type { PlanCareOptions } from "../../../src/care/plan/care-plan-options.js";
import { planCare } from "../../../src/care/plan/plan-care.js";
import { DEFAULT_CONTACT_POLICY as DEFAULT_CONTACT } from "../../../src/customer/consent/contact-policy.js";
import { DEFAULT_CARE_POLICY } from "../../../src/care/policy/default-care-policy.js";
import { businessDaysOfHolidays } from "../../../src/shared/time/business-days-of-holidays.js";
import { instant } from "../../../src/shared/time/instant.js";
import { period } from "../../../src/shared/time/period.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone, type TimeZone } from "../../../src/shared/time/time-zone.js";
import { cny, feast, policyOf, reachable, related, rule } from "./people.js";

const YEAR = period(plainDate("2026-01-01"), plainDate("2027-01-01"));
const BIRTHDAY = {
  id: "birthday",
  timing: { kind: "birthday", leapDay: "mar1" },
  mood: "cheerful",
} as const;
const MAY_20 = { calendar: "gregorian", month: 5, day: 20 } as const;

function options(more: Partial<PlanCareOptions> = {}): PlanCareOptions {
  return {
    plan: "p",
    asOf: instant("2026-01-01T00:00:00Z"),
    period: YEAR,
    occasions: [feast("mid-autumn", "09-25"), feast("national-day", "10-01")],
    policy: policyOf([rule("greeting")]),
    ...more,
  };
}

describe("CARE-3: the default policy", () => {
  const occasions = [
    feast("mid-autumn", "09-25"),
    BIRTHDAY,
    { id: "yearly-trip", timing: { kind: "once-in", span: "year" }, mood: "cheerful" } as const,
  ];
  const careOf = (valueClass: string) => {
    const customer = reachable("C-1", { birthday: MAY_20 });
    const { actions } = planCare(
      [{ customer, valueClass }],
      options({ occasions, policy: DEFAULT_CARE_POLICY }),
    );
    return actions.map(({ kind, occasion, cost }) => [occasion, kind, cost.amount]);
  };

  test("CARE-3: A gets a yearly trip, festival gifts of at most CNY 500, a birthday cake, and a form with each gift", () => {
    expect(careOf("A")).toEqual([
      ["yearly-trip", "trip", 200_000],
      ["yearly-trip", "feedback-form", 0],
      ["birthday", "cake", 20_000],
      ["birthday", "feedback-form", 0],
      ["mid-autumn", "gift", 50_000],
      ["mid-autumn", "feedback-form", 0],
    ]);
  });

  test("CARE-3: B gets festival gifts of at most CNY 100 and a birthday greeting", () => {
    expect(careOf("B")).toEqual([
      ["birthday", "message", 10],
      ["mid-autumn", "gift", 10_000],
      ["mid-autumn", "feedback-form", 0],
    ]);
  });

  test("CARE-3: C gets a card or text message, and a birthday greeting", () => {
    expect(careOf("C")).toEqual([
      ["birthday", "message", 10],
      ["mid-autumn", "card", 500],
    ]);
  });

  test("CARE-3: a gift above the cap of the class is not given", () => {
    const dear = DEFAULT_CARE_POLICY.rules.map((one) =>
      one.id === "festival-gift" ? { ...one, cost: cny(100_01) } : one,
    );
    const plan = planCare(
      [related("C-1", { valueClass: "B" })],
      options({
        occasions: [feast("mid-autumn", "09-25")],
        policy: { ...DEFAULT_CARE_POLICY, rules: dear },
      }),
    );
    expect(plan.actions.map(({ kind }) => kind)).toEqual(["card"]);
  });
});

describe("CARE-6: what stands against an action", () => {
  const reasonsOf = (
    one: Parameters<typeof planCare>[0][number],
    more: Partial<PlanCareOptions> = {},
  ) =>
    planCare([one], options({ occasions: [feast("mid-autumn", "09-25")], ...more })).leftOut.map(
      ({ reasons }) => reasons[0]?.code,
    );

  test("CARE-6: nothing goes out without consent", () => {
    expect(reasonsOf({ customer: reachable("C-1", { channels: [] }) })).toEqual([
      "care-not-permitted",
    ]);
  });

  test("CARE-6: a consent that runs out before the day carries nothing", () => {
    const customer = reachable("C-1");
    const expires = instant("2026-09-01T00:00:00Z");
    const consents = customer.consents.map((one) => ({ ...one, expires }));
    expect(reasonsOf({ customer: { ...customer, consents } })).toEqual(["care-not-permitted"]);
    expect(
      planCare(
        [{ customer: { ...customer, consents } }],
        options({ occasions: [feast("spring", "03-20")] }),
      ).actions,
    ).toHaveLength(1);
  });

  test("CARE-6: no cheerful greeting during an open complaint; a plain call goes on", () => {
    const openComplaints = [{ id: "cp-1", at: instant("2025-12-20T00:00:00Z") }];
    expect(reasonsOf(related("C-1", { openComplaints }))).toEqual(["care-open-complaint"]);
    const plain = [feast("check", "09-25", { mood: "plain" })];
    expect(reasonsOf(related("C-1", { openComplaints }), { occasions: plain })).toEqual([]);
  });

  test("CARE-6: a complaint learned of after the plan is made does not count", () => {
    const openComplaints = [{ id: "cp-1", at: instant("2026-02-01T00:00:00Z") }];
    expect(reasonsOf(related("C-1", { openComplaints }))).toEqual([]);
  });

  test("CARE-6: nothing goes to the deceased, nor to a minor where that is forbidden", () => {
    for (const kind of ["deceased", "minor"] as const) {
      const suppressions = [{ kind, at: instant("2025-06-01T00:00:00Z") }];
      const customer = reachable("C-1", { suppressions });
      expect(reasonsOf({ customer })).toEqual(["care-not-permitted"]);
    }
  });

  test("CARE-6: an occasion answered before is not answered again", () => {
    const pastCare = [
      {
        at: instant("2025-12-31T00:00:00Z"),
        kind: "card",
        channel: "post",
        occasionKeys: ["mid-autumn/2026-09-25"],
      },
    ] as const;
    expect(reasonsOf(related("C-1", { pastCare }))).toEqual(["care-already-given"]);
  });

  test("CARE-6: an occasion without a rule says so", () => {
    const policy = policyOf([rule("gift", { classes: ["A"] })]);
    expect(reasonsOf(related("C-1"), { policy })).toEqual(["care-no-rule"]);
  });

  test("CARE-6: an occasion that is over is too late", () => {
    const asOf = instant("2026-10-01T00:00:00Z");
    expect(reasonsOf(related("C-1"), { asOf })).toEqual(["care-too-late"]);
  });

  test("CARE-6: quiet hours on the customer's own clock put an action off", () => {
    const quietHours = { from: "21:00", until: "10:30" };
    const [action] = planCare(
      [related("C-1")],
      options({ policy: policyOf([rule("greeting")], { quietHours }) }),
    ).actions;
    expect(action?.at).toBe("2026-09-25T02:30:00.000Z");
    expect(action?.why.map(({ code }) => code)).toContain("care-after-quiet-hours");
  });

  test("CARE-6: transactional care is exempt from quiet hours, caps and complaints", () => {
    const contact = {
      ...DEFAULT_CONTACT,
      purposes: { service: { messageClass: "transactional" } },
    } as const;
    const policy = policyOf([rule("notice", { purpose: "service" })], {
      contact,
      quietHours: { from: "08:00", until: "20:00" },
      otherwise: { contacts: { perMonth: 0 } },
    });
    const openComplaints = [{ id: "cp-1", at: instant("2025-12-20T00:00:00Z") }];
    const plan = planCare([related("C-1", { openComplaints })], options({ policy }));
    expect(plan.actions.map(({ at, transactional }) => [at, transactional])).toEqual([
      ["2026-09-25T01:00:00.000Z", true],
      ["2026-10-01T01:00:00.000Z", true],
    ]);
  });

  test("CARE-6: an unknown zone falls back with a diagnostic and does not fail the batch", () => {
    const broken = { ...reachable("C-1"), timeZone: "Mars/Olympus" as TimeZone };
    const plan = planCare([{ customer: broken }, related("C-2")], options());
    expect(plan.diagnostics.map(({ customer, reason }) => [customer, reason.code])).toEqual([
      ["C-1", "care-zone-unknown"],
    ]);
    expect(plan.actions).toHaveLength(4);
  });

  test("CARE-6: an impossible birthday is a diagnostic of its customer alone", () => {
    const customer = reachable("C-1", { birthday: { calendar: "gregorian", month: 2, day: 30 } });
    const plan = planCare([{ customer }, related("C-2")], options({ occasions: [BIRTHDAY] }));
    expect(plan.diagnostics.map(({ customer: of, reason }) => [of, reason.code])).toEqual([
      ["C-1", "occasion-birthday-impossible"],
      ["C-2", "occasion-birthday-missing"],
    ]);
  });
});

describe("CARE-6: caps, spacing and budgets", () => {
  const daily = [1, 2, 3, 4, 5].map((day) => feast(`day-${String(day)}`, `06-0${String(day)}`));
  const planned = (more: Partial<PlanCareOptions>, one = related("C-1")) =>
    planCare([one], options({ occasions: daily, ...more }));

  test("CARE-6: a weekly cap leaves out the rest with the numbers", () => {
    const policy = policyOf([rule("greeting")], { otherwise: { contacts: { perWeek: 2 } } });
    const plan = planned({ policy });
    expect(plan.actions.map(({ due }) => due)).toEqual(["2026-06-01", "2026-06-02"]);
    expect(plan.leftOut[0]?.reasons[0]).toEqual({
      code: "care-limit-reached",
      params: { limit: "contacts in a week", cap: 2, needed: 1, left: 0, from: "2026-06-01" },
    });
  });

  test("CARE-6: what was done before the plan counts towards caps, but transactional care does not", () => {
    const policy = policyOf([rule("greeting")], { otherwise: { contacts: { perMonth: 2 } } });
    const before = {
      at: instant("2026-06-01T02:00:00Z"),
      kind: "call",
      channel: "phone",
    } as const;
    const asOf = instant("2026-06-01T03:00:00Z");
    const pastCare = [before, { ...before, transactional: true }];
    expect(planned({ policy, asOf }, related("C-1", { pastCare })).actions).toHaveLength(1);
  });

  test("CARE-6: days between contacts are kept", () => {
    const policy = policyOf([rule("greeting")], { otherwise: { spacingDays: 3 } });
    const plan = planned({ policy });
    expect(plan.actions.map(({ due }) => due)).toEqual(["2026-06-01", "2026-06-04"]);
    expect(plan.leftOut[0]?.reasons[0]?.code).toBe("care-too-close");
  });

  test("CARE-6: the larger priority goes first where caps bind", () => {
    const policy = policyOf([rule("greeting")], { otherwise: { contacts: { perWeek: 1 } } });
    const occasions = [...daily, feast("feast", "06-05", { priority: 9 })].filter(
      ({ id }) => id !== "day-5",
    );
    expect(planned({ policy, occasions }).actions.map(({ occasion }) => occasion)).toEqual([
      "feast",
    ]);
  });

  test("CARE-6: a rule fires as often as it may", () => {
    const rules = [rule("trip", { kind: "trip", atMost: { times: 1, per: "year" } })];
    expect(planned({ policy: policyOf(rules) }).actions).toHaveLength(1);
    const pastCare = [
      { at: instant("2025-12-31T12:00:00Z"), kind: "trip", channel: "phone", rule: "trip" },
    ] as const;
    expect(planned({ policy: policyOf(rules) }, related("C-1", { pastCare })).actions).toHaveLength(
      1,
    );
    const thisYear = [{ ...pastCare[0], at: instant("2026-01-01T00:00:00Z") }];
    expect(
      planned({ policy: policyOf(rules) }, related("C-1", { pastCare: thisYear })).actions,
    ).toHaveLength(0);
  });

  test("CARE-6: a form that went after a trip is no second trip", () => {
    const policy = policyOf([rule("trip", { kind: "trip", atMost: { times: 1, per: "year" } })]);
    const form = { kind: "feedback-form", channel: "sms", rule: "trip" } as const;
    const pastCare = [{ ...form, at: instant("2026-01-01T00:00:00Z") }];
    expect(planned({ policy }, related("C-1", { pastCare })).actions).toHaveLength(1);
  });

  test("CARE-6: an action put off into the next day counts there", () => {
    const policy = policyOf([rule("greeting")], {
      otherwise: { contacts: { perDay: 1 } },
      quietHours: { from: "21:00", until: "08:00" },
    });
    const occasions = [feast("x", "06-01", { lastsDays: 2 }), feast("y", "06-02")];
    const asOf = instant("2026-06-01T14:00:00Z");
    const { actions } = planned({ policy, occasions, asOf });
    expect(actions.map(({ due, at }) => [due, at])).toEqual([
      ["2026-06-02", "2026-06-02T00:00:00.000Z"],
    ]);
  });

  test("CARE-6: a call on a birthday is made on the birthday, where that is a workday", () => {
    const customer = reachable("C-1", { birthday: { calendar: "gregorian", month: 3, day: 18 } });
    const policy = policyOf([rule("call", { kind: "call", channels: ["phone"] })]);
    const occasions = [{ ...BIRTHDAY, lastsDays: 2 }];
    expect(planned({ policy, occasions }, { customer }).actions[0]?.due).toBe("2026-03-18");
  });

  test("CARE-6: what is brought is brought on a workday", () => {
    const policy = policyOf([rule("cake", { kind: "cake", channels: ["visit"] })]);
    const due = (monthDay: string, asOf: string) =>
      planned({
        policy,
        occasions: [feast("x", monthDay, { lastsDays: 5 })],
        asOf: instant(asOf),
      }).actions[0]?.due;
    expect(due("03-14", "2026-03-01T00:00:00Z")).toBe("2026-03-13");
    expect(due("03-14", "2026-03-14T00:00:00Z")).toBe("2026-03-16");
  });

  test("CARE-6: budgets of customer, class, team and plan hold", () => {
    const rules = [rule("gift", { kind: "gift", cost: cny(100), team: "north" })];
    const policy = policyOf(rules);
    const one = related("C-1", { valueClass: "A" });
    const count = (budget: PlanCareOptions["budget"]) =>
      planned({ policy, ...(budget && { budget }) }, one).actions.length;
    expect(count(undefined)).toBe(5);
    expect(count({ plan: cny(350) })).toBe(3);
    expect(count({ perCustomer: cny(200) })).toBe(2);
    expect(count({ perClass: { A: cny(100) } })).toBe(1);
    expect(count({ perClass: { B: cny(100) } })).toBe(5);
    expect(count({ perTeam: { north: cny(499) } })).toBe(4);
    expect(count({ plan: cny(0) })).toBe(0);
  });

  test("CARE-6: visits spread over the weeks of a quarter as staff have time, on workdays", () => {
    const occasions = [
      { id: "visit", timing: { kind: "once-in", span: "quarter" }, mood: "plain" } as const,
    ];
    const policy = policyOf([rule("visit", { kind: "visit", channels: ["visit"] })]);
    const quarter = period(plainDate("2026-01-01"), plainDate("2026-04-01"));
    const people = ["C-1", "C-2", "C-3"].map((id) => related(id, { owner: "ann" }));
    const holidays = {
      days: [{ holiday: "new-year", date: plainDate("2026-01-01"), kind: "statutory" }],
      makeUpWorkdays: [],
      coverage: period(plainDate("2026-01-01"), plainDate("2026-01-05")),
    } as const;
    const plan = planCare(
      people,
      options({
        occasions,
        policy,
        period: quarter,
        calendars: { holidays },
        capacities: [{ owner: "any", kind: "visit", perWeek: 1 }],
      }),
    );
    expect(plan.actions.map(({ due, provisional }) => [due, provisional])).toEqual([
      ["2026-01-02", undefined],
      ["2026-01-05", true],
      ["2026-01-12", true],
    ]);
    const visits = plan.uses.filter(({ kind }) => kind === "visit");
    expect(visits).toHaveLength(14);
    expect(visits.filter(({ used }) => used > 0).map(({ week }) => week)).toEqual([
      "2025-12-29",
      "2026-01-05",
      "2026-01-12",
    ]);
    expect(businessDaysOfHolidays(holidays).holidays).toEqual(["2026-01-01"]);
  });

  test("CARE-6: visits need somebody to make them where visits are counted", () => {
    const policy = policyOf([rule("visit", { kind: "visit", channels: ["visit"] })]);
    const capacities = [{ owner: "ann", kind: "visit", perWeek: 1 }] as const;
    const plan = planned({ policy, capacities });
    expect(plan.leftOut[0]?.reasons[0]?.code).toBe("care-no-owner");
  });
});

describe("CARE-7: every action says why, and every occasion left out says why not", () => {
  test("CARE-7: occasions of one day and mood are answered by one action", () => {
    const customer = reachable("C-1", { birthday: { calendar: "gregorian", month: 9, day: 25 } });
    const birthday = { ...BIRTHDAY, priority: 5 };
    const { actions, leftOut } = planCare(
      [{ customer }],
      options({ occasions: [feast("mid-autumn", "09-25"), birthday] }),
    );
    expect(leftOut).toEqual([]);
    expect(actions.map(({ occasion, occasionKeys }) => [occasion, occasionKeys])).toEqual([
      ["birthday", ["birthday/2026-09-25", "mid-autumn/2026-09-25"]],
    ]);
    expect(actions[0]?.why.map(({ code }) => code)).toContain("care-merged");
  });

  test("CARE-7: a solemn day is not merged with a feast", () => {
    const occasions = [feast("feast", "04-05"), feast("qingming", "04-05", { mood: "solemn" })];
    expect(planCare([related("C-1")], options({ occasions })).actions).toHaveLength(2);
  });

  test("CARE-7: an offer does not stand in for a notice of the same day", () => {
    const contact = {
      ...DEFAULT_CONTACT,
      purposes: { service: { messageClass: "transactional" } },
    } as const;
    const rules = [
      rule("notice", { purpose: "service", occasions: ["end"] }),
      rule("offer", { occasions: ["sale"], effect: 5 }),
    ];
    const occasions = [
      feast("end", "05-05", { mood: "plain" }),
      feast("sale", "05-05", { mood: "plain" }),
    ];
    const given = options({ occasions, policy: policyOf(rules, { contact }) });
    expect(planCare([related("C-1")], given).actions.map((one) => one.rule)).toEqual([
      "notice",
      "offer",
    ]);
  });

  test("CARE-7: an action names the occasion, the rule and the ground of contact", () => {
    const [action] = planCare([related("C-1")], options()).actions;
    expect(action?.why.map(({ code }) => code)).toEqual([
      "occasion-fixed",
      "care-rule",
      "consent-granted",
      "contact-point-chosen",
    ]);
    expect(action?.id).toBe("p/C-1/mid-autumn/2026-09-25/message");
  });

  test("CARE-7: what is not known for anybody is said once", () => {
    const lunar = {
      id: "spring-festival",
      timing: { kind: "lunar", month: 1, day: 1 },
      mood: "cheerful",
    } as const;
    const plan = planCare([related("C-1"), related("C-2")], options({ occasions: [lunar] }));
    expect(plan.diagnostics).toEqual([
      {
        reason: {
          code: "occasion-lunar-calendar-missing",
          params: { occasion: "spring-festival" },
        },
      },
    ]);
  });

  test("CARE-7: the control group gets transactional care alone", () => {
    const people = Array.from({ length: 200 }, (_, i) => related(`C-${String(i)}`));
    const control = { campaign: "spring", share: 0.3 };
    const plan = planCare(people, options({ occasions: [feast("day", "05-01")], control }));
    const held = plan.leftOut.filter(({ reasons }) => reasons[0]?.code === "care-control-group");
    expect(held.length + plan.actions.length).toBe(200);
    expect(held.length).toBeGreaterThan(40);
    expect(held.length).toBeLessThan(80);
  });

  test("CARE-7: a customer who stands twice is planned once and named", () => {
    const plan = planCare([related("C-1"), related("C-1")], options());
    expect(plan.actions).toHaveLength(2);
    expect(plan.diagnostics.map(({ reason }) => reason.code)).toEqual(["care-customer-twice"]);
  });
});

describe("CARE-2: planning customer by customer", () => {
  test("CARE-2: gives what the whole plan gives where nothing is shared", () => {
    const people = [related("C-1", { valueClass: "A" }), related("C-2", { valueClass: "C" })];
    const occasions = [feast("mid-autumn", "09-25"), feast("national-day", "10-01")];
    const given = options({ occasions, policy: DEFAULT_CARE_POLICY });
    const whole = planCare(people, given);
    const apart = [...careByCustomer(people, given)];
    expect(apart.flatMap(({ actions }) => actions)).toEqual(whole.actions);
    expect(apart.flatMap(({ leftOut }) => leftOut)).toEqual(whole.leftOut);
  });

  test("CARE-2: refuses a limit that customers share", () => {
    const given = options({ budget: { plan: cny(1) } });
    expect(() => [...careByCustomer([], given)]).toThrow(
      "Cannot plan care customer by customer: they must share no limit, got budget.plan; use planCare",
    );
  });
});

describe("CARE-2: options that make no sense", () => {
  test.each([
    [
      "a period reversed",
      { period: { start: plainDate("2026-02-01"), end: plainDate("2026-01-01") } },
      "period",
    ],
    ["a plan without a name", { plan: " " }, "plan must be a text"],
    ["a policy without rules", { policy: policyOf([]) }, "rules must not be empty"],
    ["a negative budget", { budget: { plan: cny(-1) } }, "budget.plan"],
    ["a budget in another currency", { budget: { plan: { amount: 1, currency: "EUR" } } }, "CNY"],
    [
      "half a visit",
      { capacities: [{ owner: "ann", kind: "visit", perWeek: 0.5 }] },
      "whole numbers",
    ],
    ["an effect below 0", { policy: policyOf([rule("r", { effect: -1 })]) }, "effect"],
    ["a rule twice", { policy: policyOf([rule("r"), rule("r")]) }, "must stand once"],
    ["a time that is none", { policy: policyOf([rule("r")], { dueFrom: "25:00" }) }, "25:00"],
    [
      "a zone that is none",
      { policy: policyOf([rule("r")], { timeZone: "Mars" as TimeZone }) },
      "Mars",
    ],
  ] as readonly [string, Partial<PlanCareOptions>, string][])(
    "CARE-2: %s is refused",
    (_, more, message) => {
      expect(() => planCare([], options(more))).toThrow(message);
    },
  );

  test("CARE-2: no customer, no action", () => {
    const plan = planCare([], options());
    expect([plan.actions, plan.leftOut, plan.cost]).toEqual([[], [], cny(0)]);
    expect(timeZone("UTC")).toBe("UTC");
  });
});
