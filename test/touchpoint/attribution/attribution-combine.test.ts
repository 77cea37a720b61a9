import { attributionCombine, DEFAULT_ATTRIBUTION_POLICY } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyPath, TINY } from "./made-paths.js";

const ALL = [
  "first",
  "last",
  "last-non-direct",
  "linear",
  "position-based",
  "time-decay",
  "shapley",
] as const;

describe("attributionCombine", () => {
  it("merges in any order and grouping, and refuses other models or policies", () => {
    const models = ["linear", "time-decay", "last-non-direct"] as const;
    const other = { ...DEFAULT_ATTRIBUTION_POLICY, halfLifeDays: 8 };
    expectMergeLaws(attributionCombine({ models }), anyPath, {
      tolerance: 1e-12,
      maxRows: 7,
      strangers: [
        attributionCombine({ models: ["linear"] }).createAccumulator(),
        attributionCombine({ models, policy: other }).createAccumulator(),
      ],
    });
    // Conversions that go whole to one touchpoint are exact.
    expectMergeLaws(attributionCombine({ models: ["first", "last"] }), anyPath, { maxRows: 7 });
  });

  it.each([1, 2, 3] as const)("merges the chains of order %i alike", (markovOrder) => {
    const policy = { ...DEFAULT_ATTRIBUTION_POLICY, markovOrder };
    expectMergeLaws(attributionCombine({ models: ["markov"], policy }), anyPath, {
      tolerance: 1e-12,
      maxRows: 7,
    });
  });

  it("two readers may share one accumulator", () => {
    const options = { models: ["markov", "linear"] } as const;
    const [first, second] = [attributionCombine(options), attributionCombine(options)];
    const shared = first.createAccumulator();
    const alone = first.createAccumulator();
    TINY.forEach((row, at) => {
      (at % 2 === 0 ? first : second).addInput(shared, row);
      first.addInput(alone, row);
    });
    expect(first.extractOutput(shared)).toEqual(first.extractOutput(alone));
  });

  it("gives one attribution a model, in the order asked; a refused row changes nothing", () => {
    const combine = attributionCombine({ models: [...ALL, "markov"] });
    const accumulator = combine.createAccumulator();
    for (const row of TINY) combine.addInput(accumulator, row);
    const before = combine.extractOutput(accumulator);
    expect(before.map(({ model }) => model)).toEqual([...ALL, "markov"]);
    expect(() =>
      combine.addInput(accumulator, { steps: ["new", ""], conversions: 1, nulls: 0 }),
    ).toThrow(RangeError);
    expect(combine.extractOutput(accumulator)).toEqual(before);
  });

  it("its room does not grow with the rows", () => {
    const combine = attributionCombine({ models: ["linear", "markov"] });
    const sizeAfter = (rounds: number): number => {
      const accumulator = combine.createAccumulator();
      for (let round = 0; round < rounds; round += 1)
        for (const row of TINY) combine.addInput(accumulator, row);
      return JSON.stringify(accumulator, (_, value: unknown) =>
        typeof value === "number" ? 1 : value,
      ).length;
    };
    expect(sizeAfter(50)).toBe(sizeAfter(1));
  });

  it("refuses no model and a model twice", () => {
    expect(() => attributionCombine({ models: [] })).toThrow("at least one model");
    // From JavaScript nothing but this keeps a typing error out.
    expect(() => attributionCombine({ models: ["uniform" as "linear"] })).toThrow('got "uniform"');
    expect(() => attributionCombine({ models: ["first", "first"] })).toThrow('got "first" twice');
  });
});
