import { DAY_MS, FIRST_DAY, LAST_DAY, dayOfText, localOfText, textOfLocal } from "./civil.js";

declare const instantBrand: unique symbol;

/**
 * A point on the time line: ISO 8601 text in UTC with milliseconds, exactly `2026-02-13T09:30:00.000Z`.
 *
 * One instant has one text, and texts sort as the instants do: compare them with `<` and `===`. That holds because
 * years run from 0000 to 9999. Make one with {@link instant}.
 */
export type Instant = string & {
  /** Exists for the compiler only: a bare string is not yet an instant. */
  readonly [instantBrand]: true;
};

const FIRST_MS = FIRST_DAY * DAY_MS;
const LAST_MS = (LAST_DAY + 1) * DAY_MS - 1;

/** Date, hour, minute, second, fraction, offset. */
const WITH_OFFSET =
  /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)$/;
const WITHOUT_OFFSET = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?$/;

function cannotRead(text: unknown, why: string): RangeError {
  return new RangeError(`Cannot read an instant: ${why}, got ${JSON.stringify(text)}`);
}

/**
 * Which instant does this text mean?
 *
 * Reads ISO 8601 text in the extended form with an offset (`Z`, `+08:00`, `+0800`, `+08`), seconds and fraction
 * optional, and writes it in the one canonical form. Digits beyond the millisecond are cut off, towards the past.
 *
 * @remarks Hour 24 and second 60 are refused, as there is another text for the same moment or none: ISO 8601-1:2019
 * dropped hour 24, and POSIX time has no leap seconds.
 * @param text - ISO text with an offset or `Z`.
 * @returns The same moment in UTC, to the millisecond.
 * @throws RangeError where the text is no ISO date and time, has no offset, names a day or time that does not exist
 * (`2026-02-30`, `24:00`, second 60), or falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 *
 * instant("2026-02-13T17:30:00+08:00"); // => "2026-02-13T09:30:00.000Z"
 * ```
 */
export function instant(text: string): Instant {
  if (isInstant(text)) return text;
  const match = WITH_OFFSET.exec(text);
  if (match === null) {
    throw WITHOUT_OFFSET.test(text)
      ? cannotRead(text, "it has no offset or Z (resolve a wall time with instantFromWallTime)")
      : cannotRead(text, "expected ISO text with an offset like 2026-02-13T09:30:00Z");
  }
  const [, date = "", hour = "", minute = "", second = "00", fraction = "", , sign] = match;
  const offsetHours = Number(match[8] ?? "0");
  const offsetMinutes = Number(match[9] ?? "0");
  if (dayOfText(date) === undefined) throw cannotRead(text, `there is no day ${date}`);
  if (hour === "24") throw cannotRead(text, "hour 24 is 00:00 of the next day");
  if (second === "60")
    throw cannotRead(text, "leap seconds (second 60) have no place in POSIX time");
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  const local = localOfText(`${date}T${hour}:${minute}:${second}.${milliseconds}`, 23);
  if (local === undefined) throw cannotRead(text, "there is no such time of day");
  if (offsetHours > 23 || offsetMinutes > 59) throw cannotRead(text, "there is no such offset");
  const offset = (offsetHours * 60 + offsetMinutes) * 60_000;
  const utc = sign === "-" ? local + offset : local - offset;
  if (!isInRange(utc)) throw cannotRead(text, "in UTC it is outside the years 0000 to 9999");
  return textOfLocal(utc) as Instant;
}

/**
 * Is this an instant in its canonical form, with a day and time that exist?
 *
 * @param value - Anything.
 * @returns `true` for text such as `2026-02-13T09:30:00.000Z`; `false` for other spellings of the same moment, which
 * {@link instant} can read.
 * @example
 * ```ts
 * import { isInstant } from "goodwill/shared";
 *
 * isInstant("2026-02-13T09:30:00.000Z"); // => true
 * isInstant("2026-02-13T09:30:00Z"); // => false
 * ```
 */
export function isInstant(value: unknown): value is Instant {
  return (
    typeof value === "string" &&
    value.length === 24 &&
    value.charCodeAt(23) === 90 &&
    localOfText(value, 23) !== undefined
  );
}

/**
 * How many milliseconds after 1970-01-01T00:00:00.000Z is this instant?
 *
 * @param at - The instant.
 * @returns An integer, negative before 1970.
 * @throws RangeError where the value is no canonical instant.
 * @example
 * ```ts
 * import { epochMilliseconds, instant } from "goodwill/shared";
 *
 * epochMilliseconds(instant("1970-01-02T00:00:00Z")); // => 86400000
 * ```
 */
export function epochMilliseconds(at: Instant): number {
  const milliseconds = localOfText(at, 23);
  if (milliseconds === undefined || at.length !== 24 || at.charCodeAt(23) !== 90) {
    throw cannotRead(at, "expected the canonical form 2026-02-13T09:30:00.000Z");
  }
  return milliseconds;
}

/**
 * Which instant is this many milliseconds after 1970-01-01T00:00:00.000Z?
 *
 * @param milliseconds - An integer, as `Date.prototype.getTime` gives; negative before 1970.
 * @returns The instant.
 * @throws RangeError where the number is not an integer or falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { instantFromEpochMilliseconds } from "goodwill/shared";
 *
 * instantFromEpochMilliseconds(86_400_000); // => "1970-01-02T00:00:00.000Z"
 * ```
 */
export function instantFromEpochMilliseconds(milliseconds: number): Instant {
  if (!Number.isInteger(milliseconds) || !isInRange(milliseconds)) {
    throw new RangeError(
      `Cannot make an instant: expected an integer of milliseconds within the years 0000 to 9999, got ${String(milliseconds)}`,
    );
  }
  return textOfLocal(milliseconds) as Instant;
}

/**
 * Which instant is this much later?
 *
 * Counts elapsed time: 24 hours later is not always the same clock time on the next day. For calendar steps use
 * {@link addDays} and {@link addMonths} on plain dates.
 *
 * @param at - The instant to start from.
 * @param milliseconds - How much later, an integer; negative for earlier.
 * @returns The later instant.
 * @throws RangeError where the number is not an integer or the result falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { addMilliseconds, instant } from "goodwill/shared";
 *
 * const fourHours = 4 * 60 * 60 * 1000;
 * addMilliseconds(instant("2026-02-13T22:30:00Z"), fourHours); // => "2026-02-14T02:30:00.000Z"
 * ```
 */
export function addMilliseconds(at: Instant, milliseconds: number): Instant {
  return instantFromEpochMilliseconds(epochMilliseconds(at) + milliseconds);
}

/**
 * How much time passes from one instant to another?
 *
 * @param start - The first instant.
 * @param end - The second instant.
 * @returns Milliseconds, an integer; 0 for the same instant, negative where `end` is the earlier.
 * @throws RangeError where a value is no canonical instant.
 * @example
 * ```ts
 * import { instant, millisecondsBetween } from "goodwill/shared";
 *
 * millisecondsBetween(instant("2026-02-13T09:30:00Z"), instant("2026-02-13T09:31:30Z")); // => 90000
 * ```
 */
export function millisecondsBetween(start: Instant, end: Instant): number {
  return epochMilliseconds(end) - epochMilliseconds(start);
}

function isInRange(milliseconds: number): boolean {
  return milliseconds >= FIRST_MS && milliseconds <= LAST_MS;
}
