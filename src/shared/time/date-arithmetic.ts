import { utc } from "@date-fns/utc";
import { addDays as addDaysIn } from "date-fns/addDays";
import { addMonths as addMonthsIn } from "date-fns/addMonths";
import { addYears as addYearsIn } from "date-fns/addYears";
import { getISODay } from "date-fns/getISODay";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { startOfMonth as startOfMonthIn } from "date-fns/startOfMonth";
import { DAY_MS, FIRST_DAY, LAST_DAY, dayNumber, textOfDay } from "./civil.js";
import type { PlainDate } from "./plain-date.js";

/** Which weekday, after ISO 8601: 1 is Monday, 7 is Sunday. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Which day is this many days later?
 *
 * @param date - The day to start from.
 * @param days - How many days later, an integer; negative for earlier.
 * @returns The later day.
 * @throws RangeError where the number is not an integer or the result falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { addDays, plainDate } from "goodwill/shared";
 *
 * addDays(plainDate("2026-02-27"), 2); // => "2026-03-01"
 * ```
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return step("days", date, days, () => addDaysIn(midnight(date), days, { in: utc }));
}

/**
 * Which day is this many months later?
 *
 * The same day of the month, or its last day where the month is shorter. Always count from the anchor: one month
 * after 31 January and one more is 28 March, while two months after 31 January is 31 March.
 *
 * @param date - The anchor.
 * @param months - How many months later, an integer; negative for earlier.
 * @returns The later day.
 * @throws RangeError where the number is not an integer or the result falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { addMonths, plainDate } from "goodwill/shared";
 *
 * addMonths(plainDate("2026-01-31"), 1); // => "2026-02-28"
 * addMonths(plainDate("2026-01-31"), 2); // => "2026-03-31"
 * ```
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return step("months", date, months, () => addMonthsIn(midnight(date), months, { in: utc }));
}

/**
 * Which day is this many years later?
 *
 * The same month and day; 29 February becomes 28 February where the year has none. For birthdays and anniversaries,
 * where 1 March may be wanted, use {@link anniversaryInYear}.
 *
 * @param date - The anchor.
 * @param years - How many years later, an integer; negative for earlier.
 * @returns The later day.
 * @throws RangeError where the number is not an integer or the result falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { addYears, plainDate } from "goodwill/shared";
 *
 * addYears(plainDate("2024-02-29"), 1); // => "2025-02-28"
 * ```
 */
export function addYears(date: PlainDate, years: number): PlainDate {
  return step("years", date, years, () => addYearsIn(midnight(date), years, { in: utc }));
}

/**
 * How many days is it from one date to another?
 *
 * @param start - The first date.
 * @param end - The second date.
 * @returns An integer; 0 for the same day, negative where `end` is the earlier.
 * @throws RangeError where a value is no date.
 * @example
 * ```ts
 * import { daysBetween, plainDate } from "goodwill/shared";
 *
 * daysBetween(plainDate("2026-02-27"), plainDate("2026-03-01")); // => 2
 * ```
 */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return dayNumber(end) - dayNumber(start);
}

/**
 * Which weekday is it?
 *
 * @param date - The date.
 * @returns 1 for Monday to 7 for Sunday (ISO 8601).
 * @throws RangeError where the value is no date.
 * @example
 * ```ts
 * import { dayOfWeek, plainDate } from "goodwill/shared";
 *
 * dayOfWeek(plainDate("2026-02-13")); // => 5
 * ```
 */
export function dayOfWeek(date: PlainDate): DayOfWeek {
  return getISODay(midnight(date), { in: utc }) as DayOfWeek;
}

/**
 * What is the first day of this month?
 *
 * @param date - Any day of the month.
 * @returns The first.
 * @throws RangeError where the value is no date.
 * @example
 * ```ts
 * import { plainDate, startOfMonth } from "goodwill/shared";
 *
 * startOfMonth(plainDate("2026-02-13")); // => "2026-02-01"
 * ```
 */
export function startOfMonth(date: PlainDate): PlainDate {
  return textOfDay(+startOfMonthIn(midnight(date), { in: utc }) / DAY_MS) as PlainDate;
}

/**
 * What is the last day of this month?
 *
 * It is a day, and so belongs to the month; for the half-open month use {@link monthPeriod}.
 *
 * @param date - Any day of the month.
 * @returns The 28th to 31st.
 * @throws RangeError where the value is no date.
 * @example
 * ```ts
 * import { endOfMonth, plainDate } from "goodwill/shared";
 *
 * endOfMonth(plainDate("2024-02-13")); // => "2024-02-29"
 * ```
 */
export function endOfMonth(date: PlainDate): PlainDate {
  return textOfDay(+lastDayOfMonth(midnight(date), { in: utc }) / DAY_MS) as PlainDate;
}

/** date-fns reads the process's zone unless given the UTC context, in which a day is a midnight. */
function midnight(date: PlainDate): number {
  return dayNumber(date) * DAY_MS;
}

function step(unit: string, date: PlainDate, count: number, move: () => Date): PlainDate {
  if (!Number.isInteger(count)) {
    throw new RangeError(`Cannot add ${unit}: expected an integer, got ${String(count)}`);
  }
  const day = +move() / DAY_MS;
  // Written so that the NaN of a date beyond what Date holds is refused too.
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) {
    throw new RangeError(
      `Cannot add ${unit}: ${date} and ${String(count)} ${unit} is outside the years 0000 to 9999`,
    );
  }
  return textOfDay(day) as PlainDate;
}
