import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { auditDiscrepancies } from "./audit-discrepancies.js";
import { auditCounts } from "./count-audit.js";
import { handoverDiscrepancies } from "./discrepancy.js";
import type { HandoverCommand } from "./handover-command.js";
import type { HandoverEvent } from "./handover-event.js";
import { handoverObstacle } from "./handover-obstacle.js";
import type { HandoverOptions } from "./handover-options.js";
import type { HandoverRefusal } from "./handover-refusal.js";
import { HANDOVER_COMMANDS } from "./handover-state.js";
import type { HandoverState } from "./handover-state.js";

/**
 * May this be done now, and what happens by it (CUS-9)?
 *
 * The steps follow one another: announced, uploaded, file handed over, met, introduced, closed. In short:
 * - the file is handed over by the leaver to the successor, on the last day at the latest, before a witness who is
 * neither; it may be handed over again, corrected, until the group meeting;
 * - the personal handover meeting is held on the days the policy allows, with leaver, successor and manager; once those
 * days are over, the manager may waive it;
 * - what comes late is accepted and listed by {@link handoverView}: it still has to be done;
 * - only the successor's visits count, one a customer; other customers are refused;
 * - it is closed when every customer is visited and every discrepancy resolved or explained, neither by the leaver;
 * - nothing is done before what was done last; close, cancel and appointing a successor are not the leaver's;
 * - where another successor is appointed after the meeting, meeting, group meeting and visits are to be done again.
 *
 * A command whose id was applied already, for the same kind, gives no event.
 *
 * @param state - The handover so far.
 * @param command - What is done.
 * @param options - The zone, the calendar and the policy.
 * @returns The events to append, or why not and what may be done instead.
 * @throws RangeError where the command is broken: a blank id, name or explanation, a customer expected twice, a moment
 * that is none; or zone, calendar or policy are not valid.
 * @example
 * ```ts
 * import { decideHandover, NO_HANDOVER } from "goodwill/relationship";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const calendar = { workdays: [1, 2, 3, 4, 5] as const, holidays: [], makeUpWorkdays: [] };
 * const command = { kind: "close", id: "E-1", at: instant("2026-03-02T09:00:00Z"), by: "li" } as const;
 * const decided = decideHandover(NO_HANDOVER, command, { zone: timeZone("Asia/Shanghai"), calendar });
 * decided.ok ? [] : [decided.error.code, decided.error.allowed]; // => ["not-allowed-now", ["announce"]]
 * ```
 */
export function decideHandover(
  state: HandoverState,
  command: HandoverCommand,
  options: HandoverOptions,
): Result<readonly HandoverEvent[], HandoverRefusal> {
  requireCommand(command);
  const applied = state.applied.find(({ id }) => id === command.id);
  if (applied?.kind === command.kind) return ok([]);
  const obstacle = handoverObstacle(state, command, options);
  if (obstacle === undefined) return ok([eventOf(state, command, options)]);
  const allowed = HANDOVER_COMMANDS[state.phase];
  return { ok: false, error: { ...obstacle, allowed } };
}

function eventOf(
  state: HandoverState,
  command: HandoverCommand,
  { zone }: HandoverOptions,
): HandoverEvent {
  if (command.kind === "upload-records") {
    const { kind, id, at, by, before, after, changes } = command;
    const audit = auditCounts(before, after, { changes });
    const customers = state.plan?.expected.customers.length ?? 0;
    return { kind, id, at, by, audit, discrepancies: auditDiscrepancies(audit, customers) };
  }
  if (command.kind === "hand-over-file") {
    const expected = state.plan?.expected ?? { customers: [] };
    const options = { asOf: command.at, zone };
    return { ...command, discrepancies: handoverDiscrepancies(command.file, expected, options) };
  }
  return command;
}

function requireCommand(command: HandoverCommand): void {
  const texts: Record<string, unknown> = { id: command.id, by: command.by };
  for (const name of ["leaver", "manager", "successor", "witness", "visitor", "why", "how"]) {
    if (name in command) texts[name] = command[name as keyof HandoverCommand];
  }
  for (const [name, text] of Object.entries(texts)) {
    if (typeof text === "string" && text.trim() !== "") continue;
    throw new RangeError(
      `Cannot decide on a handover: ${name} of "${command.kind}" must not be blank, got ${JSON.stringify(text)}`,
    );
  }
  // Refuses a moment that is none.
  epochMilliseconds(command.at);
  if (command.kind !== "announce") return;
  const seen = new Set<string>();
  for (const { customer } of command.expected.customers) {
    if (seen.has(customer)) {
      throw new RangeError(`Cannot decide on a handover: "${customer}" is expected twice`);
    }
    seen.add(customer);
  }
}
