/** A confidence interval. */
export interface Interval {
  /** Lower end, in the unit of the figure. */
  readonly lower: number;
  /** Upper end, in the unit of the figure. */
  readonly upper: number;
  /** Confidence level as a share, such as 0.95. */
  readonly level: number;
}

/** How sure an interval shall be. */
export interface LevelOptions {
  /** Confidence level as a share, above 0 and below 1; 0.95 by default. */
  readonly level?: number;
}

/** The confidence level used where none is asked for: 95 percent, the field's custom. */
export const DEFAULT_LEVEL = 0.95;

/**
 * Checks a confidence level.
 *
 * @param level - The level as a share.
 * @param task - What needs it, for the message: `score CSAT` gives "Cannot score CSAT: ...".
 * @returns The level.
 * @throws RangeError when it is not a number above 0 and below 1.
 * @example
 * ```ts
 * import { requireLevel } from "goodwill/shared";
 *
 * requireLevel(0.9); // => 0.9
 * ```
 */
export function requireLevel(level: number, task = "make an interval"): number {
  if (!(Number.isFinite(level) && level > 0 && level < 1)) {
    throw new RangeError(
      `Cannot ${task}: a confidence level must lie between 0 and 1, got ${String(level)}`,
    );
  }
  return level;
}
