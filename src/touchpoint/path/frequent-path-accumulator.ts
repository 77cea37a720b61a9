import type { ConfiguredAccumulator } from "../../shared/aggregation.js";

/** Counts of ways that can be stored, sent and merged. */
export interface FrequentPathAccumulator extends ConfiguredAccumulator {
  /** How many journeys. */
  journeys: number;
  /** How many were still open. */
  open: number;
  /** Counts by way: the text of a list of the outcome and the steps. */
  hitters: HeavyHitters;
}

/** How often a key came at most, and by how much that may be too high. */
export type BoundedCount = [atMost: number, overcount: number];

/**
 * The keys that came most often, in bounded room: a key that is not kept came at most `unkeptAtMost` times.
 *
 * After Misra and Gries (1982) with the errors of Space-Saving, mergeable after Agarwal et al. (2012, PODS, "Mergeable
 * summaries"): among n counts, no error exceeds n / (capacity + 1), whatever the order of adding and merging.
 */
export interface HeavyHitters {
  /** Counts by key. */
  counts: Record<string, BoundedCount>;
  /** How many keys are kept. */
  kept: number;
  /** How often a key came at most that is not kept. */
  unkeptAtMost: number;
}
