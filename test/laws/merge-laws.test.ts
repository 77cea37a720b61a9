import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsCombine, requireSameConfiguration } from "goodwill/shared";
import type { Aggregation } from "goodwill/shared";
import { expectClose, expectMergeLaws } from "./merge-laws.js";

interface Sum {
  readonly version: number;
  readonly configuration: string;
  readonly values: readonly number[];
}

/** A lawful aggregation to be broken in one place at a time. */
const lawful: Aggregation<number, Sum, number> = {
  createAccumulator: () => ({ version: 1, configuration: "sum", values: [] }),
  addInput: (sum, value) => ({ ...sum, values: [...sum.values, value] }),
  mergeAccumulators(a, b) {
    requireSameConfiguration("sum", [{ version: 1, configuration: "sum" }, a, b]);
    return { ...a, values: [...a.values, ...b.values] };
  },
  extractOutput: ({ values }) => values.reduce((sum, value) => sum + value, 0),
};
const rows = fc.integer({ min: -9, max: 9 });
const strangers = [
  { version: 1, configuration: "other", values: [] },
  { version: 2, configuration: "sum", values: [] },
];

describe("the merge laws", () => {
  it("hold for a lawful aggregation", () => {
    expectMergeLaws(lawful, rows, { strangers });
  });

  it("hold for the moments within a tolerance", () => {
    expectMergeLaws(momentsCombine(), fc.double({ min: -10, max: 10, noNaN: true }), {
      tolerance: 1e-9,
    });
  });

  const broken: Record<string, Partial<Aggregation<number, Sum, number>>> = {
    "an empty accumulator that counts": {
      createAccumulator: () => ({ version: 1, configuration: "sum", values: [1] }),
    },
    "a merge that depends on the order": {
      extractOutput: ({ values }) => values[0] ?? 0,
    },
    "a merge that forgets one side": { mergeAccumulators: (a) => a },
    "a mean of means": {
      addInput: ({ values, ...rest }, value) => ({
        ...rest,
        values: [(values[0] ?? 0) * 0.5 + value * 0.5],
      }),
    },
    "a merge in place": {
      mergeAccumulators(a, b) {
        (a.values as number[]).push(...b.values);
        return a;
      },
    },
    "a reading that empties the accumulator": {
      extractOutput(sum) {
        const total = lawful.extractOutput(sum);
        (sum.values as number[]).length = 0;
        return total;
      },
    },
    "an accumulator that JSON does not carry": {
      addInput: (sum, value) => ({
        ...sum,
        values: [...sum.values, value === 3 ? Number.NaN : value],
      }),
    },
    "a merge with a stranger": {
      mergeAccumulators: (a, b) => ({ ...a, values: [...a.values, ...b.values] }),
    },
  };
  it.each(Object.entries(broken))("catch %s", (_, part) => {
    expect(() => expectMergeLaws({ ...lawful, ...part }, rows, { strangers })).toThrow();
  });

  it("compare numbers within the tolerance and no further", () => {
    expectClose({ a: [1, undefined] }, { a: [1 + 1e-10, undefined] }, 1e-9);
    expect(() => expectClose({ a: 1 }, { a: 1 + 1e-8 }, 1e-9)).toThrow();
    expect(() => expectClose({ a: 1 }, { a: Number.NaN }, 1e-9)).toThrow();
    expect(() => expectClose({ a: 1, b: 2 }, { a: 1 }, 1e-9)).toThrow();
  });
});
