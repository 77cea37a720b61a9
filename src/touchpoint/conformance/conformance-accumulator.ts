import type { ConfiguredAccumulator } from "../../shared/aggregation.js";
import type { Moments } from "../../shared/statistics/moments.js";

/** What is counted of one planned step. */
export interface PlannedStepTally {
  /** Journeys that took it. */
  taken: number;
  /** Journeys that took it elsewhere. */
  moved: number;
  /** Journeys that took it once too often. */
  repeated: number;
  /** How it felt: a number a journey. */
  emotion: Moments;
  /** Steps by obstacle, the text in JSON. */
  readonly obstacles: Record<string, number>;
  /** Steps by question, the text in JSON. */
  readonly questions: Record<string, number>;
}

/** Counts over journeys that can be stored, sent and merged. */
export interface ConformanceAccumulator extends ConfiguredAccumulator {
  /** Journeys that are over. */
  journeys: number;
  /** Journeys that may go on. */
  open: number;
  /** Journeys without a deviation. */
  conforming: number;
  /** Their fitness. */
  fitness: Moments;
  /** One tally a planned step. */
  readonly steps: PlannedStepTally[];
  /** How often and in how many journeys, by deviation: code, place in the plan (-1 for none) and touchpoint. */
  readonly deviations: Record<string, [count: number, journeys: number]>;
}
