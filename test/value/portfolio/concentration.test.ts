import { giniIndex, lorenzCurve, topShare } from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../golden/value-portfolio.json" with { type: "json" };
import { masterSpend } from "./master-spend.js";

const master = masterSpend();

describe.skipIf(master === undefined)(
  "the CDNOW master log (skipped where the data are absent)",
  () => {
    const cents = (): number[] => [...master!.values()];

    test("VAL-1: Gini index 0.6346, to 1e-12, and the shares of the top", () => {
      expect(Math.abs(giniIndex(cents())! - golden.gini)).toBeLessThan(1e-12);
      for (const [text, share] of Object.entries(golden.topShare)) {
        const top = topShare(cents(), { share: Number.parseFloat(text) / 100 })!;
        expect(Math.abs(top - share)).toBeLessThan(1e-15);
      }
    });

    test("VAL-1: the Lorenz curve at the tenths gives the shares of the tenths", () => {
      const curve = lorenzCurve(cents(), { points: 11 });
      expect(curve).toHaveLength(11);
      const shares = curve.slice(1).map(({ valueShare }, i) => valueShare - curve[i]!.valueShare);
      shares.toReversed().forEach((share, i) => {
        expect(share).toBeCloseTo(golden.deciles[i]!, 12);
      });
    });
  },
);

const amounts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 });

describe("concentration", () => {
  test("VAL-1: the Gini index of 1 to 10 is 0.3, of equals 0, of one with everything 1 - 1/n", () => {
    // of 1 to n it is (n - 1) / (3 n)
    expect(giniIndex([3, 1, 2, 10, 9, 8, 7, 6, 5, 4])).toBeCloseTo(0.3, 15);
    expect(giniIndex([0.1, 0.1, 0.1])).toBe(0);
    expect(giniIndex([0, 0, 7, 0, 0])).toBeCloseTo(0.8, 15);
    expect(giniIndex(Float64Array.of(5))).toBe(0);
  });

  test("VAL-1: without customers or value there is no index, curve or share", () => {
    for (const values of [[], [0, 0]]) {
      expect(giniIndex(values)).toBeUndefined();
      expect(lorenzCurve(values)).toEqual([]);
      expect(topShare(values, { share: 0.2 })).toBeUndefined();
    }
  });

  test("VAL-1: values below 0 or no numbers, shares and points out of range are refused", () => {
    expect(() => giniIndex([1, -1])).toThrow(
      "Cannot find the Gini index: values must be numbers of at least 0, got -1",
    );
    expect(() => lorenzCurve([NaN])).toThrow("Cannot draw a Lorenz curve");
    expect(() => topShare([Infinity], { share: 0.2 })).toThrow("got Infinity");
    expect(() => topShare([1], { share: 20 })).toThrow("share must lie between 0 and 1, got 20");
    expect(() => lorenzCurve([1], { points: 1 })).toThrow("at least 2, got 1");
  });

  test("VAL-1: a share that is no whole number of customers is rounded, a half upwards, or counts in part", () => {
    const values = [40, 30, 20, 10];
    const of = (share: number, fraction?: "nearest" | "down" | "up" | "part"): number | undefined =>
      topShare(values, { share, ...(fraction && { fraction }) });
    expect([of(0.375), of(0.125), of(0.375, "down"), of(0.375, "up"), of(0.375, "part")]).toEqual([
      0.7, 0.4, 0.4, 0.7, 0.55,
    ]);
    expect([of(0.1), of(0.3), of(0.45), of(0), of(1)]).toEqual([0, 0.4, 0.7, 0, 1]);
    // 0.07 x 100 is 7.000000000000001: still seven
    const hundred = Array.from({ length: 100 }, () => 1);
    expect(topShare(hundred, { share: 0.07, fraction: "up" })).toBe(0.07);
    expect(topShare(hundred, { share: 0.29, fraction: "down" })).toBe(0.29);
  });

  test("VAL-1: the index lies between 0 and 1 - 1/n and changes neither with unit nor with order", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1000 }), (values, factor) => {
        const gini = giniIndex(values);
        if (gini === undefined) return;
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThanOrEqual(1 - 1 / values.length + 1e-15);
        expect(giniIndex(values.map((value) => value * factor))).toBeCloseTo(gini, 12);
        expect(giniIndex(values.toReversed())).toBe(gini);
      }),
    );
  });

  test("VAL-1: the Lorenz curve rises from 0 to 1, bends upwards, and encloses the Gini index", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 20 }), (values, points) => {
        const curve = lorenzCurve(values);
        if (curve.length === 0) return;
        expect(curve).toHaveLength(values.length + 1);
        expect([curve[0], curve.at(-1)]).toEqual([
          { customerShare: 0, valueShare: 0 },
          { customerShare: 1, valueShare: 1 },
        ]);
        let area = 0;
        for (let i = 1; i < curve.length; i += 1) {
          const [a, b] = [curve[i - 1]!, curve[i]!];
          area += ((a.valueShare + b.valueShare) * (b.customerShare - a.customerShare)) / 2;
          const next = curve[i + 1];
          if (next === undefined) continue;
          expect(next.valueShare - b.valueShare).toBeGreaterThanOrEqual(
            b.valueShare - a.valueShare - 1e-12,
          );
        }
        expect(1 - 2 * area).toBeCloseTo(giniIndex(values)!, 12);
        const thin = lorenzCurve(values, { points });
        expect(thin).toHaveLength(Math.min(points, curve.length));
        expect([thin[0], thin.at(-1)]).toEqual([curve[0], curve.at(-1)]);
        for (const point of thin) expect(curve).toContainEqual(point);
      }),
    );
  });

  test("VAL-1: in parts, the share of the top is read from the Lorenz curve, and it rises with the share", () => {
    fc.assert(
      fc.property(amounts, fc.nat(100), (values, percent) => {
        const [curve, share] = [lorenzCurve(values), percent / 100];
        if (curve.length === 0) return;
        const at = (1 - share) * values.length;
        const below = Math.min(Math.floor(at + 1e-9), values.length - 1);
        const [a, b] = [curve[below]!.valueShare, curve[below + 1]!.valueShare];
        const part = topShare(values, { share, fraction: "part" })!;
        expect(part).toBeCloseTo(1 - (a + (at - below) * (b - a)), 9);
        expect(topShare(values, { share, fraction: "down" })!).toBeLessThanOrEqual(part);
        expect(topShare(values, { share, fraction: "up" })!).toBeGreaterThanOrEqual(part);
      }),
    );
  });
});
