import { addDays, addMonths, dayOfWeek, startOfMonth } from "./date-arithmetic.js";
import type { Instant } from "./instant.js";
import { period } from "./period.js";
import type { Period } from "./period.js";
import { datePartsOf } from "./plain-date.js";
import type { PlainDate } from "./plain-date.js";
import { startOfDay } from "./time-zone.js";
import type { TimeZone } from "./time-zone.js";

/**
 * Which period runs through these days, the last included?
 *
 * @param first - The first day.
 * @param last - The last day that still belongs. The day before `first` gives an empty period.
 * @returns The half-open period, ending on the day after `last`.
 * @throws RangeError where `last` is more than a day before `first`, or is 9999-12-31.
 * @example
 * ```ts
 * import { periodThrough, plainDate } from "goodwill/shared";
 *
 * periodThrough(plainDate("2026-02-01"), plainDate("2026-02-28")); // => { start: "2026-02-01", end: "2026-03-01" }
 * ```
 */
export function periodThrough(first: PlainDate, last: PlainDate): Period<PlainDate> {
  return period(first, addDays(last, 1));
}

/**
 * Which stretch of the time line do these days take in this zone?
 *
 * @param days - A period of plain dates.
 * @param zone - The zone whose days they are.
 * @returns The period from the start of its first day to the start of its end, see {@link startOfDay}.
 * @throws RangeError where the zone is not known or a bound falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { monthPeriod, periodInZone, plainDate, timeZone } from "goodwill/shared";
 *
 * const february = periodInZone(monthPeriod(plainDate("2026-02-13")), timeZone("Asia/Shanghai"));
 * february; // => { start: "2026-01-31T16:00:00.000Z", end: "2026-02-28T16:00:00.000Z" }
 * ```
 */
export function periodInZone(days: Period<PlainDate>, zone: TimeZone): Period<Instant> {
  return period(startOfDay(days.start, zone), startOfDay(days.end, zone));
}

/**
 * Which week does this date belong to?
 *
 * @param date - Any day of the week.
 * @returns Monday (ISO 8601) to the next Monday, exclusive.
 * @throws RangeError where the week leaves the years 0000 to 9999.
 * @example
 * ```ts
 * import { plainDate, weekPeriod } from "goodwill/shared";
 *
 * weekPeriod(plainDate("2026-02-13")); // => { start: "2026-02-09", end: "2026-02-16" }
 * ```
 */
export function weekPeriod(date: PlainDate): Period<PlainDate> {
  const start = addDays(date, 1 - dayOfWeek(date));
  return { start, end: addDays(start, 7) };
}

/**
 * Which calendar month does this date belong to?
 *
 * @param date - Any day of the month.
 * @returns The first of the month to the first of the next, exclusive.
 * @throws RangeError where the month ends outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { monthPeriod, plainDate } from "goodwill/shared";
 *
 * monthPeriod(plainDate("2026-02-13")); // => { start: "2026-02-01", end: "2026-03-01" }
 * ```
 */
export function monthPeriod(date: PlainDate): Period<PlainDate> {
  return monthsFrom(startOfMonth(date), 1);
}

/**
 * Which calendar quarter does this date belong to?
 *
 * @param date - Any day of the quarter.
 * @returns The first of January, April, July or October to the first of the next quarter, exclusive.
 * @throws RangeError where the quarter ends outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { plainDate, quarterPeriod } from "goodwill/shared";
 *
 * quarterPeriod(plainDate("2026-02-13")); // => { start: "2026-01-01", end: "2026-04-01" }
 * ```
 */
export function quarterPeriod(date: PlainDate): Period<PlainDate> {
  const intoQuarter = (datePartsOf(date).month - 1) % 3;
  return monthsFrom(addMonths(startOfMonth(date), -intoQuarter), 3);
}

/**
 * Which calendar year does this date belong to?
 *
 * @param date - Any day of the year.
 * @returns 1 January to the next 1 January, exclusive.
 * @throws RangeError where the year ends outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { plainDate, yearPeriod } from "goodwill/shared";
 *
 * yearPeriod(plainDate("2026-02-13")); // => { start: "2026-01-01", end: "2027-01-01" }
 * ```
 */
export function yearPeriod(date: PlainDate): Period<PlainDate> {
  return monthsFrom(addMonths(startOfMonth(date), 1 - datePartsOf(date).month), 12);
}

function monthsFrom(start: PlainDate, months: number): Period<PlainDate> {
  return { start, end: addMonths(start, months) };
}
