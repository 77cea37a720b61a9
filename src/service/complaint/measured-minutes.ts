import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { preparedCalendar } from "../deadline/prepared-calendar.js";
import type { ComplaintMeasureOptions } from "./complaint-measures.js";

/** How many minutes lie between two moments. @internal */
export type MeasuredMinutes = (start: Instant, end: Instant) => number;

/** The minutes that elapse. @internal */
export function elapsedMinutes(start: Instant, end: Instant): number {
  return millisecondsBetween(start, end) / 60_000;
}

/** Whose minutes are measured: those of the host, those of a calendar, or all that elapse. @internal */
export function measuredMinutes(
  task: string,
  { minutesBetween, calendar }: Pick<ComplaintMeasureOptions, "minutesBetween" | "calendar">,
): MeasuredMinutes {
  if (calendar === undefined) return minutesBetween ?? elapsedMinutes;
  if (minutesBetween !== undefined) {
    throw new RangeError(`Cannot ${task}: calendar or minutesBetween must be given, got both`);
  }
  const hours = preparedCalendar(task, calendar);
  return (start, end) => {
    const time = hours.timeBetween(start, end);
    if (time.ok) return time.value.minutes;
    throw new RangeError(
      `Cannot ${task}: the calendar must know the holidays of every day counted, got ${time.error.date}`,
    );
  };
}
