import { dayNumber, textOfDay } from "../shared/time/civil.js";
import type { LunarCalendar, LunarDate } from "../shared/time/lunar-calendar.js";
import type { PlainDate } from "../shared/time/plain-date.js";
import { FIRST_CHINESE_YEAR, LAST_CHINESE_YEAR, chineseYear, monthIndex } from "./lunar-year.js";
import { requireChineseDay } from "./require-chinese-day.js";
import { requireChineseYear } from "./require-chinese-year.js";
import { solarTermDate } from "./solar-term-date.js";

/**
 * The Chinese calendar of the years 1901 to 2100, ready to hand to whatever asks for a `LunarCalendar`.
 *
 * Days are those of the civil calendar in China, as published; every year and every solar term is reckoned once and
 * remembered. Years named here are Chinese years, each by the Gregorian year in which it begins: 2026 runs from
 * 2026-02-17 through 2027-02-05. Asked about days beyond its years, each of its functions throws a RangeError.
 *
 * @remarks
 * GB/T 33661-2017, reckoned by `tyme4ts`. The table of the Hong Kong Observatory spans the same years, 1901 to 2100. In
 * 2057 a new moon falls within seconds of midnight: should the authorities decide otherwise by then, the ninth month of
 * that year begins a day earlier. `Intl` of today's hosts is no substitute: it errs in 2027 and 2030.
 */
export const CHINESE_CALENDAR: LunarCalendar = {
  firstYear: FIRST_CHINESE_YEAR,
  lastYear: LAST_CHINESE_YEAR,
  gregorianDate,
  lunarDate,
  leapMonthOf,
  solarTermDate,
};

function gregorianDate(date: LunarDate): PlainDate | undefined {
  const { year, day } = date;
  requireChineseYear("find a day of the Chinese calendar", year);
  requireChineseDay(date);
  const reckoned = chineseYear(year);
  const { starts } = reckoned;
  const at = monthIndex(reckoned, date);
  if (at === undefined) return undefined;
  const found = (starts[at] as number) + day - 1;
  return found < (starts[at + 1] as number) ? (textOfDay(found) as PlainDate) : undefined;
}

function lunarDate(date: PlainDate): LunarDate {
  const found = dayNumber(date);
  const year = chineseYearOfDay(found, Number(date.slice(0, 4)));
  if (year === undefined) {
    throw new RangeError(
      `Cannot tell a day of the Chinese calendar: it must fall in the Chinese years ${rangeText()}, got ${date}`,
    );
  }
  const { leapMonth, starts } = chineseYear(year);
  // Months have 29 or 30 days, so this is the month or, late in the year, the one before it.
  let at = Math.floor((found - (starts[0] as number)) / 30);
  if (found >= (starts[at + 1] as number)) at += 1;
  const isFromLeap = leapMonth !== undefined && at >= leapMonth;
  return {
    year,
    month: isFromLeap ? at : at + 1,
    leapMonth: at === leapMonth,
    day: found - (starts[at] as number) + 1,
  };
}

function leapMonthOf(year: number): number | undefined {
  requireChineseYear("tell the leap month", year);
  return chineseYear(year).leapMonth;
}

/** The Chinese year of a day of a Gregorian year: that year, or before its Spring Festival the one before. */
function chineseYearOfDay(day: number, gregorianYear: number): number | undefined {
  const year = Math.min(gregorianYear, LAST_CHINESE_YEAR);
  if (year < FIRST_CHINESE_YEAR) return undefined;
  const { starts } = chineseYear(year);
  if (day >= (starts[starts.length - 1] as number)) return undefined;
  if (day >= (starts[0] as number)) return year;
  return year > FIRST_CHINESE_YEAR ? year - 1 : undefined;
}

function rangeText(): string {
  return `${String(FIRST_CHINESE_YEAR)} to ${String(LAST_CHINESE_YEAR)}`;
}
