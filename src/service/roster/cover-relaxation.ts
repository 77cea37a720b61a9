// The program with fractions allowed, solved by the dual simplex method with bounded variables (Lemke, 1954; for the
// bounds Wagner, 1958). Every cost is at least 0, so taking nothing is where it begins, and after a bound has changed
// it goes on from where it was. Columns of whole blocks make the work of a step small: sums along rows price them.

import type { CoverProgram } from "./cover-program.js";

/** Where the method stands. Variables are the columns, then for each row one, less what the row has. @internal */
export interface CoverRelaxation {
  /** The program. */
  readonly program: CoverProgram;
  /** By variable: at least so much. */
  readonly lower: Float64Array;
  /** By variable: at most so much. */
  readonly upper: Float64Array;
  /** By row: the variable that is solved for there. */
  readonly basic: Int32Array;
  /** By variable: the row it is solved for in, or -1. */
  readonly place: Int32Array;
  /** By variable not solved for: 1 where it is at its upper bound. */
  readonly isUpper: Uint8Array;
  /** By row: the row of the inverse of the matrix of what is solved for. */
  readonly inverse: readonly Float64Array[];
  /** By row: the value of what is solved for there. */
  readonly value: Float64Array;
  /** By variable: what one more would add to the cost. */
  readonly reduced: Float64Array;
  /** The steps of arithmetic so far. */
  work: number;
}

/** The method at its beginning: nothing taken. @internal */
export function coverRelaxation(program: CoverProgram): CoverRelaxation {
  const { least, most, cost, tie, use } = program;
  const rows = least.length;
  const columns = cost.length;
  const lower = new Float64Array(columns + rows);
  const upper = new Float64Array(columns + rows);
  const place = new Int32Array(columns + rows).fill(-1);
  const reduced = new Float64Array(columns + rows);
  upper.set(use);
  for (let j = 0; j < columns; j += 1) reduced[j] = cost[j]! + tie[j]!;
  for (let t = 0; t < rows; t += 1) {
    lower[columns + t] = -most[t]!;
    upper[columns + t] = -least[t]!;
    place[columns + t] = t;
  }
  return {
    program,
    lower,
    upper,
    basic: Int32Array.from({ length: rows }, (_, t) => columns + t),
    place,
    isUpper: new Uint8Array(columns + rows),
    inverse: Array.from({ length: rows }, (_, t) => {
      const row = new Float64Array(rows);
      row[t] = 1;
      return row;
    }),
    value: new Float64Array(rows),
    reduced,
    work: 0,
  };
}

/** The sums of a row up to every place. @internal */
export function sumsOf(row: Float64Array, sums: Float64Array): void {
  let sum = 0;
  for (let t = 0; t < row.length; t += 1) {
    sum += row[t]!;
    sums[t + 1] = sum;
  }
}

/** What a row of these sums gives along a column. @internal */
export function alongColumn(
  { firstBlock, from, until }: CoverProgram,
  j: number,
  sums: Float64Array,
): number {
  let sum = 0;
  for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1) {
    sum += sums[until[b]!]! - sums[from[b]!]!;
  }
  return sum;
}

/** The prices of the rows: what one more needed would cost. @internal */
export function rowPrices({ program, basic, inverse }: CoverRelaxation): Float64Array {
  const { cost, tie, least } = program;
  const prices = new Float64Array(least.length);
  for (let k = 0; k < basic.length; k += 1) {
    const j = basic[k]!;
    if (j >= cost.length) continue;
    const price = cost[j]! + tie[j]!;
    const row = inverse[k]!;
    for (let t = 0; t < row.length; t += 1) prices[t]! += price * row[t]!;
  }
  return prices;
}

/**
 * A cost that nothing within the bounds can be below, from the prices alone: whatever the arithmetic lost on the way,
 * any prices prove it.
 * @internal
 */
export function provenCost(state: CoverRelaxation): number {
  const { program, lower, upper } = state;
  const { least, most, cost, tie } = program;
  const prices = rowPrices(state);
  let bound = 0;
  for (let t = 0; t < prices.length; t += 1) {
    if (prices[t]! < 0 && most[t] === Infinity) prices[t] = 0;
    bound += prices[t]! * (prices[t]! >= 0 ? least[t]! : most[t]!);
  }
  const sums = new Float64Array(prices.length + 1);
  sumsOf(prices, sums);
  for (let j = 0; j < cost.length; j += 1) {
    const net = cost[j]! + tie[j]! - alongColumn(program, j, sums);
    bound += net * (net >= 0 ? lower[j]! : upper[j]!);
  }
  return bound;
}

/** By column: how many the solution takes, whole or not. @internal */
export function relaxedCounts({
  program,
  lower,
  upper,
  place,
  isUpper,
  value,
}: CoverRelaxation): Float64Array {
  return Float64Array.from(program.cost, (_, j) => {
    if (place[j]! >= 0) return value[place[j]!]!;
    return isUpper[j] === 1 ? upper[j]! : lower[j]!;
  });
}
