import fc from "fast-check";
import { money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import {
  allocateRevenue,
  standAlonePointsPrice,
} from "../../../src/loyalty/accounting/revenue-allocation.js";
import { recogniseRevenue } from "../../../src/loyalty/accounting/revenue-recognition.js";
import type { RedemptionPeriod } from "../../../src/loyalty/accounting/revenue-recognition.js";

const ONE_A_POINT = { points: 1, amount: 1, currency: "JPY" } as const;

/** IFRS 15, example 52 (IE267 to IE270), in currency units without a minor unit. */
const EXAMPLE_52 = [
  { redeemed: 4_500, expected: 9_500 },
  { redeemed: 4_000, expected: 9_700 },
];

const revenues = (periods: ReturnType<typeof recogniseRevenue>): number[] =>
  periods.map(({ revenue }) => revenue.amount);

describe("golden cases of accounting", () => {
  test("A1: the price of example 52 is 91,324 for the goods and 8,676 for the points", () => {
    const points = standAlonePointsPrice(10_000, { value: ONE_A_POINT, expectedShare: 0.95 });
    expect(points).toEqual(money(9_500, "JPY"));
    const standAlone = { goods: money(100_000, "JPY"), points: money(points.amount, "JPY") };
    expect(allocateRevenue(money(100_000, "JPY"), standAlone)).toEqual({
      goods: money(91_324, "JPY"),
      points: money(8_676, "JPY"),
    });
  });

  test("A1: its revenue is 4,110 then 3,493, its liability 4,566 then 1,073", () => {
    const periods = recogniseRevenue(money(8_676, "JPY"), EXAMPLE_52);
    expect(revenues(periods)).toEqual([4_110, 3_493]);
    expect(periods.map(({ liability }) => liability.amount)).toEqual([4_566, 1_073]);
    expect(periods.map(({ redeemedCumulative }) => redeemedCumulative)).toEqual([4_500, 8_500]);
    expect(periods.map(({ recognised }) => recognised.amount)).toEqual([4_110, 7_603]);
  });

  test("A2: revenue is redeemed over expected, never over issued", () => {
    const [first] = recogniseRevenue(money(8_676, "JPY"), EXAMPLE_52);
    // 4,500 of 10,000 issued would be 3,904.
    expect(first?.recognised.amount).toBe(4_110);
    const [all] = recogniseRevenue(money(8_676, "JPY"), [{ redeemed: 9_500, expected: 9_500 }]);
    expect(all?.liability.amount).toBe(0);
  });

  test("A3: the expected rate is revised each period, the difference caught up at once", () => {
    const points = 50_000;
    const standAlone = { goods: money(7_000_000, "USD"), points: money(1_000_000, "USD") };
    const allocated = allocateRevenue(money(7_000_000, "USD"), standAlone).points;
    expect(allocated).toEqual(money(875_000, "USD"));
    const rates = [80, 85, 85, 90];
    const periods = recogniseRevenue(
      allocated,
      [15_000, 7_950, 2_550, 15_000].map((redeemed, index) => ({
        ...{ redeemed, expected: (points * rates[index]!) / 100 },
      })),
    );
    expect(revenues(periods)).toEqual([328_125, 144_375, 52_500, 262_500]);
    // 15,000 of 42,500 instead of 40,000: 308,824 instead of 328,125.
    expect(periods.map(({ catchUp }) => catchUp.amount)).toEqual([0, -19_301, 0, -29_167]);
    const [last] = recogniseRevenue(allocated, [
      ...[15_000, 7_950, 2_550, 15_000].map((redeemed, index) => ({
        ...{ redeemed, expected: (points * rates[index]!) / 100 },
      })),
      { redeemed: 100, expected: 45_000, closes: true },
    ]).slice(-1);
    expect(last?.recognised).toEqual(allocated);
  });
});

describe("allocation", () => {
  test("points that nobody is expected to redeem get nothing", () => {
    const points = standAlonePointsPrice(500, { value: ONE_A_POINT, expectedShare: 0 });
    const standAlone = { goods: money(300, "JPY"), points: money(points.amount, "JPY") };
    expect(allocateRevenue(money(270, "JPY"), standAlone).points.amount).toBe(0);
  });

  test("the price of points alone is rounded once, a tie to the even neighbour", () => {
    const value = { points: 4, amount: 10, currency: "EUR" } as const;
    const priced = (points: number) =>
      standAlonePointsPrice(points, { value, expectedShare: 1 }).amount;
    expect([1, 3].map(priced)).toEqual([2, 8]);
    const share = { points: 1, amount: 1, currency: "EUR" } as const;
    // 0.7 is seven tenths: 3.5 is a tie, which the binary fraction below 0.7 would not be.
    expect(standAlonePointsPrice(5, { value: share, expectedShare: 0.7 }).amount).toBe(4);
  });

  test("the parts sum to the price and are in proportion, for every price", () => {
    const anyAmount = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(
        anyAmount,
        anyAmount,
        fc.integer({ min: 1, max: 1e12 }),
        (price, goods, points) => {
          const standAlone = { goods: money(goods, "EUR"), points: money(points, "EUR") };
          const parts = allocateRevenue(money(price, "EUR"), standAlone);
          expect(parts.goods.amount + parts.points.amount).toBe(price);
          expect(Math.min(parts.goods.amount, parts.points.amount)).toBeGreaterThanOrEqual(0);
          const [left, right] = [
            BigInt(parts.points.amount) * BigInt(goods + points),
            BigInt(price) * BigInt(points),
          ];
          const off = left > right ? left - right : right - left;
          expect(off < BigInt(goods + points)).toBe(true);
        },
      ),
    );
  });

  test.each([
    [money(-1, "EUR"), money(1, "EUR"), money(1, "EUR"), "price.amount must be an integer"],
    [money(1, "EUR"), money(-1, "EUR"), money(1, "EUR"), "goods.amount must be an integer"],
    [money(1, "EUR"), money(1, "EUR"), money(-1, "EUR"), "points.amount must be an integer"],
    [money(1, "EUR"), money(0, "EUR"), money(0, "EUR"), "must be above 0, got 0 and 0"],
    [money(1, "EUR"), money(1, "EUR"), money(1, "USD"), "of points must be EUR, got USD"],
  ])("refuses %o for goods %o and points %o", (price, goods, points, message) => {
    expect(() => allocateRevenue(price, { goods, points } as never)).toThrow(
      new RegExp(`^Cannot allocate revenue: .*${message}`),
    );
  });

  test.each([
    [1.5, 1, 1, 0.5],
    [-1, 1, 1, 0.5],
    [1, 0, 1, 0.5],
    [1, 1, 0, 0.5],
    [1, 1, 1, 1.01],
    [1, 1, 1, -0.01],
    [1, 1, 1, Number.NaN],
  ])("refuses to price %d points worth %d: %d at %d", (points, per, amount, expectedShare) => {
    const value = { points: per, amount, currency: "EUR" } as const;
    expect(() => standAlonePointsPrice(points, { value, expectedShare })).toThrow(
      /^Cannot price points: /,
    );
  });
});

const anyPeriods: fc.Arbitrary<RedemptionPeriod[]> = fc.array(
  fc.record({ redeemed: fc.integer({ min: 0, max: 5000 }), expected: fc.nat({ max: 20_000 }) }),
  { minLength: 1, maxLength: 8 },
);

const anyAllocated = fc.integer({ min: 0, max: 1e14 });

describe("recognition", () => {
  test("recognised and liability always sum to the amount allocated, and neither is negative", () => {
    fc.assert(
      fc.property(anyAllocated, anyPeriods, (amount, periods) => {
        let sum = 0;
        for (const period of recogniseRevenue(money(amount, "EUR"), periods)) {
          const { recognised, liability, revenue } = period;
          expect(recognised.amount + liability.amount).toBe(amount);
          expect(recognised.amount).toBeGreaterThanOrEqual(0);
          expect(liability.amount).toBeGreaterThanOrEqual(0);
          sum += revenue.amount;
          expect(sum).toBe(recognised.amount);
        }
      }),
    );
  });

  test("revenue is never negative while only redemptions grow, and then nothing is caught up", () => {
    fc.assert(
      fc.property(
        anyAllocated,
        anyPeriods,
        fc.nat({ max: 20_000 }),
        (amount, periods, expected) => {
          const steady = periods.map((period) => ({ ...period, expected }));
          for (const { revenue, catchUp } of recogniseRevenue(money(amount, "EUR"), steady)) {
            expect(revenue.amount).toBeGreaterThanOrEqual(0);
            expect(catchUp.amount).toBe(0);
          }
        },
      ),
    );
  });

  test("the period that closes leaves nothing, whatever came before", () => {
    fc.assert(
      fc.property(anyAllocated, anyPeriods, (amount, periods) => {
        const closing = [...periods, { redeemed: 0, expected: 1e9, closes: true } as const];
        const last = recogniseRevenue(money(amount, "EUR"), closing).at(-1)!;
        expect(last.recognised.amount).toBe(amount);
        expect(last.liability.amount).toBe(0);
      }),
    );
  });

  test("how redemptions fall into periods does not change what is recognised in the end", () => {
    const whole = recogniseRevenue(money(999, "EUR"), [{ redeemed: 60, expected: 70 }]);
    const parts = recogniseRevenue(
      money(999, "EUR"),
      [10, 20, 30].map((redeemed) => ({ redeemed, expected: 70 })),
    );
    expect(parts.at(-1)?.recognised).toEqual(whole[0]?.recognised);
  });

  test("more redemptions than were expected recognise all, and never more than all", () => {
    const [period] = recogniseRevenue(money(500, "EUR"), [{ redeemed: 11, expected: 10 }]);
    expect(period?.recognised.amount).toBe(500);
  });

  test("where more redemptions are expected than before, revenue is taken back", () => {
    const [, second] = recogniseRevenue(money(1000, "EUR"), [
      { redeemed: 50, expected: 100 },
      { redeemed: 0, expected: 200 },
    ]);
    expect([second?.revenue.amount, second?.catchUp.amount]).toEqual([-250, -250]);
  });

  test("a closed account stays closed", () => {
    const closing = { redeemed: 1, expected: 10, closes: true } as const;
    const periods = recogniseRevenue(money(100, "EUR"), [closing, { redeemed: 0, expected: 10 }]);
    expect(periods[1]?.recognised.amount).toBe(100);
    expect(periods[1]?.catchUp.amount).toBe(0);
    expect(() => recogniseRevenue(money(100, "EUR"), [closing, closing])).toThrow(
      "Cannot recognise revenue: nothing can be redeemed after a period that closes, got 1 at index 1",
    );
  });

  test.each([
    [-1, 1],
    [1.5, 1],
    [1, -1],
    [1, Number.NaN],
  ])("refuses %d redeemed of %d expected", (redeemed, expected) => {
    expect(() => recogniseRevenue(money(1, "EUR"), [{ redeemed, expected }])).toThrow(
      /^Cannot recognise revenue: periods\[0\]\.\w+ must be an integer of at least 0/,
    );
  });

  test("refuses a negative amount, and sums beyond the safe integers", () => {
    expect(() => recogniseRevenue(money(-1, "EUR"), [])).toThrow(RangeError);
    const most = { redeemed: Number.MAX_SAFE_INTEGER, expected: Number.MAX_SAFE_INTEGER };
    expect(() => recogniseRevenue(money(1, "EUR"), [most, most])).toThrow(
      "Cannot recognise revenue: the points redeemed in all must be an integer of at least 0",
    );
  });
});
