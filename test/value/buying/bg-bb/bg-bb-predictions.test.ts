import {
  aliveProbability,
  expectedPurchases,
  NEW_CUSTOMER,
  purchaseDistribution,
  purchaseLogLikelihood,
  purchaseProbability,
  residualTransactions,
  type BgBbModel,
  type PurchaseHistory,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../../golden/value-bg-bb.json" with { type: "json" };

const DONORS: BgBbModel = { kind: "bg-bb", parameters: golden.fit.parameters };

function expectNear(actual: number, expected: number, what: string): void {
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300);
  expect(error, `${what}: ${String(actual)} against ${String(expected)}`).toBeLessThan(1e-9);
}

const shape = fc.oneof(
  fc.constantFrom(1e-5, 1, 1e5),
  fc.double({ min: -4, max: 4, noNaN: true }).map((log) => Math.exp(log)),
);
const model = fc
  .record({ alpha: shape, beta: shape, gamma: shape, delta: shape })
  .map((parameters): BgBbModel => ({ kind: "bg-bb", parameters }));
const history = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers): PurchaseHistory => {
  const [frequency, recency, age] = numbers.toSorted((a, b) => a - b) as [number, number, number];
  return { frequency: recency === 0 ? 0 : Math.max(1, frequency), recency, age };
});

describe("VAL-3: BG/BB, predictions", () => {
  test("VAL-3: the 22 kinds of donors, against 30-digit arithmetic", () => {
    for (const { count, logLikelihood, alive, expected5, ...donor } of golden.cells) {
      const who = `${JSON.stringify(donor)} of ${String(count)}`;
      expectNear(purchaseLogLikelihood(DONORS, donor), logLikelihood, who);
      expectNear(aliveProbability(DONORS, donor), alive, who);
      expectNear(expectedPurchases(DONORS, donor, { within: 5 }), expected5, who);
    }
  });

  test("VAL-3: extreme parameters, gamma = 1 among them, against 60-digit arithmetic", () => {
    expect(golden.cases).toHaveLength(60);
    for (const one of golden.cases) {
      const extreme: BgBbModel = { kind: "bg-bb", parameters: one.parameters };
      const { history: seen, within, rateContinuous } = one;
      const who = JSON.stringify([one.parameters, seen]);
      expectNear(purchaseLogLikelihood(extreme, seen), one.logLikelihood, who);
      expectNear(aliveProbability(extreme, seen), one.alive, who);
      expectNear(expectedPurchases(extreme, seen, { within }), one.expected, who);
      expectNear(purchaseProbability(extreme, seen, { within }), one.any, who);
      expectNear(residualTransactions(extreme, seen, { rateContinuous }), one.residual, who);
      const chances = purchaseDistribution(extreme, seen, { within, most: within });
      expectNear(chances[1]!, one.exactlyOne, who);
      expectNear(chances[within]!, one.all, who);
    }
  });

  test("VAL-3: the distribution sums to 1, its mean is what is expected, and all agree on none", () => {
    fc.assert(
      fc.property(model, history, fc.integer({ min: 1, max: 25 }), (any, seen, within) => {
        const chances = purchaseDistribution(any, seen, { within, most: within + 2 });
        const sum = chances.reduce((all, chance) => all + chance, 0);
        const mean = chances.reduce((all, chance, n) => all + n * chance, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
        expect(chances.slice(within + 1)).toEqual([0, 0]);
        const expected = expectedPurchases(any, seen, { within });
        expect(Math.abs(mean - expected)).toBeLessThan(1e-11 * (1e-3 + expected));
        const some = chances.slice(1).reduce((all, chance) => all + chance, 0);
        const probability = purchaseProbability(any, seen, { within });
        expect(Math.abs(some - probability)).toBeLessThan(1e-11 * (1e-3 + probability));
      }),
    );
  });

  test("VAL-3: chances lie in 0..1; silence lowers the chance to be alive; more time brings more", () => {
    fc.assert(
      fc.property(model, history, fc.nat(20), (any, seen, within) => {
        const alive = aliveProbability(any, seen);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const later = aliveProbability(any, { ...seen, age: seen.age + 1 });
        if (seen.age > 0) expect(later).toBeLessThanOrEqual(alive * (1 + 1e-12));
        const soon = expectedPurchases(any, seen, { within });
        expect(expectedPurchases(any, seen, { within: within + 1 })).toBeGreaterThanOrEqual(soon);
        expect(soon).toBeLessThanOrEqual(within);
      }),
    );
  });

  test("VAL-3: residual transactions are the discounted purchases of each opportunity to come", () => {
    for (const seen of [NEW_CUSTOMER, { frequency: 2, recency: 3, age: 6 }]) {
      let sum = 0;
      let before = 0;
      for (let within = 1; within <= 400; within += 1) {
        const expected = expectedPurchases(DONORS, seen, { within });
        sum += (expected - before) * Math.exp(-0.1 * within);
        before = expected;
      }
      expectNear(residualTransactions(DONORS, seen, { rateContinuous: 0.1 }), sum, "DERT");
    }
  });

  test("VAL-3: the likelihoods of all histories of four opportunities sum to 1", () => {
    // As many orders of purchases lead to a history as there are ways to place the earlier ones before the last.
    const ways = (recency: number, frequency: number): number =>
      frequency === 0
        ? 1
        : [1, recency - 1, ((recency - 1) * (recency - 2)) / 2, 1][frequency - 1]!;
    let sum = 0;
    for (let recency = 0; recency <= 4; recency += 1) {
      for (let x = recency === 0 ? 0 : 1; x <= recency; x += 1) {
        const seen = { frequency: x, recency, age: 4 };
        sum += ways(recency, x) * Math.exp(purchaseLogLikelihood(DONORS, seen));
      }
    }
    expect(sum).toBeCloseTo(1, 13);
  });

  test("VAL-3: a silence of 100,000 opportunities gives small numbers, not NaN", () => {
    const silent = { frequency: 900, recency: 1000, age: 100_000 };
    const steady: BgBbModel = {
      kind: "bg-bb",
      parameters: { alpha: 90, beta: 10, gamma: 1, delta: 500 },
    };
    expect(aliveProbability(steady, silent)).toBeLessThan(1e-100);
    expect(Number.isFinite(purchaseLogLikelihood(steady, silent))).toBe(true);
    expect(purchaseDistribution(steady, silent, { within: 2, most: 1 })[0]).toBe(1);
  });

  test("the chance of hundreds of purchases keeps its digits where that of all opportunities vanishes", () => {
    const rare: BgBbModel = {
      kind: "bg-bb",
      parameters: { alpha: 1e-3, beta: 5, gamma: 1e-6, delta: 1e3 },
    };
    const chances = purchaseDistribution(rare, NEW_CUSTOMER, { within: 3000, most: 3000 });
    expect(chances.reduce((all, chance) => all + chance, 0)).toBeCloseTo(1, 11);
    expect(chances.every((chance) => chance >= 0)).toBe(true);
  });

  test("histories that count no opportunities are a broken contract", () => {
    expect(() => aliveProbability(DONORS, { frequency: 1, recency: 1.5, age: 4 })).toThrow(
      RangeError,
    );
    expect(() => aliveProbability(DONORS, { frequency: 3, recency: 2, age: 4 })).toThrow(
      RangeError,
    );
    expect(() => expectedPurchases(DONORS, NEW_CUSTOMER, { within: 1.5 })).toThrow(RangeError);
  });
});
