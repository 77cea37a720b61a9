import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datePartsOf, isPlainDate, plainDate, plainDateFromParts } from "goodwill/shared";
import type { PlainDate } from "goodwill/shared";
import { anyDate } from "./dates.js";

describe("a plain date is a day that exists", () => {
  it.each(["2026-02-13", "2024-02-29", "2000-02-29", "0000-02-29", "0000-01-01", "9999-12-31"])(
    "%s exists",
    (text) => {
      expect(plainDate(text)).toBe(text);
    },
  );

  it.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-00-01",
    "2026-13-01",
    "2026-01-00",
    "2026-1-1",
    "26-01-01",
    "20260101",
    "2026-02-13T00:00",
    "2026/02/13",
    "x026-02-13",
    "+002026-02-13",
    "",
  ])("%s is refused", (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(
      `expected a day that exists as YYYY-MM-DD, got ${JSON.stringify(text)}`,
    );
    expect(() => datePartsOf(text as PlainDate)).toThrow(RangeError);
  });

  it("exactly the days of the Gregorian calendar exist, as in the language's own Date", () => {
    const part = fc.tuple(fc.nat(9999), fc.nat(13), fc.nat(32));
    fc.assert(
      fc.property(part, ([year, month, day]) => {
        const two = (value: number): string => String(value).padStart(2, "0");
        const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
        const parsed = new Date(`${text}T00:00:00Z`);
        const exists =
          !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
        expect(isPlainDate(text)).toBe(exists);
      }),
      { numRuns: 5000 },
    );
  });

  it("its parts make it again", () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const { year, month, day } = datePartsOf(date);
        const parsed = new Date(`${date}T00:00:00Z`);
        expect([year, month, day]).toEqual([
          parsed.getUTCFullYear(),
          parsed.getUTCMonth() + 1,
          parsed.getUTCDate(),
        ]);
        expect(plainDateFromParts({ year, month, day })).toBe(date);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { year: 2026, month: 2, day: 29 },
    { year: 10_000, month: 1, day: 1 },
    { year: -1, month: 1, day: 1 },
    { year: 2026, month: 1.5, day: 1 },
    { year: Number.NaN, month: 1, day: 1 },
  ])("parts that make no day are refused: %o", (parts) => {
    expect(() => plainDateFromParts(parts)).toThrow(RangeError);
  });
});
