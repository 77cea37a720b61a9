import type { SegmentDefinition } from "./segment-definition.js";

/** Throws unless definitions can be applied: named, each name once, ranges of whole scores from 1. @internal */
export function requireSegments(task: string, definitions: readonly SegmentDefinition[]): void {
  const names = new Set<string>();
  for (const { name, recency, frequency, monetary } of definitions) {
    if (typeof name !== "string" || name.trim() === "") {
      throw new RangeError(`Cannot ${task}: a segment needs a name, got ${JSON.stringify(name)}`);
    }
    if (names.has(name)) {
      throw new RangeError(`Cannot ${task}: segment "${name}" is defined twice`);
    }
    names.add(name);
    for (const [measure, range] of Object.entries({ recency, frequency, monetary })) {
      const { from, to } = range;
      if (Number.isSafeInteger(from) && Number.isSafeInteger(to) && 1 <= from && from <= to) {
        continue;
      }
      throw new RangeError(
        `Cannot ${task}: ${measure} of segment "${name}" must go from a whole score of at least 1 to one not ` +
          `below it, got ${String(from)} to ${String(to)}`,
      );
    }
  }
}

/** Throws unless the number of scores is 2 to 10. @internal */
export function requireBins(task: string, bins: number): void {
  if (Number.isSafeInteger(bins) && bins >= 2 && bins <= 10) return;
  throw new RangeError(
    `Cannot ${task}: bins must be a whole number from 2 to 10, got ${String(bins)}`,
  );
}
