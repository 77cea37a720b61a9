import fc from "fast-check";
import {
  birthdayInYear,
  isGregorianPartialDate,
  partialDateText,
  type PartialDate,
} from "goodwill/customer";
import { describe, expect, it } from "vitest";

const LEAP_DAY = { calendar: "gregorian", month: 2, day: 29 } as const;

describe("a partial date", () => {
  it("has one text: with and without its year, in both calendars", () => {
    expect(partialDateText({ ...LEAP_DAY, year: 2000 })).toBe("2000-02-29");
    expect(partialDateText({ ...LEAP_DAY, year: 800 })).toBe("0800-02-29");
    expect(partialDateText(LEAP_DAY)).toBe("--02-29");
    expect(partialDateText({ calendar: "chinese", month: 8, day: 15 })).toBe("chinese --08-15");
    expect(partialDateText({ calendar: "chinese", month: 6, day: 1, leapMonth: true })).toBe(
      "chinese --06L-01",
    );
  });

  it("an ordinary month is the same whether the leap month is denied or not spoken of", () => {
    const date = { calendar: "chinese", month: 6, day: 1 } as const;
    expect(partialDateText({ ...date, leapMonth: false })).toBe(partialDateText(date));
  });

  it("different dates have different texts", () => {
    const dates: fc.Arbitrary<PartialDate> = fc.record(
      {
        calendar: fc.constantFrom("gregorian", "chinese"),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
        leapMonth: fc.constant(true),
        year: fc.integer({ min: 1, max: 9999 }),
      },
      { requiredKeys: ["calendar", "month", "day"] },
    );
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        fc.pre(isChineseOrPlain(a) && isChineseOrPlain(b));
        const same = (["calendar", "month", "day", "leapMonth", "year"] as const).every(
          (key) => a[key] === b[key],
        );
        expect(partialDateText(a) === partialDateText(b)).toBe(same);
      }),
    );
  });

  it("EDGE: a birthday on 29 February comes once in every year, on the day the policy names", () => {
    expect(birthdayInYear(LEAP_DAY, 2026, { leapDay: "feb28" })).toBe("2026-02-28");
    expect(birthdayInYear(LEAP_DAY, 2026, { leapDay: "mar1" })).toBe("2026-03-01");
    expect(birthdayInYear(LEAP_DAY, 2028, { leapDay: "mar1" })).toBe("2028-02-29");
    expect(birthdayInYear(LEAP_DAY, 1, { leapDay: "feb28" })).toBe("0001-02-28");
  });

  it("a year before the birth, or a day that does not exist, is refused", () => {
    const leapDay = "mar1";
    expect(() => birthdayInYear({ ...LEAP_DAY, year: 2000 }, 1999, { leapDay })).toThrow(
      RangeError,
    );
    expect(birthdayInYear({ ...LEAP_DAY, year: 2000 }, 2000, { leapDay })).toBe("2000-02-29");
    expect(() => birthdayInYear({ ...LEAP_DAY, day: 30 }, 2026, { leapDay })).toThrow(RangeError);
    expect(() => birthdayInYear({ ...LEAP_DAY, year: 2001 }, 2026, { leapDay })).toThrow(
      RangeError,
    );
  });

  it("a Chinese birthday does not compile: its day needs a calendar's tables", () => {
    const birthday = { calendar: "chinese", month: 8, day: 15 } as PartialDate;
    // @ts-expect-error -- the calendar is not known to be the Gregorian
    expect(birthdayInYear(birthday, 2026, { leapDay: "mar1" })).toBe("2026-08-15");
    expect(isGregorianPartialDate(birthday)).toBe(false);
    const known: PartialDate = LEAP_DAY;
    const day = isGregorianPartialDate(known)
      ? birthdayInYear(known, 2028, { leapDay: "mar1" })
      : undefined;
    expect(day).toBe("2028-02-29");
  });
});

function isChineseOrPlain({ calendar, leapMonth }: PartialDate): boolean {
  return calendar === "chinese" || leapMonth === undefined;
}
