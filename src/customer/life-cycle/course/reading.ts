import { LAST_DAY, dayNumber, textOfDay } from "../../../shared/time/civil.js";
import type { Instant } from "../../../shared/time/instant.js";
import type { PlainDate } from "../../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../../shared/time/time-zone.js";
import type { TimeZone } from "../../../shared/time/time-zone.js";
import type { LifecyclePolicy } from "../policy.js";

/** When and by what rules a course is read. */
export interface Reading {
  readonly asOf: Instant;
  /** The day of `asOf` in the zone, as days since 1970-01-01. */
  readonly day: number;
  readonly zone: TimeZone;
  readonly policy: LifecyclePolicy;
}

/** Reads at a moment. */
export function readingAt(
  asOf: Instant,
  { zone, policy }: { readonly zone: TimeZone; readonly policy: LifecyclePolicy },
): Reading {
  return { asOf, day: dayNumber(plainDateAt(asOf, zone)), zone, policy };
}

/** The day as text. */
export function dateOf(day: number): PlainDate {
  return textOfDay(day) as PlainDate;
}

/** The first day more than so many days after a day; `undefined` beyond the calendar. */
export function dayBeyond(day: number, limitDays: number): PlainDate | undefined {
  const beyond = day + limitDays + 1;
  return beyond > LAST_DAY ? undefined : dateOf(beyond);
}

/**
 * The first moment more than so many days after a day. It is compared as a moment, not as a day: where a clock goes
 * back over midnight, a day comes twice and the limit would be passed, unpassed and passed again.
 */
export function momentBeyond(
  day: number,
  { limitDays, zone }: { readonly limitDays: number; readonly zone: TimeZone },
): Instant | undefined {
  const date = dayBeyond(day, limitDays);
  return date === undefined ? undefined : startOfDay(date, zone);
}

/** Whether more than so many days have passed since a day. */
export function isBeyond(
  day: number,
  limitDays: number,
  { asOf, zone, day: today }: Reading,
): boolean {
  // A day either side of the limit settles all but a few cases without asking the zone.
  if (today < day + limitDays) return false;
  if (today > day + limitDays + 2) return true;
  const moment = momentBeyond(day, { limitDays, zone });
  return moment !== undefined && asOf >= moment;
}
