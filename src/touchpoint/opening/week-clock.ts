import type { Instant } from "../../shared/time/instant.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { offsetMillisecondsAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";

// The week as 10,080 minutes from Monday 00:00. Internal: not part of the package's surface.

/** Minutes of a day. */
export const DAY_MINUTES: number = 1440;

/** Minutes of a week. */
export const WEEK_MINUTES: number = 10_080;

/** 1970-01-01 was a Thursday, three days after a Monday. */
const EPOCH_MINUTE = 3 * DAY_MINUTES;

/** The minute of the week the zone's clock shows, whole, from 0. */
export function minuteOfWeekAt(at: Instant, zone: TimeZone): number {
  const local = epochMilliseconds(at) + offsetMillisecondsAt(at, zone);
  const minute = (Math.floor(local / 60_000) + EPOCH_MINUTE) % WEEK_MINUTES;
  return minute < 0 ? minute + WEEK_MINUTES : minute;
}

/** How many whole minutes the zone's clock is ahead of UTC; a part of a minute is cut off. */
export function offsetMinutesAt(at: Instant, zone: TimeZone): number {
  return Math.floor(offsetMillisecondsAt(at, zone) / 60_000);
}
