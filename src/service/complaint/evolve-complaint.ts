import type { Instant } from "../../shared/time/instant.js";
import { NO_COMPLAINT } from "./complaint-case.js";
import type { ComplaintCase } from "./complaint-case.js";
import type { AssessComplaint, ComplaintEvent } from "./complaint-command.js";
import { phaseAfter } from "./complaint-phase-after.js";
import type { Complaint } from "./complaint.js";

/**
 * How does this event change the complaint?
 *
 * An event whose id was applied already changes nothing, so that a replay may hold it twice. Events are what has
 * happened: they are not judged again, only those that make no sense without a complaint, or lie before what was done
 * last, are refused.
 *
 * @param state - The complaint so far.
 * @param event - What happened.
 * @returns The complaint after it.
 * @throws RangeError where the first event is not its receipt, the event is of another complaint, lies before the one
 * applied last, or receives the record of another complaint.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { evolveComplaint, NO_COMPLAINT } from "goodwill/service";
 * import type { Complaint } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-03-02T09:00:00Z");
 * const record: Complaint = {
 *   id: "K-1",
 *   customer: customerId("C-1"),
 *   at,
 *   receivedBy: "mei",
 *   channel: "phone",
 *   kind: "late-delivery",
 *   subject: "Sofa not delivered",
 *   severity: "medium",
 * };
 * const event = { kind: "receive", id: "E-1", complaint: "K-1", at, by: "mei", record } as const;
 * const received = evolveComplaint(NO_COMPLAINT, event);
 * [received.phase, received.owner]; // => ["received", "mei"]
 * ```
 */
export function evolveComplaint(state: ComplaintCase, event: ComplaintEvent): ComplaintCase {
  const { id, kind, at } = event;
  if (state.applied.some((one) => one.id === id)) return state;
  const { record } = state;
  if (record === undefined && kind !== "receive") {
    throw new RangeError(`Cannot evolve a complaint: it begins with "receive", got "${kind}"`);
  }
  if (record !== undefined && record.id !== event.complaint) {
    throw new RangeError(
      `Cannot evolve a complaint: the events must be those of "${record.id}", got one of "${event.complaint}"`,
    );
  }
  if (event.kind === "receive" && event.record.id !== event.complaint) {
    throw new RangeError(
      `Cannot evolve a complaint: the record received must be that of "${event.complaint}", got "${event.record.id}"`,
    );
  }
  const last = state.applied.at(-1);
  if (last !== undefined && at < last.at) {
    throw new RangeError(
      `Cannot evolve a complaint: events must be in the order of time, got ${at} after ${last.at}`,
    );
  }
  const after = changed(state, event);
  const phase = phaseAfter(state.phase, kind)!;
  return {
    ...after,
    phase,
    phases: phase === state.phase ? state.phases : [...state.phases, { phase, at }],
    applied: [...state.applied, { id, kind, at }],
  };
}

type Draft = { -readonly [Key in keyof ComplaintCase]: ComplaintCase[Key] };

function changed(state: ComplaintCase, event: ComplaintEvent): ComplaintCase {
  const { at, by } = event;
  const record = state.record!;
  switch (event.kind) {
    case "receive":
      return { ...state, record: event.record, owner: event.record.receivedBy };
    case "assess":
      return { ...state, record: assessed(record, event) };
    case "answer": {
      const { finding, remedies } = event;
      const granted = [...state.granted, ...remedies];
      return { ...notWaiting(state), finding, granted, approvals: [] };
    }
    case "close":
      return { ...notWaiting(state), outcome: event.outcome };
    case "reopen": {
      // Who is not content has been heard: we wait no longer.
      const again: Draft = { ...notWaiting(state), reopened: state.reopened + 1 };
      delete again.outcome;
      delete again.duplicateOf;
      return again;
    }
    case "withdraw":
      return notWaiting(state);
    case "mark-duplicate":
      return { ...notWaiting(state), duplicateOf: event.of };
    case "assign":
      return { ...state, owner: event.owner, assigned: true };
    case "hand-off":
      return { ...state, owner: event.to, assigned: true, handOffs: state.handOffs + 1 };
    case "escalate": {
      const { to, level } = event;
      const escalations = state.escalations + 1;
      return { ...state, owner: to, assigned: true, level, escalations };
    }
    case "find-cause":
      return { ...state, record: { ...record, cause: event.cause } };
    case "approve": {
      const approval = { by, at, remedies: event.remedies };
      return { ...state, approvals: [...state.approvals, approval] };
    }
    case "wait-for-customer":
      return { ...state, waiting: { since: at, what: event.what } };
    case "hear-from-customer":
    case "stop-waiting":
      return notWaiting(state);
    case "promise": {
      const { promise, what, due } = event;
      const made = { id: promise, what, at, ...(due !== undefined && { due }) };
      return { ...state, promises: [...state.promises, made] };
    }
    case "settle-promise": {
      const { promise, outcome } = event;
      const promises = state.promises.map((one) =>
        one.id === promise ? { ...one, settledAt: at, outcome } : one,
      );
      return { ...state, promises };
    }
    case "link":
      return { ...state, links: [...state.links, { to: event.to, why: event.why }] };
    case "acknowledge":
    case "investigate":
    case "inform-customer":
    case "note":
      return state;
  }
}

function assessed(record: Complaint, event: AssessComplaint): Complaint {
  const { severity, complexity, impact, safety } = event;
  return {
    ...record,
    severity,
    ...(complexity !== undefined && { complexity }),
    ...(impact !== undefined && { impact }),
    ...(safety !== undefined && { safety }),
  };
}

function notWaiting(state: ComplaintCase): ComplaintCase {
  if (state.waiting === undefined) return state;
  const heard: Draft = { ...state };
  delete heard.waiting;
  return heard;
}

/**
 * What is the complaint after these events?
 *
 * @param events - Everything that happened to one complaint, in the order it was decided; an id that comes again is
 * passed over.
 * @param options - `asOf`: a moment; events after it are left out. All count when absent.
 * @returns The complaint; one that has not been received for no events.
 * @throws RangeError where the first event is not its receipt, events are of different complaints, or out of order.
 * @example
 * ```ts
 * import { replayComplaint } from "goodwill/service";
 *
 * replayComplaint([]).phase; // => undefined
 * ```
 */
export function replayComplaint(
  events: Iterable<ComplaintEvent>,
  options: { readonly asOf?: Instant } = {},
): ComplaintCase {
  const { asOf } = options;
  let state = NO_COMPLAINT;
  for (const event of events) {
    if (asOf === undefined || event.at <= asOf) state = evolveComplaint(state, event);
  }
  return state;
}
