import { lintScorecard, scoreDepartment, SERVICE_SENTENCES } from "goodwill/service";
import type { DepartmentScorecard, ScorecardMeasure } from "goodwill/service";
import { explain } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

function measure(id: string, more: Partial<ScorecardMeasure> = {}): ScorecardMeasure {
  return {
    id,
    name: id,
    side: "external",
    about: "satisfaction",
    weight: 60,
    better: "higher",
    target: 90,
    worst: 50,
    ...more,
  };
}

const HANDLING = measure("handling", {
  side: "internal",
  about: "efficiency",
  weight: 40,
  better: "lower",
  target: 5,
  worst: 15,
  unit: "minutes",
});

function card(measures: readonly ScorecardMeasure[], customerFacing = true): DepartmentScorecard {
  return { department: "service", customerFacing, measures };
}

const SERVICE = card([measure("csat"), HANDLING]);

describe("SRV-7: the weight rule", () => {
  const codes = (measures: readonly ScorecardMeasure[], customerFacing = true): readonly string[] =>
    lintScorecard(card(measures, customerFacing)).map(({ code }) => code);

  test("SRV-7: satisfaction must weigh more than half: exactly half is too light", () => {
    const half = [measure("csat", { weight: 50 }), { ...HANDLING, weight: 50 }];
    const [finding] = lintScorecard(card(half));
    expect([finding?.code, finding?.severity]).toEqual([
      "scorecard-satisfaction-too-light",
      "error",
    ]);
    expect(explain(finding!, SERVICE_SENTENCES)).toBe(
      "service deals with customers, whose satisfaction must weigh more than half; its share is 0.5.",
    );
    expect(codes([measure("csat", { weight: 50.1 }), { ...HANDLING, weight: 49.9 }])).toEqual([]);
    expect(codes(half, false)).toEqual([]);
  });

  test("SRV-7: weights of a tenth add up to half in spite of rounding", () => {
    const tenths = Array.from({ length: 10 }, (_, i) =>
      i < 5
        ? measure(`csat-${String(i)}`, { weight: 0.1 })
        : { ...HANDLING, id: `time-${String(i)}`, weight: 0.1 },
    );
    expect(codes(tenths)).toEqual(["scorecard-satisfaction-too-light"]);
  });

  test("SRV-7: satisfaction of internal customers, or external efficiency, is not the customers'", () => {
    expect(
      codes([
        measure("staff", { side: "internal" }),
        measure("fast", { about: "efficiency", weight: 40 }),
      ]),
    ).toEqual(["scorecard-satisfaction-too-light"]);
  });

  test("SRV-7: both sides are needed, and no measure decides alone", () => {
    expect(codes([measure("a"), measure("b")])).toEqual(["scorecard-without-internal"]);
    expect(codes([HANDLING, { ...HANDLING, id: "x" }], false)).toEqual([
      "scorecard-without-external",
    ]);
    expect(codes([measure("csat", { weight: 61 }), { ...HANDLING, weight: 39 }])).toEqual([
      "scorecard-measure-dominates",
    ]);
  });
});

describe("SRV-7: the weighted result", () => {
  test("SRV-7: in proportion between worst and target, whichever way is better", () => {
    const score = (csat: number, handling: number): readonly unknown[] => {
      const result = scoreDepartment(SERVICE, { values: { csat, handling } });
      return [result.external, result.internal, result.score];
    };
    expect(score(90, 5)).toEqual([100, 100, 100]);
    expect(score(95, 3)).toEqual([100, 100, 100]);
    expect(score(50, 15)).toEqual([0, 0, 0]);
    expect(score(10, 99)).toEqual([0, 0, 0]);
    expect(score(70, 12.5)).toEqual([50, 25, 40]);
  });

  test("SRV-7: a target is met exactly at it", () => {
    const met = (csat: number, handling: number): readonly unknown[] =>
      scoreDepartment(SERVICE, { values: { csat, handling } }).measures.map((one) => one.met);
    expect(met(90, 5)).toEqual([true, true]);
    expect(met(89.9, 5.1)).toEqual([false, false]);
  });

  test("SRV-7: a missing measure is named, not guessed: the score lies between two bounds", () => {
    const result = scoreDepartment(SERVICE, {
      values: { csat: 80 },
      previous: { csat: 80, handling: 5 },
    });
    expect([result.score, result.missing, result.least, result.most]).toEqual([
      undefined,
      ["handling"],
      45,
      85,
    ]);
    expect([result.external, result.internal, result.change]).toEqual([75, undefined, undefined]);
    expect(result.previousScore).toBe(85);
    expect(explain(result.trace, SERVICE_SENTENCES)).toContain(
      "handling, a weight share of 0.4, has no value.",
    );
    const nothing = scoreDepartment(SERVICE, { values: {} });
    expect([nothing.least, nothing.most]).toEqual([0, 100]);
  });

  test("SRV-7: compared with the last period, by measure and in all", () => {
    const result = scoreDepartment(SERVICE, {
      values: { csat: 80, handling: 7.5 },
      previous: { csat: 70, handling: 5 },
    });
    expect([result.score, result.previousScore, result.change]).toEqual([75, 70, 5]);
    expect(result.measures.map((one) => [one.previousValue, one.scoreChange])).toEqual([
      [70, 25],
      [5, -25],
    ]);
    const unknown = scoreDepartment(SERVICE, {
      values: { csat: 80, handling: 7.5 },
      previous: { csat: 70 },
    });
    expect([unknown.change, unknown.measures[1]?.scoreChange]).toEqual([undefined, undefined]);
  });

  test("SRV-7: a scorecard that breaks the rule is scored, and the finding stands with the result", () => {
    const light = card([measure("csat", { weight: 1 }), HANDLING]);
    const result = scoreDepartment(light, { values: { csat: 90, handling: 5 } });
    expect(result.findings.map(({ code }) => code)).toContain("scorecard-satisfaction-too-light");
    expect(result.satisfactionWeightShare).toBeCloseTo(1 / 41, 12);
  });

  test("SRV-7: the parts add up, the score stays within 0 and 100, and better values never lower it", () => {
    const any = fc.record({
      csat: fc.double({ min: 0, max: 100, noNaN: true }),
      handling: fc.double({ min: 0, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(any, (values) => {
        const { score = -1, trace } = scoreDepartment(SERVICE, { values });
        expect((trace.parts ?? []).reduce((sum, { value }) => sum + value, 0)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        const better = { csat: values.csat + 1, handling: Math.max(0, values.handling - 1) };
        expect(scoreDepartment(SERVICE, { values: better }).score).toBeGreaterThanOrEqual(score);
      }),
      { numRuns: 40 },
    );
  });

  test("SRV-7: full marks are never more than 100, whatever the weights", () => {
    const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 6 }), (weights) => {
        const measures = weights.map((one, i) => measure(`m-${String(i)}`, { weight: one }));
        const values = Object.fromEntries(measures.map(({ id, target }) => [id, target]));
        const {
          score = -1,
          external = -1,
          least,
          most,
        } = scoreDepartment(card(measures), {
          values,
        });
        expect(Math.max(score, external, least, most)).toBeLessThanOrEqual(100);
        expect(score).toBeCloseTo(100, 9);
      }),
    );
  });

  test.each([
    [card([]), {}, "measures must not be empty"],
    [card([measure("a"), measure("a")]), {}, 'each measure must stand once, got "a"'],
    [card([measure("a", { weight: 0 })]), {}, "the weight of a must be above 0, got 0"],
    [card([measure("a", { worst: 90 })]), {}, "the worst value of a must be on the worse side"],
    [card([measure("a", { better: "lower" })]), {}, "must be on the worse side"],
    [SERVICE, { nps: 5 }, 'values must be of measures of the scorecard, got "nps"'],
    [SERVICE, { csat: Number.NaN }, "the value of csat must be finite, got NaN"],
  ])("SRV-7: what is not valid is refused", (given, values, message) => {
    expect(() => scoreDepartment(given, { values })).toThrow(message);
  });
});
