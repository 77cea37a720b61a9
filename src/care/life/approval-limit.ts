import type { Money } from "../../shared/money/money.js";
import type { CareApprovalPolicy, CareApprover } from "./care-approval.js";

/** Throws unless every limit is 0 or more. Internal: not part of the surface. */
export function requireCareApprovalPolicy(task: string, { approvers }: CareApprovalPolicy): void {
  for (const { approver, upTo } of approvers) {
    if (upTo === undefined || (Number.isSafeInteger(upTo.amount) && upTo.amount >= 0)) continue;
    throw new RangeError(
      `Cannot ${task}: upTo of ${approver} must be an amount of at least 0, got ${upTo.amount}`,
    );
  }
}

/** Whether the limit of this approver covers the amount. Internal: not part of the surface. */
export function covers({ upTo }: CareApprover, amount: Money): boolean {
  if (upTo === undefined) return true;
  return upTo.currency === amount.currency && amount.amount <= upTo.amount;
}
