import { describe, expect, test } from "vitest";
import { prepareOccasions } from "../../../src/relationship/occasion/occasion-dates.js";
import type { LunarDate } from "../../../src/shared/time/lunar-calendar.js";
import { TABLE_CALENDAR } from "./lunar-table.js";
import { NOBODY, days, daysFound, found, rule, year } from "./sample-facts.js";

const calendars = { lunar: TABLE_CALENDAR };

describe("occasions of the Chinese calendar", () => {
  test("CARE-4: Mid-Autumn and the eve of the Spring Festival", () => {
    const midAutumn = { kind: "lunar", month: 8, day: 15 } as const;
    expect(daysFound(midAutumn, year(2024, 3), { calendars })).toEqual([
      "2024-09-17",
      "2025-10-06",
      "2026-09-25",
    ]);
    const eve = { kind: "lunar", month: 1, day: 1, offsetDays: -1 } as const;
    const [day] = found(eve, year(2026), { calendars }).dates;
    expect([day?.date, day?.reason]).toEqual([
      "2026-02-16",
      { code: "occasion-lunar-before", params: { month: 1, day: 1, year: 2026, days: 1 } },
    ]);
  });

  test("CARE-4: Laba of one Chinese year falls in the next Gregorian one", () => {
    const laba = { kind: "lunar", month: 12, day: 8 } as const;
    expect(daysFound(laba, year(2026), { calendars })).toEqual(["2026-01-26"]);
    expect(daysFound(laba, year(2025), { calendars })).toEqual(["2025-01-07"]);
  });

  test("CARE-4: a leap month has no feast of its own", () => {
    // 2025 has a sixth month twice, 2028 a fifth.
    const sixth = { kind: "lunar", month: 6, day: 15 } as const;
    expect(daysFound(sixth, year(2025), { calendars })).toEqual(["2025-07-09"]);
    const dragonBoat = { kind: "lunar", month: 5, day: 5 } as const;
    expect(daysFound(dragonBoat, year(2028), { calendars })).toEqual(["2028-05-28"]);
  });

  test("CARE-4: the 30th of a month of 29 days is moved or left out as the rule says, and the reason tells", () => {
    const last = { kind: "lunar", month: 12, day: 30 } as const;
    const within = days("2026-02-01", "2026-03-01");
    expect(daysFound({ ...last, skip: "omit" }, within, { calendars })).toEqual([]);
    expect(daysFound({ ...last, skip: "forward" }, within, { calendars })).toEqual(["2026-02-17"]);
    const [day] = found(last, within, { calendars }).dates;
    expect([day?.date, day?.reason.code, day?.reason.params["by"]]).toEqual([
      "2026-02-16",
      "occasion-lunar-moved",
      "backward",
    ]);
  });

  test("CARE-4: Cold Dew, and days counted from a solar term over the end of a year", () => {
    expect(
      daysFound({ kind: "solar-term", term: "cold-dew" }, year(2025, 2), { calendars }),
    ).toEqual(["2025-10-08", "2026-10-08"]);
    const after = { kind: "solar-term", term: "winter-solstice", offsetDays: 12 } as const;
    const [day] = found(after, days("2027-01-01", "2027-02-01"), { calendars }).dates;
    expect([day?.date, day?.reason]).toEqual([
      "2027-01-03",
      { code: "occasion-solar-term-after", params: { term: "winter-solstice", days: 12 } },
    ]);
  });

  test("CARE-4: without a Chinese calendar its days are unknown", () => {
    for (const timing of [
      { kind: "lunar", month: 8, day: 15 },
      { kind: "solar-term", term: "cold-dew" },
    ] as const) {
      expect(found(timing, year(2026))).toEqual({
        dates: [],
        unknown: [
          {
            occasion: "feast",
            reason: { code: "occasion-lunar-calendar-missing", params: {} },
          },
        ],
      });
    }
  });

  test("CARE-4: beyond the years of the calendar the answer is unknown, and only there", () => {
    const exceeded = [
      {
        occasion: "feast",
        reason: {
          code: "occasion-lunar-years-exceeded",
          params: { firstYear: 2023, lastYear: 2036 },
        },
      },
    ];
    const midAutumn = { kind: "lunar", month: 8, day: 15 } as const;
    const over = found(midAutumn, year(2036, 2), { calendars });
    expect([over.dates.map(({ date }) => date), over.unknown]).toEqual([["2036-10-04"], exceeded]);
    // January 2023 lies in the Chinese year 2022, but holds no Mid-Autumn.
    expect(found(midAutumn, year(2023), { calendars }).unknown).toEqual([]);
    const laba = { kind: "lunar", month: 12, day: 8 } as const;
    expect(found(laba, year(2023), { calendars }).unknown).toEqual(exceeded);
    const term = { kind: "solar-term", term: "cold-dew" } as const;
    expect(found(term, year(2036, 2), { calendars }).unknown).toEqual(exceeded);
    expect(found(term, year(2036), { calendars }).unknown).toEqual([]);
  });

  test("CARE-4: each month is looked up once, however many customers ask", () => {
    const asked: LunarDate[] = [];
    const lunar = {
      ...TABLE_CALENDAR,
      gregorianDate: (date: LunarDate) => {
        asked.push(date);
        return TABLE_CALENDAR.gregorianDate(date);
      },
    };
    const occasionsOf = prepareOccasions({
      rules: [rule({ kind: "birthday", leapDay: "mar1" })],
      period: year(2026),
      calendars: { lunar },
    });
    const birthday = { calendar: "chinese", month: 8, day: 15 } as const;
    for (let index = 0; index < 50; index += 1) {
      const facts = { customer: { ...NOBODY.customer, birthday } };
      expect(occasionsOf(facts).dates.map(({ date }) => date)).toEqual(["2026-09-25"]);
    }
    const keys = asked.map((date) => JSON.stringify(date));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
