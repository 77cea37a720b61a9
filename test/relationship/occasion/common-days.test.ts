import { plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { occasionDates } from "../../../src/relationship/occasion/occasion-dates.js";
import { NOBODY, days, daysFound, found, rule, year } from "./sample-facts.js";

describe("occasions that are the same for every customer", () => {
  test("CARE-4: Women's Day is 8 March of each year, and the period's end does not count", () => {
    const womensDay = { kind: "fixed", month: 3, day: 8 } as const;
    expect(daysFound(womensDay, days("2025-03-08", "2027-03-08"))).toEqual([
      "2025-03-08",
      "2026-03-08",
    ]);
    expect(found(womensDay, year(2026)).dates[0]).toEqual({
      occasion: "feast",
      key: "feast/2026-03-08",
      date: "2026-03-08",
      through: "2026-03-08",
      mood: "cheerful",
      priority: 0,
      reason: { code: "occasion-fixed", params: { month: 3, day: 8 } },
    });
  });

  test("CARE-4: a feast of 29 February is kept as its rule says in other years", () => {
    const leap = { kind: "fixed", month: 2, day: 29 } as const;
    expect(daysFound({ ...leap, leapDay: "feb28" }, year(2027, 2))).toEqual([
      "2027-02-28",
      "2028-02-29",
    ]);
    const { dates } = found({ ...leap, leapDay: "mar1" }, year(2027, 2));
    expect(dates.map(({ date, reason }) => [date, reason.code])).toEqual([
      ["2027-03-01", "occasion-fixed-moved"],
      ["2028-02-29", "occasion-fixed"],
    ]);
    expect(dates[0]!.reason.params).toEqual({ month: 2, day: 29, by: "mar1" });
  });

  test("CARE-4: days named one by one count once each", () => {
    const dates = ["2026-06-18", "2026-03-01", "2026-06-18", "2027-01-01"].map(plainDate);
    expect(daysFound({ kind: "dates", dates }, year(2026))).toEqual(["2026-03-01", "2026-06-18"]);
  });

  test("CARE-4: Mother's Day, Thanksgiving, and the day after it, also over the border of a month", () => {
    const sunday = { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 } as const;
    expect(daysFound(sunday, year(2025, 2))).toEqual(["2025-05-11", "2026-05-10"]);
    const thursday = { kind: "nth-weekday", month: 11, weekday: 4, nth: 4 } as const;
    expect(daysFound(thursday, year(2026))).toEqual(["2026-11-26"]);
    expect(daysFound({ ...thursday, offsetDays: 5 }, days("2026-12-01", "2026-12-02"))).toEqual([
      "2026-12-01",
    ]);
    const fifth = { ...thursday, nth: 5 };
    expect(daysFound(fifth, year(2026))).toEqual([]);
  });

  test("CARE-4: days moved into another year are found there", () => {
    const moved = { kind: "nth-weekday", month: 12, weekday: 4, nth: -1, offsetDays: 7 } as const;
    expect(daysFound(moved, days("2026-01-01", "2026-02-01"))).toEqual(["2026-01-01"]);
    const earlier = { kind: "nth-weekday", month: 1, weekday: 4, nth: 1, offsetDays: -7 } as const;
    expect(daysFound(earlier, days("2026-12-01", "2027-01-01"))).toEqual(["2026-12-31"]);
  });

  test("CARE-4: Good Friday and Pentecost are counted from Easter Sunday", () => {
    const friday = { kind: "easter", offsetDays: -2 } as const;
    expect(daysFound(friday, year(2025, 2))).toEqual(["2025-04-18", "2026-04-03"]);
    const pentecost = { kind: "easter", tradition: "orthodox", offsetDays: 49 } as const;
    const [day] = found(pentecost, year(2026)).dates;
    expect([day?.date, day?.reason]).toEqual([
      "2026-05-31",
      {
        code: "occasion-easter-after",
        params: { tradition: "orthodox", easter: "2026-04-12", days: 49 },
      },
    ]);
  });

  test("CARE-4: a season begins on the first of its month, half a year later in the south", () => {
    const season = (name: "spring" | "winter", hemisphere?: "north" | "south") =>
      daysFound(
        { kind: "season", season: name, ...(hemisphere !== undefined && { hemisphere }) },
        year(2026),
      );
    expect([season("spring"), season("spring", "south")]).toEqual([["2026-03-01"], ["2026-09-01"]]);
    expect([season("winter", "north"), season("winter", "south")]).toEqual([
      ["2026-12-01"],
      ["2026-06-01"],
    ]);
  });

  test("CARE-4: every weekend, or every second counted from the week of 1970-01-05", () => {
    const month = days("2026-02-01", "2026-03-01");
    expect(daysFound({ kind: "weekend" }, month)).toEqual([
      "2026-02-07",
      "2026-02-14",
      "2026-02-21",
      "2026-02-28",
    ]);
    expect(daysFound({ kind: "weekend", weekday: 7 }, month)[0]).toBe("2026-02-01");
    expect(daysFound({ kind: "weekend", everyWeeks: 2 }, days("1970-01-05", "1970-02-09"))).toEqual(
      ["1970-01-10", "1970-01-24", "1970-02-07"],
    );
    expect(daysFound({ kind: "weekend", everyWeeks: 2 }, days("1969-12-25", "1970-01-10"))).toEqual(
      ["1969-12-27"],
    );
  });

  test("CARE-4: the quarterly call may be made on any day of the quarter that lies in the period", () => {
    const { dates } = found({ kind: "once-in", span: "quarter" }, days("2026-02-10", "2026-07-05"));
    expect(dates.map(({ date, through, key }) => [date, through, key])).toEqual([
      ["2026-02-10", "2026-03-31", "feast/2026-01-01"],
      ["2026-04-01", "2026-06-30", "feast/2026-04-01"],
      ["2026-07-01", "2026-07-04", "feast/2026-07-01"],
    ]);
    expect(dates[0]!.reason.params).toEqual({
      span: "quarter",
      first: "2026-01-01",
      last: "2026-03-31",
    });
  });

  test.each([
    ["month", 24],
    ["quarter", 8],
    ["half-year", 4],
    ["year", 2],
  ] as const)("CARE-4: once in every %s of two years is %i times", (span, times) => {
    const { dates } = found({ kind: "once-in", span }, year(2026, 2));
    expect(dates).toHaveLength(times);
    expect([dates[0]!.date, dates.at(-1)!.through]).toEqual(["2026-01-01", "2027-12-31"]);
  });

  test("CARE-4: an occasion still makes sense for so many days, and no longer than the calendar goes", () => {
    const last = rule({ kind: "fixed", month: 12, day: 30 }, { lastsDays: 3 });
    const through = (number: number): string | undefined =>
      occasionDates(NOBODY, {
        rules: [last],
        period: days(`${number}-12-01`, `${number}-12-31`),
      }).dates[0]?.through;
    expect([through(2026), through(9999)]).toEqual(["2027-01-02", "9999-12-31"]);
  });

  test("CARE-4: an empty period has no occasion of any kind", () => {
    const empty = days("2026-02-07", "2026-02-07");
    for (const timing of [
      { kind: "fixed", month: 2, day: 7 },
      { kind: "weekend" },
      { kind: "once-in", span: "month" },
      { kind: "dates", dates: [plainDate("2026-02-07")] },
    ] as const) {
      expect(daysFound(timing, empty)).toEqual([]);
    }
  });
});
