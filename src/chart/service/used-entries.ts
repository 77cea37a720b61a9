import type { LegendEntry } from "../frame/frame.js";

/** Entries of a legend that stand for something drawn. @internal */
export function usedEntries(
  entries: readonly (LegendEntry & { readonly isUsed: boolean })[],
): LegendEntry[] {
  return entries.flatMap(({ isUsed, ...entry }) => (isUsed ? [entry] : []));
}
