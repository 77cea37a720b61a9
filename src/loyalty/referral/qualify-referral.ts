import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { issueLots } from "../decision/issue-lots.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { firstLapse } from "../grant/first-lapse.js";
import { issueFault } from "../grant/points-fault.js";
import type { LoyaltyState, ReferralRecord } from "../ledger/loyalty-state.js";
import type { ReferralChanged } from "../ledger/points-event.js";
import type { ReferralPolicy } from "../programme/sharing-policy.js";
import { monthAt } from "../transfer/pass-on.js";
import { firstPaidOrder, paidAmount } from "./paid-order.js";
import type { JudgeReferral } from "./referral-command.js";
import type { ReferralDecision } from "./referral-decision.js";
import { recordsFault, referralRecords } from "./referral-records.js";

/** Rewards both sides for the friend's first paid order. */
export function qualify(
  both: ReferralDecision,
  command: JudgeReferral,
): LoyaltyRefusal | undefined {
  const { referrer, friend } = both;
  const { programme } = referrer.options;
  const policy = programme.referral;
  if (policy === undefined) return { code: "not-offered", what: "referral" };
  const month = monthAt(command.occurredAt, programme);
  const { kind, referrerPoints, friendPoints } = policy;
  const refusal =
    recordsFault(both, command, { status: "pending" }) ??
    orderFault(friend, command, policy) ??
    velocityFault(referrer.state, { policy, month }) ??
    issueFault(referrer.state, { kind, amount: referrerPoints }) ??
    issueFault(friend.state, { kind, amount: friendPoints });
  if (refusal !== undefined) return refusal;
  const { order } = command;
  const reward = { kind, order, month } as const;
  const records = referralRecords(both)!;
  give(referrer, { ...reward, ...sideOf(records.referrer), points: referrerPoints });
  give(friend, { ...reward, ...sideOf(records.friend), points: friendPoints });
  return undefined;
}

/** Each side is rewarded under the name it was recorded under. */
function sideOf({ side, other }: ReferralRecord): Pick<ReferralRecord, "side" | "other"> {
  return { side, other };
}

interface Reward {
  readonly side: ReferralChanged["side"];
  readonly other: string;
  readonly order: string;
  readonly month: string;
  readonly kind: string;
  readonly points: number;
}

function give(decision: Decision, { kind, points, ...reward }: Reward): void {
  const source = { kind: "referral", id: reward.other } as const;
  const earnedAt = decision.command.occurredAt;
  const lapses = firstLapse(decision, kind);
  record(decision, {
    kind: "referral-changed",
    status: "rewarded",
    ...reward,
    ...issueLots(decision, [{ kind, points, earnedAt, source }]),
    ...(lapses.length > 0 && { lapses }),
  });
}

function orderFault(
  { state, options }: Decision,
  { order, occurredAt }: JudgeReferral,
  { orderAtLeast, withinDays }: ReferralPolicy,
): LoyaltyRefusal | undefined {
  const found = orderedValue(state.orders, order);
  if (found === undefined) return { code: "unknown", what: "order", id: order };
  const what = `order ${order}`;
  if (found.at > occurredAt) return { code: "not-possible-now", what, state: "not-yet-placed" };
  const paid = paidAmount(state, order);
  if (paid === 0) return { code: "not-possible-now", what, state: "not-paid" };
  if (firstPaidOrder(state) !== order) {
    return { code: "not-possible-now", what, state: "not-the-first-paid" };
  }
  if (orderAtLeast !== undefined && paid < orderAtLeast) {
    return { code: "order-too-small", atLeast: orderAtLeast, paid };
  }
  if (withinDays === undefined) return undefined;
  const until = addDays(state.account!.enrolledOn, withinDays);
  if (plainDateAt(found.at, options.programme.zone) <= until) return undefined;
  return { code: "too-late", what: "referral", until };
}

/** A reward that was taken back does not count: its place in the month is free again. */
function velocityFault(
  { referrals }: LoyaltyState,
  { policy, month }: { readonly policy: ReferralPolicy; readonly month: string },
): LoyaltyRefusal | undefined {
  const { monthlyFriends } = policy;
  if (monthlyFriends === undefined) return undefined;
  let would = 1;
  for (const [, record] of orderedEntries(referrals, "referrer:")) {
    if (record.side !== "referrer") break;
    if (record.status === "rewarded" && record.month === month) would += 1;
  }
  if (would <= monthlyFriends) return undefined;
  return { code: "limit-reached", limit: "monthly-friends", atMost: monthlyFriends, would };
}
