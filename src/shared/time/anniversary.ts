import { isLeapYear } from "./civil.js";
import { datePartsOf, plainDateFromParts } from "./plain-date.js";
import type { PlainDate } from "./plain-date.js";

/**
 * When is the anniversary of a 29 February in a year that has none: on 28 February (`feb28`) or on 1 March (`mar1`)?
 *
 * Laws differ: 28 February in New Zealand and Taiwan, 1 March in England and Hong Kong. So there is no default.
 */
export type LeapDayPolicy = "feb28" | "mar1";

/**
 * How anniversaries of a 29 February are kept.
 */
export interface AnniversaryOptions {
  /** The day kept in a year without a 29 February. */
  readonly leapDay: LeapDayPolicy;
}

/**
 * As of which day, and how anniversaries of a 29 February are kept.
 */
export interface AnniversaryAsOfOptions extends AnniversaryOptions {
  /** The day asked about, on the calendar of whoever celebrates. Take it with `plainDateAt`. */
  readonly asOf: PlainDate;
}

/**
 * On which day of this year is the anniversary?
 *
 * Every year from the first on has exactly one, also for a 29 February.
 *
 * @param date - The birthday, or the day it all began.
 * @param year - The year, not before that of `date`. In the year of `date` it is `date` itself.
 * @param options - The 29 February policy.
 * @returns The anniversary, always in `year`.
 * @throws RangeError where the year is before that of `date`, beyond 9999 or not an integer.
 * @example
 * ```ts
 * import { anniversaryInYear, plainDate } from "goodwill/shared";
 *
 * anniversaryInYear(plainDate("2000-02-29"), 2026, { leapDay: "feb28" }); // => "2026-02-28"
 * anniversaryInYear(plainDate("2000-02-29"), 2026, { leapDay: "mar1" }); // => "2026-03-01"
 * anniversaryInYear(plainDate("2000-02-29"), 2028, { leapDay: "mar1" }); // => "2028-02-29"
 * ```
 */
export function anniversaryInYear(
  date: PlainDate,
  year: number,
  options: AnniversaryOptions,
): PlainDate {
  const first = datePartsOf(date);
  if (!Number.isInteger(year) || year < first.year || year > 9999) {
    throw new RangeError(
      `Cannot find an anniversary: the year must be an integer from ${String(first.year)} to 9999, got ${String(year)}`,
    );
  }
  if (first.month !== 2 || first.day !== 29 || isLeapYear(year)) {
    return plainDateFromParts({ ...first, year });
  }
  return plainDateFromParts(
    options.leapDay === "feb28" ? { year, month: 2, day: 28 } : { year, month: 3, day: 1 },
  );
}

/**
 * When is the anniversary next?
 *
 * An anniversary that falls on `asOf` is the next one; so is `date` itself where `asOf` is on or before it.
 *
 * @param date - The birthday, or the day it all began.
 * @param options - The day asked about and the 29 February policy.
 * @returns The first anniversary on or after `asOf`.
 * @throws RangeError where it would fall beyond the year 9999.
 * @example
 * ```ts
 * import { nextAnniversary, plainDate } from "goodwill/shared";
 *
 * const birthday = plainDate("1990-05-20");
 * nextAnniversary(birthday, { asOf: plainDate("2026-05-20"), leapDay: "feb28" }); // => "2026-05-20"
 * nextAnniversary(birthday, { asOf: plainDate("2026-05-21"), leapDay: "feb28" }); // => "2027-05-20"
 * ```
 */
export function nextAnniversary(date: PlainDate, options: AnniversaryAsOfOptions): PlainDate {
  if (options.asOf <= date) return date;
  const { year } = datePartsOf(options.asOf);
  const thisYear = anniversaryInYear(date, year, options);
  return thisYear >= options.asOf ? thisYear : anniversaryInYear(date, year + 1, options);
}

/**
 * How old is this person (or this membership) on that day?
 *
 * The number of anniversaries passed, one that falls on `asOf` included. Someone born on 29 February turns a year
 * older on the day the policy names.
 *
 * @param birthday - The first day.
 * @param options - The day asked about and the 29 February policy.
 * @returns Completed years, 0 or more.
 * @throws RangeError where `asOf` is before the birthday.
 * @example
 * ```ts
 * import { ageInYears, plainDate } from "goodwill/shared";
 *
 * const birthday = plainDate("2008-02-29");
 * ageInYears(birthday, { asOf: plainDate("2026-02-28"), leapDay: "feb28" }); // => 18
 * ageInYears(birthday, { asOf: plainDate("2026-02-28"), leapDay: "mar1" }); // => 17
 * ```
 */
export function ageInYears(birthday: PlainDate, options: AnniversaryAsOfOptions): number {
  const first = datePartsOf(birthday).year;
  const { year } = datePartsOf(options.asOf);
  if (options.asOf < birthday) {
    throw new RangeError(`Cannot tell an age: ${options.asOf} is before the birthday ${birthday}`);
  }
  const hadThisYear = anniversaryInYear(birthday, year, options) <= options.asOf;
  return year - first - (hadThisYear ? 0 : 1);
}
