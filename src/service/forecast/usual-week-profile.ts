import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";

/** The contacts of one time of day on one weekday. */
export interface ContactProfileCell {
  /** The weekday; 1 is Monday. */
  readonly weekday: DayOfWeek;
  /** When the interval begins on the zone's clock, `HH:MM`. */
  readonly time: string;
  /** The contacts of an interval, on average; at least 0. */
  readonly contacts: number;
  /** How many intervals were counted; at least 1. */
  readonly days: number;
}

/** What a week looks like: weekday by time of day. */
export interface ContactProfile {
  /** How long an interval is, in minutes. */
  readonly intervalMinutes: number;
  /** The weekdays and times counted, by weekday and within it by time. */
  readonly cells: readonly ContactProfileCell[];
}
