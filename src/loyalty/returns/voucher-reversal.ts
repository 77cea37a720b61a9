import { orderedEntries } from "../../shared/ordered-map.js";
import type { Decision } from "../decision/decision.js";
import type { VoucherRecord } from "../ledger/loyalty-state.js";
import { shareOfPoints } from "./returned-share.js";
import type { ReturnedShare } from "./returned-share.js";

/** What a voucher paid of an order and a return of it takes back. */
export interface VoucherReversal {
  /** The voucher. */
  readonly voucher: string;
  /** Minor units of the programme's currency, at least 1. */
  readonly amount: number;
  /** Whether it is gone, because the voucher is void or over. */
  readonly isLost: boolean;
}

/** What vouchers paid of an order and comes back with a share of it; the sum over all returns is rounded down. */
export function voucherReversal(
  { state, command }: Decision,
  order: string,
  share: ReturnedShare,
): readonly VoucherReversal[] {
  const found: VoucherReversal[] = [];
  for (const [, record] of orderedEntries(state.vouchers)) {
    const { voucher, voided, expiresAt } = record;
    const { paid, back } = usedFor(record, order, command);
    const amount = shareOfPoints(paid, share) - back;
    if (amount <= 0) continue;
    const isOver = expiresAt !== undefined && expiresAt <= command.occurredAt;
    found.push({ voucher, amount, isLost: voided || isOver });
  }
  return found;
}

/** What a voucher had paid of an order by now, and what of it came back; a whole return begins anew. */
function usedFor(
  { uses = [] }: VoucherRecord,
  order: string,
  { occurredAt }: Decision["command"],
): { readonly paid: number; readonly back: number } {
  let paid = 0;
  let back = 0;
  for (const { order: of, amount, at } of uses) {
    // What came back is never given back again, also by a return that is dated before.
    if (of !== order || (amount > 0 && at > occurredAt)) continue;
    if (amount > 0) paid += amount;
    else back -= amount;
    if (paid === back) paid = back = 0;
  }
  return { paid, back };
}
