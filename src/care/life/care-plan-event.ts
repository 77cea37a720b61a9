import type { Money } from "../../shared/money/money.js";
import type {
  ApproveCarePlan,
  ApproveCarePlanChange,
  CareActionCommand,
  ChangeCarePlan,
  CloseCarePlan,
  DraftCarePlan,
  RecordCareFeedback,
  ReturnCarePlan,
  ReturnCarePlanChange,
  ReviewCarePlan,
  ReviseCarePlan,
  StartCarePlan,
  SubmitCarePlan,
} from "./care-plan-command.js";

/** The amount that was decided about. */
export interface WithApprovedAmount {
  /** The budget of the plan, or the amount of the difference. */
  readonly amount: Money;
}

/** The plan was approved. */
export interface CarePlanApproved extends ApproveCarePlan, WithApprovedAmount {}

/** A difference was put before an approver. */
export interface CarePlanChanged extends ChangeCarePlan, WithApprovedAmount {}

/** The difference was approved. */
export interface CarePlanChangeApproved extends ApproveCarePlanChange, WithApprovedAmount {}

/**
 * Something that happened to a plan of care. An event has the kind of its command and says the same; approvals and
 * differences say their amount, too.
 */
export type CarePlanEvent =
  | DraftCarePlan
  | ReviseCarePlan
  | SubmitCarePlan
  | CarePlanApproved
  | ReturnCarePlan
  | StartCarePlan
  | CarePlanChanged
  | CarePlanChangeApproved
  | ReturnCarePlanChange
  | CareActionCommand
  | RecordCareFeedback
  | ReviewCarePlan
  | CloseCarePlan;
