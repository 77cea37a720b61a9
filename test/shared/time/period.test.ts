import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  instant,
  intersectPeriods,
  period,
  periodContains,
  periodsOverlap,
  plainDate,
} from "goodwill/shared";
import type { Instant, Period, PlainDate } from "goodwill/shared";

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }))
  .map(([from, length]) => period(day(from), day(from + length)));

function day(number: number): PlainDate {
  return addDays(plainDate("2026-02-13"), number);
}

/** The days of a period, one by one. */
function daysOf(within: Period<PlainDate>): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let at = within.start; at < within.end; at = addDays(at, 1)) days.push(at);
  return days;
}

describe("a period is half-open", () => {
  it("holds its start and not its end", () => {
    const week = period(day(0), day(7));
    expect([day(-1), day(0), day(6), day(7)].map((at) => periodContains(week, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("an empty one holds nothing and overlaps nothing, not even itself", () => {
    const empty = period(day(3), day(3));
    expect(periodContains(empty, day(3))).toBe(false);
    expect(periodsOverlap(empty, empty)).toBe(false);
    expect(periodsOverlap(empty, period(day(0), day(7)))).toBe(false);
  });

  it("works on instants", () => {
    const morning = period(instant("2026-02-13T08:00Z"), instant("2026-02-13T12:00Z"));
    expect(periodContains(morning, instant("2026-02-13T11:59:59.999Z"))).toBe(true);
    expect(periodContains(morning, instant("2026-02-13T12:00Z"))).toBe(false);
  });

  it("the intersection is the days in both, and there is overlap where it is not empty", () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        const both = daysOf(a).filter((at) => periodContains(b, at));
        const shared = intersectPeriods(a, b);
        expect(shared === undefined ? [] : daysOf(shared)).toEqual(both);
        expect(shared).toEqual(intersectPeriods(b, a));
        expect(periodsOverlap(a, b)).toBe(both.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what is no period is refused", () => {
  it("an end before the start", () => {
    expect(() => period(day(1), day(0))).toThrow(RangeError);
    expect(() => period(day(1), day(0))).toThrow(
      "the end 2026-02-13 is before the start 2026-02-14",
    );
  });

  it("an instant and a date: by the compiler, and when run", () => {
    const at = instant("2026-02-13T08:00Z");
    // @ts-expect-error two kinds of bound
    expect(() => period(at, day(1))).toThrow(TypeError);
    // @ts-expect-error two kinds of bound
    expect(() => period(day(0), at)).toThrow(TypeError);
    expect(() => period("x" as Instant, "y" as Instant)).toThrow('got "x" and "y"');
  });

  it("a bare string: by the compiler", () => {
    // @ts-expect-error not known to be a date
    expect(period("2026-02-13", "2026-02-14")).toEqual({ start: "2026-02-13", end: "2026-02-14" });
    const days = period(day(0), day(1));
    // @ts-expect-error an instant in a period of days
    expect(periodContains(days, instant("2026-02-13T08:00Z"))).toBe(true);
  });
});
