import fc from "fast-check";
import { expect, test } from "vitest";
import { midRanks } from "../../../src/shared/statistics/mid-ranks.js";

test("ranks are counted from below, and equal values share the mean of theirs", () => {
  expect([...midRanks(Float64Array.of(30, 10, 20, 20))]).toEqual([4, 1, 2.5, 2.5]);
  expect([...midRanks(Float64Array.of(5, 5, 5))]).toEqual([2, 2, 2]);
  expect([...midRanks(new Float64Array(0))]).toEqual([]);
});

test("a rank is what comparing with every value gives", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (values) => {
      const ranks = values.map(
        (value) =>
          values.filter((other) => other < value).length +
          (values.filter((other) => other === value).length + 1) / 2,
      );
      expect([...midRanks(Float64Array.from(values))]).toEqual(ranks);
    }),
  );
});
