import { describe, expect, test } from "vitest";
import type { PlanCareOptions } from "../../../src/care/plan/care-plan-options.js";
import { planCare } from "../../../src/care/plan/plan-care.js";
import type { CareRule } from "../../../src/care/policy/care-rule.js";
import type { CareLimits } from "../../../src/care/policy/care-policy.js";
import type { OccasionRule } from "../../../src/relationship/occasion/occasion-rule.js";
import { instant } from "../../../src/shared/time/instant.js";
import { period } from "../../../src/shared/time/period.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { cny, feast, policyOf, reachable, related, rule } from "./people.js";

const FORM = { kind: "feedback-form", afterDays: 3, channels: ["sms"] } as const;

interface Case {
  readonly occasions: readonly OccasionRule[];
  readonly rules: readonly CareRule[];
  readonly limits?: CareLimits;
  readonly more?: Partial<PlanCareOptions>;
}

function planOf({ occasions, rules, limits = {}, more }: Case, relationship = related("C-1")) {
  return planCare([relationship], {
    plan: "p",
    asOf: instant("2026-01-01T00:00:00Z"),
    period: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
    occasions,
    policy: policyOf(rules, { otherwise: limits }),
    ...more,
  });
}

function dueOf(given: Case, relationship = related("C-1")) {
  const { actions } = planOf(given, relationship);
  return actions.map(({ kind, due }) => [kind, due]);
}

const reasonsOf = (given: Case, relationship = related("C-1")) =>
  planOf(given, relationship).leftOut.flatMap(({ reasons }) => reasons.map(({ code }) => code));

describe("CARE-3: what follows an action", () => {
  test("CARE-3: goes the days after it that the rule says", () => {
    const given = {
      occasions: [feast("spring", "03-20")],
      rules: [rule("gift", { followUp: FORM })],
    };
    expect(dueOf(given)).toEqual([
      ["message", "2026-03-20"],
      ["feedback-form", "2026-03-23"],
    ]);
  });

  test("CARE-6: waits out a week that other occasions fill", () => {
    const occasions = [
      feast("mid-autumn", "09-25"),
      feast("second", "09-29"),
      feast("national-day", "10-01"),
    ];
    const followUp = { ...FORM, lastsDays: 14 };
    const rules = [
      rule("gift", { occasions: ["mid-autumn"], followUp }),
      rule("greeting", { occasions: ["second", "national-day"] }),
    ];
    // 28 September is a Monday; its week holds two greetings already.
    expect(dueOf({ occasions, rules, limits: { contacts: { perWeek: 2 } } })).toEqual([
      ["message", "2026-09-25"],
      ["message", "2026-09-29"],
      ["message", "2026-10-01"],
      ["feedback-form", "2026-10-05"],
    ]);
  });

  test("CARE-6: keeps its distance from its action and from the other occasions", () => {
    const occasions = [feast("first", "03-02"), feast("second", "03-08")];
    const followUp = { ...FORM, afterDays: 1, lastsDays: 30 };
    const rules = [
      rule("gift", { occasions: ["first"], followUp }),
      rule("b", { occasions: ["second"] }),
    ];
    expect(dueOf({ occasions, rules, limits: { spacingDays: 5 } })).toEqual([
      ["message", "2026-03-02"],
      ["message", "2026-03-08"],
      ["feedback-form", "2026-03-13"],
    ]);
  });

  test("CARE-6: that cannot keep its distance takes its action with it", () => {
    const given = {
      occasions: [feast("first", "03-02")],
      rules: [rule("gift", { followUp: FORM })],
      limits: { spacingDays: 5 },
    };
    expect(dueOf(given)).toEqual([]);
    expect(reasonsOf(given)).toEqual(["care-too-close"]);
  });

  test("CARE-6: a call that follows takes the time of who makes it", () => {
    const followUp = { kind: "call", afterDays: 2, channels: ["phone"] } as const;
    const given = {
      occasions: [feast("first", "03-02"), feast("second", "03-04")],
      rules: [rule("gift", { followUp })],
      more: { capacities: [{ kind: "call", owner: "any", perWeek: 1 }] } as const,
    };
    const owned = related("C-1", { owner: "E-1" });
    expect(dueOf(given, owned)).toEqual([
      ["message", "2026-03-02"],
      ["call", "2026-03-04"],
    ]);
    expect(reasonsOf(given, owned)).toEqual(["care-capacity-used"]);
  });

  test("CARE-6: a call that follows finds its capacity after the period, too", () => {
    const followUp = { kind: "call", afterDays: 20, channels: ["phone"] } as const;
    const given = {
      occasions: [feast("last", "12-30")],
      rules: [rule("gift", { followUp })],
      more: { capacities: [{ kind: "call", owner: "any", perWeek: 1 }] } as const,
    };
    const { actions, uses } = planOf(given, related("C-1", { owner: "E-1" }));
    expect(actions.map(({ due }) => due)).toEqual(["2026-12-30", "2027-01-19"]);
    expect(uses.filter(({ used }) => used > 0).map(({ week }) => week)).toEqual(["2027-01-18"]);
  });

  test("CARE-3: a gift that follows counts towards the caps on gifts", () => {
    const followUp = { kind: "gift", afterDays: 5, channels: ["post"], cost: cny(40_00) } as const;
    const rules = [rule("cake", { kind: "cake", channels: ["visit"], cost: cny(70_00), followUp })];
    const occasions = [feast("spring", "03-20")];
    const within = { perOccasion: cny(110_00) };
    expect(dueOf({ occasions, rules, limits: { gifts: within } }).map(([kind]) => kind)).toEqual([
      "cake",
      "gift",
    ]);
    for (const [cap, reason] of [
      ["perOccasion", "care-gift-above-cap"],
      ["perYear", "care-limit-reached"],
    ] as const) {
      const given = { occasions, rules, limits: { gifts: { [cap]: cny(109_99) } } };
      expect(dueOf(given)).toEqual([]);
      expect(reasonsOf(given)).toEqual([reason]);
    }
  });
});

describe("CARE-6: the next channel is tried where the first does not lead", () => {
  const occasions = [feast("spring", "03-20")];
  const rules = [rule("talk", { kind: "message", channels: ["phone", "sms"] })];
  const channelsOf = (given: Case, relationship = related("C-1")) =>
    planOf(given, relationship).actions.map(({ channel }) => channel);

  test("CARE-6: where it is not permitted", () => {
    expect(channelsOf({ occasions, rules })).toEqual(["phone"]);
    const customer = reachable("C-1", { channels: ["sms"] });
    expect(channelsOf({ occasions, rules }, { customer })).toEqual(["sms"]);
  });

  test("CARE-6: where nobody is there to go by it", () => {
    const visits = [rule("gift", { kind: "visit", channels: ["visit", "sms"] })];
    const more = { capacities: [{ kind: "visit", owner: "any", perWeek: 1 }] } as const;
    const given = { occasions, rules: [rule("gift", { channels: ["visit", "sms"] })], more };
    expect(channelsOf(given)).toEqual(["sms"]);
    expect(channelsOf(given, related("C-1", { owner: "E-1" }))).toEqual(["visit"]);
    // A visit is made by somebody whatever its channel.
    expect(reasonsOf({ occasions, rules: visits, more })).toEqual(["care-no-owner"]);
  });
});

describe("CARE-2: events", () => {
  test("CARE-2: a delivery dated after the plan is made does not count, an announced end does", () => {
    const events = [
      { id: "d-1", kind: "delivery", date: plainDate("2026-03-01") },
      { id: "w-1", kind: "warranty-end", date: plainDate("2026-04-01") },
    ] as const;
    const occasions = [
      {
        id: "delivered",
        timing: { kind: "after-event", event: "delivery", days: 3 },
        mood: "plain",
      },
      {
        id: "warranty",
        timing: { kind: "after-event", event: "warranty-end", days: -30 },
        mood: "plain",
      },
    ] as const;
    const { actions } = planOf({ occasions, rules: [rule("note")] }, related("C-1", { events }));
    expect(actions.map(({ occasion }) => occasion)).toEqual(["warranty"]);
  });
});
