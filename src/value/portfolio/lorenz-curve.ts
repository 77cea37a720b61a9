import { sortedValues } from "./concentration-values.js";

/** A point of a Lorenz curve. */
export interface LorenzPoint {
  /** Share of the customers, those with the least first, 0 to 1. */
  readonly customerShare: number;
  /** Share of the value they hold, 0 to 1. */
  readonly valueShare: number;
}

/** How many points are kept. */
export interface LorenzCurveOptions {
  /** At most so many points, at least 2: for a chart, a hundred are enough. All when absent. */
  readonly points?: number;
}

/**
 * What share of the value do the least valuable customers hold, for every share of them (VAL-1)?
 *
 * Points run from (0, 0) to (1, 1); on the straight line between two lie customers taken in part. The curve lies on or
 * below the diagonal and bends upwards. Thinned, it keeps both ends and points evenly spaced by customers, and lies on
 * or above the full curve.
 *
 * @remarks Lorenz (1905, Publications of the American Statistical Association 9:209).
 * @param values - One value a customer, of at least 0, in any unit.
 * @param options - How many points are kept.
 * @returns The points; none without customers or when all have 0.
 * @throws RangeError when a value is below 0 or no number, or `points` is below 2.
 * @example
 * ```ts
 * import { lorenzCurve } from "goodwill/value";
 *
 * const curve = lorenzCurve([60, 10, 30]);
 * curve.map(({ valueShare }) => valueShare); // => [0, 0.1, 0.4, 1]
 * lorenzCurve([1, 1, 1, 5], { points: 3 })[1]; // => { customerShare: 0.5, valueShare: 0.25 }
 * ```
 */
export function lorenzCurve(
  values: ArrayLike<number>,
  options: LorenzCurveOptions = {},
): readonly LorenzPoint[] {
  const { points } = options;
  if (points !== undefined && !(Number.isSafeInteger(points) && points >= 2)) {
    throw new RangeError(
      `Cannot draw a Lorenz curve: points must be a whole number of at least 2, got ${String(points)}`,
    );
  }
  const { sorted, total } = sortedValues("draw a Lorenz curve", values);
  if (total === 0) return [];
  const n = sorted.length;
  const steps = Math.min(n, (points ?? n + 1) - 1);
  const curve: LorenzPoint[] = [{ customerShare: 0, valueShare: 0 }];
  let sum = 0;
  let taken = 0;
  for (let step = 1; step <= steps; step += 1) {
    const until = Math.round((step * n) / steps);
    for (; taken < until; taken += 1) sum += sorted[taken]!;
    curve.push({ customerShare: taken / n, valueShare: sum / total });
  }
  return curve;
}
