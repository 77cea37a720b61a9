import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import { daysFromCivil, isLeapYear } from "../../shared/time/civil.js";

/** A day of the Gregorian year, and when it is kept if it is 29 February. */
export interface YearlyDay {
  readonly month: number;
  readonly day: number;
  readonly leapDay: LeapDayPolicy | undefined;
}

/** Whether another day is kept, because the year has no 29 February. */
export function isMovedIn(year: number, { month, day }: Pick<YearlyDay, "month" | "day">): boolean {
  return month === 2 && day === 29 && !isLeapYear(year);
}

/** The day kept in a year, since 1970-01-01. */
export function keptDay(year: number, yearly: YearlyDay): number {
  return isMovedIn(year, yearly)
    ? daysFromCivil(year, 3, 1) - (yearly.leapDay === "feb28" ? 1 : 0)
    : daysFromCivil(year, yearly.month, yearly.day);
}
