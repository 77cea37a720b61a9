import { addMonths } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { ChangeClub } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { ClubDefinition, TierPolicy } from "../programme/tier-policy.js";
import { tierPlace } from "./tier-qualification.js";
import { tierStandingAt } from "./tier-standing.js";

/**
 * Invites to a club, joins it or leaves it. A club may ask for an invitation, which is used up by joining, and for a
 * tier, which is looked at on joining only. A membership of so many months ends at the start of the same day of the
 * month then; who is a member cannot join again before that.
 */
export function decideClub(decision: Decision, command: ChangeClub): LoyaltyRefusal | undefined {
  const { state, options } = decision;
  const { programme } = options;
  const { club: id, kind, occurredAt: at } = command;
  const club = programme.clubs?.find((one) => one.id === id);
  if (club === undefined) return { code: "unknown", what: "club", id };
  const isMember = isInClub(state, id, at);
  if (kind === "leave-club") {
    if (!isMember)
      return { code: "not-possible-now", what: "club", state: clubState(state, id, at) };
    record(decision, { kind: "club-changed", club: id, status: "left" });
    return undefined;
  }
  if (isMember) return { code: "already-there", what: "club", id };
  if (kind === "invite-to-club") {
    record(decision, { kind: "club-changed", club: id, status: "invited" });
    return undefined;
  }
  if (club.invitationOnly === true && state.clubs[id]?.status !== "invited") {
    return { code: "not-invited", to: id };
  }
  const tier = tierStandingAt(state, { asOf: at, programme })?.tier;
  const refusal = tierRefusal(club, tier, programme.tiers);
  if (refusal !== undefined) return refusal;
  const today = plainDateAt(at, programme.zone);
  const until = club.months && startOfDay(addMonths(today, club.months), programme.zone);
  record(decision, { kind: "club-changed", club: id, status: "member", ...(until && { until }) });
  return undefined;
}

/** Whether a member is in a club at a moment: joined, not left, and the membership not over. */
export function isInClub(state: LoyaltyState, club: string, asOf: Instant): boolean {
  const standing = state.clubs[club];
  if (standing?.status !== "member") return false;
  return standing.until === undefined || standing.until > asOf;
}

function clubState(state: LoyaltyState, club: string, asOf: Instant): string {
  const status = state.clubs[club]?.status;
  if (status === "member" && !isInClub(state, club, asOf)) return "over";
  return status ?? "none";
}

function tierRefusal(
  { fromTier }: ClubDefinition,
  tier: string | undefined,
  tiers: TierPolicy | undefined,
): LoyaltyRefusal | undefined {
  if (fromTier === undefined || tiers === undefined) return undefined;
  const isEnough = tier !== undefined && tierPlace(tiers, tier) >= tierPlace(tiers, fromTier);
  if (isEnough) return undefined;
  return { code: "tier-too-low", needed: fromTier, ...(tier !== undefined && { tier }) };
}
