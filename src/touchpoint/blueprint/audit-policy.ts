import type { TouchpointStage } from "../catalogue/touchpoint.js";

/** What a blueprint must hold. */
export interface BlueprintPolicy {
  /** How many steps one backstage element may carry before it is a single point of failure, at least 1. */
  readonly maximumStepsPerElement: number;
  /** The stages that must have a step. */
  readonly requiredStages: readonly TouchpointStage[];
}

/**
 * All three stages, and no element under more than three steps.
 *
 * @remarks The stages are TP-2's. The number is this library's choice: a firm with two sites sets it lower, one with a
 * spare of every system higher.
 */
export const DEFAULT_BLUEPRINT_POLICY: BlueprintPolicy = {
  maximumStepsPerElement: 3,
  requiredStages: ["before", "during", "after"],
};
