import { plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { HolidayDay, HolidayList } from "../../../src/shared/time/holiday-list.js";
import { days, daysFound, found, year } from "./sample-facts.js";

function holidayDay(holiday: string, date: string, more: Partial<HolidayDay> = {}): HolidayDay {
  return { holiday, date: plainDate(date), kind: "statutory", ...more };
}

const HOLIDAYS: HolidayList = {
  days: [
    holidayDay("national-day", "2026-10-02"),
    holidayDay("national-day", "2026-10-01", { name: "National Day" }),
    holidayDay("national-day", "2026-10-03"),
    holidayDay("mid-autumn", "2026-10-01"),
    holidayDay("new-year", "2026-01-01"),
    holidayDay("new-year", "2026-01-03"),
    holidayDay("arbor-day", "2026-03-12", { kind: "observance" }),
    holidayDay("taken-out", "2026-05-01", { active: false }),
  ],
  makeUpWorkdays: [plainDate("2026-09-27")],
  coverage: days("2026-01-01", "2027-01-01"),
};
const calendars = { holidays: HOLIDAYS };

describe("occasions on statutory holidays", () => {
  test("CARE-4: an occasion is the first day of each run of a holiday's days", () => {
    const national = { kind: "statutory-holiday", holiday: "national-day" } as const;
    const { dates, unknown } = found(national, year(2026), { calendars });
    expect(unknown).toEqual([]);
    expect(dates.map(({ key, reason }) => [key, reason])).toEqual([
      [
        "feast/2026-10-01",
        {
          code: "occasion-statutory-holiday",
          params: { holiday: "national-day", name: "National Day" },
        },
      ],
    ]);
    // 2 January is worked, so that the third begins a run of its own.
    const newYear = { kind: "statutory-holiday", holiday: "new-year" } as const;
    expect(daysFound(newYear, year(2026), { calendars })).toEqual(["2026-01-01", "2026-01-03"]);
    // The run began before the period.
    expect(daysFound(national, days("2026-10-02", "2026-11-01"), { calendars })).toEqual([]);
  });

  test("CARE-4: every holiday, also two that begin on one day, but no observance and nothing taken out", () => {
    const { dates } = found({ kind: "statutory-holiday" }, year(2026), { calendars });
    expect(dates.map(({ key }) => key)).toEqual([
      "feast/new-year/2026-01-01",
      "feast/new-year/2026-01-03",
      "feast/mid-autumn/2026-10-01",
      "feast/national-day/2026-10-01",
    ]);
    const observed = { kind: "statutory-holiday", holiday: "arbor-day" } as const;
    expect(daysFound(observed, year(2026), { calendars })).toEqual([]);
  });

  test("CARE-4: beyond the coverage of the list the answer is unknown, on either side, and never guessed", () => {
    const later = [...HOLIDAYS.days, holidayDay("new-year", "2027-01-01")];
    const holidays = { ...HOLIDAYS, days: later };
    const newYear = { kind: "statutory-holiday", holiday: "new-year" } as const;
    const { dates, unknown } = found(newYear, days("2025-12-01", "2027-02-01"), {
      calendars: { holidays },
    });
    expect(dates.map(({ date }) => date)).toEqual(["2026-01-01", "2026-01-03"]);
    expect(unknown.map(({ occasion, reason }) => [occasion, reason.code, reason.params])).toEqual([
      ["feast", "occasion-holidays-not-announced", { from: "2025-12-01", through: "2025-12-31" }],
      ["feast", "occasion-holidays-not-announced", { from: "2027-01-01", through: "2027-01-31" }],
    ]);
    const beyond = found(newYear, year(2027), { calendars: { holidays } });
    expect([beyond.dates, beyond.unknown.map(({ reason }) => reason.params)]).toEqual([
      [],
      [{ from: "2027-01-01", through: "2027-12-31" }],
    ]);
  });

  test("CARE-4: without a list every holiday is unknown", () => {
    const { dates, unknown } = found({ kind: "statutory-holiday" }, year(2026));
    expect([dates, unknown.map(({ reason }) => reason.code)]).toEqual([
      [],
      ["occasion-holidays-missing"],
    ]);
  });
});
