import { civilFromDays, dayNumber, dayOfText } from "./civil.js";

declare const plainDateBrand: unique symbol;

/**
 * A day on the calendar, without a time or zone: ISO 8601 text, exactly `2026-02-13`.
 *
 * Texts sort as the days do: compare them with `<` and `===`. That holds because years run from 0000 to 9999. The
 * calendar is the Gregorian, also before 1582. Make one with {@link plainDate}.
 */
export type PlainDate = string & {
  /** Exists for the compiler only: a bare string is not yet a date. */
  readonly [plainDateBrand]: true;
};

/**
 * A date taken apart.
 */
export interface DateParts {
  /** The year, 0 to 9999. */
  readonly year: number;
  /** The month, 1 (January) to 12. */
  readonly month: number;
  /** The day of the month, 1 to 31. */
  readonly day: number;
}

/**
 * Which day does this text mean?
 *
 * @param text - `YYYY-MM-DD`, exactly.
 * @returns The same text, known to be a day that exists.
 * @throws RangeError for another form, or a day that does not exist such as `2026-02-30`.
 * @example
 * ```ts
 * import { plainDate } from "goodwill/shared";
 *
 * plainDate("2024-02-29"); // => "2024-02-29"
 * ```
 */
export function plainDate(text: string): PlainDate {
  if (isPlainDate(text)) return text;
  throw new RangeError(
    `Cannot read a date: expected a day that exists as YYYY-MM-DD, got ${JSON.stringify(text)}`,
  );
}

/**
 * Is this a day that exists, written `YYYY-MM-DD`?
 *
 * @param value - Anything.
 * @returns `true` for a date, `false` for everything else.
 * @example
 * ```ts
 * import { isPlainDate } from "goodwill/shared";
 *
 * isPlainDate("2023-02-29"); // => false
 * ```
 */
export function isPlainDate(value: unknown): value is PlainDate {
  return typeof value === "string" && value.length === 10 && dayOfText(value) !== undefined;
}

/**
 * Which date has this year, month and day?
 *
 * @param parts - Year, month and day.
 * @returns The date.
 * @throws RangeError where there is no such day.
 * @example
 * ```ts
 * import { plainDateFromParts } from "goodwill/shared";
 *
 * plainDateFromParts({ year: 2026, month: 2, day: 3 }); // => "2026-02-03"
 * ```
 */
export function plainDateFromParts(parts: DateParts): PlainDate {
  const pad = (value: number, length: number): string => String(value).padStart(length, "0");
  return plainDate(`${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`);
}

/**
 * What are the year, month and day of this date?
 *
 * @param date - The date.
 * @returns Its parts.
 * @throws RangeError where the value is no date.
 * @example
 * ```ts
 * import { datePartsOf, plainDate } from "goodwill/shared";
 *
 * datePartsOf(plainDate("2026-02-03")); // => { year: 2026, month: 2, day: 3 }
 * ```
 */
export function datePartsOf(date: PlainDate): DateParts {
  const packed = civilFromDays(dayNumber(date));
  return {
    year: Math.floor(packed / 10_000),
    month: Math.floor(packed / 100) % 100,
    day: packed % 100,
  };
}
