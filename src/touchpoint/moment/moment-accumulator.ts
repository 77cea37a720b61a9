import type { ConfiguredAccumulator } from "../../shared/aggregation.js";
import type { Moments } from "../../shared/statistics/moments.js";

/** What is counted of one touchpoint. */
export interface MomentTally {
  /** Journeys that touch it. */
  journeys: number;
  /** Those of them that ended in a success. */
  successes: number;
  /** Those of which it is a peak. */
  peaks: number;
  /** Those that end with it. */
  ends: number;
  /** How it felt: a number a journey. */
  feeling: Moments;
  /** Remembered scores of the journeys that touch it. */
  remembered: Moments;
}

/** Counts over journeys that can be stored, sent and merged. */
export interface MomentAccumulator extends ConfiguredAccumulator {
  /** Journeys that are over. */
  journeys: number;
  /** Journeys that may go on. */
  open: number;
  /** Journeys that ended in a success. */
  successes: number;
  /** Remembered scores of the journeys. */
  remembered: Moments;
  /** One tally a touchpoint, by its id in JSON. */
  readonly touchpoints: Record<string, MomentTally>;
}
