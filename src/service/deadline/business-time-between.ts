import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import type { Instant } from "../../shared/time/instant.js";
import { preparedCalendar } from "./prepared-calendar.js";
import type { ServiceHours } from "./prepared-service-calendar.js";
import type { ServicePause } from "./service-pause.js";
import type { BusinessTime } from "./service-target.js";

/** Whose hours count, and what does not. */
export interface BusinessTimeOptions {
  /** The hours that count. */
  readonly calendar: ServiceHours;
  /** What does not count; none when absent. One without end lasts to the end asked about. */
  readonly pauses?: readonly ServicePause[];
}

/**
 * How much business time lies between two moments (SRV-4)?
 *
 * The inverse of `serviceDeadline`: from the start to a deadline it is exactly the target. Stretches that follow one
 * another add up.
 *
 * @param start - The first moment that counts.
 * @param end - The first that no longer counts.
 * @param options - `calendar`: the hours that count; `pauses`.
 * @returns The time in minutes and milliseconds; the refusal `calendar-unknown` where a day that must be counted lies
 * outside what a calendar knows of holidays. A day paused altogether need not be counted.
 * @throws RangeError where the end is before the start, a pause ends before it starts, or a calendar is not valid.
 * @example
 * ```ts
 * import { businessTimeBetween } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const calendar = { zone: timeZone("UTC"), hours: { 5: [{ from: "09:00", until: "17:00" }] } };
 * const friday = instant("2026-06-05T16:00:00Z");
 * const time = businessTimeBetween(friday, instant("2026-06-08T10:00:00Z"), { calendar });
 * time.ok && time.value.minutes; // => 60
 * ```
 */
export function businessTimeBetween(
  start: Instant,
  end: Instant,
  { calendar, pauses }: BusinessTimeOptions,
): Result<BusinessTime, CalendarUnknown> {
  const counting = pauses === undefined ? {} : { pauses };
  return preparedCalendar("measure business time", calendar).timeBetween(start, end, counting);
}
