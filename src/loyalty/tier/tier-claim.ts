import { addMonths } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { startOfDay } from "../../shared/time/time-zone.js";
import type { TierStanding } from "../ledger/tier-event.js";
import { hasYears, periodAround } from "./tier-calendar.js";
import type { TierCalendar } from "./tier-calendar.js";
import { tierPlace } from "./tier-qualification.js";

/** A tier a member could hold, and until when. */
export interface TierClaim {
  /** The tier's place in the list, from 0. */
  readonly place: number;
  /** The first moment at which it has to be earned again; absent where it is never lost. */
  readonly heldUntil?: Instant;
  /** The standing it comes from, where it was held before. */
  readonly from?: TierStanding;
}

/** The lower standings that were held when this one began and still last, the highest first. */
export function claimsBeneath(
  standing: TierStanding,
  at: Instant,
  { policy }: TierCalendar,
): readonly TierClaim[] {
  const claims: TierClaim[] = [];
  for (let from = standing.beneath; from !== undefined; from = from.beneath) {
    const place = tierPlace(policy, from.tier);
    const { heldUntil } = from;
    if (place < 0 || (heldUntil !== undefined && heldUntil <= at)) continue;
    claims.push({ place, from, ...(heldUntil !== undefined && { heldUntil }) });
  }
  return claims;
}

/**
 * The soft landing: the next lower tier that can be reached at all, for the period that runs and its grace; under a
 * rolling window for its months from the day. Undefined where the programme has none, and for a lifetime, which has no
 * period that could end it.
 */
export function softLanding(
  standing: TierStanding,
  day: PlainDate,
  calendar: TierCalendar,
): TierClaim | undefined {
  const { landing, tiers, period, graceMonths = 0 } = calendar.policy;
  if (landing !== "one-tier-down" || period.kind === "lifetime") return undefined;
  let place = tierPlace(calendar.policy, standing.tier) - 1;
  while (place > 0 && tiers[place]!.reach === undefined) place -= 1;
  if (place <= 0) return undefined;
  const end = hasYears(calendar)
    ? addMonths(periodAround(day, calendar).end, graceMonths)
    : addMonths(day, (period.kind === "rolling" ? period.months : 0) + graceMonths);
  return { place, heldUntil: startOfDay(end, calendar.zone) };
}

/** The best of some claims: the highest tier, then the one held longest, then the first; the lowest tier when none. */
export function bestClaim(claims: readonly TierClaim[]): TierClaim {
  let best: TierClaim | undefined;
  for (const claim of claims) {
    if (best === undefined || claim.place > best.place) best = claim;
    else if (claim.place === best.place && isHeldLonger(claim, best)) best = claim;
  }
  return best === undefined || best.place <= 0 ? { place: 0 } : best;
}

function isHeldLonger(a: TierClaim, b: TierClaim): boolean {
  if (b.heldUntil === undefined) return false;
  return a.heldUntil === undefined || a.heldUntil > b.heldUntil;
}

/** The standing after a fall to a claim: one held before goes on as it was, its own end and beginning kept. */
export function fallenTo(
  claim: TierClaim,
  standing: TierStanding,
  { at, calendar, by }: { at: Instant; calendar: TierCalendar; by: "landing" | "qualification" },
): TierStanding {
  const { rolledInto } = standing;
  const rolled = rolledInto !== undefined && { rolledInto };
  if (claim.from !== undefined) return { ...claim.from, ...rolled };
  const { place, heldUntil } = claim;
  const beneath = claimsBeneath(standing, at, calendar).find((lower) => lower.place < place)?.from;
  return {
    tier: calendar.policy.tiers[place]!.id,
    since: at,
    by,
    ...(heldUntil !== undefined && { heldUntil }),
    ...(beneath !== undefined && { beneath }),
    ...rolled,
  };
}
