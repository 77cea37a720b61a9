import { anniversaryInYear } from "../../shared/time/anniversary.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import { addDays, addMonths } from "../../shared/time/date-arithmetic.js";
import type { Period } from "../../shared/time/period.js";
import { datePartsOf, plainDateFromParts } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import type { TierPolicy } from "../programme/tier-policy.js";

/** The days of one member's tiers. */
export interface TierCalendar {
  /** The rules of the tiers. */
  readonly policy: TierPolicy;
  /** The day of enrolment. */
  readonly enrolledOn: PlainDate;
  /** The day an anniversary of 29 February falls on in other years. */
  readonly leapDay: LeapDayPolicy;
  /** The programme's clock. */
  readonly zone: TimeZone;
}

/** A stretch of days, and until when a tier reached in it is held. */
export interface TierSpell {
  /** The days whose qualification counts. */
  readonly counts: Period<PlainDate>;
  /** The first day on which it has to be earned again; absent where it is never lost. */
  readonly heldUntil?: PlainDate;
}

/** The calendar of a member's tiers; undefined where the programme has none or nobody is enrolled. */
export function tierCalendar(
  { account }: Pick<LoyaltyState, "account">,
  { tiers, leapDay, zone }: LoyaltyProgramme,
): TierCalendar | undefined {
  if (tiers === undefined || account === undefined) return undefined;
  return { policy: tiers, enrolledOn: account.enrolledOn, leapDay, zone };
}

/** Whether there are years with a beginning and an end, so that a next one follows. */
export function hasYears({ policy: { period } }: TierCalendar): boolean {
  return period.kind === "calendar-year" || period.kind === "anniversary-year";
}

/**
 * The days that count together with a day. A rolling window of n months runs through the day itself, from the day after
 * the same day n months ago; a lifetime runs from enrolment through the day.
 */
export function periodAround(day: PlainDate, calendar: TierCalendar): Period<PlainDate> {
  const { policy, enrolledOn, leapDay } = calendar;
  switch (policy.period.kind) {
    case "calendar-year": {
      const { year, month } = datePartsOf(day);
      const first = policy.period.startMonth ?? 1;
      const begun = month >= first ? year : year - 1;
      const start = plainDateFromParts({ year: begun, month: first, day: 1 });
      return { start, end: addMonths(start, 12) };
    }
    case "anniversary-year": {
      if (day < enrolledOn) return periodAround(enrolledOn, calendar);
      const { year } = datePartsOf(day);
      const begun = anniversaryInYear(enrolledOn, year, { leapDay }) <= day ? year : year - 1;
      const start = anniversaryInYear(enrolledOn, begun, { leapDay });
      return { start, end: anniversaryInYear(enrolledOn, begun + 1, { leapDay }) };
    }
    case "rolling":
      return { start: addDays(addMonths(day, -policy.period.months), 1), end: addDays(day, 1) };
    case "lifetime":
      return { start: enrolledOn, end: addDays(day, 1) };
  }
}

/**
 * The first day on which a tier that is held from a day on has to be earned again: after the period the day lies in, or
 * the next, and the months of grace. Under a rolling window of n months the period begins with the day itself and lasts
 * n months. Undefined for a lifetime.
 */
export function heldFrom(
  day: PlainDate,
  calendar: TierCalendar,
  keepThrough: TierPolicy["keepThrough"] = calendar.policy.keepThrough,
): PlainDate | undefined {
  const { period, graceMonths = 0 } = calendar.policy;
  if (period.kind === "lifetime") return undefined;
  if (period.kind === "rolling") {
    const periods = keepThrough === "next-period" ? 2 : 1;
    return addMonths(day, periods * period.months + graceMonths);
  }
  const { end } = periodAround(day, calendar);
  const last = keepThrough === "next-period" ? periodAround(end, calendar).end : end;
  return addMonths(last, graceMonths);
}

/** The stretches of days on whose account a tier can be held on a day, the latest first. */
export function spellsOn(day: PlainDate, calendar: TierCalendar): readonly TierSpell[] {
  const { policy, enrolledOn } = calendar;
  const around = periodAround(day, calendar);
  if (!hasYears(calendar)) return [spell(around, heldFrom(day, calendar))];
  const spells: TierSpell[] = [];
  const waits = policy.upgrade === "next-period";
  if (waits && around.start <= enrolledOn) return spells;
  let counts = waits ? periodAround(addDays(around.start, -1), calendar) : around;
  for (;;) {
    const heldUntil = heldFrom(waits ? counts.end : counts.start, calendar)!;
    if (heldUntil <= day || counts.end <= enrolledOn) return spells;
    spells.push(spell(counts, heldUntil));
    if (counts.start <= enrolledOn) return spells;
    counts = periodAround(addDays(counts.start, -1), calendar);
  }
}

/** The stretch of days on whose account a tier was reached that is held since a day. */
export function spellOf(since: PlainDate, calendar: TierCalendar): TierSpell {
  const around = periodAround(since, calendar);
  const waits = hasYears(calendar) && calendar.policy.upgrade === "next-period";
  const counts = waits ? periodAround(addDays(around.start, -1), calendar) : around;
  return spell(counts, heldFrom(since, calendar));
}

function spell(counts: Period<PlainDate>, heldUntil: PlainDate | undefined): TierSpell {
  return { counts, ...(heldUntil !== undefined && { heldUntil }) };
}
