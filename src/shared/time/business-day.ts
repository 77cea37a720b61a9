import { FIRST_DAY, LAST_DAY, dayNumber, textOfDay } from "./civil.js";
import type { DayOfWeek } from "./date-arithmetic.js";
import type { Period } from "./period.js";
import { ok, refuse } from "../result.js";
import type { Result } from "../result.js";
import type { PlainDate } from "./plain-date.js";
import { weekdayOf } from "./week-day.js";

/**
 * On which days a business works: the week's rule and the days that break it.
 *
 * Make-up workdays, such as the Saturdays China works around its long holidays, follow no rule: they are announced year
 * by year. So is what a holiday is. `coverage` says for which days the lists are known.
 */
export interface BusinessDayCalendar {
  /** The weekdays worked as a rule, at least one; 1 is Monday, 7 is Sunday. */
  readonly workdays: readonly DayOfWeek[];
  /** Days not worked although the week's rule says so; those that are no workday anyway change nothing. */
  readonly holidays: readonly PlainDate[];
  /** Days worked although the week's rule says no. */
  readonly makeUpWorkdays: readonly PlainDate[];
  /**
   * The days for which the lists are complete. Beyond it nothing is said. Absent when the lists hold for ever, as those
   * of a firm that closes on no holiday.
   */
  readonly coverage?: Period<PlainDate>;
}

/** The calendar does not know about a day that has to be counted. */
export interface CalendarUnknown {
  /** Tells this refusal from others. */
  readonly code: "calendar-unknown";
  /** A day that has to be counted, and about which nothing is known. */
  readonly date: PlainDate;
  /** The days the calendar knows. */
  readonly coverage: Period<PlainDate>;
}

/** Whose days are counted. */
export interface BusinessDayOptions {
  /** The days a business works. */
  readonly calendar: BusinessDayCalendar;
}

/**
 * Is this a business day?
 *
 * A make-up workday is; a holiday is not; any other day is, where its weekday is worked.
 *
 * @param date - The day.
 * @param options - `calendar`: the days a business works.
 * @returns `true` or `false`; the refusal `calendar-unknown` for a day outside the calendar's coverage, which is never
 * guessed by its weekday.
 * @throws RangeError where the date or the calendar is not valid: no workday, a workday that is not 1 to 7, a day both
 * holiday and make-up workday.
 * @example
 * ```ts
 * import { isBusinessDay, period, plainDate } from "goodwill/shared";
 *
 * const calendar = {
 *   workdays: [1, 2, 3, 4, 5] as const,
 *   holidays: [plainDate("2026-02-17")],
 *   makeUpWorkdays: [plainDate("2026-02-14")],
 *   coverage: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
 * };
 * isBusinessDay(plainDate("2026-02-14"), { calendar }); // => { ok: true, value: true }
 * isBusinessDay(plainDate("2026-02-17"), { calendar }); // => { ok: true, value: false }
 * isBusinessDay(plainDate("2027-01-04"), { calendar }).ok; // => false
 * ```
 */
export function isBusinessDay(
  date: PlainDate,
  { calendar }: BusinessDayOptions,
): Result<boolean, CalendarUnknown> {
  const known = knownDays(calendar);
  const day = dayNumber(date);
  if (day < known.start || day >= known.end) return unknown(day, known);
  return ok(isWorked(day, known));
}

/**
 * Which day is this many business days later?
 *
 * The first business day after the date is 1 later, whether the date itself is one or not; the first before it is -1.
 * 0 business days later is the date itself, also where it is no business day.
 *
 * @param date - The day to start from.
 * @param days - How many business days later, an integer; negative for earlier.
 * @param options - `calendar`: the days a business works.
 * @returns The day; the refusal `calendar-unknown` where a day that has to be counted lies outside the calendar's
 * coverage.
 * @throws RangeError where the number is no integer, the result falls outside the years 0000 to 9999, or the date or
 * the calendar is not valid.
 * @example
 * ```ts
 * import { addBusinessDays, plainDate } from "goodwill/shared";
 *
 * const calendar = { workdays: [1, 2, 3, 4, 5] as const, holidays: [], makeUpWorkdays: [] };
 * addBusinessDays(plainDate("2026-02-13"), 1, { calendar }); // => { ok: true, value: "2026-02-16" }
 * addBusinessDays(plainDate("2026-02-15"), -2, { calendar }); // => { ok: true, value: "2026-02-12" }
 * ```
 */
export function addBusinessDays(
  date: PlainDate,
  days: number,
  { calendar }: BusinessDayOptions,
): Result<PlainDate, CalendarUnknown> {
  if (!Number.isInteger(days)) {
    throw new RangeError(`Cannot add business days: expected an integer, got ${String(days)}`);
  }
  const known = knownDays(calendar);
  const step = days < 0 ? -1 : 1;
  let day = dayNumber(date);
  for (let left = Math.abs(days); left > 0;) {
    day += step;
    if (day < FIRST_DAY || day > LAST_DAY) {
      throw new RangeError(
        `Cannot add business days: ${date} and ${String(days)} business days is outside the years 0000 to 9999`,
      );
    }
    if (day < known.start || day >= known.end) return unknown(day, known);
    if (isWorked(day, known)) left -= 1;
  }
  return ok(textOfDay(day) as PlainDate);
}

/**
 * How many business days lie from one day to another?
 *
 * Half-open: the start counts, the end does not. From a business day to the business day `n` later it is `n`, and
 * stretches that follow one another add up.
 *
 * @param start - The first day that counts.
 * @param end - The first that no longer counts.
 * @param options - `calendar`: the days a business works.
 * @returns The number, 0 for the same day, negative where `end` is the earlier (then the days from `end` to before
 * `start`); the refusal `calendar-unknown` where a day between lies outside the calendar's coverage.
 * @throws RangeError where a date or the calendar is not valid.
 * @example
 * ```ts
 * import { businessDaysBetween, plainDate } from "goodwill/shared";
 *
 * const calendar = { workdays: [1, 2, 3, 4, 5] as const, holidays: [], makeUpWorkdays: [] };
 * businessDaysBetween(plainDate("2026-02-13"), plainDate("2026-02-17"), { calendar }); // => { ok: true, value: 2 }
 * ```
 */
export function businessDaysBetween(
  start: PlainDate,
  end: PlainDate,
  { calendar }: BusinessDayOptions,
): Result<number, CalendarUnknown> {
  const known = knownDays(calendar);
  const from = dayNumber(start);
  const to = dayNumber(end);
  const first = Math.min(from, to);
  const after = Math.max(from, to);
  if (first === after) return ok(0);
  if (first < known.start) return unknown(first, known);
  if (after > known.end) return unknown(Math.max(first, known.end), known);
  const weeks = Math.floor((after - first) / 7);
  let count = weeks * known.weekdays.size;
  for (let day = first + weeks * 7; day < after; day += 1) {
    if (known.weekdays.has(weekdayOf(day))) count += 1;
  }
  for (const day of known.holidays) {
    if (day >= first && day < after && known.weekdays.has(weekdayOf(day))) count -= 1;
  }
  for (const day of known.makeUps) {
    if (day >= first && day < after && !known.weekdays.has(weekdayOf(day))) count += 1;
  }
  return ok(from <= to ? count : 0 - count);
}

/** A calendar in days since 1970-01-01, fit for counting. */
interface KnownDays {
  readonly weekdays: ReadonlySet<number>;
  readonly holidays: ReadonlySet<number>;
  readonly makeUps: ReadonlySet<number>;
  readonly start: number;
  readonly end: number;
}

function knownDays(calendar: BusinessDayCalendar): KnownDays {
  const { workdays, holidays, makeUpWorkdays, coverage } = calendar;
  if (workdays.length === 0) {
    throw new RangeError("Cannot count business days: the calendar needs at least one workday");
  }
  for (const weekday of workdays) {
    if (Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) continue;
    throw new RangeError(
      `Cannot count business days: a workday is 1 (Monday) to 7 (Sunday), got ${String(weekday)}`,
    );
  }
  const known = {
    weekdays: new Set<number>(workdays),
    holidays: new Set(holidays.map(dayNumber)),
    makeUps: new Set(makeUpWorkdays.map(dayNumber)),
    start: coverage === undefined ? FIRST_DAY : dayNumber(coverage.start),
    end: coverage === undefined ? LAST_DAY + 1 : dayNumber(coverage.end),
  };
  const torn = makeUpWorkdays.find((date) => known.holidays.has(dayNumber(date)));
  if (torn !== undefined) {
    throw new RangeError(
      `Cannot count business days: ${torn} is both a holiday and a make-up workday`,
    );
  }
  return known;
}

function isWorked(day: number, { weekdays, holidays, makeUps }: KnownDays): boolean {
  return makeUps.has(day) || (weekdays.has(weekdayOf(day)) && !holidays.has(day));
}

function unknown(day: number, { start, end }: KnownDays): Result<never, CalendarUnknown> {
  const coverage = {
    start: textOfDay(start) as PlainDate,
    end: textOfDay(end) as PlainDate,
  };
  return refuse({ code: "calendar-unknown", date: textOfDay(day) as PlainDate, coverage });
}
