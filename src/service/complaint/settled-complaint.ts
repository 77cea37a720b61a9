import type { Instant } from "../../shared/time/instant.js";
import type { ComplaintCase } from "./complaint-case.js";
import { ENDED_COMPLAINT_PHASES } from "./complaint-state.js";
import type { ComplaintGrade } from "./complaint.js";

/** A complaint, settled or not, as the assessment of a relationship takes it. */
export interface SettledComplaint {
  /** The host's id. */
  readonly id: string;
  /** When it was received. */
  readonly at: Instant;
  /** What it is about. */
  readonly subject: string;
  /** How bad it is, as it is judged by now. */
  readonly severity: ComplaintGrade;
  /** When it was closed, withdrawn or found to be a duplicate; still open when absent. */
  readonly settledAt?: Instant;
}

/**
 * How does the assessment of the relationship see this complaint?
 *
 * It is settled while it is closed, withdrawn or a duplicate, and open again once it is reopened: an answer alone
 * settles nothing.
 *
 * @param state - The complaint, as its events have left it.
 * @returns What the `complaints` of `RelationshipFacts` in `goodwill/relationship` take; `undefined` before it is
 * received.
 * @example
 * ```ts
 * import { NO_COMPLAINT, settledComplaint } from "goodwill/service";
 *
 * settledComplaint(NO_COMPLAINT); // => undefined
 * ```
 */
export function settledComplaint(state: ComplaintCase): SettledComplaint | undefined {
  const { record, phase, phases } = state;
  if (record === undefined || phase === undefined) return undefined;
  const { id, at, subject, severity } = record;
  const settledAt = ENDED_COMPLAINT_PHASES.includes(phase) ? phases.at(-1)?.at : undefined;
  return { id, at, subject, severity, ...(settledAt !== undefined && { settledAt }) };
}
