import { orderedValue } from "../../shared/ordered-map.js";
import { withEntry } from "../../shared/ordered-map-change.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import { qualifiedAmounts } from "./qualified-amounts.js";
import type { QualifiedAmounts } from "./qualified-amounts.js";
import { hasYears, periodAround, spellsOn } from "./tier-calendar.js";
import { bestClaim, claimsBeneath, fallenTo, softLanding } from "./tier-claim.js";
import type { TierClaim } from "./tier-claim.js";
import { excessOf, meetsQualification, tierPlace } from "./tier-qualification.js";
import { amountsThrough, claimOf, raisedTo } from "./tier-walk.js";
import type { TierStep, TierWalk } from "./tier-walk.js";

/** A moment at which a standing may change by itself. */
export interface TierBoundary {
  /** Its day. */
  readonly day: PlainDate;
  /** The moment. */
  readonly at: Instant;
}

/** The start of the programme's next year after a day, or the end of the standing: the earlier, once it has come. */
export function nextBoundary(
  { calendar, asOf, standing }: TierWalk,
  after: PlainDate,
): TierBoundary | undefined {
  const { zone } = calendar;
  const { heldUntil } = standing;
  const year = hasYears(calendar) ? periodAround(after, calendar).end : undefined;
  const ends: TierBoundary[] = [];
  if (heldUntil !== undefined) ends.push({ day: plainDateAt(heldUntil, zone), at: heldUntil });
  if (year !== undefined) ends.push({ day: year, at: startOfDay(year, zone) });
  const come = ends.filter(({ at }) => at <= asOf);
  return come.length === 2 && come[1]!.at < come[0]!.at ? come[1] : come[0];
}

/**
 * What happens at a boundary, on what was done before it: the excess of the year that ends is carried into the next,
 * then a higher tier begins, or, at the end of the standing, the tier is kept or lost.
 */
export function passBoundary(
  walk: TierWalk,
  { day, at }: TierBoundary,
): Pick<TierWalk, "qualifying"> & { readonly step?: TierStep } {
  const { calendar } = walk;
  const { policy } = calendar;
  const rollover = carriedInto(walk, day);
  const qualifying = rollover ? withAmounts(walk.qualifying, rollover) : walk.qualifying;
  const standing = rollover ? { ...walk.standing, rolledInto: day } : walk.standing;
  const claims = earnedBefore(walk, day, rollover);
  const held = tierPlace(policy, standing.tier);
  const best = bestClaim(claims);
  const stepTo = (next: TierStep["standing"]) => ({
    qualifying,
    step: { at, standing: next, ...(rollover && { rollover }) },
  });
  if (best.place > held) return stepTo(raisedTo({ calendar, standing }, best, at));
  if (standing.heldUntil === undefined || standing.heldUntil > at) {
    return rollover ? stepTo(standing) : { qualifying };
  }
  const { keep, reach } = policy.tiers[held] ?? {};
  const asked = keep ?? reach;
  const kept = claims.find(
    ({ place, amounts }) =>
      (held > 0 && place >= held) || (asked !== undefined && meetsQualification(amounts, asked)),
  );
  if (kept !== undefined) {
    const { heldUntil } = kept;
    const { tier, since, beneath, rolledInto } = standing;
    return stepTo({
      tier,
      since,
      by: "qualification",
      ...(heldUntil !== undefined && { heldUntil }),
      ...(beneath !== undefined && { beneath }),
      ...(rolledInto !== undefined && { rolledInto }),
    });
  }
  const soft = softLanding(standing, day, calendar);
  const fall = bestClaim([
    ...claimsBeneath(standing, at, calendar),
    ...claims,
    ...(soft === undefined ? [] : [soft]),
  ]);
  return stepTo(fallenTo(fall, standing, { at, calendar, by: "landing" }));
}

/** The tiers earned before a day by each stretch of days that holds on it, with what is carried into that day. */
function earnedBefore(
  { calendar, qualifying }: TierWalk,
  day: PlainDate,
  rollover: QualifyingEntry | undefined,
): (TierClaim & { readonly amounts: QualifiedAmounts })[] {
  const before = addDays(day, -1);
  return spellsOn(day, calendar).map((spell) => {
    const { start, end } = spell.counts;
    const done = amountsThrough({ qualifying }, spell.counts, before);
    const isCarried = rollover !== undefined && start <= day && day < end;
    const amounts = isCarried ? addAmounts(done, rollover.amounts) : done;
    return { ...claimOf(spell, amounts, calendar), amounts };
  });
}

/** What exceeds the tier reached in the year before a day, if a year begins with it and it was not carried yet. */
function carriedInto(
  { calendar, qualifying, standing }: TierWalk,
  day: PlainDate,
): QualifyingEntry | undefined {
  const { policy } = calendar;
  if (policy.rollover === undefined || !hasYears(calendar)) return undefined;
  if (periodAround(day, calendar).start !== day) return undefined;
  if (standing.rolledInto !== undefined && standing.rolledInto >= day) return undefined;
  const year = periodAround(addDays(day, -1), calendar);
  const amounts = excessOf(qualifiedAmounts({ qualifying }, year), policy);
  return Object.keys(amounts).length > 0 ? { day, amounts } : undefined;
}

/** Amounts and what is added to them. */
export function addAmounts(
  amounts: QualifiedAmounts,
  added: QualifyingEntry["amounts"],
): QualifiedAmounts {
  return {
    spend: amounts.spend + (added.spend ?? 0),
    points: amounts.points + (added.points ?? 0),
    visits: amounts.visits + (added.visits ?? 0),
    nights: amounts.nights + (added.nights ?? 0),
  };
}

/** What counts by day, with an entry added. */
export function withAmounts(
  qualifying: TierWalk["qualifying"],
  { day, amounts }: QualifyingEntry,
): TierWalk["qualifying"] {
  const before = { spend: 0, points: 0, visits: 0, nights: 0, ...orderedValue(qualifying, day) };
  return withEntry(qualifying, day, addAmounts(before, amounts));
}
