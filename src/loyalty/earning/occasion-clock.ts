// What the programme's clock shows, looked up once an occasion and only when asked. Internal: not part of the surface.

import { dayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { wallTimeAt } from "../../shared/time/wall-time.js";
import type { HourWindow } from "../programme/earning-condition.js";

/** A moment on the programme's clock; what was read of it is kept for the call it is made in. */
export interface OccasionClock {
  /** The moment. */
  readonly at: Instant;
  /** The programme's zone. */
  readonly zone: TimeZone;
  /** The day, once read. */
  day?: PlainDate;
  /** The time of the day, once read. */
  time?: string;
  /** The day of the week, once read. */
  weekday?: DayOfWeek;
}

/** The day. */
export function dayOn(clock: OccasionClock): PlainDate {
  return clock.day ?? read(clock).day;
}

/** The day of the week. */
export function weekdayOn(clock: OccasionClock): DayOfWeek {
  return (clock.weekday ??= dayOfWeek(dayOn(clock)));
}

/** Whether the time of the day is in a window: its end is not; one that ends before it begins goes over midnight. */
export function isWithinHours(clock: OccasionClock, { from, to }: HourWindow): boolean {
  const time = clock.time ?? read(clock).time;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

function read(clock: OccasionClock): { readonly day: PlainDate; readonly time: string } {
  const wall = wallTimeAt(clock.at, clock.zone);
  // `YYYY-MM-DDTHH:mm`, with seconds only where they are not zero: as texts they sort as times do.
  const day = wall.slice(0, 10) as PlainDate;
  const time = wall.slice(11);
  clock.day = day;
  clock.time = time;
  return { day, time };
}
