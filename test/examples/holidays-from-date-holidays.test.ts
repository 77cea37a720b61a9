import { businessDaysOfHolidays, isBusinessDay, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { holidayList, main } from "../../examples/recipes/holidays-from-date-holidays.js";

const year2026 = { from: 2026, through: 2026 };

describe("the recipe of holidays out of date-holidays", () => {
  test("it prints what Bavaria keeps, and what is beyond the years announced", () => {
    expect(main().split("\n")).toEqual([
      "2026-06-04: closed: Corpus Christi, statutory",
      "2026-11-22: closed: Totensonntag, observance",
      "2026-12-24: open: Christmas Eve, observance",
      "2028-01-06: unknown",
    ]);
  });

  test("what the law closes is statutory, what is only kept is not, and a day off instead has its own id", () => {
    const { days } = holidayList({ country: "US", ...year2026 });
    const kinds = new Map(days.map(({ holiday, date, kind }) => [holiday, [date, kind]]));
    expect(kinds.get("independence-day")).toEqual(["2026-07-04", "statutory"]);
    expect(kinds.get("independence-day-substitute-day")).toEqual(["2026-07-03", "statutory"]);
    expect(kinds.get("thanksgiving-day")).toEqual(["2026-11-26", "statutory"]);
    expect(kinds.get("mothers-day")).toEqual(["2026-05-10", "observance"]);
  });

  test("each day of a long holiday is there under one id, and half a day closes nobody", () => {
    const { days } = holidayList({ country: "CN", ...year2026 });
    const of = (id: string) =>
      days.filter(({ holiday }) => holiday === id).map(({ date, kind }) => `${date} ${kind}`);
    const october = (day: number) => `2026-10-0${String(day)} statutory`;
    expect(of("national-day")).toEqual([october(1), october(2), october(3)]);
    expect(of("international-womens-day")).toEqual(["2026-03-08 observance"]);
  });

  test("make-up workdays are those announced, and nothing is known beyond the coverage", () => {
    const makeUpWorkdays = [plainDate("2026-10-10")];
    const list = holidayList({ country: "CN", ...year2026, makeUpWorkdays });
    expect(list.coverage).toEqual({ start: "2026-01-01", end: "2027-01-01" });
    const calendar = businessDaysOfHolidays(list);
    expect(isBusinessDay(plainDate("2026-10-10"), { calendar })).toEqual({ ok: true, value: true });
    expect(isBusinessDay(plainDate("2027-01-01"), { calendar }).ok).toBe(false);
  });

  test("a country and a state that it does not know are refused", () => {
    expect(() => holidayList({ country: "XX", ...year2026 })).toThrow(RangeError);
    expect(() => holidayList({ country: "DE", state: "XX", ...year2026 })).toThrow(RangeError);
    expect(holidayList({ country: "GB", state: "ENG", ...year2026 }).days).toHaveLength(12);
  });
});
