// The cheapest choice: fractions first, then one column after the other is held from above or from below, depth first.

import type { CoverChoice, CoverProgram } from "./cover-program.js";
import { choiceOf } from "./cover-program.js";
import type { CoverRelaxation } from "./cover-relaxation.js";
import { coverRelaxation, provenCost, relaxedCounts } from "./cover-relaxation.js";
import { roundedChoice } from "./cover-rounding.js";
import { relax } from "./relax-cover.js";

/** What the search found. @internal */
export interface CoverAnswer {
  /** The best choice found; undefined where none was. */
  readonly choice: CoverChoice | undefined;
  /** No choice costs less. */
  readonly costAtLeast: number;
  /** The steps of arithmetic it took. */
  readonly work: number;
}

interface Branch {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
  /** What remains to be tried: at most so many. */
  readonly atMost: number;
  isSecond: boolean;
}

/** On the way down, what is nearer to the next number than this is taken for it. */
const NEARLY_WHOLE = 0.8;

/** The least cost, in whole grains, that this bound with its part for ties allows. */
function grained({ grain }: CoverProgram, bound: number): number {
  return Math.max(0, Math.ceil((bound - grain / 2 - 1e-6) / grain) * grain);
}

/** The column that is furthest from whole, the nearest to the next number first; -1 where all are whole. */
function brokenColumn(counts: Float64Array): number {
  let furthest = 1e-6;
  let column = -1;
  for (let j = 0; j < counts.length; j += 1) {
    const part = counts[j]! - Math.floor(counts[j]!);
    if (part > 1 - 1e-6 || part <= furthest) continue;
    [furthest, column] = [part, j];
  }
  return column;
}

/** Searches the whole tree for the cheapest choice, within so many steps of arithmetic. @internal */
export function searchTree(program: CoverProgram, workAtMost: number): CoverAnswer {
  const state = coverRelaxation(program);
  let best = roundedChoice(program, new Float64Array(program.cost.length));
  let roundings = 20 * (program.cost.length + program.from.length);
  const root = relax(state, workAtMost);
  if (root === "impossible") return { choice: undefined, costAtLeast: Infinity, work: state.work };
  const bound = provenCost(state);
  const least = grained(program, bound);
  if (root === "stopped") {
    // Not solved, but nearer than nothing.
    consider(
      roundedChoice(
        program,
        relaxedCounts(state).map((count) => Math.max(0, count)),
      ),
    );
    return { choice: best, costAtLeast: least, work: state.work + roundings };
  }
  dive();
  // First the part that counts, then, within the steps that are left, what decides between equals.
  const isDone = descend((found) => best !== undefined && grained(program, found) >= best.cost);
  if (isDone && best !== undefined && best.total > bound + 1e-6) {
    resetBounds(state);
    if (relax(state, workAtMost) === "solved") {
      descend((found) => best !== undefined && found >= best.total - 1e-7);
    }
  }
  const costAtLeast = isDone ? (best?.cost ?? Infinity) : least;
  return { choice: best, costAtLeast, work: state.work + roundings };

  function consider(choice: CoverChoice | undefined): void {
    if (choice === undefined) return;
    if (best === undefined || choice.total < best.total - 1e-9) best = choice;
  }

  /** Goes down once, with many columns settled at a time: seldom the best, but soon near it. */
  function dive(): void {
    const counts = relaxedCounts(state);
    for (let column = brokenColumn(counts); column >= 0; column = brokenColumn(counts)) {
      for (let j = 0; j < counts.length; j += 1) {
        const whole = Math.floor(counts[j]! + 1e-6);
        state.lower[j] = j === column || counts[j]! - whole > NEARLY_WHOLE ? whole + 1 : whole;
      }
      if (relax(state, workAtMost) !== "solved") break;
      counts.set(relaxedCounts(state));
    }
    consider(choiceOf(program, counts.map(Math.round)));
    consider(roundedChoice(program, counts));
    resetBounds(state);
    relax(state, workAtMost);
  }

  /** Whether the whole tree was searched. */
  function descend(isBeaten: (bound: number) => boolean): boolean {
    const trail: Branch[] = [];
    let outcome: "solved" | "impossible" | "stopped" = "solved";
    for (;;) {
      if (outcome === "stopped") return false;
      const branch = outcome === "solved" ? branchAt(state, isBeaten) : undefined;
      if (branch !== undefined) {
        trail.push(branch);
        state.lower[branch.column] = branch.atMost + 1;
      } else if (!backtrack(state, trail)) {
        return true;
      }
      outcome = relax(state, workAtMost);
    }
  }

  function branchAt(at: CoverRelaxation, isBeaten: (bound: number) => boolean): Branch | undefined {
    const bound = provenCost(at);
    if (isBeaten(bound)) return undefined;
    const counts = relaxedCounts(at);
    const column = brokenColumn(counts);
    if (column < 0) {
      consider(choiceOf(program, counts.map(Math.round)));
      return undefined;
    }
    // Rounding takes its time, too: no more than the search itself does.
    if (roundings <= state.work / 2) {
      const rounded = roundedChoice(program, counts);
      consider(rounded);
      const taken = rounded?.counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0) ?? 1;
      roundings += 4 * taken * (program.cost.length + program.from.length);
      if (isBeaten(bound)) return undefined;
    }
    return {
      column,
      lower: at.lower[column]!,
      upper: at.upper[column]!,
      atMost: Math.floor(counts[column]!),
      isSecond: false,
    };
  }
}

/** Goes back to the last branch that has something left to try; false where none has. */
function backtrack(state: CoverRelaxation, trail: Branch[]): boolean {
  for (let branch = trail.at(-1); branch !== undefined; branch = trail.at(-1)) {
    state.lower[branch.column] = branch.lower;
    if (!branch.isSecond) {
      branch.isSecond = true;
      state.upper[branch.column] = branch.atMost;
      return true;
    }
    state.upper[branch.column] = branch.upper;
    trail.pop();
  }
  return false;
}

function resetBounds({ program, lower, upper }: CoverRelaxation): void {
  lower.fill(0, 0, program.cost.length);
  upper.set(program.use);
}
