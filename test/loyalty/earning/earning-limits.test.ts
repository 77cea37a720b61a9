import fc from "fast-check";
import type { EarnedPoints, EarningFacts, EarningOccasion, EarningRule } from "goodwill/loyalty";
import { earnPoints } from "goodwill/loyalty";
import { instant, timeZone } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { orderedValue } from "../../../src/shared/ordered-map.js";
import { withEntry } from "../../../src/shared/ordered-map-change.js";
import {
  earn,
  granted,
  line,
  order,
  POLICY,
  programmeOf,
  rule,
  times,
  total,
  type Asked,
} from "./shop.js";

const lineOf = (amount: number) => [line("a", amount)];

/** Earns one occasion after another; what each uses of caps the next one sees. */
function earnInTurn(
  rules: readonly EarningRule[],
  occasions: readonly EarningOccasion[],
  asked: Asked = {},
): EarnedPoints[] {
  let capUses: NonNullable<EarningFacts["capUses"]> = [];
  return occasions.map((occasion) => {
    const earned = earn(rules, { ...asked, occasion, facts: { capUses } });
    for (const { cap, points, times: grants } of earned.capUses) {
      const before = orderedValue(capUses, cap) ?? { points: 0, times: 0 };
      const after = { points: before.points + points, times: before.times + grants };
      capUses = withEntry(capUses, cap, after);
    }
    return earned;
  });
}

describe("LOY-3: caps", () => {
  test("LOY-3: a cap of points holds back what is above it, and says so", () => {
    const capped = rule("coffee", { caps: [{ per: "week", points: 30 }] });
    const [first, second, third] = earnInTurn([capped], [order(), order(), order()]);
    expect(first?.capUses).toEqual([{ cap: "rule:coffee:week:2026-02-09", points: 19, times: 1 }]);
    expect(second?.record.rules[0]).toMatchObject({
      wanted: 19,
      granted: 11,
      lines: { a: 11 },
      heldBack: [{ by: "rule-cap", of: "rule:coffee:week:2026-02-09", points: 8 }],
    });
    expect(third).toMatchObject({
      lots: [],
      capUses: [],
      record: { rules: [{ wanted: 19, granted: 0, lines: {} }], notApplied: [] },
    });
  });

  test.each([
    ["day", "rule:coffee:day:2026-02-13", "2026-02-14T00:00:00Z"],
    ["week", "rule:coffee:week:2026-02-09", "2026-02-16T00:00:00Z"],
    ["month", "rule:coffee:month:2026-02", "2026-03-01T00:00:00Z"],
    ["year", "rule:coffee:year:2026", "2027-01-01T00:00:00Z"],
  ] as const)(
    "LOY-3: a cap per %s begins anew with the next on the programme's clock",
    (per, key, next) => {
      const capped = rule("coffee", { caps: [{ per, times: 1 }] });
      const after = instant(next);
      const last = instant(new Date(Date.parse(next) - 1).toISOString());
      const orders = [order(), order({ at: last }), order({ at: after })];
      const earned = earnInTurn([capped], orders);
      expect(earned.map((one) => total(one))).toEqual([19, 0, 19]);
      expect(earned[0]?.capUses[0]?.cap).toBe(key);
      const shanghai = { programme: { zone: timeZone("Asia/Shanghai") } };
      expect(earnInTurn([capped], orders, shanghai).map((one) => total(one))).toEqual([19, 19, 0]);
    },
  );

  test("LOY-3: a cap for ever, and one per order, which is not kept", () => {
    const ever = rule("ever", { caps: [{ per: "ever", points: 20, times: 3 }] });
    const each = rule("each", { caps: [{ per: "order", points: 5 }] });
    const earned = earnInTurn([ever, each], [order(), order(), order()]);
    expect(earned.map(granted)).toEqual([
      { ever: 19, each: 5 },
      { ever: 1, each: 5 },
      { ever: 0, each: 5 },
    ]);
    expect(earned[0]?.capUses).toEqual([{ cap: "rule:ever:ever", points: 19, times: 1 }]);
  });

  test("LOY-3: two caps of one span are counted once", () => {
    const caps = [
      { per: "day", points: 100 },
      { per: "day", times: 2 },
    ] as const;
    const [first] = earnInTurn([rule("coffee", { caps })], [order()]);
    expect(first?.capUses).toEqual([{ cap: "rule:coffee:day:2026-02-13", points: 19, times: 1 }]);
  });

  test("LOY-3: the rules of a campaign share its caps, those of a kind the member's", () => {
    const policy = {
      campaigns: [{ id: "spring", caps: [{ per: "month", points: 30, times: 2 } as const] }],
      caps: [{ kind: "points", per: "day", points: 35 } as const],
    };
    const campaign = "spring";
    const rules = [
      rule("a", { campaign }),
      rule("b", { campaign }),
      rule("c"),
      rule("m", { kind: "miles" }),
    ];
    const [first, second] = earnInTurn(rules, [order(), order()], { policy });
    expect(first?.record.rules).toMatchObject([
      { rule: "a", campaign, granted: 19 },
      {
        rule: "b",
        granted: 11,
        heldBack: [{ by: "campaign-cap", of: "campaign:spring:month:2026-02", points: 8 }],
      },
      {
        rule: "c",
        granted: 5,
        heldBack: [{ by: "member-cap", of: "member:points:day:2026-02-13", points: 14 }],
      },
      { rule: "m", granted: 19 },
    ]);
    expect(first?.capUses).toEqual([
      { cap: "campaign:spring:month:2026-02", points: 30, times: 1 },
      { cap: "member:points:day:2026-02-13", points: 35, times: 1 },
    ]);
    expect(granted(second!)).toEqual({ a: 0, b: 0, c: 0, m: 19 });
  });

  test("LOY-3: a birthday is rewarded once a year by a cap of once a year", () => {
    const gift = rule("gift", {
      trigger: "birthday",
      award: { form: "fixed", points: 50 },
      caps: [{ per: "year", times: 1 }],
    });
    const on = (day: string) => ({ trigger: "birthday", at: instant(`${day}T12:00:00Z`) });
    const earned = earnInTurn([gift], [on("2026-02-28"), on("2026-03-01"), on("2027-02-28")]);
    expect(earned.map((one) => total(one))).toEqual([50, 0, 50]);
  });

  test("LOY-3: caps hold however an order is split", () => {
    const caps = [{ per: "day", points: 25 } as const];
    const policy = {
      campaigns: [{ id: "spring", caps: [{ per: "week", points: 40 } as const] }],
      caps: [{ kind: "points", per: "month", points: 60 } as const],
    };
    const rules = [
      rule("a", { caps, campaign: "spring" }),
      rule("b", { campaign: "spring", award: { form: "per-amount", points: 3, per: 70 } }),
      times("half", [3, 2]),
    ];
    const amounts = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (parts) => {
        const whole = order({ lines: lineOf(parts.reduce((sum, part) => sum + part, 0)) });
        const orders = parts.map((part) => order({ lines: lineOf(part) }));
        const byRule = (earned: readonly EarnedPoints[], id: string) =>
          earned.reduce((sum, one) => sum + (granted(one)[id] ?? 0), 0);
        for (const earned of [
          earnInTurn(rules, [whole], { policy }),
          earnInTurn(rules, orders, { policy }),
        ]) {
          const a = byRule(earned, "a");
          const b = byRule(earned, "b");
          expect(a).toBeLessThanOrEqual(25);
          expect(a + b).toBeLessThanOrEqual(40);
          expect(a + b + byRule(earned, "half")).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});

describe("LOY-3: budgets", () => {
  const rules = [rule("a", { budget: "spring" }), rule("b", { budget: "spring" }), rule("c")];

  test("LOY-3: rules take from a shared budget at most what is left, one after another", () => {
    const earned = earn(rules, { options: { left: { spring: 25 } } });
    expect(granted(earned)).toEqual({ a: 19, b: 6, c: 19 });
    expect(earned.record.rules[1]?.heldBack).toEqual([{ by: "budget", of: "spring", points: 13 }]);
    expect(earned.record.budgets).toEqual({ spring: 25 });
  });

  test("LOY-3: a budget that is not named has nothing left, and nothing is recorded of it", () => {
    const earned = earn(rules);
    expect(granted(earned)).toEqual({ a: 0, b: 0, c: 19 });
    expect(earned.record.budgets).toBeUndefined();
    expect(() => earn(rules, { options: { left: { spring: NaN } } })).toThrow(RangeError);
  });

  test("LOY-3: what a cap holds back is not taken from the budget", () => {
    const capped = rule("a", { budget: "spring", caps: [{ per: "order", points: 5 }] });
    const earned = earn([capped], { options: { left: { spring: 3.9 } } });
    expect(earned.record.rules[0]).toMatchObject({
      granted: 3,
      heldBack: [
        { by: "rule-cap", of: "rule:a:order", points: 14 },
        { by: "budget", of: "spring", points: 2 },
      ],
    });
    expect(earned.capUses).toEqual([]);
  });

  test("LOY-3: a budget of liability is drawn on by what points are worth, and never overdrawn", () => {
    const value = { points: 100, amount: 150, currency: "GBP" } as const;
    const earningPolicy = { ...POLICY, liabilityBudgets: ["spring"] };
    const kinds = [
      { id: "points", purpose: "redeemable", value },
      { id: "miles", purpose: "qualifying" },
    ] as const;
    const programme = programmeOf([rule("a", { budget: "spring" })], { earningPolicy, kinds });
    const lines = [line("a", 1_999)];
    const occasion = { trigger: "order", at: instant("2026-03-02T09:00:00Z"), lines };
    const earnWith = (left: number) =>
      earnPoints(occasion, {}, { programme, left: { spring: left } });
    // 19 points are worth 28.5 pence, which costs 29; 20 pence pay for 13 points, which are worth 19.5.
    const rich = earnWith(1_000);
    expect(rich.ok && rich.value.record).toMatchObject({
      rules: [{ granted: 19 }],
      budgets: { spring: 29 },
    });
    const poor = earnWith(20);
    expect(poor.ok && poor.value.record).toMatchObject({
      rules: [{ granted: 13, heldBack: [{ by: "budget", of: "spring", points: 6 }] }],
      budgets: { spring: 20 },
    });
    expect(() => programmeOf([rule("a", { budget: "spring" })], { earningPolicy })).toThrow(
      new RangeError(
        'Cannot use a programme: earning[0].budget must be a budget of points, as points has no value in GBP, got "spring"',
      ),
    );
  });

  test("LOY-3: the higher priority draws first, base rules before multipliers", () => {
    const first = rule("late", { priority: 9, budget: "spring" });
    const bonus = times("x2", [2, 1], { priority: 99, budget: "spring" });
    const earned = earn([bonus, rules[0]!, first], { options: { left: { spring: 25 } } });
    expect(earned.record.rules.map((one) => [one.rule, one.granted])).toEqual([
      ["late", 19],
      ["a", 6],
      ["x2", 0],
    ]);
  });
});
