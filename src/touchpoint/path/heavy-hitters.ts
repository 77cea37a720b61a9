import type { BoundedCount, HeavyHitters } from "./frequent-path-accumulator.js";

/** Keys of which none has come. */
export function noHitters(): HeavyHitters {
  return { counts: {}, kept: 0, unkeptAtMost: 0 };
}

/** Takes in one key; without a capacity, every key is kept and counts are exact. */
export function addHit(hitters: HeavyHitters, key: string, capacity: number | undefined): void {
  const known = hitters.counts[key];
  if (known !== undefined) {
    known[0] += 1;
    return;
  }
  hitters.counts[key] = [hitters.unkeptAtMost + 1, hitters.unkeptAtMost];
  hitters.kept += 1;
  // Twice the capacity may gather, so that the sorting costs each key little.
  if (capacity !== undefined && hitters.kept > 2 * capacity) shrink(hitters, capacity);
}

/** The keys of both; changes neither. */
export function mergeHitters(
  a: HeavyHitters,
  b: HeavyHitters,
  capacity: number | undefined,
): HeavyHitters {
  const merged: HeavyHitters = {
    counts: {},
    kept: 0,
    unkeptAtMost: a.unkeptAtMost + b.unkeptAtMost,
  };
  for (const key of new Set([...Object.keys(a.counts), ...Object.keys(b.counts)])) {
    const [atMost, overcount] = boundedCount(a, key);
    const [otherAtMost, otherOvercount] = boundedCount(b, key);
    merged.counts[key] = [atMost + otherAtMost, overcount + otherOvercount];
    merged.kept += 1;
  }
  if (capacity !== undefined && merged.kept > 2 * capacity) shrink(merged, capacity);
  return merged;
}

/** What is known of a key, kept or not. */
function boundedCount(hitters: HeavyHitters, key: string): BoundedCount {
  return hitters.counts[key] ?? [hitters.unkeptAtMost, hitters.unkeptAtMost];
}

/** Keeps the most frequent; ties at the border all go, so that the order of adding does not choose among them. */
function shrink(hitters: HeavyHitters, capacity: number): void {
  const falling = Object.values(hitters.counts)
    .map(([atMost]) => atMost)
    .sort((a, b) => b - a);
  const border = Math.max(hitters.unkeptAtMost, falling[capacity] ?? 0);
  const kept = Object.entries(hitters.counts).filter(([, [atMost]]) => atMost > border);
  hitters.counts = Object.fromEntries(kept);
  hitters.kept = kept.length;
  hitters.unkeptAtMost = border;
}
