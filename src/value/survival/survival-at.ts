import type { SurvivalCurve } from "./survival-curve.js";

/** The share that is still there at one time. */
export interface SurvivalEstimate {
  /** The share, 0 to 1. */
  readonly survival: number;
  /** Its standard error; absent once nobody is left. */
  readonly standardError?: number;
  /** Lower end of its interval; absent once nobody is left. */
  readonly lower?: number;
  /** Upper end of its interval; absent once nobody is left. */
  readonly upper?: number;
}

/**
 * Which share is still there at this time?
 *
 * Those who leave at the time itself have left. Before anybody has left the share is 1. Beyond the last time of the
 * rows nothing is known, unless all have left.
 *
 * @param curve - The survival curve.
 * @param time - The time, at least 0, in the unit of the curve.
 * @returns The share with its interval; `undefined` where the time is beyond all rows and some had not left.
 * @throws RangeError when the time is not a number of at least 0.
 * @example
 * ```ts
 * import { survivalAt, survivalCurve } from "goodwill/value";
 *
 * const curve = survivalCurve([3, 5, 9, 12].map((time) => ({ time, event: time < 12 })));
 * survivalAt(curve, 6)?.survival; // => 0.5
 * survivalAt(curve, 13); // => undefined
 * ```
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalEstimate | undefined {
  if (!(time >= 0)) {
    throw new RangeError(
      `Cannot read a survival curve: the time must be a number of at least 0, got ${String(time)}`,
    );
  }
  const { points } = curve;
  const last = points.at(-1);
  if (last === undefined || (time > last.time && last.survival > 0)) return undefined;
  let [from, to] = [0, points.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (points[middle]!.time <= time) from = middle + 1;
    else to = middle;
  }
  const point = points[from - 1];
  if (point === undefined) return { survival: 1, standardError: 0, lower: 1, upper: 1 };
  const { survival, standardError, lower, upper } = point;
  return {
    survival,
    ...(standardError !== undefined && { standardError }),
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
  };
}
