import { DAY_MS, FIRST_DAY, LAST_DAY, localNumber, localOfText, textOfLocal } from "./civil.js";
import { epochMilliseconds } from "./instant.js";
import type { Instant } from "./instant.js";
import { spanAt } from "./offset-table.js";
import type { TimeZone } from "./time-zone.js";

declare const wallTimeBrand: unique symbol;

/**
 * What a clock on the wall shows, without saying where: `2026-02-13T09:30`, with `:ss` or `:ss.SSS` only where they
 * are not zero.
 *
 * In that shortest form one reading has one text, and texts sort as the readings do. Make one with {@link wallTime}.
 */
export type WallTime = string & {
  /** Exists for the compiler only: a bare string is not yet a wall time. */
  readonly [wallTimeBrand]: true;
};

/**
 * Which clock reading does this text mean?
 *
 * @param text - `YYYY-MM-DDTHH:mm`, `YYYY-MM-DDTHH:mm:ss` or `YYYY-MM-DDTHH:mm:ss.SSS`.
 * @returns The reading in its shortest form.
 * @throws RangeError for another form, or a day or time that does not exist (hour 24 and second 60 included).
 * @example
 * ```ts
 * import { wallTime } from "goodwill/shared";
 *
 * wallTime("2026-02-13T09:30:00"); // => "2026-02-13T09:30"
 * ```
 */
export function wallTime(text: string): WallTime {
  return shortest(textOfLocal(localNumber(text)));
}

/**
 * Is this a wall time in its shortest form?
 *
 * @param value - Anything.
 * @returns `true` for text such as `2026-02-13T09:30`; `false` for longer spellings, which {@link wallTime} can read.
 * @example
 * ```ts
 * import { isWallTime } from "goodwill/shared";
 *
 * isWallTime("2026-02-13T09:30"); // => true
 * isWallTime("2026-02-13T24:00"); // => false
 * ```
 */
export function isWallTime(value: unknown): value is WallTime {
  if (typeof value !== "string") return false;
  const local = localOfText(value, value.length);
  return local !== undefined && shortest(textOfLocal(local)) === value;
}

/**
 * What does the clock in this zone show at this instant?
 *
 * @param at - The instant.
 * @param zone - The zone.
 * @returns The clock reading.
 * @throws RangeError where the instant is not canonical, the zone not known, or the reading outside the years 0000 to
 * 9999.
 * @example
 * ```ts
 * import { instant, timeZone, wallTimeAt } from "goodwill/shared";
 *
 * wallTimeAt(instant("2026-02-13T09:30:00Z"), timeZone("Asia/Shanghai")); // => "2026-02-13T17:30"
 * ```
 */
export function wallTimeAt(at: Instant, zone: TimeZone): WallTime {
  const milliseconds = epochMilliseconds(at);
  const local = milliseconds + spanAt(zone, milliseconds).offset;
  if (local < FIRST_DAY * DAY_MS || local >= (LAST_DAY + 1) * DAY_MS) {
    throw new RangeError(
      `Cannot tell the time in ${zone}: ${at} is there outside the years 0000 to 9999`,
    );
  }
  return shortest(textOfLocal(local));
}

/** Of `YYYY-MM-DDTHH:mm:ss.SSSZ`, what is not zero. */
function shortest(text: string): WallTime {
  const length = !text.endsWith(".000Z") ? 23 : !text.endsWith(":00.000Z") ? 19 : 16;
  return text.slice(0, length) as WallTime;
}
