// Solves the program with fractions allowed, and trusts no answer that does not prove itself.

import { coverOf } from "./cover-program.js";
import type { CoverRelaxation } from "./cover-relaxation.js";
import { alongColumn, relaxedCounts, sumsOf } from "./cover-relaxation.js";
import { columnOf, enteringVariable, leavingRow, pivot, refresh, stepWork } from "./cover-step.js";

/** What became of solving. @internal */
export type RelaxOutcome = "solved" | "impossible" | "stopped";

/** Solves the program with fractions within the bounds as they stand. @internal */
export function relax(state: CoverRelaxation, workAtMost: number): RelaxOutcome {
  const outcome = solve(state, workAtMost);
  if (outcome !== "doubtful") return outcome;
  // Too much was lost to rounding on the way: once more from the beginning.
  restart(state);
  const second = solve(state, workAtMost);
  return second === "doubtful" ? "stopped" : second;
}

/** Whether this sum of rows, which has to be 0, cannot be 0 within the bounds: whatever it is, that proves it. */
function cannotBe({ program, lower, upper }: CoverRelaxation, row: Float64Array): boolean {
  const columns = program.cost.length;
  const clean = row.map((by) => (Math.abs(by) < 1e-9 ? 0 : by));
  const sums = new Float64Array(row.length + 1);
  sumsOf(clean, sums);
  let least = 0;
  let most = 0;
  for (let v = 0; v < lower.length; v += 1) {
    const by = v < columns ? alongColumn(program, v, sums) : clean[v - columns]!;
    if (by === 0) continue;
    least += by * (by > 0 ? lower[v]! : upper[v]!);
    most += by * (by > 0 ? upper[v]! : lower[v]!);
  }
  return least > 1e-7 || most < -1e-7;
}

/** Whether what is solved for is what the rows really have. */
function isSound(state: CoverRelaxation): boolean {
  const { program, lower, upper } = state;
  const counts = relaxedCounts(state);
  const cover = coverOf(program, counts);
  const isWithin = (v: number, at: number): boolean =>
    at > lower[v]! - 1e-6 && at < upper[v]! + 1e-6;
  return (
    counts.every((at, j) => isWithin(j, at)) &&
    cover.every((at, t) => isWithin(counts.length + t, -at))
  );
}

function restart({ program, basic, place, inverse }: CoverRelaxation): void {
  place.fill(-1);
  for (let t = 0; t < basic.length; t += 1) {
    basic[t] = program.cost.length + t;
    place[basic[t]!] = t;
    inverse[t]!.fill(0);
    inverse[t]![t] = 1;
  }
}

function solve(state: CoverRelaxation, workAtMost: number): RelaxOutcome | "doubtful" {
  refresh(state);
  const { lower, upper, basic, place, isUpper, value, reduced } = state;
  const along = new Float64Array(place.length);
  const sums = new Float64Array(basic.length + 1);
  const column = new Float64Array(basic.length);
  for (;;) {
    if (state.work > workAtMost) return "stopped";
    const row = leavingRow(state);
    if (row < 0) return isSound(state) ? "solved" : "doubtful";
    const leaving = basic[row]!;
    const isBelow = value[row]! < lower[leaving]!;
    const entering = enteringVariable(state, { row, sign: isBelow ? 1 : -1, along, sums });
    if (entering < 0) return cannotBe(state, state.inverse[row]!) ? "impossible" : "doubtful";
    columnOf(state, entering, column);
    state.work += stepWork(state, entering);
    const ratio = reduced[entering]! / along[entering]!;
    for (let v = 0; v < place.length; v += 1) {
      if (place[v]! < 0) reduced[v]! -= ratio * along[v]!;
    }
    const bound = isBelow ? lower[leaving]! : upper[leaving]!;
    const step = (value[row]! - bound) / column[row]!;
    for (let k = 0; k < basic.length; k += 1) value[k]! -= step * column[k]!;
    const from = isUpper[entering] === 1 ? upper[entering]! : lower[entering]!;
    value[row] = from + step;
    pivot(state, row, column);
    reduced[leaving] = -ratio;
    reduced[entering] = 0;
    isUpper[leaving] = isBelow ? 0 : 1;
    place[leaving] = -1;
    place[entering] = row;
    basic[row] = entering;
  }
}
