import type { Reason } from "../../shared/reason.js";

/** Whether the customer leaves the life cycle at the stage reached: not, perhaps soon, or already. */
export type LifecycleExitState = "none" | "threatening" | "seen";

/** An exit from the life cycle, and what points to it. */
export interface LifecycleExit {
  /** Whether it is there. */
  readonly state: LifecycleExitState;
  /** What points to it; what has happened before what threatens. Empty when nothing does. */
  readonly reasons: readonly Reason[];
}
