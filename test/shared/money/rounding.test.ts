import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundRatio } from "goodwill/shared";
import type { Rounding } from "goodwill/shared";

/** The table of the Java documentation of RoundingMode, whose names and meaning are those of the specification. */
const TENTHS = [55, 25, 16, 11, 10, -10, -11, -16, -25, -55];
const EXPECTED: readonly [Rounding, readonly number[]][] = [
  ["up", [6, 3, 2, 2, 1, -1, -2, -2, -3, -6]],
  ["down", [5, 2, 1, 1, 1, -1, -1, -1, -2, -5]],
  ["ceiling", [6, 3, 2, 2, 1, -1, -1, -1, -2, -5]],
  ["floor", [5, 2, 1, 1, 1, -1, -2, -2, -3, -6]],
  ["half-up", [6, 3, 2, 1, 1, -1, -1, -2, -3, -6]],
  ["half-down", [5, 2, 2, 1, 1, -1, -1, -2, -2, -5]],
  ["half-even", [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]],
];

describe("rounding a fraction", () => {
  it.each(EXPECTED)("%s, as in the table of Java's RoundingMode", (rounding, expected) => {
    const rounded = TENTHS.map((numerator) =>
      roundRatio({ numerator, denominator: 10 }, { rounding }),
    );
    expect(rounded).toEqual(expected);
  });

  it("a whole number stays, and no result is -0", () => {
    for (const [rounding] of EXPECTED) {
      const options = { rounding };
      expect(roundRatio({ numerator: -21, denominator: 7 }, options)).toBe(-3);
      expect(Object.is(roundRatio({ numerator: -0, denominator: 7 }, options), 0)).toBe(true);
    }
    expect(Object.is(roundRatio({ numerator: -1, denominator: 3 }, { rounding: "down" }), 0)).toBe(
      true,
    );
  });

  it("turning the sign turns the result, ceiling and floor swapped", () => {
    const anyRatio = fc.record({
      numerator: fc.maxSafeInteger(),
      denominator: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    });
    const mirror = (rounding: Rounding): Rounding =>
      rounding === "ceiling" ? "floor" : rounding === "floor" ? "ceiling" : rounding;
    fc.assert(
      fc.property(
        anyRatio,
        fc.constantFrom(...EXPECTED.map(([name]) => name)),
        (ratio, rounding) => {
          const turned = { ...ratio, numerator: -ratio.numerator };
          const result = roundRatio(ratio, { rounding });
          expect(roundRatio(turned, { rounding: mirror(rounding) })).toBe(0 - result);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is exact where division in floating point is not", () => {
    const most = Number.MAX_SAFE_INTEGER;
    // (2^53 - 1) / 2 is a tie, which floating point rounds away before it can be seen.
    expect(roundRatio({ numerator: most, denominator: 2 }, { rounding: "half-down" })).toBe(
      2 ** 52 - 1,
    );
    expect(roundRatio({ numerator: most, denominator: 2 }, { rounding: "half-up" })).toBe(2 ** 52);
    expect(roundRatio({ numerator: most - 1, denominator: most }, { rounding: "down" })).toBe(0);
  });

  it.each([
    [0.5, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, -1],
    [1, 1.5],
  ])("%s / %s is refused", (numerator, denominator) => {
    expect(() => roundRatio({ numerator, denominator }, { rounding: "down" })).toThrow(RangeError);
  });
});
