import { businessTimeBetween, slaLedger } from "goodwill/service";
import type { SlaLedger, SlaLedgerOptions } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { instant, period, plainDate } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALWAYS, OFFICE, june, someCalendar, someMoment, somePauses } from "./calendars.js";

const HOUR_MS = 3_600_000;

function ledgerOf(start: Instant, minutes: number, options: SlaLedgerOptions): SlaLedger {
  const ledger = slaLedger(start, { minutes }, options);
  if (!ledger.ok) throw new Error(ledger.error.code);
  return ledger.value;
}

describe("SRV-4: the ledger of a clock", () => {
  const calendar = OFFICE;

  test("SRV-4: every moment is counted, paused or closed, pauses only within the hours", () => {
    const pauses = [
      { start: june(1, "16:00"), end: june(2, "10:00") },
      { start: june(2, "09:30"), end: june(2, "11:00") },
      { start: june(2, "13:00"), end: june(2, "13:30") },
    ];
    const ledger = ledgerOf(june(1, "15:00"), 150, { calendar, pauses, stop: june(2, "18:00") });
    expect(ledger).toEqual({
      start: june(1, "15:00"),
      stop: june(2, "18:00"),
      until: june(2, "18:00"),
      state: "breached",
      due: june(2, "12:30"),
      targetMilliseconds: 2.5 * HOUR_MS,
      intervals: [
        ["counted", june(1, "15:00"), june(1, "16:00"), 1],
        ["paused", june(1, "16:00"), june(1, "17:00"), 1],
        ["closed", june(1, "17:00"), june(2, "09:00"), 16],
        ["paused", june(2, "09:00"), june(2, "11:00"), 2],
        ["counted", june(2, "11:00"), june(2, "13:00"), 2],
        ["paused", june(2, "13:00"), june(2, "13:30"), 0.5],
        ["counted", june(2, "13:30"), june(2, "17:00"), 3.5],
        ["closed", june(2, "17:00"), june(2, "18:00"), 1],
      ].map(([kind, start, end, hours]) => ({
        kind,
        start,
        end,
        milliseconds: Number(hours) * HOUR_MS,
      })),
      elapsedMilliseconds: 27 * HOUR_MS,
      countedMilliseconds: 6.5 * HOUR_MS,
      pausedMilliseconds: 3.5 * HOUR_MS,
      closedMilliseconds: 17 * HOUR_MS,
      remainingMilliseconds: 0,
      overMilliseconds: 4 * HOUR_MS,
      lateMilliseconds: 5.5 * HOUR_MS,
    });
  });

  test.each<[string, SlaLedgerOptions, SlaLedger["state"], string | undefined]>([
    ["looked at in time", { calendar, asOf: june(1, "10:30") }, "running", june(1, "11:00")],
    ["looked at as it is due", { calendar, asOf: june(1, "11:00") }, "running", june(1, "11:00")],
    [
      "looked at a second later",
      { calendar, asOf: instant("2026-06-01T11:00:01Z") },
      "breached",
      june(1, "11:00"),
    ],
    ["stopped as it is due", { calendar, stop: june(1, "11:00") }, "met", june(1, "11:00")],
    ["stopped later", { calendar, stop: june(1, "11:01") }, "breached", june(1, "11:01")],
    [
      "in an open pause",
      { calendar, pauses: [{ start: june(1, "10:30") }], asOf: june(1, "10:30") },
      "paused",
      undefined,
    ],
    [
      "before an open pause",
      { calendar, pauses: [{ start: june(1, "10:30") }], asOf: june(1, "10:29") },
      "running",
      undefined,
    ],
    [
      "as a pause ends",
      {
        calendar,
        pauses: [{ start: june(1, "10:10"), end: june(1, "10:20") }],
        asOf: june(1, "10:20"),
      },
      "running",
      june(1, "11:10"),
    ],
    [
      "stopped in an open pause",
      { calendar, pauses: [{ start: june(1, "10:30") }], stop: june(9, "10:30") },
      "met",
      undefined,
    ],
  ])("SRV-4: %s", (_, options, state, due) => {
    const ledger = ledgerOf(june(1, "10:00"), 60, options);
    expect(ledger.state).toBe(state);
    if (state !== "breached") expect(ledger.due).toBe(due);
  });

  test("SRV-4: stopped after closing, the day's work done: late by the clock, not by business time", () => {
    const late = ledgerOf(june(5, "16:00"), 60, { calendar, stop: june(6, "10:00") });
    expect([late.state, late.overMilliseconds, late.lateMilliseconds]).toEqual([
      "breached",
      0,
      17 * HOUR_MS,
    ]);
    const rolled = ledgerOf(june(5, "16:00"), 60, {
      calendar,
      stop: june(6, "10:00"),
      atClosing: "roll",
    });
    expect([rolled.state, rolled.due]).toEqual(["met", june(8, "09:00")]);
  });

  test("SRV-4: intervals add up to the elapsed time, follow one another and count as asked", () => {
    fc.assert(
      fc.property(someCalendar, somePauses, someMoment, someMoment, (hours, pauses, a, b) => {
        const [start, stop] = a < b ? [a, b] : [b, a];
        const ledger = ledgerOf(start, 600, { calendar: hours, pauses, stop });
        const { intervals } = ledger;
        const sum = intervals.reduce((all, { milliseconds }) => all + milliseconds, 0);
        expect(sum).toBe(Date.parse(stop) - Date.parse(start));
        expect(ledger.elapsedMilliseconds).toBe(sum);
        expect(
          ledger.countedMilliseconds + ledger.pausedMilliseconds + ledger.closedMilliseconds,
        ).toBe(sum);
        const bounds = [start, ...intervals.map(({ end }) => end)];
        expect(intervals.map((one) => one.start)).toEqual(bounds.slice(0, -1));
        expect(bounds.at(-1)).toBe(stop);
        for (const { start: from, end, milliseconds } of intervals) {
          expect(milliseconds).toBe(Date.parse(end) - Date.parse(from));
          expect(milliseconds).toBeGreaterThan(0);
        }
        const counted = businessTimeBetween(start, stop, { calendar: hours, pauses });
        expect(counted.ok && counted.value.milliseconds).toBe(ledger.countedMilliseconds);
        const open = businessTimeBetween(start, stop, { calendar: hours });
        expect(open.ok && open.value.milliseconds).toBe(sum - ledger.closedMilliseconds);
        for (const { kind, ...one } of intervals) {
          if (kind !== "paused") continue;
          const inside = businessTimeBetween(one.start, one.end, { calendar: hours });
          expect(inside.ok && inside.value.milliseconds).toBe(one.milliseconds);
        }
      }),
    );
  });

  test("SRV-4: day and night is one interval, however long; a clock of no time has none", () => {
    const ten = ledgerOf(instant("2026-06-01T00:00:00Z"), 1, {
      calendar: ALWAYS,
      stop: instant("2036-06-01T00:00:00Z"),
    });
    expect(ten.intervals).toHaveLength(1);
    expect(ten.overMilliseconds).toBe(3653 * 24 * HOUR_MS - 60_000);
    const none = ledgerOf(june(1, "10:00"), 1, { calendar, stop: june(1, "10:00") });
    expect(none.intervals).toEqual([]);
  });

  test("SRV-4: what is not known or has no end is no ledger", () => {
    const coverage = period(plainDate("2026-06-01"), plainDate("2026-06-03"));
    const hours = { ...OFFICE, holidays: { days: [], makeUpWorkdays: [], coverage } };
    const target = { minutes: 60 };
    const beyond = { calendar: hours, asOf: june(3, "00:01") };
    expect(slaLedger(june(1, "10:00"), target, beyond).ok).toBe(false);
    expect(
      slaLedger(june(2, "16:30"), target, { calendar: hours, asOf: june(2, "17:00") }).ok,
    ).toBe(false);
    expect(() => slaLedger(june(1, "10:00"), target, { calendar })).toThrow(
      "Cannot keep an SLA ledger: stop or asOf must be given",
    );
    expect(() => ledgerOf(june(1, "10:00"), 60, { calendar, stop: june(1, "09:00") })).toThrow(
      /end must not be before 2026-06-01T10:00/,
    );
  });
});
