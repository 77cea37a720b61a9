import type { BusinessDayCalendar } from "./business-day.js";
import type { DayOfWeek } from "./date-arithmetic.js";
import type { HolidayList } from "./holiday-list.js";

const MONDAY_TO_FRIDAY: readonly DayOfWeek[] = [1, 2, 3, 4, 5];

/**
 * Which days does a business work that keeps these holidays?
 *
 * Statutory days that are active are holidays; observances and inactive days change nothing. Beyond the list's coverage
 * the calendar says that it does not know.
 *
 * @param list - The holidays and make-up workdays as announced.
 * @returns The calendar for `isBusinessDay`, `addBusinessDays` and `businessDaysBetween`.
 * @example
 * ```ts
 * import { businessDaysOfHolidays, isBusinessDay, period, plainDate } from "goodwill/shared";
 *
 * const calendar = businessDaysOfHolidays({
 *   days: [{ holiday: "new-year", date: plainDate("2026-01-01"), kind: "statutory" }],
 *   makeUpWorkdays: [plainDate("2026-01-04")],
 *   coverage: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
 * });
 * isBusinessDay(plainDate("2026-01-01"), { calendar }); // => { ok: true, value: false }
 * isBusinessDay(plainDate("2026-01-04"), { calendar }); // => { ok: true, value: true }
 * ```
 */
export function businessDaysOfHolidays(list: HolidayList): BusinessDayCalendar {
  const closed = list.days.filter(({ kind, active }) => kind === "statutory" && active !== false);
  return {
    workdays: list.workdays ?? MONDAY_TO_FRIDAY,
    holidays: [...new Set(closed.map(({ date }) => date))].sort(),
    makeUpWorkdays: list.makeUpWorkdays,
    coverage: list.coverage,
  };
}
