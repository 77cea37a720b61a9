// The day, week and month a contact counts in, as day numbers. Internal: not part of the package's surface.

import { civilFromDays, daysFromCivil } from "../../shared/time/civil.js";
import { mondayOf } from "../../shared/time/week-day.js";
import type { ContactCaps } from "../policy/care-policy.js";

/** One cap and the days it counts. */
export interface CapPeriod {
  readonly per: "day" | "week" | "month";
  readonly cap: number;
  /** The first day. */
  readonly start: number;
  /** The first day after it. */
  readonly end: number;
}

/** The caps there are, each with the day, week (Monday to Sunday) or month this day belongs to. */
export function capPeriods({ perDay, perWeek, perMonth }: ContactCaps, day: number): CapPeriod[] {
  const periods: CapPeriod[] = [];
  if (perDay !== undefined) periods.push({ per: "day", cap: perDay, start: day, end: day + 1 });
  if (perWeek !== undefined) {
    const start = mondayOf(day);
    periods.push({ per: "week", cap: perWeek, start, end: start + 7 });
  }
  if (perMonth !== undefined) {
    const packed = civilFromDays(day);
    const year = Math.floor(packed / 10_000);
    const month = Math.floor(packed / 100) % 100;
    const end = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
    periods.push({ per: "month", cap: perMonth, start: daysFromCivil(year, month, 1), end });
  }
  return periods;
}

/** How many of these days lie in the period. */
export function countIn(days: readonly number[], { start, end }: CapPeriod): number {
  let count = 0;
  for (const day of days) if (day >= start && day < end) count += 1;
  return count;
}
