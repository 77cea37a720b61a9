import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant, isWallTime, timeZone, wallTime, wallTimeAt } from "goodwill/shared";

describe("a wall time is a clock reading in its shortest form", () => {
  it.each([
    ["2026-02-13T09:30", "2026-02-13T09:30"],
    ["2026-02-13T09:30:00", "2026-02-13T09:30"],
    ["2026-02-13T09:30:00.000", "2026-02-13T09:30"],
    ["2026-02-13T09:30:05", "2026-02-13T09:30:05"],
    ["2026-02-13T09:30:00.050", "2026-02-13T09:30:00.050"],
    ["2026-02-13T00:00", "2026-02-13T00:00"],
  ])("%s is %s", (text, expected) => {
    expect(wallTime(text)).toBe(expected);
    expect(isWallTime(expected)).toBe(true);
    expect(isWallTime(text)).toBe(text === expected);
  });

  it.each([
    "2026-02-13",
    "2026-02-13T09",
    "2026-02-13T24:00",
    "2026-02-13T09:60",
    "2026-02-13T09:30:60",
    "2026-02-30T09:30",
    "2026-02-13 09:30",
    "2026-02-13T09:30Z",
    "2026-02-13T09:30:00.0",
    "2026-02-13T09-30",
    "2026-02-13T09:30-00",
    "2026-02-13T09:30:00,000",
    "",
  ])("%s is refused", (text) => {
    expect(isWallTime(text)).toBe(false);
    expect(() => wallTime(text)).toThrow(`got ${JSON.stringify(text)}`);
  });

  it("other values are no wall times", () => {
    expect([undefined, null, 930].map(isWallTime)).toEqual([false, false, false]);
  });

  it("texts sort as the readings do", () => {
    const reading = fc.integer({ min: 0, max: 200_000_000 });
    fc.assert(
      fc.property(reading, fc.integer({ min: -2000, max: 2000 }), (a, distance) => {
        const b = Math.max(0, a + distance);
        const text = (at: number): string => wallTime(new Date(at).toISOString().slice(0, 23));
        expect(text(a) < text(b)).toBe(a < b);
        expect(text(a) === text(b)).toBe(a === b);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the clock at an instant", () => {
  it.each([
    ["2026-02-13T09:30:00Z", "Asia/Shanghai", "2026-02-13T17:30"],
    ["2026-02-13T09:30:00.001Z", "Asia/Kathmandu", "2026-02-13T15:15:00.001"],
    ["1900-01-01T00:00:00Z", "Asia/Shanghai", "1900-01-01T08:05:43"],
    ["1500-06-01T00:00:00Z", "Asia/Shanghai", "1500-06-01T08:05:43"],
    ["2026-11-01T05:30:00Z", "America/New_York", "2026-11-01T01:30"],
    ["2026-11-01T06:30:00Z", "America/New_York", "2026-11-01T01:30"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29T23:59:59"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31T00:00"],
  ])("%s in %s is %s", (at, zone, expected) => {
    expect(wallTimeAt(instant(at), timeZone(zone))).toBe(expected);
  });

  it("outside the years 0000 to 9999 is refused", () => {
    const first = instant("0000-01-01T00:00:00Z");
    const last = instant("9999-12-31T23:59:59.999Z");
    expect(() => wallTimeAt(first, timeZone("America/New_York"))).toThrow("years 0000 to 9999");
    expect(() => wallTimeAt(last, timeZone("Asia/Shanghai"))).toThrow("years 0000 to 9999");
  });
});
