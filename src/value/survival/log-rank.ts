import { chiSquareTail } from "../../shared/statistics/chi-square.js";
import { sweepMatrix } from "../../shared/statistics/symmetric.js";
import type { SurvivalCurve } from "./survival-curve.js";

/** One of the groups compared. */
export interface SurvivalGroup {
  /** Its name. */
  readonly group: string;
  /** Its survival curve. */
  readonly curve: SurvivalCurve;
}

/** How many of a group left, and how many would have. */
export interface LogRankGroup {
  /** Its name. */
  readonly group: string;
  /** How many rows. */
  readonly n: number;
  /** How many left. */
  readonly observed: number;
  /** How many would have left if all groups were alike. */
  readonly expected: number;
}

/** Whether groups leave alike. */
export interface LogRank {
  /** How far observed and expected are apart. */
  readonly chiSquare: number;
  /** Degrees of freedom: one less than the groups that had somebody at risk when somebody left. */
  readonly degreesOfFreedom: number;
  /** Probability of such a distance where all groups are alike; 1 without degrees of freedom. */
  readonly p: number;
  /** The groups, in the order given. */
  readonly groups: readonly LogRankGroup[];
}

/**
 * Do these groups of customers leave at different rates, or may it be chance?
 *
 * At each time somebody leaves, each group is expected to have its share of those at risk. Without weights for early or
 * late times.
 *
 * @remarks Mantel (1966), Peto and Peto (1972), with the exact variance for ties, as survdiff of R.
 * @param groups - Two groups or more with their curves, in one unit of time.
 * @returns Chi-square, degrees of freedom, p, and observed and expected numbers by group.
 * @throws RangeError when there are fewer than two groups, or curves whose weights are not whole: the variance counts
 * persons, so that a weight must mean so many of them.
 * @example
 * ```ts
 * import { logRank, survivalCurve } from "goodwill/value";
 *
 * const left = (times: readonly number[]) => survivalCurve(times.map((time) => ({ time, event: true })));
 * const test = logRank([
 *   { group: "monthly", curve: left([1, 2, 3, 4]) },
 *   { group: "yearly", curve: left([12, 13, 24, 24]) },
 * ]);
 * [test.chiSquare.toFixed(2), test.degreesOfFreedom, test.p.toFixed(3)]; // => ["7.34", 1, "0.007"]
 * ```
 */
export function logRank(groups: readonly SurvivalGroup[]): LogRank {
  if (groups.length < 2) {
    throw new RangeError(
      `Cannot compare survival: it needs at least two groups, got ${String(groups.length)}`,
    );
  }
  for (const { group, curve } of groups) {
    if (curve.points.every(({ atRisk, events }) => isWhole(atRisk) && isWhole(events))) continue;
    throw new RangeError(
      `Cannot compare survival: numbers must be whole, got weights that are not in group ${group}`,
    );
  }
  const { expected, covariance } = expectations(groups.map(({ curve }) => curve));
  const differences = groups.map(({ curve }, i) => curve.events - expected[i]!);
  const { chiSquare, rank } = squaredDistance(
    differences,
    covariance.map((row) => [...row]),
  );
  return {
    chiSquare,
    degreesOfFreedom: rank,
    p: rank === 0 ? 1 : chiSquareTail(chiSquare, rank),
    groups: groups.map(({ group, curve }, i) => ({
      group,
      n: curve.n,
      observed: curve.events,
      expected: expected[i]!,
    })),
  };
}

function isWhole(value: number): boolean {
  return Number.isInteger(value);
}

function expectations(curves: readonly SurvivalCurve[]): {
  readonly expected: Float64Array;
  readonly covariance: readonly Float64Array[];
} {
  const size = curves.length;
  const expected = new Float64Array(size);
  const covariance = curves.map(() => new Float64Array(size));
  const next = new Int32Array(size);
  const atRisk = new Float64Array(size);
  const times = curves.flatMap(({ points }) =>
    points.filter(({ events }) => events > 0).map(({ time }) => time),
  );
  let previous = -1;
  for (const time of Float64Array.from(times).sort()) {
    if (time === previous) continue;
    previous = time;
    let [n, events] = [0, 0];
    curves.forEach(({ points }, i) => {
      while (next[i]! < points.length && points[next[i]!]!.time < time) next[i]! += 1;
      const point = points[next[i]!];
      atRisk[i] = point?.atRisk ?? 0;
      n += atRisk[i];
      if (point?.time === time) events += point.events;
    });
    // The last one at risk leaves in any case: nothing is to be learnt.
    const spread = n > 1 ? (events * (n - events)) / (n - 1) : 0;
    for (let i = 0; i < size; i += 1) {
      const share = atRisk[i]! / n;
      expected[i]! += events * share;
      covariance[i]![i]! += spread * share;
      for (let j = 0; j < size; j += 1) covariance[i]![j]! -= (spread * share * atRisk[j]!) / n;
    }
  }
  return { expected, covariance };
}

/** Distance of the differences in the unit of their covariance, and its rank: they sum to 0, so one is left out. */
function squaredDistance(
  differences: readonly number[],
  covariance: readonly (readonly number[])[],
): { readonly chiSquare: number; readonly rank: number } {
  const positions = differences.map((_, i) => i).slice(0, -1);
  const bordered = [
    ...positions.map((i) => [...positions.map((j) => covariance[i]![j]!), differences[i]!]),
    [...positions.map((i) => differences[i]!), 0],
  ];
  const { matrix, dependent } = sweepMatrix(bordered, { positions, tolerance: 1e-10 });
  return {
    chiSquare: Math.max(0, -matrix.at(-1)!.at(-1)!),
    rank: positions.length - dependent.length,
  };
}
