import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareNps,
  csatCombine,
  DEFAULT_CSAT_OPTIONS,
  npsCombine,
  npsScore,
} from "goodwill/experience";
import type { CsatScore, NpsIntervalMethod, NpsScore } from "goodwill/experience";
import { aggregate } from "goodwill/shared";
import golden from "../../golden/net-promoter-score.json" with { type: "json" };
import { expectMergeLaws } from "../../laws/merge-laws.js";

const METHODS = ["wald", "adjusted-wald", "score"] as const;
const clip = (points: number): number => Math.min(100, Math.max(-100, points));

function scoreOf(name: string): NpsScore {
  const row = golden.scores.find((one) => one.name === name);
  const { promoters, passives, detractors } = row!;
  return npsScore({ promoters, passives, detractors })!;
}

function expectRelative(actual: number | undefined, expected: number, tolerance = 1e-12): void {
  expect(actual).toBeDefined();
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );
}

describe("npsScore", () => {
  it("counts 9 and 10 as promoters, 7 and 8 as passives, 0 to 6 as detractors", () => {
    expect(npsScore([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({
      kind: "nps",
      n: 11,
      missing: 0,
      promoters: 2,
      passives: 2,
      detractors: 7,
      promoterShare: 2 / 11,
      passiveShare: 2 / 11,
      detractorShare: 7 / 11,
      nps: -500 / 11,
      intervalMethod: "adjusted-wald",
    });
  });

  it("counts a missing answer as missing, never as 0", () => {
    const sparse = npsScore([10, undefined, 9, undefined]);
    expect(sparse).toMatchObject({ n: 2, missing: 2, nps: 100, detractors: 0 });
    // A hole of an array is a missing answer too.
    const withHole: number[] = [];
    withHole[2] = 10;
    expect(npsScore(withHole)).toMatchObject({ n: 1, missing: 2 });
  });

  it("takes counts, arrays and typed arrays alike", () => {
    const scores = [10, 9, 8, 7, 6, 0, 3];
    const expected = npsScore({ promoters: 2, passives: 2, detractors: 3 });
    for (const list of [
      scores,
      Uint8Array.from(scores),
      Float64Array.from(scores),
      Int16Array.from(scores),
    ]) {
      expect(npsScore(list)).toEqual(expected);
    }
    expect(npsScore({ promoters: 2, passives: 2, detractors: 3, missing: 4 })).toEqual({
      ...expected,
      missing: 4,
    });
  });

  it("is undefined when nobody answered", () => {
    expect(npsScore([])).toBeUndefined();
    expect(npsScore([undefined, undefined])).toBeUndefined();
    expect(npsScore({ promoters: 0, passives: 0, detractors: 0, missing: 3 })).toBeUndefined();
  });

  it.each([
    11,
    -1,
    7.5,
    Number.NaN,
    Infinity,
    "9" as unknown as number,
    null as unknown as number,
    "length" as unknown as number,
    true as unknown as number,
  ])("refuses the score %s and names its place", (score) => {
    const shown = typeof score === "string" ? `"${String(score)}"` : String(score);
    expect(() => npsScore([5, 6, 10, score])).toThrow(
      new RangeError(
        `Cannot score NPS: a score must be an integer from 0 to 10, got ${shown} at index 3`,
      ),
    );
    expect(() => aggregate([5, undefined, 10, score], npsCombine())).toThrow(
      `got ${shown} at index 3`,
    );
  });

  it("refuses counts that are no counts and levels that are no levels", () => {
    expect(() => npsScore({ promoters: 1, passives: -1, detractors: 0 })).toThrow(
      "passives must be a whole number",
    );
    expect(() => npsScore({ promoters: 1.5, passives: 1, detractors: 0 })).toThrow(RangeError);
    for (const interval of METHODS)
      expect(() => npsScore([9], { interval, level: 1 })).toThrow(
        "Cannot score NPS: a confidence level must lie between 0 and 1, got 1",
      );
    expect(() => npsScore({ promoters: "1", passives: 1, detractors: 0 } as never)).toThrow(
      "promoters must be a whole number",
    );
  });

  it("refuses a level or a method that is none at once, not only when a figure is asked for", () => {
    expect(() => npsScore([], { level: 95 })).toThrow("got 95");
    expect(() => npsCombine({ level: 5 })).toThrow(
      new RangeError("Cannot score NPS: a confidence level must lie between 0 and 1, got 5"),
    );
    const interval = "wilson" as NpsIntervalMethod;
    expect(() => npsCombine({ interval })).toThrow(
      "Cannot score NPS: the interval must be one of adjusted-wald, score, wald, got wilson",
    );
    const score = npsScore([9, 3])!;
    expect(() => compareNps(score, score, { level: 95 })).toThrow(
      new RangeError("Cannot compare NPS: a confidence level must lie between 0 and 1, got 95"),
    );
    expect(() => compareNps(score, score, { method: "score" as "wald" })).toThrow(
      "Cannot compare NPS: the method must be wald or adjusted-wald, got score",
    );
  });

  it("knows no minus zero, though a count may be one", () => {
    const score = npsScore({ promoters: -0, passives: 3, detractors: 0, missing: -0 })!;
    for (const value of [score.promoters, score.missing, score.nps, score.promoterShare])
      expect(value).toBe(0);
  });

  it.each(golden.scores)("agrees with the R package NPS to 1e-12: $name", (row) => {
    const { promoters, passives, detractors } = row;
    const wald = npsScore({ promoters, passives, detractors }, { interval: "wald" });
    const adjusted = npsScore({ promoters, passives, detractors });
    expectRelative(wald?.nps, row.nps);
    expectRelative(wald?.standardError, row.standardError);
    expectRelative(wald?.interval.lower, row.wald[0]!);
    expectRelative(wald?.interval.upper, row.wald[1]!);
    expectRelative(adjusted?.interval.lower, row.adjustedWald[0]!);
    expectRelative(adjusted?.interval.upper, row.adjustedWald[1]!);
  });

  it.each(golden.intervals)(
    "agrees with the reference intervals: $promoters promoters, $passives passives, $detractors detractors",
    ({ promoters, passives, detractors, ...expected }) => {
      const ends = {
        wald: expected.wald,
        "adjusted-wald": expected.adjustedWald,
        score: expected.score,
      };
      for (const interval of METHODS) {
        const actual = npsScore({ promoters, passives, detractors }, { interval })!;
        expect(actual.intervalMethod).toBe(interval);
        expectRelative(actual.interval.lower, clip(ends[interval][0]!));
        expectRelative(actual.interval.upper, clip(ends[interval][1]!));
      }
    },
  );

  it("gives an interval within -100 to 100 that turns with the scale and widens with the level", () => {
    const count = fc.nat({ max: 60 });
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        for (const interval of METHODS) {
          const score = npsScore({ promoters, passives, detractors }, { interval })!;
          const { lower, upper } = score.interval;
          expect(lower).toBeGreaterThanOrEqual(-100);
          expect(upper).toBeLessThanOrEqual(100);
          // The adjusted interval is centred nearer to 0; the others hold the score itself, rounding aside.
          if (interval !== "adjusted-wald") {
            expect(lower).toBeLessThanOrEqual(score.nps + 1e-9);
            expect(upper).toBeGreaterThanOrEqual(score.nps - 1e-9);
          }
          const turned = npsScore(
            { promoters: detractors, passives, detractors: promoters },
            { interval },
          )!;
          expect(turned.nps).toBeCloseTo(-score.nps, 10);
          expect(turned.interval.lower).toBeCloseTo(-upper, 8);
          const wider = npsScore(
            { promoters, passives, detractors },
            { interval, level: 0.99 },
          )!.interval;
          expect(wider.upper - wider.lower).toBeGreaterThanOrEqual(upper - lower);
        }
      }),
    );
  });

  it("the score interval ends where Tango's statistic equals the normal quantile", () => {
    const { lower, upper } = npsScore(
      { promoters: 15, passives: 13, detractors: 8 },
      { interval: "score" },
    )!.interval;
    for (const [end, z] of [
      [lower, 1.959963984540054],
      [upper, -1.959963984540054],
    ] as const) {
      expect(tangoStatistic({ b: 15, c: 8, n: 36, delta: end / 100 })).toBeCloseTo(z, 10);
    }
  });

  it.each(["10", "20"] as const)(
    "covers as the reference says, over all outcomes of %s answers",
    (size) => {
      for (const method of METHODS) {
        const { mean, min, p5 } = coverage(Number(size), method);
        expectRelative(mean, golden.coverage[size][method].mean, 1e-9);
        expectRelative(min, golden.coverage[size][method].min, 1e-9);
        expectRelative(p5, golden.coverage[size][method].p5, 1e-9);
      }
    },
  );

  it("counts a million scores in one short pass", () => {
    const scores = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7) % 11);
    const score = npsScore(scores)!;
    expect(score.n).toBe(1_000_000);
    expect(score).toEqual(npsScore(Array.from(scores)));
    expect(score).toEqual(aggregate(scores, npsCombine()));
  });
});

describe("npsCombine", () => {
  const answer = fc.option(fc.nat({ max: 10 }), { nil: undefined, freq: 8 });
  const strangers = [
    csatCombine(DEFAULT_CSAT_OPTIONS).createAccumulator(),
    { ...npsCombine().createAccumulator(), version: 2 },
  ];

  it("keeps the merge laws", () => {
    expectMergeLaws(npsCombine(), answer, { strangers });
    expectMergeLaws(npsCombine({ interval: "score", level: 0.9 }), answer);
  });

  it("gives what npsScore gives", () => {
    fc.assert(
      fc.property(fc.array(answer), fc.constantFrom(...METHODS), (scores, interval) => {
        expect(aggregate(scores, npsCombine({ interval }))).toEqual(npsScore(scores, { interval }));
      }),
    );
  });
});

describe("compareNps", () => {
  it.each(golden.comparisons)(
    "agrees with the R package NPS to 1e-12: $second against $first",
    (row) => {
      const comparison = compareNps(scoreOf(row.first), scoreOf(row.second), { method: "wald" });
      expect(comparison.kind).toBe("nps");
      expectRelative(comparison.difference, row.difference);
      expectRelative(comparison.standardError, row.standardError);
      expectRelative(comparison.p, row.p);
      expectRelative(comparison.z, row.difference / row.standardError);
      if (row.interval !== undefined) {
        expectRelative(comparison.interval.lower, row.interval[0]!);
        expectRelative(comparison.interval.upper, row.interval[1]!);
      }
    },
  );

  it("an 8-point quarterly fall at 250 answers is p = .32, adjusted or not", () => {
    const quarters = [scoreOf("test data, Q1"), scoreOf("test data, Q4")] as const;
    expect(compareNps(...quarters).difference).toBe(-8);
    for (const method of ["wald", "adjusted-wald"] as const) {
      expect(compareNps(...quarters, { method }).p?.toFixed(2)).toBe("0.32");
    }
  });

  it("says nothing of chance where neither group spreads, unless adjusted", () => {
    const promoters = npsScore([9, 10, 9])!;
    const detractors = npsScore([0, 1, 2])!;
    const plain = compareNps(promoters, detractors, { method: "wald" });
    expect(plain).toMatchObject({ difference: -200, standardError: 0 });
    expect(plain).not.toHaveProperty("p");
    expect(plain).not.toHaveProperty("z");
    const adjusted = compareNps(promoters, detractors);
    expect(adjusted.difference).toBe(-200);
    expect(adjusted.p).toBeGreaterThan(0);
    expect(adjusted.interval.lower).toBe(-200);
  });

  it("refuses a score of another kind", () => {
    const csat = { kind: "csat", n: 5 } as unknown as CsatScore;
    // @ts-expect-error -- an NPS and a CSAT do not compare
    expect(() => compareNps(npsScore([9])!, csat)).toThrow(TypeError);
  });

  it("calls equal groups different as often as its documentation says", () => {
    const rates = (n: number, method: "wald" | "adjusted-wald"): { mean: string; max: string } => {
      const found = falseAlarms(n, method);
      return { mean: found.mean.toFixed(3), max: found.max.toFixed(3) };
    };
    expect(rates(10, "wald")).toEqual({ mean: "0.080", max: "0.095" });
    expect(rates(10, "adjusted-wald")).toEqual({ mean: "0.045", max: "0.066" });
  });
});

interface Outcome {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

function outcomes(n: number): Outcome[] {
  const all: Outcome[] = [];
  for (let promoters = 0; promoters <= n; promoters += 1) {
    for (let detractors = 0; detractors <= n - promoters; detractors += 1) {
      all.push({ promoters, passives: n - promoters - detractors, detractors });
    }
  }
  return all;
}

function chance(
  { promoters, passives, detractors }: Outcome,
  split: readonly [number, number],
): number {
  const [p, d] = split;
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  const ways =
    factorial(promoters + passives + detractors) /
    (factorial(promoters) * factorial(passives) * factorial(detractors));
  return ways * p ** promoters * d ** detractors * Math.max(0, 1 - p - d) ** passives;
}

/** True splits in steps of 0.05, promoters and detractors at least 0.05 each, at most `most` twentieths together. */
function splits(most: number): (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  for (let p = 1; p < most; p += 1)
    for (let d = 1; p + d <= most; d += 1) all.push([p / 20, d / 20]);
  return all;
}

function coverage(
  n: number,
  interval: NpsIntervalMethod,
): { mean: number; min: number; p5: number } {
  const all = outcomes(n).map((outcome) => ({
    outcome,
    ends: npsScore(outcome, { interval })!.interval,
  }));
  const grid = splits(19);
  expect(grid).toHaveLength(171);
  const covered = grid.map((split) => {
    const truth = Math.round(100 * (split[0] - split[1]));
    return (
      all
        // The reference counts an end that touches the truth as covering it, to a rounding error.
        .filter(({ ends }) => ends.lower <= truth + 1e-7 && truth - 1e-7 <= ends.upper)
        .reduce((sum, { outcome }) => sum + chance(outcome, split), 0)
    );
  });
  const sorted = covered.toSorted((a, b) => a - b);
  // numpy's percentile: linear between the neighbours of position 0.05 (171 - 1) = 8.5.
  return {
    mean: covered.reduce((sum, one) => sum + one, 0) / covered.length,
    min: sorted[0]!,
    p5: 0.5 * (sorted[8]! + sorted[9]!),
  };
}

function falseAlarms(n: number, method: "wald" | "adjusted-wald"): { mean: number; max: number } {
  const all = outcomes(n);
  const scores = all.map((outcome) => npsScore(outcome)!);
  // Without spread the plain formula divides by 0: its usual reading is that any difference is significant.
  const alarms = scores.map((a) =>
    scores.map((b) => {
      const { p, difference } = compareNps(a, b, { method });
      return p === undefined ? difference !== 0 : p < 0.05;
    }),
  );
  const grid = splits(20);
  expect(grid).toHaveLength(190);
  const rates = grid.map((split) => {
    const weights = all.map((outcome) => chance(outcome, split));
    return weights.reduce(
      (sum, weight, i) =>
        sum + weight * weights.reduce((inner, other, j) => inner + (alarms[i]![j]! ? other : 0), 0),
      0,
    );
  });
  return { mean: rates.reduce((sum, one) => sum + one, 0) / rates.length, max: Math.max(...rates) };
}

/** Written down a second time, from Tango (1998), with the textbook root. */
function tangoStatistic({
  b,
  c,
  n,
  delta,
}: {
  b: number;
  c: number;
  n: number;
  delta: number;
}): number {
  const a2 = 2 * n;
  const a1 = -b - c + (2 * n - b + c) * delta;
  const a0 = -c * delta * (1 - delta);
  const q = (Math.sqrt(a1 * a1 - 4 * a2 * a0) - a1) / (2 * a2);
  return (b - c - n * delta) / Math.sqrt(n * (2 * q + delta * (1 - delta)));
}
