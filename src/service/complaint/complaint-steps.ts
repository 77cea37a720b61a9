import type { ComplaintCommandKind } from "./complaint-command.js";
import type { ComplaintPhase } from "./complaint-state.js";

/** What may be recorded at any time once a complaint has been received. */
const ALWAYS: readonly ComplaintCommandKind[] = [
  "find-cause",
  "inform-customer",
  "hear-from-customer",
  "settle-promise",
  "link",
  "note",
];

/** What may be done besides, while a complaint is open. */
const WHILE_OPEN: readonly ComplaintCommandKind[] = [
  "withdraw",
  "mark-duplicate",
  "assign",
  "hand-off",
  "escalate",
  "approve",
  "wait-for-customer",
  "stop-waiting",
  "promise",
  ...ALWAYS,
];

/** What may be done before a complaint has been received. */
export const FIRST_COMPLAINT_COMMANDS: readonly ComplaintCommandKind[] = ["receive"];

/**
 * What may be done in each phase.
 *
 * The life of a complaint is received, acknowledged, assessed, investigating, answered, closed, reopened; it is
 * withdrawn or found to be a duplicate while it is open. Who can settle it answers at once, from every open phase
 * (SRV-2); what is answered may be reopened without being closed first.
 */
export const COMPLAINT_COMMANDS: Readonly<Record<ComplaintPhase, readonly ComplaintCommandKind[]>> =
  {
    received: ["acknowledge", "answer", ...WHILE_OPEN],
    acknowledged: ["assess", "answer", ...WHILE_OPEN],
    assessed: ["investigate", "assess", "answer", ...WHILE_OPEN],
    investigating: ["assess", "answer", ...WHILE_OPEN],
    answered: ["close", "reopen", ...WHILE_OPEN],
    closed: ["reopen", ...ALWAYS],
    reopened: ["assess", "investigate", "answer", ...WHILE_OPEN],
    withdrawn: ["reopen", ...ALWAYS],
    duplicate: ["reopen", ...ALWAYS],
  };
