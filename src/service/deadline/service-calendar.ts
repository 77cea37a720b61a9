import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { HolidayList } from "../../shared/time/holiday-list.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";

/** A stretch of a day in which the service works, half-open. */
export interface OpeningWindow {
  /** The first minute, `HH:MM` from `00:00` to `23:59`. */
  readonly from: string;
  /** The first minute after it, `HH:MM` later than `from`; `24:00` is the end of the day. */
  readonly until: string;
}

/** The hours of one date that are not those of its weekday. */
export interface SpecialHours {
  /** The date. */
  readonly date: PlainDate;
  /** Its windows, not overlapping; closed where empty. */
  readonly windows: readonly OpeningWindow[];
}

/** When a service works: the time that counts towards its deadlines. */
export interface ServiceCalendar {
  /** The zone on whose clock the hours are read. */
  readonly zone: TimeZone;
  /**
   * The windows of each weekday, not overlapping; 1 is Monday. A weekday not named is closed. `always`: day and night.
   */
  readonly hours: Readonly<Partial<Record<DayOfWeek, readonly OpeningWindow[]>>> | "always";
  /**
   * The days closed, and those worked to make up for them. Closed are the statutory days that are active; observances
   * change nothing. Beyond its coverage nothing is known. Every day is as its weekday when absent.
   */
  readonly holidays?: HolidayList;
  /** The windows of a make-up workday; those of a Monday when absent. */
  readonly makeUpHours?: readonly OpeningWindow[];
  /** Dates with hours of their own; they go before holidays and make-up workdays. */
  readonly special?: readonly SpecialHours[];
}
