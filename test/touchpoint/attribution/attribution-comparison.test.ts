import fc from "fast-check";
import { attributeOutcomes, compareAttribution } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { anyPath, TINY } from "./made-paths.js";

describe("compareAttribution", () => {
  it("TP-9: holds the shares of each model against each other, largest difference first", () => {
    const rows = [
      { steps: ["a", "b", "c"], conversions: 6, nulls: 0 },
      { steps: ["c"], conversions: 2, nulls: 9 },
    ];
    const comparison = compareAttribution(rows, { models: ["first", "last"] });
    expect(comparison.attributions).toEqual([
      attributeOutcomes(rows, { model: "first" }),
      attributeOutcomes(rows, { model: "last" }),
    ]);
    expect(comparison.touchpoints).toEqual([
      { touchpoint: "a", shares: [0.75, 0], rangeShare: 0.75 },
      { touchpoint: "c", shares: [0.25, 1], rangeShare: 0.75 },
      { touchpoint: "b", shares: [0, 0], rangeShare: 0 },
    ]);
    expect(comparison.movedShares).toEqual([0, 0.75]);
  });

  it("without conversions nothing differs; without rows there is nothing to compare", () => {
    const lost = [{ steps: ["a"], conversions: 0, nulls: 2 }];
    expect(compareAttribution(lost, { models: ["first", "markov"] })).toMatchObject({
      touchpoints: [{ touchpoint: "a", shares: [0, 0], rangeShare: 0 }],
      movedShares: [0, 0],
    });
    expect(compareAttribution([], { models: ["linear"] })).toMatchObject({
      touchpoints: [],
      movedShares: [0],
    });
  });

  it("what a model moves is the same either way, and at most 1", () => {
    fc.assert(
      fc.property(fc.array(anyPath), (rows) => {
        const [, there] = compareAttribution(rows, { models: ["first", "markov"] }).movedShares;
        const [, back] = compareAttribution(rows, { models: ["markov", "first"] }).movedShares;
        expect(Math.abs(there! - back!)).toBeLessThan(1e-12);
        expect(there).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("refuses what the models refuse", () => {
    expect(() => compareAttribution(TINY, { models: [] })).toThrow(RangeError);
    expect(() =>
      compareAttribution([{ steps: [], conversions: 1, nulls: 0 }], { models: ["first"] }),
    ).toThrow(RangeError);
  });
});
