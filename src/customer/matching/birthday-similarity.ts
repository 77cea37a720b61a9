import type { PartialDate } from "../record/partial-date.js";

/**
 * How well two birthdays agree: 1 the same, 0.8 the same as far as known (a year is missing), 0.6 all but one of day,
 * month and year the same, or day and month changed places; 0 otherwise. Nothing for two calendars, which this library
 * does not compare.
 *
 * @internal
 */
export function birthdaySimilarity(a: PartialDate, b: PartialDate): number | undefined {
  if (a.calendar !== b.calendar) return undefined;
  const isSameDay = a.day === b.day;
  const isSameMonth = a.month === b.month && (a.leapMonth ?? false) === (b.leapMonth ?? false);
  if (a.year === undefined || b.year === undefined) return isSameDay && isSameMonth ? 0.8 : 0;
  const isSameYear = a.year === b.year;
  const same = Number(isSameDay) + Number(isSameMonth) + Number(isSameYear);
  if (same === 3) return 1;
  const isSwapped = isSameYear && a.day === b.month && a.month === b.day;
  return same === 2 || isSwapped ? 0.6 : 0;
}

/** From here on, two birthdays can be those of one person without a slip of the pen. */
export const COMPATIBLE_BIRTHDAYS = 0.8;
