import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { Decision } from "../decision/decision.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import type { TierMetric } from "../programme/tier-policy.js";
import { qualifiedAmounts } from "./qualified-amounts.js";
import type { QualifiedAmounts } from "./qualified-amounts.js";
import { recordStanding } from "./record-standing.js";
import { addAmounts, withAmounts } from "./tier-boundary.js";
import { periodAround, spellOf, spellsOn, tierCalendar } from "./tier-calendar.js";
import type { TierCalendar } from "./tier-calendar.js";
import { bestClaim, claimsBeneath, fallenTo } from "./tier-claim.js";
import { excessOf, meetsQualification, tierPlace } from "./tier-qualification.js";
import { amountsThrough, claimOf } from "./tier-walk.js";

/**
 * Takes back a tier that was reached only thanks to what was given back in this decision: the days it was reached by
 * met its requirement before and no longer do. The member goes to the tier still qualified for, or to the standing held
 * before. A tier that was kept since, given by hand, or earned again is not taken back. What was carried over thanks to
 * it is taken off, too.
 */
export function takeBackTier(decision: Decision): void {
  const { state, options, command } = decision;
  const calendar = tierCalendar(state, options.programme);
  const returned = entriesReturned(decision);
  if (calendar === undefined || state.tier === undefined || returned.length === 0) return;
  const at = command.occurredAt;
  const corrections = carriedTooMuch(decision, calendar, returned);
  for (const rollover of corrections) {
    recordStanding(decision, { at, standing: decision.state.tier!, rollover });
  }
  const without = [...returned, ...corrections];
  for (;;) {
    const standing = decision.state.tier!;
    if (!isTakenBack(decision, calendar, without)) return;
    const today = plainDateAt(at, calendar.zone);
    const fall = bestClaim([
      ...claimsBeneath(standing, at, calendar),
      ...spellsOn(today, calendar).map((spell) =>
        claimOf(spell, amountsThrough(decision.state, spell.counts, today), calendar),
      ),
    ]);
    const by = fall.place > 0 ? "qualification" : "landing";
    recordStanding(decision, { at, standing: fallenTo(fall, standing, { at, calendar, by }) });
  }
}

/** What was given back in this decision since a tier was last recorded in it. */
function entriesReturned({ events }: Decision): readonly QualifyingEntry[] {
  const last = events.findLastIndex(({ kind }) => kind === "tier-changed");
  return events
    .slice(last + 1)
    .flatMap(({ qualifying = [] }) => qualifying)
    .filter(({ amounts }) => Object.values(amounts).some((amount) => amount < 0));
}

function isTakenBack(
  { state, command }: Decision,
  calendar: TierCalendar,
  without: readonly QualifyingEntry[],
): boolean {
  const { policy, zone } = calendar;
  const standing = state.tier!;
  const place = tierPlace(policy, standing.tier);
  const reach = policy.tiers[place]?.reach;
  if (reach === undefined || standing.by !== "qualification") return false;
  const { counts, heldUntil } = spellOf(plainDateAt(standing.since, zone), calendar);
  // Held longer than it was when it was reached: it was kept since.
  if (standing.heldUntil !== (heldUntil && startOfDay(heldUntil, zone))) return false;
  const today = plainDateAt(command.occurredAt, zone);
  const left = amountsThrough(state, counts, today);
  const lost = sumWithin(without, counts);
  if (meetsQualification(left, reach) || !meetsQualification(less(left, lost), reach)) return false;
  return spellsOn(today, calendar).every(
    (spell) => claimOf(spell, amountsThrough(state, spell.counts, today), calendar).place < place,
  );
}

/** What was carried from year to year thanks to what was given back, as entries that take it off. */
function carriedTooMuch(
  { state }: Decision,
  calendar: TierCalendar,
  returned: readonly QualifyingEntry[],
): readonly QualifyingEntry[] {
  const { rolledInto } = state.tier!;
  if (rolledInto === undefined || calendar.policy.rollover === undefined) return [];
  const corrections: QualifyingEntry[] = [];
  let { qualifying } = state;
  let year = periodAround(firstDayOf(returned), calendar);
  for (; year.end <= rolledInto; year = periodAround(year.end, calendar)) {
    const left = qualifiedAmounts({ qualifying }, year);
    const lost = sumWithin([...returned, ...corrections], year);
    const now = excessOf(left, calendar.policy);
    const then = excessOf(less(left, lost), calendar.policy);
    const amounts: Partial<Record<TierMetric, number>> = {};
    for (const metric of Object.keys({ ...now, ...then }) as TierMetric[]) {
      const change = (now[metric] ?? 0) - (then[metric] ?? 0);
      if (change < 0) amounts[metric] = change;
    }
    if (Object.keys(amounts).length === 0) continue;
    const correction = { day: year.end, amounts };
    corrections.push(correction);
    qualifying = withAmounts(qualifying, correction);
  }
  return corrections;
}

function firstDayOf(entries: readonly QualifyingEntry[]): PlainDate {
  return entries.reduce((first, { day }) => (day < first ? day : first), entries[0]!.day);
}

function sumWithin(
  entries: readonly QualifyingEntry[],
  { start, end }: Period<PlainDate>,
): QualifiedAmounts {
  return entries
    .filter(({ day }) => start <= day && day < end)
    .reduce((sum, { amounts }) => addAmounts(sum, amounts), NOTHING);
}

function less(amounts: QualifiedAmounts, lost: QualifiedAmounts): QualifiedAmounts {
  return {
    spend: amounts.spend - lost.spend,
    points: amounts.points - lost.points,
    visits: amounts.visits - lost.visits,
    nights: amounts.nights - lost.nights,
  };
}

const NOTHING: QualifiedAmounts = { spend: 0, points: 0, visits: 0, nights: 0 };
