// The parts of one step of the dual simplex method.

import type { CoverRelaxation } from "./cover-relaxation.js";
import { alongColumn, rowPrices, sumsOf } from "./cover-relaxation.js";

const NEARLY_NONE = 1e-9;

const SMALL_PIVOT = 1e-5;

/** Sets everything anew from the inverse, after bounds have changed. @internal */
export function refresh(state: CoverRelaxation): void {
  const { program, lower, upper, place, isUpper, inverse, value, reduced } = state;
  const { cost, tie, firstBlock, from, until } = program;
  const rows = value.length;
  const prices = rowPrices(state);
  const sums = new Float64Array(rows + 1);
  sumsOf(prices, sums);
  const taken = new Float64Array(rows + 1);
  for (let v = 0; v < lower.length; v += 1) {
    if (place[v]! >= 0) {
      reduced[v] = 0;
      continue;
    }
    const isColumn = v < cost.length;
    const net = isColumn
      ? cost[v]! + tie[v]! - alongColumn(program, v, sums)
      : -prices[v - cost.length]!;
    reduced[v] = net;
    if (net > NEARLY_NONE) isUpper[v] = 0;
    else if (net < -NEARLY_NONE) isUpper[v] = 1;
    if (lower[v] === -Infinity) isUpper[v] = 1;
    const at = isUpper[v] === 1 ? upper[v]! : lower[v]!;
    if (at === 0) continue;
    if (!isColumn) {
      taken[v - cost.length]! -= at;
      taken[v - cost.length + 1]! += at;
      continue;
    }
    for (let b = firstBlock[v]!; b < firstBlock[v + 1]!; b += 1) {
      taken[from[b]!]! -= at;
      taken[until[b]!]! += at;
    }
  }
  for (let t = 1; t < rows; t += 1) taken[t]! += taken[t - 1]!;
  for (let k = 0; k < rows; k += 1) {
    const row = inverse[k]!;
    let sum = 0;
    for (let t = 0; t < rows; t += 1) sum += row[t]! * taken[t]!;
    value[k] = sum;
  }
  state.work += 2 * rows * rows + 4 * lower.length + 4 * from.length;
}

/** The row whose value is furthest beyond a bound, or -1. @internal */
export function leavingRow({ basic, value, lower, upper }: CoverRelaxation): number {
  let worst = 1e-7;
  let row = -1;
  for (let k = 0; k < basic.length; k += 1) {
    const v = basic[k]!;
    const beyond = Math.max(lower[v]! - value[k]!, value[k]! - upper[v]!);
    if (beyond > worst) [worst, row] = [beyond, k];
  }
  return row;
}

/** The variable that restores the row for the least cost; `along` gets how each changes it. @internal */
export function enteringVariable(
  state: CoverRelaxation,
  {
    row,
    sign,
    along,
    sums,
  }: {
    readonly row: number;
    readonly sign: number;
    readonly along: Float64Array;
    readonly sums: Float64Array;
  },
): number {
  const { program, lower, upper, place, isUpper, inverse, reduced } = state;
  const columns = program.cost.length;
  const prices = inverse[row]!;
  sumsOf(prices, sums);
  let least = Infinity;
  let size = 0;
  let entering = -1;
  for (let v = 0; v < place.length; v += 1) {
    if (place[v]! >= 0) continue;
    const change = v < columns ? alongColumn(program, v, sums) : prices[v - columns]!;
    along[v] = change;
    if (upper[v]! - lower[v]! < NEARLY_NONE) continue;
    const pull = isUpper[v] === 1 ? sign * change : -sign * change;
    if (pull <= SMALL_PIVOT) continue;
    const ratio = Math.abs(reduced[v]!) / pull;
    if (ratio < least - 1e-12 || (ratio <= least + 1e-12 && pull > size + 1e-9)) {
      [least, size, entering] = [Math.min(ratio, least), pull, v];
    }
  }
  return entering;
}

/** By row: how much what is solved for there changes with the variable. @internal */
export function columnOf(
  { program, inverse }: CoverRelaxation,
  v: number,
  result: Float64Array,
): void {
  const { firstBlock, from, until, cost } = program;
  for (let k = 0; k < inverse.length; k += 1) {
    const row = inverse[k]!;
    if (v >= cost.length) {
      result[k] = row[v - cost.length]!;
      continue;
    }
    let sum = 0;
    for (let b = firstBlock[v]!; b < firstBlock[v + 1]!; b += 1) {
      for (let t = from[b]!; t < until[b]!; t += 1) sum += row[t]!;
    }
    result[k] = sum;
  }
}

/** What a step costs besides the pivot: every block is priced, and one column is summed up in every row. @internal */
export function stepWork({ program, basic, place }: CoverRelaxation, entering: number): number {
  const { firstBlock, from, until, cost } = program;
  let size = 1;
  if (entering < cost.length) {
    for (let b = firstBlock[entering]!; b < firstBlock[entering + 1]!; b += 1)
      size += until[b]! - from[b]!;
  }
  return 4 * place.length + 3 * from.length + (size + 4) * basic.length;
}

/** Solves for the new variable in this row instead. @internal */
export function pivot(state: CoverRelaxation, row: number, column: Float64Array): void {
  const { inverse } = state;
  const main = inverse[row]!;
  const factor = 1 / column[row]!;
  const filled: number[] = [];
  for (let t = 0; t < main.length; t += 1) {
    if (main[t] === 0) continue;
    main[t]! *= factor;
    filled.push(t);
  }
  let touched = 0;
  for (let k = 0; k < inverse.length; k += 1) {
    const by = column[k]!;
    if (k === row || Math.abs(by) < 1e-12) continue;
    const other = inverse[k]!;
    for (let i = 0; i < filled.length; i += 1) {
      const t = filled[i]!;
      const left = other[t]! - by * main[t]!;
      // What is rounding alone must not fill the rows.
      other[t] = Math.abs(left) < 1e-11 ? 0 : left;
    }
    touched += 1;
  }
  state.work += touched * filled.length;
}
