import type { Reason } from "../../shared/reason.js";
import { civilFromDays, FIRST_DAY, LAST_DAY } from "../../shared/time/civil.js";

/** Days since 1970-01-01, the last not included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A day on which an occasion falls. */
export interface OccasionDay {
  readonly day: number;
  readonly reason: Reason;
  /** The last day, where it is not told by the rule's `lastsDays`. */
  readonly through?: number;
  /** The event or holiday it belongs to, where one rule may give two on one day. */
  readonly of?: string;
  /** The day its key names, where `day` changes with the period asked about. */
  readonly keyDay?: number;
}

/** What a rule gives: days, and what could not be told. */
export interface FoundDays {
  readonly days: readonly OccasionDay[];
  readonly unknown: readonly Reason[];
}

/** The year of a day since 1970-01-01. */
export function yearOfDay(day: number): number {
  return Math.floor(civilFromDays(day) / 10_000);
}

/** The days that are in the range once they are moved by so many days, as far as the years 0000 to 9999 go. */
export function rangeBefore({ from, to }: DayRange, offsetDays: number): DayRange {
  return {
    from: Math.max(from - offsetDays, FIRST_DAY),
    to: Math.min(to - offsetDays, LAST_DAY + 1),
  };
}

/** The days of a range that a rule names, of which a year has one or none. */
export function daysByYear(
  range: DayRange,
  dayInYear: (year: number) => number | undefined,
): readonly number[] {
  if (range.from >= range.to) return [];
  const found: number[] = [];
  const last = yearOfDay(range.to - 1);
  for (let year = yearOfDay(range.from); year <= last; year += 1) {
    const day = dayInYear(year);
    if (day !== undefined && day >= range.from && day < range.to) found.push(day);
  }
  return found;
}
