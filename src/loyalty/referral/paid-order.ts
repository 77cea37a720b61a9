import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { redemptionsOfOrder, stillInUse } from "../redemption/order-redemptions.js";

/**
 * What was paid for an order and is still paid, in minor units of the programme's currency: what was given back and
 * what was paid by points is not in it. 0 for an order that is not there.
 */
export function paidAmount(state: LoyaltyState, id: string): number {
  const order = orderedValue(state.orders, id);
  if (order === undefined) return 0;
  let paid = 0;
  for (const { amount } of order.lines) paid += amount;
  for (const { amount } of Object.values(order.returned ?? {})) paid -= amount;
  for (const redemption of redemptionsOfOrder(state, id)) {
    const { use, amount = 0 } = redemption.redemption;
    if (use === "payment") paid -= stillInUse(redemption, amount);
  }
  return Math.max(0, paid);
}

/** The first order of a member for which something was paid and not given back; undefined where there is none. */
export function firstPaidOrder(state: LoyaltyState): string | undefined {
  for (const [, id] of orderedEntries(state.orderTimes)) {
    if (paidAmount(state, id) > 0) return id;
  }
  return undefined;
}
