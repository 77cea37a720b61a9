import { readFileSync } from "node:fs";
import type { PartialDate } from "goodwill/customer";
import { describe, expect, test } from "vitest";
import type { Birthday } from "../../../src/relationship/occasion/occasion-rule.js";
import type { LunarSkip } from "../../../src/shared/time/lunar-calendar.js";
import type { OccasionFacts } from "../../../src/relationship/occasion/occasion-facts.js";
import { TABLE_CALENDAR } from "./lunar-table.js";
import { NOBODY, days, daysFound, found, year } from "./sample-facts.js";

const RULE: Birthday = { kind: "birthday", leapDay: "feb28" };
const calendars = { lunar: TABLE_CALENDAR };

function born(birthday: Partial<PartialDate>, more: Partial<OccasionFacts> = {}): OccasionFacts {
  const whole = { calendar: "gregorian", month: 5, day: 20, ...birthday } as const;
  return { ...more, customer: { ...NOBODY.customer, birthday: whole } };
}

interface GoldenBirthday {
  readonly month: number;
  readonly leap: boolean;
  readonly day: number;
  readonly OMIT: Readonly<Record<string, string | null>>;
  readonly BACKWARD: Readonly<Record<string, string | null>>;
  readonly FORWARD: Readonly<Record<string, string | null>>;
}

interface GoldenBirthdays {
  readonly cases: readonly GoldenBirthday[];
  readonly regularVsLeap: readonly {
    readonly lunarYear: number;
    readonly month: number;
    readonly day: number;
    readonly regular: string;
    readonly leap: string;
  }[];
  readonly zeroOrTwoPerGregorianYear: readonly {
    readonly lunar: string;
    readonly gregorianYear: number;
    readonly dates: readonly string[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL("../../golden/lunar-birthdays.json", import.meta.url), "utf8"),
) as GoldenBirthdays;

describe("birthdays of the Gregorian calendar", () => {
  test("CARE-4: each year but that of the birth, with the age", () => {
    const facts = born({ year: 2024 });
    const { dates } = found(RULE, year(2023, 4), { facts });
    expect(dates.map(({ date, reason }) => [date, reason.code, reason.params])).toEqual([
      ["2025-05-20", "occasion-birthday", { birthday: "2024-05-20", age: 1 }],
      ["2026-05-20", "occasion-birthday", { birthday: "2024-05-20", age: 2 }],
    ]);
  });

  test("CARE-4: without the year of birth the age is not told", () => {
    const { dates, unknown } = found(RULE, year(2026), { facts: born({}) });
    expect(dates.map(({ key, reason }) => [key, reason])).toEqual([
      [
        "feast/2026-05-20",
        { code: "occasion-birthday-age-unknown", params: { birthday: "--05-20" } },
      ],
    ]);
    expect(unknown).toEqual([]);
  });

  test("CARE-4: a 29 February is kept as the customer wishes, else as the rule says", () => {
    const leap = { month: 2, day: 29, year: 2004 };
    const two = year(2027, 2);
    expect(daysFound(RULE, two, { facts: born(leap) })).toEqual(["2027-02-28", "2028-02-29"]);
    const { dates } = found(RULE, two, { facts: born(leap, { leapDay: "mar1" }) });
    expect(dates.map(({ date }) => date)).toEqual(["2027-03-01", "2028-02-29"]);
    expect(dates.map(({ reason }) => reason)).toEqual([
      {
        code: "occasion-birthday-moved",
        params: { birthday: "2004-02-29", by: "mar1", age: 23 },
      },
      { code: "occasion-birthday", params: { birthday: "2004-02-29", age: 24 } },
    ]);
  });

  test("CARE-4: only round birthdays, which need the year of birth", () => {
    const tenth = { ...RULE, everyYears: 10 };
    expect(daysFound(tenth, year(2020, 12), { facts: born({ year: 1991 }) })).toEqual([
      "2021-05-20",
      "2031-05-20",
    ]);
    const { dates, unknown } = found(tenth, year(2026), { facts: born({}) });
    expect([dates, unknown]).toEqual([
      [],
      [
        {
          occasion: "feast",
          reason: { code: "occasion-birthday-year-missing", params: { everyYears: 10 } },
        },
      ],
    ]);
  });

  test.each([
    [{ month: 4, day: 31 }, "--04-31"],
    [{ month: 2, day: 29, year: 2001 }, "2001-02-29"],
    [{ month: 13 }, "--13-20"],
    [{ day: 0 }, "--05-00"],
    [{ leapMonth: true }, "--05L-20"],
    [{ year: 0 }, "0000-05-20"],
    [{ calendar: "chinese", month: 13 }, "chinese --13-20"],
    [{ calendar: "chinese", day: 31 }, "chinese --05-31"],
    // 2025 had no leap fifth month, and its second month had 29 days.
    [{ calendar: "chinese", leapMonth: true, year: 2025 }, "chinese 2025-05L-20"],
    [{ calendar: "chinese", month: 2, day: 30, year: 2025 }, "chinese 2025-02-30"],
  ] as const)("CARE-4: the impossible birthday %j is named, not guessed", (birthday, text) => {
    const { dates, unknown } = found(RULE, year(2026), { facts: born(birthday), calendars });
    expect([dates, unknown.map(({ reason }) => reason)]).toEqual([
      [],
      [{ code: "occasion-birthday-impossible", params: { birthday: text } }],
    ]);
  });

  test("CARE-4: an unknown birthday is named", () => {
    const { dates, unknown } = found(RULE, year(2026));
    expect([dates, unknown.map(({ reason }) => reason.code)]).toEqual([
      [],
      ["occasion-birthday-missing"],
    ]);
  });
});

describe("birthdays of the Chinese calendar", () => {
  const chinese = (birthday: Partial<PartialDate>, lunarSkip?: LunarSkip): OccasionFacts =>
    born({ calendar: "chinese", ...birthday }, lunarSkip === undefined ? {} : { lunarSkip });

  test.each(
    golden.cases.flatMap((one) =>
      (["OMIT", "BACKWARD", "FORWARD"] as const).map((skip) => [one, skip] as const),
    ),
  )("CARE-4: %j skipped by %s", ({ month, leap, day, ...bySkip }, skip) => {
    const facts = chinese({ month, day, leapMonth: leap }, skip.toLowerCase() as LunarSkip);
    const expected = Object.values(bySkip[skip]).filter((date) => date !== null);
    expect(
      expected.length + Object.values(bySkip[skip]).filter((date) => date === null).length,
    ).toBe(12);
    // The Chinese years 2024 to 2035, by their first day and the one after their last.
    const within = days("2024-02-10", "2036-01-28");
    const last = expected.at(-1);
    const beyond = last !== undefined && last >= within.end ? [last] : [];
    expect([...daysFound(RULE, within, { facts, calendars }), ...beyond]).toEqual(expected);
  });

  test("CARE-4: who is born in the regular month keeps it in a year that has both", () => {
    for (const { lunarYear, month, day, regular, leap } of golden.regularVsLeap) {
      const within = days(`${lunarYear}-02-15`, `${lunarYear + 1}-01-20`);
      expect(daysFound(RULE, within, { facts: chinese({ month, day }), calendars })).toEqual([
        regular,
      ]);
      const leapMonth = chinese({ month, day, leapMonth: true });
      expect(daysFound(RULE, within, { facts: leapMonth, calendars })).toEqual([leap]);
    }
  });

  test("CARE-4: a lunar birthday falls twice in some Gregorian years and not at all in others", () => {
    const known = golden.zeroOrTwoPerGregorianYear.filter(
      ({ gregorianYear }) => gregorianYear >= 2024 && gregorianYear <= 2036,
    );
    expect(new Set(known.map(({ dates }) => dates.length))).toEqual(new Set([0, 2]));
    for (const { lunar, gregorianYear, dates } of known) {
      const [month, day] = lunar.split("-").map(Number) as [number, number];
      expect(
        daysFound({ ...RULE, skip: "omit" }, year(gregorianYear), {
          facts: chinese({ month, day }),
          calendars,
        }),
      ).toEqual(dates);
    }
  });

  test("CARE-4: the age is counted in Chinese years, and the day of birth is no birthday", () => {
    const facts = chinese({ month: 12, day: 30, year: 2024 - 1 });
    const { dates } = found(RULE, year(2024, 3), { facts, calendars });
    expect(dates.map(({ date, reason }) => [date, reason.code, reason.params["age"]])).toEqual([
      // New Year's Eve of the Chinese year 2023 itself is 2024-02-09.
      ["2025-01-28", "occasion-birthday-moved", 1],
      ["2026-02-16", "occasion-birthday-moved", 2],
    ]);
    expect(dates[0]!.reason.params).toEqual({
      birthday: "chinese 2023-12-30",
      by: "backward",
      age: 1,
    });
    const round = { ...RULE, everyYears: 2 };
    expect(daysFound(round, year(2024, 3), { facts, calendars })).toEqual(["2026-02-16"]);
  });

  test("CARE-4: the customer's own wish goes before the rule's", () => {
    const within = days("2026-01-01", "2026-03-01");
    const forward = { ...RULE, skip: "forward" } as const;
    const last = { month: 12, day: 30 };
    expect(daysFound(forward, within, { facts: chinese(last), calendars })).toEqual(["2026-02-17"]);
    expect(daysFound(forward, within, { facts: chinese(last, "omit"), calendars })).toEqual([]);
  });

  test("CARE-4: without a Chinese calendar, or beyond its years, the birthday is unknown", () => {
    const facts = chinese({ month: 8, day: 15 });
    const codes = (within: ReturnType<typeof year>, lunar: boolean): readonly unknown[] => {
      const { dates, unknown } = found(RULE, within, { facts, calendars: lunar ? calendars : {} });
      return [dates.map(({ date }) => date), unknown.map(({ reason }) => reason.code)];
    };
    expect(codes(year(2026), false)).toEqual([[], ["occasion-lunar-calendar-missing"]]);
    expect(codes(year(2036, 2), true)).toEqual([["2036-10-04"], ["occasion-lunar-years-exceeded"]]);
    expect(codes(year(2036), true)).toEqual([["2036-10-04"], []]);
  });

  test("CARE-4: a leap twelfth month kept forward needs the next year, and is unknown where that is", () => {
    const facts = chinese({ month: 12, day: 1, leapMonth: true }, "forward");
    const { unknown } = found(RULE, year(2037), { facts, calendars });
    expect(unknown.map(({ reason }) => reason.code)).toEqual(["occasion-lunar-years-exceeded"]);
    expect(daysFound(RULE, year(2026), { facts, calendars })).toEqual(["2026-02-17"]);
  });
});
