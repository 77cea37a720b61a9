import { orderedValue } from "../../shared/ordered-map.js";
import { withEntry } from "../../shared/ordered-map-change.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareActionCommand, RecordCareFeedback } from "./care-plan-command.js";
import { changedActions, trackedActions } from "./care-plan-change.js";
import type { CarePlanEvent } from "./care-plan-event.js";
import { subjectOf } from "./care-plan-subject.js";
import { NO_CARE_PLAN } from "./care-plan-state.js";
import type { CarePlanPhase, CarePlanState, TrackedCareAction } from "./care-plan-state.js";

/**
 * How does this event change the plan?
 *
 * An event whose key was applied already changes nothing, so that a replay may hold it twice. Events are what has
 * happened: they are not judged again, only those that make no sense without a draft are refused.
 *
 * @param state - The plan so far.
 * @param event - What happened.
 * @returns The plan after it.
 * @throws RangeError where the first event is not the draft, or an event is about an action the plan does not have.
 * @example
 * ```ts
 * import { evolveCarePlan, NO_CARE_PLAN } from "goodwill/care";
 * import { instant } from "goodwill/shared";
 *
 * const drafted = evolveCarePlan(NO_CARE_PLAN, {
 *   kind: "draft",
 *   key: "k-1",
 *   at: instant("2026-03-02T09:00:00Z"),
 *   by: "li",
 *   plan: "spring",
 *   brief: { goals: [], keyPersons: [], trackedCustomers: [], scope: [], activities: [] },
 *   actions: [],
 *   budget: { amount: 0, currency: "CNY" },
 * });
 * [drafted.phase, drafted.authors]; // => ["draft", ["li"]]
 * ```
 */
export function evolveCarePlan(state: CarePlanState, event: CarePlanEvent): CarePlanState {
  const { key, kind, at } = event;
  if (orderedValue(state.applied, key) !== undefined) return state;
  if (state.content === undefined && kind !== "draft") {
    throw new RangeError(`Cannot evolve a care plan: it begins with "draft", got "${kind}"`);
  }
  const { latestAt } = state;
  const action = subjectOf(event);
  return {
    ...changed(state, event),
    ...(action === undefined && { stepAt: at }),
    latestAt: latestAt === undefined || at > latestAt ? at : latestAt,
    applied: withEntry(state.applied, key, { kind, ...(action !== undefined && { action }) }),
  };
}

function changed(state: CarePlanState, event: CarePlanEvent): CarePlanState {
  const { at, by } = event;
  const { content, approvals, returns } = state;
  const enter = (phase: CarePlanPhase): CarePlanState => ({ ...state, phase });
  switch (event.kind) {
    case "draft": {
      const { plan: id, brief, budget } = event;
      const actions = trackedActions(event.actions);
      return { ...enter("draft"), content: { id, brief, budget }, actions, authors: [by] };
    }
    case "revise": {
      const { brief = content!.brief, budget = content!.budget } = event;
      return {
        ...withAuthor(enter("draft"), by),
        content: { ...content!, brief, budget },
        actions: event.actions === undefined ? state.actions : trackedActions(event.actions),
      };
    }
    case "submit":
      return withAuthor(enter("submitted"), by);
    case "approve": {
      const approval = { of: "plan", by, at, amount: event.amount } as const;
      return { ...enter("approved"), approvals: [...approvals, approval] };
    }
    case "return": {
      const returned = { of: "plan", by, at, why: event.why } as const;
      return { ...enter("returned"), returns: [...returns, returned] };
    }
    case "start":
      return enter("running");
    case "change": {
      const { change, amount } = event;
      return { ...withAuthor(state, by), pending: { change, by, at, amount } };
    }
    case "approve-change":
      return withDifference(state, { by, at });
    case "return-change": {
      const returned = { of: "change", by, at, why: event.why } as const;
      return { ...withoutPending(state), returns: [...returns, returned] };
    }
    case "review": {
      const review = { by, at, summary: event.summary };
      return { ...enter("reviewed"), reviews: [...state.reviews, review] };
    }
    case "close":
      return enter("closed");
    default:
      return withAction(state, event);
  }
}

function withAuthor(state: CarePlanState, by: string): CarePlanState {
  const { authors } = state;
  return authors.includes(by) ? state : { ...state, authors: [...authors, by] };
}

function withoutPending(state: CarePlanState): CarePlanState {
  const after: { -readonly [Key in keyof CarePlanState]: CarePlanState[Key] } = { ...state };
  delete after.pending;
  return after;
}

/** A plan that was reviewed is adjusted by it, and runs on. */
function withDifference(
  state: CarePlanState,
  { by, at }: { readonly by: string; readonly at: Instant },
): CarePlanState {
  const { pending, content, phase, actions, approvals } = state;
  if (pending === undefined) return state;
  const { change, amount } = pending;
  const { brief = content!.brief, budget = content!.budget } = change;
  return {
    ...withoutPending(state),
    phase: phase === "reviewed" ? "running" : phase,
    content: { ...content!, brief, budget },
    actions: changedActions(actions, change),
    approvals: [...approvals, { of: "change", by, at, amount }],
  };
}

function withAction(
  state: CarePlanState,
  event: CareActionCommand | RecordCareFeedback,
): CarePlanState {
  const id = event.kind === "record-feedback" ? event.feedback.action : event.action;
  const tracked = orderedValue(state.actions, id);
  if (tracked === undefined) {
    throw new RangeError(`Cannot evolve a care plan: it must have the action told of, got ${id}`);
  }
  return { ...state, actions: withEntry(state.actions, id, steppedAction(tracked, event)) };
}

function steppedAction(
  tracked: TrackedCareAction,
  event: CareActionCommand | RecordCareFeedback,
): TrackedCareAction {
  const { action } = tracked;
  const said = { stateAt: event.at, stateBy: event.by };
  switch (event.kind) {
    case "action-due":
      return { ...tracked, ...said, action: { ...action, state: "due" } };
    case "action-done": {
      const { cost = action.cost } = event;
      return { ...tracked, ...said, action: { ...action, state: "done" }, spent: cost };
    }
    case "block-action":
      return {
        ...tracked,
        ...said,
        action: { ...action, state: "blocked" },
        reasons: event.reasons,
      };
    case "expire-action":
      return {
        ...tracked,
        ...said,
        action: { ...action, state: "expired" },
        reasons: event.reasons,
      };
    case "cancel-action":
      return { ...tracked, ...said, action: { ...action, state: "cancelled" }, why: event.why };
    case "record-feedback": {
      const { feedback } = event;
      const { cost } = feedback;
      return {
        ...tracked,
        ...(action.state === "done" && cost !== undefined && { spent: cost }),
        feedback: [...(tracked.feedback ?? []), feedback],
      };
    }
  }
}

/**
 * What is the plan after these events?
 *
 * @param events - Everything that happened, in the order it was decided; a key that comes again is passed over.
 * @param options - `asOf`: a moment; events after it are left out. All count when absent.
 * @returns The plan; one that has not begun for no events.
 * @throws RangeError where the first event is not the draft, or an event is about an action the plan does not have.
 * @example
 * ```ts
 * import { replayCarePlan } from "goodwill/care";
 *
 * replayCarePlan([]).phase; // => "not-begun"
 * ```
 */
export function replayCarePlan(
  events: Iterable<CarePlanEvent>,
  options: { readonly asOf?: Instant } = {},
): CarePlanState {
  const { asOf } = options;
  let state = NO_CARE_PLAN;
  for (const event of events) {
    if (asOf === undefined || event.at <= asOf) state = evolveCarePlan(state, event);
  }
  return state;
}
