// The years and solar terms of the Chinese calendar as tyme4ts reckons them, each once, and kept. Internal: not part of
// the room's surface, and the only file that knows tyme4ts.
//
// What is kept are pure facts (the same year always gives the same entry), so remembering them cannot be seen from
// outside. It is bounded by the range: 200 years, 4,800 terms.

import { LunarYear, SolarTerm as ReckonedTerm } from "tyme4ts";
import { SOLAR_TERMS } from "../shared/time/lunar-calendar.js";
import type { LunarDate, SolarTerm } from "../shared/time/lunar-calendar.js";

/** The first Chinese year known, and the first Gregorian year whose solar terms are. */
export const FIRST_CHINESE_YEAR = 1901;
/** The last Chinese year known, and the last Gregorian year whose solar terms are. */
export const LAST_CHINESE_YEAR = 2100;

/** A Chinese year: its leap month, and the first day of each of its 12 or 13 months. */
export interface ChineseYear {
  /** The number of the month that the leap month follows. */
  readonly leapMonth: number | undefined;
  /** The first day of each month, and of the next year, as days since 1970-01-01. */
  readonly starts: readonly number[];
}

/** The Julian day of the noon of 1970-01-01. */
const JULIAN_1970 = 2_440_588;

const years = new Map<number, ChineseYear>();
const termDays = new Map<number, number>();

/** The months of a Chinese year within the range. */
export function chineseYear(year: number): ChineseYear {
  const known = years.get(year);
  if (known !== undefined) return known;
  const reckoned = LunarYear.fromYear(year);
  const leapMonth = reckoned.getLeapMonth();
  const starts: number[] = [];
  let end = 0;
  for (const month of reckoned.getMonths()) {
    const start = month.getFirstJulianDay().getDay() - JULIAN_1970;
    starts.push(start);
    end = start + month.getDayCount();
  }
  starts.push(end);
  const created = { leapMonth: leapMonth === 0 ? undefined : leapMonth, starts };
  years.set(year, created);
  return created;
}

/** Which of the months of a Chinese year it is, from 0; `undefined` where the year has no such leap month. */
export function monthIndex(
  { leapMonth }: ChineseYear,
  { month, leapMonth: isLeap }: Pick<LunarDate, "month" | "leapMonth">,
): number | undefined {
  if (isLeap && month !== leapMonth) return undefined;
  const isBehindLeap = leapMonth !== undefined && month > leapMonth;
  return isLeap || isBehindLeap ? month : month - 1;
}

/**
 * The day of a solar term in a Gregorian year within the range, as days since 1970-01-01; `undefined` where there is no
 * such term.
 */
export function solarTermDay(term: SolarTerm, year: number): number | undefined {
  // tyme4ts counts them in the same order, from 1.
  const at = SOLAR_TERMS.indexOf(term);
  if (at < 0) return undefined;
  const key = year * SOLAR_TERMS.length + at;
  const known = termDays.get(key);
  if (known !== undefined) return known;
  // A Julian day begins at noon: its midnight is at half.
  const midnight = ReckonedTerm.fromIndex(year, at + 1)
    .getSolarDay()
    .getJulianDay()
    .getDay();
  const day = midnight + 0.5 - JULIAN_1970;
  termDays.set(key, day);
  return day;
}
