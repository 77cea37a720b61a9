import fc from "fast-check";
import { attributionCombine, siftAttributionPaths } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { anyPath } from "./made-paths.js";

describe("siftAttributionPaths", () => {
  it("takes lists and texts, and hands back every bad row with its reason", () => {
    const good = { steps: ["a", "b"], conversions: 1, nulls: 0, value: 3, daysBefore: [2, 0] };
    const rows = [
      good,
      { path: "a > b", conversions: 2, nulls: 1 },
      { path: "a > > b", conversions: 2, nulls: 1 },
      { steps: ["a"], conversions: 0.5, nulls: 1 },
      { steps: ["a"], conversions: 1, nulls: -1 },
      { steps: ["a"], conversions: 0, nulls: 1, value: 4 },
      { steps: ["a"], conversions: "1", nulls: 1 },
      { steps: [], conversions: 1, nulls: 1 },
      { steps: ["a"], conversions: 1 },
      { steps: ["a"], conversions: 1, nulls: 1, colour: "red" },
      null,
      "a > b",
    ];
    const { accepted, rejected } = siftAttributionPaths(rows);
    expect(accepted).toEqual([good, { steps: ["a", "b"], conversions: 2, nulls: 1 }]);
    expect(rejected.map(({ index }) => index)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(rejected.map(({ row }) => row)).toEqual(rows.slice(2));
    expect(rejected.slice(0, 6).map(({ issues }) => issues[0]?.message)).toEqual([
      "a step must have a name, got none",
      "conversions must be a whole number of at least 0, got 0.5",
      "nulls must be a whole number of at least 0, got -1",
      "without a conversion there is no value, got 4",
      "Invalid input: expected number, received string",
      "a path needs at least one step, got none",
    ]);
    expect(rejected[0]?.issues[0]?.path).toBe("steps.1");
  });

  it("what it accepts, the models take", () => {
    const broken = fc.record({
      steps: fc.array(fc.constantFrom("a", "", "b"), { maxLength: 3 }),
      conversions: fc.constantFrom(0, 1, -1, 0.5, Infinity),
      nulls: fc.constantFrom(0, 2, -2),
      value: fc.constantFrom(0, 5, -5),
      daysBefore: fc.array(fc.constantFrom(0, 1, 2), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(anyPath, broken)), (rows) => {
        const { accepted, rejected } = siftAttributionPaths(rows);
        expect(accepted.length + rejected.length).toBe(rows.length);
        const combine = attributionCombine({ models: ["time-decay", "markov"] });
        const accumulator = combine.createAccumulator();
        for (const row of accepted) combine.addInput(accumulator, row);
        for (const { row } of rejected)
          expect(() => combine.addInput(accumulator, row as (typeof accepted)[number])).toThrow(
            RangeError,
          );
      }),
    );
  });
});
