import { dayNumber } from "../../shared/time/civil.js";
import type { HolidayList } from "../../shared/time/holiday-list.js";
import { weekdayOf } from "../../shared/time/week-day.js";
import type { ForecastDayKind } from "./contact-forecast.js";

/** What a day is to a forecast. @internal */
export interface CalendarDay {
  /** Its kind. */
  readonly kind: ForecastDayKind;
  /** The weekday it is like; 1 is Monday, which a make-up workday is like. */
  readonly weekday: number;
  /** The holiday's id, on a holiday. */
  readonly holiday?: string;
}

/** Reads days since 1970-01-01 by a list of holidays; without one every day is like its weekday. @internal */
export function dayCalendar(holidays: HolidayList | undefined): (day: number) => CalendarDay {
  if (holidays === undefined) return (day) => ({ kind: "weekday", weekday: weekdayOf(day) });
  const start = dayNumber(holidays.coverage.start);
  const end = dayNumber(holidays.coverage.end);
  const closed = holidays.days.filter((day) => day.kind === "statutory" && day.active !== false);
  const names = new Map(closed.map(({ date, holiday }) => [dayNumber(date), holiday]));
  const makeUps = new Set(holidays.makeUpWorkdays.map(dayNumber));
  return (day) => {
    const weekday = weekdayOf(day);
    if (day < start || day >= end) return { kind: "unknown", weekday };
    if (makeUps.has(day)) return { kind: "make-up", weekday: 1 };
    const holiday = names.get(day);
    return holiday === undefined
      ? { kind: "weekday", weekday }
      : { kind: "holiday", weekday, holiday };
  };
}
