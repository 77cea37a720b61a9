import { explain } from "goodwill/shared";
import {
  DEFAULT_PORTFOLIO_POLICY,
  portfolioClasses,
  type ClassifiedCustomer,
  type PortfolioCustomer,
  VALUE_SENTENCES,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../golden/value-portfolio.json" with { type: "json" };
import { masterSpend } from "./master-spend.js";

const REVENUE = { criteria: [{ name: "revenue", weight: 1 }] };
const master = masterSpend();

function byRevenue(revenues: Readonly<Record<string, number>>): PortfolioCustomer[] {
  return Object.entries(revenues).map(([customer, revenue]) => ({
    customer,
    figures: { revenue },
  }));
}

function classesById(customers: readonly ClassifiedCustomer[]): Record<string, string> {
  return Object.fromEntries(customers.map((one) => [one.customer, one.class]));
}

describe.skipIf(master === undefined)("the CDNOW master log (skipped without data/value)", () => {
  test("VAL-1: classes by spend have the customers and the cents of the reference", () => {
    const rows = [...master!].map(([customer, revenue]) => ({ customer, figures: { revenue } }));
    const { customers, classes, rejected } = portfolioClasses(rows, REVENUE);
    expect(rejected).toEqual([]);
    expect(customers).toHaveLength(golden.customers);
    expect(
      classes.map(({ name, customers: count, figures }) => [name, count, figures["revenue"]]),
    ).toEqual(
      Object.entries(golden.classes).map(([name, one]) => [name, one.customers, one.cents]),
    );
    expect(customers.slice(0, 5).map((one) => [one.customer, one.parts[0]?.figure])).toEqual(
      golden.first,
    );
    expect(customers.filter(({ score }) => score === 0)).toHaveLength(golden.zeroSpend);
    expect(classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe("classes of a portfolio", () => {
  test("VAL-1: the customer who crosses the line belongs to the better class, one who begins on it to the next", () => {
    const { customers, classes } = portfolioClasses(
      byRevenue({ d: 5, c: 15, b: 30, a: 50 }),
      REVENUE,
    );
    expect(customers.map((one) => [one.customer, one.class, one.rank, one.shareBefore])).toEqual([
      ["a", "A", 1, 0],
      ["b", "A", 2, 0.5],
      ["c", "B", 3, 0.8],
      ["d", "C", 4, 0.95],
    ]);
    expect(classes).toEqual([
      { name: "A", customers: 2, customerShare: 0.5, share: 0.8, figures: { revenue: 80 } },
      { name: "B", customers: 1, customerShare: 0.25, share: 0.15, figures: { revenue: 15 } },
      { name: "C", customers: 1, customerShare: 0.25, share: 0.05, figures: { revenue: 5 } },
    ]);
    expect(explain(customers[2]!.reasons[0]!, VALUE_SENTENCES)).toBe(
      "c is in class B: 3 by score, those before hold 0.8 of the value, and the class ends at 0.95.",
    );
  });

  test("VAL-1: by rank, classes are shares of the customers", () => {
    const policy = {
      ...REVENUE,
      by: "rank-share" as const,
      classes: [
        { name: "top", untilShare: 0.25 },
        { name: "rest", untilShare: 1 },
      ],
    };
    const { customers } = portfolioClasses(byRevenue({ d: 5, c: 15, b: 30, a: 50 }), policy);
    expect(classesById(customers)).toEqual({ a: "top", b: "rest", c: "rest", d: "rest" });
    expect(explain(customers[1]!.reasons[0]!, VALUE_SENTENCES)).toBe(
      "b is in class rest: 2 by score, those before are 0.25 of the customers, and the class ends at 1.",
    );
  });

  test("VAL-1: equals stand by id, so that the order given does not matter", () => {
    const rows = byRevenue({ d: 10, b: 10, a: 10, c: 10 });
    expect(portfolioClasses(rows, REVENUE).customers.map(({ customer }) => customer)).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
  });

  test("VAL-1: criteria are divided by their means and weighted; the parts add up to the score", () => {
    // means: revenue 200, length 4, income 50, collaboration 2
    const rows = [
      { customer: "x", figures: { revenue: 300, length: 2, income: 25, collaboration: 4 } },
      { customer: "y", figures: { revenue: 100, length: 6, income: 75, collaboration: 0 } },
    ];
    const { customers, classes } = portfolioClasses(rows);
    // x: 0.4 x 1.5 + 0.2 x 0.5 + 0.2 x 0.5 + 0.2 x 2 = 1.2; y: 0.4 x 0.5 + 0.2 x 1.5 + 0.2 x 1.5 + 0 = 0.8
    expect(customers.map(({ score }) => score.toFixed(12))).toEqual([
      "1.200000000000",
      "0.800000000000",
    ]);
    expect(customers[0]!.parts.map(({ criterion, index }) => [criterion, index])).toEqual([
      ["revenue", 1.5],
      ["length", 0.5],
      ["income", 0.5],
      ["collaboration", 2],
    ]);
    expect(customers[0]!.share).toBeCloseTo(0.6, 12);
    expect(classes[0]!.figures).toEqual({ revenue: 400, length: 8, income: 100, collaboration: 4 });
  });

  test("VAL-1: ranks instead of figures keep one huge figure from deciding; equals share their mean rank", () => {
    const rows = byRevenue({ a: 1_000_000, b: 20, c: 20, d: 10 });
    const { customers } = portfolioClasses(rows, { ...REVENUE, scale: "rank" });
    // ranks 4, 2.5, 2.5, 1 with mean 2.5
    expect(customers.map(({ score }) => score)).toEqual([1.6, 1, 1, 0.4]);
    expect(customers.map((one) => one.class)).toEqual(["A", "A", "A", "B"]);
  });

  test("VAL-1: the weight of an unknown figure is spread over the known ones, and is said", () => {
    const criteria = [
      { name: "revenue", weight: 3 },
      { name: "income", weight: 1 },
      { name: "whim", weight: 0 },
    ];
    const rows = [
      { customer: "x", figures: { revenue: 300 } },
      { customer: "y", figures: { revenue: 100, income: 5, whim: 1 } },
    ];
    const { customers } = portfolioClasses(rows, { criteria });
    expect(customers[0]).toMatchObject({ customer: "x", score: 1.5 });
    expect(customers[0]!.parts).toEqual([
      { criterion: "revenue", figure: 300, index: 1.5, weight: 1, part: 1.5 },
    ]);
    expect(explain(customers[0]!.reasons[1]!, VALUE_SENTENCES)).toBe(
      "income of x is unknown: its weight is spread over the criteria that are known.",
    );
    expect(customers[1]!.score).toBe(0.75 * 0.5 + 0.25);
  });

  test("VAL-1: customers that cannot be judged are handed back with what is wrong", () => {
    const rows = [
      ...byRevenue({ a: 1, " ": 1, b: -1, c: NaN }),
      ...byRevenue({ a: 2 }),
      { customer: "d", figures: { income: 3 } },
    ];
    const { customers, rejected } = portfolioClasses(rows, REVENUE);
    expect(customers.map((one) => [one.customer, one.parts[0]!.figure])).toEqual([["a", 1]]);
    expect(
      rejected.map(({ index, issues }) => [index, issues[0]!.path, issues[0]!.message]),
    ).toEqual([
      [1, "customer", "must not be blank"],
      [2, "figures.revenue", "must be a number of at least 0, at most 2^53 - 1, got -1"],
      [3, "figures.revenue", "must be a number of at least 0, at most 2^53 - 1, got NaN"],
      [4, "customer", '"a" is given twice'],
      [5, "figures", "no figure that counts is known"],
    ]);
  });

  test("VAL-1: without value everybody is in the last class; without customers classes are empty", () => {
    const { customers } = portfolioClasses(byRevenue({ a: 0, b: 0 }), REVENUE);
    expect(customers.map((one) => [one.class, one.share, one.score])).toEqual([
      ["C", 0, 0],
      ["C", 0, 0],
    ]);
    expect(
      portfolioClasses([]).classes.map((one) => [one.customers, one.customerShare, one.share]),
    ).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("VAL-1: a policy that cannot be applied is refused", () => {
    const { classes } = DEFAULT_PORTFOLIO_POLICY;
    const none = (policy: object) => () => portfolioClasses([], policy);
    expect(none({ criteria: [] })).toThrow("at least one criterion is needed");
    expect(none({ criteria: [{ name: "a", weight: -1 }] })).toThrow(
      "the weight of a must be a number of 0 to 1e9, got -1",
    );
    expect(none({ criteria: [{ name: "a", weight: 0 }] })).toThrow("not all weights may be 0");
    expect(none({ criteria: [...REVENUE.criteria, ...REVENUE.criteria] })).toThrow('got "revenue"');
    expect(none({ classes: classes.slice(0, 2) })).toThrow(
      "the last class must end at 1, got 0.95",
    );
    expect(none({ classes: [classes[1], classes[0], classes[2]] })).toThrow(
      "class A must end above 0.95",
    );
    expect(none({ classes: [] })).toThrow("at least one class");
    expect(none({ scale: "log" })).toThrow("got log");
    expect(none({ by: "luck" })).toThrow("got luck");
  });

  test("VAL-1: classes depend neither on the order of rows nor on units; shares and counts add up", () => {
    const figures = fc.record(
      { revenue: fc.nat(1000), length: fc.nat(20), income: fc.nat(9) },
      { requiredKeys: ["revenue"] },
    );
    const rows = fc
      .dictionary(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), figures, { minKeys: 1 })
      .map((entries) =>
        Object.entries(entries).map(([customer, one]) => ({ customer, figures: one })),
      );
    const scale = fc.constantFrom("mean" as const, "rank" as const);
    const by = fc.constantFrom("value-share" as const, "rank-share" as const);
    fc.assert(
      fc.property(rows, scale, by, (given, scaled, sharedBy) => {
        const policy = { scale: scaled, by: sharedBy };
        const found = portfolioClasses(given, policy);
        const turned = portfolioClasses(given.toReversed(), policy);
        expect(turned).toEqual(found);
        const { customers, classes } = found;
        expect(customers).toHaveLength(given.length);
        expect(classes.reduce((sum, one) => sum + one.customers, 0)).toBe(given.length);
        const total = customers.reduce((sum, { share }) => sum + share, 0);
        expect(total === 0 || Math.abs(total - 1) < 1e-12).toBe(true);
        customers.forEach((one, i) => {
          expect(one.rank).toBe(i + 1);
          expect(one.parts.reduce((sum, { part }) => sum + part, 0)).toBe(one.score);
          expect(one.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
          const next = customers[i + 1];
          if (next !== undefined)
            expect(one.class <= next.class && one.score >= next.score).toBe(true);
        });
        const cents = given.map((one) => ({
          ...one,
          figures: { ...one.figures, revenue: 128 * one.figures.revenue },
        }));
        expect(classesById(portfolioClasses(cents, policy).customers)).toEqual(
          classesById(customers),
        );
      }),
    );
  });
});
