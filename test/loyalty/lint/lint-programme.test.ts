import { describe, expect, test } from "vitest";
import { plainDate, timeZone } from "goodwill/shared";
import { lintProgramme } from "../../../src/loyalty/lint/lint-programme.js";
import type { ProgrammeFindingCode } from "../../../src/loyalty/lint/programme-finding.js";
import type { EarningCondition } from "../../../src/loyalty/programme/earning-condition.js";
import type { EarningRule } from "../../../src/loyalty/programme/earning-rule.js";
import type { LoyaltyProgrammeDefinition } from "../../../src/loyalty/programme/programme-definition.js";
import {
  DEFAULT_EARNING_POLICY,
  loyaltyProgramme,
} from "../../../src/loyalty/programme/programme.js";
import type { TierPolicy, TierQualification } from "../../../src/loyalty/programme/tier-policy.js";

/** A point a pound, worth a penny, that pays: nothing to be found. */
const WITHOUT_REDEMPTION: LoyaltyProgrammeDefinition = {
  id: "shop",
  version: 1,
  zone: timeZone("Europe/London"),
  currency: "GBP",
  kinds: [{ id: "points", purpose: "redeemable" }],
  earning: [rule("base")],
};
const SOUND: LoyaltyProgrammeDefinition = {
  ...WITHOUT_REDEMPTION,
  redemption: { kinds: ["points"], payment: { points: 1, amount: 1 }, reservationMinutes: 30 },
};

function rule(id: string, said: Partial<EarningRule> = {}): EarningRule {
  const award = { form: "per-amount", points: 1, per: 100 } as const;
  return { id, kind: "points", trigger: "order", award, ...said };
}

function times(id: string, factor: number, said: Partial<EarningRule> = {}): EarningRule {
  const award = { form: "multiplier", factor: { numerator: factor, denominator: 1 } } as const;
  return rule(id, { award, ...said });
}

const fixed = (points: number): EarningRule["award"] => ({ form: "fixed", points });
const perAmount = (points: number, per: number): EarningRule["award"] => ({
  form: "per-amount",
  points,
  per,
});

function find(said: Partial<LoyaltyProgrammeDefinition>, code?: ProgrammeFindingCode) {
  return lintProgramme(loyaltyProgramme({ ...SOUND, ...said })).filter(
    (one) => code === undefined || one.code === code,
  );
}

/** What is found of a programme with these rules beside the base rule, as `where code`. */
function ofRules(...rules: readonly EarningRule[]): string[] {
  return find({ earning: [...rules, rule("base")], clubs: [{ id: "club" }], tiers: TIERS })
    .filter(({ code }) => code.startsWith("rule-"))
    .map(({ where, code }) => `${where} ${code}`);
}

const TIERS: TierPolicy = tiers({ all: [{ metric: "spend", atLeast: 10_000 }] });

function tiers(
  silver: TierQualification,
  gold?: TierQualification,
  said: Partial<TierPolicy> = {},
): TierPolicy {
  return {
    tiers: [
      { id: "blue" },
      { id: "silver", reach: silver },
      ...(gold === undefined ? [] : [{ id: "gold", reach: gold }]),
    ],
    period: { kind: "calendar-year" },
    upgrade: "at-once",
    keepThrough: "next-period",
    landing: "one-tier-down",
    crossing: "before",
    ...said,
  };
}

test("LOY-3: a programme whose rules make sense has no findings", () => {
  expect(find({})).toEqual([]);
  expect(find({ tiers: TIERS, rewards: [{ id: "cup", cost: 100, form: "product" }] })).toEqual([]);
});

describe("LOY-3: earning rules that never give anything are found", () => {
  test("one that is switched off is a warning", () => {
    const [finding] = find({ earning: [rule("off", { disabled: true }), rule("base")] });
    expect(finding).toEqual({
      code: "rule-disabled",
      severity: "warning",
      where: "earning[0]",
      params: { rule: "off" },
    });
  });

  test("one whose window is empty, or whose hours or lists are, if the programme was not checked", () => {
    const from = plainDate("2026-02-01");
    const through = plainDate("2026-01-31");
    const unchecked = (said: Partial<EarningRule>) =>
      lintProgramme({
        ...loyaltyProgramme(SOUND),
        earning: [rule("one", said), rule("base")],
      }).map(({ code }) => code);
    expect(unchecked({ from, through })).toEqual(["rule-window-empty"]);
    expect(unchecked({ from, through: from })).toEqual([]);
    const never = ["rule-condition-contradictory"];
    expect(unchecked({ when: { hours: [{ from: "08:00", to: "08:00" }] } })).toEqual(never);
    expect(unchecked({ when: { hours: [{ from: "08:00", to: "08:01" }] } })).toEqual([]);
    for (const list of ["channels", "segments", "clubs", "tiers", "weekdays", "any"]) {
      expect(unchecked({ when: { [list]: [] } })).toEqual(never);
    }
    expect(unchecked({ when: { all: [] } })).toEqual([]);
  });

  const WEB: EarningCondition = { channels: ["web"] };
  const SHOP: EarningCondition = { channels: ["shop"] };
  test.each<[string, EarningCondition, EarningCondition]>([
    ["all and not of the same", { all: [WEB], not: WEB }, { all: [WEB], not: SHOP }],
    ["two channels at once", { all: [WEB, SHOP] }, { any: [WEB, SHOP] }],
    [
      "a part of what it excludes",
      { weekdays: [6], not: { weekdays: [6, 7] } },
      { weekdays: [6, 7], not: { weekdays: [6] } },
    ],
    [
      "hours that do not meet, the end not counted",
      {
        all: [
          { hours: [{ from: "22:00", to: "02:00" }] },
          { hours: [{ from: "02:00", to: "22:00" }] },
        ],
      },
      {
        all: [
          { hours: [{ from: "22:00", to: "02:00" }] },
          { hours: [{ from: "01:59", to: "22:00" }] },
        ],
      },
    ],
    [
      "two values of one fact",
      { facts: { size: "l" }, all: [{ facts: { size: "m" } }] },
      { facts: { size: "l" }, all: [{ facts: { colour: "m" } }] },
    ],
    [
      "the first order after another",
      { firstPurchase: true, streak: { orders: 2, withinDays: 7 } },
      { firstPurchase: true, streak: { orders: 1, withinDays: 7 } },
    ],
    [
      "alternatives that are all excluded",
      { any: [WEB, SHOP], not: { channels: ["web", "shop"] } },
      { any: [WEB, SHOP], not: { channels: ["web", "app"] } },
    ],
    [
      "a smaller order than at least",
      { orderAtLeast: 500, not: { orderAtLeast: 500 } },
      { orderAtLeast: 500, not: { orderAtLeast: 501 } },
    ],
    [
      "nothing, by excluding what always holds",
      { not: { weekdays: [1, 2, 3, 4, 5, 6, 7] } },
      { not: { weekdays: [1, 2, 3, 4, 5, 6] } },
    ],
    [
      "an exception of an exception",
      { segments: ["student"], not: { not: { channels: ["web"] } }, channels: ["shop"] },
      { segments: ["student"], not: { not: { channels: ["web"] } }, channels: ["web"] },
    ],
    [
      "a birthday nearer than excluded",
      { birthdayWithinDays: 3, not: { birthdayWithinDays: 3 } },
      { birthdayWithinDays: 3, not: { birthdayWithinDays: 2 } },
    ],
    [
      "an anniversary nearer than excluded",
      { anniversaryWithinDays: 3, not: { anniversaryWithinDays: 4 } },
      { anniversaryWithinDays: 3, not: { anniversaryWithinDays: 2 } },
    ],
    [
      "a segment that is excluded",
      { segments: ["a"], not: { segments: ["a", "b"] } },
      { segments: ["a", "b"], not: { segments: ["a"] } },
    ],
    ["a club that is excluded", { clubs: ["club"], not: { clubs: ["club"] } }, { clubs: ["club"] }],
    [
      "a longer streak than excluded",
      { streak: { orders: 3, withinDays: 7 }, not: { streak: { orders: 2, withinDays: 7 } } },
      { streak: { orders: 2, withinDays: 7 }, not: { streak: { orders: 3, withinDays: 7 } } },
    ],
  ])("one that asks for %s", (_, never, sometimes) => {
    expect(ofRules(rule("one", { when: never }))).toEqual([
      "earning[0] rule-condition-contradictory",
    ]);
    expect(ofRules(rule("one", { when: sometimes }))).toEqual([]);
  });

  test("one whose window holds none of its weekdays", () => {
    // 13 February 2026 is a Friday.
    const window = { from: plainDate("2026-02-13"), through: plainDate("2026-02-16") };
    expect(ofRules(rule("one", { ...window, when: { weekdays: [2] } }))).toHaveLength(1);
    expect(ofRules(rule("one", { ...window, when: { weekdays: [1] } }))).toEqual([]);
    const week = { from: plainDate("2026-02-13"), through: plainDate("2026-02-19") };
    expect(ofRules(rule("one", { ...week, when: { weekdays: [4] } }))).toEqual([]);
  });

  test("one that leaves out all lines it chooses", () => {
    const lines = { products: ["a", "b"], exceptProducts: ["a", "b", "c"] };
    expect(ofRules(rule("one", { lines }))).toEqual(["earning[0] rule-lines-empty"]);
    expect(ofRules(rule("one", { lines: { ...lines, exceptProducts: ["a"] } }))).toEqual([]);
    const categories = { categories: ["a"], exceptCategories: ["a"] };
    expect(ofRules(rule("one", { lines: categories }))).toEqual(["earning[0] rule-lines-empty"]);
  });

  test("one that needs an order and is set off by an activity", () => {
    const review = { trigger: "review", award: fixed(5) } as const;
    expect(ofRules(rule("one", { trigger: "review" }))).toEqual(["earning[0] rule-needs-order"]);
    expect(ofRules(rule("one", { ...review, when: { all: [{ orderAtLeast: 0 }] } }))).toHaveLength(
      1,
    );
    expect(ofRules(rule("one", { ...review, when: { firstPurchase: true } }))).toHaveLength(1);
    expect(ofRules(rule("one", { ...review, lines: { products: ["a"] } }))).toHaveLength(1);
    expect(ofRules(rule("one", review))).toEqual([]);
  });

  test("one that an exclusive rule of its kind, no narrower, always shadows", () => {
    const exclusive = (said: Partial<EarningRule> = {}) =>
      rule("top", { stacking: "exclusive", award: fixed(1), ...said });
    const shadowed = (top: Partial<EarningRule>, said: Partial<EarningRule> = {}) =>
      find({ earning: [rule("one", said), exclusive(top)] }, "rule-shadowed").map(
        ({ params }) => params,
      );
    expect(shadowed({})).toEqual([{ rule: "one", by: "top" }]);
    // An exclusive rule that is narrower, in a group, of another trigger, or off, leaves room.
    expect(shadowed({ when: WEB })).toEqual([]);
    expect(shadowed({ when: WEB }, { when: { channels: ["web"], weekdays: [1] } })).toHaveLength(1);
    expect(shadowed({ from: plainDate("2026-01-01") })).toEqual([]);
    expect(shadowed({ through: plainDate("2026-01-01") })).toEqual([]);
    expect(
      shadowed({ from: plainDate("2026-01-01") }, { from: plainDate("2026-01-01") }),
    ).toHaveLength(1);
    expect(shadowed({ group: "g" })).toEqual([]);
    expect(shadowed({ trigger: "visit" })).toEqual([]);
    expect(shadowed({ disabled: true })).toEqual([]);
    // Of two exclusive rules the one that goes first.
    expect(shadowed({ priority: 1 }, { stacking: "exclusive" })).toHaveLength(1);
    expect(shadowed({}, { stacking: "exclusive" })).toEqual([]);
    // A block too large for small orders leaves them to others.
    expect(shadowed({ award: perAmount(1, 200) })).toEqual([]);
    expect(shadowed({ award: perAmount(1, 100) })).toHaveLength(1);
    expect(shadowed({ award: perAmount(1, 100) }, { award: fixed(1) })).toEqual([]);
    // Lines.
    expect(shadowed({ lines: { products: ["a"] } })).toEqual([]);
    expect(shadowed({ lines: { products: ["a"] } }, { lines: { products: ["a"] } })).toHaveLength(
      1,
    );
    expect(shadowed({ lines: { exceptProducts: ["a"] } }, { lines: { products: ["a"] } })).toEqual(
      [],
    );
    expect(
      shadowed({ lines: { exceptProducts: ["a"] } }, { lines: { products: ["b"] } }),
    ).toHaveLength(1);
  });

  test("one that another of its group always beats", () => {
    const beaten = (one: EarningRule["award"], other: EarningRule["award"], priority = 0) =>
      find(
        {
          earning: [
            rule("one", { group: "g", award: one }),
            rule("other", { group: "g", award: other, priority }),
          ],
        },
        "rule-always-beaten",
      ).map(({ params }) => params["rule"]);
    expect(beaten(fixed(5), fixed(6))).toEqual(["one"]);
    expect(beaten(fixed(5), fixed(5))).toEqual(["other"]);
    expect(beaten(fixed(5), fixed(5), 1)).toEqual(["one"]);
    expect(beaten(perAmount(1, 100), perAmount(2, 100))).toEqual(["one"]);
    // 3 for each 200 is more in all, but not for an order of 150.
    expect(beaten(perAmount(1, 100), perAmount(3, 200))).toEqual([]);
    expect(beaten(perAmount(3, 200), perAmount(2, 100))).toEqual(["one"]);
    expect(beaten(fixed(5), perAmount(100, 1))).toEqual([]);
  });

  test("a multiplier whose kind and trigger no rule gives points for", () => {
    expect(ofRules(times("double", 2))).toEqual([]);
    expect(ofRules(times("double", 2, { trigger: "visit" }))).toEqual([
      "earning[0] rule-multiplies-nothing",
    ]);
  });

  test("one whose single block is above what a cap ever grants", () => {
    const capped = (points: number) =>
      find({ earning: [rule("one", { award: fixed(50), caps: [{ per: "day", points }] })] });
    expect(capped(49)).toMatchObject([
      {
        code: "rule-above-cap",
        severity: "warning",
        params: { rule: "one", points: 50, most: 49 },
      },
    ]);
    expect(capped(50)).toEqual([]);
    const policy = {
      ...DEFAULT_EARNING_POLICY,
      campaigns: [{ id: "spring", caps: [{ per: "ever", points: 40 } as const] }],
    };
    const earning = [rule("one", { award: fixed(50), campaign: "spring" }), rule("base")];
    expect(find({ earning, earningPolicy: policy }, "rule-above-cap")).toHaveLength(1);
  });
});

describe("LOY-3: tiers", () => {
  const MILES = { id: "miles", purpose: "qualifying" } as const;
  const byPoints = (atLeast: number): TierQualification => ({
    all: [{ metric: "points", atLeast }],
  });
  const policy = { qualifyingKind: "miles" } as const;
  const kinds = [...SOUND.kinds, MILES];
  const mile = rule("mile", { kind: "miles" });

  test("a tier for more points than caps leave in its period cannot be reached, nor rules that ask for it", () => {
    const caps = [{ kind: "miles", per: "year", points: 1000 } as const];
    const earningPolicy = { ...DEFAULT_EARNING_POLICY, caps };
    const perk = rule("perk", { when: { tiers: ["silver"] } });
    const codes = (atLeast: number, said: Partial<TierPolicy> = {}) =>
      find({
        ...{ kinds, earningPolicy, earning: [rule("base"), mile, perk] },
        tiers: tiers(byPoints(atLeast), undefined, { ...policy, ...said }),
      }).map(({ code, where }) => `${where} ${code}`);
    expect(codes(1001)).toEqual([
      "earning[2] rule-tier-unreachable",
      "tiers.tiers[1] tier-unreachable",
    ]);
    expect(codes(1000)).toEqual([]);
    // A year from April lies in two calendar years; a life has no bound.
    expect(codes(2000, { period: { kind: "calendar-year", startMonth: 4 } })).toEqual([]);
    expect(codes(2001, { period: { kind: "anniversary-year" } })).toHaveLength(2);
    expect(codes(99_999, { period: { kind: "lifetime" } })).toEqual([]);
    expect(codes(1001, { rollover: "excess" })).toEqual([]);
  });

  test("a higher tier that asks for no more than a lower one in anything overlaps with it", () => {
    const overlap = (silver: TierQualification, gold: TierQualification) =>
      find({ tiers: tiers(silver, gold) }, "tier-overlaps").map(({ where, params }) => [
        where,
        params,
      ]);
    const spend = (atLeast: number) => ({ metric: "spend", atLeast }) as const;
    const visits = (atLeast: number) => ({ metric: "visits", atLeast }) as const;
    expect(overlap({ all: [spend(100)] }, { all: [spend(100)] })).toEqual([
      ["tiers.tiers[2]", { tier: "gold", lower: "silver" }],
    ]);
    expect(overlap({ all: [spend(100)] }, { all: [spend(101)] })).toEqual([]);
    expect(overlap({ all: [spend(100), visits(5)] }, { all: [spend(90)] })).toHaveLength(1);
    expect(overlap({ any: [spend(100), visits(5)] }, { all: [spend(90)] })).toEqual([]);
    expect(overlap({ any: [spend(100), visits(5)] }, { any: [spend(90), visits(5)] })).toHaveLength(
      1,
    );
    expect(overlap({ all: [spend(100)] }, { any: [spend(500), visits(5)] })).toEqual([]);
  });

  test("a tier that is harder to keep than to reach is a warning", () => {
    const keep = (atLeast: number) =>
      find({
        tiers: {
          ...TIERS,
          tiers: [
            { id: "blue" },
            {
              id: "silver",
              reach: { all: [{ metric: "spend", atLeast: 100 }] },
              keep: { all: [{ metric: "spend", atLeast }] },
            },
          ],
        },
      }).map(({ code }) => code);
    expect(keep(101)).toEqual(["tier-keep-above-reach"]);
    expect(keep(100)).toEqual([]);
    expect(keep(99)).toEqual([]);
  });
});

describe("LOY-3: the return on spend", () => {
  const share = (earning: readonly EarningRule[], said: Partial<LoyaltyProgrammeDefinition> = {}) =>
    find({ earning, ...said })
      .filter(({ code }) => code.startsWith("return-"))
      .map(({ code, params }) => [code, params["share"]]);

  test("above all of it is an error, above the policy's share a warning, at the bounds nothing", () => {
    expect(share([rule("one", { award: perAmount(101, 100) })])).toEqual([
      ["return-above-spend", "101/100"],
    ]);
    expect(share([rule("one", { award: perAmount(100, 100) })])).toEqual([
      ["return-above-policy", "1"],
    ]);
    expect(share([rule("one", { award: perAmount(21, 100) })])).toEqual([
      ["return-above-policy", "21/100"],
    ]);
    expect(share([rule("one", { award: perAmount(20, 100) })])).toEqual([]);
    const programme = loyaltyProgramme({
      ...SOUND,
      earning: [rule("one", { award: perAmount(3, 100) })],
    });
    const policy = { returnShare: { numerator: 1, denominator: 50 } };
    expect(lintProgramme(programme, { policy }).map(({ params }) => params)).toEqual([
      { share: "3/100", percent: 3, rules: "one", most: "1/50" },
    ]);
  });

  test("rules stack; multipliers combine by the policy", () => {
    const rules = [rule("one", { award: perAmount(10, 100) }), times("a", 3), times("b", 4)];
    const by = (multipliers: "add" | "multiply" | "highest") =>
      share([...rules, rule("two", { award: perAmount(10, 100) })], {
        earningPolicy: { ...DEFAULT_EARNING_POLICY, multipliers },
      });
    expect(by("add")).toEqual([["return-above-spend", "6/5"]]);
    expect(by("multiply")).toEqual([["return-above-spend", "12/5"]]);
    expect(by("highest")).toEqual([["return-above-policy", "4/5"]]);
  });

  test("a factor below 1 counts where it always applies, and not where it need not", () => {
    const half = (said: Partial<EarningRule>) =>
      rule("half", {
        award: { form: "multiplier", factor: { numerator: 1, denominator: 2 } },
        ...said,
      });
    const base = rule("base", { award: perAmount(60, 100) });
    expect(share([base, half({})])).toEqual([["return-above-policy", "3/10"]]);
    expect(share([base, half({ when: { segments: ["staff"] } })])).toEqual([
      ["return-above-policy", "3/5"],
    ]);
  });

  test("what cannot apply together is not added: days, channels, hours, tiers, facts, windows, lines", () => {
    const pair = (one: Partial<EarningRule>, other: Partial<EarningRule>) =>
      share(
        [
          rule("one", { award: perAmount(60, 100), ...one }),
          rule("other", { award: perAmount(60, 100), ...other }),
        ],
        { tiers: TIERS },
      );
    const when = (a: EarningCondition, b: EarningCondition) => pair({ when: a }, { when: b });
    const apart = [["return-above-policy", "3/5"]];
    const together = [["return-above-spend", "6/5"]];
    expect(when({ weekdays: [2] }, { weekdays: [3] })).toEqual(apart);
    expect(when({ weekdays: [2, 3] }, { weekdays: [3] })).toEqual(together);
    expect(when({ channels: ["web"] }, { channels: ["app"] })).toEqual(apart);
    expect(when({ not: { channels: ["web"] } }, { channels: ["app"] })).toEqual(together);
    expect(when({ tiers: ["blue"] }, { tiers: ["silver"] })).toEqual(apart);
    const hours = (from: string, to: string) => ({ hours: [{ from, to }] });
    expect(when(hours("08:00", "10:00"), hours("10:00", "12:00"))).toEqual(apart);
    expect(when(hours("08:00", "10:01"), hours("10:00", "12:00"))).toEqual(together);
    expect(when({ facts: { size: "l" } }, { facts: { size: "m" } })).toEqual(apart);
    expect(when({ facts: { size: "l" } }, { facts: { colour: "m" } })).toEqual(together);
    expect(when({ segments: ["a"] }, { segments: ["b"] })).toEqual(together);
    const [first, second] = [plainDate("2026-01-31"), plainDate("2026-02-01")];
    expect(pair({ through: first }, { from: second })).toEqual(apart);
    expect(pair({ through: second }, { from: second })).toEqual(together);
    expect(pair({ lines: { products: ["a"] } }, { lines: { exceptProducts: ["a"] } })).toEqual(
      apart,
    );
    expect(pair({ lines: { categories: ["a"] } }, { lines: { products: ["a"] } })).toEqual(
      together,
    );
  });

  test("groups give their best; an exclusive rule that always applies leaves nothing else", () => {
    const rich = perAmount(90, 100);
    const group = { group: "g", award: rich };
    expect(share([rule("one", group), rule("two", group)])).toEqual([
      ["return-above-policy", "9/10"],
    ]);
    const only = rule("only", { stacking: "exclusive", award: perAmount(1, 100) });
    expect(share([only, rule("one", { award: rich }), times("x", 9)])).toEqual([]);
    const sometimes = { ...only, when: { segments: ["staff"] } };
    expect(share([sometimes, rule("one", { award: rich })])).toEqual([
      ["return-above-policy", "9/10"],
    ]);
  });

  test("fixed points count by the least order they are given for, but not those given once in a life", () => {
    const award = fixed(600);
    expect(share([rule("one", { award, when: { orderAtLeast: 1000 } })])).toEqual([
      ["return-above-policy", "3/5"],
    ]);
    expect(
      share([rule("one", { award, when: { orderAtLeast: 1000, firstPurchase: true } })]),
    ).toEqual([]);
    expect(share([rule("one", { award })])).toEqual([]);
  });

  test("a point is worth what it pays or buys at the most, else its stated value in the programme's currency", () => {
    const earning = [rule("one", { award: perAmount(1, 2) })];
    const voucher = { id: "v", form: "voucher", cost: 10, amount: 30 } as const;
    expect(share(earning, { rewards: [voucher] })).toEqual([["return-above-spend", "3/2"]]);
    expect(share(earning, { rewards: [{ ...voucher, memberLimit: 1 }] })).toEqual([
      ["return-above-policy", "1/2"],
    ]);
    const valued = (currency: "GBP" | "EUR") => ({
      kinds: [
        { id: "points", purpose: "redeemable", value: { points: 1, amount: 4, currency } } as const,
      ],
      redemption: { kinds: ["points"], reservationMinutes: 30 },
    });
    expect(share(earning, valued("GBP"))).toEqual([["return-above-spend", "2"]]);
    expect(share(earning, valued("EUR"))).toEqual([]);
  });

  test("the finding names the best tier and day with the rules that apply", () => {
    const june = { from: plainDate("2026-06-01"), through: plainDate("2026-06-30") };
    const gold = times("gold", 2, { when: { tiers: ["silver"] }, ...june });
    const [finding] = find({
      earning: [rule("base", { award: perAmount(60, 100) }), gold],
      tiers: TIERS,
    });
    expect(finding?.params).toEqual({
      ...{ share: "6/5", percent: 120, rules: "base, gold" },
      ...{ tier: "silver", day: "2026-06-01" },
    });
  });
});

describe("LOY-3: earn-on-burn loops", () => {
  test("what is paid by points earns again: a warning, an error where all of it comes back", () => {
    const found = (paidByPoints: "earns" | "does-not-earn", points: number) =>
      find(
        {
          earning: [rule("one", { award: perAmount(points, 100) })],
          earningPolicy: { ...DEFAULT_EARNING_POLICY, paidByPoints },
        },
        "points-paid-earn",
      ).map(({ severity, params }) => [severity, params["share"]]);
    expect(found("does-not-earn", 100)).toEqual([]);
    expect(found("earns", 1)).toEqual([["warning", "1/100"]]);
    expect(found("earns", 99)).toEqual([["warning", "99/100"]]);
    expect(found("earns", 100)).toEqual([["error", "1"]]);
  });

  test("a voucher earns: an error where it earns what it cost", () => {
    const found = (amount: number, form: "voucher" | "product" = "voucher") =>
      find(
        {
          earning: [rule("one", { award: perAmount(10, 100) })],
          rewards: [
            form === "voucher" ? { id: "v", form, cost: 50, amount } : { id: "v", form, cost: 50 },
          ],
        },
        "voucher-earns",
      ).map(({ severity, params }) => [severity, params["earned"]]);
    expect(found(499)).toEqual([["warning", "499/10"]]);
    // A voucher of 5.00 for 50 points: then every point buys 10 pence.
    expect(found(500)).toEqual([["error", "50"]]);
    expect(found(500, "product")).toEqual([]);
  });

  test("a partner that takes points and issues dearer ones gives a gain, one for one", () => {
    const value = (amount: number) => ({ value: { points: 1, amount, currency: "GBP" } as const });
    const found = (amount: number) =>
      find({
        kinds: [...SOUND.kinds, { id: "stars", purpose: "partner", ...value(amount) }],
        partners: [{ id: "bank", accepts: ["points", "stars"], issues: ["stars"] }],
      }).map(({ code, params }) => [code, params["from"], params["to"]]);
    expect(found(2)).toEqual([["partner-converts-at-a-gain", "points", "stars"]]);
    expect(found(1)).toEqual([]);
  });
});

describe("LOY-3: time", () => {
  test("days without a rule between the windows of a kind are a gap", () => {
    const window = (from: string | undefined, through: string | undefined) => ({
      ...(from !== undefined && { from: plainDate(from) }),
      ...(through !== undefined && { through: plainDate(through) }),
    });
    const gaps = (...windows: readonly (readonly [from: string | undefined, through?: string])[]) =>
      find({
        earning: windows.map(([from, through], n) => rule(`r${n}`, window(from, through))),
      }).map(({ code, where, params }) => [code, where, params]);
    const params = { kind: "points", from: "2026-02-01", through: "2026-02-02", days: 2 };
    const gap = ["earning-gap", "kinds[0]", params];
    expect(gaps([undefined, "2026-01-31"], ["2026-02-03"])).toEqual([gap]);
    expect(gaps(["2026-02-03"], ["2026-01-01", "2026-01-31"])).toEqual([gap]);
    expect(gaps([undefined, "2026-02-02"], ["2026-02-03"])).toEqual([]);
    expect(gaps([undefined, "2026-12-31"], ["2026-01-01", "2026-01-31"], ["2026-03-01"])).toEqual(
      [],
    );
    expect(gaps(["2026-01-01", "2026-01-31"])).toEqual([]);
  });

  test("points that expire before they are active", () => {
    const after = { kind: "after-days", days: 30 } as const;
    const found = (days: number, through?: "month") =>
      find({
        kinds: [
          {
            ...{ id: "points", purpose: "redeemable", activation: after },
            expiry: { kind: "rolling", count: days, unit: "days", ...(through && { through }) },
          },
        ],
      }).map(({ code, severity, where, params }) => [code, severity, where, params["lastsDays"]]);
    const at = "kinds[0]";
    expect(found(29)).toEqual([["expires-before-active", "error", at, 29]]);
    // Through the last day is inclusive: one day is left to spend them.
    expect(found(30)).toEqual([]);
    expect(found(20, "month")).toEqual([["expires-before-active", "warning", at, 20]]);
    const ofRule = find({
      earning: [
        rule("slow", { activation: after, expiry: { kind: "rolling", count: 3, unit: "days" } }),
      ],
    });
    expect(ofRule.map(({ code, where }) => [code, where])).toEqual([
      ["expires-before-active", "earning[0]"],
    ]);
  });

  test("qualifying points that expire while they still count", () => {
    const found = (
      expiry: NonNullable<LoyaltyProgrammeDefinition["kinds"][number]["expiry"]>,
      period: TierPolicy["period"],
    ) =>
      find({
        kinds: [...SOUND.kinds, { id: "miles", purpose: "qualifying", expiry }],
        earning: [rule("base"), rule("mile", { kind: "miles" })],
        tiers: tiers({ all: [{ metric: "points", atLeast: 10 }] }, undefined, {
          ...{ qualifyingKind: "miles", period },
        }),
      }).map(({ code, params }) => [code, params["earnedOn"], params["countsThrough"]]);
    const year = { kind: "calendar-year" } as const;
    expect(found({ kind: "yearly", month: 12, day: 31 }, year)).toEqual([]);
    expect(found({ kind: "yearly", month: 11, day: 30 }, year)).toEqual([
      ["qualifying-kind-expires-early", "2027-01-01", "2027-12-31"],
    ]);
    const april = { kind: "calendar-year", startMonth: 4 } as const;
    expect(found({ kind: "yearly", month: 3, day: 31 }, april)).toEqual([]);
    expect(
      found({ kind: "rolling", count: 12, unit: "months" }, { kind: "rolling", months: 12 }),
    ).toEqual([]);
    expect(
      found({ kind: "rolling", count: 11, unit: "months" }, { kind: "anniversary-year" }),
    ).toHaveLength(1);
    expect(
      found({ kind: "rolling", count: 99, unit: "months" }, { kind: "lifetime" }),
    ).toHaveLength(1);
    expect(found({ kind: "never" }, { kind: "lifetime" })).toEqual([]);
  });
});

describe("LOY-3: kinds and rewards", () => {
  test("a kind nothing issues, and one nothing takes", () => {
    const codes = (said: Partial<LoyaltyProgrammeDefinition>) => find(said).map(({ code }) => code);
    expect(codes({ earning: [] })).toEqual(["kind-never-issued"]);
    const referral = { kind: "points", referrerPoints: 1, friendPoints: 1 };
    expect(codes({ earning: [], referral })).toEqual([]);
    expect(codes({ redemption: { kinds: ["points"], reservationMinutes: 30 } })).toEqual([
      "kind-never-spent",
    ]);
    const partners = [{ id: "bank", issues: [], accepts: ["points"] }];
    expect(codes({ redemption: { kinds: ["points"], reservationMinutes: 30 }, partners })).toEqual(
      [],
    );
    const kinds = [...SOUND.kinds, { id: "miles", purpose: "qualifying" } as const];
    const earning = [rule("base"), rule("mile", { kind: "miles" })];
    expect(codes({ kinds, earning })).toEqual(["kind-never-counts"]);
    const counted = tiers({ any: [{ metric: "points", atLeast: 9 }] }, undefined, {
      qualifyingKind: "miles",
    });
    expect(codes({ kinds, earning, tiers: counted })).toEqual([]);
  });

  test("a reward that costs more than caps and expiry leave a member to hold", () => {
    const found = (
      cost: number,
      per: "ever" | "month",
      said: Partial<LoyaltyProgrammeDefinition> = {},
    ) =>
      find(
        {
          rewards: [{ id: "tv", form: "product", cost }],
          earningPolicy: {
            ...DEFAULT_EARNING_POLICY,
            caps: [{ kind: "points", per, points: 100 }],
          },
          kinds: [
            {
              ...{ id: "points", purpose: "redeemable" },
              expiry: { kind: "rolling", count: 28, unit: "days" },
            },
          ],
          ...said,
        },
        "reward-unaffordable",
      ).map(({ params }) => params);
    expect(found(101, "ever")).toEqual([{ reward: "tv", cost: 101, most: 100 }]);
    expect(found(100, "ever")).toEqual([]);
    // 28 days touch two months.
    expect(found(201, "month")).toEqual([{ reward: "tv", cost: 201, most: 200 }]);
    expect(found(200, "month")).toEqual([]);
    expect(found(201, "month", { kinds: SOUND.kinds })).toEqual([]);
    const referral = { kind: "points", referrerPoints: 1, friendPoints: 1 };
    expect(found(101, "ever", { referral })).toEqual([]);
  });

  test("rewards without redemption, or for a tier nobody reaches", () => {
    const reward = { id: "tv", form: "product", cost: 5 } as const;
    const codes = lintProgramme(loyaltyProgramme({ ...WITHOUT_REDEMPTION, rewards: [reward] })).map(
      ({ code }) => code,
    );
    expect(codes).toContain("reward-not-redeemable");
    const kinds = [...SOUND.kinds, { id: "miles", purpose: "qualifying" } as const];
    const hard = tiers({ all: [{ metric: "points", atLeast: 9 }] }, undefined, {
      qualifyingKind: "miles",
    });
    const found = (fromTier: string) =>
      find({ kinds, tiers: hard, rewards: [{ ...reward, fromTier }] }, "reward-tier-unreachable");
    expect(found("silver")).toHaveLength(1);
    expect(found("blue")).toEqual([]);
  });
});
