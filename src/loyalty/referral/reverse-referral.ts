import { orderedValue } from "../../shared/ordered-map.js";
import { clawBack } from "../decision/claw-back.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { shortOf } from "../grant/short-of.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState, ReferralRecord } from "../ledger/loyalty-state.js";
import { paidAmount } from "./paid-order.js";
import type { JudgeReferral } from "./referral-command.js";
import type { ReferralDecision } from "./referral-decision.js";
import { recordsFault, referralRecords } from "./referral-records.js";

/** Takes the rewards of both sides back once the order that earned them was given back. */
export function reverse(
  both: ReferralDecision,
  command: JudgeReferral,
): LoyaltyRefusal | undefined {
  const { referrer, friend } = both;
  const refusal = recordsFault(both, command, { status: "rewarded" }) ?? refundFault(both, command);
  if (refusal !== undefined) return refusal;
  const records = referralRecords(both)!;
  takeBack(referrer, records.referrer);
  takeBack(friend, records.friend);
  return undefined;
}

/** A recommendation may no longer be rewarded today: then only an order given back in whole is reason enough. */
function refundFault(both: ReferralDecision, command: JudgeReferral): LoyaltyRefusal | undefined {
  const { state, options } = both.friend;
  const { order, occurredAt } = command;
  const records = referralRecords(both)!;
  if (records.friend.order !== order) return { code: "unknown", what: "rewarded order", id: order };
  const rewards = [
    ...rewardsOf(both.referrer.state, records.referrer),
    ...rewardsOf(state, records.friend),
  ];
  if (rewards.some(({ earnedAt }) => earnedAt > occurredAt)) {
    return { code: "not-possible-now", what: "referral", state: "not-yet-rewarded" };
  }
  const atLeast = Math.max(1, options.programme.referral?.orderAtLeast ?? 1);
  if (paidAmount(state, order) < atLeast) return undefined;
  return { code: "not-possible-now", what: `order ${order}`, state: "still-paid" };
}

/** Takes back what was given then, whatever the programme gives today. */
function takeBack(decision: Decision, { side, other, order, lots }: ReferralRecord): void {
  const { state, options, command } = decision;
  const given = rewardsOf(state, { lots });
  const kind = given[0]!.kind;
  const taken = clawBack(state, {
    kind,
    points: given.reduce((sum, { original }) => sum + original, 0),
    ownLots: lots,
    shortfall: options.programme.returns.shortfall,
    asOf: command.occurredAt,
  });
  const isShort = taken.owed + taken.letGo > 0;
  record(decision, {
    kind: "referral-changed",
    status: "reversed",
    side,
    other,
    order: order!,
    movements: taken.movements,
    ...(isShort && { reversal: shortOf(kind, taken) }),
  });
}

function rewardsOf(
  state: LoyaltyState,
  { lots }: Pick<ReferralRecord, "lots">,
): readonly PointsLot[] {
  return lots.map((id) => orderedValue(state.lots, id)!);
}
