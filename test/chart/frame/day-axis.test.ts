import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText, dayTicks, instantDays } from "../../../src/chart/frame/day-axis.js";

const DAY_MS = 86_400_000;

describe("days of instants", () => {
  it("are what the calendar of the language says, from year 0 to 9999", () => {
    const moment = fc.integer({ min: -719_528 * DAY_MS, max: 2_932_897 * DAY_MS - 1 });
    fc.assert(
      fc.property(moment, (milliseconds) => {
        const text = new Date(milliseconds).toISOString();
        expect(instantDays(text)).toBeCloseTo(milliseconds / DAY_MS, 6);
        expect(dayText(milliseconds / DAY_MS)).toBe(text.slice(0, 10));
      }),
    );
  });

  it.each(["", "2026-02-13", "2026-02-13T09:30Z", "2026-02-13T09:30:00.000+08:00"])(
    "%j is refused",
    (text) => {
      expect(() => instantDays(text)).toThrow(
        `Cannot draw a chart: expected an instant like 2026-02-13T09:30:00.000Z, got ${JSON.stringify(text)}`,
      );
    },
  );
});

describe("marks of an axis of time", () => {
  const from = instantDays("2026-02-13T09:30:00.000Z");

  it("are days, weeks from a Monday on, months or years, as there is room", () => {
    expect(dayTicks([from, from + 3], 400).map(({ text }) => text)).toEqual([
      "2026-02-14",
      "2026-02-15",
      "2026-02-16",
    ]);
    expect(dayTicks([from, from + 20], 300).map(({ text }) => text)).toEqual([
      "2026-02-16",
      "2026-02-23",
      "2026-03-02",
    ]);
    expect(dayTicks([from, from + 100], 300).map(({ text }) => text)).toEqual([
      "2026-03",
      "2026-04",
      "2026-05",
    ]);
    expect(dayTicks([from, from + 2000], 240).map(({ text }) => text)).toEqual([
      "2027",
      "2028",
      "2029",
      "2030",
      "2031",
    ]);
    expect(dayTicks([from, from + 0.1], 240)).toEqual([]);
  });

  it("lie on the axis, each on the day that its text says, and far enough from the next", () => {
    const start = fc.integer({ min: -16_000_000, max: 48_000_000 }).map((hours) => hours / 24);
    const length = fc.integer({ min: 1, max: 20_000_000 }).map((hours) => hours / 24);
    fc.assert(
      fc.property(start, length, fc.integer({ min: 200, max: 1200 }), (first, days, width) => {
        const ticks = dayTicks([first, first + days], width);
        ticks.forEach(({ day, text }, index) => {
          expect(day).toBeGreaterThanOrEqual(first);
          expect(day).toBeLessThanOrEqual(first + days);
          expect(dayText(day)).toBe(`${text}-01-01`.slice(0, 10));
          const next = ticks[index + 1];
          if (next !== undefined)
            expect(((next.day - day) / days) * width).toBeGreaterThan(6.6 * text.length);
        });
      }),
    );
  });
});
