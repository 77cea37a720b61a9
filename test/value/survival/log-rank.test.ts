import { readFileSync } from "node:fs";
import fc from "fast-check";
import { logRank, survivalCurve, type SurvivalRow } from "goodwill/value";
import { describe, expect, test } from "vitest";
import {
  LUNG,
  REMISSION_LOG_RANK,
  REMISSION_PLACEBO,
  REMISSION_TREATED,
} from "../../golden/value-survival.js";
import { sharedData } from "../../shared-data.js";
import { survivalRows } from "./plain-survival.js";
import {
  lungRows,
  telcoRows,
  type GroupedRow,
  type ReferenceLogRank,
  type SurvivalReference,
} from "./survival-reference.js";

function testOf(groups: Readonly<Record<string, readonly SurvivalRow[]>>) {
  return logRank(
    Object.entries(groups).map(([group, rows]) => ({ group, curve: survivalCurve(rows) })),
  );
}

/** Observed less expected and their variance for two groups, straight from the hypergeometric distribution. */
function plainTwoGroups(a: readonly SurvivalRow[], b: readonly SurvivalRow[]): number {
  let [difference, variance] = [0, 0];
  for (const time of new Set([...a, ...b].filter(({ event }) => event).map((row) => row.time))) {
    const [first, all] = [a, [...a, ...b]].map(
      (rows) => rows.filter((row) => row.time >= time).length,
    );
    const leave = (rows: readonly SurvivalRow[]) =>
      rows.filter((row) => row.time === time && row.event).length;
    const [n, m, d] = [all!, first!, leave([...a, ...b])];
    difference += leave(a) - (d * m) / n;
    if (n > 1) variance += (d * m * (n - m) * (n - d)) / (n * n * (n - 1));
  }
  return variance > 1e-12 ? difference ** 2 / variance : 0;
}

const anyRow: fc.Arbitrary<SurvivalRow> = fc.record({
  time: fc.nat({ max: 12 }),
  event: fc.boolean(),
});
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 20 });

describe("log-rank test", () => {
  test("VAL-3: the published test of remission times", () => {
    const { chiSquare, degreesOfFreedom, p, groups } = testOf({
      treated: survivalRows(REMISSION_TREATED),
      placebo: survivalRows(REMISSION_PLACEBO),
    });
    expect(chiSquare.toFixed(3)).toBe(REMISSION_LOG_RANK.chiSquare);
    expect(degreesOfFreedom).toBe(1);
    expect(p).toBeLessThan(0.0001);
    expect(groups.map(({ group, n }) => [group, n])).toEqual([
      ["treated", 21],
      ["placebo", 21],
    ]);
    expect(groups.map(({ observed }) => observed)).toEqual(REMISSION_LOG_RANK.observed);
    expect(groups.map(({ expected }) => expected.toFixed(2))).toEqual(REMISSION_LOG_RANK.expected);
  });

  test("for two groups it is the hypergeometric test", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (a, b) => {
        const { chiSquare, degreesOfFreedom } = testOf({ a, b });
        expect(chiSquare).toBeCloseTo(plainTwoGroups(a, b), 8);
        if (degreesOfFreedom === 0) expect(chiSquare).toBe(0);
      }),
    );
  });

  test("the order of the groups does not matter, nor one that was never at risk", () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyRows, (a, b, c) => {
        const whole = testOf({ a, b, c });
        const turned = testOf({ c, a, b });
        expect(turned.chiSquare).toBeCloseTo(whole.chiSquare, 8);
        expect(turned.degreesOfFreedom).toBe(whole.degreesOfFreedom);
        const sum = (key: "observed" | "expected") =>
          whole.groups.reduce((total, group) => total + group[key], 0);
        expect(sum("expected")).toBeCloseTo(sum("observed"), 10);
        const idle = testOf({ a, idle: [], b });
        const without = testOf({ a, b });
        expect(idle.chiSquare).toBeCloseTo(without.chiSquare, 8);
        expect(idle.degreesOfFreedom).toBe(without.degreesOfFreedom);
      }),
    );
  });

  test("a weight is as many rows", () => {
    fc.assert(
      fc.property(anyRows, anyRows, (a, b) => {
        const doubled = testOf({ a: [...a, ...a], b: [...b, ...b] });
        const heavy = (rows: readonly SurvivalRow[]) => rows.map((row) => ({ ...row, weight: 2 }));
        expect(testOf({ a: heavy(a), b: heavy(b) })).toEqual(doubled);
      }),
    );
  });

  test("equal groups do not differ; where nobody leaves there is nothing to test", () => {
    const rows = survivalRows("1 2 3 4+ 5");
    const equal = testOf({ a: rows, b: rows });
    expect(equal.chiSquare).toBeCloseTo(0, 12);
    expect(equal.p).toBeCloseTo(1, 5);
    expect(testOf({ a: survivalRows("1+ 2+"), b: survivalRows("3+") })).toMatchObject({
      chiSquare: 0,
      degreesOfFreedom: 0,
      p: 1,
    });
    expect(() => testOf({ a: rows })).toThrow(/at least two groups, got 1/);
  });

  const reference = sharedData("data/value/ref/survival.json");
  const lung = sharedData("data/value/data/lung.csv");
  const telco = sharedData("data/value/data/telco_churn.csv");
  test.skipIf(reference === undefined || lung === undefined || telco === undefined)(
    "VAL-3: sex in lung and contract in telco agree with R to 1e-10",
    () => {
      const expected = JSON.parse(readFileSync(reference!, "utf8")) as SurvivalReference;
      const compare = (
        rows: readonly GroupedRow[],
        names: readonly string[],
        want: ReferenceLogRank,
      ) => {
        const of = (name: string) => rows.filter(({ group }) => group === name);
        const got = testOf(Object.fromEntries(names.map((name) => [`group ${name}`, of(name)])));
        expect(Math.abs(got.chiSquare / want.chisq - 1)).toBeLessThan(1e-10);
        expect(got.degreesOfFreedom).toBe(want.df);
        // R subtracts from 1, which keeps 16 decimals.
        expect(Math.abs(got.p - want.p)).toBeLessThan(1e-12);
        expect(got.groups.map(({ observed }) => observed)).toEqual(want.observed);
        got.groups.forEach((group, i) => {
          expect(Math.abs(group.expected / want.expected[i]! - 1)).toBeLessThan(1e-10);
        });
        return got;
      };
      const bySex = compare(lungRows(lung!), ["1", "2"], expected.lung.logrank_sex);
      expect(bySex.chiSquare).toBeCloseTo(LUNG.logRankOfSex, 9);
      const contracts = ["Month-to-month", "One year", "Two year"];
      compare(telcoRows(telco!), contracts, expected.telco.logrank_contract);
    },
  );
});
