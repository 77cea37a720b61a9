import type { PlainDate } from "./plain-date.js";

/** The 24 solar terms of the Chinese calendar, in the order of a Gregorian year, each by its usual English name. */
export const SOLAR_TERMS = [
  "minor-cold",
  "major-cold",
  "start-of-spring",
  "rain-water",
  "awakening-of-insects",
  "spring-equinox",
  "pure-brightness",
  "grain-rain",
  "start-of-summer",
  "grain-buds",
  "grain-in-ear",
  "summer-solstice",
  "minor-heat",
  "major-heat",
  "start-of-autumn",
  "end-of-heat",
  "white-dew",
  "autumn-equinox",
  "cold-dew",
  "frost-descent",
  "start-of-winter",
  "minor-snow",
  "major-snow",
  "winter-solstice",
] as const;

/** One of the 24 solar terms. */
export type SolarTerm = (typeof SOLAR_TERMS)[number];

/** A day of the Chinese calendar. */
export interface LunarDate {
  /** The year, named by the Gregorian year in which it begins. */
  readonly year: number;
  /** The month, 1 to 12. */
  readonly month: number;
  /** Whether it is the leap month that follows the month of this number. */
  readonly leapMonth: boolean;
  /** The day of the month, 1 to 30. */
  readonly day: number;
}

/**
 * What is done about a lunar day that a year has not: a leap month, or the 30th of a month of 29 days.
 *
 * - `omit`: nothing that year;
 * - `backward`: the same day of the regular month, the 29th;
 * - `forward`: the same day of the following month, the first of it.
 *
 * @remarks `SKIP` of RFC 7529, section 4.1.
 */
export type LunarSkip = "omit" | "backward" | "forward";

/**
 * What a host hands over so that days of the Chinese calendar can be told.
 *
 * `CHINESE_CALENDAR` of `goodwill/calendar-cn` is one. Days are those of the civil calendar in China (UTC+8).
 */
export interface LunarCalendar {
  /** The first Chinese year whose every day is known. */
  readonly firstYear: number;
  /** The last Chinese year whose every day is known. */
  readonly lastYear: number;
  /** The Gregorian day; `undefined` where there is no such day: no such leap month, or a month of 29 days. */
  gregorianDate(date: LunarDate): PlainDate | undefined;
  /** The day of the Chinese calendar. */
  lunarDate(date: PlainDate): LunarDate;
  /** The number of the month that the leap month of a Chinese year follows; `undefined` where it has none. */
  leapMonthOf(year: number): number | undefined;
  /** The day of a solar term in a Gregorian year. */
  solarTermDate(term: SolarTerm, year: number): PlainDate;
}
