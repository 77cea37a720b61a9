import type { CareActionState } from "../plan/care-action.js";
import { CARE_ACTION_STEPS } from "./care-action-steps.js";

/** Whether an action may still come to an end. Internal: not part of the surface. */
export function isOpen(state: CareActionState): boolean {
  return CARE_ACTION_STEPS[state].length > 0;
}
