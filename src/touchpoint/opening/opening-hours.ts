import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { joinSpans, totalMinutes } from "./span-set.js";
import { foundText } from "../catalogue/found-text.js";
import { DAY_MINUTES, minuteOfWeekAt, WEEK_MINUTES } from "./week-clock.js";
import type { WeekSpan } from "./week-span.js";

/** A stretch of the clock on some days of every week, half-open: its `from` belongs to it, its `until` does not. */
export interface WeeklyWindow {
  /** The days on which it begins, 1 (Monday) to 7 (Sunday), after ISO 8601. */
  readonly days: readonly DayOfWeek[];
  /** The first minute, `HH:MM` from `00:00` to `23:59`. */
  readonly from: string;
  /**
   * The first minute after it, `HH:MM` up to `24:00`, the end of the day. Earlier than `from`: it runs over midnight
   * into the next day. The same as `from`: the window is empty.
   */
  readonly until: string;
}

/** When a touchpoint can be used, week by week. */
export interface OpeningHours {
  /** The zone whose clock the windows are read on. */
  readonly zone: TimeZone;
  /** The windows; none means never open. They may overlap. */
  readonly windows: readonly WeeklyWindow[];
}

/** Open day and night, every day: the windows of what never closes. */
export const ALL_WEEK: readonly WeeklyWindow[] = [
  { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", until: "24:00" },
];

const CLOCK = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * Which minutes of the week do these windows cover?
 *
 * @param windows - The windows, in any order; they may overlap.
 * @returns Half-open spans in minutes since Monday 00:00, in order, none touching another. A window over the night of
 * Sunday goes on at the beginning of the week.
 * @throws RangeError when a day is none of 1 to 7 or a time none of the clock; the message names it.
 * @example
 * ```ts
 * import { openSpans } from "goodwill/touchpoint";
 *
 * openSpans([{ days: [1], from: "09:00", until: "12:00" }, { days: [1], from: "12:00", until: "18:00" }]);
 * // => [{ start: 540, end: 1080 }]
 * ```
 */
export function openSpans(windows: readonly WeeklyWindow[]): readonly WeekSpan[] {
  const spans: WeekSpan[] = [];
  for (const { days, from, until } of windows) {
    const start = minuteOfDay(from);
    const end = minuteOfDay(until);
    if (start === DAY_MINUTES) {
      throw new RangeError(
        `Cannot read opening hours: a window must begin before 24:00, got ${from}`,
      );
    }
    if (start === end) continue;
    const length = end > start ? end - start : end + DAY_MINUTES - start;
    for (const day of days) {
      if (!Number.isInteger(day) || day < 1 || day > 7) {
        throw new RangeError(
          `Cannot read opening hours: a day must be 1 to 7, got ${foundText(day)}`,
        );
      }
      const first = (day - 1) * DAY_MINUTES + start;
      spans.push({ start: first, end: Math.min(first + length, WEEK_MINUTES) });
      if (first + length > WEEK_MINUTES)
        spans.push({ start: 0, end: first + length - WEEK_MINUTES });
    }
  }
  return joinSpans(spans);
}

/**
 * How many minutes of the week is it open?
 *
 * @param hours - The opening hours; windows that overlap count once.
 * @returns Minutes, 0 to 10,080.
 * @throws RangeError when a window is not valid, see {@link openSpans}.
 * @example
 * ```ts
 * import { timeZone } from "goodwill/shared";
 * import { ALL_WEEK, weeklyOpenMinutes } from "goodwill/touchpoint";
 *
 * weeklyOpenMinutes({ zone: timeZone("UTC"), windows: ALL_WEEK }); // => 10080
 * ```
 */
export function weeklyOpenMinutes(hours: OpeningHours): number {
  return totalMinutes(openSpans(hours.windows));
}

/**
 * Is it open at this moment?
 *
 * The clock of the zone decides, also on the days on which it is put forward or back. The moment of opening is open,
 * that of closing is not.
 *
 * @param hours - The opening hours.
 * @param at - The moment.
 * @returns `true` when the zone's clock stands in one of the windows.
 * @throws RangeError when a window is not valid, the zone is not known, or the moment is no canonical instant.
 * @example
 * ```ts
 * import { instant, timeZone } from "goodwill/shared";
 * import { isOpenAt } from "goodwill/touchpoint";
 *
 * const hours = { zone: timeZone("Asia/Shanghai"), windows: [{ days: [5] as const, from: "09:00", until: "18:00" }] };
 * isOpenAt(hours, instant("2026-02-13T09:59:59Z")); // => true
 * isOpenAt(hours, instant("2026-02-13T10:00:00Z")); // => false
 * ```
 */
export function isOpenAt(hours: OpeningHours, at: Instant): boolean {
  const minute = minuteOfWeekAt(at, hours.zone);
  return openSpans(hours.windows).some(({ start, end }) => start <= minute && minute < end);
}

function minuteOfDay(clock: string): number {
  if (typeof clock !== "string" || !CLOCK.test(clock)) {
    throw new RangeError(
      `Cannot read opening hours: a time must be HH:MM from 00:00 to 24:00, got ${foundText(clock)}`,
    );
  }
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
