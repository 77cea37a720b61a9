import { seededRandom } from "goodwill/shared";
import {
  buyingModelSchema,
  fitBgBb,
  purchaseLogLikelihood,
  type PurchaseCell,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bgBbCellsLogLikelihood } from "../../../../src/value/buying/bg-bb/bg-bb-likelihood.js";
import golden from "../../../golden/value-bg-bb.json" with { type: "json" };
import { expectDerivatives } from "../../spend/derivatives.js";
import { simulateBuyers } from "../simulated-buyers.js";

const DONORS: readonly PurchaseCell[] = golden.cells;
const NAMES = ["alpha", "beta", "gamma", "delta"] as const;

describe("VAL-3: BG/BB, fit", () => {
  test("VAL-3: the donors of the paper give the parameters of 30-digit arithmetic", () => {
    const fit = fitBgBb(DONORS);
    expect(fit.kind).toBe("bg-bb");
    expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
    expect(Math.abs(fit.logLikelihood - golden.fit.logLikelihood)).toBeLessThan(1e-6);
    for (const name of NAMES) {
      expect(Math.abs(fit.parameters[name] / golden.fit.parameters[name] - 1)).toBeLessThan(1e-9);
      const error = fit.standardErrors![name] / golden.fit.standardErrors[name] - 1;
      expect(Math.abs(error), `standard error of ${name}`).toBeLessThan(1e-4);
      expect(Math.abs(fit.parameters[name] - golden.published[name])).toBeLessThan(0.0006);
    }
    expect([fit.customers, fit.cells]).toEqual([11_104, 22]);
  });

  test("VAL-3: the log-likelihood is the sum over the customers", () => {
    const fit = fitBgBb(DONORS);
    const sum = DONORS.reduce((all, c) => all + c.count * purchaseLogLikelihood(fit, c), 0);
    expect(Math.abs(sum - fit.logLikelihood)).toBeLessThan(1e-8);
  });

  test("VAL-3: the derivatives are those of the likelihood, with long silences and without", () => {
    const column = (values: readonly number[]): Float64Array => Float64Array.from(values);
    const objective = bgBbCellsLogLikelihood({
      frequency: column([0, 1, 3, 2, 0]),
      recency: column([0, 1, 6, 9, 0]),
      age: column([0, 4, 6, 30, 12]),
      count: column([5, 2, 1, 3, 4]),
    });
    expectDerivatives(objective, [1.2, 0.7, 0.6, 2.8]);
    expectDerivatives(objective, [0.2, 4, 1, 0.3]);
    expectDerivatives(objective, [30, 2, 5, 40]);
  });

  test("VAL-3: a silence of thousands of opportunities overflows neither value nor derivatives", () => {
    const objective = bgBbCellsLogLikelihood({
      frequency: Float64Array.of(900, 2),
      recency: Float64Array.of(900, 2),
      age: Float64Array.of(20_000, 20_000),
      count: Float64Array.of(1, 1),
    });
    const gradient = new Float64Array(4);
    expect(Number.isFinite(objective(Float64Array.of(50, 2, 1, 30), gradient))).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
    expectDerivatives(objective, [50, 2, 1, 30]);
  });

  test("VAL-3: order does not matter, to the last bit, and a count is that many rows", () => {
    const rows = DONORS.map((cell) => ({ ...cell, count: 1 + (cell.count % 3) }));
    const fit = fitBgBb(rows);
    const repeated = rows.flatMap(({ count, ...history }) =>
      Array.from({ length: count }, () => history),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(repeated, { minLength: repeated.length }), (shuffled) => {
        expect(fitBgBb(shuffled)).toEqual(fit);
      }),
      { numRuns: 5 },
    );
  });

  test("VAL-3: customers made by living through the model give its parameters back", () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 };
    const customers = simulateBuyers(
      { kind: "bg-bb", parameters },
      { customers: 20_000, age: [4, 6, 9], random: seededRandom(5) },
    );
    const fit = fitBgBb(customers);
    expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
    for (const name of NAMES) {
      const errors = (fit.parameters[name] - parameters[name]) / fit.standardErrors![name];
      expect(Math.abs(errors), name).toBeLessThan(3.5);
    }
  });

  test("VAL-3: sixty made sets, many hard, all give a result without NaN", () => {
    const random = seededRandom(17);
    const pick = (values: readonly number[]): number =>
      values[Math.floor(random() * values.length)]!;
    const found: string[] = [];
    for (let set = 0; set < 60; set += 1) {
      const shape = (): number => pick([0.05, 0.3, 1, 4, 30, 300]);
      const parameters = { alpha: shape(), beta: shape(), gamma: shape(), delta: shape() };
      const customers = simulateBuyers(
        { kind: "bg-bb", parameters },
        { customers: pick([1, 20, 400]), age: pick([1, 2, 6, 24]), random },
      );
      const fit = fitBgBb(customers);
      found.push(fit.diagnostic.code);
      for (const name of NAMES) {
        expect(fit.parameters[name]).toBeGreaterThan(0);
        expect(fit.parameters[name]).toBeLessThan(Infinity);
        if (fit.standardErrors) expect(fit.standardErrors[name]).toBeGreaterThan(0);
      }
      expect(fit.logLikelihood).toBeLessThanOrEqual(0);
      const isMaximum = fit.diagnostic.code === "interior-maximum";
      expect(fit.standardErrors !== undefined, JSON.stringify(fit)).toBe(isMaximum);
    }
    expect(new Set(found)).toContain("interior-maximum");
    expect(new Set(found)).toContain("no-interior-maximum");
  });

  test("VAL-3: customers who always come have no interior maximum, and predictions all the same", () => {
    const fit = fitBgBb([{ frequency: 6, recency: 6, age: 6, count: 50 }]);
    expect(fit.diagnostic.code).toBe("no-interior-maximum");
    expect(fit.standardErrors).toBeUndefined();
    expect(fit.logLikelihood).toBeGreaterThan(-0.01);
  });

  test("VAL-3: a penalty gives finite parameters where the data alone do not", () => {
    const customers = [{ frequency: 6, recency: 6, age: 6, count: 50 }];
    const fit = fitBgBb(customers, { penalty: 0.01 });
    expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
    for (const name of NAMES) expect(fit.parameters[name]).toBeLessThan(1000);
  });

  test("histories not in whole opportunities are a broken contract", () => {
    const fit = (frequency: number, recency: number, age: number) => (): unknown =>
      fitBgBb([{ frequency, recency, age }]);
    expect(fit(1, 1.5, 4)).toThrow(
      "Cannot fit BG/BB: the recency must be the number of an opportunity, got 1.5",
    );
    expect(fit(1, 1, 4.5)).toThrow(
      "Cannot fit BG/BB: the age must be a whole number of at most 1,000,000 opportunities, got 4.5",
    );
    expect(fit(1, 1, 1_000_001)).toThrow(RangeError);
    expect(fit(3, 2, 4)).toThrow(
      "Cannot fit BG/BB: the recency must be the number of the last opportunity used, at least the " +
        "frequency of 3 and 0 without one, got 2",
    );
    expect(fit(0, 2, 4)).toThrow(RangeError);
    expect(fit(-1, 0, 4)).toThrow(RangeError);
    expect(() => fitBgBb([])).toThrow("Cannot fit BG/BB: it needs at least one customer, got none");
    expect(() => fitBgBb([{ frequency: 1, recency: 1, age: 1, count: 0 }])).toThrow(RangeError);
  });

  test("a model or a fit read from JSON passes its schema; another does not", () => {
    const fit = fitBgBb(DONORS);
    const read = buyingModelSchema.parse(JSON.parse(JSON.stringify(fit)));
    expect(read).toEqual({ kind: "bg-bb", parameters: fit.parameters });
    const wrong = { kind: "bg-bb", parameters: { ...fit.parameters, delta: 0 } };
    expect(buyingModelSchema.safeParse(wrong).success).toBe(false);
  });
});
