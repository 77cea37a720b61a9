import fc from "fast-check";
import { aggregate, comomentsCombine, momentsCombine, type Comoments } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";

const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8);
const rowsOf = (columns: number, minLength = 0): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
    minLength,
    maxLength: 30,
  });

function accumulate(rows: readonly (readonly number[])[]): Comoments {
  const combine = comomentsCombine(3);
  return rows.reduce((state, row) => combine.addInput(state, row), combine.createAccumulator());
}

/** Every figure of the accumulator, so that two can be compared within rounding. */
function figures({ n, means, codeviations }: Comoments): number[] {
  return [n, ...means, ...codeviations.flat()];
}

function expectClose(a: Comoments, b: Comoments): void {
  figures(a).forEach((value, i) => expect(value).toBeCloseTo(figures(b)[i]!, 6));
}

describe("co-moments", () => {
  it("by hand: means and sample covariances of two columns", () => {
    const rows = [
      [1, 10],
      [2, 14],
      [6, 12],
    ];
    expect(aggregate(rows, comomentsCombine(2))).toEqual({
      n: 3,
      means: [3, 12],
      covariances: [
        [7, 1],
        [1, 4],
      ],
    });
  });

  it("agree with two passes over the rows", () => {
    fc.assert(
      fc.property(rowsOf(3, 2), (rows) => {
        const { means, covariances } = aggregate(rows, comomentsCombine(3));
        for (const i of [0, 1, 2]) {
          expect(means![i]).toBeCloseTo(
            rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length,
            9,
          );
          for (const j of [0, 1, 2]) {
            const products = rows.map((row) => (row[i]! - means![i]!) * (row[j]! - means![j]!));
            const expected = products.reduce((a, b) => a + b, 0) / (rows.length - 1);
            expect(covariances![i]![j]).toBeCloseTo(expected, 7);
            expect(covariances![i]![j]).toBe(covariances![j]![i]);
          }
        }
      }),
    );
  });

  it("of one column are its mean and variance", () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 30 }), (values) => {
        const { means, covariances } = aggregate(
          values.map((value) => [value]),
          comomentsCombine(1),
        );
        const { mean, variance } = aggregate(values, momentsCombine());
        expect(means![0]).toBeCloseTo(mean!, 9);
        expect(covariances![0]![0]).toBeCloseTo(variance!, 7);
      }),
    );
  });

  it("lose no precision to large means", () => {
    const rows = [1, 2, 3, 4].map((value) => Float64Array.of(1e9 + value, 1e9 - value));
    expect(aggregate(rows, comomentsCombine(2)).covariances).toEqual([
      [5 / 3, -5 / 3],
      [-5 / 3, 5 / 3],
    ]);
  });

  it("take typed and plain arrays alike", () => {
    const rows = [
      [1, 2],
      [3, 5],
    ];
    const typed = rows.map((row) => Float64Array.from(row));
    expect(aggregate(typed, comomentsCombine(2))).toEqual(aggregate(rows, comomentsCombine(2)));
  });

  it("of no rows have no means, of one row no covariances", () => {
    expect(aggregate([], comomentsCombine(2))).toStrictEqual({ n: 0 });
    expect(aggregate([[4, 5]], comomentsCombine(2))).toStrictEqual({ n: 1, means: [4, 5] });
  });
});

describe("merging co-moments", () => {
  const { mergeAccumulators, createAccumulator, addInput, extractOutput } = comomentsCombine(3);

  it("gives what all rows give, in any grouping and order", () => {
    fc.assert(
      fc.property(rowsOf(3), rowsOf(3), rowsOf(3), (x, y, z) => {
        const [a, b, c] = [accumulate(x), accumulate(y), accumulate(z)];
        const whole = accumulate([...x, ...y, ...z]);
        expect(mergeAccumulators(a, b)).toStrictEqual(mergeAccumulators(b, a));
        expectClose(mergeAccumulators(mergeAccumulators(a, b), c), whole);
        expectClose(mergeAccumulators(a, mergeAccumulators(b, c)), whole);
      }),
    );
  });

  it("keeps the laws of merging", () => {
    const row = fc.array(number, { minLength: 3, maxLength: 3 });
    expectMergeLaws(comomentsCombine(3), row, {
      tolerance: 1e-9,
      strangers: [comomentsCombine(2).createAccumulator(), { ...createAccumulator(), version: 2 }],
    });
  });

  it("with no rows changes nothing", () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        const a = accumulate(rows);
        expect(mergeAccumulators(a, createAccumulator())).toStrictEqual(a);
        expect(mergeAccumulators(createAccumulator(), a)).toStrictEqual(a);
      }),
    );
  });

  it("leaves its parts alone, also when rows are added to the merged one", () => {
    fc.assert(
      fc.property(rowsOf(3), rowsOf(3), (x, y) => {
        const [a, b] = [accumulate(x), accumulate(y)];
        const before = structuredClone([a, b]);
        const merged = mergeAccumulators(a, b);
        addInput(merged, [1, 2, 3]);
        expect([a, b]).toStrictEqual(before);
      }),
    );
  });

  it("works on accumulators that were stored as JSON", () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        const a = accumulate(rows);
        expect(JSON.parse(JSON.stringify(a))).toStrictEqual(a);
      }),
    );
  });

  it("the output leaves the accumulator as it is", () => {
    const state = accumulate([
      [1, 2, 3],
      [4, 5, 9],
    ]);
    const before = structuredClone(state);
    const first = extractOutput(state);
    expect(state).toStrictEqual(before);
    addInput(state, [7, 7, 7]);
    expect(first.means).toEqual([2.5, 3.5, 6]);
  });

  it("refuses accumulators of another number of columns", () => {
    const other = comomentsCombine(2).createAccumulator();
    expect(() => mergeAccumulators(createAccumulator(), other)).toThrow(
      new TypeError(
        "Cannot merge comoments accumulators: configurations 3 columns and 2 columns differ",
      ),
    );
  });
});

describe("a broken contract throws", () => {
  it.each([[0], [-1], [1.5], [Number.NaN]])("%s columns", (columns) => {
    expect(() => comomentsCombine(columns)).toThrow(RangeError);
  });

  it("a row of another length, a number that is not finite; the state stays as it was", () => {
    const combine = comomentsCombine(2);
    const state = combine.addInput(combine.createAccumulator(), [1, 2]);
    const before = structuredClone(state);
    expect(() => combine.addInput(state, [1])).toThrow("a row must have 2 numbers, got 1");
    expect(() => combine.addInput(state, [1, Number.NaN])).toThrow("got NaN in column 1");
    expect(() => combine.addInput(state, [Number.POSITIVE_INFINITY, 1])).toThrow(
      "got Infinity in column 0",
    );
    expect(state).toStrictEqual(before);
  });
});
