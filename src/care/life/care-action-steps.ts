import type { CareActionState } from "../plan/care-action.js";

/**
 * What an action may become: `planned`, then `due`, then `done`; from either of the first two also `blocked`,
 * `expired` or `cancelled`. What is done, blocked, expired or cancelled has ended: nothing follows.
 */
export const CARE_ACTION_STEPS: Readonly<Record<CareActionState, readonly CareActionState[]>> = {
  planned: ["due", "blocked", "expired", "cancelled"],
  due: ["done", "blocked", "expired", "cancelled"],
  done: [],
  blocked: [],
  expired: [],
  cancelled: [],
};
