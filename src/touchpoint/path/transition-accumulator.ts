import type { ConfiguredAccumulator } from "../../shared/aggregation.js";

/** Counts of transitions that can be stored, sent and merged; it grows with the distinct pairs only. */
export interface TransitionAccumulator extends ConfiguredAccumulator {
  /** How many journeys. */
  journeys: number;
  /** How many were still open. */
  open: number;
  /** The touchpoints in the order they came; their positions number them below. */
  readonly touchpoints: string[];
  /** The outcomes in the order they came. */
  readonly outcomes: string[];
  /** How many journeys began at each touchpoint. */
  readonly starts: Record<number, number>;
  /** For each touchpoint, how often each other followed it straight. */
  readonly follows: Record<number, number>[];
  /** For each touchpoint, how often a journey ended there: 0 in no outcome, 1 in the first outcome, and so on. */
  readonly endings: Record<number, number>[];
}
