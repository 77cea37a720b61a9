// The hours of each day of a service calendar, checked once. Internal: not part of the package's surface.

import { DAY_MS, dayNumber } from "../../shared/time/civil.js";
import type { HolidayList } from "../../shared/time/holiday-list.js";
import { isKnownZone, unknownZoneMessage } from "../../shared/time/offset-table.js";
import { weekdayOf } from "../../shared/time/week-day.js";
import type { OpeningWindow, ServiceCalendar } from "./service-calendar.js";

/** Windows of a day as milliseconds since its midnight on the clock: from, until, from, until, in order. */
export type DayHours = readonly number[];

/** A service calendar in days since 1970-01-01, fit for counting. */
export interface OpenDays {
  readonly zone: string;
  /** By weekday, 0 unused. */
  readonly week: readonly DayHours[];
  readonly makeUp: DayHours;
  readonly special: ReadonlyMap<number, DayHours>;
  readonly closed: ReadonlySet<number>;
  readonly makeUpDays: ReadonlySet<number>;
  /** The days for which holidays are known: all where there is no list. */
  readonly knownFrom: number;
  readonly knownUntil: number;
}

const CLOSED: DayHours = [];
const ALWAYS: DayHours = [0, DAY_MS];
const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"];

/** The hours of a day; `undefined` where the calendar does not know. Special dates go before all. */
export function hoursOfDay(days: OpenDays, day: number): DayHours | undefined {
  const special = days.special.size === 0 ? undefined : days.special.get(day);
  if (special !== undefined) return special;
  if (day < days.knownFrom || day >= days.knownUntil) return undefined;
  if (days.makeUpDays.has(day)) return days.makeUp;
  return days.closed.has(day) ? CLOSED : days.week[weekdayOf(day)];
}

/** Reads a calendar, or throws where it is not valid or never open. */
export function openDays(task: string, calendar: ServiceCalendar): OpenDays {
  const { zone, hours, holidays, special = [] } = calendar;
  if (!isKnownZone(zone)) throw new RangeError(`Cannot ${task}: ${unknownZoneMessage(zone)}`);
  const week = weekHours(task, hours);
  const monday = week[1] as DayHours;
  const makeUp =
    calendar.makeUpHours === undefined
      ? monday
      : dayHours(calendar.makeUpHours, { task, name: "makeUpHours" });
  const dates = special.map(
    ({ date, windows }) =>
      [dayNumber(date), dayHours(windows, { task, name: `the hours of ${date}` })] as const,
  );
  if (new Set(dates.map(([day]) => day)).size < dates.length) {
    throw new RangeError(`Cannot ${task}: special must name each date once`);
  }
  const days = {
    zone,
    week,
    makeUp,
    special: new Map(dates),
    ...daysOfHolidays(task, holidays),
  };
  requireEverOpen(task, days);
  return days;
}

function weekHours(task: string, hours: ServiceCalendar["hours"]): readonly DayHours[] {
  if (hours === "always") return Array.from({ length: 8 }, () => ALWAYS);
  const week: DayHours[] = Array.from({ length: 8 }, () => CLOSED);
  for (const [weekday, windows] of Object.entries(hours)) {
    if (!WEEKDAYS.includes(weekday)) {
      throw new RangeError(
        `Cannot ${task}: a weekday is 1 (Monday) to 7 (Sunday), got ${JSON.stringify(weekday)}`,
      );
    }
    week[Number(weekday)] = dayHours(windows, { task, name: `hours of weekday ${weekday}` });
  }
  return week;
}

function daysOfHolidays(
  task: string,
  list: HolidayList | undefined,
): Pick<OpenDays, "closed" | "makeUpDays" | "knownFrom" | "knownUntil"> {
  if (list === undefined) {
    return { closed: new Set(), makeUpDays: new Set(), knownFrom: -Infinity, knownUntil: Infinity };
  }
  const closed = new Set(
    list.days
      .filter(({ kind, active }) => kind === "statutory" && active !== false)
      .map(({ date }) => dayNumber(date)),
  );
  const torn = list.makeUpWorkdays.find((date) => closed.has(dayNumber(date)));
  if (torn !== undefined) {
    throw new RangeError(`Cannot ${task}: ${torn} is both a holiday and a make-up workday`);
  }
  return {
    closed,
    makeUpDays: new Set(list.makeUpWorkdays.map(dayNumber)),
    knownFrom: dayNumber(list.coverage.start),
    knownUntil: dayNumber(list.coverage.end),
  };
}

function requireEverOpen(task: string, days: OpenDays): void {
  const isOpen =
    days.week.some((hours) => hours.length > 0) ||
    (days.makeUp.length > 0 && days.makeUpDays.size > 0) ||
    [...days.special.values()].some((hours) => hours.length > 0);
  if (isOpen) return;
  throw new RangeError(`Cannot ${task}: the calendar must be open at some time, it is never open`);
}

interface HoursName {
  readonly task: string;
  readonly name: string;
}

function dayHours(windows: readonly OpeningWindow[], { task, name }: HoursName): DayHours {
  const read = windows
    .map((window) => ({
      from: clockMilliseconds(window.from),
      until: clockMilliseconds(window.until),
      window,
    }))
    .sort((a, b) => a.from - b.from);
  for (const [i, { from, until, window }] of read.entries()) {
    const text = `${JSON.stringify(window.from)} to ${JSON.stringify(window.until)}`;
    // Written so that NaN, a time that could not be read, is refused, too.
    if (!(from < until)) {
      throw new RangeError(
        `Cannot ${task}: ${name} must run from HH:MM to a later HH:MM, 24:00 at most, got ${text}`,
      );
    }
    const before = read[i - 1];
    if (before === undefined || before.until <= from) continue;
    throw new RangeError(
      `Cannot ${task}: ${name} must not overlap, got ${text} and ` +
        `${JSON.stringify(before.window.from)} to ${JSON.stringify(before.window.until)}`,
    );
  }
  return read.flatMap(({ from, until }) => [from, until]);
}

const CLOCK_TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** `24:00` is the end of the day; NaN where the text is no time of day. */
function clockMilliseconds(text: string): number {
  const match = CLOCK_TIME.exec(text);
  if (match === null) return NaN;
  const [, hours, minutes] = match;
  return hours === undefined ? DAY_MS : (Number(hours) * 60 + Number(minutes)) * 60_000;
}
