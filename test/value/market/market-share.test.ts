import { explain, type Trace } from "goodwill/shared";
import {
  marketShare,
  marketShareChange,
  marketShareComponents,
  type MarketFigures,
  type MarketShareFactors,
  VALUE_SENTENCES,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../golden/value-market.json" with { type: "json" };

const NAMES = [
  "customerPenetration",
  "customerLoyalty",
  "customerSelectivity",
  "priceSelectivity",
] as const;
const NONE = {
  customerPenetration: 0,
  customerLoyalty: 0,
  customerSelectivity: 0,
  priceSelectivity: 0,
};

function sumOf({ parts = [] }: Trace): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

describe("market share", () => {
  test("VAL-6: the product of penetration, loyalty, customer selectivity and price selectivity, with its factors", () => {
    const { share, trace } = marketShare({
      customerPenetration: 0.5,
      customerLoyalty: 0.5,
      customerSelectivity: 0.75,
      priceSelectivity: 1.25,
    });
    expect(share).toBe(0.234375);
    expect(explain(trace, VALUE_SENTENCES)).toBe(
      [
        "Market share: 0.234375, the product of:",
        "  Customer penetration: 0.5.",
        "  Customer loyalty: 0.5.",
        "  Customer selectivity: 0.75.",
        "  Price selectivity: 1.25.",
      ].join("\n"),
    );
  });

  test("VAL-6: factors that do not belong to one market are refused", () => {
    const one = {
      customerPenetration: 1,
      customerLoyalty: 1,
      customerSelectivity: 1,
      priceSelectivity: 1,
    };
    expect(marketShare(one).share).toBe(1);
    expect(() => marketShare({ ...one, customerPenetration: 60 })).toThrow(
      "Cannot find a market share: customerPenetration must be a share from 0 to 1, got 60",
    );
    expect(() => marketShare({ ...one, customerLoyalty: 1.1 })).toThrow(
      "customerLoyalty must be a share",
    );
    expect(() => marketShare({ ...one, priceSelectivity: -1 })).toThrow(
      "priceSelectivity must be a number of 0 to 1e12, got -1",
    );
    expect(() => marketShare({ ...one, customerSelectivity: NaN })).toThrow("got NaN");
    expect(() => marketShare({ ...one, priceSelectivity: 1.1 })).toThrow(
      "must not be above 1, got 1.1",
    );
    expect(() => marketShareChange(one, { ...one, priceSelectivity: 1.1 })).toThrow(
      "Cannot explain a change of market share",
    );
  });

  const figures: MarketFigures = {
    ownCustomers: 200,
    allCustomers: 1000,
    ownUnits: 600,
    ownCustomersUnits: 1500,
    allUnits: 5000,
    ownSales: 7500,
    allSales: 50_000,
  };

  test("VAL-6: the factors of a market whose product is its share", () => {
    const found = marketShareComponents(figures);
    // 200 / 1000; 600 / 1500; (1500 / 200) / (5000 / 1000); (7500 / 600) / (50000 / 5000); share 7500 / 50000
    expect(found).toEqual({
      ok: true,
      value: {
        customerPenetration: 0.2,
        customerLoyalty: 0.4,
        customerSelectivity: 1.5,
        priceSelectivity: 1.25,
      },
    });
    expect(found.ok && marketShare(found.value).share).toBeCloseTo(0.15, 15);
  });

  test("VAL-6: without a market or purchases from us there are no factors", () => {
    expect(marketShareComponents({ ...figures, ownSales: 0, allSales: 0 })).toEqual({
      ok: false,
      error: { code: "no-market" },
    });
    expect(marketShareComponents({ ...figures, ownUnits: 0, ownSales: 0 })).toEqual({
      ok: false,
      error: { code: "no-own-purchases" },
    });
  });

  test("VAL-6: figures that contradict each other are refused", () => {
    const make = (given: Partial<MarketFigures>) => () =>
      marketShareComponents({ ...figures, ...given });
    expect(make({ ownCustomers: 1001 })).toThrow(
      "ownCustomers must not exceed allCustomers, got 1001 and 1000",
    );
    expect(make({ ownUnits: 1501 })).toThrow("ownUnits must not exceed ownCustomersUnits");
    expect(make({ ownCustomersUnits: 5001 })).toThrow("ownCustomersUnits must not exceed allUnits");
    expect(make({ ownSales: 50_001 })).toThrow("ownSales must not exceed allSales");
    expect(make({ allUnits: NaN })).toThrow("allUnits must be a number of at least 0, got NaN");
    expect(make({ ownCustomers: 0 })).toThrow("600 units of 0 customers");
    expect(make({ ownUnits: 0 })).toThrow("7500 for 0 units");
  });

  test("VAL-6: whatever the figures, the product of the factors is the share of sales", () => {
    const count = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(count, { minLength: 7, maxLength: 7 }), ([a, b, c, d, e, f, g]) => {
        const given = {
          ownCustomers: a!,
          allCustomers: a! + b!,
          ownUnits: c!,
          ownCustomersUnits: c! + d!,
          allUnits: c! + d! + e!,
          ownSales: f!,
          allSales: f! + g!,
        };
        const found = marketShareComponents(given);
        const share = given.ownSales / given.allSales;
        expect(found.ok && Math.abs(marketShare(found.value).share / share - 1)).toBeLessThan(
          1e-14,
        );
      }),
    );
  });
});

describe("a change of market share", () => {
  test.each(golden.cases)(
    "VAL-6: the parts are the mean effects over all 24 orders, case %#",
    (one) => {
      const { change, parts } = marketShareChange(one.before, one.after);
      expect(change).toBeCloseTo(one.change, 14);
      for (const name of NAMES) expect(parts[name]).toBeCloseTo(one.parts[name], 14);
    },
  );

  test("VAL-6: a share that stays has parts that cancel, and the trace says what each factor did", () => {
    const before = {
      customerPenetration: 0.5,
      customerLoyalty: 0.25,
      customerSelectivity: 1,
      priceSelectivity: 1,
    };
    const found = marketShareChange(before, {
      ...before,
      customerPenetration: 0.25,
      customerLoyalty: 0.5,
    });
    expect(found.change).toBe(0);
    expect(found.parts).toEqual({
      ...NONE,
      customerPenetration: -0.09375,
      customerLoyalty: 0.09375,
    });
    expect(explain(found.trace, VALUE_SENTENCES).split("\n").slice(0, 2)).toEqual([
      "The market share changed by 0, from 0.125 to 0.125; by:",
      "  Customer penetration, from 0.5 to 0.25: -0.09375.",
    ]);
    expect(marketShareChange(NONE, NONE)).toMatchObject({
      before: 0,
      after: 0,
      change: 0,
      parts: NONE,
    });
  });

  const factor = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
  const index = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 50, noNaN: true }));
  const factors = fc
    .record({
      customerPenetration: factor,
      customerLoyalty: factor,
      customerSelectivity: index,
      priceSelectivity: index,
    })
    .filter((one) => NAMES.reduce((product, name) => product * one[name], 1) <= 1);

  test("VAL-6: the parts add up to the change to the last digit, factors of 0 included", () => {
    fc.assert(
      fc.property(factors, factors, (before, after) => {
        const found = marketShareChange(before, after);
        expect(sumOf(found.trace)).toBe(found.change);
        expect(NAMES.reduce((sum, name) => sum + found.parts[name], 0)).toBe(found.change);
        expect(found.before + found.change).toBe(found.after);
        const sizes = [...NAMES.map((name) => Math.abs(found.parts[name])), 1];
        const slack = 1e-14 * Math.max(...sizes);
        expect(Math.abs(found.before - marketShare(before).share)).toBeLessThanOrEqual(slack);
        expect(Math.abs(found.after - marketShare(after).share)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  test("VAL-6: backwards the parts change sign, and a factor that stayed has none", () => {
    fc.assert(
      fc.property(factors, factors, fc.constantFrom(...NAMES), (before, after, name) => {
        const there = marketShareChange(before, after).parts;
        const back = marketShareChange(after, before).parts;
        for (const one of NAMES) expect(there[one] + back[one]).toBeCloseTo(0, 9);
        const mixed: MarketShareFactors = { ...after, [name]: before[name] };
        if (NAMES.reduce((product, one) => product * mixed[one], 1) > 1) return;
        expect(Math.abs(marketShareChange(before, mixed).parts[name])).toBe(0);
      }),
    );
  });
});
