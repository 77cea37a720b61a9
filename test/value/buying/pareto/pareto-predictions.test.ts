import {
  aliveProbability,
  expectedPurchases,
  NEW_CUSTOMER,
  purchaseDistribution,
  purchaseLogLikelihood,
  purchaseProbability,
  residualTransactions,
  type ParetoNbdModel,
  type PurchaseHistory,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discountedStay } from "../../../../src/value/buying/pareto/pareto-residual.js";
import golden from "../../../golden/value-pareto.json" with { type: "json" };
import { plainLogLikelihood } from "./plain-likelihood.js";

/** Relative error; what is below the range of a double may vanish. */
function errorOf(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-290);
}

function model(r: number, alpha: number, s: number, beta: number): ParetoNbdModel {
  return { kind: "pareto-nbd", parameters: { r, alpha, s, beta } };
}

const CDNOW = model(0.553, 10.578, 0.606, 11.669);

describe("Pareto/NBD against 50-digit quadrature", () => {
  test.each(golden.predictions)(
    "VAL-3: all predictions hold to 1e-12 for $parameters, $history",
    (row) => {
      const known: ParetoNbdModel = { kind: "pareto-nbd", parameters: row.parameters };
      const { history } = row;
      const most = row.distribution.length - 1;
      const options = { within: row.within, most };
      // A likelihood of 1 has a logarithm of 0, which no relative error suits.
      const logLikelihood = purchaseLogLikelihood(known, history);
      expect(Math.abs(logLikelihood - row.logLikelihood)).toBeLessThan(
        1e-12 * Math.max(1, Math.abs(row.logLikelihood)),
      );
      expect(errorOf(aliveProbability(known, history), row.alive)).toBeLessThan(1e-12);
      expect(errorOf(expectedPurchases(known, history, options), row.purchases)).toBeLessThan(
        1e-12,
      );
      const any = purchaseProbability(known, history, options);
      expect(errorOf(any, row.anyPurchase)).toBeLessThan(1e-12);
      const residual = residualTransactions(known, history, {
        rateContinuous: row.rateContinuous,
      });
      expect(errorOf(residual, row.residual)).toBeLessThan(1e-12);
      purchaseDistribution(known, history, options).forEach((chance, k) => {
        expect(errorOf(chance, row.distribution[k]!)).toBeLessThan(1e-12);
      });
    },
  );
});

const size = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

const anyModel = fc
  .tuple(size(0.01, 50), size(0.01, 1e4), size(0.01, 50), size(0.01, 1e4))
  .map(([r, alpha, s, beta]) => model(r, alpha, s, beta));

const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));

const anyHistory = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(50, 2000)),
    share,
    size(0.01, 2000),
  )
  .map(([frequency, last, age]): PurchaseHistory => {
    const recency = frequency === 0 ? 0 : Math.min(age, last * age);
    return { frequency, recency, age };
  });

describe("Pareto/NBD predictions", () => {
  test("VAL-3: the log-likelihood is that of the textbook integral", () => {
    const history = fc
      .tuple(fc.integer({ min: 0, max: 12 }), share, size(0.5, 100))
      .map(([frequency, last, age]) => ({ frequency, recency: frequency && last * age, age }));
    const ordinary = fc.tuple(size(0.2, 5), size(1, 50), size(0.2, 5), size(1, 50));
    fc.assert(
      fc.property(ordinary, history, ([r, alpha, s, beta], known) => {
        const buying = model(r, alpha, s, beta);
        const plain = plainLogLikelihood(buying.parameters, known);
        const error = Math.abs(purchaseLogLikelihood(buying, known) - plain);
        expect(error).toBeLessThan(1e-9 * Math.max(1, Math.abs(plain)));
      }),
    );
  });

  test("VAL-3: nothing is NaN, and probabilities lie in 0 to 1", () => {
    fc.assert(
      fc.property(anyModel, anyHistory, size(0.001, 1000), (buying, history, within) => {
        const alive = aliveProbability(buying, history);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const any = purchaseProbability(buying, history, { within });
        expect(any).toBeGreaterThanOrEqual(0);
        expect(any).toBeLessThanOrEqual(alive * (1 + 1e-12));
        const expected = expectedPurchases(buying, history, { within });
        expect(expected).toBeGreaterThanOrEqual(any * (1 - 1e-9));
        expect(expected).toBeLessThan(Infinity);
        expect(Number.isFinite(purchaseLogLikelihood(buying, history))).toBe(true);
        const residual = residualTransactions(buying, history, { rateContinuous: 1 / within });
        // What comes within the time is discounted by at most a factor of e.
        expect(residual).toBeGreaterThanOrEqual((expected / Math.E) * (1 - 1e-9));
      }),
    );
  });

  test("VAL-3: who has just bought is alive, and silence only makes it less likely", () => {
    fc.assert(
      fc.property(anyModel, anyHistory, size(0.01, 1000), (buying, history, silence) => {
        expect(aliveProbability(buying, { ...history, age: history.recency })).toBe(1);
        const now = aliveProbability(buying, history);
        const later = aliveProbability(buying, { ...history, age: history.age + silence });
        expect(later).toBeLessThanOrEqual(now * (1 + 1e-12));
      }),
    );
  });

  test("VAL-3: more time means more expected purchases, in whatever unit it is counted", () => {
    fc.assert(
      fc.property(
        anyModel,
        anyHistory,
        size(0.001, 1000),
        size(0.01, 100),
        (buying, history, within, unit) => {
          const expected = expectedPurchases(buying, history, { within });
          const longer = expectedPurchases(buying, history, { within: 1.5 * within });
          expect(longer).toBeGreaterThanOrEqual(expected);
          const { r, alpha, s, beta } = buying.parameters;
          const scaled = model(r, alpha * unit, s, beta * unit);
          const same = { ...history, recency: history.recency * unit, age: history.age * unit };
          // An age at the last purchase must stay one: the unit may round the two differently only where they differ.
          const inUnit = expectedPurchases(scaled, same, { within: within * unit });
          expect(errorOf(inUnit, expected)).toBeLessThan(1e-9);
          const shift = history.frequency * Math.log(unit);
          const likelihood = purchaseLogLikelihood(buying, history);
          expect(Math.abs(purchaseLogLikelihood(scaled, same) + shift - likelihood)).toBeLessThan(
            1e-9 * (1 + Math.abs(likelihood) + Math.abs(shift)),
          );
        },
      ),
    );
  });

  test("VAL-3: the expectation passes s = 1 without a jump", () => {
    const history = { frequency: 3, recency: 30, age: 38.86 };
    const at = (s: number) => expectedPurchases(model(0.5, 10, s, 12), history, { within: 52 });
    expect(errorOf(at(1 + 1e-12), at(1))).toBeLessThan(1e-11);
    expect(errorOf(at(1 - 1e-12), at(1))).toBeLessThan(1e-11);
    expect(errorOf((at(1 + 1e-4) + at(1 - 1e-4)) / 2, at(1))).toBeLessThan(1e-7);
  });

  test("VAL-3: the distribution adds up to 1, to the expected number, and to the chance of any", () => {
    const mild = fc
      .tuple(size(0.3, 5), size(2, 50), size(0.05, 5), size(0.5, 500))
      .map(([r, alpha, s, beta]) => model(r, alpha, s, beta));
    const history = anyHistory.filter(({ frequency }) => frequency < 13);
    fc.assert(
      fc.property(mild, history, size(0.01, 20), (buying, known, within) => {
        const chances = purchaseDistribution(buying, known, { within, most: 600 });
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        const sum = chances.reduce((total, chance) => total + chance, 0);
        const mean = chances.reduce((total, chance, k) => total + k * chance, 0);
        // Some histories leave a little for more than 600 purchases.
        const left = 1e3 * chances.at(-1)!;
        expect(Math.abs(sum - 1)).toBeLessThan(1e-11 + left);
        const expected = expectedPurchases(buying, known, { within });
        expect(errorOf(mean, expected)).toBeLessThan(1e-10 + (1e6 * left) / expected);
        const any = purchaseProbability(buying, known, { within });
        expect(Math.abs(1 - chances[0]! - any)).toBeLessThan(1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test("VAL-3: a distribution holds for frequent buyers, too, and for no time at all", () => {
    const frequent = { frequency: 400, recency: 38, age: 38.86 };
    const chances = purchaseDistribution(CDNOW, frequent, { within: 20, most: 700 });
    const sum = chances.reduce((total, chance) => total + chance, 0);
    const mean = chances.reduce((total, chance, k) => total + k * chance, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-10);
    expect(errorOf(mean, expectedPurchases(CDNOW, frequent, { within: 20 }))).toBeLessThan(1e-10);
    expect(purchaseDistribution(CDNOW, NEW_CUSTOMER, { within: 0, most: 2 })).toEqual([1, 0, 0]);
    expect(purchaseProbability(CDNOW, NEW_CUSTOMER, { within: 0 })).toBe(0);
  });

  test("VAL-3: without discount the time to come is finite only for a mean stay that is", () => {
    expect(discountedStay({ shape: 3, scale: 10 }, 0)).toBe(5);
    expect(errorOf(discountedStay({ shape: 3, scale: 10 }, 1e-12), 5)).toBeLessThan(1e-9);
    expect(discountedStay({ shape: 1, scale: 10 }, 0)).toBe(Infinity);
  });
});
