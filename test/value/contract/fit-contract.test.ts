import { seededRandom } from "goodwill/shared";
import {
  fitBetaDiscreteWeibull,
  fitShiftedBetaGeometric,
  survivalShare,
  type ContractCohort,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  betaDiscreteWeibullLogLikelihood,
  shiftedBetaGeometricLogLikelihood,
} from "../../../src/value/contract/contract-likelihood.js";
import { renewalCounts } from "../../../src/value/contract/renewal-counts.js";
import { contractCohortSchema, contractModelSchema } from "../../../src/value/contract/schema.js";
import golden from "../../golden/value-contract.json" with { type: "json" };
import { randomBeta } from "../buying/simulated-buyers.js";
import { expectDerivatives } from "../spend/derivatives.js";

/** The customers of a segment of the paper, of 1,000, up to a renewal. */
function segment(name: string, renewals: number): ContractCohort {
  const percent = golden.customers[name as "highEnd" | "regular"];
  return { remaining: percent.slice(0, renewals + 1).map((share) => 10 * share) };
}

/** A cohort made by living through the model. */
function simulateCohort(
  { alpha, beta }: { readonly alpha: number; readonly beta: number },
  options: { readonly size: number; readonly renewals: number; readonly random: () => number },
): ContractCohort {
  const { size, renewals, random } = options;
  const remaining = [size, ...Array.from({ length: renewals }, () => 0)];
  for (let i = 0; i < size; i += 1) {
    const leave = randomBeta([alpha, beta], random);
    for (let t = 1; t <= renewals && random() >= leave; t += 1) remaining[t]! += 1;
  }
  return { remaining };
}

describe("VAL-3: contracts, fit", () => {
  test("VAL-3: the two segments of the paper give the parameters of 30-digit arithmetic, both models", () => {
    expect(golden.fits).toHaveLength(6);
    for (const { kind, segment: name, renewals, parameters, logLikelihoodPer1000 } of golden.fits) {
      const isPlain = kind === "shifted-beta-geometric";
      const fitted = isPlain ? fitShiftedBetaGeometric : fitBetaDiscreteWeibull;
      const fit = fitted([segment(name, renewals)]);
      expect(fit.kind).toBe(kind);
      expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
      for (const [parameter, expected] of Object.entries(parameters)) {
        const found = (fit.parameters as unknown as Record<string, number>)[parameter]!;
        const error = Math.abs(found / expected - 1);
        expect(error, `${kind} ${parameter}`).toBeLessThan(isPlain ? 1e-10 : 1e-8);
      }
      expect(Math.abs(fit.logLikelihood / logLikelihoodPer1000 - 1)).toBeLessThan(1e-12);
      expect([fit.customers, fit.cells]).toEqual([1000, renewals]);
    }
  });

  test("VAL-3: the published parameters come out as printed", () => {
    for (const name of ["highEnd", "regular"] as const) {
      const { parameters } = fitShiftedBetaGeometric([segment(name, 7)]);
      expect(parameters.alpha).toBeCloseTo(golden.published[name].alpha, 3);
      expect(parameters.beta).toBeCloseTo(golden.published[name].beta, 3);
    }
  });

  test("VAL-3: four cohorts of different lengths are fitted as one", () => {
    const { cohorts, alpha, beta, logLikelihood } = golden.cohorts;
    const fit = fitShiftedBetaGeometric(cohorts.map((remaining) => ({ remaining })));
    expect(Math.abs(fit.parameters.alpha / alpha - 1)).toBeLessThan(1e-10);
    expect(Math.abs(fit.parameters.beta / beta - 1)).toBeLessThan(1e-10);
    expect(Math.abs(fit.logLikelihood / logLikelihood - 1)).toBeLessThan(1e-12);
    expect(fit.parameters.alpha).toBeCloseTo(golden.published.cohorts.alpha, 2);
    expect([fit.customers, fit.cells]).toEqual([40_000, 10]);
  });

  test("VAL-3: shares give the parameters that numbers of customers give", () => {
    const cohort = segment("regular", 7);
    const shares = { remaining: cohort.remaining.map((count) => count / 1000) };
    for (const fitted of [fitShiftedBetaGeometric, fitBetaDiscreteWeibull]) {
      const [fit, ofShares] = [fitted([cohort]), fitted([shares])];
      expect(ofShares.parameters.alpha / fit.parameters.alpha).toBeCloseTo(1, 9);
      expect(ofShares.parameters.beta / fit.parameters.beta).toBeCloseTo(1, 9);
      expect((1000 * ofShares.logLikelihood) / fit.logLikelihood).toBeCloseTo(1, 12);
      const spread = ofShares.standardErrors!.alpha / fit.standardErrors!.alpha;
      expect(spread / Math.sqrt(1000)).toBeCloseTo(1, 4);
    }
  });

  test("VAL-3: the order of cohorts does not matter, to the last bit, not even for shares", () => {
    const cohorts = [3, 4, 5, 6, 7].map((n) => ({
      remaining: segment(n % 2 === 0 ? "regular" : "highEnd", n).remaining.map((v) => v / 1000),
    }));
    const [plain, rising] = [fitShiftedBetaGeometric(cohorts), fitBetaDiscreteWeibull(cohorts)];
    fc.assert(
      fc.property(fc.shuffledSubarray(cohorts, { minLength: cohorts.length }), (shuffled) => {
        expect(fitShiftedBetaGeometric(shuffled)).toEqual(plain);
        expect(fitBetaDiscreteWeibull(shuffled)).toEqual(rising);
      }),
      { numRuns: 10 },
    );
  });

  test("VAL-3: a cohort twice is a cohort of twice as many", () => {
    const cohort = segment("highEnd", 6);
    const twice = { remaining: cohort.remaining.map((count) => 2 * count) };
    expect(fitShiftedBetaGeometric([cohort, cohort]).parameters).toEqual(
      fitShiftedBetaGeometric([twice]).parameters,
    );
  });

  test("VAL-3: the derivatives are those of the likelihoods", () => {
    const counts = renewalCounts([segment("regular", 7), { remaining: [50, 50, 20, 0] }], "test");
    for (const [alpha, beta] of [
      [0.7, 1.2],
      [8, 30],
      [0.05, 0.2],
    ] as const) {
      expectDerivatives(shiftedBetaGeometricLogLikelihood(counts), [alpha, beta]);
      for (const c of [0.4, 1, 2.6]) {
        expectDerivatives(betaDiscreteWeibullLogLikelihood(counts), [alpha, beta, c]);
      }
    }
  });

  test("VAL-3: with c = 1 both likelihoods are one", () => {
    const counts = renewalCounts([segment("highEnd", 7), segment("regular", 4)], "test");
    const plain = shiftedBetaGeometricLogLikelihood(counts);
    const wide = betaDiscreteWeibullLogLikelihood(counts);
    fc.assert(
      fc.property(
        fc.tuple(
          fc.double({ min: -6, max: 9, noNaN: true }),
          fc.double({ min: -6, max: 9, noNaN: true }),
        ),
        (logs) => {
          const [alpha, beta] = logs.map((log) => Math.exp(log)) as [number, number];
          const value = plain(Float64Array.of(alpha, beta), new Float64Array(2));
          const same = wide(Float64Array.of(alpha, beta, 1), new Float64Array(3));
          expect(Math.abs(same / value - 1)).toBeLessThan(1e-10);
        },
      ),
    );
  });

  test("VAL-3: made customers give their parameters back", () => {
    const truth = { alpha: 0.7, beta: 2 };
    const random = seededRandom(4);
    const cohorts = [9, 6, 3].map((renewals) =>
      simulateCohort(truth, { size: 5000, renewals, random }),
    );
    const fit = fitShiftedBetaGeometric(cohorts);
    for (const name of ["alpha", "beta"] as const) {
      const errors = (fit.parameters[name] - truth[name]) / fit.standardErrors![name];
      expect(Math.abs(errors), name).toBeLessThan(3.5);
    }
    const wide = fitBetaDiscreteWeibull(cohorts);
    expect(Math.abs(wide.parameters.c - 1) / wide.standardErrors!.c).toBeLessThan(3.5);
    expect(wide.logLikelihood).toBeGreaterThanOrEqual(fit.logLikelihood - 1e-9);
  });

  test("VAL-3: eighty made sets, many hard, all give a result without NaN", () => {
    const random = seededRandom(29);
    const pick = (values: readonly number[]): number =>
      values[Math.floor(random() * values.length)]!;
    const found = new Set<string>();
    for (let set = 0; set < 80; set += 1) {
      const truth = { alpha: pick([0.05, 0.7, 5, 300]), beta: pick([0.05, 1.2, 20, 300]) };
      const cohorts = Array.from({ length: pick([1, 1, 3]) }, () =>
        simulateCohort(truth, { size: pick([1, 10, 500]), renewals: pick([1, 2, 5, 12]), random }),
      );
      for (const fit of [fitShiftedBetaGeometric(cohorts), fitBetaDiscreteWeibull(cohorts)]) {
        found.add(fit.diagnostic.code);
        for (const value of Object.values(fit.parameters as unknown as Record<string, number>)) {
          expect(value, JSON.stringify([cohorts, fit])).toBeGreaterThan(0);
          expect(value).toBeLessThan(Infinity);
        }
        expect(fit.logLikelihood).toBeLessThanOrEqual(1e-12);
        const isMaximum = fit.diagnostic.code === "interior-maximum";
        expect(fit.standardErrors !== undefined).toBe(isMaximum);
        const share = survivalShare(fit, { renewals: 5 });
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
    expect([...found]).toContain("interior-maximum");
    expect([...found]).toContain("no-interior-maximum");
  });

  test.each([
    ["nobody leaves", [100, 100, 100, 100], 1],
    ["all leave at once", [100, 0, 0], 0],
    ["all are alike", [100_000, 80_000, 64_000, 51_200, 40_960], 0.32768],
  ])(
    "VAL-3: %s: no interior maximum, said and not thrown, and predictions hold",
    (_, remaining, share) => {
      for (const fitted of [fitShiftedBetaGeometric, fitBetaDiscreteWeibull]) {
        const fit = fitted([{ remaining }]);
        expect(fit.diagnostic.code).toBe("no-interior-maximum");
        expect(fit.standardErrors).toBeUndefined();
        expect(Math.abs(survivalShare(fit, { renewals: 5 }) - share)).toBeLessThan(0.001);
      }
    },
  );

  test("VAL-3: one renewal does not tell two parameters apart: said", () => {
    const fit = fitShiftedBetaGeometric([{ remaining: [100, 80] }]);
    expect(fit.diagnostic.code).toBe("no-interior-maximum");
    expect(survivalShare(fit, { renewals: 1 })).toBeCloseTo(0.8, 5);
  });

  test("VAL-3: cohorts that grow, are empty or end at once are a broken contract", () => {
    const fit =
      (...remaining: number[]) =>
      (): unknown =>
        fitShiftedBetaGeometric([{ remaining }]);
    expect(fit(100, 80, 81)).toThrow(
      "Cannot fit sBG: customers after 2 renewals must be from 0 to the 80 of the period before, got 81",
    );
    expect(fit(0, 0)).toThrow("Cannot fit sBG: customers after 0 renewals must be above 0, got 0");
    expect(fit(100)).toThrow(
      "Cannot fit sBG: a cohort needs its customers at the start and after a renewal, got 1 number(s)",
    );
    expect(fit(100, NaN)).toThrow(RangeError);
    expect(fit(100, -1)).toThrow(RangeError);
    expect(fit(Infinity, 1)).toThrow(RangeError);
    expect(() => fitBetaDiscreteWeibull([])).toThrow(
      "Cannot fit BdW: it needs at least one cohort, got none",
    );
  });

  test("VAL-3: models and cohorts read from JSON pass their schema; others do not", () => {
    const fit = fitBetaDiscreteWeibull([segment("regular", 7)]);
    const read = contractModelSchema.parse(JSON.parse(JSON.stringify(fit)));
    expect(read).toEqual({ kind: fit.kind, parameters: fit.parameters });
    const wrong = { kind: "shifted-beta-geometric", parameters: { alpha: 1, beta: -1 } };
    expect(contractModelSchema.safeParse(wrong).success).toBe(false);
    const passes = (remaining: readonly number[]): boolean =>
      contractCohortSchema.safeParse({ remaining }).success;
    expect(passes([100, 80, 80, 0])).toBe(true);
    expect([passes([100, 101]), passes([100]), passes([0, 0])]).toEqual([false, false, false]);
  });
});
