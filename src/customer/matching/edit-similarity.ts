import leven from "leven";

/** How alike two texts are, from 0 (not at all) to 1 (the same); it must not depend on which text comes first. */
export type TextSimilarity = (a: string, b: string) => number;

/**
 * How alike two texts are: the share of the longer one's letters that need no edit.
 *
 * One edit puts in, takes out or replaces a letter; two empty texts are the same.
 *
 * @remarks One less the distance of Levenshtein (1966, Soviet Physics Doklady 10:707) by the greater length, counted in
 * UTF-16 code units; the distance is that of the package leven.
 * @param a - A text; as it stands, so that `a` and `A` differ.
 * @param b - The other text.
 * @returns The similarity, 0 to 1.
 * @example
 * ```ts
 * import { editSimilarity } from "goodwill/customer";
 *
 * editSimilarity("kitten", "sitting").toFixed(3); // => "0.571"
 * ```
 */
export function editSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  return 1 - leven(a, b) / Math.max(a.length, b.length);
}
