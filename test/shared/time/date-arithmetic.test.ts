import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  datePartsOf,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  plainDate,
  startOfMonth,
} from "goodwill/shared";
import type { PlainDate } from "goodwill/shared";
import { anyDate, dateOfDay, dayOf } from "./dates.js";

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The rule again, in plain arithmetic: same day of the month, or the last one. */
function monthsLater(date: PlainDate, months: number): string {
  const { year, month, day } = datePartsOf(date);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), ((count % 12) + 12) % 12];
  const isLeap = (toYear % 4 === 0 && toYear % 100 !== 0) || toYear % 400 === 0;
  const length = toMonth === 1 && isLeap ? 29 : (LENGTHS[toMonth] as number);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(toYear).padStart(4, "0")}-${two(toMonth + 1)}-${two(Math.min(day, length))}`;
}

describe("days", () => {
  it("days later and days between agree with the language's own Date, over all years", () => {
    fc.assert(
      fc.property(anyDate(), anyDate(), (a, b) => {
        expect(daysBetween(a, b)).toBe(dayOf(b) - dayOf(a));
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
      { numRuns: 1000 },
    );
  });

  it("the weekday is that of ISO 8601", () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        expect(dayOfWeek(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
    expect(dayOfWeek(plainDate("2026-02-15"))).toBe(7);
    expect(dayOfWeek(plainDate("2026-02-16"))).toBe(1);
  });

  it("a step back over a month, a year and a leap day", () => {
    expect(addDays(plainDate("2024-03-01"), -1)).toBe("2024-02-29");
    expect(addDays(plainDate("2026-01-01"), -1)).toBe("2025-12-31");
    expect(addDays(plainDate("2026-02-13"), 0)).toBe("2026-02-13");
  });
});

describe("months are counted from the anchor", () => {
  it("LOY edge 2: two months after 31 January is 31 March, not 28 March", () => {
    const anchor = plainDate("2026-01-31");
    expect([1, 2, 3, 13].map((months) => addMonths(anchor, months))).toEqual([
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2027-02-28",
    ]);
    expect(addMonths(plainDate("2023-12-31"), 2)).toBe("2024-02-29");
    expect(addMonths(addMonths(anchor, 1), 1)).toBe("2026-03-28");
  });

  it("every anchor and every number of months, over all years, keeps the day or takes the last", () => {
    fc.assert(
      fc.property(
        anyDate({ from: 200, to: 9700 }),
        fc.integer({ min: -2400, max: 2400 }),
        (date, months) => {
          expect(addMonths(date, months)).toBe(monthsLater(date, months));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("years of two digits are not taken for the twentieth century", () => {
    expect(addMonths(plainDate("0049-12-31"), 2)).toBe("0050-02-28");
    expect(addYears(plainDate("0000-02-29"), 99)).toBe("0099-02-28");
    expect(addDays(plainDate("0099-12-31"), 1)).toBe("0100-01-01");
    expect(startOfMonth(plainDate("0050-06-15"))).toBe("0050-06-01");
    expect(endOfMonth(plainDate("0004-02-15"))).toBe("0004-02-29");
  });

  it("years are twelve months each", () => {
    fc.assert(
      fc.property(
        anyDate({ from: 200, to: 9700 }),
        fc.integer({ min: -200, max: 200 }),
        (date, years) => {
          expect(addYears(date, years)).toBe(addMonths(date, 12 * years));
        },
      ),
    );
  });

  it("a month begins on its first day and ends the day before the next begins", () => {
    fc.assert(
      fc.property(anyDate({ from: 0, to: 9998 }), (date) => {
        expect(startOfMonth(date)).toBe(`${date.slice(0, 8)}01`);
        expect(addDays(endOfMonth(date), 1)).toBe(addMonths(startOfMonth(date), 1));
      }),
    );
  });
});

describe("what is no step on this calendar is refused", () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])("%s days, months or years", (count) => {
    const date = plainDate("2026-02-13");
    expect(() => addDays(date, count)).toThrow(
      `Cannot add days: expected an integer, got ${count}`,
    );
    expect(() => addMonths(date, count)).toThrow("Cannot add months: expected an integer");
    expect(() => addYears(date, count)).toThrow("Cannot add years: expected an integer");
  });

  it.each([
    ["9999-12-31", 1],
    ["0000-01-01", -1],
    ["2026-02-13", 1e9],
    ["2026-02-13", -1e15],
  ])("beyond the years 0000 to 9999: %s and %s", (text, count) => {
    const date = plainDate(text);
    for (const add of [addDays, addMonths, addYears]) {
      expect(() => add(date, count)).toThrow("is outside the years 0000 to 9999");
    }
  });

  it("text that is no date", () => {
    const wrong = "2026-02-30" as PlainDate;
    for (const use of [dayOfWeek, startOfMonth, endOfMonth]) {
      expect(() => use(wrong)).toThrow('got "2026-02-30"');
    }
    expect(() => addDays(wrong, 1)).toThrow(RangeError);
    expect(() => daysBetween(dateOfDay(0), `${dateOfDay(0)}x` as PlainDate)).toThrow(RangeError);
  });
});
