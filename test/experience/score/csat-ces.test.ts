import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cesCombine,
  cesScore,
  compareCes,
  compareCsat,
  csatCombine,
  csatScore,
  DEFAULT_CES_OPTIONS,
  DEFAULT_CSAT_OPTIONS,
  npsCombine,
} from "goodwill/experience";
import type { CesScore, CsatScore } from "goodwill/experience";
import { aggregate } from "goodwill/shared";
import golden from "../../golden/satisfaction-and-effort.json" with { type: "json" };
import { expectMergeLaws } from "../../laws/merge-laws.js";

const CSAT = { scale: golden.csat.scale, satisfiedFrom: golden.csat.satisfiedFrom };
const CES = { scale: golden.ces.scale, easyFrom: golden.ces.easyFrom };

function scoresOf(
  { frequency }: { readonly frequency: readonly number[] },
  lowest: number,
): number[] {
  return frequency.flatMap((times, index) => new Array<number>(times).fill(lowest + index));
}

const satisfaction = golden.csat.waves.map((wave) => scoresOf(wave, 0));
const effort = golden.ces.waves.map((wave) => scoresOf(wave, 1));
const csatWaves = satisfaction.map((scores) => csatScore(scores, CSAT)!) as [CsatScore, CsatScore];
const cesWaves = effort.map((scores) => cesScore(scores, CES)!) as [CesScore, CesScore];

function expectRelative(actual: number | undefined, expected: number): void {
  expect(actual).toBeDefined();
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

describe("csatScore", () => {
  it("agrees with R to 1e-12", () => {
    const score = csatScore(satisfaction.flat(), CSAT)!;
    expect(score).toMatchObject({
      kind: "csat",
      n: golden.csat.n,
      missing: 0,
      satisfied: golden.csat.satisfied,
    });
    expect(score.satisfiedShare).toBe(0.15);
    expectRelative(100 * score.interval.lower, golden.csat.wilsonPercent[0]!);
    expectRelative(100 * score.interval.upper, golden.csat.wilsonPercent[1]!);
  });

  it("counts from the named point on, ends included, and keeps the mean", () => {
    expect(csatScore([1, 3, 4, 5, undefined], DEFAULT_CSAT_OPTIONS)).toMatchObject({
      n: 4,
      missing: 1,
      satisfied: 2,
      satisfiedShare: 0.5,
      mean: 3.25,
      scale: { min: 1, max: 5 },
      satisfiedFrom: 4,
    });
    expect(csatScore(Float64Array.of(1, 3, 4, 5), DEFAULT_CSAT_OPTIONS)?.satisfied).toBe(2);
  });

  it("has no standard deviation for one answer and is undefined for none", () => {
    expect(csatScore([4], DEFAULT_CSAT_OPTIONS)).not.toHaveProperty("standardDeviation");
    expect(csatScore([1, 5], DEFAULT_CSAT_OPTIONS)?.standardDeviation).toBeCloseTo(
      Math.sqrt(8),
      12,
    );
    expect(csatScore([undefined], DEFAULT_CSAT_OPTIONS)).toBeUndefined();
  });

  it("refuses answers off the scale, a point off the scale and a scale that is none", () => {
    for (const score of [
      0,
      5.01,
      Number.NaN,
      Infinity,
      "4" as unknown as number,
      null as unknown as number,
      true as unknown as number,
    ]) {
      const shown = typeof score === "string" ? `"${String(score)}"` : String(score);
      expect(() => csatScore([4, undefined, score], DEFAULT_CSAT_OPTIONS)).toThrow(
        new RangeError(`Cannot score CSAT: an answer must lie on 1..5, got ${shown} at index 2`),
      );
    }
    expect(() => csatScore([4], { scale: { min: 1, max: 5 }, satisfiedFrom: 6 })).toThrow(
      "must lie on 1..5, got 6",
    );
    expect(() => csatCombine({ scale: { min: 5, max: 1 }, satisfiedFrom: 3 })).toThrow(
      "min below max",
    );
    for (const satisfiedFrom of ["8", null, Number.NaN] as number[]) {
      const scale = { min: -10, max: 10 };
      expect(() => csatCombine({ scale, satisfiedFrom })).toThrow("must lie on -10..10, got");
    }
  });

  it("the interval takes the level asked for", () => {
    const narrow = csatScore([5, 5, 2, 3], { ...DEFAULT_CSAT_OPTIONS, level: 0.5 })!.interval;
    const wide = csatScore([5, 5, 2, 3], { ...DEFAULT_CSAT_OPTIONS, level: 0.99 })!.interval;
    expect([narrow.level, wide.level]).toEqual([0.5, 0.99]);
    expect(wide.lower).toBeLessThan(narrow.lower);
    expect(wide.upper).toBeGreaterThan(narrow.upper);
  });
});

describe("compareCsat", () => {
  it("agrees with R to 1e-12: N - 1 chi-square of two waves", () => {
    const comparison = compareCsat(...csatWaves);
    expect(comparison.kind).toBe("csat");
    expectRelative(comparison.difference, golden.csat.difference);
    expectRelative(comparison.chiSquare, golden.csat.chiSquare);
    expectRelative(comparison.p, golden.csat.p);
  });

  it("refuses another scale, another point and another kind", () => {
    const five = csatScore([4, 5], DEFAULT_CSAT_OPTIONS)!;
    const stricter = csatScore([4, 5], { ...DEFAULT_CSAT_OPTIONS, satisfiedFrom: 5 })!;
    const ten = csatScore([4, 5], { scale: { min: 1, max: 10 }, satisfiedFrom: 4 })!;
    const ces = cesScore([4, 5], { scale: { min: 1, max: 5 }, easyFrom: 4 })!;
    expect(() => compareCsat(five, stricter)).toThrow(TypeError);
    expect(() => compareCsat(five, ten)).toThrow(TypeError);
    // @ts-expect-error -- a CSAT and a CES do not compare
    expect(() => compareCsat(five, ces)).toThrow(TypeError);
    // @ts-expect-error -- two CES are no CSAT
    expect(() => compareCsat(ces, ces)).toThrow(TypeError);
  });
});

describe("cesScore", () => {
  it("agrees with R to 1e-12: mean with t interval, share with Wilson", () => {
    const score = cesScore(effort.flat(), CES)!;
    expect(score).toMatchObject({ kind: "ces", n: golden.ces.n, easy: golden.ces.easy });
    expectRelative(score.mean, golden.ces.mean);
    expectRelative(score.standardDeviation, golden.ces.standardDeviation);
    expectRelative(score.standardError, golden.ces.standardError);
    expectRelative(score.interval?.lower, golden.ces.interval[0]!);
    expectRelative(score.interval?.upper, golden.ces.interval[1]!);
    expectRelative(100 * score.easyInterval.lower, golden.ces.wilsonPercent[0]!);
    expectRelative(100 * score.easyInterval.upper, golden.ces.wilsonPercent[1]!);
  });

  it("one answer has a mean and a share, and no spread", () => {
    const score = cesScore([6, undefined], DEFAULT_CES_OPTIONS)!;
    expect(score).toMatchObject({ n: 1, missing: 1, mean: 6, easyShare: 1 });
    for (const name of ["standardDeviation", "standardError", "interval"])
      expect(score).not.toHaveProperty(name);
    expect(cesScore([], DEFAULT_CES_OPTIONS)).toBeUndefined();
  });

  it("equal answers have a spread of 0 and no interval: they prove nothing of the others", () => {
    const score = cesScore([6, 6, 6], DEFAULT_CES_OPTIONS)!;
    expect(score).toMatchObject({ mean: 6, standardDeviation: 0, standardError: 0 });
    expect(score).not.toHaveProperty("interval");
  });

  it("the interval of the mean stays on the scale", () => {
    expect(cesScore([7, 7, 1], DEFAULT_CES_OPTIONS)?.interval).toMatchObject({
      lower: 1,
      upper: 7,
    });
  });

  it("refuses answers off the scale", () => {
    expect(() => cesScore([8], DEFAULT_CES_OPTIONS)).toThrow(
      new RangeError("Cannot score CES: an answer must lie on 1..7, got 8 at index 0"),
    );
    expect(() => cesScore([], { ...DEFAULT_CES_OPTIONS, easyFrom: 0 })).toThrow(RangeError);
  });
});

describe("compareCes", () => {
  it("agrees with scipy to 1e-12: Welch's test of two waves", () => {
    const comparison = compareCes(...cesWaves)!;
    const { welch } = golden.ces;
    expectRelative(comparison.difference, welch.difference);
    expectRelative(comparison.t, welch.t);
    expectRelative(comparison.degreesOfFreedom, welch.degreesOfFreedom);
    expectRelative(comparison.p, welch.p);
    expectRelative(comparison.interval?.lower, welch.interval[0]!);
    expectRelative(comparison.interval?.upper, welch.interval[1]!);
  });

  it("is undefined for a single answer and says nothing of chance without spread", () => {
    const one = cesScore([6], DEFAULT_CES_OPTIONS)!;
    const same = cesScore([5, 5], DEFAULT_CES_OPTIONS)!;
    const other = cesScore([6, 6], DEFAULT_CES_OPTIONS)!;
    expect(compareCes(one, same)).toBeUndefined();
    expect(compareCes(same, other)).toEqual({
      kind: "ces",
      difference: 1,
      standardError: 0,
      degreesOfFreedom: 2,
    });
  });

  it("refuses another scale and another kind", () => {
    const seven = cesScore([5, 6], DEFAULT_CES_OPTIONS)!;
    const five = cesScore([5, 4], { scale: { min: 1, max: 5 }, easyFrom: 4 })!;
    expect(() => compareCes(seven, five)).toThrow(TypeError);
    // @ts-expect-error -- a CES and a CSAT do not compare
    expect(() => compareCes(seven, csatWaves[0])).toThrow(TypeError);
  });
});

describe("csatCombine and cesCombine", () => {
  it("refuse a level that is none at once, not only when a figure is asked for", () => {
    const rule = "a confidence level must lie between 0 and 1, got 5";
    expect(() => csatCombine({ ...DEFAULT_CSAT_OPTIONS, level: 5 })).toThrow(
      new RangeError(`Cannot score CSAT: ${rule}`),
    );
    expect(() => cesCombine({ ...DEFAULT_CES_OPTIONS, level: 5 })).toThrow(
      new RangeError(`Cannot score CES: ${rule}`),
    );
    expect(() => compareCsat(...csatWaves, { level: 5 })).toThrow(`Cannot compare CSAT: ${rule}`);
    expect(() => compareCes(...cesWaves, { level: 5 })).toThrow(`Cannot compare CES: ${rule}`);
  });

  const whole = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 8 });
  const fraction = fc.option(fc.double({ min: 1, max: 7, noNaN: true }), {
    nil: undefined,
    freq: 8,
  });
  const strangers = [
    npsCombine().createAccumulator(),
    csatCombine({ ...DEFAULT_CSAT_OPTIONS, satisfiedFrom: 5 }).createAccumulator(),
    csatCombine({ scale: { min: 0, max: 5 }, satisfiedFrom: 4 }).createAccumulator(),
    cesCombine({ scale: { min: 1, max: 5 }, easyFrom: 4 }).createAccumulator(),
  ];

  it("keep the merge laws", () => {
    // Means and variances merged in another order differ in the last digits.
    expectMergeLaws(csatCombine(DEFAULT_CSAT_OPTIONS), whole, { strangers, tolerance: 1e-12 });
    // The standard deviation of equal answers is a rounding error whose root is some 1e-8.
    expectMergeLaws(cesCombine(DEFAULT_CES_OPTIONS), fraction, { strangers, tolerance: 1e-7 });
  });

  it("give what the scores of an array give", () => {
    fc.assert(
      fc.property(fc.array(whole), (scores) => {
        const ease = { scale: { min: 1, max: 5 }, easyFrom: 4 };
        expect(aggregate(scores, csatCombine(DEFAULT_CSAT_OPTIONS))).toEqual(
          csatScore(scores, DEFAULT_CSAT_OPTIONS),
        );
        expect(aggregate(scores, cesCombine(ease))).toEqual(cesScore(scores, ease));
      }),
    );
  });
});
