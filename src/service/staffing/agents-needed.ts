import type { WaitingFigures } from "./waiting-figures.js";

/**
 * Why fewer agents do not do: the queue would grow without end, a goal would be missed, or the policy's minimum.
 */
export type StaffingLimit =
  "steady-state" | "service-level" | "wait" | "occupancy" | "abandonment" | "minimum";

/** The agents a load needs, and how narrowly. */
export interface AgentsNeeded {
  /** The agents needed at work; a whole number, at least 0. */
  readonly agents: number;
  /** The agents to be scheduled so that, after shrinkage, so many are at work; a whole number. */
  readonly scheduledAgents: number;
  /** What customers and agents experience then; answered at once counts where the policy has no threshold. */
  readonly figures: WaitingFigures;
  /** By how much the service level exceeds its target; absent where the policy has none. */
  readonly serviceLevelMargin?: number;
  /** Why one agent fewer does not do; empty where no agent is needed. */
  readonly binding: readonly StaffingLimit[];
  /** What one agent fewer would give; absent without agents, and where the queue would grow without end. */
  readonly oneFewer?: WaitingFigures;
}
