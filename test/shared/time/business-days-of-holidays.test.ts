import { businessDaysBetween, isBusinessDay, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { businessDaysOfHolidays } from "../../../src/shared/time/business-days-of-holidays.js";
import { days } from "../../relationship/occasion/sample-facts.js";

const LIST = {
  days: [
    { holiday: "b", date: plainDate("2026-10-02"), kind: "statutory" },
    { holiday: "a", date: plainDate("2026-10-01"), kind: "statutory" },
    { holiday: "b", date: plainDate("2026-10-01"), kind: "statutory", active: true },
    { holiday: "c", date: plainDate("2026-10-06"), kind: "observance" },
    { holiday: "d", date: plainDate("2026-10-07"), kind: "statutory", active: false },
  ],
  makeUpWorkdays: [plainDate("2026-10-10")],
  coverage: days("2026-10-01", "2026-11-01"),
} as const;

describe("the days a business works that keeps holidays", () => {
  test("CARE-4: statutory days are closed and make-up days worked; observances and days taken out change nothing", () => {
    const calendar = businessDaysOfHolidays(LIST);
    expect(calendar.holidays).toEqual(["2026-10-01", "2026-10-02"]);
    expect(
      businessDaysBetween(plainDate("2026-10-01"), plainDate("2026-10-12"), { calendar }),
    ).toEqual({ ok: true, value: 6 });
    expect(isBusinessDay(plainDate("2026-11-02"), { calendar }).ok).toBe(false);
  });

  test("CARE-4: the week's own workdays are kept where the list names them", () => {
    const calendar = businessDaysOfHolidays({ ...LIST, workdays: [7, 1, 2, 3, 4] });
    expect(isBusinessDay(plainDate("2026-10-04"), { calendar })).toEqual({ ok: true, value: true });
    expect(isBusinessDay(plainDate("2026-10-09"), { calendar })).toEqual({
      ok: true,
      value: false,
    });
  });
});
