import type { ComplaintCase } from "./complaint-case.js";
import type { ComplaintCommandKind } from "./complaint-command.js";
import { DEFAULT_COMPLAINT_POLICY } from "./complaint-policy.js";
import type { ComplaintOptions } from "./complaint-options.js";
import { COMPLAINT_COMMANDS, FIRST_COMPLAINT_COMMANDS } from "./complaint-steps.js";
import { openPromises } from "./open-promises.js";

/** What may be done about a complaint as it stands. @internal */
export function allowedCommands(
  state: ComplaintCase,
  options: Pick<ComplaintOptions, "policy">,
): readonly ComplaintCommandKind[] {
  const { phase } = state;
  if (phase === undefined) return FIRST_COMPLAINT_COMMANDS;
  const { maxHandOffs } = options.policy ?? DEFAULT_COMPLAINT_POLICY;
  const open = openPromises(state).length;
  const barred = new Set<ComplaintCommandKind>();
  if (state.assigned) barred.add("assign");
  if (state.handOffs >= maxHandOffs) barred.add("hand-off");
  barred.add(state.waiting === undefined ? "stop-waiting" : "wait-for-customer");
  if (open === 0) barred.add("settle-promise");
  else barred.add("close");
  return COMPLAINT_COMMANDS[phase].filter((kind) => !barred.has(kind));
}
