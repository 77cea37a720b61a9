import type { Reason } from "../../shared/reason.js";
import { dayNumber } from "../../shared/time/civil.js";
import type { LunarCalendar } from "../../shared/time/lunar-calendar.js";
import { lunarFalls } from "../../shared/time/lunar-fall.js";
import type { LunarMonths } from "../../shared/time/lunar-fall.js";
import { rangeBefore, yearOfDay } from "./occasion-day.js";
import type { DayRange, FoundDays, OccasionDay } from "./occasion-day.js";
import { offsetReason } from "./offset-reason.js";
import type { LunarDay, SolarTermDay } from "./occasion-rule.js";

const NO_CALENDAR: FoundDays = {
  days: [],
  unknown: [{ code: "occasion-lunar-calendar-missing", params: {} }],
};
const LUNAR_CODES = {
  itself: "occasion-lunar",
  before: "occasion-lunar-before",
  after: "occasion-lunar-after",
} as const;
const LUNAR_MOVED_CODES = {
  itself: "occasion-lunar-moved",
  before: "occasion-lunar-moved-before",
  after: "occasion-lunar-moved-after",
} as const;
const SOLAR_TERM_CODES = {
  itself: "occasion-solar-term",
  before: "occasion-solar-term-before",
  after: "occasion-solar-term-after",
} as const;

/** The days of a range on which a feast of the Chinese calendar falls; leap months have none. */
export function lunarDays(
  timing: LunarDay,
  range: DayRange,
  months: LunarMonths | undefined,
): FoundDays {
  if (months === undefined) return NO_CALENDAR;
  const { month, day, skip = "backward", offsetDays = 0 } = timing;
  const wish = { month, day, leapMonth: false, skip, inYear: () => true };
  const { falls, exceeded } = lunarFalls(wish, rangeBefore(range, offsetDays), months);
  const days = falls.map(({ day: anchor, year, moved }): OccasionDay => {
    const params = { month, day, year };
    const reason = moved
      ? offsetReason(offsetDays, LUNAR_MOVED_CODES, { ...params, by: skip })
      : offsetReason(offsetDays, LUNAR_CODES, params);
    return { day: anchor + offsetDays, reason };
  });
  return { days, unknown: exceeded ? [yearsExceeded(months)] : [] };
}

/** That days were asked about which the calendar does not know. */
export function yearsExceeded({
  firstYear,
  lastYear,
}: Pick<LunarMonths, "firstYear" | "lastYear">): Reason {
  return { code: "occasion-lunar-years-exceeded", params: { firstYear, lastYear } };
}

/** The days of a range on which a solar term falls. */
export function solarTermDays(
  { term, offsetDays = 0 }: SolarTermDay,
  range: DayRange,
  calendar: LunarCalendar | undefined,
): FoundDays {
  if (calendar === undefined) return NO_CALENDAR;
  const { from, to } = rangeBefore(range, offsetDays);
  const days: OccasionDay[] = [];
  let exceeded = false;
  for (let year = yearOfDay(from); from < to && year <= yearOfDay(to - 1); year += 1) {
    if (year < calendar.firstYear || year > calendar.lastYear) {
      exceeded = true;
      continue;
    }
    const day = dayNumber(calendar.solarTermDate(term, year));
    if (day < from || day >= to) continue;
    const reason = offsetReason(offsetDays, SOLAR_TERM_CODES, { term });
    days.push({ day: day + offsetDays, reason });
  }
  return { days, unknown: exceeded ? [yearsExceeded(calendar)] : [] };
}
