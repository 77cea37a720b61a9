import type { LedgerDraft } from "./ledger-draft.js";
import type { LoyaltyAccount } from "./loyalty-state.js";
import type { RecordsTakenOver } from "./member-event.js";
import type { PointsTransferred } from "./points-event.js";
import { isReturnedWhole } from "./returned-whole.js";

/** The account that remains after a merge: it knows who was merged into it. */
export function withMerged(
  account: LoyaltyAccount,
  { from, referredBy }: RecordsTakenOver,
): LoyaltyAccount {
  const mergedFrom = [...new Set([...(account.mergedFrom ?? []), ...from])].sort();
  return { ...account, mergedFrom, ...(referredBy !== undefined && { referredBy }) };
}

/** The account that is closed by a merge: it knows where its records are. */
export function withMergedInto(
  account: LoyaltyAccount,
  { to }: Pick<PointsTransferred, "to">,
): LoyaltyAccount {
  return { ...account, mergedInto: to };
}

/** Puts the records of a merged account to those of the ledger. */
export function takeOverRecords({ state, put }: LedgerDraft, event: RecordsTakenOver): void {
  const { orders, redemptions, referrals, activities, passedOn } = event;
  for (const order of orders ?? []) {
    state.orders = put(state.orders, order.order, order);
    if (isReturnedWhole(order)) continue;
    state.orderTimes = put(state.orderTimes, `${order.at}|${order.order}`, order.order);
    state.orderCount += 1;
  }
  for (const record of redemptions ?? []) {
    const { id, order } = record.redemption;
    state.redemptions = put(state.redemptions, id, record);
    if (order === undefined) continue;
    state.orderRedemptions = put(state.orderRedemptions, `${order}|${id}`, id);
  }
  for (const record of referrals ?? []) {
    state.referrals = put(state.referrals, `${record.side}:${record.other}`, record);
  }
  for (const [activity, trigger] of Object.entries(activities ?? {})) {
    state.activities = put(state.activities, activity, trigger);
  }
  const sums = { ...state.passedOn };
  for (const [name, points] of Object.entries(passedOn ?? {})) {
    sums[name] = (sums[name] ?? 0) + points;
  }
  state.passedOn = sums;
}
