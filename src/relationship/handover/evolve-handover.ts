import type { Instant } from "../../shared/time/instant.js";
import type { HandoverDiscrepancy } from "./discrepancy.js";
import type { HandoverEvent } from "./handover-event.js";
import { NO_HANDOVER } from "./handover-state.js";
import type {
  DiscrepancyAnswer,
  HandoverPhase,
  HandoverState,
  TrackedDiscrepancy,
} from "./handover-state.js";

/**
 * How does this event change the handover?
 *
 * An event whose id was applied already changes nothing, so that a replay may hold it twice. Events are what has
 * happened: they are not judged again, only those that make no sense without a plan are refused.
 *
 * @param state - The handover so far.
 * @param event - What happened.
 * @returns The handover after it.
 * @throws RangeError where the first event is not the announcement.
 * @example
 * ```ts
 * import { evolveHandover, NO_HANDOVER } from "goodwill/relationship";
 * import { instant, plainDate } from "goodwill/shared";
 *
 * const announced = evolveHandover(NO_HANDOVER, {
 *   kind: "announce",
 *   id: "E-1",
 *   at: instant("2026-03-02T09:00:00Z"),
 *   by: "li",
 *   leaver: "wang",
 *   manager: "li",
 *   lastDay: plainDate("2026-03-31"),
 *   expected: { customers: [] },
 * });
 * announced.phase; // => "announced"
 * ```
 */
export function evolveHandover(state: HandoverState, event: HandoverEvent): HandoverState {
  const { id, kind, at } = event;
  if (state.applied.some((one) => one.id === id)) return state;
  if (state.plan === undefined && kind !== "announce") {
    throw new RangeError(`Cannot evolve a handover: it begins with "announce", got "${kind}"`);
  }
  return { ...changed(state, event), applied: [...state.applied, { id, kind, at }] };
}

function changed(state: HandoverState, event: HandoverEvent): HandoverState {
  const { at, by } = event;
  const enter = (phase: HandoverPhase): { phase: HandoverPhase; phaseAt: Instant } => ({
    phase,
    phaseAt: at,
  });
  const plan = state.plan!;
  switch (event.kind) {
    case "announce": {
      const { leaver, manager, successor, lastDay, expected } = event;
      const named = successor === undefined ? {} : { successor };
      return {
        ...state,
        ...enter("announced"),
        plan: { leaver, manager, ...named, lastDay, expected },
      };
    }
    case "appoint-successor":
      return succeeded(state, event.successor, at);
    case "change-last-day":
      return { ...state, plan: { ...plan, lastDay: event.lastDay } };
    case "upload-records":
      return {
        ...state,
        ...enter("uploaded"),
        uploadedAt: at,
        audit: event.audit,
        discrepancies: event.discrepancies.map((one) => ({ discrepancy: one, found: "upload" })),
      };
    case "hand-over-file":
      return {
        ...state,
        // A corrected file does not undo the meeting.
        ...(state.phase === "uploaded" && enter("file-handed-over")),
        fileAt: state.fileAt ?? at,
        witness: event.witness,
        discrepancies: foundAgain(state.discrepancies, event.discrepancies),
      };
    case "resolve-discrepancy":
      return answered(state, event.key, { kind: "resolved", by, at, text: event.how });
    case "explain-discrepancy":
      return answered(state, event.key, { kind: "explained", by, at, text: event.why });
    case "hold-meeting":
      return { ...state, ...enter("met"), meeting: { at, present: event.present } };
    case "waive-meeting":
      return { ...state, ...enter("met"), meeting: { at, present: [], waived: event.why } };
    case "hold-group-meeting":
      return {
        ...state,
        ...enter("introduced"),
        groupMeetingAt: at,
        ...(event.customers !== undefined && { groupMeetingCustomers: event.customers }),
      };
    case "visit-customer":
      return { ...state, visits: [...state.visits, { customer: event.customer, at }] };
    case "close":
      return { ...state, ...enter("closed") };
    case "cancel":
      return { ...state, ...enter("cancelled") };
  }
}

type Draft = { -readonly [Key in keyof HandoverState]: HandoverState[Key] };

/** Whom the successor before has met or visited the new one has not; a meeting that was waived stays waived. */
function succeeded(before: HandoverState, successor: string, at: Instant): HandoverState {
  const { plan, phase, meeting } = before;
  if (plan?.successor === successor) return before;
  const named = { ...before, plan: { ...plan!, successor } };
  if (phase !== "met" && phase !== "introduced") return named;
  const again: Draft = { ...named, phase: "met", phaseAt: at, visits: [] };
  delete again.groupMeetingAt;
  delete again.groupMeetingCustomers;
  if (meeting?.waived === undefined) {
    delete again.meeting;
    again.phase = "file-handed-over";
  }
  return again;
}

/** What an explanation settled stays settled; what was called resolved and is there again is open again. */
function foundAgain(
  before: readonly TrackedDiscrepancy[],
  found: readonly HandoverDiscrepancy[],
): readonly TrackedDiscrepancy[] {
  const explained = new Map(
    before
      .filter((one) => one.found === "file" && one.answer?.kind === "explained")
      .map(({ discrepancy, answer }) => [discrepancy.key, answer]),
  );
  const ofFile = found.map((discrepancy): TrackedDiscrepancy => {
    const answer = explained.get(discrepancy.key);
    return { discrepancy, found: "file", ...(answer !== undefined && { answer }) };
  });
  return [...before.filter((one) => one.found === "upload"), ...ofFile];
}

function answered(state: HandoverState, key: string, answer: DiscrepancyAnswer): HandoverState {
  return {
    ...state,
    discrepancies: state.discrepancies.map((one) =>
      one.discrepancy.key === key ? { ...one, answer } : one,
    ),
  };
}

/**
 * What is the handover after these events?
 *
 * @param events - Everything that happened, in the order it was decided; an id that comes again is passed over.
 * @param options - `asOf`: a moment; events after it are left out. All count when absent.
 * @returns The handover; one that has not begun for no events.
 * @throws RangeError where the first event is not the announcement.
 * @example
 * ```ts
 * import { replayHandover } from "goodwill/relationship";
 *
 * replayHandover([]).phase; // => "not-begun"
 * ```
 */
export function replayHandover(
  events: Iterable<HandoverEvent>,
  options: { readonly asOf?: Instant } = {},
): HandoverState {
  const { asOf } = options;
  let state = NO_HANDOVER;
  for (const event of events) {
    if (asOf === undefined || event.at <= asOf) state = evolveHandover(state, event);
  }
  return state;
}
