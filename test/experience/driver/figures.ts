import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect } from "vitest";
import type { DriverRow } from "../../../src/experience/driver/complete-cases.js";

/** Asserts numbers to a relative tolerance, position by position. */
export function expectRelative(
  actual: ArrayLike<number | undefined>,
  expected: readonly number[],
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  const errors = expected.map((value, i) => Math.abs(actual[i]! - value) / Math.abs(value));
  // `toBeLessThan` fails on NaN, so that a missing figure fails too.
  errors.forEach((error, i) => {
    expect(error, `${actual[i]} against ${expected[i]} at ${i}`).toBeLessThan(tolerance);
  });
}

/** Asserts numbers to an absolute tolerance, position by position. */
export function expectNear(
  actual: ArrayLike<number | undefined>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i += 1) {
    expect(Math.abs(actual[i]! - expected[i]!), `at ${i}`).toBeLessThan(tolerance);
  }
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The named columns of a CSV file as rows; an empty cell or NA is absent. */
export function readRows(file: string, columns: readonly string[]): DriverRow[] {
  const records = parse(readFileSync(file), { columns: true });
  return (records as Record<string, string>[]).map((record) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const cell = record[column]!;
        return cell === "" || cell === "NA" ? [] : [[column, Number(cell)]];
      }),
    ),
  );
}

/** A survey of whole ratings from 0 to 10: driver columns `d0`, `d1`, ... and the outcome `y`. */
export interface Survey {
  readonly drivers: readonly string[];
  readonly rows: readonly DriverRow[];
}

/** Surveys with the given numbers of drivers, and rows enough for a regression. */
export function surveys({ most }: { readonly most: number }): fc.Arbitrary<Survey> {
  return fc.integer({ min: 1, max: most }).chain((count) => {
    const drivers = Array.from({ length: count }, (_, i) => `d${i}`);
    const rating = fc.integer({ min: 0, max: 10 });
    const row = fc.record(Object.fromEntries([...drivers, "y"].map((name) => [name, rating])));
    return fc
      .array(row, { minLength: count + 6, maxLength: 40 })
      .map((rows): Survey => ({ drivers, rows }));
  });
}
