import { addDays, plainDate, timeZone, type HolidayDay, type HolidayList } from "goodwill/shared";
import type { OpeningWindow, ServiceCalendar } from "goodwill/service";
import { CALENDARS } from "../care/policy.js";

/** Where the company is. */
export const SHANGHAI = timeZone("Asia/Shanghai");

/** Days off that follow one another: the first day, and how many. */
function off(holiday: string, first: string, days: number): HolidayDay[] {
  return Array.from({ length: days }, (_, i) => ({
    ...{ holiday, date: addDays(plainDate(first), i), kind: "statutory" },
  }));
}

/** The holidays and make-up workdays of mainland China as announced for 2024 and 2025, and those care is planned by. */
export const HOLIDAYS: HolidayList = {
  days: [
    ...off("new-year", "2024-01-01", 1),
    ...off("spring-festival", "2024-02-10", 8),
    ...off("qingming", "2024-04-04", 3),
    ...off("labour-day", "2024-05-01", 5),
    ...off("dragon-boat", "2024-06-10", 1),
    ...off("mid-autumn", "2024-09-15", 3),
    ...off("national-day", "2024-10-01", 7),
    ...off("new-year", "2025-01-01", 1),
    ...off("spring-festival", "2025-01-28", 8),
    ...off("qingming", "2025-04-04", 3),
    ...off("labour-day", "2025-05-01", 5),
    ...off("dragon-boat", "2025-05-31", 3),
    ...off("national-day", "2025-10-01", 8),
    ...CALENDARS.holidays.days,
  ],
  makeUpWorkdays: [
    ...["2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14"],
    ...["2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28"],
    ...["2025-10-11"],
  ]
    .map((date) => plainDate(date))
    .concat(CALENDARS.holidays.makeUpWorkdays),
  coverage: { start: plainDate("2024-01-01"), end: CALENDARS.holidays.coverage.end },
};

const DAY: readonly OpeningWindow[] = [{ from: "09:00", until: "18:00" }];

/** The minutes of a working day. */
export const WORKDAY_MINUTES = 540;

/** When the service desk works. */
export const DESK: ServiceCalendar = {
  zone: SHANGHAI,
  hours: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY },
  holidays: HOLIDAYS,
};
