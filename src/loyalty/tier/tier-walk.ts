import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierStanding } from "../ledger/tier-event.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { qualifiedAmounts } from "./qualified-amounts.js";
import type { QualifiedAmounts } from "./qualified-amounts.js";
import { spellsOn, tierCalendar } from "./tier-calendar.js";
import type { TierCalendar, TierSpell } from "./tier-calendar.js";
import { bestClaim } from "./tier-claim.js";
import type { TierClaim } from "./tier-claim.js";
import type { TierOptions } from "./tier-options.js";
import { reachedTier, tierPlace } from "./tier-qualification.js";

/** One change of a standing, at the moment it took effect. */
export interface TierStep {
  /** When. */
  readonly at: Instant;
  /** The standing from then on. */
  readonly standing: TierStanding;
  /** What was carried into the period that begins then. */
  readonly rollover?: QualifyingEntry;
}

/** A standing on its way through the boundaries. */
export interface TierWalk {
  /** The member's days. */
  readonly calendar: TierCalendar;
  /** Where the way ends. */
  readonly asOf: Instant;
  /** The day of that. */
  readonly today: PlainDate;
  /** The last event, or `asOf` where that is earlier; absent where there was none. */
  readonly last?: Instant;
  /** The standing so far. */
  readonly standing: TierStanding;
  /** What counts by day, with what has been carried over so far. */
  readonly qualifying: LoyaltyState["qualifying"];
}

/** The standing recorded last; the lowest tier since enrolment where none was; undefined without tiers or account. */
export function recordedStanding(
  { account, tier }: LoyaltyState,
  { tiers }: LoyaltyProgramme,
): TierStanding | undefined {
  if (tiers === undefined || account === undefined) return undefined;
  return tier ?? { tier: tiers.tiers[0]!.id, since: account.enrolledAt, by: "enrolment" };
}

/** The beginning of the way; undefined without tiers, without account, or where the standing began after `asOf`. */
export function beginWalk(
  state: LoyaltyState,
  { asOf, programme }: TierOptions,
): TierWalk | undefined {
  const calendar = tierCalendar(state, programme);
  const standing = recordedStanding(state, programme);
  if (calendar === undefined || standing === undefined || standing.since > asOf) return undefined;
  const { lastAt, qualifying } = state;
  const last = lastAt !== undefined && lastAt > asOf ? asOf : lastAt;
  const today = plainDateAt(asOf, calendar.zone);
  return { calendar, asOf, today, standing, qualifying, ...(last !== undefined && { last }) };
}

/** How much counts in a stretch of days, as of the end of a day. */
export function amountsThrough(
  { qualifying }: Pick<LoyaltyState, "qualifying">,
  { start, end }: Period<PlainDate>,
  day: PlainDate,
): QualifiedAmounts {
  const tomorrow = addDays(day, 1);
  return qualifiedAmounts({ qualifying }, { start, end: end < tomorrow ? end : tomorrow });
}

/** The best tier earned by what was done through a day, on account of any stretch of days that still holds then. */
export function earnedThrough(
  { calendar, qualifying }: Pick<TierWalk, "calendar" | "qualifying">,
  day: PlainDate,
): TierClaim {
  return bestClaim(
    spellsOn(day, calendar).map((spell) =>
      claimOf(spell, amountsThrough({ qualifying }, spell.counts, day), calendar),
    ),
  );
}

/** The tier that amounts reach in a stretch of days, and until when it is held. */
export function claimOf(
  { heldUntil }: TierSpell,
  amounts: QualifiedAmounts,
  { policy, zone }: TierCalendar,
): TierClaim {
  const until = heldUntil && startOfDay(heldUntil, zone);
  return { place: reachedTier(amounts, policy), ...(until !== undefined && { heldUntil: until }) };
}

/** A higher standing: what was held before is kept beneath it, unless that was the lowest tier or is over. */
export function risenFrom(
  standing: TierStanding,
  above: TierStanding,
  { policy }: TierCalendar,
): TierStanding {
  const { heldUntil, rolledInto } = standing;
  const lasts = heldUntil === undefined || heldUntil > above.since;
  const isLower = tierPlace(policy, standing.tier) > 0 && standing.tier !== above.tier;
  const beneath = lasts && isLower ? standing : standing.beneath;
  return {
    ...above,
    ...(beneath !== undefined && { beneath }),
    ...(rolledInto !== undefined && { rolledInto }),
  };
}

/** The standing a claim was raised to by qualification. */
export function raisedTo(
  { calendar, standing }: Pick<TierWalk, "calendar" | "standing">,
  { place, heldUntil }: TierClaim,
  since: Instant,
): TierStanding {
  const { id } = calendar.policy.tiers[place]!;
  const until = heldUntil !== undefined && { heldUntil };
  return risenFrom(standing, { tier: id, since, by: "qualification", ...until }, calendar);
}
