// The choice in numbers: candidates become options and the goal becomes what points are worth, in whole steps wherever
// the digits allow it. The other files of this folder work on these numbers, not on candidates and goals.

import type { ExactGrid } from "./exact-grid.js";
import { exactGridOf, isExactTotal, toSteps } from "./exact-grid.js";
import type { Improvement, ImprovementGoal } from "../improvement.js";

/** One candidate of a choice, in numbers. @internal */
export interface Option {
  /** Its place among all candidates, by which ties are broken. */
  readonly index: number;
  /** Its bit in sets of candidates: the earlier the candidate, the higher the bit. */
  readonly bit: bigint;
  /** The candidates it excludes or that exclude it, as a set. */
  readonly conflicts: bigint;
  /** Its cost, in steps of the cost grid. */
  readonly cost: number;
  /** Its points on each factor, in steps of the point grid. */
  readonly points: readonly number[];
}

/** What points on a factor are worth. @internal */
export interface Credit {
  /** Worth of a point. */
  readonly weight: number;
  /** The points credited at most. */
  readonly cap: number;
  /** By how much to divide accumulated points before they are compared with the cap. */
  readonly divisor: number;
}

/** How values compare, and what rounding is to be allowed for when a bound is computed. @internal */
export interface ValueScale {
  /** What the points on each factor are worth. */
  readonly credits: readonly Credit[];
  /** The grid of points. */
  readonly pointGrid: ExactGrid;
  /** A plan is surely worth no more than v when a bound of it, computed in fractions, is at most v plus this. */
  readonly boundTolerance: number;
  /** The least difference that counts: 1 where values are whole, a rounding error where they are not. */
  readonly step: number;
}

/** The choice among candidates, brought to numbers that add exactly wherever their digits allow. @internal */
export interface ChoiceProblem extends ValueScale {
  /** The factors, in the order of `importance`. */
  readonly factors: readonly string[];
  /** All candidates, in their order. */
  readonly options: readonly Option[];
  /** The grid of costs. */
  readonly costGrid: ExactGrid;
}

/** A computed sum of a few hundred terms is off by less than this share of its size. */
const ROUNDING_SHARE = 1e-12;

/** Worth of accumulated points on a factor: concave and never falling, which the search relies on. @internal */
export function creditValue({ weight, cap, divisor }: Credit, points: number): number {
  return weight * Math.min(points / divisor, cap);
}

/** The points creditable on a factor; none where the goal does not name it. @internal */
export function shortfallOf({ shortfall }: ImprovementGoal, factor: string): number {
  return Object.hasOwn(shortfall, factor) ? shortfall[factor]! : 0;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

/**
 * Importance times points is whole when both are and the total stays small; then equal values are exactly equal.
 * Means of a survey have sixteen digits: then points alone are kept whole and values are floating-point numbers.
 */
function valueScaleOf(candidates: readonly Improvement[], goal: ImprovementGoal): ValueScale {
  const factors = Object.keys(goal.importance);
  const weights = factors.map((factor) => goal.importance[factor]!);
  const caps = factors.map((factor) => shortfallOf(goal, factor));
  const effects = candidates.flatMap((candidate) => Object.values(candidate.effects));
  const weightGrid = exactGridOf(weights);
  const jointGrid = exactGridOf([...effects, ...caps]);
  const most = sumOf(weights) * (sumOf(effects) + sumOf(caps));
  if (
    weightGrid.exact &&
    jointGrid.exact &&
    isExactTotal(most * weightGrid.steps * jointGrid.steps)
  ) {
    const credits = weights.map((weight, f) => ({
      weight: toSteps(weightGrid, weight),
      cap: toSteps(jointGrid, caps[f]!),
      divisor: 1,
    }));
    return { credits, pointGrid: jointGrid, boundTolerance: 0.5, step: 1 };
  }
  const pointGrid = exactGridOf(effects);
  const credits = weights.map((weight, f) => ({ weight, cap: caps[f]!, divisor: pointGrid.steps }));
  const rounding = most * ROUNDING_SHARE;
  return { credits, pointGrid, boundTolerance: -rounding, step: rounding };
}

function conflictSets(candidates: readonly Improvement[], bits: readonly bigint[]): bigint[] {
  const indexOf = new Map(candidates.map(({ id }, index) => [id, index]));
  const conflicts = candidates.map(() => 0n);
  candidates.forEach(({ excludes = [] }, index) => {
    for (const id of excludes) {
      const other = indexOf.get(id)!;
      conflicts[index]! |= bits[other]!;
      conflicts[other]! |= bits[index]!;
    }
  });
  return conflicts;
}

/** Brings candidates and goal, already checked, to numbers. @internal */
export function choiceProblemOf(
  candidates: readonly Improvement[],
  goal: ImprovementGoal,
): ChoiceProblem {
  const factors = Object.keys(goal.importance);
  const scale = valueScaleOf(candidates, goal);
  const costGrid = exactGridOf(candidates.map(({ cost }) => cost));
  const bits = candidates.map((_, index) => 1n << BigInt(candidates.length - 1 - index));
  const conflicts = conflictSets(candidates, bits);
  const options = candidates.map(({ cost, effects }, index) => ({
    index,
    bit: bits[index]!,
    conflicts: conflicts[index]!,
    cost: toSteps(costGrid, cost),
    points: factors.map((factor) =>
      Object.hasOwn(effects, factor) ? toSteps(scale.pointGrid, effects[factor]!) : 0,
    ),
  }));
  return { ...scale, factors, options, costGrid };
}
