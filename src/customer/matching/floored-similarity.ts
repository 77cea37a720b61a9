import leven from "leven";
import type { TextSimilarity } from "./edit-similarity.js";

/**
 * How alike two texts are, with 0 for whatever lies below a floor, so that the search may stop early.
 *
 * @internal
 */
export function flooredSimilarity(
  a: string,
  b: string,
  {
    floor,
    similarity,
  }: { readonly floor: number; readonly similarity: TextSimilarity | undefined },
): number {
  if (a === b) return 1;
  if (similarity !== undefined) {
    const value = similarity(a, b);
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(
        `Cannot match customers: a similarity must lie between 0 and 1, got ${String(value)}`,
      );
    }
    return value >= floor ? value : 0;
  }
  const length = Math.max(a.length, b.length);
  // The package answers `maxDistance` for everything from there on: one more tells "at the limit" from "beyond".
  const beyond = Math.floor((1 - floor) * length + ROUNDING) + 1;
  const distance = leven(a, b, { maxDistance: beyond });
  return distance >= beyond ? 0 : 1 - distance / length;
}

/** 1 - 0.85 lies a little below 0.15. */
const ROUNDING = 1e-9;
