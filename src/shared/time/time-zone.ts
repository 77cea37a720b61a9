import { DAY_MS, FIRST_DAY, LAST_DAY, dayNumber, textOfDay } from "./civil.js";
import { addDays } from "./date-arithmetic.js";
import { epochMilliseconds, instantFromEpochMilliseconds } from "./instant.js";
import type { Instant } from "./instant.js";
import { plainlyAt, readLocal } from "./local-time.js";
import { isKnownZone, spanAt, unknownZoneMessage } from "./offset-table.js";
import type { PlainDate } from "./plain-date.js";

declare const timeZoneBrand: unique symbol;

/**
 * The name of a time zone of the IANA database, `Area/Location` as `Asia/Shanghai`, or `UTC`.
 *
 * Make one with {@link timeZone}. The rules of a zone come with the host's Node (`process.versions.tz`), so that two
 * hosts of different age can differ about the future: freeze resolved instants in what you store.
 */
export type TimeZone = string & {
  /** Exists for the compiler only: a bare string is not yet a known zone. */
  readonly [timeZoneBrand]: true;
};

/**
 * Is this a time zone the host knows, and which?
 *
 * The name is kept as given: `Asia/Kolkata` and its older name `Asia/Calcutta` are both known and are not made one.
 * Refused are abbreviations (`PST`, `IST` mean different zones to different people), names without an area (`Japan`,
 * `EST5EDT`), offsets (`+08:00`) and the wrong case (`europe/london`). `UTC` and `GMT` are known.
 *
 * @param name - An IANA name.
 * @returns The same name, known to the host.
 * @throws RangeError for a name that is not known.
 * @example
 * ```ts
 * import { timeZone } from "goodwill/shared";
 *
 * timeZone("Asia/Shanghai"); // => "Asia/Shanghai"
 * ```
 */
export function timeZone(name: string): TimeZone {
  if (isTimeZone(name)) return name;
  throw new RangeError(unknownZoneMessage(name));
}

/**
 * Is this the name of a time zone the host knows?
 *
 * @param value - Anything.
 * @returns `true` for the names {@link timeZone} takes.
 * @example
 * ```ts
 * import { isTimeZone } from "goodwill/shared";
 *
 * isTimeZone("Europe/London"); // => true
 * isTimeZone("BST"); // => false
 * ```
 */
export function isTimeZone(value: unknown): value is TimeZone {
  return typeof value === "string" && isKnownZone(value);
}

/**
 * How far is the clock of this zone ahead of UTC at this instant?
 *
 * @remarks Offsets are read from the host once per zone and year and remembered; historic ones with seconds (local
 * mean time, such as +08:05:43 in Shanghai before 1901) are exact.
 * @param at - The instant.
 * @param zone - The zone.
 * @returns Milliseconds, an integer, positive east of Greenwich.
 * @throws RangeError where the instant is not canonical or the zone not known.
 * @example
 * ```ts
 * import { instant, offsetMillisecondsAt, timeZone } from "goodwill/shared";
 *
 * offsetMillisecondsAt(instant("2026-02-13T09:30:00Z"), timeZone("Asia/Shanghai")); // => 28800000
 * ```
 */
export function offsetMillisecondsAt(at: Instant, zone: TimeZone): number {
  return spanAt(zone, epochMilliseconds(at)).offset;
}

/**
 * Which day is it in this zone at this instant?
 *
 * @param at - The instant.
 * @param zone - The zone.
 * @returns The day on the zone's calendar.
 * @throws RangeError where the instant is not canonical, the zone not known, or the day outside the years 0000 to
 * 9999.
 * @example
 * ```ts
 * import { instant, plainDateAt, timeZone } from "goodwill/shared";
 *
 * plainDateAt(instant("2026-02-13T18:00:00Z"), timeZone("Asia/Shanghai")); // => "2026-02-14"
 * ```
 */
export function plainDateAt(at: Instant, zone: TimeZone): PlainDate {
  const milliseconds = epochMilliseconds(at);
  const day = Math.floor((milliseconds + spanAt(zone, milliseconds).offset) / DAY_MS);
  if (day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(
      `Cannot tell the date in ${zone}: ${at} is there outside the years 0000 to 9999`,
    );
  }
  return textOfDay(day) as PlainDate;
}

/**
 * When does this day begin in this zone?
 *
 * The first instant at which the zone's clock shows the day, or a later one: midnight as a rule; 01:00 where the
 * clock jumps over midnight; the earlier of the two where the clock shows midnight twice. A day the zone skipped
 * altogether (30 December 2011 in Pacific/Apia) begins where the day after it begins, and so has no length.
 *
 * @param date - The day.
 * @param zone - The zone.
 * @returns The first instant of the day.
 * @throws RangeError where the zone is not known or the instant falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { plainDate, startOfDay, timeZone } from "goodwill/shared";
 *
 * startOfDay(plainDate("2026-02-13"), timeZone("Asia/Shanghai")); // => "2026-02-12T16:00:00.000Z"
 * startOfDay(plainDate("2024-09-08"), timeZone("America/Santiago")); // => "2024-09-08T04:00:00.000Z"
 * ```
 */
export function startOfDay(date: PlainDate, zone: TimeZone): Instant {
  const local = dayNumber(date) * DAY_MS;
  return instantFromEpochMilliseconds(plainlyAt(zone, local) ?? readLocal(zone, local).reached);
}

/**
 * When is this day over in this zone?
 *
 * The first instant after the day, which is the start of the next: the day is the half-open period from {@link
 * startOfDay} to here. "Valid through 13 February" means before this instant. It is no `23:59`, which would lose a
 * minute.
 *
 * @param date - The last day that counts.
 * @param zone - The zone.
 * @returns The first instant that no longer counts.
 * @throws RangeError where the zone is not known, or for 9999-12-31, which has no next day. For "never ends" leave
 * the end out.
 * @example
 * ```ts
 * import { endOfDay, plainDate, timeZone } from "goodwill/shared";
 *
 * endOfDay(plainDate("2026-02-13"), timeZone("Asia/Shanghai")); // => "2026-02-13T16:00:00.000Z"
 * ```
 */
export function endOfDay(date: PlainDate, zone: TimeZone): Instant {
  return startOfDay(addDays(date, 1), zone);
}
