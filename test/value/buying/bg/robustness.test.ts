import { seededRandom } from "goodwill/shared";
import type { PurchaseHistory } from "goodwill/value";
import { describe, expect, test } from "vitest";
import { minimise, type Objective } from "../../../../src/shared/optimisation/minimise.js";
import { bgLikelihood } from "../../../../src/value/buying/bg/bg-likelihood.js";
import { fitBg } from "../../../../src/value/buying/bg/fit-bg.js";
import { historyCells } from "../../../../src/value/buying/history-cells.js";
import { simulateBuyers } from "../simulated-buyers.js";

const NAMES = ["r", "alpha", "a", "b"] as const;

/** Among them customers all alike, hardly any who leave, all who leave at once or never. */
const PARAMETERS = [
  { r: 0.24, alpha: 4.4, a: 0.79, b: 2.4 },
  { r: 0.05, alpha: 0.5, a: 1, b: 0.3 },
  { r: 5, alpha: 100, a: 0.01, b: 0.04 },
  { r: 2, alpha: 30, a: 0.05, b: 8 },
  { r: 0.8, alpha: 7, a: 3, b: 12 },
  { r: 0.02, alpha: 0.001, a: 1.5, b: 40 },
  { r: 1.2, alpha: 0.9, a: 0.2, b: 0.8 },
  { r: 50, alpha: 500, a: 1, b: 1 },
  { r: 0.5, alpha: 13, a: 0.001, b: 0.04 },
  { r: 20, alpha: 20, a: 10, b: 30 },
];

function madeSet(seed: number): PurchaseHistory[] {
  const customers = [10, 30, 100, 300, 1000, 3000][Math.floor(seed / 10) % 6]!;
  const age = [2, 10, 39, [5, 26, 52, 78], 365][Math.floor(seed / 12) % 5]!;
  const kind = seed % 4 < 2 ? "bg-nbd" : "mbg-nbd";
  const parameters = PARAMETERS[seed % PARAMETERS.length]!;
  const random = seededRandom(1000 + seed);
  const rows = simulateBuyers({ kind, parameters }, { customers, age, random });
  switch (seed % 25) {
    case 21:
      return rows.map((row) => ({ ...row, recency: row.frequency > 0 ? row.age : 0 }));
    case 22:
      return rows.slice(0, 1);
    case 23:
      return rows.map((row) => ({ ...row, frequency: 0, recency: 0 }));
    case 24:
      return rows.map(() => rows[0]!);
    default:
      return rows;
  }
}

/** The mean negative log-likelihood with one parameter fixed and the others made the best of. */
function profile(
  logLikelihood: Objective,
  {
    at,
    fixed,
    to,
    customers,
    tolerance,
  }: {
    readonly at: readonly number[];
    readonly fixed: number;
    readonly to: number;
    readonly customers: number;
    readonly tolerance: number;
  },
): number {
  const values = new Float64Array(at.length);
  const bound = (free: number): number[] =>
    at.map((_, i) => (i === fixed ? Math.log(to) : Math.log(free)));
  const found = minimise(
    (point, gradient) => {
      point.forEach((entry, i) => (values[i] = Math.exp(entry)));
      const value = -logLikelihood(values, gradient) / customers;
      values.forEach((entry, i) => (gradient[i] = (-gradient[i]! * entry) / customers));
      return value;
    },
    {
      ...{ lower: bound(1e-9), upper: bound(1e9), gradientTolerance: tolerance },
      start: at.map((value, i) => Math.log(i === fixed ? to : value)),
      maximumIterations: 500,
    },
  );
  return found.value;
}

function profileOf(set: number, rows: readonly PurchaseHistory[]) {
  const firstChance = set % 2 === 0 ? 0 : 1;
  const fit = fitBg(rows, { model: "made customers", firstChance });
  const cells = historyCells(rows, "test");
  const { logLikelihood } = bgLikelihood(cells, { firstChance });
  const { r, alpha, a, b } = fit.parameters;
  const at = [r, alpha / cells.timeUnit, a, b];
  const { customers } = cells;
  const loss = -logLikelihood(Float64Array.from(at), new Float64Array(4)) / customers;
  const gain = (fixed: number, factor: number, tolerance = 1e-7): number =>
    loss - profile(logLikelihood, { at, fixed, to: at[fixed]! * factor, customers, tolerance });
  return { fit, gain, firstChance } as const;
}

const sets = Array.from({ length: 150 }, (_, set) => set);

describe("VAL-3: 150 made sets of customers, many of them hard", () => {
  test(
    "VAL-3: each gives a result and says rightly whether it is a maximum",
    { timeout: 300_000 },
    () => {
      const codes = { "interior-maximum": 0, "no-interior-maximum": 0, "not-converged": 0 };
      for (const set of sets) {
        const rows = madeSet(set);
        const { fit, gain, firstChance } = profileOf(set, rows);
        codes[fit.diagnostic.code] += 1;
        const numbers = [...Object.values(fit.parameters), fit.logLikelihood];
        expect(numbers.every(Number.isFinite), `set ${String(set)}`).toBe(true);
        if (fit.diagnostic.code === "interior-maximum") {
          // Wherever one parameter is put, the others cannot make up for it.
          for (const fixed of NAMES.keys()) {
            for (const factor of [0.1, 10]) {
              expect(gain(fixed, factor), `set ${String(set)}: ${NAMES[fixed]!}`).toBeLessThan(0);
            }
          }
          expect(Object.values(fit.standardErrors!).every((error) => error > 0)).toBe(true);
        } else if (fit.diagnostic.code === "no-interior-maximum") {
          // Pushed on by a factor of 10, the runaway loses nothing.
          const [{ parameter, towards }] = fit.diagnostic.runaways as [
            (typeof fit.diagnostic.runaways)[number],
          ];
          const fixed = NAMES.findIndex((name) => name === parameter);
          const factor = towards === "zero" ? 0.1 : 10;
          // A search that ends early makes the others worse than they could be: only then is it worth a longer one.
          const quick = gain(fixed, factor);
          const pushed = quick > -1e-8 ? quick : gain(fixed, factor, 1e-11);
          expect(pushed, `set ${String(set)}: ${parameter}`).toBeGreaterThan(-1e-8);
          expect(fit.standardErrors).toBeUndefined();
        }
        const held = fitBg(rows, { model: "made customers", firstChance, penalty: 0.01 });
        expect(held.diagnostic, `set ${String(set)}`).toEqual({ code: "interior-maximum" });
      }
      expect(codes["not-converged"]).toBe(0);
      expect(codes["interior-maximum"]).toBeGreaterThan(40);
      expect(codes["no-interior-maximum"]).toBeGreaterThan(40);
    },
  );
});
