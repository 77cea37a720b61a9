import { textOfDay } from "../shared/time/civil.js";
import type { SolarTerm } from "../shared/time/lunar-calendar.js";
import type { PlainDate } from "../shared/time/plain-date.js";
import { solarTermDay } from "./lunar-year.js";
import { requireChineseYear } from "./require-chinese-year.js";

/**
 * On which day does a solar term begin?
 *
 * Every term begins once in a Gregorian year, on the day on which the sun reaches it by the clock of China (UTC+8).
 *
 * @param term - The term.
 * @param year - The Gregorian year, 1901 to 2100.
 * @returns The day in China.
 * @throws RangeError for a year out of range, or a term that is none.
 * @example
 * ```ts
 * import { solarTermDate } from "goodwill/calendar-cn";
 *
 * solarTermDate("cold-dew", 2026); // => "2026-10-08"
 * solarTermDate("frost-descent", 2026); // => "2026-10-23"
 * ```
 */
export function solarTermDate(term: SolarTerm, year: number): PlainDate {
  requireChineseYear("date a solar term", year);
  const day = solarTermDay(term, year);
  if (day !== undefined) return textOfDay(day) as PlainDate;
  throw new RangeError(
    `Cannot date a solar term: expected one of the 24, such as "cold-dew", got ${JSON.stringify(term)}`,
  );
}
