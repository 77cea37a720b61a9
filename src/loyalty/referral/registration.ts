import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { RegisterReferral } from "./referral-command.js";
import type { ReferralDecision } from "./referral-decision.js";

/** Why a recommendation is not recorded. */
export function registrationFault(
  { referrer, friend }: ReferralDecision,
  command: RegisterReferral,
): LoyaltyRefusal | undefined {
  if (referrer.options.programme.referral === undefined) {
    return { code: "not-offered", what: "referral" };
  }
  const holders = [referrer, friend].map(({ state }) => state.account!.holder);
  if (holders.includes("household")) {
    return { code: "not-possible-now", what: "referral", state: "household" };
  }
  return (
    loopFault({ referrer, friend }, command) ??
    chainFault(referrer.state, command) ??
    friendFault(friend.state, command)
  );
}

/** A loop shows in the chain; one of two shows in the ledgers, too, whatever became of the earlier recommendation. */
function loopFault(
  { referrer, friend }: ReferralDecision,
  command: RegisterReferral,
): LoyaltyRefusal | undefined {
  const { chain } = command;
  const place = chain.indexOf(command.friend);
  const isReversed =
    referrerOf(referrer.state) === command.friend ||
    orderedValue(friend.state.referrals, `referrer:${command.referrer}`) !== undefined;
  if (place < 0 && !isReversed) return undefined;
  const between = chain.slice(0, Math.max(0, place));
  return {
    code: "referral-loop",
    chain: [command.friend, command.referrer, ...between, command.friend],
  };
}

/** A chain that leaves out who recommended the referrer would hide a loop. */
function chainFault(
  referrer: LoyaltyState,
  { chain }: RegisterReferral,
): LoyaltyRefusal | undefined {
  const known = referrerOf(referrer);
  if (known === undefined || chain[0] === known) return undefined;
  const mustBe = `beginning with ${known}, who recommended the referrer`;
  return { code: "invalid-field", field: "chain", mustBe, got: chain.join(", ") };
}

function friendFault(friend: LoyaltyState, command: RegisterReferral): LoyaltyRefusal | undefined {
  const before = recordedReferrer(friend);
  if (before !== undefined) return { code: "already-there", what: "referrer", id: before };
  const named = friend.account!.referredBy;
  if (named !== undefined && named !== command.referrer) {
    return { code: "already-there", what: "referrer", id: named };
  }
  if (friend.orders.length === 0) return undefined;
  return { code: "not-possible-now", what: "friend", state: "ordered-before" };
}

/** Who recommended the programme to a member: as recorded, else as said at enrolment. */
function referrerOf(state: LoyaltyState): string | undefined {
  return recordedReferrer(state) ?? state.account!.referredBy;
}

function recordedReferrer({ referrals }: LoyaltyState): string | undefined {
  for (const [, { side, other }] of orderedEntries(referrals, "friend:")) {
    return side === "friend" ? other : undefined;
  }
  return undefined;
}
