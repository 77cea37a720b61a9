import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMilliseconds,
  epochMilliseconds,
  instant,
  instantFromEpochMilliseconds,
  isInstant,
  millisecondsBetween,
} from "goodwill/shared";
import type { Instant } from "goodwill/shared";

const FIRST_MS = Date.parse("0000-01-01T00:00:00.000Z");
const LAST_MS = Date.parse("9999-12-31T23:59:59.999Z");
const anyMilliseconds = fc.integer({ min: FIRST_MS, max: LAST_MS });

describe("an instant is read from ISO text with an offset", () => {
  it.each([
    ["2026-02-13T09:30:00.000Z", "2026-02-13T09:30:00.000Z"],
    ["2026-02-13T09:30:00Z", "2026-02-13T09:30:00.000Z"],
    ["2026-02-13T09:30Z", "2026-02-13T09:30:00.000Z"],
    ["2026-02-13T17:30:00+08:00", "2026-02-13T09:30:00.000Z"],
    ["2026-02-13T17:30+0800", "2026-02-13T09:30:00.000Z"],
    ["2026-02-13T17:30+08", "2026-02-13T09:30:00.000Z"],
    ["2026-02-12T23:45:00.5-09:45", "2026-02-13T09:30:00.500Z"],
    ["2026-02-13T09:30:00,25Z", "2026-02-13T09:30:00.250Z"],
    ["2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00.000Z"],
    ["2026-02-13T09:30:00-00:00", "2026-02-13T09:30:00.000Z"],
    ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it("digits beyond the millisecond are cut off, towards the past, also before 1970", () => {
    expect(instant("2026-02-13T09:30:00.123999999Z")).toBe("2026-02-13T09:30:00.123Z");
    expect(instant("1969-12-31T23:59:59.9999Z")).toBe("1969-12-31T23:59:59.999Z");
  });

  it.each([
    ["2026-02-30T09:30:00Z", "there is no day 2026-02-30"],
    ["2025-02-29T09:30:00.000Z", "there is no day 2025-02-29"],
    ["2026-13-01T09:30:00Z", "there is no day 2026-13-01"],
    ["2026-00-10T09:30:00Z", "there is no day 2026-00-10"],
    ["2026-01-00T09:30:00Z", "there is no day 2026-01-00"],
    ["2026-02-13T24:00:00Z", "hour 24 is 00:00 of the next day"],
    ["2026-02-13T25:00:00Z", "there is no such time of day"],
    ["2026-02-13T09:60:00Z", "there is no such time of day"],
    ["2016-12-31T23:59:60Z", "leap seconds (second 60) have no place in POSIX time"],
    ["2026-02-13T09:30:61Z", "there is no such time of day"],
    ["2026-02-13T09:30:00+24:00", "there is no such offset"],
    ["2026-02-13T09:30:00+08:60", "there is no such offset"],
    ["2026-02-13T09:30:00", "it has no offset or Z"],
    ["2026-02-13", "it has no offset or Z"],
    ["2026-02-13 09:30:00Z", "expected ISO text with an offset"],
    ["2026-02-13t09:30:00z", "expected ISO text with an offset"],
    ["20260213T093000Z", "expected ISO text with an offset"],
    ["+002026-02-13T09:30:00Z", "expected ISO text with an offset"],
    [" 2026-02-13T09:30:00Z", "expected ISO text with an offset"],
    ["", "expected ISO text with an offset"],
    ["0000-01-01T00:00:00+00:01", "in UTC it is outside the years 0000 to 9999"],
    ["9999-12-31T23:59:59-00:01", "in UTC it is outside the years 0000 to 9999"],
  ])("%s is refused: %s", (text, why) => {
    expect(() => instant(text)).toThrow(RangeError);
    expect(() => instant(text)).toThrow(`Cannot read an instant: ${why}`);
  });

  it("every millisecond from 0000 to 9999 agrees with the language's own Date", () => {
    fc.assert(
      fc.property(anyMilliseconds, (milliseconds) => {
        const text = new Date(milliseconds).toISOString();
        expect(instantFromEpochMilliseconds(milliseconds)).toBe(text);
        expect(epochMilliseconds(instant(text))).toBe(milliseconds);
        expect(isInstant(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("every offset agrees with the language's own Date", () => {
    const offset = fc.tuple(
      fc.constantFrom("+", "-"),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
    );
    const middle = fc.integer({ min: FIRST_MS + 86_400_000, max: LAST_MS - 86_400_000 });
    fc.assert(
      fc.property(middle, offset, (milliseconds, [sign, hours, minutes]) => {
        const two = (value: number): string => String(value).padStart(2, "0");
        const local = new Date(milliseconds).toISOString().slice(0, 23);
        const text = `${local}${sign}${two(hours)}:${two(minutes)}`;
        expect(instant(text)).toBe(new Date(text).toISOString());
      }),
    );
  });
});

describe("an instant has one text", () => {
  it("texts sort as the instants do", () => {
    fc.assert(
      fc.property(anyMilliseconds, anyMilliseconds, (a, b) => {
        const [first, second] = [instantFromEpochMilliseconds(a), instantFromEpochMilliseconds(b)];
        expect(first < second).toBe(a < b);
        expect(first === second).toBe(a === b);
      }),
    );
  });

  it.each([
    ["2026-02-13T09:30:00Z"],
    ["2026-02-13T09:30:00.000+00:00"],
    ["2026-02-13T09:30:00.00Z"],
    ["2026-02-30T09:30:00.000Z"],
    ["2026-02-13T24:00:00.000Z"],
    ["2026-02-13T23:59:60.000Z"],
    ["2026-02-13T09:30:00.000z"],
    ["2026-02-13T09:30:00.000Z "],
    ["2026-02-13T09:30:00.0x0Z"],
    ["2026-02-13T09:30:00.00xZ"],
    ["2026-02-13T09:3x:00.000Z"],
    ["2026/02-13T09:30:00.000Z"],
    [1_770_975_000_000],
    [undefined],
    [null],
  ])("%s is not the canonical form", (value) => {
    expect(isInstant(value)).toBe(false);
    expect(() => epochMilliseconds(String(value) as Instant)).toThrow(RangeError);
  });

  it("random changes of one character never pass for another day or time", () => {
    const at = instant("2024-02-29T23:59:59.999Z");
    fc.assert(
      fc.property(
        fc.nat(23),
        fc.constantFrom(...Array.from("0123456789-:TZ. x")),
        (index, character) => {
          const text = at.slice(0, index) + character + at.slice(index + 1);
          const parsed = new Date(text);
          const agrees = !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text;
          expect(isInstant(text)).toBe(agrees);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("elapsed time", () => {
  it("adding and measuring are each other's opposite", () => {
    fc.assert(
      fc.property(anyMilliseconds, anyMilliseconds, (a, b) => {
        const [start, end] = [instantFromEpochMilliseconds(a), instantFromEpochMilliseconds(b)];
        expect(addMilliseconds(start, millisecondsBetween(start, end))).toBe(end);
      }),
    );
  });

  it("beyond the years 0000 to 9999, and fractions of a millisecond, are refused", () => {
    const last = instant("9999-12-31T23:59:59.999Z");
    const first = instant("0000-01-01T00:00:00.000Z");
    expect(() => addMilliseconds(last, 1)).toThrow(RangeError);
    expect(() => addMilliseconds(first, -1)).toThrow(RangeError);
    expect(() => addMilliseconds(first, 0.5)).toThrow("expected an integer of milliseconds");
    expect(() => instantFromEpochMilliseconds(Number.NaN)).toThrow(RangeError);
  });
});
