import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { allocateMoney, money, sumMoney } from "goodwill/shared";
import type { Money } from "goodwill/shared";

function split(amount: number, weights: readonly number[]): readonly number[] {
  return allocateMoney(money(amount, "EUR"), weights).map((part) => part.amount);
}

const anyWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe("splitting money by largest remainder", () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [5, [3, 7], [2, 3]],
    [5, [0.3, 0.7], [2, 3]],
    [5, [0.7, 0.3], [4, 1]],
    [10, [0, 1, 0], [0, 10, 0]],
    [1, [0, 0.1, 0.1], [0, 1, 0]],
    [7, [1], [7]],
    [0, [1, 2], [0, 0]],
    [2, [1, 1, 1, 1], [1, 1, 0, 0]],
    // Hamilton's method: exact shares 8.25, 5.25, 6.5.
    [20, [33, 21, 26], [8, 5, 7]],
    [Number.MAX_SAFE_INTEGER, [1, 1], [2 ** 52, 2 ** 52 - 1]],
    [3, [5e-324, 5e-324], [2, 1]],
    [3, [1e308, 1e308, 1e308], [1, 1, 1]],
  ])("%s by %j is %j", (amount, weights, parts) => {
    expect(split(amount, weights)).toEqual(parts);
    expect(split(-amount, weights)).toEqual(parts.map((part) => 0 - part));
  });

  it("nothing is lost, and no part is a whole unit away from its exact share", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), anyWeights, (amount, weights) => {
        const parts = allocateMoney(money(amount, "EUR"), weights);
        expect(sumMoney(parts, "EUR").amount).toBe(amount + 0);
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
        parts.forEach((part, index) => {
          const error = BigInt(part.amount) * total - BigInt(amount) * BigInt(weights[index]!);
          expect(error < total && error > -total).toBe(true);
          if (weights[index] === 0) expect(part.amount).toBe(0);
          expect(Object.is(part.amount, -0)).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("the units left over go to the largest remainders, the earlier first where alike", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), anyWeights, (amount, weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const parts = split(amount, weights);
        const cut = weights.map((weight) => (amount * weight) % total);
        const got = weights.map((weight, i) => parts[i]! - Math.floor((amount * weight) / total));
        expect(got.every((units) => units === 0 || units === 1)).toBe(true);
        for (const [i, more] of got.entries()) {
          for (const [j, less] of got.entries()) {
            if (more <= less) continue;
            expect(cut[i]! > cut[j]! || (cut[i] === cut[j] && i < j)).toBe(true);
          }
        }
      }),
    );
  });

  it("only the proportion of the weights matters, in decimals too", () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(10_000), tenths, (amount, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        expect(
          split(
            amount,
            weights.map((weight) => weight / 10),
          ),
        ).toEqual(split(amount, weights));
        expect(
          split(
            amount,
            weights.map((weight) => weight * 1000),
          ),
        ).toEqual(split(amount, weights));
      }),
    );
  });

  it("keeps the currency, in the type too", () => {
    expectTypeOf(allocateMoney(money(1, "JPY"), [1])).toEqualTypeOf<readonly Money<"JPY">[]>();
    expect(allocateMoney(money(1, "JPY"), [1])).toEqual([{ amount: 1, currency: "JPY" }]);
  });

  it.each([
    [[], "there are no weights"],
    [[0, 0], "all weights are 0"],
    [[1, -1], "must be finite and not negative, got -1 at index 1"],
    [[Number.NaN], "got NaN at index 0"],
    [[1, Number.POSITIVE_INFINITY], "got Infinity at index 1"],
  ])("weights %j are refused", (weights, why) => {
    expect(() => split(100, weights)).toThrow(RangeError);
    expect(() => split(100, weights)).toThrow(why);
  });
});
