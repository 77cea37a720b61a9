import type { CarePlanCommand } from "./care-plan-command.js";
import type { CarePlanEvent } from "./care-plan-event.js";

/** The id of the action this is about; none where it is about the plan. Internal: not part of the surface. */
export function subjectOf(one: CarePlanCommand | CarePlanEvent): string | undefined {
  if (one.kind === "record-feedback") return one.feedback.action;
  return "action" in one ? one.action : undefined;
}
