import fc from "fast-check";
import {
  aliveProbability,
  expectedPurchases,
  purchaseDistribution,
  purchaseProbability,
  residualTransactions,
  type BgNbdModel,
  type BuyingModel,
  type MbgNbdModel,
} from "goodwill/value";
import { describe, expect, test } from "vitest";

const between = (least: number, most: number) =>
  fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp);

const models: fc.Arbitrary<BgNbdModel | MbgNbdModel> = fc.record({
  kind: fc.constantFrom("bg-nbd" as const, "mbg-nbd" as const),
  parameters: fc.record({
    ...{ r: between(0.02, 20), alpha: between(0.05, 100) },
    ...{ a: between(0.01, 10), b: between(0.05, 50) },
  }),
});

const histories = fc
  .record({
    frequency: fc.nat(60),
    age: between(0.5, 200),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ frequency, age, share }) => ({
    ...{ frequency, age },
    recency: frequency > 0 ? share * age : 0,
  }));

const spans = between(0.01, 300);

describe("VAL-3: laws of prediction", () => {
  test("VAL-3: the chance of being alive is a probability and falls with silence", () => {
    fc.assert(
      fc.property(models, histories, spans, (model, history, silence) => {
        const alive = aliveProbability(model, history);
        const later = aliveProbability(model, { ...history, age: history.age + silence });
        expect(alive).toBeLessThanOrEqual(1);
        expect(later).toBeLessThanOrEqual(alive);
        expect(later).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("VAL-3: expected purchases rise with the span, and exceed the chance of any", () => {
    fc.assert(
      fc.property(models, histories, spans, spans, (model, history, within, more) => {
        const soon = expectedPurchases(model, history, { within });
        const late = expectedPurchases(model, history, { within: within + more });
        expect(soon).toBeGreaterThanOrEqual(0);
        expect(late).toBeGreaterThanOrEqual(soon * (1 - 1e-11));
        const any = purchaseProbability(model, history, { within });
        expect(any).toBeLessThanOrEqual(soon * (1 + 1e-11));
        expect(expectedPurchases(model, history, { within: 0 })).toBe(0);
      }),
    );
  });

  test("VAL-3: the distribution sums to 1, and its mean is the expected number", () => {
    fc.assert(
      fc.property(models, histories, between(0.01, 20), (model, history, within) => {
        const { r, alpha } = model.parameters;
        const rate = (r + history.frequency) / (alpha + history.age);
        const spread = 1 + within / (alpha + history.age);
        const most = Math.ceil(60 * spread + 3 * rate * within);
        fc.pre(most < 20_000);
        const chances = purchaseDistribution(model, history, { within, most });
        const sum = chances.reduce((total, chance) => total + chance, 0);
        const mean = chances.reduce((total, chance, k) => total + k * chance, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-12);
        expect(sum).toBeGreaterThan(1 - 1e-9);
        const expected = expectedPurchases(model, history, { within });
        expect(Math.abs(mean - expected)).toBeLessThan(1e-8 * (1 + expected));
        const none = 1 - purchaseProbability(model, history, { within });
        expect(Math.abs(chances[0]! - none)).toBeLessThan(1e-12);
      }),
    );
  });

  test("VAL-3: the unit of time does not matter", () => {
    fc.assert(
      fc.property(models, histories, spans, between(0.01, 100), (model, history, within, unit) => {
        const { kind, parameters } = model;
        const same = { kind, parameters: { ...parameters, alpha: parameters.alpha * unit } };
        const times = { age: history.age * unit, recency: history.recency * unit };
        const moved = { ...history, ...times, recency: Math.min(times.recency, times.age) };
        const near = (got: number, expected: number): void => {
          expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected) + 1e-200);
        };
        near(aliveProbability(same, moved), aliveProbability(model, history));
        near(
          expectedPurchases(same, moved, { within: within * unit }),
          expectedPurchases(model, history, { within }),
        );
        near(
          residualTransactions(same, moved, { rateContinuous: 0.1 / unit }),
          residualTransactions(model, history, { rateContinuous: 0.1 }),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("VAL-3: MBG/NBD gives one chance to leave more, so fewer are alive than under BG/NBD", () => {
    fc.assert(
      fc.property(models, histories, ({ parameters }, history) => {
        fc.pre(history.frequency === 0);
        const alive = aliveProbability({ kind: "mbg-nbd", parameters }, history);
        expect(aliveProbability({ kind: "bg-nbd", parameters }, history)).toBe(1);
        expect(alive).toBeLessThan(1);
        // One let pass is b grown by 1: with that, BG/NBD says of one repeat purchase what MBG/NBD does.
      }),
    );
    const parameters = { r: 0.5, alpha: 6, a: 0.9, b: 1.6 };
    const history = { frequency: 3, recency: 20, age: 39 };
    const more = { ...parameters, b: 2.6 };
    expect(aliveProbability({ kind: "mbg-nbd", parameters }, history)).toBeCloseTo(
      aliveProbability({ kind: "bg-nbd", parameters: more }, history),
      14,
    );
  });
});

describe("VAL-3: what cannot be predicted is refused", () => {
  const model: BgNbdModel = { kind: "bg-nbd", parameters: { r: 0.2, alpha: 4, a: 0.8, b: 2.4 } };
  const history = { frequency: 1, recency: 2, age: 3 };

  test("VAL-3: parameters of 0 and less, unknown kinds, impossible histories", () => {
    const parameters = { ...model.parameters, a: 0 };
    expect(() => aliveProbability({ ...model, parameters }, history)).toThrow(
      new RangeError(
        "Cannot predict whether a customer is alive: the parameter a must be a number above 0, from 1e-12 to 1e+12, got 0",
      ),
    );
    const unknown = { ...model, kind: "nbd" } as unknown as BuyingModel;
    expect(() => aliveProbability(unknown, history)).toThrow(TypeError);
    expect(() => aliveProbability(model, { ...history, recency: 4 })).toThrow(RangeError);
    const rule: BuyingModel = {
      kind: "bg-bb",
      parameters: { alpha: 1, beta: 1, gamma: 1, delta: 1 },
    };
    expect(() => aliveProbability(rule, { ...history, age: 3.5 })).toThrow(
      "1,000,000 opportunities, got 3.5",
    );
    expect(() => aliveProbability(rule, { frequency: 3, recency: 2, age: 3 })).toThrow(
      "at least the frequency of 3 and 0 without one, got 2",
    );
  });

  test("VAL-3: spans below 0, numbers that are not whole, rates of 0", () => {
    expect(() => expectedPurchases(model, history, { within: -1 })).toThrow(RangeError);
    expect(() => purchaseProbability(model, history, { within: Number.NaN })).toThrow(RangeError);
    const options = { within: 1, most: 1.5 };
    expect(() => purchaseDistribution(model, history, options)).toThrow(
      "must be an integer from 0",
    );
    expect(() => residualTransactions(model, history, { rateContinuous: 0 })).toThrow(RangeError);
  });
});
