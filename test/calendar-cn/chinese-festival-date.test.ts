import { chineseFestivalDate, solarTermDate, type ChineseFestival } from "goodwill/calendar-cn";
import { describe, expect, test } from "vitest";
import golden from "../golden/chinese-festivals.json" with { type: "json" };

describe("festivals of the Chinese calendar", () => {
  test.each(golden.rows)("the festivals and terms of $year are as published", (row) => {
    const { year } = row;
    expect({
      year,
      springFestival: chineseFestivalDate("spring-festival", year),
      dragonBoat: chineseFestivalDate("dragon-boat", year),
      midAutumn: chineseFestivalDate("mid-autumn", year),
      doubleNinth: chineseFestivalDate("double-ninth", year),
      laba: chineseFestivalDate("laba", year),
      qingming: chineseFestivalDate("qingming", year),
      coldDew: solarTermDate("cold-dew", year),
      frostDescent: solarTermDate("frost-descent", year),
      winterSolstice: chineseFestivalDate("winter-solstice", year),
    }).toEqual(row);
  });

  // As kept in 2026: date-holidays 3.37.0 for Taiwan, and the table of the Hong Kong Observatory.
  test.each<[ChineseFestival, string]>([
    ["lantern", "2026-03-03"],
    ["dragon-head", "2026-03-20"],
    ["buddhas-birthday", "2026-05-24"],
    ["qixi", "2026-08-19"],
    ["ghost", "2026-08-27"],
    ["little-new-year", "2027-01-30"],
    ["new-year-eve", "2027-02-05"],
  ])("%s of 2026 is on %s", (festival, date) => {
    expect(chineseFestivalDate(festival, 2026)).toBe(date);
  });

  test("the eve of the new year is the 29th where month 12 has 29 days, and the last is known too", () => {
    expect(chineseFestivalDate("new-year-eve", 2025)).toBe("2026-02-16");
    expect(chineseFestivalDate("new-year-eve", 2029)).toBe("2030-02-02");
    expect(chineseFestivalDate("new-year-eve", 2100)).toBe("2101-01-28");
  });

  test("a leap month keeps no festival: in 2025 Qixi is after the leap sixth month", () => {
    expect(chineseFestivalDate("qixi", 2025)).toBe("2025-08-29");
  });

  test("a year out of range and a festival that is none are refused", () => {
    expect(() => chineseFestivalDate("qixi", 1900)).toThrow(
      "Cannot date a festival: the year must be a whole number from 1901 to 2100, got 1900",
    );
    expect(() => chineseFestivalDate("toString" as ChineseFestival, 2026)).toThrow(
      'Cannot date a festival: expected one such as "mid-autumn", got "toString"',
    );
  });
});
