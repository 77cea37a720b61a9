import { textOfDay } from "../shared/time/civil.js";
import type { SolarTerm } from "../shared/time/lunar-calendar.js";
import type { PlainDate } from "../shared/time/plain-date.js";
import { CHINESE_CALENDAR } from "./chinese-calendar.js";
import { chineseYear } from "./lunar-year.js";
import { requireChineseYear } from "./require-chinese-year.js";
import { solarTermDate } from "./solar-term-date.js";

/**
 * A festival of the Chinese calendar, in the order of a Chinese year.
 *
 * - `spring-festival`: month 1, day 1; `lantern`: 1-15; `dragon-head`: 2-2;
 * - `qingming`: the solar term `pure-brightness`, a day of remembrance;
 * - `buddhas-birthday`: 4-8; `dragon-boat`: 5-5; `qixi`: 7-7;
 * - `ghost`: 7-15, a day of remembrance; `mid-autumn`: 8-15; `double-ninth`: 9-9;
 * - `winter-solstice`: the solar term of this name; `laba`: 12-8;
 * - `little-new-year`: 12-23, as kept in the north; in the south it is a day later;
 * - `new-year-eve`: the last day of the Chinese year, the 29th or 30th of month 12.
 */
export type ChineseFestival =
  | "spring-festival"
  | "lantern"
  | "dragon-head"
  | "qingming"
  | "buddhas-birthday"
  | "dragon-boat"
  | "qixi"
  | "ghost"
  | "mid-autumn"
  | "double-ninth"
  | "winter-solstice"
  | "laba"
  | "little-new-year"
  | "new-year-eve";

/** Month and day, a solar term, or the last day of the year. */
const FESTIVALS: Readonly<
  Record<ChineseFestival, readonly [number, number] | SolarTerm | "last-day">
> = {
  "spring-festival": [1, 1],
  lantern: [1, 15],
  "dragon-head": [2, 2],
  qingming: "pure-brightness",
  "buddhas-birthday": [4, 8],
  "dragon-boat": [5, 5],
  qixi: [7, 7],
  ghost: [7, 15],
  "mid-autumn": [8, 15],
  "double-ninth": [9, 9],
  "winter-solstice": "winter-solstice",
  laba: [12, 8],
  "little-new-year": [12, 23],
  "new-year-eve": "last-day",
};

/**
 * On which day is a festival of a Chinese year?
 *
 * The year is named by the Gregorian year in which it begins, so that its last festivals fall in the next Gregorian
 * year: `laba` of 2024 is in January 2025. Festivals are kept in the regular month, never in the leap month of the same
 * number. The days off are another matter: they are announced year by year, see `HolidayList` of
 * `goodwill/shared`.
 *
 * @param festival - The festival.
 * @param year - The Chinese year, 1901 to 2100.
 * @returns The day in China.
 * @throws RangeError for a year out of range, or a festival that is none.
 * @example
 * ```ts
 * import { chineseFestivalDate } from "goodwill/calendar-cn";
 *
 * chineseFestivalDate("mid-autumn", 2026); // => "2026-09-25"
 * chineseFestivalDate("new-year-eve", 2026); // => "2027-02-05"
 * ```
 */
export function chineseFestivalDate(festival: ChineseFestival, year: number): PlainDate {
  requireChineseYear("date a festival", year);
  if (!Object.hasOwn(FESTIVALS, festival)) {
    throw new RangeError(
      `Cannot date a festival: expected one such as "mid-autumn", got ${JSON.stringify(festival)}`,
    );
  }
  const rule = FESTIVALS[festival];
  if (rule === "last-day")
    return textOfDay((chineseYear(year).starts.at(-1) ?? 0) - 1) as PlainDate;
  if (typeof rule === "string") return solarTermDate(rule, year);
  const [month, day] = rule;
  return CHINESE_CALENDAR.gregorianDate({ year, month, leapMonth: false, day }) as PlainDate;
}
