import { dayNumber, textOfDay } from "../../shared/time/civil.js";
import type { HolidayDay, HolidayList } from "../../shared/time/holiday-list.js";
import type { DayRange, FoundDays, OccasionDay } from "./occasion-day.js";
import type { StatutoryHoliday } from "./occasion-rule.js";

const NO_LIST: FoundDays = {
  days: [],
  unknown: [{ code: "occasion-holidays-missing", params: {} }],
};

/**
 * The days of a range on which a run of consecutive statutory days of one holiday begins, as far as the list is
 * complete.
 */
export function holidayDays(
  { holiday }: StatutoryHoliday,
  range: DayRange,
  list: HolidayList | undefined,
): FoundDays {
  if (list === undefined) return NO_LIST;
  const covered = {
    from: Math.max(range.from, dayNumber(list.coverage.start)),
    to: Math.min(range.to, dayNumber(list.coverage.end)),
  };
  const days: OccasionDay[] = [];
  for (const [id, dayOf] of daysByHoliday(list.days)) {
    if (holiday !== undefined && id !== holiday) continue;
    for (const [day, { name = id }] of dayOf) {
      if (day < covered.from || day >= covered.to || dayOf.has(day - 1)) continue;
      const reason = { code: "occasion-statutory-holiday", params: { holiday: id, name } };
      // A rule about every holiday may find two that begin on one day.
      days.push({ day, reason, ...(holiday === undefined && { of: id }) });
    }
  }
  return { days, unknown: uncovered(range, covered) };
}

/** The statutory days that count, by holiday. */
function daysByHoliday(
  days: readonly HolidayDay[],
): ReadonlyMap<string, ReadonlyMap<number, HolidayDay>> {
  const found = new Map<string, Map<number, HolidayDay>>();
  for (const one of days) {
    if (one.kind !== "statutory" || one.active === false) continue;
    const known = found.get(one.holiday) ?? new Map<number, HolidayDay>();
    const day = dayNumber(one.date);
    if (!known.has(day)) known.set(day, one);
    found.set(one.holiday, known);
  }
  return found;
}

function uncovered(range: DayRange, covered: DayRange): FoundDays["unknown"] {
  const gaps =
    covered.from >= covered.to
      ? [range]
      : [
          { from: range.from, to: covered.from },
          { from: covered.to, to: range.to },
        ];
  return gaps
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      code: "occasion-holidays-not-announced",
      params: { from: textOfDay(from), through: textOfDay(to - 1) },
    }));
}
