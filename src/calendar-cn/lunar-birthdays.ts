import { dayNumber, textOfDay } from "../shared/time/civil.js";
import type { LunarSkip } from "../shared/time/lunar-calendar.js";
import { lunarFalls } from "../shared/time/lunar-fall.js";
import { period } from "../shared/time/period.js";
import type { Period } from "../shared/time/period.js";
import type { PlainDate } from "../shared/time/plain-date.js";
import { CHINESE_CALENDAR } from "./chinese-calendar.js";
import { CHINESE_MONTHS } from "./chinese-months.js";
import type { ChinesePartialDate } from "./chinese-partial-date.js";
import { requireChineseDay } from "./require-chinese-day.js";

/** Which lunar birthdays are asked for, and what is done about a day that a year has not. */
export interface LunarBirthdayOptions {
  /** The Gregorian days looked at. */
  readonly period: Period<PlainDate>;
  /** What is done in a Chinese year without the leap month or without the 30th day; `backward` when absent. */
  readonly skip?: LunarSkip;
}

/** A lunar birthday on its day. */
export interface LunarBirthday {
  /** The day in China. */
  readonly date: PlainDate;
  /** The Chinese year it belongs to, named by the Gregorian year in which that begins. */
  readonly year: number;
  /** Whether that year has not the day itself, so that another was taken. */
  readonly moved: boolean;
}

/**
 * On which days of a period is this lunar birthday?
 *
 * Goes by Chinese years, each of which has one birthday (with `omit`, at most one). A Gregorian year may hold none or
 * two, because the Chinese year begins between 21 January and 21 February: so it is with birthdays late in the Chinese
 * year. A birthday in a regular month is never kept in the leap month of the same number. The day of birth itself is no
 * birthday: where the year of birth is known, the first is in the Chinese year after it.
 *
 * @remarks After `SKIP` of RFC 7529, section 4.1: first the month, then the day.
 * @param birthday - The birthday in the Chinese calendar.
 * @param options - The period, and what is done about a day that a year has not.
 * @returns The birthdays, earliest first.
 * @throws RangeError where there is no such month or day in any Chinese year, the period goes beyond the Chinese years
 *   1901 to 2100, or its end is before its start.
 * @example
 * ```ts
 * import { lunarBirthdays } from "goodwill/calendar-cn";
 * import { period, plainDate } from "goodwill/shared";
 *
 * const birthday = { calendar: "chinese", month: 12, day: 1 } as const;
 * const in2027 = period(plainDate("2027-01-01"), plainDate("2028-01-01"));
 * lunarBirthdays(birthday, { period: in2027 }).map(({ date }) => date); // => ["2027-01-08", "2027-12-28"]
 * ```
 */
export function lunarBirthdays(
  birthday: ChinesePartialDate,
  options: LunarBirthdayOptions,
): readonly LunarBirthday[] {
  const { skip = "backward" } = options;
  const { month, day, leapMonth = false, year: born } = birthday;
  requireChineseDay({ month, day });
  const { start, end } = period(options.period.start, options.period.end);
  if (start === end) return [];
  const span = { from: dayNumber(start), to: dayNumber(end) };
  requireChineseDate(start);
  requireChineseDate(textOfDay(span.to - 1) as PlainDate);
  const inYear = (year: number): boolean => born === undefined || year > born;
  const { falls } = lunarFalls({ month, day, leapMonth, skip, inYear }, span, CHINESE_MONTHS);
  return falls.map((fall) => ({
    date: textOfDay(fall.day) as PlainDate,
    year: fall.year,
    moved: fall.moved,
  }));
}

function requireChineseDate(date: PlainDate): void {
  CHINESE_CALENDAR.lunarDate(date);
}
