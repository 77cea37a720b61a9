import type { ConfiguredAccumulator } from "../../shared/aggregation.js";

/** Times between steps that can be stored, sent and merged. */
export interface StepTimeAccumulator extends ConfiguredAccumulator {
  /** The touchpoints in the order they came; their positions number them below. */
  readonly touchpoints: string[];
  /** For each touchpoint, the times in milliseconds to each that followed. */
  readonly times: Record<number, LogHistogram>[];
}

/**
 * Counts of durations by ranges that grow by a constant factor, so that every quantile is known within a constant
 * relative error; two of them add up.
 *
 * After Masson, Rim and Lee (2019, PVLDB 12:2195, "DDSketch"): range i holds what lies above g^(i-1) and at most at
 * g^i, where g = (1 + e) / (1 - e) for a relative error e.
 */
export interface LogHistogram {
  /** How many. */
  count: number;
  /** Their sum. */
  sum: number;
  /** The least. */
  min: number;
  /** The greatest. */
  max: number;
  /** How many are 0. */
  zeros: number;
  /** How many lie in each range above 0. */
  readonly ranges: Record<number, number>;
}
