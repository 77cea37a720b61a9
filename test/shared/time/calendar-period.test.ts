import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  datePartsOf,
  dayOfWeek,
  daysBetween,
  monthPeriod,
  periodContains,
  periodInZone,
  periodThrough,
  plainDate,
  quarterPeriod,
  timeZone,
  weekPeriod,
  yearPeriod,
} from "goodwill/shared";
import type { PlainDate } from "goodwill/shared";
import { anyDate } from "./dates.js";

const anyDay = anyDate({ from: 1, to: 9998 });

/** What a day has in common with the others of its stretch, worked out without periods. */
const STRETCHES: readonly [string, typeof monthPeriod, (date: PlainDate) => string][] = [
  ["month", monthPeriod, (date) => date.slice(0, 7)],
  [
    "quarter",
    quarterPeriod,
    (date) => `${date.slice(0, 4)} Q${Math.ceil(datePartsOf(date).month / 3)}`,
  ],
  ["year", yearPeriod, (date) => date.slice(0, 4)],
  ["week", weekPeriod, (date) => addDays(date, 1 - dayOfWeek(date))],
];

describe.each(STRETCHES)("the %s of a date", (_name, stretch, nameOf) => {
  it("holds the date, and exactly the days of the same name", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const { start, end } = stretch(date);
        expect(periodContains({ start, end }, date)).toBe(true);
        expect([nameOf(start), nameOf(addDays(end, -1))]).toEqual([nameOf(date), nameOf(date)]);
        expect(nameOf(addDays(start, -1))).not.toBe(nameOf(date));
        expect(nameOf(end)).not.toBe(nameOf(date));
        expect(stretch(start)).toEqual({ start, end });
      }),
    );
  });
});

describe("calendar periods", () => {
  it("have the lengths of the calendar", () => {
    const length = ({ start, end }: { start: PlainDate; end: PlainDate }): number =>
      daysBetween(start, end);
    const leapDay = plainDate("2024-02-29");
    expect(
      [weekPeriod, monthPeriod, quarterPeriod, yearPeriod].map((stretch) =>
        length(stretch(leapDay)),
      ),
    ).toEqual([7, 29, 91, 366]);
    expect(quarterPeriod(plainDate("2026-12-31"))).toEqual({
      start: "2026-10-01",
      end: "2027-01-01",
    });
  });

  it("through the last day includes it, and through the day before is empty", () => {
    const first = plainDate("2026-02-01");
    expect(periodThrough(first, first)).toEqual({ start: "2026-02-01", end: "2026-02-02" });
    expect(periodThrough(first, plainDate("2026-01-31"))).toEqual({ start: first, end: first });
    expect(() => periodThrough(first, plainDate("2026-01-30"))).toThrow(RangeError);
  });

  it("in a zone a month begins and ends with its days there", () => {
    expect(
      periodInZone(monthPeriod(plainDate("2026-03-15")), timeZone("America/New_York")),
    ).toEqual({ start: "2026-03-01T05:00:00.000Z", end: "2026-04-01T04:00:00.000Z" });
    const skipped = plainDate("2011-12-30");
    const empty = periodInZone(periodThrough(skipped, skipped), timeZone("Pacific/Apia"));
    expect(empty.start).toBe(empty.end);
  });

  it("the last month of the calendar has no end", () => {
    expect(() => monthPeriod(plainDate("9999-12-31"))).toThrow(RangeError);
  });
});
