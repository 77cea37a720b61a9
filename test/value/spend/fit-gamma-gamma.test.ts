import { seededRandom } from "goodwill/shared";
import {
  expectedSpend,
  fitGammaGamma,
  type GammaGammaModel,
  type SpendHistory,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gammaGammaLogLikelihood } from "../../../src/value/spend/gamma-gamma-likelihood.js";
import { gammaGammaModelSchema, spendHistorySchema } from "../../../src/value/spend/schema.js";
import golden from "../../golden/value-spend.json" with { type: "json" };
import { randomGamma } from "../buying/simulated-buyers.js";
import { cdnowSpend } from "./cdnow-spend.js";
import { expectDerivatives } from "./derivatives.js";

const NAMES = ["p", "q", "v"] as const;

/** Customers made by living through the model. */
function simulateSpend(
  { p, q, v }: GammaGammaModel["parameters"],
  { customers, seed }: { readonly customers: number; readonly seed: number },
): SpendHistory[] {
  const random = seededRandom(seed);
  return Array.from({ length: customers }, () => {
    const rate = randomGamma(q, random) / v;
    const frequency = 1 + Math.floor(5 * random() ** 2);
    const total = randomGamma(p * frequency, random) / rate;
    return { frequency, meanSpend: Math.min(1e200, Math.max(1e-200, total / frequency)) };
  });
}

const SHOP = simulateSpend({ p: 6, q: 4, v: 15 }, { customers: 500, seed: 3 });

describe("VAL-3: Gamma-Gamma, fit", () => {
  for (const [name, expected] of Object.entries(golden.fits)) {
    const rows = cdnowSpend(name);
    test.skipIf(rows === undefined)(
      `VAL-3: CDNOW, ${name}: the parameters of 30-digit arithmetic (skipped without data/value)`,
      () => {
        const fit = fitGammaGamma(rows!);
        expect(fit.customers).toBe(expected.customers);
        expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
        for (const parameter of NAMES) {
          const error = fit.parameters[parameter] / expected.parameters[parameter] - 1;
          expect(Math.abs(error), parameter).toBeLessThan(1e-6);
          const spread = fit.standardErrors![parameter] / expected.standardErrors[parameter] - 1;
          expect(Math.abs(spread), `standard error of ${parameter}`).toBeLessThan(1e-4);
        }
        const error = fit.logLikelihood / expected.logLikelihood - 1;
        expect(Math.abs(error)).toBeLessThan(1e-9);
      },
    );
  }

  test("VAL-3: made customers give their parameters back", () => {
    const truth = { p: 6, q: 4, v: 15 };
    const fit = fitGammaGamma(simulateSpend(truth, { customers: 20_000, seed: 8 }));
    expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
    for (const name of NAMES) {
      const errors = (fit.parameters[name] - truth[name]) / fit.standardErrors![name];
      expect(Math.abs(errors), name).toBeLessThan(3.5);
    }
  });

  test("VAL-3: single likelihoods at extreme parameters, against 60-digit arithmetic", () => {
    expect(golden.likelihoods).toHaveLength(30);
    for (const { parameters, frequency, meanSpend, logLikelihood } of golden.likelihoods) {
      const objective = gammaGammaLogLikelihood({
        frequencies: Float64Array.of(frequency),
        of: Int32Array.of(0),
        meanSpend: Float64Array.of(meanSpend),
        count: Float64Array.of(1),
      });
      const { p, q, v } = parameters;
      const value = objective(Float64Array.of(p, q, v), new Float64Array(3));
      const size = Math.abs(logLikelihood) + p + q;
      expect(Math.abs(value - logLikelihood) / size).toBeLessThan(1e-12);
    }
  });

  test("VAL-3: the derivatives are those of the likelihood", () => {
    const objective = gammaGammaLogLikelihood({
      frequencies: Float64Array.of(1, 2, 9),
      of: Int32Array.of(0, 0, 1, 2),
      meanSpend: Float64Array.of(0.3, 1.4, 0.9, 2.2),
      count: Float64Array.of(3, 1, 2, 1),
    });
    expectDerivatives(objective, [6, 4, 0.5]);
    expectDerivatives(objective, [0.3, 0.8, 5]);
    expectDerivatives(objective, [40, 60, 1.5]);
  });

  test("VAL-3: another unit of money changes v and nothing else", () => {
    const fit = fitGammaGamma(SHOP);
    for (const unit of [100, 0.001, 1e9]) {
      const other = fitGammaGamma(SHOP.map((row) => ({ ...row, meanSpend: row.meanSpend * unit })));
      expect(other.parameters.p / fit.parameters.p).toBeCloseTo(1, 8);
      expect(other.parameters.q / fit.parameters.q).toBeCloseTo(1, 8);
      expect(other.parameters.v / fit.parameters.v / unit).toBeCloseTo(1, 8);
      expect(other.standardErrors!.v / fit.standardErrors!.v / unit).toBeCloseTo(1, 6);
      const shifted = other.logLikelihood + SHOP.length * Math.log(unit);
      expect(shifted / fit.logLikelihood).toBeCloseTo(1, 10);
    }
  });

  test("VAL-3: order does not matter, to the last bit, and a count is that many rows", () => {
    const few = SHOP.slice(0, 40).map((row, i) => ({ ...row, count: 1 + (i % 3) }));
    const fit = fitGammaGamma(few);
    const repeated = few.flatMap(({ count, ...row }) => Array.from({ length: count }, () => row));
    fc.assert(
      fc.property(fc.shuffledSubarray(repeated, { minLength: repeated.length }), (shuffled) => {
        expect(fitGammaGamma(shuffled)).toEqual(fit);
      }),
      { numRuns: 5 },
    );
    expect([fit.customers, fit.cells]).toEqual([repeated.length, 40]);
  });

  test("VAL-3: sixty made sets, many hard, all give a result without NaN", () => {
    const random = seededRandom(23);
    const pick = (values: readonly number[]): number =>
      values[Math.floor(random() * values.length)]!;
    const found = new Set<string>();
    for (let set = 0; set < 60; set += 1) {
      const parameters = {
        p: pick([0.05, 0.5, 1, 6, 50, 500]),
        q: pick([0.5, 1.1, 4, 50, 500]),
        v: pick([1e-3, 15, 1e5]),
      };
      const rows = simulateSpend(parameters, { customers: pick([1, 3, 30, 400]), seed: set });
      const fit = fitGammaGamma(rows);
      found.add(fit.diagnostic.code);
      for (const name of NAMES) {
        expect(fit.parameters[name], JSON.stringify(fit)).toBeGreaterThan(0);
        expect(fit.parameters[name]).toBeLessThan(Infinity);
        if (fit.standardErrors) expect(fit.standardErrors[name]).toBeGreaterThan(0);
      }
      expect(Number.isFinite(fit.logLikelihood)).toBe(true);
      const isMaximum = fit.diagnostic.code === "interior-maximum";
      expect(fit.standardErrors !== undefined).toBe(isMaximum);
      const spend = expectedSpend(fit, rows[0]!);
      expect(spend.ok ? spend.value > 0 : fit.parameters.q <= 1).toBe(true);
    }
    expect([...found].toSorted()).toContain("interior-maximum");
    expect([...found].toSorted()).toContain("no-interior-maximum");
  });

  test("VAL-3: customers who all spend the same have no interior maximum, said and not thrown", () => {
    const fit = fitGammaGamma([
      { frequency: 2, meanSpend: 5, count: 10 },
      { frequency: 3, meanSpend: 5, count: 4 },
    ]);
    expect(fit.diagnostic.code).toBe("no-interior-maximum");
    expect(fit.diagnostic).toMatchObject({
      runaways: expect.arrayContaining([{ parameter: "q", towards: "infinity" }]),
    });
    const spend = expectedSpend(fit, { frequency: 0 });
    expect(spend.ok && spend.value).toBeCloseTo(5, 3);
  });

  test("VAL-3: rows without a repeat purchase or spend are a broken contract", () => {
    const fit = (row: SpendHistory) => (): unknown => fitGammaGamma([row]);
    expect(fit({ frequency: 0, meanSpend: 5 })).toThrow(
      "Cannot fit Gamma-Gamma: the frequency must be an integer of at least 1, got 0",
    );
    expect(fit({ frequency: 1.5, meanSpend: 5 })).toThrow(RangeError);
    expect(fit({ frequency: 1, meanSpend: 0 })).toThrow(
      "Cannot fit Gamma-Gamma: the mean spend must be a number above 0, got 0",
    );
    expect(fit({ frequency: 1, meanSpend: Infinity })).toThrow(RangeError);
    expect(fit({ frequency: 1, meanSpend: 1, count: 0 })).toThrow(
      "Cannot fit Gamma-Gamma: a count must be a number above 0, got 0",
    );
    expect(() => fitGammaGamma([])).toThrow(RangeError);
    expect(() => fitGammaGamma(SHOP, { penalty: -1 })).toThrow(RangeError);
  });

  test("VAL-3: a model or a fit read from JSON passes its schema; another does not", () => {
    const fit = fitGammaGamma(SHOP);
    const read = gammaGammaModelSchema.parse(JSON.parse(JSON.stringify(fit)));
    expect(read).toEqual({ kind: "gamma-gamma", parameters: fit.parameters });
    const wrong = { kind: "gamma-gamma", parameters: { p: 1, q: 2 } };
    expect(gammaGammaModelSchema.safeParse(wrong).success).toBe(false);
    expect(spendHistorySchema.parse(SHOP[0])).toEqual(SHOP[0]);
    expect(spendHistorySchema.safeParse({ frequency: 0, meanSpend: 1 }).success).toBe(false);
  });
});
