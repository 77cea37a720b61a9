import type { JourneyDeviation } from "./deviation.js";

/** What became of a planned step in one journey. */
export interface PlannedStepTaken {
  /** The touchpoint. */
  readonly touchpoint: string;
  /**
   * `in-place`: taken where it was planned. `moved`: taken earlier or later. `skipped`: not taken. `left-out`: not
   * taken, which the plan allows.
   */
  readonly state: "in-place" | "moved" | "skipped" | "left-out";
  /** Positions, from 0, of the steps taken for it, those once too often included; empty when not taken. */
  readonly actual: readonly number[];
  /** How many of them were once too often. */
  readonly repeated: number;
}

/** How a journey went against its plan. */
export interface JourneyConformance {
  /** What the plan is called. */
  readonly plan: string;
  /** 1 when the journey went as planned, 0 when nothing of it did. */
  readonly fitness: number;
  /** Where it departed from the plan, in the order of the journey; empty when it went as planned. */
  readonly deviations: readonly JourneyDeviation[];
  /** What became of each planned step, in the order of the plan. */
  readonly steps: readonly PlannedStepTaken[];
}
