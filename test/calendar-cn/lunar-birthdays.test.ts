import fc from "fast-check";
import {
  CHINESE_CALENDAR,
  isChinesePartialDate,
  lunarBirthdays,
  type ChinesePartialDate,
} from "goodwill/calendar-cn";
import { addDays, period, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import golden from "../golden/lunar-birthdays.json" with { type: "json" };

const calendar = "chinese";
const decades = period(plainDate("2020-01-01"), plainDate("2041-01-01"));

function yearPeriod(year: number) {
  return period(plainDate(`${String(year)}-01-01`), plainDate(`${String(year + 1)}-01-01`));
}

describe("lunar birthdays by Chinese year", () => {
  test.each(golden.cases)("RFC 7529: month $month, leap $leap, day $day", (one) => {
    const { month, leap, day } = one;
    const birthday: ChinesePartialDate = { calendar, month, day, leapMonth: leap };
    for (const [skip, expected] of [
      ["omit", one.OMIT],
      ["backward", one.BACKWARD],
      ["forward", one.FORWARD],
    ] as const) {
      const found = lunarBirthdays(birthday, { period: decades, skip });
      const byYear = new Map(found.map(({ year, date }) => [String(year), date as string]));
      const read = Object.keys(expected).map((year) => [year, byYear.get(year) ?? null]);
      expect(Object.fromEntries(read), skip).toEqual(expected);
    }
  });

  test("backward is the rule where none is given, and tells which days were moved", () => {
    const birthday: ChinesePartialDate = { calendar, month: 6, day: 1, leapMonth: true };
    const found = lunarBirthdays(birthday, {
      period: period(plainDate("2025-01-01"), plainDate("2027-01-01")),
    });
    expect(found).toEqual([
      { date: "2025-07-25", year: 2025, moved: false },
      { date: "2026-07-14", year: 2026, moved: true },
    ]);
  });

  test.each(golden.regularVsLeap)(
    "$lunarYear has month $month twice: the regular one counts",
    (one) => {
      const { lunarYear, month, day, regular, leap } = one;
      const within = { period: decades };
      const inYear = (birthday: ChinesePartialDate) =>
        lunarBirthdays(birthday, within).filter(({ year }) => year === lunarYear);
      const dates = (leapMonth: boolean) =>
        inYear({ calendar, month, day, leapMonth }).map(({ date }) => date);
      expect([dates(false), dates(true)]).toEqual([[regular], [leap]]);
    },
  );

  test("a Gregorian year has none or two of the birthdays late in the Chinese year", () => {
    const found = golden.zeroOrTwoPerGregorianYear.map(({ lunar, gregorianYear }) => {
      const [month = 0, day = 0] = lunar.split("-").map(Number);
      const days = lunarBirthdays({ calendar, month, day }, { period: yearPeriod(gregorianYear) });
      const dates = days.map(({ date }) => date);
      return { lunar, gregorianYear, count: dates.length, dates };
    });
    expect(found).toHaveLength(124);
    expect(found).toEqual(golden.zeroOrTwoPerGregorianYear);
  });

  test("a birthday moved forward is found in the Chinese year into which it falls", () => {
    // 2026 has no 30th of month 12; the first of 2027 is 6 February.
    const options = { period: period(plainDate("2027-02-06"), plainDate("2027-02-07")) };
    const birthday: ChinesePartialDate = { calendar, month: 12, day: 30 };
    expect(lunarBirthdays(birthday, { ...options, skip: "forward" })).toEqual([
      { date: "2027-02-06", year: 2026, moved: true },
    ]);
    expect(lunarBirthdays(birthday, options)).toEqual([]);
  });

  test("a leap month 12 moved forward is month 1 of the next year, but not behind the last year", () => {
    const birthday: ChinesePartialDate = { calendar, month: 12, day: 3, leapMonth: true };
    const end = { period: period(plainDate("2099-06-01"), plainDate("2101-01-29")) };
    expect(lunarBirthdays(birthday, { ...end, skip: "forward" }).map(({ date }) => date)).toEqual([
      addDays(CHINESE_CALENDAR.gregorianDate({ ...newYear(2100) })!, 2),
    ]);
  });

  test("the day of birth is no birthday, nor is a day before it", () => {
    const birthday: ChinesePartialDate = { calendar, month: 8, day: 15, year: 2024 };
    const years = period(plainDate("2023-01-01"), plainDate("2026-01-01"));
    expect(lunarBirthdays(birthday, { period: years }).map(({ date }) => date)).toEqual([
      "2025-10-06",
    ]);
    expect(lunarBirthdays({ ...birthday, year: 3000 }, { period: years })).toEqual([]);
  });

  test("a period is half-open; an empty one has no birthday; one beyond the calendar is refused", () => {
    const birthday: ChinesePartialDate = { calendar, month: 8, day: 15 };
    const at = (start: string, end: string) =>
      lunarBirthdays(birthday, { period: { start: plainDate(start), end: plainDate(end) } });
    expect(at("2026-09-25", "2026-09-26")).toHaveLength(1);
    expect(at("2026-09-24", "2026-09-25")).toHaveLength(0);
    expect(at("2026-09-25", "2026-09-25")).toHaveLength(0);
    expect(at("1901-02-19", "2101-01-29")).toHaveLength(200);
    expect(() => at("1901-02-18", "1902-01-01")).toThrow(RangeError);
    expect(() => at("2100-01-01", "2101-01-30")).toThrow(RangeError);
    expect(() => at("2026-02-01", "2026-01-01")).toThrow(RangeError);
  });

  test("a day that no Chinese month has is refused", () => {
    const wrong: ChinesePartialDate = { calendar, month: 8, day: 31 };
    expect(() => lunarBirthdays(wrong, { period: decades })).toThrow(
      "day must be a whole number from 1 to 30, got 31",
    );
  });

  test("a birthday of the Gregorian calendar is none of the Chinese", () => {
    expect(isChinesePartialDate({ calendar: "gregorian", month: 8, day: 15 })).toBe(false);
    expect(isChinesePartialDate({ calendar, month: 8, day: 15 })).toBe(true);
  });

  test("every Chinese year has one birthday, in order, whatever the period is cut into", () => {
    const birthdays = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 30 }),
      leapMonth: fc.boolean(),
      skip: fc.constantFrom("backward" as const, "forward" as const),
      cut: fc.integer({ min: 0, max: 7000 }),
    });
    fc.assert(
      fc.property(birthdays, ({ month, day, leapMonth, skip, cut }) => {
        const birthday: ChinesePartialDate = { calendar, month, day, leapMonth };
        const { start, end } = decades;
        const whole = lunarBirthdays(birthday, { period: decades, skip });
        const at = addDays(start, cut);
        const parts = [period(start, at), period(at, end)].flatMap((part) =>
          lunarBirthdays(birthday, { period: part, skip }),
        );
        expect(parts).toEqual(whole);
        const years = whole.map(({ year }) => year);
        // Only the first and the last Chinese year are cut by the period.
        expect(years.slice(1)).toEqual(years.slice(0, -1).map((year) => year + 1));
        expect(years).toEqual(expect.arrayContaining([2020, 2021, 2039]));
        const dates = whole.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
      }),
    );
  });
});

function newYear(year: number) {
  return { year, month: 1, leapMonth: false, day: 1 };
}
