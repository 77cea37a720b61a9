import type { PlannedJourney } from "../journey/journey.js";

/** By what a step taken is the step planned. */
export type StepIdentity = "touchpoint" | "touchpoint-and-action";

/** Against what a journey is held. */
export interface JourneyConformanceOptions {
  /** The plan. */
  readonly planned: PlannedJourney;
  /**
   * By what a step taken is the step planned: the touchpoint (default), or touchpoint and action, for plans that come
   * to one touchpoint with several intentions.
   */
  readonly identity?: StepIdentity;
}
