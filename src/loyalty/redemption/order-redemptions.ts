import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { LoyaltyState, RedemptionRecord } from "../ledger/loyalty-state.js";

/** The redemptions that paid an order or were made with it, by id, whatever became of them. */
export function redemptionsOfOrder(
  state: LoyaltyState,
  order: string,
): readonly RedemptionRecord[] {
  const found: RedemptionRecord[] = [];
  const start = `${order}|`;
  for (const [name, id] of orderedEntries(state.orderRedemptions, start)) {
    if (!name.startsWith(start)) break;
    const record = orderedValue(state.redemptions, id)!;
    // The key of order "a|b" begins like that of order "a".
    if (record.redemption.order === order) found.push(record);
  }
  return found;
}

/** How many of the points of a redemption are spent or set aside: given up and given back ones are not. */
export function pointsInUse({ status, redemption, givenBack }: RedemptionRecord): number {
  const isUsed = status === "reserved" || status === "committed";
  return isUsed ? redemption.points - givenBack : 0;
}

/** The part of an amount or number of claims that goes with the points still in use, rounded up. */
export function stillInUse(record: RedemptionRecord, whole: number): number {
  const { points } = record.redemption;
  const part = BigInt(whole) * BigInt(pointsInUse(record));
  return Number((part + BigInt(points) - 1n) / BigInt(points));
}
