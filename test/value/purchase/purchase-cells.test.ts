import fc from "fast-check";
import {
  purchaseCells,
  purchaseCellsCombine,
  type PurchaseCell,
  type PurchaseHistory,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";

const anyHistory: fc.Arbitrary<PurchaseHistory | PurchaseCell> = fc
  .record({
    frequency: fc.nat({ max: 2 }),
    days: fc.nat({ max: 3 }),
    more: fc.nat({ max: 2 }),
    count: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  })
  .map(({ frequency, days, more, count }) => {
    const recency = frequency === 0 ? 0 : days / 7;
    const history = { frequency, recency, age: (days + more) / 7 };
    return count === undefined ? history : { ...history, count };
  });

describe("purchase cells", () => {
  test("VAL-3: customers with one history are one cell with their number, in a fixed order", () => {
    const rows = [
      { frequency: 1, recency: 3, age: 9 },
      { frequency: 0, recency: 0, age: 39 },
      { frequency: 1, recency: 3, age: 8, count: 4 },
      { frequency: 1, recency: 2, age: 9 },
      { frequency: 1, recency: 3, age: 9, count: 2 },
    ];
    expect(purchaseCells(rows)).toEqual([
      { frequency: 0, recency: 0, age: 39, count: 1 },
      { frequency: 1, recency: 2, age: 9, count: 1 },
      { frequency: 1, recency: 3, age: 8, count: 4 },
      { frequency: 1, recency: 3, age: 9, count: 3 },
    ]);
  });

  test("VAL-3: a summary's other fields are dropped", () => {
    const summary = { customer: "c", frequency: 0, recency: 0, age: 2, spend: 0, transactions: 1 };
    expect(purchaseCells([summary])).toEqual([{ frequency: 0, recency: 0, age: 2, count: 1 }]);
  });

  test("VAL-3: every customer is in exactly one cell, found by comparing all with all", () => {
    fc.assert(
      fc.property(fc.array(anyHistory, { maxLength: 60 }), (rows) => {
        const key = ({ frequency, recency, age }: PurchaseHistory): string =>
          [frequency, recency, age].join(" ");
        const cells = purchaseCells(rows);
        expect(new Set(cells.map(key)).size).toBe(cells.length);
        expect(new Set(cells.map(key))).toEqual(new Set(rows.map(key)));
        for (const cell of cells) {
          const same = rows.filter((row) => key(row) === key(cell));
          expect(cell.count).toBe(
            same.reduce((sum, row) => sum + ("count" in row ? row.count : 1), 0),
          );
        }
      }),
    );
  });

  test("VAL-3: many different histories are found again in a grown table", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => {
      const days = (i * 7919) % 5000;
      return { frequency: 1 + (days % 3), recency: days / 7, age: 800 };
    });
    const cells = purchaseCells(rows);
    expect(cells).toHaveLength(5000);
    expect(cells.every(({ count }) => count === 4)).toBe(true);
  });

  test("VAL-3: 0 and -0 are one time, written 0", () => {
    const cells = purchaseCells([
      { frequency: 0, recency: -0, age: -0 },
      { frequency: 0, recency: 0, age: 0 },
    ]);
    expect(cells).toEqual([{ frequency: 0, recency: 0, age: 0, count: 2 }]);
  });

  test("VAL-3: merges in any order and grouping, and survives JSON", () => {
    const stranger = { ...purchaseCellsCombine().createAccumulator(), version: 2 };
    expectMergeLaws(purchaseCellsCombine(), anyHistory, { strangers: [stranger] });
  });

  test("VAL-3: two aggregations may take turns on one accumulator", () => {
    const [one, other] = [purchaseCellsCombine(), purchaseCellsCombine()];
    const accumulator = one.createAccumulator();
    for (const age of [3, 4, 3, 5, 4, 3]) {
      (age === 4 ? other : one).addInput(accumulator, { frequency: 0, recency: 0, age });
    }
    expect(one.extractOutput(accumulator).map(({ age, count }) => [age, count])).toEqual([
      [3, 3],
      [4, 2],
      [5, 1],
    ]);
  });

  test.each<[string, PurchaseHistory | PurchaseCell, RegExp]>([
    ["no customers", { frequency: 0, recency: 0, age: 1, count: 0 }, /a count must be .* got 0/],
    ["no number of customers", { frequency: 0, recency: 0, age: 1, count: NaN }, /got NaN/],
    ["endless customers", { frequency: 0, recency: 0, age: 1, count: Infinity }, /got Infinity/],
    ["half a purchase", { frequency: 0.5, recency: 0, age: 1 }, /the frequency must be an integer/],
    ["bought after the end", { frequency: 1, recency: 2, age: 1 }, /the recency must lie between/],
  ])("%s: no history", (_, row, message) => {
    expect(() => purchaseCells([row])).toThrow(RangeError);
    expect(() => purchaseCells([row])).toThrow(message);
  });
});
