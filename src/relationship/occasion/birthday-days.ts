import { partialDateText } from "../../customer/record/partial-date.js";
import type { PartialDate } from "../../customer/record/partial-date.js";
import type { Reason } from "../../shared/reason.js";
import { daysInMonth } from "../../shared/time/civil.js";
import { lunarFalls } from "../../shared/time/lunar-fall.js";
import type { LunarMonths } from "../../shared/time/lunar-fall.js";
import { isMovedIn, keptDay } from "./kept-day.js";
import { yearsExceeded } from "./lunar-days.js";
import { daysByYear, yearOfDay } from "./occasion-day.js";
import type { DayRange, FoundDays } from "./occasion-day.js";
import type { OccasionFacts } from "./occasion-facts.js";
import type { Birthday } from "./occasion-rule.js";

/** The days asked about, and the Chinese calendar where there is one. */
export interface BirthdayContext {
  readonly range: DayRange;
  readonly months: LunarMonths | undefined;
}

/** The days of a range on which a customer has a birthday; the day of birth is none. */
export function birthdayDays(
  timing: Birthday,
  facts: OccasionFacts,
  { range, months }: BirthdayContext,
): FoundDays {
  const { birthday } = facts.customer;
  const { everyYears = 1 } = timing;
  if (birthday === undefined) return nothingKnown("occasion-birthday-missing", {});
  if (!mayExist(birthday)) return impossible(birthday);
  const { year: born } = birthday;
  if (born === undefined && everyYears > 1) {
    return nothingKnown("occasion-birthday-year-missing", { everyYears });
  }
  const counts = (year: number): boolean =>
    born === undefined || (year > born && (year - born) % everyYears === 0);
  if (birthday.calendar === "gregorian") {
    const leapDay = facts.leapDay ?? timing.leapDay;
    const { month, day } = birthday;
    const days = daysByYear(range, (year) =>
      counts(year) ? keptDay(year, { month, day, leapDay }) : undefined,
    );
    return {
      days: days.map((found) => {
        const year = yearOfDay(found);
        const by = isMovedIn(year, birthday) ? leapDay : undefined;
        return { day: found, reason: birthdayReason(birthday, year, by) };
      }),
      unknown: [],
    };
  }
  if (months === undefined) return nothingKnown("occasion-lunar-calendar-missing", {});
  if (!wasDay(birthday, months)) return impossible(birthday);
  const { month, day, leapMonth = false } = birthday;
  const skip = facts.lunarSkip ?? timing.skip ?? "backward";
  const wish = { month, day, leapMonth, skip, inYear: counts };
  const { falls, exceeded } = lunarFalls(wish, range, months);
  return {
    days: falls.map((fall) => ({
      day: fall.day,
      reason: birthdayReason(birthday, fall.year, fall.moved ? skip : undefined),
    })),
    unknown: exceeded ? [yearsExceeded(months)] : [],
  };
}

function birthdayReason(birthday: PartialDate, year: number, by: string | undefined): Reason {
  const params = { birthday: partialDateText(birthday), ...(by !== undefined && { by }) };
  const isMoved = by !== undefined;
  if (birthday.year === undefined) {
    const code = isMoved ? "occasion-birthday-moved-age-unknown" : "occasion-birthday-age-unknown";
    return { code, params };
  }
  const code = isMoved ? "occasion-birthday-moved" : "occasion-birthday";
  return { code, params: { ...params, age: year - birthday.year } };
}

function nothingKnown(code: string, params: Reason["params"]): FoundDays {
  return { days: [], unknown: [{ code, params }] };
}

function impossible(birthday: PartialDate): FoundDays {
  return nothingKnown("occasion-birthday-impossible", { birthday: partialDateText(birthday) });
}

/** Whether there is such a day in the calendar, as far as that can be told without its tables. */
function mayExist({ calendar, year, month, day, leapMonth }: PartialDate): boolean {
  const whole = (value: number, most: number): boolean =>
    Number.isInteger(value) && value >= 1 && value <= most;
  if (!whole(month, 12) || (year !== undefined && !whole(year, 9999))) return false;
  if (calendar === "chinese") return whole(day, 30);
  // Without its year it may be any, also a leap year.
  return leapMonth !== true && whole(day, daysInMonth(year ?? 2000, month));
}

/** Whether the Chinese year of birth had such a day, where the calendar knows it. */
function wasDay(birthday: PartialDate, months: LunarMonths): boolean {
  const { year, month, day, leapMonth = false } = birthday;
  if (year === undefined || year < months.firstYear || year > months.lastYear) return true;
  return day <= (months.month(year, month, leapMonth)?.length ?? 0);
}
