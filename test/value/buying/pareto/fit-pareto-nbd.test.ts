import { seededRandom } from "goodwill/shared";
import {
  aliveProbability,
  expectedPurchases,
  fitParetoNbd,
  type ParetoNbdModel,
  type PurchaseCell,
  type PurchaseHistory,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyCells } from "../../../../src/value/buying/history-cells.js";
import { paretoLogLikelihood } from "../../../../src/value/buying/pareto/pareto-likelihood.js";
import { simulateBuyers } from "../simulated-buyers.js";
import { plainLogLikelihood } from "./plain-likelihood.js";

function model(r: number, alpha: number, s: number, beta: number): ParetoNbdModel {
  return { kind: "pareto-nbd", parameters: { r, alpha, s, beta } };
}

function simulate(known: ParetoNbdModel, customers: number, seed: number): PurchaseHistory[] {
  const random = seededRandom(seed);
  const age = [27, 30, 33, 36, 39];
  return simulateBuyers(known, { customers, age, random }).map(
    ({ frequency, recency, age: observed }) => ({
      // Whole days, as purchases are known: that is what makes histories equal.
      ...{ frequency, age: observed },
      recency: Math.min(observed, Math.ceil(recency * 7) / 7),
    }),
  );
}

const NAMES = ["r", "alpha", "s", "beta"] as const;

describe("the likelihood that is fitted", () => {
  const rows = simulate(model(0.55, 10.6, 0.6, 11.7), 60, 1);
  const places = [
    [0.55, 0.3, 0.6, 0.35],
    [2, 0.01, 0.05, 5],
    [0.02, 20, 30, 0.2],
    [5, 3, 1, 0.004],
  ] as const;

  test.each(places)("VAL-3: is the sum of textbook integrals at %d, %d, %d, %d", (...place) => {
    const cells = historyCells(rows, "test");
    const [r, alpha, s, beta] = place;
    const parameters = { r, alpha, s, beta };
    const scaled = rows.map(({ frequency, recency, age }) => ({
      ...{ frequency, recency: recency / cells.timeUnit, age: age / cells.timeUnit },
    }));
    const plain = scaled.reduce((sum, row) => sum + plainLogLikelihood(parameters, row), 0);
    const fitted = paretoLogLikelihood(cells)(Float64Array.from(place), new Float64Array(4));
    expect(Math.abs(fitted / plain - 1)).toBeLessThan(1e-10);
  });

  test.each(places)("VAL-3: has the slope it says at %d, %d, %d, %d", (...place) => {
    const likelihood = paretoLogLikelihood(historyCells(rows, "test"));
    const gradient = new Float64Array(4);
    likelihood(Float64Array.from(place), gradient);
    const scratch = new Float64Array(4);
    place.forEach((value, i) => {
      const moved = (factor: number): number =>
        likelihood(Float64Array.from(place).with(i, value * (1 + factor * 1e-4)), scratch);
      // Central differences of fourth order.
      const slope = (8 * (moved(1) - moved(-1)) - moved(2) + moved(-2)) / (12e-4 * value);
      const size = Math.abs(slope) + 1 / value;
      expect(Math.abs(gradient[i]! - slope) / size).toBeLessThan(1e-7);
    });
  });

  test("VAL-3: stays finite and keeps its digits over huge frequencies and long silences", () => {
    const hard: PurchaseHistory[] = [
      { frequency: 2000, recency: 1, age: 2000 },
      { frequency: 2000, recency: 2000, age: 2000 },
      { frequency: 400, recency: 0.001, age: 30 },
      { frequency: 0, recency: 0, age: 2000 },
      { frequency: 3, recency: 0, age: 0 },
    ];
    const together = historyCells(hard, "test");
    const alone = hard.map((row) => historyCells([row, { ...row, count: 2 }], "test"));
    for (const [r, alpha, s, beta] of places) {
      const gradient = new Float64Array(4);
      const unit = together.timeUnit;
      const value = paretoLogLikelihood(together)(Float64Array.of(r, alpha, s, beta), gradient);
      // Each by itself, three times, in its own unit of time.
      const sum = alone.reduce((total, cells, i) => {
        const scale = unit / cells.timeUnit;
        const at = Float64Array.of(r, alpha * scale, s, beta * scale);
        const own = paretoLogLikelihood(cells)(at, new Float64Array(4)) / 3;
        return total + own + hard[i]!.frequency * Math.log(scale);
      }, 0);
      expect(Math.abs(value / sum - 1)).toBeLessThan(1e-11);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
  });
});

describe("fitParetoNbd", () => {
  test.each([
    { known: model(0.55, 10.6, 0.6, 11.7), customers: 4000, seed: 1 },
    { known: model(2, 20, 1.5, 30), customers: 3000, seed: 2 },
    { known: model(0.8, 3, 0.4, 6), customers: 3000, seed: 3 },
  ])(
    "VAL-3: finds the parameters of made customers: $known.parameters",
    ({ known, customers, seed }) => {
      const rows = simulateBuyers(known, {
        customers,
        age: [27, 33, 39],
        random: seededRandom(seed),
      });
      const fit = fitParetoNbd(rows);
      expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
      expect(fit.customers).toBe(customers);
      for (const name of NAMES) {
        const off = (fit.parameters[name] - known.parameters[name]) / fit.standardErrors![name];
        expect(Math.abs(off), name).toBeLessThan(3.5);
      }
    },
  );

  test("VAL-3: ends where the textbook likelihood is highest", () => {
    const rows = simulate(model(0.55, 10.6, 0.6, 11.7), 40, 4);
    const { parameters, logLikelihood } = fitParetoNbd(rows);
    const plain = (changed: Partial<typeof parameters>): number =>
      rows.reduce((sum, row) => sum + plainLogLikelihood({ ...parameters, ...changed }, row), 0);
    expect(Math.abs(plain({}) / logLikelihood - 1)).toBeLessThan(1e-10);
    for (const name of NAMES) {
      for (const factor of [0.95, 1.05]) {
        expect(plain({ [name]: factor * parameters[name] })).toBeLessThan(logLikelihood);
      }
    }
  });

  test("VAL-3: the order of rows changes nothing, and a count is so many rows", () => {
    const rows = simulate(model(1, 10, 0.6, 12), 200, 5);
    const fit = fitParetoNbd(rows);
    expect(fitParetoNbd(rows.toReversed())).toEqual(fit);
    const cells = rows.map((row, i): PurchaseCell => ({ ...row, count: 1 + (i % 3) }));
    const repeated = cells.flatMap(({ count, ...row }) => Array.from({ length: count }, () => row));
    expect(fitParetoNbd(repeated)).toEqual(fitParetoNbd(cells));
    expect(fitParetoNbd(cells).logLikelihood).not.toBe(fit.logLikelihood);
  });

  test("VAL-3: the unit of time changes alpha, beta and nothing else", () => {
    const rows = simulate(model(0.7, 9, 0.5, 8), 600, 6);
    const weeks = fitParetoNbd(rows);
    const days = fitParetoNbd(
      rows.map(({ frequency, recency, age }) => ({
        frequency,
        recency: 7 * recency,
        age: 7 * age,
      })),
    );
    expect(weeks.diagnostic.code).toBe("interior-maximum");
    const units = { r: 1, alpha: 7, s: 1, beta: 7 };
    for (const name of NAMES) {
      expect(days.parameters[name] / units[name] / weeks.parameters[name]).toBeCloseTo(1, 8);
      expect(days.standardErrors![name] / units[name] / weeks.standardErrors![name]).toBeCloseTo(
        1,
        6,
      );
    }
    const purchases = rows.reduce((sum, row) => sum + row.frequency, 0);
    expect(days.logLikelihood + purchases * Math.log(7)).toBeCloseTo(weeks.logLikelihood, 6);
  });

  test("VAL-3: a penalty keeps finite what runs off without it", () => {
    const rows = simulate(model(0.9, 9, 1e-9, 10), 150, 7);
    const free = fitParetoNbd(rows);
    expect(free.diagnostic.code).toBe("no-interior-maximum");
    expect(free.standardErrors).toBeUndefined();
    const held = fitParetoNbd(rows, { penalty: 0.01 });
    expect(held.diagnostic).toEqual({ code: "interior-maximum" });
    expect(held.logLikelihood).toBeLessThan(free.logLikelihood);
    expect(Math.max(...NAMES.map((name) => held.parameters[name]))).toBeLessThan(1e4);
  });

  test("VAL-3: says that how long customers stay has no best value when nobody leaves", () => {
    // Everyone has bought on the last day.
    const rows = simulate(model(1.5, 5, 1e-9, 10), 300, 8)
      .filter(({ frequency }) => frequency > 0)
      .map((row) => ({ ...row, recency: row.age }));
    const fit = fitParetoNbd(rows);
    expect(fit.diagnostic.code).toBe("no-interior-maximum");
    if (fit.diagnostic.code !== "no-interior-maximum") return;
    const names = fit.diagnostic.runaways.map(({ parameter }) => parameter);
    expect(names.every((name) => name === "s" || name === "beta")).toBe(true);
    const { s, beta } = fit.parameters;
    expect((39 * s) / beta).toBeLessThan(1e-3);
  });

  test("VAL-3: any histories at all give a result that predicts", () => {
    const history = fc
      .tuple(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
      )
      .map(([frequency, last, more]): PurchaseHistory => ({
        ...{ frequency, recency: frequency && last, age: last + more },
      }));
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 25 }), (rows) => {
        expectUsable(rows);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    { what: "buyers of the common sort", known: model(0.55, 10.6, 0.6, 11.7) },
    { what: "nobody leaves", known: model(2, 5, 1e-9, 10) },
    { what: "all leave at once", known: model(0.5, 10, 50, 1) },
    { what: "hardly anyone buys", known: model(0.05, 1, 0.4, 3) },
    { what: "all buy alike", known: model(100, 200, 0.6, 12) },
    { what: "all leave alike", known: model(1, 10, 100, 3000) },
    { what: "they leave now or never", known: model(1, 10, 0.02, 0.01) },
    { what: "frequent buyers", known: model(8, 5, 2, 5) },
  ])("VAL-3: a result for few and for many customers where $what", ({ known }) => {
    [1, 2, 10, 60, 250].forEach((customers, i) => {
      expectUsable(simulate(known, customers, 100 + i));
    });
  });

  test("VAL-3: customers seen for no time, or of very different scales, give a result", () => {
    expectUsable([{ frequency: 0, recency: 0, age: 0 }]);
    expectUsable([
      { frequency: 0, recency: 0, age: 0 },
      { frequency: 3, recency: 0, age: 0 },
    ]);
    expectUsable([
      { frequency: 20_000, recency: 5, age: 30, count: 3 },
      { frequency: 0, recency: 0, age: 30, count: 100 },
    ]);
    expectUsable([
      { frequency: 1, recency: 1e-6, age: 1e6, count: 3 },
      { frequency: 5, recency: 1e-3, age: 30, count: 100 },
      { frequency: 0, recency: 0, age: 1e-3, count: 100 },
    ]);
  });

  test("histories that are none, and no customers, are a broken contract", () => {
    expect(() => fitParetoNbd([])).toThrow(
      "Cannot fit Pareto/NBD: it needs at least one customer, got none",
    );
    expect(() => fitParetoNbd([{ frequency: 1, recency: 3, age: 2 }])).toThrow(
      "Cannot fit Pareto/NBD: the recency must lie between 0 and the age of 2, got 3",
    );
    expect(() => fitParetoNbd([{ frequency: 1, recency: 1, age: 2 }], { penalty: -1 })).toThrow(
      "Cannot fit Pareto/NBD: the penalty must be",
    );
  });
});

/** Whatever the diagnostic: finite parameters above 0, a finite likelihood, and predictions that are numbers. */
function expectUsable(rows: readonly (PurchaseHistory | PurchaseCell)[]): void {
  const fit = fitParetoNbd(rows);
  expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  for (const name of NAMES) {
    expect(fit.parameters[name]).toBeGreaterThan(0);
    expect(fit.parameters[name]).toBeLessThan(Infinity);
  }
  const isMaximum = fit.diagnostic.code === "interior-maximum";
  expect(fit.standardErrors !== undefined).toBe(isMaximum);
  for (const name of NAMES) if (isMaximum) expect(fit.standardErrors![name]).toBeGreaterThan(0);
  for (const row of rows) {
    const alive = aliveProbability(fit, row);
    expect(alive >= 0 && alive <= 1).toBe(true);
    const expected = expectedPurchases(fit, row, { within: 10 });
    expect(expected >= 0 && expected < Infinity).toBe(true);
  }
}
