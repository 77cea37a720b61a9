import type { Result } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import type { Instant } from "../../shared/time/instant.js";
import { preparedCalendar } from "./prepared-calendar.js";
import type { ServiceHours } from "./prepared-service-calendar.js";
import type { DeadlineCounting, ServiceDue } from "./service-due.js";
import type { ServiceTarget } from "./service-target.js";

/** Whose hours count, and what does not. */
export interface ServiceDeadlineOptions extends DeadlineCounting {
  /** The hours that count. */
  readonly calendar: ServiceHours;
}

/**
 * Until when must it be done (SRV-4)?
 *
 * Counts the time in which the service is open and the clock is not paused, in real elapsed time: a window over the
 * hour the clock skips is an hour shorter, one over the hour shown twice an hour longer. A deadline on the very moment
 * of closing stays there, unless `atClosing` rolls it to the next opening. Zero minutes are due at once, outside the
 * hours and in pauses at the next moment that counts. A pause without end that begins before the target is used up
 * leaves no deadline, only what remains.
 *
 * @param start - The moment from which time counts.
 * @param target - Within how many business minutes.
 * @param options - `calendar`: the hours that count; `pauses`; `atClosing`.
 * @returns The deadline, or that it is paused and what remains; the refusal `calendar-unknown` where a day that must be
 * counted lies outside what a calendar knows of holidays.
 * @throws RangeError where the target is negative or no number, a pause ends before it starts, a calendar is not valid
 * or never open (also: never again after its last special date), or the deadline lies after the year 9999.
 * @remarks Whether a deadline at closing time stays is disputed: Zammad keeps it, the Ruby gem biz rolls it on. It is
 * kept here, since the day's work is what was promised.
 * @example
 * ```ts
 * import { serviceDeadline } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const split = [{ from: "09:00", until: "12:00" }, { from: "13:30", until: "18:00" }];
 * const calendar = { zone: timeZone("Asia/Shanghai"), hours: { 1: split, 2: split } };
 * const due = serviceDeadline(instant("2026-06-01T03:30:00Z"), { minutes: 60 }, { calendar });
 * due.ok && due.value; // => { kind: "due", at: "2026-06-01T06:00:00.000Z" }
 * ```
 */
export function serviceDeadline(
  start: Instant,
  target: ServiceTarget,
  { calendar, ...counting }: ServiceDeadlineOptions,
): Result<ServiceDue, CalendarUnknown> {
  return preparedCalendar("compute a deadline", calendar).deadline(start, target, counting);
}
