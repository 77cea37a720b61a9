import type { SurvivalCurve } from "./survival-curve.js";

/** The time by which a share has left. */
export interface SurvivalQuantile {
  /** The time, in the unit of the curve; absent where the curve does not fall so far. */
  readonly time?: number;
  /** Lower end of its interval; absent where the lower limit of the curve does not fall so far. */
  readonly lower?: number;
  /** Upper end of its interval; absent where the upper limit of the curve does not fall so far. */
  readonly upper?: number;
  /** Confidence level of the interval as a share: that of the curve. */
  readonly level: number;
}

/**
 * By when has this share of the customers left: a half by the median?
 *
 * The first time at which the curve is at or below the share that stays; where it runs exactly at that share, the
 * middle of that stretch. The interval holds the times at which the limits of the curve do so.
 *
 * @remarks Brookmeyer and Crowley (1982, Biometrics 38:29), on the scale of the logarithm, as the package survival of
 * R has it.
 * @param curve - The survival curve.
 * @param share - The share that has left, above 0 and below 1; 0.5 for the median.
 * @returns The time with its interval, each absent where it cannot be told yet.
 * @throws RangeError when the share is not above 0 and below 1.
 * @example
 * ```ts
 * import { survivalCurve, survivalQuantile } from "goodwill/value";
 *
 * const curve = survivalCurve([2, 4, 7, 9, 11].map((time) => ({ time, event: true })));
 * survivalQuantile(curve, 0.5); // => { time: 7, lower: 4, level: 0.95 }
 * ```
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): SurvivalQuantile {
  if (!(share > 0 && share < 1)) {
    throw new RangeError(
      `Cannot read a survival curve: the share must lie between 0 and 1, got ${String(share)}`,
    );
  }
  const time = crossing(curve, (point) => point.survival, 1 - share);
  const lower = crossing(curve, (point) => point.lower, 1 - share);
  const upper = crossing(curve, (point) => point.upper, 1 - share);
  return {
    ...(time !== undefined && { time }),
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
    level: curve.level,
  };
}

// Shares are products and so hit a share like a half only up to rounding.
const TOLERANCE = Math.sqrt(Number.EPSILON);

function crossing(
  { points }: SurvivalCurve,
  read: (point: SurvivalCurve["points"][number]) => number | undefined,
  share: number,
): number | undefined {
  const first = points.findIndex((point) => {
    const value = read(point);
    return value !== undefined && value < share + TOLERANCE;
  });
  const found = points[first];
  if (found === undefined) return undefined;
  const value = read(found)!;
  if (Math.abs(value - share) >= TOLERANCE) return found.time;
  const next = points.slice(first + 1).find((point) => {
    const later = read(point);
    return later !== undefined && later < value;
  });
  return next === undefined ? found.time : (found.time + next.time) / 2;
}
