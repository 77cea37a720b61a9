import { dayNumber, daysFromCivil, textOfDay } from "../../shared/time/civil.js";
import { easterSunday } from "./easter-sunday.js";
import { isMovedIn, keptDay } from "./kept-day.js";
import { nthWeekdayOfMonth } from "./nth-weekday.js";
import { daysByYear, rangeBefore, yearOfDay } from "./occasion-day.js";
import type { DayRange, OccasionDay } from "./occasion-day.js";
import { offsetReason } from "./offset-reason.js";
import type {
  EasterDay,
  FixedDay,
  NamedDays,
  NthWeekday,
  OnceIn,
  SeasonDay,
  WeekendDay,
} from "./occasion-rule.js";

/** Timings whose days are the same for every customer and follow from the Gregorian calendar alone. */
export type CommonTiming =
  FixedDay | NamedDays | NthWeekday | EasterDay | SeasonDay | WeekendDay | OnceIn;

const SPAN_MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;
const SEASON_MONTHS = {
  north: { spring: 3, summer: 6, autumn: 9, winter: 12 },
  south: { spring: 9, summer: 12, autumn: 3, winter: 6 },
} as const;
const WEEKDAY_CODES = {
  itself: "occasion-nth-weekday",
  before: "occasion-nth-weekday-before",
  after: "occasion-nth-weekday-after",
} as const;
const WEEKDAY_FROM_END_CODES = {
  itself: "occasion-nth-weekday-from-end",
  before: "occasion-nth-weekday-from-end-before",
  after: "occasion-nth-weekday-from-end-after",
} as const;
const EASTER_CODES = {
  itself: "occasion-easter",
  before: "occasion-easter-before",
  after: "occasion-easter-after",
} as const;

/** The days of a range on which such a timing falls. */
export function commonDays(timing: CommonTiming, range: DayRange): readonly OccasionDay[] {
  switch (timing.kind) {
    case "fixed":
      return fixedDays(timing, range);
    case "dates":
      return namedDays(timing, range);
    case "nth-weekday":
      return weekdaysOfMonth(timing, range);
    case "easter":
      return easterDays(timing, range);
    case "season":
      return seasonDays(timing, range);
    case "weekend":
      return weekendDays(timing, range);
    case "once-in":
      return spans(timing, range);
  }
}

function fixedDays({ month, day, leapDay }: FixedDay, range: DayRange): readonly OccasionDay[] {
  const params = { month, day };
  const reason = { code: "occasion-fixed", params };
  const moved = { code: "occasion-fixed-moved", params: { ...params, by: leapDay ?? "" } };
  return daysByYear(range, (year) => keptDay(year, { month, day, leapDay })).map((found) => ({
    day: found,
    reason: isMovedIn(yearOfDay(found), params) ? moved : reason,
  }));
}

function namedDays({ dates }: NamedDays, { from, to }: DayRange): readonly OccasionDay[] {
  return [...new Set(dates.map(dayNumber))]
    .filter((day) => day >= from && day < to)
    .map((day) => ({ day, reason: { code: "occasion-named-day", params: {} } }));
}

function weekdaysOfMonth(timing: NthWeekday, range: DayRange): readonly OccasionDay[] {
  const { month, weekday, nth, offsetDays = 0 } = timing;
  const codes = nth < 0 ? WEEKDAY_FROM_END_CODES : WEEKDAY_CODES;
  const reason = offsetReason(offsetDays, codes, { month, weekday, nth: Math.abs(nth) });
  const anchors = daysByYear(rangeBefore(range, offsetDays), (year) => {
    const date = nthWeekdayOfMonth({ year, month, weekday, nth });
    return date === undefined ? undefined : dayNumber(date);
  });
  return anchors.map((anchor) => ({ day: anchor + offsetDays, reason }));
}

function easterDays(timing: EasterDay, range: DayRange): readonly OccasionDay[] {
  const { tradition = "western", offsetDays = 0 } = timing;
  const anchors = daysByYear(rangeBefore(range, offsetDays), (year) =>
    dayNumber(easterSunday(year, { tradition })),
  );
  return anchors.map((anchor) => ({
    day: anchor + offsetDays,
    reason: offsetReason(offsetDays, EASTER_CODES, { tradition, easter: textOfDay(anchor) }),
  }));
}

function seasonDays(timing: SeasonDay, range: DayRange): readonly OccasionDay[] {
  const { season, hemisphere = "north" } = timing;
  const month = SEASON_MONTHS[hemisphere][season];
  const reason = { code: "occasion-season", params: { season, hemisphere } };
  return daysByYear(range, (year) => daysFromCivil(year, month, 1)).map((day) => ({ day, reason }));
}

function weekendDays(timing: WeekendDay, { from, to }: DayRange): readonly OccasionDay[] {
  const { weekday = 6, everyWeeks = 1 } = timing;
  const reason =
    everyWeeks === 1
      ? { code: "occasion-weekend", params: { weekday } }
      : { code: "occasion-weekend-of-some", params: { weekday, everyWeeks } };
  // 1970-01-05, a Monday, is day 4.
  const first = 4 + weekday - 1;
  const step = 7 * everyWeeks;
  const days: OccasionDay[] = [];
  for (let day = first + Math.ceil((from - first) / step) * step; day < to; day += step) {
    days.push({ day, reason });
  }
  return days;
}

function spans({ span }: OnceIn, { from, to }: DayRange): readonly OccasionDay[] {
  if (from >= to) return [];
  const length = SPAN_MONTHS[span];
  const days: OccasionDay[] = [];
  for (let year = yearOfDay(from); year <= yearOfDay(to - 1); year += 1) {
    for (let month = 1; month <= 12; month += length) {
      const first = daysFromCivil(year, month, 1);
      const after = month + length;
      const next = after > 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, after, 1);
      if (next <= from || first >= to) continue;
      const params = { span, first: textOfDay(first), last: textOfDay(next - 1) };
      days.push({
        day: Math.max(first, from),
        through: Math.min(next, to) - 1,
        // The span is the same whenever the plan is made in it.
        keyDay: first,
        reason: { code: "occasion-once-in", params },
      });
    }
  }
  return days;
}
