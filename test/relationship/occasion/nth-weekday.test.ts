import fc from "fast-check";
import { datePartsOf, dayOfWeek, addDays } from "goodwill/shared";
import type { DayOfWeek } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { nthWeekdayOfMonth } from "../../../src/relationship/occasion/nth-weekday.js";

describe("the n-th weekday of a month", () => {
  test.each([
    ["Thanksgiving in the United States 2024", 2024, 11, 4, 4, "2024-11-28"],
    ["Thanksgiving in the United States 2025", 2025, 11, 4, 4, "2025-11-27"],
    ["Mother's Day 2026", 2026, 5, 7, 2, "2026-05-10"],
    ["Memorial Day 2026, the last Monday of May", 2026, 5, 1, -1, "2026-05-25"],
    ["the fifth Sunday of August 2026", 2026, 8, 7, 5, "2026-08-30"],
    ["the same, from the end", 2026, 8, 7, -1, "2026-08-30"],
    ["the fifth Sunday from the end", 2026, 8, 7, -5, "2026-08-02"],
    ["the first day of a month", 2026, 8, 6, 1, "2026-08-01"],
    ["a fifth that is not there", 2026, 9, 7, 5, undefined],
    ["a fifth from the end that is not there", 2026, 9, 7, -5, undefined],
  ] as const)("CARE-4: %s", (_, year, month, weekday, nth, date) => {
    expect(nthWeekdayOfMonth({ year, month, weekday, nth })).toBe(date);
  });

  test("CARE-4: the right weekday of the right month, with n - 1 of its kind before or behind it there", () => {
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 1, max: 9998 }),
          month: fc.integer({ min: 1, max: 12 }),
          weekday: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<DayOfWeek>,
          nth: fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5),
        }),
        (question) => {
          const found = nthWeekdayOfMonth(question);
          if (found === undefined) {
            expect(Math.abs(question.nth)).toBe(5);
            return;
          }
          expect(dayOfWeek(found)).toBe(question.weekday);
          const monthAfter = (days: number): number => datePartsOf(addDays(found, days)).month;
          const back = question.nth > 0 ? -7 : 7;
          expect(monthAfter(0)).toBe(question.month);
          expect(monthAfter((Math.abs(question.nth) - 1) * back)).toBe(question.month);
          expect(monthAfter(Math.abs(question.nth) * back)).not.toBe(question.month);
        },
      ),
    );
  });

  test.each([
    [{ month: 13 }, "the month must be a whole number from 1 to 12, got 13"],
    [{ nth: 0 }, "the number without its sign must be a whole number from 1 to 5, got 0"],
    [{ nth: 6 }, "got 6"],
    [{ weekday: 8 as 7 }, "the weekday must be"],
    [{ year: Number.NaN }, "the year must be"],
  ])("CARE-4: %j is refused", (wrong, message) => {
    const right = { year: 2026, month: 5, weekday: 7, nth: 2 } as const;
    expect(() => nthWeekdayOfMonth({ ...right, ...wrong })).toThrow(message);
  });
});
