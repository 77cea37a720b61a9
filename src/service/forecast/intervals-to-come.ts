import { DAY_MS } from "../../shared/time/civil.js";
import { instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import { readLocal } from "../../shared/time/local-time.js";
import { spanAt } from "../../shared/time/offset-table.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ForecastInterval } from "./contact-forecast.js";
import { expectedCount, type ContactModel } from "./contact-model.js";
import { countRange } from "./count-range.js";
import type { CalendarDay } from "./day-calendar.js";

/** The days to forecast and how. @internal */
export interface DaysToCome {
  /** The first day, since 1970-01-01. */
  readonly from: number;
  /** The first day no longer forecast. */
  readonly until: number;
  /** The zone on whose clock the days are. */
  readonly zone: TimeZone;
  /** What a day is. */
  readonly calendar: (day: number) => CalendarDay;
  /** The confidence level of the ranges. */
  readonly level: number;
}

/** The intervals of the days to come. @internal */
export interface IntervalsToCome {
  /** Those whose weekday and time are known, in order. */
  readonly intervals: readonly ForecastInterval[];
  /** How many are not, of those at a time of day that some other weekday has. */
  readonly unseen: number;
}

/** Forecasts each interval from the first instant of the first day to that of the day after the last. @internal */
export function intervalsToCome(model: ContactModel, days: DaysToCome): IntervalsToCome {
  const intervals: ForecastInterval[] = [];
  let unseen = 0;
  // At a time that no weekday ever counted, the centre is closed.
  const isOpen = Array.from({ length: model.slots }, (_, slot) =>
    model.counted.some((days, cell) => days > 0 && cell % model.slots === slot),
  );
  const { zone, calendar, level } = days;
  const stepMs = DAY_MS / model.slots;
  for (let day = days.from; day < days.until; day += 1) {
    const calendarDay = calendar(day);
    const end = readLocal(zone, (day + 1) * DAY_MS).reached;
    for (let at = readLocal(zone, day * DAY_MS).reached; at < end; at += stepMs) {
      const ofDay = at + spanAt(zone, at).offset - day * DAY_MS;
      const slot = Math.min(model.slots - 1, Math.max(0, Math.floor(ofDay / stepMs)));
      const spread = expectedCount(model, { day, slot, calendarDay });
      if (spread === undefined) {
        if (isOpen[slot] === true) unseen += 1;
        continue;
      }
      const part = Math.min(1, (end - at) / stepMs);
      const expected = { mean: spread.mean * part, variance: spread.variance * part };
      intervals.push({
        start: instantFromEpochMilliseconds(at),
        minutes: (stepMs * part) / 60_000,
        contacts: expected.mean,
        ...countRange(expected, level),
        day: calendarDay.kind,
      });
    }
  }
  return { intervals, unseen };
}
