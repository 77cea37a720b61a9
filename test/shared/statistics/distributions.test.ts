import {
  binomialTail,
  chiSquareTail,
  hypergeometricTail,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
} from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma } from "../../../src/shared/statistics/gamma.js";
import { fisherTail } from "../../../src/shared/statistics/fisher.js";
import golden from "../../golden/distribution-tails.json" with { type: "json" };

/** Relative error, or the error itself where the expected value is 0. */
function errorOf(actual: number, expected: number): number {
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}

type Case = readonly number[];

function worstError(cases: readonly Case[], evaluate: (...args: number[]) => number): number {
  return Math.max(
    ...cases.map((row) => errorOf(evaluate(...row.slice(0, -1)), row.at(-1) as number)),
  );
}

describe("tails of distributions", () => {
  const tables: [string, readonly Case[], (...args: number[]) => number][] = [
    ["normal", golden.normal, (z = 0) => normalTail(z)],
    ["Student's t", golden.student, (t = 0, df = 0) => studentTail(t, df)],
    ["chi-square", golden.chiSquare, (x = 0, df = 0) => chiSquareTail(x, df)],
    ["F", golden.fisher, (f = 0, d1 = 0, d2 = 0) => fisherTail(f, d1, d2)],
    [
      "binomial",
      golden.binomial,
      (k = 0, trials = 0, chance = 0) => binomialTail(k, { trials, chance }),
    ],
    [
      "hypergeometric",
      golden.hypergeometric,
      (k = 0, drawn = 0, markedInAll = 0, total = 0) =>
        hypergeometricTail(k, { drawn, markedInAll, total }),
    ],
    ["log of the gamma function", golden.logGamma, (x = 0) => logGamma(x)],
    ["normal quantile", golden.normalQuantile, (p = 0) => normalQuantile(p)],
    ["Student's quantile", golden.studentQuantile, (p = 0, df = 0) => studentQuantile(p, df)],
  ];
  it.each(tables)(
    "%s agrees with 30-digit arithmetic to 1e-10, from the middle into the far tail",
    (_, cases, evaluate) => {
      expect(cases.length).toBeGreaterThan(4);
      expect(worstError(cases, evaluate)).toBeLessThan(1e-10);
    },
  );

  it("the normal quantile keeps its digits near 0.5 too: relative error below 1e-14", () => {
    const near = golden.normalQuantile.filter(([p = 0]) => Math.abs(p - 0.5) <= 0.25);
    expect(near.length).toBeGreaterThan(12);
    expect(Math.min(...near.filter(([p]) => p !== 0.5).map(([p = 0]) => Math.abs(p - 0.5)))).toBe(
      2 ** -54,
    );
    expect(worstError(golden.normalQuantile, (p = 0) => normalQuantile(p))).toBeLessThan(1e-14);
  });

  it("the normal quantile mirrors at 0.5 and rises across the seams of its two methods", () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -20, max: 0.5, noNaN: true }), (distance) => {
        // a distance in steps of 2^-53 is exact on both sides
        const exact = Math.round(distance * 2 ** 53) * 2 ** -53;
        fc.pre(exact < 0.5);
        expect(normalQuantile(0.5 + exact)).toBe(-normalQuantile(0.5 - exact));
      }),
    );
    for (const seam of [0.25, 0.75]) {
      const steps = [-1e-9, -1e-12, 0, 1e-12, 1e-9].map((step) => normalQuantile(seam + step));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(new Set(steps).size).toBe(5);
    }
  });

  it("tails at the ends of their range are exact", () => {
    expect(studentTail(Infinity, 3)).toBe(0);
    expect(studentTail(-Infinity, 3)).toBe(1);
    expect(chiSquareTail(0, 4)).toBe(1);
    expect(normalTail(0)).toBe(0.5);
    expect(normalTail(Infinity)).toBe(0);
    expect(normalTail(-Infinity)).toBe(1);
    expect(normalQuantile(0.5)).toBe(0);
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(binomialTail(6, { trials: 5, chance: 0.5 })).toBe(0);
    expect(hypergeometricTail(5, { drawn: 4, markedInAll: 6, total: 10 })).toBe(0);
  });

  it("what is no number, no count or no probability is refused", () => {
    expect(() => normalTail(NaN)).toThrow("Cannot take a normal tail: z must be a number, got NaN");
    for (const probability of [0, 1, NaN, "0.5", null] as number[]) {
      expect(() => normalQuantile(probability)).toThrow(
        new RangeError(
          `Cannot take a normal quantile: the probability must lie between 0 and 1, got ${String(probability)}`,
        ),
      );
    }
    expect(() => studentTail(NaN, 3)).toThrow(RangeError);
    expect(() => studentTail(1, 0)).toThrow(/must be positive, got 0/);
    expect(() => chiSquareTail(-1, 2)).toThrow(/got -1/);
    expect(() => chiSquareTail(1, 0)).toThrow(/must be positive/);
    expect(() => fisherTail(-1, 1, 1)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(/positive number, got 0/);
    expect(() => binomialTail(1.5, { trials: 5, chance: 0.5 })).toThrow(/whole number/);
    expect(() => binomialTail(1, { trials: 5, chance: 1.5 })).toThrow(/between 0 and 1/);
    expect(() => hypergeometricTail(1, { drawn: 5, markedInAll: 1, total: 4 })).toThrow(
      /Cannot draw 5/,
    );
  });
});
