// Integer arithmetic on the proleptic Gregorian calendar, and the fixed-width digits of ISO 8601 text.
// Internal: not part of the package's surface. Years are 0000 to 9999, so that texts sort as strings.

/** One civil day of 24 hours, in milliseconds. */
export const DAY_MS = 86_400_000;
/** 0000-01-01 as days since 1970-01-01. */
export const FIRST_DAY = -719_528;
/** 9999-12-31 as days since 1970-01-01. */
export const LAST_DAY = 2_932_896;

/** Days since 1970-01-01, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`. */
export function daysFromCivil(year: number, month: number, day: number): number {
  // The year is counted from 1 March, so that the leap day is its last day.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1;
  const leapDays = (yearOfEra >> 2) - ((yearOfEra / 100) | 0);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

/**
 * Year, month and day packed as `yyyymmdd`: one number needs no allocation. Hinnant's `civil_from_days`.
 * `| 0` keeps the quotients in machine integers, which doubles the speed of writing an instant.
 */
export function civilFromDays(days: number): number {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return year * 10_000 + month * 100 + day;
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number written by two digits at a position, or -1 where one of them is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** The day of a text beginning `YYYY-MM-DD`, as days since 1970-01-01; `undefined` where there is no such day. */
export function dayOfText(text: string): number | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return undefined;
  const year = century * 100 + yearOfCentury;
  if (day > 28 && day > daysInMonth(year, month)) return undefined;
  return daysFromCivil(year, month, day);
}

/** The day of a text that is exactly a date, or an exception. */
export function dayNumber(date: string): number {
  const day = date.length === 10 ? dayOfText(date) : undefined;
  if (day !== undefined) return day;
  throw new RangeError(
    `Cannot use a date: expected a day that exists as YYYY-MM-DD, got ${JSON.stringify(date)}`,
  );
}

/**
 * The clock reading of `YYYY-MM-DDTHH:mm[:ss[.SSS]]` in the first `length` characters, in milliseconds since
 * 1970-01-01T00:00 on the same clock; `undefined` where there is no such reading.
 */
export function localOfText(text: string, length: number): number | undefined {
  if (length !== 16 && length !== 19 && length !== 23) return undefined;
  const day = dayOfText(text);
  if (day === undefined || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58)
    return undefined;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return undefined;
  const whole = day * DAY_MS + hour * 3_600_000 + minute * 60_000;
  if (length === 16) return whole;
  const second = twoDigits(text, 17);
  if (text.charCodeAt(16) !== 58 || second < 0 || second > 59) return undefined;
  if (length === 19) return whole + second * 1000;
  const hundredths = twoDigits(text, 20);
  const thousandths = text.charCodeAt(22) - 48;
  if (text.charCodeAt(19) !== 46 || hundredths < 0) return undefined;
  if (!(thousandths >= 0 && thousandths <= 9)) return undefined;
  return whole + second * 1000 + hundredths * 10 + thousandths;
}

/** The reading of a text that is exactly a wall time, or an exception. */
export function localNumber(text: string): number {
  const local = localOfText(text, text.length);
  if (local !== undefined) return local;
  throw new RangeError(
    `Cannot read a wall time: expected a day and time that exist like 2026-02-13T09:30, got ${JSON.stringify(text)}`,
  );
}

/** `YYYY-MM-DD` of a day since 1970-01-01 between {@link FIRST_DAY} and {@link LAST_DAY}. */
export function textOfDay(days: number): string {
  const packed = civilFromDays(days);
  const year = (packed / 10_000) | 0;
  const month = ((packed / 100) | 0) % 100;
  const day = packed % 100;
  // prettier-ignore
  return String.fromCharCode(
    48 + ((year / 1000) | 0), 48 + ((year / 100) | 0) % 10, 48 + ((year / 10) | 0) % 10, 48 + year % 10,
    45, 48 + ((month / 10) | 0), 48 + month % 10,
    45, 48 + ((day / 10) | 0), 48 + day % 10,
  );
}

/**
 * `YYYY-MM-DDTHH:mm:ss.SSSZ` of milliseconds since 1970-01-01, in range.
 * Six times faster than `Date.prototype.toISOString`, which is most of the cost of resolving a wall time.
 */
export function textOfLocal(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY_MS);
  const packed = civilFromDays(days);
  const year = (packed / 10_000) | 0;
  const month = ((packed / 100) | 0) % 100;
  const day = packed % 100;
  const ofDay = (milliseconds - days * DAY_MS) | 0;
  const hour = (ofDay / 3_600_000) | 0;
  const minute = ((ofDay / 60_000) | 0) % 60;
  const second = ((ofDay / 1000) | 0) % 60;
  const ms = ofDay % 1000;
  // prettier-ignore
  return String.fromCharCode(
    48 + ((year / 1000) | 0), 48 + ((year / 100) | 0) % 10, 48 + ((year / 10) | 0) % 10, 48 + year % 10,
    45, 48 + ((month / 10) | 0), 48 + month % 10,
    45, 48 + ((day / 10) | 0), 48 + day % 10,
    84, 48 + ((hour / 10) | 0), 48 + hour % 10,
    58, 48 + ((minute / 10) | 0), 48 + minute % 10,
    58, 48 + ((second / 10) | 0), 48 + second % 10,
    46, 48 + ((ms / 100) | 0), 48 + ((ms / 10) | 0) % 10, 48 + ms % 10, 90,
  );
}
