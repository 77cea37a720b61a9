import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { allowedCommands } from "./allowed-commands.js";
import type { ComplaintCase } from "./complaint-case.js";
import type { ComplaintCommand, ComplaintEvent } from "./complaint-command.js";
import { complaintObstacle } from "./complaint-obstacle.js";
import type { ComplaintOptions } from "./complaint-options.js";
import { DEFAULT_COMPLAINT_POLICY } from "./complaint-policy.js";
import type { ComplaintRefusal } from "./complaint-refusal.js";
import { requireComplaintCommand } from "./require-complaint-command.js";

/**
 * May this be done about the complaint now, and what happens by it (SRV-1, SRV-2)?
 *
 * The phases follow one another as {@link COMPLAINT_COMMANDS} says. In short:
 * - who can settle it answers at once, from every open phase; it is closed once answered, and may be reopened;
 * - it is handed off within its level as often as the policy allows; beyond that it only goes up;
 * - who answers keeps within the own authority, or grants what another one with the authority has approved;
 * - it is not closed while something promised is open;
 * - nothing is done before what was done last.
 *
 * A command whose id was applied already, for the same kind, gives no event.
 *
 * @param state - The complaint so far.
 * @param command - What is done.
 * @param options - How often it may change hands, who may grant what, and how often the customer complained before.
 * @returns The events to append, or why not and what may be done instead.
 * @throws RangeError where the command is broken (a blank id or name, a grade or a moment that is none, a negative
 * amount, a record of another complaint), is about another complaint than the state, or the policies are not valid.
 * @example
 * ```ts
 * import { decideComplaint, NO_COMPLAINT } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-03-02T09:00:00Z");
 * const command = { kind: "close", id: "E-1", complaint: "K-1", at, by: "mei", outcome: "accepted" } as const;
 * const decided = decideComplaint(NO_COMPLAINT, command);
 * decided.ok ? [] : [decided.error.code, decided.error.allowed]; // => ["not-allowed-now", ["receive"]]
 * ```
 */
export function decideComplaint(
  state: ComplaintCase,
  command: ComplaintCommand,
  options: ComplaintOptions = {},
): Result<readonly ComplaintEvent[], ComplaintRefusal> {
  requireComplaintCommand(command);
  const { maxHandOffs } = options.policy ?? DEFAULT_COMPLAINT_POLICY;
  if (!Number.isSafeInteger(maxHandOffs) || maxHandOffs < 0) {
    throw new RangeError(
      `Cannot decide on a complaint: maxHandOffs must be whole and at least 0, got ${maxHandOffs}`,
    );
  }
  const { record } = state;
  if (record !== undefined && record.id !== command.complaint) {
    throw new RangeError(
      `Cannot decide on a complaint: the command must be about "${record.id}", got "${command.complaint}"`,
    );
  }
  const applied = state.applied.find(({ id }) => id === command.id);
  if (applied?.kind === command.kind) return ok([]);
  const obstacle = complaintObstacle(state, command, options);
  if (obstacle === undefined) return ok([command]);
  return { ok: false, error: { ...obstacle, allowed: allowedCommands(state, options) } };
}
