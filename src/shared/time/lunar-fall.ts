// On which Gregorian days a day of the Chinese calendar falls. Internal: not part of the package's surface.

import { civilFromDays, dayNumber, daysFromCivil } from "./civil.js";
import type { LunarCalendar, LunarDate, LunarSkip } from "./lunar-calendar.js";

/** A month of the Chinese calendar: its first day since 1970-01-01 and how many it has. */
export interface LunarMonth {
  readonly first: number;
  readonly length: number;
}

/** A Chinese calendar by its months. */
export interface LunarMonths {
  readonly firstYear: number;
  readonly lastYear: number;
  /** The month; `undefined` where the year has no such leap month. Only for years of the calendar. */
  readonly month: (year: number, month: number, leap: boolean) => LunarMonth | undefined;
}

/** A Chinese calendar as months that are looked up once and remembered. */
export function lunarMonths(calendar: LunarCalendar): LunarMonths {
  const known = new Map<number, LunarMonth | undefined>();
  return {
    firstYear: calendar.firstYear,
    lastYear: calendar.lastYear,
    month: (year, month, leap) => {
      const key = (year * 12 + month) * 2 + (leap ? 1 : 0);
      const found = known.get(key);
      if (found !== undefined || known.has(key)) return found;
      const read = readMonth(calendar, { year, month, leapMonth: leap, day: 1 });
      known.set(key, read);
      return read;
    },
  };
}

function readMonth(calendar: LunarCalendar, start: LunarDate): LunarMonth | undefined {
  const first = calendar.gregorianDate(start);
  if (first === undefined) return undefined;
  const long = calendar.gregorianDate({ ...start, day: 30 }) !== undefined;
  return { first: dayNumber(first), length: long ? 30 : 29 };
}

/** Where the day of a Chinese year falls. */
export interface LunarFall {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** The Chinese year. */
  readonly year: number;
  /** Whether the year has no such day, so that another is kept. */
  readonly moved: boolean;
}

/** Where a day of the Chinese calendar falls year by year. */
export interface LunarFalls {
  readonly falls: readonly LunarFall[];
  /** Whether a year was asked about that the calendar does not know. */
  readonly exceeded: boolean;
}

/** A day of the Chinese calendar without its year, and what is done where a year has it not. */
export interface LunarWish extends Omit<LunarDate, "year"> {
  readonly skip: LunarSkip;
  /** Whether the year counts at all. */
  readonly inYear: (year: number) => boolean;
}

/** Days since 1970-01-01, the last not included. */
interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The days of a span on which a day of the Chinese calendar falls, Chinese year by Chinese year. */
export function lunarFalls(wish: LunarWish, span: DaySpan, months: LunarMonths): LunarFalls {
  if (span.from >= span.to) return { falls: [], exceeded: false };
  const falls: LunarFall[] = [];
  let exceeded = false;
  const last = gregorianYear(span.to - 1);
  // A Chinese year begins in January or February and ends in the year after.
  for (let year = gregorianYear(span.from) - 1; year <= last; year += 1) {
    if (!wish.inYear(year)) continue;
    if (!knows(months, year, wish)) {
      exceeded ||= mayFallIn(span, year, wish);
      continue;
    }
    const fall = fallInYear(wish, year, months);
    if (fall !== undefined && fall.day >= span.from && fall.day < span.to) falls.push(fall);
  }
  return { falls, exceeded };
}

function gregorianYear(day: number): number {
  return Math.floor(civilFromDays(day) / 10_000);
}

/** After the skip rules of RFC 7529, section 4.1: first the month, then the day. */
function fallInYear(wish: LunarWish, year: number, months: LunarMonths): LunarFall | undefined {
  const { month, leapMonth, day, skip } = wish;
  const own = months.month(year, month, leapMonth);
  if (own === undefined && skip === "omit") return undefined;
  const kept = own ?? substitute(wish, year, months);
  if (kept === undefined) return undefined;
  if (day <= kept.length) {
    return { day: kept.first + day - 1, year, moved: own === undefined };
  }
  if (skip === "omit") return undefined;
  return { day: kept.first + kept.length - (skip === "backward" ? 1 : 0), year, moved: true };
}

function substitute(
  { month, skip }: LunarWish,
  year: number,
  months: LunarMonths,
): LunarMonth | undefined {
  if (skip === "backward") return months.month(year, month, false);
  return month === 12 ? months.month(year + 1, 1, false) : months.month(year, month + 1, false);
}

function knows(
  { firstYear, lastYear }: LunarMonths,
  year: number,
  { month, leapMonth, skip }: LunarWish,
): boolean {
  const intoNext = leapMonth && month === 12 && skip === "forward" ? 1 : 0;
  return year >= firstYear && year + intoNext <= lastYear;
}

/** Whether the day of an unknown year may lie in the span: a Chinese year begins from 21 January to 21 February. */
function mayFallIn({ from, to }: DaySpan, year: number, { month, day }: LunarWish): boolean {
  const earliest = daysFromCivil(year, 1, 21) + 29 * (month - 1) + day - 2;
  const latest = daysFromCivil(year, 2, 21) + 30 * (month + 1) + day - 1;
  return earliest < to && latest >= from;
}
