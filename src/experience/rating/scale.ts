import { scaleText } from "./scale-text.js";

/** The two ends of a rating scale; every rating of a study lies on it, ends included. */
export interface Scale {
  /** Lowest possible rating. */
  readonly min: number;
  /** Highest possible rating, above `min`. */
  readonly max: number;
}

/** The scale of the retailer's case and of most touchpoint surveys: 0 to 10. */
export const DEFAULT_SCALE: Scale = { min: 0, max: 10 };

/**
 * Checks a scale.
 *
 * @param scale - The scale.
 * @returns The scale.
 * @throws RangeError when an end is not finite or the ends are not in order.
 * @example
 * ```ts
 * import { requireScale } from "goodwill/experience";
 *
 * requireScale({ min: 1, max: 5 }); // => { min: 1, max: 5 }
 * ```
 */
export function requireScale(scale: Scale): Scale {
  if (!(Number.isFinite(scale.min) && Number.isFinite(scale.max) && scale.min < scale.max)) {
    throw new RangeError(
      `Cannot use the scale: it needs finite ends, min below max, got ${scaleText(scale)}`,
    );
  }
  return scale;
}

/**
 * Moves a rating from one scale to another, ends to ends, so that studies on different scales can be brought onto
 * one.
 *
 * Do it before an analysis: ratings on two scales in one study are refused, because their gaps do not compare
 * (EXP-5).
 *
 * @param rating - A rating on the first scale.
 * @param scales - Where it is, and where it shall be; 0 to 100 is the custom for indices.
 * @param scales.from - The scale the rating is on.
 * @param scales.to - The scale wanted.
 * @returns The rating on the second scale.
 * @throws RangeError when the rating is not on its scale or a scale is not valid.
 * @example
 * ```ts
 * import { rescaleRating } from "goodwill/experience";
 *
 * rescaleRating(4, { from: { min: 1, max: 5 }, to: { min: 0, max: 100 } }); // => 75
 * ```
 */
export function rescaleRating(
  rating: number,
  { from, to }: { readonly from: Scale; readonly to: Scale },
): number {
  requireScale(from);
  requireScale(to);
  if (!(rating >= from.min && rating <= from.max)) {
    throw new RangeError(
      `Cannot rescale: the rating must lie on ${scaleText(from)}, got ${String(rating)}`,
    );
  }
  const moved = to.min + ((rating - from.min) / (from.max - from.min)) * (to.max - to.min);
  // rounding must not lead off the scale
  return Math.min(to.max, Math.max(to.min, moved));
}
