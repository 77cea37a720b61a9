import { businessTimeBetween, prepareServiceCalendar } from "goodwill/service";
import type { PreparedServiceCalendar, ServiceDue, ServicePause } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { instant, instantFromEpochMilliseconds, period, plainDate } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OFFICE, june, quartersOpen, someCalendar, someMoment, somePauses } from "./calendars.js";

const someTarget = fc.integer({ min: 1, max: 6 * 86_400_000 });
const someCalendars = fc.array(someCalendar, { minLength: 1, maxLength: 2 });

function between(
  hours: PreparedServiceCalendar,
  [start, end]: readonly [Instant, Instant],
  pauses: readonly ServicePause[] = [],
): number {
  const time = hours.timeBetween(start, end, { pauses });
  if (!time.ok) throw new Error(time.error.code);
  return time.value.milliseconds;
}

function dueOf(due: ReturnType<PreparedServiceCalendar["deadline"]>): ServiceDue {
  if (!due.ok) throw new Error(due.error.code);
  return due.value;
}

describe("SRV-4: business time", () => {
  test("SRV-4: it is the time open and not paused, counted in stretches that add up", () => {
    const pauses = [{ start: june(1, "16:30"), end: june(2, "09:15") }];
    const calendar = OFFICE;
    expect(businessTimeBetween(june(1, "16:00"), june(2, "10:00"), { calendar, pauses })).toEqual({
      ok: true,
      value: { minutes: 75, milliseconds: 4_500_000 },
    });
    const open = [{ start: june(1, "16:30") }];
    const until = businessTimeBetween(june(1, "16:00"), june(9, "10:00"), {
      calendar,
      pauses: open,
    });
    expect(until.ok && until.value.minutes).toBe(30);
    const none = businessTimeBetween(june(1, "16:00"), june(1, "16:00"), { calendar });
    expect(none.ok && none.value.minutes).toBe(0);
  });

  test("SRV-4: a day paused altogether need not be known", () => {
    const coverage = period(plainDate("2026-06-01"), plainDate("2026-06-03"));
    const calendar = { ...OFFICE, holidays: { days: [], makeUpWorkdays: [], coverage } };
    const pauses = [{ start: june(2, "10:00"), end: june(9, "00:00") }];
    const time = businessTimeBetween(june(2, "09:00"), june(4, "12:00"), { calendar, pauses });
    expect(time.ok && time.value.minutes).toBe(60);
    expect(businessTimeBetween(june(2, "09:00"), june(4, "12:00"), { calendar }).ok).toBe(false);
  });

  test("SRV-4: an end before the start is refused", () => {
    expect(() =>
      businessTimeBetween(june(2, "09:00"), june(1, "09:00"), { calendar: OFFICE }),
    ).toThrow(/end must not be before 2026-06-02T09:00:00.000Z, got 2026-06-01T09:00:00.000Z/);
  });

  test("SRV-4: it is what counting quarter by quarter on the clock gives, in zones that change it", () => {
    const someStretch = fc.record({
      hour: fc.integer({ min: 0, max: 44 * 24 }),
      quarters: fc.integer({ min: 0, max: 250 }),
    });
    fc.assert(
      fc.property(someCalendars, someStretch, (calendars, { hour, quarters }) => {
        const from = Date.UTC(2026, 2, 1) + hour * 3_600_000;
        const start = instantFromEpochMilliseconds(from);
        const end = instantFromEpochMilliseconds(from + quarters * 900_000);
        const hours = prepareServiceCalendar(calendars);
        expect(between(hours, [start, end])).toBe(
          quartersOpen(calendars, { start, quarters }) * 900_000,
        );
      }),
    );
  });

  test("SRV-4: deadline and business time are inverse", () => {
    fc.assert(
      fc.property(
        someCalendars,
        somePauses,
        someMoment,
        someTarget,
        fc.constantFrom("stay" as const, "roll" as const),
        (calendars, pauses, start, target, atClosing) => {
          const hours = prepareServiceCalendar(calendars);
          const minutes = target / 60_000;
          const due = dueOf(hours.deadline(start, { minutes }, { pauses, atClosing }));
          if (due.kind !== "due") throw new Error("no pause is open");
          expect(between(hours, [start, due.at], pauses)).toBe(target);
          // Not a millisecond earlier, save that rolling leaves the closed time out.
          const before = instantFromEpochMilliseconds(Date.parse(due.at) - 1);
          if (atClosing === "stay") {
            expect(between(hours, [start, before], pauses)).toBe(target - 1);
          }
          const again = prepareServiceCalendar(calendars).timeBetween(start, due.at, { pauses });
          expect(again).toEqual({ ok: true, value: { minutes, milliseconds: target } });
        },
      ),
    );
  });

  test("SRV-4: from any moment the time to another leads back to it, or to when it closed", () => {
    fc.assert(
      fc.property(someCalendars, somePauses, someMoment, someMoment, (calendars, pauses, a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        const hours = prepareServiceCalendar(calendars);
        const counted = between(hours, [start, end], pauses);
        fc.pre(counted > 0);
        const due = dueOf(hours.deadline(start, { minutes: counted / 60_000 }, { pauses }));
        if (due.kind !== "due") throw new Error("no pause is open");
        expect(due.at <= end).toBe(true);
        expect(between(hours, [due.at, end], pauses)).toBe(0);
      }),
    );
  });

  test("SRV-4: adding a pause never makes a deadline earlier", () => {
    fc.assert(
      fc.property(
        someCalendar,
        somePauses,
        fc.tuple(someMoment, fc.option(fc.integer({ min: 0, max: 9 * 86_400_000 }))),
        someMoment,
        fc.integer({ min: 0, max: 86_400_000 }),
        fc.constantFrom("stay" as const, "roll" as const),
        (calendar, pauses, [from, lasts], start, target, atClosing) => {
          const hours = prepareServiceCalendar(calendar);
          const minutes = target / 60_000;
          const end =
            lasts === null ? {} : { end: instantFromEpochMilliseconds(Date.parse(from) + lasts) };
          const more = [...pauses, { start: from, ...end }];
          const before = dueOf(hours.deadline(start, { minutes }, { pauses, atClosing }));
          const after = dueOf(hours.deadline(start, { minutes }, { pauses: more, atClosing }));
          const last = "9999";
          const dueBefore = before.kind === "due" ? before.at : last;
          const dueAfter = after.kind === "due" ? after.at : last;
          expect(dueAfter >= dueBefore).toBe(true);
        },
      ),
    );
  });

  test("SRV-4: what was asked before changes no answer, and the past is counted as the future", () => {
    const hours = prepareServiceCalendar(OFFICE);
    const ten = [june(1, "00:00"), instant("2036-06-01T00:00:00Z")] as const;
    const first = between(hours, ten);
    // 522 weeks less one Sunday: from Monday 1 June 2026 to Sunday 1 June 2036 are 3,653 days.
    expect(first).toBe((521 * 5 + 5) * 8 * 3_600_000);
    const past = [instant("1969-12-29T00:00:00Z"), instant("1970-01-05T00:00:00Z")] as const;
    expect(between(hours, past)).toBe(40 * 3_600_000);
    expect(between(hours, ten)).toBe(first);
  });
});
