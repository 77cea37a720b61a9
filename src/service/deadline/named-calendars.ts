// Calendars by name, each prepared once. Internal: not part of the package's surface.

import { preparedCalendar } from "./prepared-calendar.js";
import type { PreparedServiceCalendar, ServiceHours } from "./prepared-service-calendar.js";

/** Looks calendars up by name; the lookup throws where a name has none. */
export function namedCalendars(
  task: string,
  calendars: Readonly<Record<string, ServiceHours>>,
): (name: string) => PreparedServiceCalendar {
  const prepared = new Map<string, PreparedServiceCalendar>();
  return (name) => {
    const kept = prepared.get(name);
    if (kept !== undefined) return kept;
    const hours = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
    if (hours === undefined) {
      throw new RangeError(
        `Cannot ${task}: calendars must hold every calendar named, got none for ${JSON.stringify(name)}`,
      );
    }
    const made = preparedCalendar(task, hours);
    prepared.set(name, made);
    return made;
  };
}
