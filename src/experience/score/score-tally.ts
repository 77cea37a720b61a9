import type { Moments } from "../../shared/statistics/moments.js";

/** What must be kept of answers to give both a share and a mean. */
export interface ScoreTally {
  /** How many were asked and did not answer. */
  readonly missing: number;
  /** How many answers count: satisfied ones, or easy ones. */
  readonly counted: number;
  /** Count, mean and spread of the answers. */
  readonly moments: Moments;
}
