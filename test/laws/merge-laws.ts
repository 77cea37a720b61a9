import fc from "fast-check";
import { expect } from "vitest";
import type { Aggregation } from "goodwill/shared";

/** How the merge laws are checked. */
export interface MergeLawOptions {
  /**
   * Largest distance of two numbers of the output, relative to the larger of 1 and their size: 0 when absent, for counts. Sums of floating-point numbers in another
   * order differ in the last digits.
   */
  readonly tolerance?: number;
  /** Accumulators of other configurations or layouts; merging with one, on either side, must be refused. */
  readonly strangers?: readonly unknown[];
  /** Most rows of a case; 30 when absent. */
  readonly maxRows?: number;
}

/**
 * Checks the contract of an aggregation on generated rows: merging is associative and commutative, the empty accumulator changes nothing, rows
 * split anywhere give the figure of the whole, accumulators survive JSON, merging and reading leave them as they are, and strangers are refused.
 */
export function expectMergeLaws<Row, Accumulator, Output>(
  aggregation: Aggregation<Row, Accumulator, Output>,
  row: fc.Arbitrary<Row>,
  { tolerance = 0, strangers = [], maxRows = 30 }: MergeLawOptions = {},
): void {
  const rows = fc.array(row, { maxLength: maxRows });
  const { createAccumulator, addInput, mergeAccumulators: merge, extractOutput } = aggregation;
  const take = (accumulator: Accumulator, taken: readonly Row[]): Accumulator =>
    taken.reduce((current, one) => addInput(current, one), accumulator);
  const of = (taken: readonly Row[]): Accumulator => take(createAccumulator(), taken);
  const expectSame = (actual: Accumulator, expected: Accumulator): void =>
    expectClose(extractOutput(actual), extractOutput(expected), tolerance);
  const revived = (accumulator: Accumulator): Accumulator =>
    JSON.parse(JSON.stringify(accumulator)) as Accumulator;

  fc.assert(
    fc.property(rows, rows, rows, (first, second, third) => {
      // Identity, on both sides.
      expectSame(merge(createAccumulator(), of(first)), of(first));
      expectSame(merge(of(first), createAccumulator()), of(first));
      // Commutative and associative.
      expectSame(merge(of(first), of(second)), merge(of(second), of(first)));
      expectSame(
        merge(merge(of(first), of(second)), of(third)),
        merge(of(first), merge(of(second), of(third))),
      );
      // More rows may follow a merge, and a reading.
      const merged = merge(of(first), of(second));
      extractOutput(merged);
      expectSame(take(merged, third), of([...first, ...second, ...third]));
    }),
  );
  fc.assert(
    fc.property(rows, fc.array(fc.nat({ max: maxRows }), { maxLength: 4 }), (all, cuts) => {
      // Split anywhere, empty parts included.
      const ends = [0, ...cuts.toSorted((a, b) => a - b), all.length];
      const parts = ends.slice(1).map((end, index) => of(all.slice(ends[index], end)));
      expectSame(
        parts.reduce((a, b) => merge(a, b)),
        of(all),
      );
    }),
  );
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      // An accumulator is JSON: nothing is lost, and a stored one goes on like the live one.
      const stored = revived(of(first));
      expect(stored).toEqual(of(first));
      expect(extractOutput(stored)).toEqual(extractOutput(of(first)));
      expect(extractOutput(take(stored, second))).toEqual(extractOutput(of([...first, ...second])));
      expect(extractOutput(merge(revived(of(first)), revived(of(second))))).toEqual(
        extractOutput(merge(of(first), of(second))),
      );
      // Merging and reading change neither side.
      const a = of(first);
      const b = of(second);
      merge(a, b);
      extractOutput(a);
      expect([a, b]).toEqual([of(first), of(second)]);
    }),
  );
  for (const stranger of strangers as Accumulator[]) {
    expect(() => merge(createAccumulator(), stranger)).toThrow(TypeError);
    expect(() => merge(stranger, createAccumulator())).toThrow(TypeError);
  }
}

/** Deep equality in which numbers may differ by the tolerance. */
export function expectClose(
  actual: unknown,
  expected: unknown,
  tolerance: number,
  path = "output",
): void {
  if (tolerance === 0) {
    expect(actual, path).toEqual(expected);
  } else if (typeof actual === "number" && typeof expected === "number") {
    const allowed = tolerance * Math.max(1, Math.abs(expected));
    const message = `${path}: ${String(actual)} and ${String(expected)}`;
    // The comparison also holds for two equal infinities; NaN fails it.
    expect(actual === expected || Math.abs(actual - expected) <= allowed, message).toBe(true);
  } else if (isObject(actual) && isObject(expected)) {
    expect(Object.keys(actual).toSorted(), path).toEqual(Object.keys(expected).toSorted());
    for (const key of Object.keys(expected)) {
      expectClose(actual[key], expected[key], tolerance, `${path}.${key}`);
    }
  } else {
    expect(actual, path).toEqual(expected);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
