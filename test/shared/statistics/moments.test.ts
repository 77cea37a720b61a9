import { aggregate, momentsCombine } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const summary = (values: Iterable<number>) => aggregate(values, momentsCombine());

describe("momentsCombine", () => {
  it("no numbers have no mean, one has no variance", () => {
    expect(summary([])).toEqual({ n: 0 });
    expect(summary([7])).toEqual({ n: 1, mean: 7 });
  });

  it("keeps its precision when the mean is large against the spread", () => {
    const { variance } = summary([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(variance).toBe(30);
  });

  it("merging any split gives the moments of the whole, in any order", () => {
    const { createAccumulator, addInput, mergeAccumulators, extractOutput } = momentsCombine();
    const of = (values: readonly number[]) => values.reduce(addInput, createAccumulator());
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, numbers, numbers, (a, b, c) => {
        const whole = extractOutput(of([...a, ...b, ...c]));
        const left = extractOutput(mergeAccumulators(mergeAccumulators(of(a), of(b)), of(c)));
        const right = extractOutput(mergeAccumulators(of(c), mergeAccumulators(of(b), of(a))));
        for (const merged of [left, right]) {
          expect(merged.n).toBe(whole.n);
          expect(merged.mean ?? 0).toBeCloseTo(whole.mean ?? 0, 6);
          const scale = Math.max(1, whole.variance ?? 0);
          expect((merged.variance ?? 0) / scale).toBeCloseTo((whole.variance ?? 0) / scale, 9);
        }
      }),
    );
  });

  it("an accumulator survives being stored as JSON", () => {
    const combine = momentsCombine();
    const stored = JSON.parse(
      JSON.stringify([1, 2, 4].reduce(combine.addInput, combine.createAccumulator())),
    ) as ReturnType<typeof combine.createAccumulator>;
    expect(combine.extractOutput(combine.addInput(stored, 5))).toEqual(summary([1, 2, 4, 5]));
  });

  it("a number that is not finite is refused", () => {
    expect(() => summary([1, NaN])).toThrow(/must be finite, got NaN/);
    expect(() => summary([Infinity])).toThrow(RangeError);
  });
});
