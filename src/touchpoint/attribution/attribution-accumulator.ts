import type { ConfiguredAccumulator } from "../../shared/aggregation.js";

/** Sums of attribution that can be stored, sent and merged. */
export interface AttributionAccumulator extends ConfiguredAccumulator {
  /** How many paths, with and without outcome. */
  paths: number;
  /** How many conversions. */
  conversions: number;
  /** What they were worth. */
  value: number;
  /** The touchpoints in the order they came; their positions number them below. */
  readonly touchpoints: string[];
  /** For each model but `markov`, what each touchpoint is credited with. */
  readonly credits: Record<string, CreditSums>;
  /** Counts of the chain; only when `markov` is asked for. */
  readonly markov?: MarkovSums;
}

/** What touchpoints are credited with, by number. */
export interface CreditSums {
  /** Conversions. */
  readonly conversions: SteadySums;
  /** Value. */
  readonly values: SteadySums;
}

/**
 * Sums whose rounding errors are kept beside them, so that the total does not depend on the order of the terms but in
 * the rarest case (Knuth 1997, The Art of Computer Programming 2, section 4.2.2, theorem B).
 */
export interface SteadySums {
  /** The sums, rounded. */
  readonly sums: number[];
  /** What rounding has left out of them. */
  readonly rests: number[];
}

/**
 * Counts of a Markov chain of order k over paths: its states are the windows of k steps in a row; a path shorter
 * than k is one state.
 */
export interface MarkovSums {
  /** The windows of touchpoints in the order they came, the empty one first; shorter ones lead to those of k. */
  readonly windows: number[][];
  /** How many paths had each window as their first state. */
  readonly starts: Record<number, number>;
  /** For each window, how often each touchpoint came next. */
  readonly follows: Record<number, number>[];
  /** For each window, how many conversions ended there. */
  readonly conversions: number[];
  /** For each window, how many paths without outcome ended there. */
  readonly nulls: number[];
  /** For each window, the value of the conversions that ended there. */
  readonly values: number[];
}
