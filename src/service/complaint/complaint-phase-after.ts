import type { ComplaintCommandKind } from "./complaint-command.js";
import type { ComplaintPhase } from "./complaint-state.js";

/** The phase each kind of event leads to; kinds that change none are not listed. */
const LEADS_TO: ReadonlyMap<ComplaintCommandKind, ComplaintPhase> = new Map([
  ["receive", "received"],
  ["acknowledge", "acknowledged"],
  ["assess", "assessed"],
  ["investigate", "investigating"],
  ["answer", "answered"],
  ["close", "closed"],
  ["reopen", "reopened"],
  ["withdraw", "withdrawn"],
  ["mark-duplicate", "duplicate"],
]);

/**
 * The phase an event leads to from this one; the same where it changes none. To judge it again, while it is looked
 * into, takes no step back.
 *
 * @internal
 */
export function phaseAfter(
  phase: ComplaintPhase | undefined,
  kind: ComplaintCommandKind,
): ComplaintPhase | undefined {
  if (kind === "assess" && phase === "investigating") return phase;
  return LEADS_TO.get(kind) ?? phase;
}
