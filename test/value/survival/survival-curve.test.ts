import { readFileSync } from "node:fs";
import fc from "fast-check";
import { aggregate } from "goodwill/shared";
import {
  restrictedMean,
  survivalAt,
  survivalCombine,
  survivalCurve,
  survivalQuantile,
  type SurvivalRow,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import {
  LUNG,
  REMISSION_MEDIANS,
  REMISSION_PLACEBO,
  REMISSION_TREATED,
  TREATED_TABLE,
} from "../../golden/value-survival.js";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";
import { plainSurvival, survivalRows } from "./plain-survival.js";
import { lungRows, telcoRows, type SurvivalReference } from "./survival-reference.js";

const TREATED = survivalRows(REMISSION_TREATED);
const anyRow: fc.Arbitrary<SurvivalRow> = fc.record({
  time: fc.nat({ max: 20 }).map((time) => time / 4),
  event: fc.boolean(),
});
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 40 });

describe("survival curve", () => {
  test("VAL-3: the published table of remission times", () => {
    const { points, n, events } = survivalCurve(TREATED);
    expect([n, events]).toEqual([21, 9]);
    const table = points
      .filter((point) => point.events > 0)
      .map(({ time, atRisk, events: left, survival }) => [time, atRisk, left, survival.toFixed(4)]);
    expect(table).toEqual(TREATED_TABLE);
    // One point for each time, those at which somebody was only last seen among them.
    expect(points.map(({ time }) => time)).toEqual([
      ...new Set(TREATED.map(({ time }) => time).toSorted((a, b) => a - b)),
    ]);
    expect(points.find(({ time }) => time === 32)).toMatchObject({
      atRisk: 4,
      events: 0,
      censored: 2,
    });
  });

  test("VAL-3: who leaves at a time leaves before those last seen at it", () => {
    const { points } = survivalCurve([
      { time: 6, event: false },
      { time: 6, event: true },
    ]);
    expect(points).toMatchObject([{ time: 6, atRisk: 2, events: 1, censored: 1, survival: 0.5 }]);
  });

  test("VAL-3: once nobody is left, nothing is said of error and interval", () => {
    const { points } = survivalCurve([1, 2, 3].map((time) => ({ time, event: true })));
    // survfit of R: 0.667 (0.2995 to 1), 0.333 (0.0673 to 1), 0 (NA to NA).
    expect(points[0]?.lower?.toFixed(4)).toBe("0.2995");
    expect(points[1]?.lower?.toFixed(4)).toBe("0.0673");
    expect(points[1]?.upper).toBe(1);
    expect(points[2]).toEqual({ time: 3, atRisk: 1, events: 1, censored: 0, survival: 0 });
  });

  test("every point agrees with the definition", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const point of survivalCurve(rows, { level: 0.9 }).points) {
          const plain = plainSurvival(rows, point.time);
          expect(point.atRisk).toBe(plain.atRisk);
          expect(point.survival).toBeCloseTo(plain.survival, 12);
          if (plain.survival === 0) {
            expect(point).not.toHaveProperty("standardError");
            continue;
          }
          const error = Math.sqrt(plain.greenwood);
          expect(point.standardError).toBeCloseTo(plain.survival * error, 12);
          const factor = Math.exp(1.6448536269514722 * error);
          expect(point.lower).toBeCloseTo(plain.survival / factor, 12);
          expect(point.upper).toBeCloseTo(Math.min(1, plain.survival * factor), 12);
        }
      }),
    );
  });

  test("without censoring it is the share still there", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 15 }), { minLength: 1, maxLength: 50 }), (times) => {
        for (const point of survivalCurve(times.map((time) => ({ time, event: true }))).points) {
          const staying = times.filter((time) => time > point.time).length / times.length;
          expect(point.survival).toBeCloseTo(staying, 12);
        }
      }),
    );
  });

  test("a weight is as many rows, and the order of the rows does not matter", () => {
    const weighted = fc.array(
      fc.record({ row: anyRow, weight: fc.integer({ min: 1, max: 4 }), key: fc.nat() }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(weighted, (drawn) => {
        const curve = survivalCurve(drawn.map(({ row, weight }) => ({ ...row, weight })));
        const repeated = drawn.flatMap(({ row, weight }) => Array<SurvivalRow>(weight).fill(row));
        expect(survivalCurve(repeated)).toEqual(curve);
        const shuffled = drawn.toSorted((a, b) => a.key - b.key);
        expect(survivalCurve(shuffled.map(({ row, weight }) => ({ ...row, weight })))).toEqual(
          curve,
        );
      }),
    );
  });

  test("the unit of time does not matter", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { points } = survivalCurve(rows);
        const doubled = survivalCurve(rows.map((row) => ({ ...row, time: 2 * row.time })));
        expect(doubled.points.map((point) => ({ ...point, time: point.time / 2 }))).toEqual(points);
      }),
    );
  });

  test("in parts it is the same, and accumulators keep the laws of merging", () => {
    expect(aggregate(TREATED, survivalCombine())).toEqual(survivalCurve(TREATED));
    expectMergeLaws(survivalCombine(), anyRow, {
      strangers: [
        { version: 2, configuration: "survival", times: [], events: [], censored: [] },
        { version: 1, configuration: "other", times: [], events: [], censored: [] },
      ],
    });
  });

  test("no rows give a curve without points", () => {
    expect(survivalCurve([])).toEqual({ points: [], n: 0, events: 0, level: 0.95 });
  });

  test("times, weights, events and levels that are none are refused", () => {
    const row = { time: 1, event: true };
    for (const time of [-1, NaN, Infinity]) {
      expect(() => survivalCurve([{ ...row, time }])).toThrow(
        /time must be a number of at least 0/,
      );
    }
    for (const weight of [0, -1, NaN, Infinity]) {
      expect(() => survivalCurve([{ ...row, weight }])).toThrow(/weight must be a number above 0/);
    }
    expect(() => survivalCurve([{ time: 1, event: 1 as unknown as boolean }])).toThrow(TypeError);
    expect(() => survivalCurve([row], { level: 1 })).toThrow(RangeError);
    expect(() => survivalCombine({ level: 0 })).toThrow(RangeError);
  });
});

describe("reading a survival curve", () => {
  const curve = survivalCurve(survivalRows("3 5 9 12+"));

  test("VAL-3: the share at a time is that after the last one who left by then", () => {
    expect(survivalAt(curve, 0)).toEqual({ survival: 1, standardError: 0, lower: 1, upper: 1 });
    expect(survivalAt(curve, 2.9)?.survival).toBe(1);
    expect(survivalAt(curve, 3)?.survival).toBe(0.75);
    expect(survivalAt(curve, 8.9)?.survival).toBe(0.5);
    expect(survivalAt(curve, 12)?.survival).toBe(0.25);
    expect(survivalAt(curve, 12.1)).toBeUndefined();
    expect(survivalAt(survivalCurve([]), 0)).toBeUndefined();
    expect(survivalAt(survivalCurve(survivalRows("3 5")), 99)).toEqual({ survival: 0 });
    expect(() => survivalAt(curve, -1)).toThrow(RangeError);
    expect(() => survivalAt(curve, NaN)).toThrow(RangeError);
  });

  test("VAL-3: the medians of remission", () => {
    expect(survivalQuantile(survivalCurve(TREATED), 0.5)).toEqual(REMISSION_MEDIANS.treated);
    const placebo = survivalCurve(survivalRows(REMISSION_PLACEBO));
    expect(survivalQuantile(placebo, 0.5)).toEqual(REMISSION_MEDIANS.placebo);
  });

  test("VAL-3: a curve that runs at the share has its middle; one that does not fall so far has none", () => {
    // Exactly a half from 5 to 9.
    expect(survivalQuantile(curve, 0.5).time).toBe(7);
    expect(survivalQuantile(survivalCurve(survivalRows("3 5 9+ 12+")), 0.5).time).toBe(5);
    expect(survivalQuantile(curve, 0.9).time).toBeUndefined();
    expect(survivalQuantile(survivalCurve([]), 0.5)).toEqual({ level: 0.95 });
    for (const share of [0, 1, NaN]) {
      expect(() => survivalQuantile(curve, share)).toThrow(/share must lie between 0 and 1/);
    }
  });

  test("VAL-3: the restricted mean is the area under the curve", () => {
    // 3 at 1, 2 at 3/4, 4 at 1/2, 1 at 1/4.
    const { mean, unobserved } = restrictedMean(curve, { until: 10 });
    expect([mean, unobserved]).toEqual([6.75, 0]);
    expect(restrictedMean(curve, { until: 2 })).toMatchObject({ mean: 2, standardError: 0 });
    // The last share is taken to last on, which is said.
    expect(restrictedMean(curve, { until: 16 })).toMatchObject({ mean: 8.25, unobserved: 4 });
    const left = survivalCurve(survivalRows("3 5"));
    expect(restrictedMean(left, { until: 9 })).toMatchObject({ mean: 4, unobserved: 0 });
    expect(() => restrictedMean(curve, { until: 0 })).toThrow(/limit must be a number above 0/);
    expect(() => restrictedMean(survivalCurve([]), { until: 1 })).toThrow(/at least one row/);
  });

  test("without censoring the restricted mean is a mean, with its standard error", () => {
    const rows = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 30 }), (times, until) => {
        const result = restrictedMean(survivalCurve(times.map((time) => ({ time, event: true }))), {
          until,
        });
        const held = times.map((time) => Math.min(time, until));
        const mean = held.reduce((sum, time) => sum + time, 0) / held.length;
        const squares = held.reduce((sum, time) => sum + (time - mean) ** 2, 0);
        expect(result.mean).toBeCloseTo(mean, 10);
        // Greenwood without censoring is the variance with n, not n - 1.
        expect(result.standardError).toBeCloseTo(Math.sqrt(squares) / held.length, 10);
      }),
    );
  });

  test("restricted means add up over stretches", () => {
    fc.assert(
      fc.property(anyRows, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (rows, a, b) => {
        const drawn = survivalCurve(rows);
        const [from, to] = [Math.min(a, b) / 8 + 0.1, Math.max(a, b) / 8 + 0.2];
        const stretch =
          restrictedMean(drawn, { until: to }).mean - restrictedMean(drawn, { until: from }).mean;
        // The area between the two, summed step by step between all times.
        const cuts = [from, ...drawn.points.map(({ time }) => time), to]
          .filter((time) => time >= from && time <= to)
          .toSorted((x, y) => x - y);
        let area = 0;
        for (let i = 1; i < cuts.length; i += 1) {
          area += plainSurvival(rows, cuts[i - 1]!).survival * (cuts[i]! - cuts[i - 1]!);
        }
        expect(stretch).toBeCloseTo(area, 10);
      }),
    );
  });
});

const reference = sharedData("data/value/ref/survival.json");
const lung = sharedData("data/value/data/lung.csv");
const telco = sharedData("data/value/data/telco_churn.csv");

describe("survival against R", () => {
  test.skipIf(reference === undefined || lung === undefined || telco === undefined)(
    "VAL-3: curves of lung and telco agree with R to 1e-10, counts exactly",
    () => {
      const expected = JSON.parse(readFileSync(reference!, "utf8")) as SurvivalReference;
      const patients = lungRows(lung!);
      const subscribers = telcoRows(telco!);
      const of = <T extends { readonly group: string }>(rows: readonly T[], strata: string): T[] =>
        rows.filter(({ group }) => strata === "all" || strata.endsWith(`=${group}`));
      for (const { table, rows } of [
        { table: expected.lung.all, rows: patients },
        { table: expected.lung.by_sex, rows: patients },
        { table: expected.telco.all, rows: subscribers },
        { table: expected.telco.by_contract, rows: subscribers },
      ]) {
        for (const strata of new Set(table.map((row) => row.strata))) {
          const points = survivalCurve(of(rows, strata)).points.filter(({ events }) => events > 0);
          const published = table.filter((row) => row.strata === strata);
          expect(points.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
            published.map(({ time, n_risk, n_event }) => [time, n_risk, n_event]),
          );
          points.forEach(({ survival, standardError, lower, upper }, i) => {
            const row = published[i]!;
            const pairs = [
              [survival, row.survival],
              [standardError!, row.se],
              [lower!, row.lower95],
              [upper!, row.upper95],
            ] as const;
            for (const [got, want] of pairs) {
              expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-10 * Math.abs(want));
            }
          });
        }
      }
      const curve = survivalCurve(patients);
      expect([curve.n, curve.events]).toEqual([LUNG.n, LUNG.events]);
      expect(survivalQuantile(curve, 0.5)).toEqual(LUNG.median);
      const year = restrictedMean(curve, { until: 365 });
      expect(Math.abs(year.mean / LUNG.mean365 - 1)).toBeLessThan(1e-12);
      expect(Math.abs(year.standardError / LUNG.mean365Error - 1)).toBeLessThan(1e-12);
      const months = restrictedMean(survivalCurve(subscribers), { until: 72 });
      expect(Math.abs(months.mean / expected.telco.rmst72 - 1)).toBeLessThan(1e-12);
    },
  );
});
