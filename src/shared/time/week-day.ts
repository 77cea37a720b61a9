// Days of the week by day number. Internal: not part of the package's surface.

/** 1 is Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week of a day, both as day numbers. */
export function mondayOf(day: number): number {
  return day + 1 - weekdayOf(day);
}

/** Whether it is Monday to Friday. */
export function isWeekday(day: number): boolean {
  return weekdayOf(day) < 6;
}
