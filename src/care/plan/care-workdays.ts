import { businessDaysOfHolidays } from "../../shared/time/business-days-of-holidays.js";
import type { HolidayList } from "../../shared/time/holiday-list.js";
import { isBusinessDay } from "../../shared/time/business-day.js";
import { textOfDay } from "../../shared/time/civil.js";
import { isWeekday } from "../../shared/time/week-day.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** Whether staff work on a day, given as a day number; `undefined` where the holidays are not known. @internal */
export type CareWorkdays = (day: number) => boolean | undefined;

/** The days on which visits and calls are made: Monday to Friday where no list of holidays is handed over. @internal */
export function careWorkdays(holidays: HolidayList | undefined): CareWorkdays {
  if (holidays === undefined) return isWeekday;
  const calendar = businessDaysOfHolidays(holidays);
  const known = new Map<number, boolean | undefined>();
  return (day) => {
    if (known.has(day)) return known.get(day);
    const answer = isBusinessDay(textOfDay(day) as PlainDate, { calendar });
    const worked = answer.ok ? answer.value : undefined;
    known.set(day, worked);
    return worked;
  };
}
