import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { RecordsTakenOver } from "../ledger/member-event.js";
import type { PairDecision } from "./decide-pair.js";

/**
 * The ledger that remains goes on with the records of the one that is closed: a return finds its order, and nothing
 * counts twice. Where both hold a record of the same id, its own remains.
 */
export function moveRecords({ from, to }: PairDecision, lots: ReadonlyMap<string, string>): void {
  const { state, command } = to;
  const closing = from.state;
  const takenOverAt = command.occurredAt;
  const here = (ids: readonly string[]): readonly string[] => ids.map((id) => lots.get(id)!);
  const orders = missingFrom(state.orders, closing.orders).map(([, order]) => ({
    ...order,
    lots: here(order.lots),
    takenOverAt,
  }));
  const redemptions = missingFrom(state.redemptions, closing.redemptions).map(([, redemption]) => ({
    ...redemption,
    allocations: redemption.allocations.map((one) => ({ ...one, lot: lots.get(one.lot)! })),
  }));
  const referrals = missingFrom(state.referrals, closing.referrals).map(([, referral]) => ({
    ...referral,
    lots: here(referral.lots),
    takenOverAt,
  }));
  const activities = Object.fromEntries(missingFrom(state.activities, closing.activities));
  const passedOn = passedOnElsewhere(closing);
  record(to, {
    kind: "records-taken-over",
    from: [from.command.member, ...(closing.account!.mergedFrom ?? [])],
    ...(orders.length > 0 && { orders }),
    ...(redemptions.length > 0 && { redemptions }),
    ...(referrals.length > 0 && { referrals }),
    ...(Object.keys(activities).length > 0 && { activities }),
    ...(Object.keys(passedOn).length > 0 && { passedOn }),
    ...referrerOf(state, closing),
  });
}

function missingFrom<Value>(
  there: OrderedMap<Value>,
  all: OrderedMap<Value>,
): readonly (readonly [key: string, value: Value])[] {
  return [...orderedEntries(all)].filter(([key]) => orderedValue(there, key) === undefined);
}

/** What a merge moves is not passed on. */
function passedOnElsewhere({ passedOn }: LoyaltyState): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(passedOn).filter(([name]) => !name.startsWith("merge:")),
  );
}

function referrerOf(
  { account }: LoyaltyState,
  closing: LoyaltyState,
): Pick<RecordsTakenOver, "referredBy"> {
  const { referredBy } = closing.account!;
  const isNews = account!.referredBy === undefined && referredBy !== account!.member;
  return isNews && referredBy !== undefined ? { referredBy } : {};
}
