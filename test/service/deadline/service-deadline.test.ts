import type { ServiceCalendar, ServiceDeadlineOptions, ServicePause } from "goodwill/service";
import { prepareServiceCalendar, serviceDeadline } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { instant, period, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { SlaCase } from "../../golden/sla-cases.js";
import { SLA_CASES } from "../../golden/sla-cases.js";
import { ALWAYS, OFFICE, june } from "./calendars.js";

const YEARS = { start: plainDate("2006-01-01"), end: plainDate("2030-01-01") };

function windowsOf(texts: readonly string[]): { from: string; until: string }[] {
  return texts.map((text) => ({ from: text.slice(0, 5), until: text.slice(6) }));
}

function calendarOf({ zone, hours, holidays = [], makeUpWorkdays = [] }: SlaCase): ServiceCalendar {
  return {
    zone: timeZone(zone),
    hours: Object.fromEntries(
      Object.entries(hours).flatMap(([weekdays, texts]) =>
        Array.from(weekdays, (weekday) => [weekday, windowsOf(texts)]),
      ),
    ),
    holidays: {
      days: holidays.map((date) => ({
        holiday: "h",
        date: plainDate(date),
        kind: "statutory" as const,
      })),
      makeUpWorkdays: makeUpWorkdays.map(plainDate),
      coverage: YEARS,
    },
  };
}

function pausesOf({ pauses = [] }: SlaCase): readonly ServicePause[] {
  return pauses.map(([start, end]) => ({
    start: instant(start),
    ...(end === undefined ? {} : { end: instant(end) }),
  }));
}

function dueAt(start: Instant, minutes: number, options: ServiceDeadlineOptions): string {
  const due = serviceDeadline(start, { minutes }, options);
  if (!due.ok) return due.error.code;
  return due.value.kind === "due" ? due.value.at : "paused";
}

describe("SRV-4: deadlines of other systems and by hand", () => {
  const due = SLA_CASES.filter((one) => one.due !== undefined);

  test.each(due)("SRV-4: $id is due at $due ($source)", (one) => {
    const options = { calendar: calendarOf(one), pauses: pausesOf(one) };
    expect(dueAt(instant(one.start), one.minutes, options)).toBe(instant(one.due!));
  });

  test("SRV-4: h19 has no deadline while its pause is open, and 30 minutes left", () => {
    const one = SLA_CASES.find(({ id }) => id === "h19")!;
    const options = { calendar: calendarOf(one), pauses: pausesOf(one) };
    expect(serviceDeadline(instant(one.start), { minutes: one.minutes }, options)).toEqual({
      ok: true,
      value: {
        kind: "paused",
        since: "2026-06-01T01:30:00.000Z",
        remaining: { minutes: 30, milliseconds: 1_800_000 },
      },
    });
    expect(SLA_CASES).toHaveLength(26);
  });

  test.each(SLA_CASES.filter(({ rolled }) => rolled !== undefined))(
    "SRV-4: $id rolls to the next opening where that is asked for",
    (one) => {
      const options = { calendar: calendarOf(one), atClosing: "roll" as const };
      expect(dueAt(instant(one.start), one.minutes, options)).toBe(instant(one.rolled!));
    },
  );

  test("SRV-4: an inactive holiday and an observance close nothing", () => {
    const one = SLA_CASES.find(({ id }) => id === "z5")!;
    const calendar = calendarOf(one);
    const date = plainDate("2015-09-23");
    const holidays = {
      ...calendar.holidays!,
      days: [
        ...calendar.holidays!.days,
        { holiday: "off", date, kind: "statutory" as const, active: false },
        { holiday: "kept", date, kind: "observance" as const },
      ],
    };
    expect(dueAt(instant(one.start), 120, { calendar: { ...calendar, holidays } })).toBe(
      "2015-09-23T07:30:00.000Z",
    );
  });
});

describe("SRV-4: the hours that count", () => {
  test("SRV-4: `always` is day and night, over changes of the clock", () => {
    const calendar = { ...ALWAYS, zone: timeZone("America/New_York") };
    expect(dueAt(instant("2026-03-08T06:00:00Z"), 120, { calendar })).toBe(
      "2026-03-08T08:00:00.000Z",
    );
    expect(dueAt(instant("2026-01-01T00:00:00Z"), 525_600, { calendar })).toBe(
      "2027-01-01T00:00:00.000Z",
    );
  });

  test("SRV-4: a window that ends within the hour shown twice counts as the clock shows it", () => {
    const hours = { 7: [{ from: "00:00", until: "01:30" }] };
    const calendar = { zone: timeZone("America/New_York"), hours };
    // 00:00 to 01:30 EDT, then 01:00 to 01:30 EST.
    expect(dueAt(instant("2026-11-01T04:00:00Z"), 100, { calendar })).toBe(
      "2026-11-01T06:10:00.000Z",
    );
  });

  test("SRV-4: several teams: open where any of them is", () => {
    const at = (from: string, until: string): ServiceCalendar => ({
      zone: timeZone("UTC"),
      hours: { 1: [{ from, until }] },
    });
    const calendar = [at("08:00", "12:00"), at("10:00", "13:00"), at("15:00", "16:00")];
    expect(dueAt(june(1, "08:00"), 330, { calendar })).toBe(june(1, "15:30"));
    expect(dueAt(june(1, "08:00"), 300, { calendar, atClosing: "roll" })).toBe(june(1, "15:00"));
  });

  test("SRV-4: windows that touch have no closing between them", () => {
    const windows = [
      { from: "12:00", until: "17:00" },
      { from: "09:00", until: "12:00" },
    ];
    const calendar = { zone: timeZone("UTC"), hours: { 1: windows } };
    expect(dueAt(june(1, "09:00"), 180, { calendar, atClosing: "roll" })).toBe(june(1, "12:00"));
  });

  test("SRV-4: a special date goes before the weekday, the holiday and the coverage", () => {
    const date = plainDate("2026-06-01");
    const holidays = {
      days: [{ holiday: "h", date, kind: "statutory" as const }],
      makeUpWorkdays: [],
      coverage: period(date, plainDate("2026-06-02")),
    };
    const special = [
      { date, windows: [{ from: "10:00", until: "11:00" }] },
      { date: plainDate("2026-06-02"), windows: [{ from: "10:00", until: "24:00" }] },
    ];
    const calendar = { ...OFFICE, holidays, special };
    expect(dueAt(june(1, "09:00"), 90, { calendar })).toBe(june(2, "10:30"));
  });

  test("SRV-4: make-up workdays have hours of their own, or a Monday's", () => {
    const holidays = {
      days: [],
      makeUpWorkdays: [plainDate("2026-06-06")],
      coverage: period(plainDate("2026-06-01"), plainDate("2026-07-01")),
    };
    const calendar = { ...OFFICE, holidays };
    expect(dueAt(june(6, "00:00"), 60, { calendar })).toBe(june(6, "10:00"));
    const makeUpHours = [{ from: "13:00", until: "15:00" }];
    expect(dueAt(june(6, "00:00"), 60, { calendar: { ...calendar, makeUpHours } })).toBe(
      june(6, "14:00"),
    );
  });

  test("SRV-4: zero minutes are due at once, outside hours and pauses", () => {
    const calendar = OFFICE;
    expect(dueAt(june(1, "10:00"), 0, { calendar })).toBe(june(1, "10:00"));
    expect(dueAt(june(1, "17:00"), 0, { calendar })).toBe(june(2, "09:00"));
    const pauses = [{ start: june(2, "08:00"), end: june(2, "11:00") }];
    expect(dueAt(june(1, "17:00"), 0, { calendar, pauses })).toBe(june(2, "11:00"));
    expect(dueAt(june(1, "10:00"), 0, { calendar, pauses: [{ start: june(1, "09:00") }] })).toBe(
      "paused",
    );
  });

  test("SRV-4: a fraction of a minute counts to the millisecond, the day ends at 24:00", () => {
    expect(dueAt(june(1, "16:59"), 0.0251, { calendar: OFFICE })).toBe("2026-06-01T16:59:01.506Z");
    const hours = { 1: [{ from: "22:00", until: "24:00" }] };
    const calendar = { ...OFFICE, hours };
    expect(dueAt(june(1, "22:00"), 120, { calendar })).toBe(june(2, "00:00"));
    expect(dueAt(june(1, "22:00"), 121, { calendar })).toBe(june(8, "22:01"));
  });
});

describe("SRV-4: pauses", () => {
  const calendar = OFFICE;

  test("SRV-4: a pause over night costs only the hours it takes", () => {
    const pauses = [{ start: june(1, "16:00"), end: june(2, "10:00") }];
    expect(dueAt(june(1, "15:00"), 120, { calendar, pauses })).toBe(june(2, "11:00"));
  });

  test("SRV-4: pauses may be given in any order", () => {
    const pauses = [
      { start: june(1, "13:00"), end: june(1, "14:00") },
      { start: june(1, "11:00"), end: june(1, "12:00") },
    ];
    expect(dueAt(june(1, "10:00"), 180, { calendar, pauses })).toBe(june(1, "15:00"));
  });

  test("SRV-4: a deadline reached as the pause begins is known", () => {
    const pauses = [{ start: june(1, "11:00") }];
    expect(dueAt(june(1, "10:00"), 60, { calendar, pauses })).toBe(june(1, "11:00"));
    expect(dueAt(june(1, "10:00"), 61, { calendar, pauses })).toBe("paused");
  });

  test("SRV-4: a pause opened before the start leaves all of the target", () => {
    const due = serviceDeadline(
      june(1, "10:00"),
      { minutes: 5 },
      { calendar, pauses: [{ start: june(1, "09:00") }] },
    );
    expect(due.ok && due.value).toEqual({
      kind: "paused",
      since: june(1, "10:00"),
      remaining: { minutes: 5, milliseconds: 300_000 },
    });
  });
});

describe("SRV-4: what cannot be counted", () => {
  const holidays = {
    days: [],
    makeUpWorkdays: [],
    coverage: period(plainDate("2026-06-01"), plainDate("2026-06-03")),
  };
  const calendar = { ...OFFICE, holidays };

  test("SRV-4: beyond what is known of holidays nothing is guessed", () => {
    expect(serviceDeadline(june(2, "16:00"), { minutes: 61 }, { calendar })).toEqual({
      ok: false,
      error: { code: "calendar-unknown", date: "2026-06-03", coverage: holidays.coverage },
    });
    expect(dueAt(june(2, "16:00"), 60, { calendar })).toBe(june(2, "17:00"));
    expect(dueAt(june(2, "16:00"), 60, { calendar, atClosing: "roll" })).toBe("calendar-unknown");
    expect(dueAt(instant("2026-05-31T23:59:00Z"), 0, { calendar })).toBe("calendar-unknown");
    expect(dueAt(june(1, "16:00"), 1, { calendar: [OFFICE, calendar] })).toBe(june(1, "16:01"));
    expect(dueAt(june(3, "08:00"), 61, { calendar: [OFFICE, calendar] })).toBe("calendar-unknown");
  });

  const on = (from: string, until: string): ServiceCalendar => ({
    ...OFFICE,
    hours: { 1: [{ from, until }] },
  });
  const special = [{ date: plainDate("2026-06-01"), windows: [{ from: "09:00", until: "10:00" }] }];
  const torn = {
    ...holidays,
    days: [{ holiday: "h", date: plainDate("2026-06-01"), kind: "statutory" as const }],
    makeUpWorkdays: [plainDate("2026-06-01")],
  };

  test.each<[string, Partial<ServiceCalendar>, RegExp]>([
    ["never open", { hours: {} }, /open at some time, it is never open/],
    ["never open with empty days", { hours: { 1: [], 2: [] } }, /never open/],
    [
      "a day that is no weekday",
      { hours: { 8: [] } as never },
      /1 \(Monday\) to 7 \(Sunday\), got "8"/,
    ],
    ["an unknown zone", { zone: "Mars/Base" as never }, /Unknown time zone.*"Mars\/Base"/],
    [
      "windows that run backwards",
      on("17:00", "09:00"),
      /to a later HH:MM.*got "17:00" to "09:00"/,
    ],
    ["an empty window", on("09:00", "09:00"), /to a later HH:MM/],
    ["a window after midnight", on("24:00", "24:00"), /to a later HH:MM/],
    ["no time of day", on("9:00", "17:00"), /got "9:00" to "17:00"/],
    ["more than a day", on("09:00", "24:01"), /24:00 at most/],
    ["a holiday that is worked", { holidays: torn }, /2026-06-01 is both a holiday and a make-up/],
    ["a special date twice", { special: [...special, ...special] }, /name each date once/],
  ])("SRV-4: %s is no calendar", (_, more, message) => {
    expect(() => prepareServiceCalendar({ ...OFFICE, ...more })).toThrow(RangeError);
    expect(() => prepareServiceCalendar({ ...OFFICE, ...more })).toThrow(message);
  });

  test("SRV-4: windows that overlap are named with their day", () => {
    const hours = {
      2: [
        { from: "12:00", until: "17:00" },
        { from: "09:00", until: "12:01" },
      ],
    };
    expect(() => prepareServiceCalendar({ ...OFFICE, hours })).toThrow(
      'Cannot prepare a service calendar: hours of weekday 2 must not overlap, got "12:00" to "17:00" and "09:00" to "12:01"',
    );
    expect(() => prepareServiceCalendar([])).toThrow(/list of calendars must not be empty/);
  });

  test("SRV-4: a calendar of special dates alone is open no more after the last", () => {
    const dates = { ...OFFICE, hours: {}, special };
    expect(dueAt(june(1, "00:00"), 60, { calendar: dates })).toBe(june(1, "10:00"));
    expect(() => dueAt(june(1, "00:00"), 61, { calendar: dates })).toThrow(
      /must be open for 61 minutes after 2026-06-01T00:00:00.000Z/,
    );
  });

  test.each([-1, NaN, Infinity])("SRV-4: %d minutes are no target", (minutes) => {
    expect(() => dueAt(june(1, "10:00"), minutes, { calendar: OFFICE })).toThrow(
      `Cannot compute a deadline: the target must be a number of minutes of at least 0, got ${minutes}`,
    );
  });

  test("SRV-4: a pause that ends before it starts is refused", () => {
    const pauses = [{ start: june(2, "10:00"), end: june(1, "10:00") }];
    expect(() => dueAt(june(1, "10:00"), 5, { calendar: OFFICE, pauses })).toThrow(
      `a pause must not end before it starts, got ${june(2, "10:00")} to ${june(1, "10:00")}`,
    );
  });
});
