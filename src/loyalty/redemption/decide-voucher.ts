import { orderedValue } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { UseVoucher, VoidVoucher } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { VoucherRecord } from "../ledger/loyalty-state.js";
import { numberFault, textFault } from "../decision/field-fault.js";

/** Uses a voucher in part or whole, through its last day; or makes it void, which gives no points back. */
export function decideVoucher(
  decision: Decision,
  command: UseVoucher | VoidVoucher,
): LoyaltyRefusal | undefined {
  const { voucher } = command;
  const found = orderedValue(decision.state.vouchers, voucher);
  if (found === undefined) return { code: "unknown", what: "voucher", id: voucher };
  const refusal =
    refusalOf(decision, found) ??
    (command.kind === "use-voucher"
      ? useRefusal(decision, command, found)
      : textFault("why", command.why));
  if (refusal !== undefined) return refusal;
  const change =
    command.kind === "use-voucher"
      ? ({ kind: "used", amount: command.amount.amount, order: command.order } as const)
      : ({ kind: "voided", why: command.why } as const);
  record(decision, { kind: "voucher-changed", voucher, change });
  return undefined;
}

function refusalOf(
  { command }: Decision,
  { voided, left, issuedAt, expiresAt }: VoucherRecord,
): LoyaltyRefusal | undefined {
  const what = "voucher";
  const { occurredAt } = command;
  if (voided) return { code: "not-possible-now", what, state: "voided" };
  if (left === 0) return { code: "not-possible-now", what, state: "used" };
  if (expiresAt !== undefined && expiresAt <= occurredAt) {
    return { code: "too-late", what, until: expiresAt };
  }
  if (issuedAt === undefined || issuedAt <= occurredAt) return undefined;
  return { code: "not-possible-now", what, state: "not-yet-issued" };
}

function useRefusal(
  { options }: Decision,
  { amount, order }: UseVoucher,
  { left }: VoucherRecord,
): LoyaltyRefusal | undefined {
  const fault =
    textFault("order", order) ?? numberFault("amount.amount", amount.amount, { least: 1 });
  if (fault !== undefined) return fault;
  const { currency } = options.programme;
  if (amount.currency !== currency) return { code: "no-rate", from: amount.currency, to: currency };
  if (amount.amount <= left) return undefined;
  return { code: "more-than-left", what: "voucher", left, asked: amount.amount };
}
