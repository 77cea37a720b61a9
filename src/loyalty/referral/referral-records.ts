import { orderedValue } from "../../shared/ordered-map.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState, ReferralRecord } from "../ledger/loyalty-state.js";
import type { JudgeReferral } from "./referral-command.js";
import type { ReferralDecision } from "./referral-decision.js";

/** A recommendation as both ledgers hold it; undefined where one of them does not know it. */
export function referralRecords({
  referrer,
  friend,
}: ReferralDecision):
  { readonly referrer: ReferralRecord; readonly friend: ReferralRecord } | undefined {
  const ofReferrer = recordOf(referrer.state, { side: "referrer", of: friend.state });
  const ofFriend = recordOf(friend.state, { side: "friend", of: referrer.state });
  if (ofReferrer === undefined || ofFriend === undefined) return undefined;
  return { referrer: ofReferrer, friend: ofFriend };
}

/** Since the recommendation, the account of the other may have been merged into the one it is today. */
function recordOf(
  { referrals }: LoyaltyState,
  { side, of }: { readonly side: ReferralRecord["side"]; readonly of: LoyaltyState },
): ReferralRecord | undefined {
  const { member, mergedFrom = [] } = of.account!;
  return [member, ...mergedFrom]
    .map((name) => orderedValue(referrals, `${side}:${name}`))
    .find((found) => found !== undefined);
}

/** Why a recommendation cannot be judged: it is not there, or does not stand where it has to. */
export function recordsFault(
  both: ReferralDecision,
  command: JudgeReferral,
  { status }: Pick<ReferralRecord, "status">,
): LoyaltyRefusal | undefined {
  const records = referralRecords(both);
  if (records === undefined) return { code: "unknown", what: "referral", id: command.friend };
  const { occurredAt } = command;
  const sides = [records.referrer, records.friend];
  if (sides.some(({ takenOverAt }) => takenOverAt !== undefined && takenOverAt > occurredAt)) {
    return { code: "not-possible-now", what: "referral", state: "merged-later" };
  }
  const other = sides.find((record) => record.status !== status);
  return other && { code: "not-possible-now", what: "referral", state: other.status };
}
