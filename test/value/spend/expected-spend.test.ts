import { expectedSpend, type GammaGammaModel } from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../golden/value-spend.json" with { type: "json" };

const CDNOW: GammaGammaModel = {
  kind: "gamma-gamma",
  parameters: golden.fits.cdnow_sample_39w.parameters,
};

describe("VAL-3: expected spend", () => {
  test("VAL-3: nineteen CDNOW customers, against 30-digit arithmetic", () => {
    expect(golden.expected).toHaveLength(19);
    for (const { expected, ...known } of golden.expected) {
      const spend = expectedSpend(CDNOW, known);
      expect(Math.abs((spend.ok ? spend.value : 0) / expected - 1)).toBeLessThan(1e-9);
    }
  });

  test("VAL-3: it lies between the customer's own mean and that of all, nearer the own one with more purchases", () => {
    const all = expectedSpend(CDNOW, { frequency: 0 });
    const population = all.ok ? all.value : 0;
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        fc.nat(50),
        (meanSpend, more) => {
          const distance = (frequency: number): number => {
            const spend = expectedSpend(CDNOW, { frequency, meanSpend });
            const value = spend.ok ? spend.value : NaN;
            expect(value).toBeGreaterThanOrEqual(Math.min(meanSpend, population) * (1 - 1e-12));
            expect(value).toBeLessThanOrEqual(Math.max(meanSpend, population) * (1 + 1e-12));
            return Math.abs(value - meanSpend);
          };
          const gap = distance(1 + more);
          expect(distance(2 + more)).toBeLessThanOrEqual(gap + 1e-9 * (meanSpend + population));
        },
      ),
    );
  });

  test("VAL-3: a model with q of at most 1 has no mean: refused, with q", () => {
    const heavy: GammaGammaModel = { kind: "gamma-gamma", parameters: { p: 5, q: 1, v: 10 } };
    const refused = { ok: false, error: { code: "no-mean-spend", q: 1 } };
    expect(expectedSpend(heavy, { frequency: 3, meanSpend: 20 })).toEqual(refused);
    expect(expectedSpend(heavy, { frequency: 0 })).toEqual(refused);
  });

  test("VAL-3: parameters, frequencies and spends out of range are a broken contract", () => {
    const wrong: GammaGammaModel = { kind: "gamma-gamma", parameters: { p: 5, q: 2, v: NaN } };
    expect(() => expectedSpend(wrong, { frequency: 0 })).toThrow(
      "Cannot predict spend: the parameter v must be a number above 0, got NaN",
    );
    expect(() => expectedSpend(CDNOW, { frequency: 1 })).toThrow(
      "Cannot predict spend: the mean spend must be a number above 0, got undefined",
    );
    expect(() => expectedSpend(CDNOW, { frequency: -1, meanSpend: 3 })).toThrow(RangeError);
  });
});
