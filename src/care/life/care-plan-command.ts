import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CareAction } from "../plan/care-action.js";
import type { CareFeedback } from "../review/care-feedback.js";
import type { CarePlanBrief, CarePlanDocument } from "./care-plan-brief.js";

/** What every command says: under which key, when, and who. */
export interface CarePlanCommandBase {
  /** The host's key of what is done; it becomes the event's, and the same key is never applied twice. */
  readonly key: string;
  /** When it was done. */
  readonly at: Instant;
  /** Who did it: the host's id of the member of staff, or of the program that carries actions out. */
  readonly by: string;
}

/** Somebody drafts a plan. */
export interface DraftCarePlan extends CarePlanCommandBase, CarePlanDocument {
  /** Tells the command from others. */
  readonly kind: "draft";
  /** The host's id of the plan. */
  readonly plan: string;
}

/** A draft, or a plan that was returned, is changed; it is a draft again. */
export interface ReviseCarePlan extends CarePlanCommandBase, Partial<CarePlanDocument> {
  /** Tells the command from others. */
  readonly kind: "revise";
}

/** The plan is put before an approver: it must be complete. */
export interface SubmitCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "submit";
}

/** The plan is approved, by somebody who had no hand in it and whose limit covers the budget. */
export interface ApproveCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "approve";
}

/** The plan goes back to its authors. */
export interface ReturnCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "return";
  /** Why. */
  readonly why: string;
}

/** The plan begins to run. */
export interface StartCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "start";
}

/** In what a plan shall differ from what was approved. */
export interface CarePlanChange {
  /** What is to be done besides; none when absent. */
  readonly add?: readonly CareAction[];
  /** The ids of what is no longer to be done; none when absent. */
  readonly remove?: readonly string[];
  /** What is to be done otherwise: the same id, customer and kind, all else may differ; nothing when absent. */
  readonly alter?: readonly CareAction[];
  /** The new budget; the approved one when absent. */
  readonly budget?: Money;
  /** What the plan says in words; as approved when absent. */
  readonly brief?: CarePlanBrief;
}

/**
 * An approved plan shall be changed. The difference waits for an approval of its own; actions that it leaves alone go
 * on, those it removes or alters rest.
 */
export interface ChangeCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "change";
  /** The difference. */
  readonly change: CarePlanChange;
}

/** The difference is approved, by somebody who had no hand in the plan and whose limit covers the difference. */
export interface ApproveCarePlanChange extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "approve-change";
}

/** The difference is not wanted, or taken back: the plan goes on as it was approved. */
export interface ReturnCarePlanChange extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "return-change";
  /** Why. */
  readonly why: string;
}

/** An action may be done from now on. */
export interface MarkCareActionDue extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "action-due";
  /** The id of the action. */
  readonly action: string;
}

/** An action was done. */
export interface MarkCareActionDone extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "action-done";
  /** The id of the action. */
  readonly action: string;
  /** What it cost; what was planned when absent. */
  readonly cost?: Money;
}

/** Something stands against an action for good, as {@link executableNow} tells. */
export interface BlockCareAction extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "block-action";
  /** The id of the action. */
  readonly action: string;
  /** What; at least one. */
  readonly reasons: readonly Reason[];
}

/** It is too late for an action. */
export interface ExpireCareAction extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "expire-action";
  /** The id of the action. */
  readonly action: string;
  /** Why it could not be done in time, as {@link executableNow} tells; at least one. */
  readonly reasons: readonly Reason[];
}

/** An action is no longer wanted. */
export interface CancelCareAction extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "cancel-action";
  /** The id of the action. */
  readonly action: string;
  /** Why. */
  readonly why: string;
}

/** What came back from an action that has ended; it may be told more than once. */
export interface RecordCareFeedback extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "record-feedback";
  /** What came back. */
  readonly feedback: CareFeedback;
}

/** The plan is reviewed. */
export interface ReviewCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "review";
  /** What was found, and what is to be adjusted. */
  readonly summary: string;
}

/** The plan is over: no action is open. */
export interface CloseCarePlan extends CarePlanCommandBase {
  /** Tells the command from others. */
  readonly kind: "close";
}

/** Something done with one action of a plan. */
export type CareActionCommand =
  MarkCareActionDue | MarkCareActionDone | BlockCareAction | ExpireCareAction | CancelCareAction;

/** Something done with a plan of care, before it is judged. */
export type CarePlanCommand =
  | DraftCarePlan
  | ReviseCarePlan
  | SubmitCarePlan
  | ApproveCarePlan
  | ReturnCarePlan
  | StartCarePlan
  | ChangeCarePlan
  | ApproveCarePlanChange
  | ReturnCarePlanChange
  | CareActionCommand
  | RecordCareFeedback
  | ReviewCarePlan
  | CloseCarePlan;

/** The kinds of commands. */
export type CarePlanCommandKind = CarePlanCommand["kind"];
