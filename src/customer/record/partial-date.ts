import { anniversaryInYear, type AnniversaryOptions } from "../../shared/time/anniversary.js";
import { plainDateFromParts, type PlainDate } from "../../shared/time/plain-date.js";

/**
 * A day of the year in a calendar, with or without its year: a birthday.
 *
 * @remarks After `PartialDate` of RFC 9553 (JSContact, section 2.8.1), with its `calendarScale` as `calendar`.
 */
export interface PartialDate {
  /** The calendar the numbers are counted in. */
  readonly calendar: "gregorian" | "chinese";
  /** The month, 1 to 12. */
  readonly month: number;
  /** The day of the month: 1 to 31 in the Gregorian, 1 to 30 in the Chinese calendar. */
  readonly day: number;
  /** Whether the month is the leap month that follows the month of this number; Chinese calendar only. */
  readonly leapMonth?: boolean;
  /** The year; in the Chinese calendar the Gregorian year in which that Chinese year began. Absent when unknown. */
  readonly year?: number;
}

/** A partial date of the Gregorian calendar, whose days can be told without an adapter. */
export interface GregorianPartialDate extends PartialDate {
  /** The Gregorian calendar. */
  readonly calendar: "gregorian";
}

/**
 * Is this partial date one of the Gregorian calendar?
 *
 * @param date - The partial date.
 * @returns `true` for the Gregorian calendar.
 * @example
 * ```ts
 * import { isGregorianPartialDate } from "goodwill/customer";
 *
 * isGregorianPartialDate({ calendar: "chinese", month: 8, day: 15 }); // => false
 * ```
 */
export function isGregorianPartialDate(date: PartialDate): date is GregorianPartialDate {
  return date.calendar === "gregorian";
}

/**
 * On which day of this year is the birthday?
 *
 * Takes dates of the Gregorian calendar only: the compiler refuses others until {@link isGregorianPartialDate} has said
 * yes, because a Chinese birthday needs a calendar's tables and is never guessed. A birthday without its year has an
 * anniversary in every year.
 *
 * @param date - The birthday, in the Gregorian calendar.
 * @param year - The year, 1 to 9999, not before that of the birthday.
 * @param options - How a 29 February is kept in other years.
 * @returns The day in that year.
 * @throws RangeError when the year is before that of the birthday, beyond 9999 or no integer, or there is no such day.
 * @example
 * ```ts
 * import { birthdayInYear } from "goodwill/customer";
 *
 * birthdayInYear({ calendar: "gregorian", month: 2, day: 29 }, 2026, { leapDay: "mar1" }); // => "2026-03-01"
 * birthdayInYear({ calendar: "gregorian", month: 5, day: 20 }, 2026, { leapDay: "mar1" }); // => "2026-05-20"
 * ```
 */
export function birthdayInYear(
  date: GregorianPartialDate,
  year: number,
  options: AnniversaryOptions,
): PlainDate {
  const { month, day } = date;
  // Year 0 has a 29 February and lies before every year that may be asked about.
  return anniversaryInYear(plainDateFromParts({ year: date.year ?? 0, month, day }), year, options);
}

/**
 * How is this partial date written in one canonical text?
 *
 * Gregorian: `2000-02-29`, or `--02-29` without the year. Chinese: the same behind the word `chinese`, with an `L`
 * behind the number of a leap month. Equal dates have equal texts, so that the text serves as a key; for a greeting
 * the host writes the day in its reader's language.
 *
 * @remarks `--02-29` after RFC 6350 and XML Schema; `L` after RFC 7529.
 * @param date - The partial date.
 * @returns The text.
 * @example
 * ```ts
 * import { partialDateText } from "goodwill/customer";
 *
 * partialDateText({ calendar: "gregorian", month: 2, day: 29 }); // => "--02-29"
 * partialDateText({ calendar: "chinese", month: 6, day: 1, leapMonth: true, year: 1987 }); // => "chinese 1987-06L-01"
 * ```
 */
export function partialDateText({ calendar, month, day, leapMonth, year }: PartialDate): string {
  const start = year === undefined ? "-" : String(year).padStart(4, "0");
  const leap = leapMonth === true ? "L" : "";
  const text = `${start}-${String(month).padStart(2, "0")}${leap}-${String(day).padStart(2, "0")}`;
  return calendar === "gregorian" ? text : `${calendar} ${text}`;
}
