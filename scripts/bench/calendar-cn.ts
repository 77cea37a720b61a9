import { LunarDay, SolarDay, SolarTerm } from "tyme4ts";
import { CHINESE_CALENDAR, lunarBirthdays } from "goodwill/calendar-cn";
import { addDays, datePartsOf, period, plainDate, type PlainDate } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const { gregorianDate, lunarDate, solarTermDate } = CHINESE_CALENDAR;

/** Days of ten years, in no order. */
function days(count: number): readonly PlainDate[] {
  const start = plainDate("2020-01-01");
  return Array.from({ length: count }, (_, i) => addDays(start, (i * 1579) % 3650));
}

/** The benchmarks of the Chinese calendar by name, against tyme4ts asked anew; `short` shrinks those that take long. */
export function calendarCnCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 300 : 3000;
  return {
    "lunarDate, days of ten years": () => {
      const dates = days(count);
      const parts = dates.map(datePartsOf);
      return {
        run: () => dates.reduce((sum, date) => sum + lunarDate(date).day, 0),
        baseline: () =>
          parts.reduce((sum, { year, month, day }) => {
            return sum + SolarDay.fromYmd(year, month, day).getLunarDay().getDay();
          }, 0),
        items: count,
        unit: "look-ups",
      };
    },
    "gregorianDate, days of ten years": () => {
      const dates = days(count).map(lunarDate);
      return {
        run: () => dates.reduce((sum, date) => sum + (gregorianDate(date)?.length ?? 0), 0),
        baseline: () =>
          dates.reduce((sum, { year, month, leapMonth, day }) => {
            const lunar = LunarDay.fromYmd(year, leapMonth ? -month : month, day);
            return sum + lunar.getSolarDay().getDay();
          }, 0),
        items: count,
        unit: "look-ups",
      };
    },
    "solarTermDate, Cold Dew of two hundred years": () => ({
      run: () => {
        let sum = 0;
        for (let year = 1901; year <= 2100; year += 1)
          sum += solarTermDate("cold-dew", year).length;
        return sum;
      },
      baseline: () => {
        let sum = 0;
        for (let year = 1901; year <= 2100; year += 1) {
          sum += SolarTerm.fromIndex(year, 19).getSolarDay().getDay();
        }
        return sum;
      },
      items: 200,
      unit: "look-ups",
    }),
    "lunarBirthdays in a year": () => {
      const within = { period: period(plainDate("2026-01-01"), plainDate("2027-01-01")) };
      const birthdays = days(count)
        .map(lunarDate)
        .map(
          ({ month, leapMonth, day }) => ({ calendar: "chinese", month, leapMonth, day }) as const,
        );
      return {
        run: () => birthdays.reduce((sum, one) => sum + lunarBirthdays(one, within).length, 0),
        items: count,
        unit: "customers",
        aim: "at least 200,000 a second",
      };
    },
  };
}
