import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digamma } from "../../../src/shared/statistics/digamma.js";
import { logGamma } from "../../../src/shared/statistics/gamma.js";
import golden from "../../golden/value-spend.json" with { type: "json" };

describe("digamma", () => {
  test("agrees with 60-digit arithmetic, near its zero and at both ends", () => {
    for (const [x, expected] of golden.digamma as [number, number][]) {
      const error = Math.abs(digamma(x) - expected);
      expect(error, `at ${String(x)}`).toBeLessThan(1e-15 * Math.max(3, Math.abs(expected)));
    }
  });

  test("rises by 1 / x from x to x + 1, across the switch from recurrence to series", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (x) => {
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(5e-15 * (5 + 1 / x));
      }),
    );
  });

  test("is the slope of the logarithm of the gamma function", () => {
    for (const x of [0.2, 1, 3.7, 9.99, 10.01, 80]) {
      const slope = (logGamma(x + 1e-4) - logGamma(x - 1e-4)) / 2e-4;
      expect(digamma(x)).toBeCloseTo(slope, 6);
    }
  });

  test("asks for a positive number", () => {
    expect(() => digamma(0)).toThrow(RangeError);
    expect(() => digamma(NaN)).toThrow("digamma needs a positive number, got NaN");
  });
});
