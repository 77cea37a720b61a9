import type { Study } from "./rating.js";
import { requireScale } from "./scale.js";

/**
 * Checks a study: its scale, and that its factors are named and differ.
 *
 * @param study - The study.
 * @returns The study.
 * @throws RangeError when the scale is not valid or begins below 0, there are no factors, or a factor is empty, named
 * twice, or named `__proto__`.
 * @remarks A scale that begins below 0 is refused, because a negative importance would turn disappointment into
 * delight: bring its ratings onto another scale first (`rescaleRating`).
 * @example
 * ```ts
 * import { requireStudy } from "goodwill/experience";
 *
 * requireStudy({ scale: { min: 0, max: 10 }, factors: ["price", "service"] }).factors.length; // => 2
 * ```
 */
export function requireStudy(study: Study): Study {
  const { scale, factors } = study;
  requireScale(scale);
  if (scale.min < 0) {
    throw new RangeError(
      `Cannot use the study: its scale must not begin below 0, got ${String(scale.min)}; rescale the ratings first (rescaleRating)`,
    );
  }
  if (factors.length === 0)
    throw new RangeError("Cannot use the study: it needs at least one factor, got none");
  factors.forEach((factor, index) => {
    if (factor === "" || factor === "__proto__") {
      throw new RangeError(`Cannot use the study: "${factor}" cannot name a factor`);
    }
    if (factors.indexOf(factor) !== index) {
      throw new RangeError(`Cannot use the study: factor "${factor}" is named twice`);
    }
  });
  return study;
}
