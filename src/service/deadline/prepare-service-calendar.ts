import { preparedCalendar } from "./prepared-calendar.js";
import type { PreparedServiceCalendar, ServiceHours } from "./prepared-service-calendar.js";

/**
 * How are many deadlines computed on one calendar?
 *
 * Checks the calendar once and keeps the windows it has worked out; answers are those of `serviceDeadline` and
 * `businessTimeBetween`. What is handed over must not be changed afterwards.
 *
 * @param hours - A calendar, or several: it is open where any of them is.
 * @returns The prepared calendar; one that is prepared already is returned as it is.
 * @throws RangeError where a calendar is not valid: an unknown zone, windows that overlap or run backwards, a day both
 * holiday and make-up workday, a date with special hours twice, never open; where the list is empty.
 * @example
 * ```ts
 * import { prepareServiceCalendar } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const hours = { 1: [{ from: "09:00", until: "17:00" }], 2: [{ from: "09:00", until: "17:00" }] };
 * const desk = prepareServiceCalendar({ zone: timeZone("Europe/Berlin"), hours });
 * const due = desk.deadline(instant("2026-06-01T14:00:00Z"), { minutes: 120 });
 * due.ok && due.value; // => { kind: "due", at: "2026-06-02T08:00:00.000Z" }
 * ```
 */
export function prepareServiceCalendar(hours: ServiceHours): PreparedServiceCalendar {
  return preparedCalendar("prepare a service calendar", hours);
}
