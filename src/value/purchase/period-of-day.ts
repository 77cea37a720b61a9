import type { PurchasePeriod } from "./purchase-summary.js";

/** Lengths in half days, so that every ratio of two is a ratio of integers. @internal */
const HALF_DAYS: Readonly<Record<PurchasePeriod, number>> = { day: 2, "half-week": 7, week: 14 };

/** From a Monday to 1970-01-01, a Thursday. */
const DAYS_INTO_WEEK = 3;

/** Monday, Tuesday and Wednesday are the first half of a week. */
const DAYS_OF_FIRST_HALF = 3;

/** The number of the period a day lies in: days count from 1970-01-01, weeks from the one with that day. @internal */
export function periodOfDay(day: number, period: PurchasePeriod): number {
  if (period === "day") return day;
  const week = Math.floor((day + DAYS_INTO_WEEK) / 7);
  if (period === "week") return week;
  return 2 * week + (day + DAYS_INTO_WEEK - 7 * week < DAYS_OF_FIRST_HALF ? 0 : 1);
}

/** The first day of a period. @internal */
export function firstDayOfPeriod(number: number, period: PurchasePeriod): number {
  if (period === "day") return number;
  if (period === "week") return 7 * number - DAYS_INTO_WEEK;
  const week = Math.floor(number / 2);
  return 7 * week - DAYS_INTO_WEEK + (number - 2 * week) * DAYS_OF_FIRST_HALF;
}

/** So many periods in another unit: 10 days are 10 / 7 weeks. @internal */
export function periodsIn(
  periods: number,
  { period, unit }: { readonly period: PurchasePeriod; readonly unit: PurchasePeriod },
): number {
  return (periods * HALF_DAYS[period]) / HALF_DAYS[unit];
}
