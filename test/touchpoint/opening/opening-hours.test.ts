import fc from "fast-check";
import type { DayOfWeek } from "goodwill/shared";
import { addMilliseconds, instant, timeZone } from "goodwill/shared";
import { ALL_WEEK, isOpenAt, openSpans, weeklyOpenMinutes } from "goodwill/touchpoint";
import type { WeeklyWindow } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";

const UTC = timeZone("UTC");
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const anyWindow: fc.Arbitrary<WeeklyWindow> = fc.record({
  days: fc.uniqueArray(fc.constantFrom<DayOfWeek>(1, 2, 3, 4, 5, 6, 7)),
  from: fc.integer({ min: 0, max: 1439 }).map(clock),
  until: fc.integer({ min: 0, max: 1440 }).map(clock),
});

/** Every minute on its own, as a slow second opinion. */
function minutesOf(windows: readonly WeeklyWindow[]): Set<number> {
  const open = new Set<number>();
  const minute = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  for (const { days, from, until } of windows) {
    for (const day of days) {
      let now = minute(from);
      const end = minute(until) < now ? minute(until) + 1440 : minute(until);
      for (; now < end; now += 1) open.add(((day - 1) * 1440 + now) % 10_080);
    }
  }
  return open;
}

describe("opening hours", () => {
  it("TP-10: the spans hold exactly the minutes of the windows, in order, and never touch", () => {
    fc.assert(
      fc.property(fc.array(anyWindow, { maxLength: 4 }), (windows) => {
        const spans = openSpans(windows);
        const covered = spans.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, i) => start + i),
        );
        expect(covered).toEqual([...minutesOf(windows)].toSorted((a, b) => a - b));
        spans.forEach(({ start }, i) => {
          if (i > 0) expect(start).toBeGreaterThan(spans[i - 1]!.end);
        });
        expect(weeklyOpenMinutes({ zone: UTC, windows })).toBe(covered.length);
      }),
      { numRuns: 50 },
    );
  });

  it("24:00 is the end of the day, and day and night every day are 10,080 minutes", () => {
    expect(openSpans([{ days: [7], from: "23:59", until: "24:00" }])).toEqual([
      { start: 10_079, end: 10_080 },
    ]);
    expect(openSpans(ALL_WEEK)).toEqual([{ start: 0, end: 10_080 }]);
  });

  it("a window over midnight runs into the next day, that of Sunday into Monday", () => {
    expect(openSpans([{ days: [7], from: "22:00", until: "02:00" }])).toEqual([
      { start: 0, end: 120 },
      { start: 10_080 - 120, end: 10_080 },
    ]);
  });

  it("a window that ends where it begins is empty", () => {
    expect(openSpans([{ days: [1], from: "09:00", until: "09:00" }])).toEqual([]);
  });

  it("the moment of opening is open, that of closing is not", () => {
    const hours = { zone: UTC, windows: [{ days: [5], from: "09:00", until: "18:00" }] as const };
    expect(isOpenAt(hours, instant("2026-02-13T08:59:59.999Z"))).toBe(false);
    expect(isOpenAt(hours, instant("2026-02-13T09:00:00Z"))).toBe(true);
    expect(isOpenAt(hours, instant("2026-02-13T17:59:59.999Z"))).toBe(true);
    expect(isOpenAt(hours, instant("2026-02-13T18:00:00Z"))).toBe(false);
  });

  it("the zone's clock decides, also on the day it is put forward", () => {
    const hours = {
      zone: timeZone("Europe/London"),
      windows: [{ days: [7], from: "01:00", until: "03:00" }] as const,
    };
    // At 01:00 UTC on 29 March 2026 the clock jumps from 01:00 to 02:00.
    expect(isOpenAt(hours, instant("2026-03-29T00:59:00Z"))).toBe(false);
    expect(isOpenAt(hours, instant("2026-03-29T01:00:00Z"))).toBe(true);
    expect(isOpenAt(hours, instant("2026-03-29T01:59:00Z"))).toBe(true);
    expect(isOpenAt(hours, instant("2026-03-29T02:00:00Z"))).toBe(false);
  });

  it("the week is told right before 1970, too", () => {
    const monday = { zone: UTC, windows: [{ days: [1], from: "00:00", until: "24:00" }] as const };
    const start = instant("1969-12-29T00:00:00Z"); // a Monday
    expect(isOpenAt(monday, start)).toBe(true);
    expect(isOpenAt(monday, addMilliseconds(start, -1))).toBe(false);
  });

  it.each([
    [{ days: [1], from: "9:00", until: "10:00" }, 'got "9:00"'],
    [{ days: [1], from: "24:00", until: "01:00" }, "must begin before 24:00"],
    [{ days: [1], from: "09:00", until: "24:01" }, 'got "24:01"'],
    [{ days: [0], from: "09:00", until: "10:00" }, "a day must be 1 to 7, got 0"],
    [{ days: [1.5], from: "09:00", until: "10:00" }, "got 1.5"],
  ])("case %#: what is no window is refused with its value", (window, message) => {
    expect(() => openSpans([window as WeeklyWindow])).toThrow(message);
    expect(() => openSpans([window as WeeklyWindow])).toThrow(RangeError);
  });
});
