import type { Money } from "../../shared/money/money.js";

/** Who may approve plans of care, and up to which amount. */
export interface CareApprover {
  /** The host's id of the member of staff. */
  readonly approver: string;
  /** The largest amount, in its own currency only; any amount when absent. */
  readonly upTo?: Money;
}

/** Who may approve (CARE-2). Somebody with limits in several currencies has an entry for each. */
export interface CareApprovalPolicy {
  /** The approvers; nobody else may approve. */
  readonly approvers: readonly CareApprover[];
}
