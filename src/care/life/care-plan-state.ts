import type { Money } from "../../shared/money/money.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareAction } from "../plan/care-action.js";
import type { CareFeedback } from "../review/care-feedback.js";
import type { CarePlanBrief } from "./care-plan-brief.js";
import type { CarePlanChange, CarePlanCommandKind } from "./care-plan-command.js";

/** How far a plan has come. */
export type CarePlanPhase =
  "not-begun" | "draft" | "submitted" | "returned" | "approved" | "running" | "reviewed" | "closed";

/** An action of a plan and what became of it. */
export interface TrackedCareAction {
  /** The action, in the state it has come to. */
  readonly action: CareAction;
  /** When it came to that state; absent while it has not left `planned`. */
  readonly stateAt?: Instant;
  /** Who says so; absent while it has not left `planned`. */
  readonly stateBy?: string;
  /** What stood against it; absent unless it is blocked or expired. */
  readonly reasons?: readonly Reason[];
  /** Why it is no longer wanted; absent unless it is cancelled. */
  readonly why?: string;
  /** What it cost in the end, as the last feedback says, or who did it; absent unless it is done. */
  readonly spent?: Money;
  /** What came back, in the order it was told; none when absent. */
  readonly feedback?: readonly CareFeedback[];
}

/** Who approved what. */
export interface CarePlanApproval {
  /** The plan, or a difference. */
  readonly of: "plan" | "change";
  /** Who. */
  readonly by: string;
  /** When. */
  readonly at: Instant;
  /** The amount that counted against the limit. */
  readonly amount: Money;
}

/** A difference that waits for its approval. */
export interface PendingCareChange {
  /** The difference. */
  readonly change: CarePlanChange;
  /** Who wants it. */
  readonly by: string;
  /** Since when. */
  readonly at: Instant;
  /** What counts against the limit of who approves. */
  readonly amount: Money;
}

/** That a plan, or a difference, was returned. */
export interface CarePlanReturn {
  /** The plan, or a difference. */
  readonly of: "plan" | "change";
  /** By whom. */
  readonly by: string;
  /** When. */
  readonly at: Instant;
  /** Why. */
  readonly why: string;
}

/** That a plan was reviewed. */
export interface CarePlanReviewed {
  /** By whom. */
  readonly by: string;
  /** When. */
  readonly at: Instant;
  /** What was found. */
  readonly summary: string;
}

/** An event that has been applied. */
export interface AppliedCarePlanEvent {
  /** Its kind. */
  readonly kind: CarePlanCommandKind;
  /** The action it is about; absent where it is about the plan. */
  readonly action?: string;
}

/** What a plan holds once it is drafted. */
export interface CarePlanContent {
  /** The host's id. */
  readonly id: string;
  /** What it says in words. */
  readonly brief: CarePlanBrief;
  /** What it may cost. */
  readonly budget: Money;
}

/** A plan of care as its events have left it. */
export interface CarePlanState {
  /** How far it has come. */
  readonly phase: CarePlanPhase;
  /** When the plan as a whole was last decided about; absent before it begins. */
  readonly stepAt?: Instant;
  /** When anything was last done; absent before it begins. */
  readonly latestAt?: Instant;
  /** The events applied, by key. */
  readonly applied: OrderedMap<AppliedCarePlanEvent>;
  /** What it holds; absent before it begins. */
  readonly content?: CarePlanContent;
  /** Its actions, by id. */
  readonly actions: OrderedMap<TrackedCareAction>;
  /** Who had a hand in it: drafted, revised, submitted or changed it. None of them may approve it. */
  readonly authors: readonly string[];
  /** The approvals, in order. */
  readonly approvals: readonly CarePlanApproval[];
  /** What was returned, in order. */
  readonly returns: readonly CarePlanReturn[];
  /** The difference that waits for its approval; absent where none does. */
  readonly pending?: PendingCareChange;
  /** The reviews, in order. */
  readonly reviews: readonly CarePlanReviewed[];
}

/** A plan that has not begun. */
export const NO_CARE_PLAN: CarePlanState = {
  phase: "not-begun",
  applied: [],
  actions: [],
  authors: [],
  approvals: [],
  returns: [],
  reviews: [],
};

const DURING: readonly CarePlanCommandKind[] = [
  "action-due",
  "action-done",
  "block-action",
  "expire-action",
  "cancel-action",
  "record-feedback",
  "change",
  "approve-change",
  "return-change",
];

/** What may be done in each phase (CARE-2). */
export const CARE_PLAN_COMMANDS: Readonly<Record<CarePlanPhase, readonly CarePlanCommandKind[]>> = {
  "not-begun": ["draft"],
  draft: ["revise", "submit"],
  submitted: ["approve", "return"],
  returned: ["revise", "submit"],
  approved: ["start", "change", "approve-change", "return-change"],
  running: [...DURING, "review"],
  reviewed: [...DURING, "close"],
  closed: [],
};
