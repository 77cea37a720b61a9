import {
  discountedTenure,
  residualTenure,
  retentionRate,
  survivalShare,
  type ContractModel,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../golden/value-contract.json" with { type: "json" };

type Figures = (typeof golden.fits)[number] | (typeof golden.cases)[number];

const modelOf = ({ kind, parameters }: Figures): ContractModel =>
  ({ kind, parameters }) as ContractModel;

function expectNear(actual: number, expected: number, what: string): void {
  const error = actual === expected ? 0 : Math.abs(actual / expected - 1);
  expect(error, `${what}: ${String(actual)} against ${String(expected)}`).toBeLessThan(1e-10);
}

const shape = fc.double({ min: -5, max: 7, noNaN: true }).map((log) => Math.exp(log));
const plain = fc
  .record({ alpha: shape, beta: shape })
  .map((parameters): ContractModel => ({ kind: "shifted-beta-geometric", parameters }));
const wide = fc
  .record({ alpha: shape, beta: shape, c: fc.double({ min: 0.1, max: 6, noNaN: true }) })
  .map((parameters): ContractModel => ({ kind: "beta-discrete-weibull", parameters }));

describe("VAL-3: contracts, predictions", () => {
  test("VAL-3: the segments of the paper, renewal by renewal, against 30-digit arithmetic", () => {
    for (const figures of golden.fits) {
      const model = modelOf(figures);
      figures.survival.forEach((share, renewals) =>
        expectNear(
          survivalShare(model, { renewals }),
          share,
          `${figures.kind} ${String(renewals)}`,
        ),
      );
      figures.retention?.forEach((rate, t) =>
        expectNear(retentionRate(model, { renewal: t + 1 }), rate, `renewal ${String(t + 1)}`),
      );
      for (const { renewals, periods } of figures.residual ?? []) {
        expectNear(residualTenure(model, { renewals, discountRate: 0.1 }), periods, "DERL");
      }
      if (figures.tenure === undefined) continue;
      expectNear(discountedTenure(model, { discountRate: 0.1 }), figures.tenure, "DEL");
    }
  });

  test("VAL-3: extreme parameters of both models, against 60-digit arithmetic", () => {
    expect(golden.cases).toHaveLength(40);
    for (const figures of golden.cases) {
      const model = modelOf(figures);
      const { periods, renewals, discountRate } = figures;
      const who = JSON.stringify(figures);
      expectNear(survivalShare(model, { renewals: periods }), figures.survival, who);
      expectNear(retentionRate(model, { renewal: periods }), figures.retention, who);
      expectNear(residualTenure(model, { renewals, discountRate }), figures.residual, who);
    }
  });

  test("VAL-3: the retention rate rises with tenure although no customer changes", () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 500 }), (model, renewal) => {
        const rate = retentionRate(model, { renewal });
        expect(rate).toBeGreaterThan(0);
        expect(rate).toBeLessThan(1);
        expect(retentionRate(model, { renewal: renewal + 1 })).toBeGreaterThan(rate);
      }),
    );
  });

  test("VAL-3: shares fall from 1, are the product of the rates, and stay in 0..1, both models", () => {
    fc.assert(
      fc.property(fc.oneof(plain, wide), (model) => {
        let product = 1;
        expect(survivalShare(model, { renewals: 0 })).toBe(1);
        for (let renewal = 1; renewal <= 12; renewal += 1) {
          const rate = retentionRate(model, { renewal });
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(1);
          product *= rate;
          const share = survivalShare(model, { renewals: renewal });
          expect(Math.abs(share - product)).toBeLessThan(1e-10 * product + 1e-300);
        }
      }),
    );
  });

  test("VAL-3: tenure is the discounted sum of the shares, and what is left after some renewals follows", () => {
    fc.assert(
      fc.property(fc.oneof(plain, wide), fc.nat(8), (model, renewals) => {
        const factor = 1 / 1.25;
        let all = 0;
        let rest = 0;
        for (let t = 0; t < 300; t += 1) {
          const share = survivalShare(model, { renewals: t });
          all += share * factor ** t;
          if (t > renewals) rest += share * factor ** (t - renewals - 1);
        }
        const discountRate = 0.25;
        expect(discountedTenure(model, { discountRate }) / all).toBeCloseTo(1, 10);
        const there = survivalShare(model, { renewals });
        if (there < 1e-200) return;
        const residual = residualTenure(model, { renewals, discountRate });
        expect(residual * there).toBeCloseTo(rest, 10);
      }),
    );
  });

  test("VAL-3: who has renewed more often is worth more, and a lower rate counts more", () => {
    fc.assert(
      fc.property(plain, fc.nat(20), (model, renewals) => {
        const worth = residualTenure(model, { renewals, discountRate: 0.1 });
        const later = residualTenure(model, { renewals: renewals + 1, discountRate: 0.1 });
        expect(later).toBeGreaterThan(worth);
        expect(residualTenure(model, { renewals, discountRate: 0.05 })).toBeGreaterThan(worth);
      }),
    );
  });

  test("VAL-3: a rate near 0 still gives all digits: above 1, alpha tells the mean tenure", () => {
    // Without discount the expected number of periods is beta / (alpha - 1).
    const model: ContractModel = {
      kind: "shifted-beta-geometric",
      parameters: { alpha: 4, beta: 6 },
    };
    expect(residualTenure(model, { renewals: 0, discountRate: 1e-9 })).toBeCloseTo(2, 7);
  });

  test("VAL-3: parameters, numbers and rates out of range are a broken contract", () => {
    const model: ContractModel = {
      kind: "shifted-beta-geometric",
      parameters: { alpha: 1, beta: 3 },
    };
    expect(() => survivalShare(model, { renewals: 1.5 })).toThrow(
      "Cannot predict the share still there: the number of renewals must be an integer of at least 0, got 1.5",
    );
    expect(() => retentionRate(model, { renewal: 0 })).toThrow(
      "Cannot predict the retention rate: the renewal must be an integer of at least 1, got 0",
    );
    expect(() => residualTenure(model, { renewals: -1, discountRate: 0.1 })).toThrow(RangeError);
    expect(() => discountedTenure(model, { discountRate: 0 })).toThrow(
      "Cannot value the periods to come: the discount rate must be a number above 0, got 0",
    );
    const rising: ContractModel = {
      kind: "beta-discrete-weibull",
      parameters: { alpha: 1, beta: 3, c: 2 },
    };
    expect(() => discountedTenure(rising, { discountRate: 1e-7 })).toThrow(RangeError);
    const parameters = { alpha: 1, beta: 3, c: -2 };
    expect(() => survivalShare({ ...rising, parameters }, { renewals: 1 })).toThrow(
      "Cannot predict the share still there: the parameter c must be a number above 0, got -2",
    );
    const unknown = { kind: "sbg", parameters: {} } as unknown as ContractModel;
    expect(() => survivalShare(unknown, { renewals: 1 })).toThrow(TypeError);
  });
});
