import fc from "fast-check";
import {
  addBusinessDays,
  addDays,
  businessDayCalendarSchema,
  businessDaysBetween,
  dayOfWeek,
  isBusinessDay,
  period,
  plainDate,
  type BusinessDayCalendar,
  type DayOfWeek,
  type PlainDate,
} from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { anyDate } from "./dates.js";

/** A calendar with weekdays closed. */
const CLOSED_DAYS: BusinessDayCalendar = {
  workdays: [1, 2, 3, 4, 5],
  holidays: [
    "2026-04-03",
    "2026-04-06",
    "2026-05-01",
    "2026-12-25",
    "2026-12-28",
    "2027-01-01",
  ].map(plainDate),
  makeUpWorkdays: [],
};

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe("business days", () => {
  // Expected values: numpy 2.4.6, busday_offset; from a day that is none, rolled against the direction first.
  it.each([
    ["2026-04-02", 1, "2026-04-07"],
    ["2026-04-02", 2, "2026-04-08"],
    ["2026-04-07", -1, "2026-04-02"],
    ["2026-04-07", -2, "2026-04-01"],
    ["2026-12-24", 3, "2026-12-31"],
    ["2026-12-31", 1, "2027-01-04"],
    ["2026-01-02", 260, "2027-01-11"],
    ["2026-04-04", 1, "2026-04-07"],
    ["2026-04-05", 3, "2026-04-09"],
    ["2026-04-04", -1, "2026-04-02"],
    ["2026-04-06", -2, "2026-04-01"],
  ])("from %s, %i later is %s", (date, days, expected) => {
    expect(valueOf(addBusinessDays(plainDate(date), days, { calendar: CLOSED_DAYS }))).toBe(
      expected,
    );
  });

  // Expected values: numpy 2.4.6, busday_count; the last two are the examples of its documentation.
  it.each([
    ["2026-01-01", "2027-01-01", 256],
    ["2026-04-02", "2026-04-07", 1],
    ["2026-04-03", "2026-04-06", 0],
    ["2026-12-24", "2027-01-04", 4],
    ["2011-01-01", "2011-02-01", 21],
    ["2011-01-01", "2012-01-01", 260],
  ])("from %s to %s there are %i", (start, end, expected) => {
    const [a, b] = [plainDate(start), plainDate(end)];
    expect(businessDaysBetween(a, b, { calendar: CLOSED_DAYS })).toEqual({
      ok: true,
      value: expected,
    });
    // The same days, counted backwards; 0 is never -0.
    const back = valueOf(businessDaysBetween(b, a, { calendar: CLOSED_DAYS }));
    expect(Object.is(back, expected === 0 ? 0 : -expected)).toBe(true);
  });

  it("a make-up workday is worked, a holiday is not, and 0 days later is the day itself", () => {
    const calendar: BusinessDayCalendar = {
      workdays: [1, 2, 3, 4, 5],
      holidays: [plainDate("2026-02-16"), plainDate("2026-02-17")],
      makeUpWorkdays: [plainDate("2026-02-14")],
    };
    const friday = plainDate("2026-02-13");
    expect(valueOf(addBusinessDays(friday, 1, { calendar }))).toBe("2026-02-14");
    expect(valueOf(addBusinessDays(friday, 2, { calendar }))).toBe("2026-02-18");
    expect(valueOf(addBusinessDays(plainDate("2026-02-18"), -1, { calendar }))).toBe("2026-02-14");
    expect(valueOf(addBusinessDays(plainDate("2026-02-15"), 0, { calendar }))).toBe("2026-02-15");
    expect(valueOf(businessDaysBetween(friday, plainDate("2026-02-19"), { calendar }))).toBe(3);
  });

  describe("beyond the coverage nothing is guessed", () => {
    const coverage = period(plainDate("2026-01-01"), plainDate("2027-01-01"));
    const calendar: BusinessDayCalendar = { ...CLOSED_DAYS, coverage };
    const refused = (date: string) => ({
      ok: false,
      error: { code: "calendar-unknown", date, coverage },
    });

    it("a day outside is unknown, also a Sunday", () => {
      expect(isBusinessDay(plainDate("2027-01-03"), { calendar })).toEqual(refused("2027-01-03"));
      expect(isBusinessDay(plainDate("2025-12-31"), { calendar })).toEqual(refused("2025-12-31"));
      expect(isBusinessDay(plainDate("2026-12-31"), { calendar }).ok).toBe(true);
    });

    it("a count that has to look outside is refused with the day it looked at", () => {
      const last = plainDate("2026-12-31");
      expect(addBusinessDays(last, 1, { calendar })).toEqual(refused("2027-01-01"));
      expect(addBusinessDays(plainDate("2026-01-01"), -1, { calendar })).toEqual(
        refused("2025-12-31"),
      );
      // From outside to inside only days inside are counted.
      expect(valueOf(addBusinessDays(plainDate("2025-12-31"), 1, { calendar }))).toBe("2026-01-01");
      // The end does not belong, so that the whole year can be counted.
      const year = businessDaysBetween(coverage.start, coverage.end, { calendar });
      expect(year).toEqual({ ok: true, value: 256 });
      expect(businessDaysBetween(last, plainDate("2027-01-02"), { calendar })).toEqual(
        refused("2027-01-01"),
      );
      expect(businessDaysBetween(plainDate("2025-12-30"), last, { calendar })).toEqual(
        refused("2025-12-30"),
      );
      expect(
        businessDaysBetween(plainDate("2030-01-01"), plainDate("2030-02-01"), { calendar }).ok,
      ).toBe(false);
      // No day is counted, so none is unknown.
      const far = plainDate("2030-01-01");
      expect(businessDaysBetween(far, far, { calendar })).toEqual({ ok: true, value: 0 });
    });
  });

  const anyCalendar = fc
    .record({
      workdays: fc.uniqueArray(fc.constantFrom<DayOfWeek[]>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
      special: fc.uniqueArray(anyDate({ from: 2025, to: 2027 }), { maxLength: 60 }),
      cut: fc.nat({ max: 60 }),
    })
    .map(({ workdays, special, cut }): BusinessDayCalendar => ({
      workdays,
      holidays: special.slice(0, cut),
      makeUpWorkdays: special.slice(cut),
    }));
  const aDate = anyDate({ from: 2025, to: 2027 });
  /** Straight from the definition, day by day. */
  const isWorked = (date: PlainDate, calendar: BusinessDayCalendar): boolean =>
    calendar.makeUpWorkdays.includes(date) ||
    (calendar.workdays.includes(dayOfWeek(date)) && !calendar.holidays.includes(date));

  it("counting agrees with looking at every day", () => {
    fc.assert(
      fc.property(anyCalendar, aDate, fc.nat({ max: 400 }), (calendar, start, length) => {
        const days = Array.from({ length }, (_, index) => addDays(start, index));
        const expected = days.filter((date) => isWorked(date, calendar)).length;
        const end = addDays(start, length);
        expect(valueOf(businessDaysBetween(start, end, { calendar }))).toBe(expected);
        expect(valueOf(isBusinessDay(start, { calendar }))).toBe(isWorked(start, calendar));
      }),
    );
  });

  it("the day n business days later is one, and the n-th after the start", () => {
    fc.assert(
      fc.property(anyCalendar, aDate, fc.integer({ min: -80, max: 80 }), (calendar, date, n) => {
        const later = valueOf(addBusinessDays(date, n, { calendar }));
        if (n === 0) expect(later).toBe(date);
        else expect(isWorked(later, calendar)).toBe(true);
        if (n > 0) {
          const between = businessDaysBetween(addDays(date, 1), addDays(later, 1), { calendar });
          expect(valueOf(between)).toBe(n);
        } else {
          expect(valueOf(businessDaysBetween(date, later, { calendar }))).toBe(n);
        }
        if (isWorked(date, calendar)) {
          expect(valueOf(addBusinessDays(later, -n, { calendar }))).toBe(date);
        }
      }),
    );
  });

  it("stretches that follow one another add up", () => {
    fc.assert(
      fc.property(anyCalendar, aDate, aDate, aDate, (calendar, a, b, c) => {
        const count = (from: PlainDate, to: PlainDate): number =>
          valueOf(businessDaysBetween(from, to, { calendar }));
        expect(count(a, b) + count(b, c)).toBe(count(a, c));
      }),
    );
  });

  it("a broken contract is refused by name and value", () => {
    const date = plainDate("2026-02-13");
    const with_ = (part: Partial<BusinessDayCalendar>) => ({
      calendar: { ...CLOSED_DAYS, ...part },
    });
    expect(() => addBusinessDays(date, 1.5, with_({}))).toThrow("expected an integer, got 1.5");
    expect(() => isBusinessDay(date, with_({ workdays: [] }))).toThrow("at least one workday");
    expect(() => isBusinessDay(date, with_({ workdays: [8 as DayOfWeek] }))).toThrow("got 8");
    expect(() => isBusinessDay(date, with_({ makeUpWorkdays: [plainDate("2026-04-03")] }))).toThrow(
      "2026-04-03 is both a holiday and a make-up workday",
    );
    expect(() => isBusinessDay("2026-02-30" as PlainDate, with_({}))).toThrow(RangeError);
    expect(() => addBusinessDays(plainDate("9999-12-31"), 1, with_({}))).toThrow("0000 to 9999");
    expect(() => addBusinessDays(plainDate("0000-01-01"), -1, with_({}))).toThrow("0000 to 9999");
  });

  it("the schema takes what the functions take", () => {
    type Writable<T> = T extends string | number | boolean | undefined
      ? T
      : { -readonly [K in keyof T]: Writable<T[K]> };
    expectTypeOf<z.infer<typeof businessDayCalendarSchema>>().toEqualTypeOf<
      Writable<BusinessDayCalendar>
    >();
    expect(businessDayCalendarSchema.parse(CLOSED_DAYS)).toEqual(CLOSED_DAYS);
    for (const [part, message] of [
      [{ workdays: [] }, ">=1"],
      [{ workdays: [0] }, "Invalid input"],
      [{ makeUpWorkdays: ["2026-04-03"] }, "must not name a holiday"],
      [{ coverage: { start: "2027-01-01", end: "2026-01-01" } }, "must not precede start"],
    ] as const) {
      const parsed = businessDayCalendarSchema.safeParse({ ...CLOSED_DAYS, ...part });
      expect(parsed.error?.issues[0]?.message).toContain(message);
    }
  });
});
