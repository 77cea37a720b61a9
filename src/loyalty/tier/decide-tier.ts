import { addDays } from "../../shared/time/date-arithmetic.js";
import { isPlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { Decision } from "../decision/decision.js";
import type { GiveTier } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { TierStanding } from "../ledger/tier-event.js";
import { recordStanding } from "./record-standing.js";
import { heldFrom, tierCalendar } from "./tier-calendar.js";
import { tierPlace } from "./tier-qualification.js";
import { recordedStanding, risenFrom } from "./tier-walk.js";

const GIVEN_BY = {
  "award-tier": "award",
  "match-tier": "match",
  "invite-to-tier": "invitation",
} as const;

/**
 * Gives a tier by hand, for a status elsewhere, or by invitation: through the day named, or as long as if it had been
 * reached. It never lowers a tier or shortens one: the same tier is only given for longer. At its end it is kept by
 * what keeps it, or lost, like any other.
 */
export function decideTier(decision: Decision, command: GiveTier): LoyaltyRefusal | undefined {
  const { state, options } = decision;
  const { tier, through, occurredAt: at } = command;
  const calendar = tierCalendar(state, options.programme);
  const standing = recordedStanding(state, options.programme);
  if (calendar === undefined || standing === undefined)
    return { code: "not-offered", what: "tiers" };
  const place = tierPlace(calendar.policy, tier);
  if (place < 0) return { code: "unknown", what: "tier", id: tier };
  const today = plainDateAt(at, calendar.zone);
  if (through !== undefined && (!isPlainDate(through) || through < today)) {
    const got = String(through);
    return { code: "invalid-field", field: "through", mustBe: `a day from ${today} on`, got };
  }
  const end = through === undefined ? heldFrom(today, calendar) : addDays(through, 1);
  const heldUntil = end && startOfDay(end, calendar.zone);
  const held = tierPlace(calendar.policy, standing.tier);
  const isLonger =
    place === held && standing.heldUntil !== undefined && isAfter(heldUntil, standing.heldUntil);
  if (place < held || (place === held && !isLonger)) {
    return { code: "not-possible-now", what: "tier", state: standing.tier };
  }
  const given: TierStanding = {
    tier,
    since: place === held ? standing.since : at,
    by: GIVEN_BY[command.kind],
    ...(heldUntil !== undefined && { heldUntil }),
  };
  recordStanding(decision, { at, standing: risenFrom(standing, given, calendar) });
  return undefined;
}

function isAfter(end: TierStanding["heldUntil"], other: string): boolean {
  return end === undefined || end > other;
}
