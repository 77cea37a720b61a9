import { earnPoints, type EarningRule } from "goodwill/loyalty";
import { instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { LOYALTY_EARNING_CASES as CASES } from "../../golden/loyalty-earning.js";
import { earn, granted, line, order, programmeOf, rule, times, total } from "./shop.js";

const twoPounds = rule("two", { award: { form: "per-amount", points: 1, per: 200 } });
const fixed = (id: string, points: number, said: Partial<EarningRule> = {}): EarningRule =>
  rule(id, { award: { form: "fixed", points }, ...said });

describe("LOY-3: golden cases of earning", () => {
  test("LOY-3 E1: 19.99 earns 19 and 9 by two rules, 28 in all; one rule doubled earns 38", () => {
    const { E1 } = CASES;
    const occasion = order({ lines: [line("a", E1.basis)] });
    const both = earn([rule("one"), twoPounds], { occasion });
    expect(granted(both)).toEqual({ one: E1.perPound, two: E1.perTwoPounds });
    expect(total(both)).toBe(E1.sum);
    expect(total(earn([rule("one"), times("x2", [2, 1])], { occasion }))).toBe(E1.oneRuleDoubled);
    expect(total(earn([rule("one"), twoPounds, times("x2", [2, 1])], { occasion }))).toBe(56);
  });

  test("LOY-3 E2: 28.5 points become 28, 29 or 29 by policy, rounded once on the total", () => {
    const { E2 } = CASES;
    const rules = [rule("one"), times("half", E2.factor)];
    const by = (rounding: "floor" | "half-up" | "ceiling") => {
      const earned = earn(rules, { policy: { rounding } });
      expect(earned.record.rules.map(({ exact }) => exact)).toEqual(["19", "19/2"]);
      return total(earned);
    };
    expect([by("floor"), by("half-up"), by("ceiling")]).toEqual([E2.floor, E2.halfUp, E2.ceiling]);
  });

  test("LOY-3 E3, E4: only full blocks earn", () => {
    for (const { spend, points, per, earned } of [CASES.E3, CASES.E4]) {
      const occasion = order({ lines: [line("a", spend)] });
      const result = earn([rule("block", { award: { form: "per-amount", points, per } })], {
        occasion,
      });
      expect(total(result)).toBe(earned);
      expect(result.record.notApplied).toEqual(
        earned === 0 ? [{ rule: "block", why: "below-block" }] : [],
      );
    }
  });

  test("LOY-3 E5: multipliers 3 x 5 and 1.5 x 4 give 15 and 6", () => {
    const unit = rule("unit", { award: { form: "per-unit", points: 1 } });
    for (const { units, factor, earned } of CASES.E5) {
      const occasion = order({ lines: [line("a", 100, { quantity: units })] });
      expect(total(earn([unit, times("x", factor)], { occasion }))).toBe(earned);
    }
  });

  test("LOY-3 E8: an order earns on what is paid, by gift card, too", () => {
    const { discounted, paidByGiftCard, earned } = CASES.E8;
    const points = [discounted, paidByGiftCard].map((amount) =>
      total(earn([rule("one")], { occasion: order({ lines: [line("a", amount)] }) })),
    );
    expect(points).toEqual(earned);
  });

  test("LOY-3 E14: an exclusive rule leaves no other of its kind, multipliers included", () => {
    const { fixed: points, priority } = CASES.E14;
    const best = fixed("best", points, { stacking: "exclusive", priority });
    const miles = rule("miles", { kind: "miles" });
    const earned = earn([rule("one"), best, times("x2", [2, 1]), miles]);
    expect(granted(earned)).toEqual({ best: points, miles: 19 });
    expect(earned.record.notApplied).toEqual([
      { rule: "one", why: "beaten-by-rule", by: "best" },
      { rule: "x2", why: "beaten-by-rule", by: "best" },
    ]);
  });

  test("LOY-3 E15: of two exclusive rules the higher priority wins, among equals the first", () => {
    const rules = CASES.E15.map(({ fixed: points, priority }, index) =>
      fixed(`r${String(index)}`, points, { stacking: "exclusive", priority }),
    );
    expect(granted(earn(rules))).toEqual({ r1: 200 });
    const equal = rules.map((one) => ({ ...one, priority: 5 }));
    expect(granted(earn(equal))).toEqual({ r0: 50 });
  });

  test("LOY-3 E16: disabled rules and rules outside their window give nothing", () => {
    const earned = earn([
      rule("off", { disabled: true }),
      rule("later", { from: plainDate("2026-02-14") }),
      rule("over", { through: plainDate("2026-02-12") }),
    ]);
    expect(earned).toMatchObject({ lots: [], capUses: [], record: { rules: [] } });
    expect(earned.record.notApplied).toEqual([
      { rule: "off", why: "disabled" },
      { rule: "later", why: "before-window" },
      { rule: "over", why: "after-window" },
    ]);
    const day = plainDate("2026-02-13");
    expect(total(earn([rule("today", { from: day, through: day })]))).toBe(19);
  });

  test("LOY-3 E17: the breakdown is by rule", () => {
    const { perAmount, fixed: points } = CASES.E17;
    expect(granted(earn([rule("amount"), fixed("gift", points)]))).toEqual({
      amount: perAmount,
      gift: points,
    });
  });
});

describe("LOY-3: the forms of awards", () => {
  const lines = [
    line("a", 1000, { quantity: 2, category: "coffee" }),
    line("b", 500, { product: "cup", quantity: 3 }),
    line("c", 499, { earns: false }),
  ];
  const occasion = order({ lines });

  test("LOY-3: lines that never earn are left out, and the chosen ones are counted together", () => {
    expect(earn([rule("one")], { occasion }).record.rules[0]).toEqual({
      rule: "one",
      kind: "points",
      basis: 1500,
      exact: "15",
      wanted: 15,
      granted: 15,
      lines: { a: 10, b: 5 },
    });
    const halves = order({ lines: [line("a", 150), line("b", 150)] });
    expect(total(earn([rule("one")], { occasion: halves }))).toBe(3);
  });

  test.each([
    [{ products: ["cup"] }, { b: 15 }],
    [{ categories: ["coffee"] }, { a: 10 }],
    [{ exceptProducts: ["cup"] }, { a: 10 }],
    [{ exceptCategories: ["coffee"] }, { b: 15 }],
    [{ products: ["cup", "product-a"], exceptProducts: ["cup"] }, { a: 10 }],
  ])("LOY-3: %j chooses its lines", (choice, expected) => {
    const unit = rule("unit", { award: { form: "per-unit", points: 5 }, lines: choice });
    expect(earn([unit], { occasion }).record.rules[0]?.lines).toEqual(expected);
  });

  test("LOY-3: a rule whose lines are not in the order says so", () => {
    const tea = rule("tea", { lines: { products: ["tea"] } });
    const never = order({ lines: [line("c", 499, { earns: false })] });
    expect(earn([tea], { occasion }).record.notApplied).toEqual([{ rule: "tea", why: "no-lines" }]);
    expect(earn([rule("one")], { occasion: never }).record.notApplied?.[0]?.why).toBe("no-lines");
  });

  test("LOY-3: part of a block counts where a rule says so, and is rounded with the total", () => {
    const award = { form: "per-amount", points: 10, per: 200, blocks: "proportional" } as const;
    const proportional = order({ lines: [line("a", 711)] });
    const by = (rounding: "floor" | "half-up") =>
      earn([rule("part", { award })], { occasion: proportional, policy: { rounding } });
    expect(by("floor").record.rules[0]).toMatchObject({ exact: "711/20", wanted: 35 });
    expect(total(by("half-up"))).toBe(36);
  });

  test("LOY-3: a free line has units but no amount", () => {
    const free = order({ lines: [line("a", 0, { quantity: 2 })] });
    const unit = rule("unit", { award: { form: "per-unit", points: 5 } });
    const earned = earn([unit, fixed("gift", 7)], { occasion: free });
    expect(earned.record.rules.map((one) => one.lines)).toEqual([{ a: 10 }, { a: 7 }]);
  });

  test("LOY-3: an activity earns by its units, or once; it has no amount and no lines", () => {
    const at = instant("2026-02-13T12:00:00Z");
    const activity = { trigger: "review", at, quantity: 3 };
    const rules = [
      rule("unit", { trigger: "review", award: { form: "per-unit", points: 5 } }),
      fixed("once", 7, { trigger: "review" }),
      rule("amount", { trigger: "review" }),
      times("x2", [2, 1], { trigger: "review" }),
      rule("order"),
    ];
    const earned = earn(rules, { occasion: activity });
    expect(granted(earned)).toEqual({ unit: 15, once: 7, x2: 22 });
    expect(earned.record.rules.every(({ lines: split }) => split === undefined)).toBe(true);
    expect(earned.record.notApplied).toEqual([{ rule: "amount", why: "no-lines" }]);
    expect(earned.qualifying).toEqual({});
    expect(total(earn(rules, { occasion: { trigger: "review", at } }))).toBe(24);
  });
});

describe("LOY-3: multipliers", () => {
  const lines = [line("a", 1000), line("b", 500)];
  const occasion = order({ lines });
  const onA = { lines: { products: ["product-a"] } };

  test("LOY-3: a multiplier scales the base rules on its lines only", () => {
    const earned = earn([rule("one"), fixed("gift", 3), times("x2", [2, 1], onA)], { occasion });
    expect(earned.record.rules[2]).toMatchObject({ basis: 12, exact: "12", lines: { a: 12 } });
  });

  test.each([
    ["add", 15 + 15 + 30, [15, 30]],
    ["multiply", 15 * 2 * 3, [15, 60]],
    ["highest", 15 * 3, [30]],
  ] as const)("LOY-3: multipliers 2 and 3 by policy %s", (multipliers, sum, bonuses) => {
    const rules = [rule("one"), times("x2", [2, 1]), times("x3", [3, 1])];
    const earned = earn(rules, { occasion, policy: { multipliers } });
    expect(total(earned)).toBe(sum);
    expect(earned.record.rules.slice(1).map((one) => one.granted)).toEqual(bonuses);
    const why = multipliers === "highest" ? [{ rule: "x2", why: "beaten-by-rule", by: "x3" }] : [];
    expect(earned.record.notApplied).toEqual(why);
  });

  test("LOY-3: the highest multiplier is found line by line", () => {
    const rules = [rule("one"), times("x2", [2, 1]), times("x3", [3, 1], onA)];
    const earned = earn(rules, { occasion, policy: { multipliers: "highest" } });
    expect(earned.record.rules.map((one) => one.lines)).toEqual([
      { a: 10, b: 5 },
      { b: 5 },
      { a: 20 },
    ]);
  });

  test.each([
    ["add", [1, 2], [3, 4], 15 / 4],
    ["add", [1, 4], [1, 4], 0],
    ["add", [1, 2], [2, 1], 22],
    ["multiply", [1, 2], [2, 1], 15],
    ["multiply", [1, 2], [1, 2], 3],
    ["highest", [1, 2], [1, 3], 7],
  ] as const)("LOY-3: by policy %s factors %j and %j take from the base", (how, a, b, sum) => {
    const rules = [rule("one"), times("first", a), times("second", b)];
    const earned = earn(rules, { occasion, policy: { multipliers: how } });
    expect(total(earned)).toBe(Math.floor(sum));
    expect(earned.record.rules.every((one) => one.granted >= 0)).toBe(true);
  });

  test("LOY-3: there is nothing to multiply without a base rule of its kind on its lines", () => {
    const miles = rule("miles", { kind: "miles", lines: { products: ["product-b"] } });
    const earned = earn(
      [miles, times("x2", [2, 1]), times("m2", [2, 1], { kind: "miles", ...onA })],
      {
        occasion,
      },
    );
    expect(granted(earned)).toEqual({ miles: 5 });
    expect(earned.record.notApplied).toEqual([
      { rule: "x2", why: "nothing-to-multiply" },
      { rule: "m2", why: "nothing-to-multiply" },
    ]);
  });
});

describe("LOY-3: groups", () => {
  test("LOY-3: of a group the rule that gives most applies, among equals the higher priority", () => {
    const group = "spring";
    const more = earn([rule("one", { group }), fixed("gift", 25, { group }), twoPounds]);
    expect(granted(more)).toEqual({ gift: 25, two: 9 });
    expect(more.record.notApplied).toEqual([{ rule: "one", why: "beaten-by-rule", by: "gift" }]);
    const equal = [fixed("a", 5, { group }), fixed("b", 5, { group, priority: 1 })];
    expect(granted(earn(equal))).toEqual({ b: 5 });
    expect(granted(earn(equal.map((one) => ({ ...one, priority: 0 }))))).toEqual({ a: 5 });
  });

  test("LOY-3: a multiplier of a group is compared by what it adds to the rules outside", () => {
    const group = "spring";
    const x2 = times("x2", [2, 1], { group });
    expect(granted(earn([rule("one"), fixed("gift", 18, { group }), x2]))).toEqual({
      one: 19,
      x2: 19,
    });
    expect(granted(earn([rule("one"), fixed("gift", 20, { group }), x2]))).toEqual({
      gift: 20,
      one: 19,
    });
  });
});

describe("LOY-3: what is paid by points", () => {
  const lines = [line("a", 1000), line("b", 500)];

  test("LOY-3: reduces all lines in proportion, or not at all by policy", () => {
    const occasion = order({ lines, paidByPoints: 300 });
    expect(earn([rule("one")], { occasion })).toMatchObject({
      record: { rules: [{ basis: 1200, lines: { a: 8, b: 4 } }] },
      qualifying: { spend: 1200, visits: 1 },
    });
    expect(total(earn([rule("one")], { occasion, policy: { paidByPoints: "earns" } }))).toBe(15);
  });

  test("LOY-3: an order wholly paid by points earns nothing", () => {
    const occasion = order({ lines, paidByPoints: 2000 });
    const chosen = { lines: { products: ["product-a"] } };
    const earned = earn([rule("one"), fixed("gift", 5, chosen)], { occasion });
    expect(earned.record.notApplied).toEqual([
      { rule: "one", why: "paid-by-points" },
      { rule: "gift", why: "paid-by-points" },
    ]);
    expect(earned.qualifying).toEqual({ visits: 1 });
  });
});

describe("LOY-3: an order that crosses a tier's threshold", () => {
  const share = (numerator: number, denominator: number) => ({ numerator, denominator });
  const split = {
    tiers: [
      { tier: "silver", share: share(3, 5) },
      { tier: "gold", share: share(2, 5) },
    ],
  };

  test("LOY-3: each tier's rules count by its share, rounded once at the end", () => {
    const rules = [
      rule("one"),
      fixed("gold", 10, { when: { tiers: ["gold"] } }),
      times("half", [3, 2], { when: { tiers: ["gold"] } }),
      times("never", [3, 1], { when: { tiers: ["copper"] } }),
    ];
    const tiers = { tiers: [{ id: "copper" }, { id: "silver" }, { id: "gold" }] };
    const occasion = order({ lines: [line("a", 600), line("b", 400)] });
    const earned = earn(rules, {
      occasion,
      facts: split,
      programme: { tiers: { ...programmeOf([]).tiers!, ...tiers } },
    });
    // Silver: 10. Gold: 10 + 10, and half of both again, 10. 10 + (10 + 10) * 2 / 5 = 18.
    expect(earned.record.rules.map(({ rule: id, exact }) => [id, exact])).toEqual([
      ["one", "10"],
      ["gold", "4"],
      ["half", "4"],
    ]);
    expect(earned.record.tiers).toEqual(["silver", "gold"]);
    expect(earned.record.rules[0]?.lines).toEqual({ a: 6, b: 4 });
    expect(earned.record.notApplied).toEqual([{ rule: "never", why: "wrong-tier" }]);
  });

  test("LOY-3: shares that do not sum to 1 are refused", () => {
    const bad =
      (...shares: [number, number][]) =>
      () =>
        earn([rule("one")], {
          facts: { tiers: shares.map(([up, down]) => ({ tier: "gold", share: share(up, down) })) },
        });
    expect(bad([3, 5])).toThrow(RangeError);
    expect(bad([3, 5], [3, 5])).toThrow("must be above 0 and sum to 1, got 3/5 + 3/5");
    expect(bad([1, 1], [0, 1])).toThrow(RangeError);
    expect(bad([0.5, 1])).toThrow(RangeError);
  });
});

describe("LOY-3: lots, tiers and refusals", () => {
  test("LOY-3: points of one kind and the same terms make one lot", () => {
    const expiry = { kind: "rolling", count: 30, unit: "days" } as const;
    const promo = { expiry, burnPriority: -1 };
    const rules = [rule("one"), fixed("p1", 5, promo), fixed("p2", 6, promo), fixed("gift", 1)];
    expect(earn(rules).lots).toEqual([
      { kind: "points", points: 20, earnedBy: ["one", "gift"] },
      { kind: "points", points: 11, earnedBy: ["p1", "p2"], rules: promo },
    ]);
  });

  test("LOY-3: spend, qualifying points, visits and nights count towards a tier", () => {
    const miles = rule("miles", { kind: "miles" });
    const earned = earn([rule("one"), miles], { occasion: order({ visits: 2, nights: 3 }) });
    expect(earned.qualifying).toEqual({ spend: 1999, points: 19, visits: 2, nights: 3 });
  });

  test("LOY-3: the trace of rules that did not apply can be left out", () => {
    const options = { trace: "applied" } as const;
    const { record } = earn([rule("off", { disabled: true })], { options });
    expect(record).toEqual({ rules: [] });
  });

  test("LOY-3: more than 2^53 - 1 points are refused, and none is lost just below", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const options = { programme: programmeOf([fixed("all", most), fixed("one", 1)]) };
    const refusal = { code: "too-many-points", kind: "points" };
    expect(earnPoints(order(), {}, options)).toEqual({ ok: false, error: refusal });
    const occasion = order({ lines: [line("a", 1), line("b", most - 1)] });
    const penny = rule("penny", { award: { form: "per-amount", points: 1, per: 1 } });
    expect(earn([penny], { occasion }).record.rules[0]).toMatchObject({
      granted: most,
      lines: { a: 1, b: most - 1 },
    });
  });

  test.each([
    [line("a", 0.5), 1],
    [line("a", -1), 1],
    [line("a", NaN), 1],
    [line("a", 1, { quantity: 0 }), 1],
    [line("a", 2 ** 53), 1],
    [line("a", 1), 0],
  ])("LOY-3: amounts and units out of their range are a broken contract: %j", (bad, quantity) => {
    expect(() => earn([rule("one")], { occasion: order({ lines: [bad], quantity }) })).toThrow(
      RangeError,
    );
  });

  test("LOY-3: what is paid by points must be whole", () => {
    expect(() => earn([rule("one")], { occasion: order({ paidByPoints: -1 }) })).toThrow(
      "an integer of at least 0, got -1",
    );
  });

  test("LOY-3: days are those of the programme's zone", () => {
    const monday = rule("monday", { when: { weekdays: [1] } });
    const shanghai = { zone: timeZone("Asia/Shanghai") };
    const occasion = order({ at: instant("2026-02-15T23:30:00Z") });
    expect(total(earn([monday], { occasion, programme: shanghai }))).toBe(19);
    expect(total(earn([monday], { occasion }))).toBe(0);
  });
});
