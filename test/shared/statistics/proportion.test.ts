import { compareProportions, wilsonInterval } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("wilsonInterval", () => {
  it.each([
    // golden: funnel and satisfaction figures computed with R 4.2.2 and numpy
    { count: 5400, n: 12_000, lower: 0.4411162824738763, upper: 0.4589157194384605 },
    { count: 612, n: 780, lower: 0.7544081513040529, upper: 0.8120329255279982 },
    { count: 120, n: 800, lower: 0.126931864377082, upper: 0.176413348966891 },
  ])("of $count in $n agrees with the reference", ({ count, n, lower, upper }) => {
    const interval = wilsonInterval({ count, n });
    expect(interval.lower).toBeCloseTo(lower, 12);
    expect(interval.upper).toBeCloseTo(upper, 12);
  });

  it("holds the share, stays within 0 to 1 and widens with the level", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, portion) => {
          const count = Math.round(portion * n);
          const { lower, upper } = wilsonInterval({ count, n });
          const wide = wilsonInterval({ count, n }, { level: 0.99 });
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(count / n);
          expect(upper).toBeGreaterThanOrEqual(count / n);
          expect(wide.lower).toBeLessThanOrEqual(lower);
          expect(wide.upper).toBeGreaterThanOrEqual(upper);
        },
      ),
    );
  });

  it("mirrors: the interval of those that do not count is one minus that of those that do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, some) => {
        const count = some % (n + 1);
        const interval = wilsonInterval({ count, n });
        const mirrored = wilsonInterval({ count: n - count, n });
        expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 12);
      }),
    );
  });

  it("counts that cannot be are refused", () => {
    expect(() => wilsonInterval({ count: 1, n: 0 })).toThrow(
      new RangeError(
        "Cannot make the interval of a share: n must be a whole number of at least 1, got 0",
      ),
    );
    expect(() => wilsonInterval({ count: 6, n: 5 })).toThrow(
      new RangeError(
        "Cannot make the interval of a share: count must be a whole number from 0 to 5, got 6",
      ),
    );
    expect(() => wilsonInterval({ count: 0.5, n: 5 })).toThrow(RangeError);
    expect(() => wilsonInterval({ count: 1, n: 5 }, { level: 1 })).toThrow(
      "Cannot make the interval of a share: a confidence level must lie between 0 and 1, got 1",
    );
  });
});

describe("compareProportions", () => {
  it("agrees with the reference: 54 against 66 of 400", () => {
    // R 4.2.2: chi-square 1.411764705882, times (N - 1) / N = 1.41, p = .235056393239339
    const { difference, chiSquare, p } = compareProportions(
      { count: 54, n: 400 },
      { count: 66, n: 400 },
    );
    expect(difference).toBeCloseTo(0.03, 12);
    expect(chiSquare).toBeCloseTo(1.41, 10);
    expect(p).toBeCloseTo(0.235056393239339, 10);
  });

  it("agrees with Newcombe's published interval: 56/70 against 48/80 is 0.0524 to 0.3339", () => {
    const { interval } = compareProportions({ count: 48, n: 80 }, { count: 56, n: 70 });
    expect(interval.lower).toBeCloseTo(0.0524, 4);
    expect(interval.upper).toBeCloseTo(0.3339, 4);
  });

  it("counts and levels that cannot be are refused by the comparison's own name", () => {
    const five = { count: 3, n: 5 };
    expect(() => compareProportions(five, { count: 6, n: 5 })).toThrow(
      "Cannot compare two shares: count must be a whole number from 0 to 5, got 6",
    );
    expect(() => compareProportions({ count: 0, n: -1 }, five)).toThrow(
      "Cannot compare two shares: n must be a whole number of at least 1, got -1",
    );
    expect(() => compareProportions(five, five, { level: 95 })).toThrow(
      "Cannot compare two shares: a confidence level must lie between 0 and 1, got 95",
    );
  });

  it("two shares of nothing do not differ", () => {
    expect(compareProportions({ count: 0, n: 5 }, { count: 0, n: 9 })).toMatchObject({
      difference: 0,
      chiSquare: 0,
      p: 1,
    });
  });
});
