import type { LifecycleExitState } from "./exit.js";
import type { RelationshipRung } from "./rung.js";
import type { LifecycleStage } from "./stage-aim.js";

/** Where a customer stands: stage, rung and exit together. */
export interface LifecycleState {
  /** The stage. */
  readonly stage: LifecycleStage;
  /** The rung. */
  readonly rung: RelationshipRung;
  /** Whether the customer leaves. */
  readonly exit: LifecycleExitState;
}
