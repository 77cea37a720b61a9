import type { SimulatedPoints } from "./simulation-figures.js";

/** Which members a simulation names. */
export interface SimulationPolicy {
  /** Members at most; 0 for none. */
  readonly mostChanged: number;
  /** The points whose change is looked at. */
  readonly by: keyof SimulatedPoints;
}

/** The ten members with the largest change of issued points. A policy of ours, without a source. */
export const DEFAULT_SIMULATION_POLICY: SimulationPolicy = { mostChanged: 10, by: "issued" };
