import { daysFromCivil, daysInMonth, textOfDay } from "../../shared/time/civil.js";
import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** Which weekday of which month. */
export interface WeekdayOfMonth {
  /** The year, 0 to 9999. */
  readonly year: number;
  /** The month, 1 to 12. */
  readonly month: number;
  /** The weekday, 1 (Monday) to 7 (Sunday). */
  readonly weekday: DayOfWeek;
  /** Which: 1 to 5 from the start of the month, -1 to -5 from its end. */
  readonly nth: number;
}

/**
 * On which day is the n-th weekday of this month?
 *
 * @param question - Month, weekday and which; -1 is the last.
 * @returns The day; absent where the month has only four of that weekday and the fifth is asked for.
 * @throws RangeError where the year, month, weekday or number is out of range.
 * @example
 * ```ts
 * import { nthWeekdayOfMonth } from "goodwill/relationship";
 *
 * nthWeekdayOfMonth({ year: 2026, month: 11, weekday: 4, nth: 4 }); // => "2026-11-26"
 * nthWeekdayOfMonth({ year: 2026, month: 5, weekday: 1, nth: -1 }); // => "2026-05-25"
 * nthWeekdayOfMonth({ year: 2026, month: 2, weekday: 1, nth: 5 }); // => undefined
 * ```
 */
export function nthWeekdayOfMonth(question: WeekdayOfMonth): PlainDate | undefined {
  const { year, month, weekday, nth } = question;
  requireWhole("the year", year, 0, 9999);
  requireWhole("the month", month, 1, 12);
  requireWhole("the weekday", weekday, 1, 7);
  requireWhole("the number without its sign", Math.abs(nth), 1, 5);
  const first = daysFromCivil(year, month, 1);
  const length = daysInMonth(year, month);
  const fromStart = daysUntil(weekday, first) + 7 * (nth - 1);
  // The last of a weekday is the one among the last seven days.
  const lastWeek = length - 7;
  const fromEnd = lastWeek + daysUntil(weekday, first + lastWeek) + 7 * (nth + 1);
  const after = nth > 0 ? fromStart : fromEnd;
  return after >= 0 && after < length ? (textOfDay(first + after) as PlainDate) : undefined;
}

/** Days from a day since 1970-01-01, which was a Thursday, to the next such weekday, itself included. */
function daysUntil(weekday: DayOfWeek, day: number): number {
  return (((weekday - 4 - day) % 7) + 7) % 7;
}

function requireWhole(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(
    `Cannot find a weekday: ${what} must be a whole number from ${least} to ${most}, got ${String(value)}`,
  );
}
