import { DEFAULT_SLA_POLICY, ledgerOfClock, serviceClocks, slaLedger } from "goodwill/service";
import { period, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { ALWAYS, OFFICE, june } from "./calendars.js";

const calendars = { desk: OFFICE, "day-and-night": ALWAYS };
const asOf = june(2, "12:00");

function clocksOf(priority: string) {
  const clocks = serviceClocks(
    {
      ...{ id: "C-1", priority },
      events: [
        { kind: "opened", at: june(1, "09:00") },
        { kind: "waiting", at: june(1, "10:00"), waitingFor: "customer" },
        { kind: "answered", at: june(1, "11:00") },
        { kind: "customer-wrote", at: june(1, "16:00") },
      ],
    },
    { calendars, asOf, policy: { ...DEFAULT_SLA_POLICY, atClosing: "roll" } },
  );
  if (!clocks.ok) throw new Error(clocks.error.code);
  return clocks.value;
}

describe("SRV-4: the ledger of a clock", () => {
  test.each(["low", "critical"])("SRV-4: says what the clock says, priority %s", (priority) => {
    const clocks = clocksOf(priority);
    expect(clocks).toHaveLength(6);
    for (const clock of clocks) {
      const ledger = ledgerOfClock(clock, { calendars, asOf });
      expect(ledger.ok && ledger.value).toMatchObject({
        ...{ start: clock.start, until: clock.stop ?? asOf, state: clock.state },
        ...(clock.stop !== undefined && { stop: clock.stop }),
        ...(clock.due !== undefined && { due: clock.due }),
        targetMilliseconds: clock.targetMinutes * 60_000,
        remainingMilliseconds: clock.remainingMilliseconds,
        overMilliseconds: clock.overMilliseconds,
        lateMilliseconds: clock.lateMilliseconds,
      });
    }
  });

  test("SRV-4: pauses, the closing and the calendar are those of the clock", () => {
    const resolution = clocksOf("low").find(({ clock }) => clock === "resolution")!;
    const { start, pauses } = resolution;
    const target = { minutes: resolution.targetMinutes };
    const ledger = ledgerOfClock(resolution, { calendars, asOf });
    const { intervals = [] } = ledger.ok ? ledger.value : {};
    expect(intervals.map(({ kind }) => kind)).toContain("paused");
    const byHand = { calendar: OFFICE, pauses, atClosing: "roll", asOf } as const;
    expect(ledger).toEqual(slaLedger(start, target, byHand));
    // 9:00 Monday and 480 minutes end at closing: the clock rolls to the Tuesday's opening.
    const first = clocksOf("low").find(({ clock }) => clock === "first-response")!;
    const rolled = ledgerOfClock(first, { calendars, asOf });
    expect(rolled.ok && rolled.value.due).toBe(june(2, "09:00"));
  });

  test("SRV-4: a stopped clock ends at its stop; one that runs goes on to the moment asked for", () => {
    const [acknowledged] = clocksOf("low");
    const early = ledgerOfClock(acknowledged!, { calendars, asOf: june(9, "09:00") });
    expect(early.ok && early.value.until).toBe(june(1, "11:00"));
    const next = clocksOf("low").find(({ clock }) => clock === "next-response")!;
    const later = ledgerOfClock(next, { calendars, asOf: june(9, "09:00") });
    expect(later.ok && [later.value.until, later.value.state]).toEqual([
      june(9, "09:00"),
      "breached",
    ]);
  });

  test("SRV-4: a calendar not provided is refused, one that does not know the day says so", () => {
    const [clock] = clocksOf("low");
    expect(() => ledgerOfClock(clock!, { calendars: {}, asOf })).toThrow(
      /Cannot keep the ledger of a clock of case C-1: .* got none for "desk"/,
    );
    const coverage = period(plainDate("2026-05-01"), plainDate("2026-06-01"));
    const desk = { ...OFFICE, holidays: { days: [], makeUpWorkdays: [], coverage } };
    expect(ledgerOfClock(clock!, { calendars: { desk }, asOf })).toMatchObject({
      ok: false,
      error: { code: "calendar-unknown" },
    });
  });
});
