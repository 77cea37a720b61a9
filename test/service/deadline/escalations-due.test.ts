import { escalationsDue, prepareServiceCalendar, serviceClocks } from "goodwill/service";
import type {
  EscalationMoment,
  EscalationOptions,
  EscalationPlan,
  EscalationRule,
  ServiceClock,
} from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { instantFromEpochMilliseconds, period, plainDate } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OFFICE, june, someCalendar, someMoment, somePauses } from "./calendars.js";

const calendars = { desk: OFFICE };

function clock(start: Instant, more: Partial<ServiceClock> = {}): ServiceClock {
  return {
    case: "C-1",
    clock: "resolution",
    round: 1,
    calendar: "desk",
    start,
    targetMinutes: 240,
    pauses: [],
    atClosing: "stay",
    state: "running",
    remainingMilliseconds: 0,
    overMilliseconds: 0,
    lateMilliseconds: 0,
    ...more,
  };
}

function rule(
  id: string,
  when: EscalationMoment,
  more: Partial<EscalationRule> = {},
): EscalationRule {
  return { id, kind: "warning", when, tell: ["owner"], ...more };
}

function plan(
  clocks: readonly ServiceClock[],
  options: Partial<EscalationOptions> = {},
): EscalationPlan {
  return escalationsDue(clocks, { calendars, asOf: june(1, "00:00"), ...options });
}

/** The moments of rules on one clock, as `rule day time`. */
function moments(one: ServiceClock, rules: readonly EscalationRule[]): readonly string[] {
  return plan([one], { rules }).upcoming.map(
    ({ rule: id, at }) => `${id} ${at.slice(8, 10)} ${at.slice(11, 16)}`,
  );
}

describe("SRV-4: who is told when", () => {
  test("SRV-4: warnings are counted in the hours of the clock: none falls in the night", () => {
    // Due on Tuesday at 11:00. Two hours and a half before would be 08:30 by the wall, and is 16:30 the day before.
    const rules = [
      rule("half", { targetShare: 0.5 }),
      rule("before", { minutesBefore: 150 }),
      rule("due", { targetShare: 1 }),
      rule("after", { minutesAfter: 420 }),
    ];
    expect(moments(clock(june(1, "15:00")), rules)).toEqual([
      "before 01 16:30",
      "half 01 17:00",
      "due 02 11:00",
      "after 03 10:00",
    ]);
  });

  test("SRV-4: a warning longer before than the target is given at the start, when it opens", () => {
    expect(moments(clock(june(1, "05:00")), [rule("long", { minutesBefore: 999 })])).toEqual([
      "long 01 09:00",
    ]);
  });

  test("SRV-4: what is reached by the moment looked at is due, and each is told once", () => {
    const due = june(1, "14:00");
    const clocks = [clock(june(1, "10:00"), { due }), clock(june(1, "10:00"), { round: 2 })];
    const now = plan(clocks, { asOf: due });
    expect(now.due.map(({ id, at, tell }) => [id, at, tell])).toEqual([
      ["C-1:resolution:1:four-fifths", june(1, "13:12"), ["owner"]],
      ["C-1:resolution:2:four-fifths", june(1, "13:12"), ["owner"]],
      ["C-1:resolution:1:at-deadline", due, ["owner", "supervisor"]],
      ["C-1:resolution:2:at-deadline", due, ["owner", "supervisor"]],
    ]);
    expect(now.due[0]).toMatchObject({ case: "C-1", rule: "four-fifths", kind: "warning", due });
    expect(now.upcoming.map(({ rule: id, at }) => [id, at])).toEqual([
      ["hour-late", june(1, "15:00")],
      ["hour-late", june(1, "15:00")],
    ]);
    const done = now.due.map(({ id }) => id);
    expect(plan(clocks, { asOf: due, done }).due).toEqual([]);
    expect(plan([...clocks, ...clocks], { asOf: due }).due).toHaveLength(4);
  });

  test("SRV-4: ids of cases that hold colons are never taken for another", () => {
    const ids = [
      clock(june(1, "10:00"), { case: "a:b" }),
      clock(june(1, "10:00"), { case: "a%3Ab" }),
    ];
    const told = plan(ids, { rules: [rule("r", { targetShare: 1 })] }).upcoming.map(({ id }) => id);
    expect(told).toEqual(["a%253Ab:resolution:1:r", "a%3Ab:resolution:1:r"]);
  });

  test("SRV-4: a stopped clock asks for nothing; a paused one for what was reached before", () => {
    const rules = [rule("half", { targetShare: 0.5 }), rule("due", { targetShare: 1 })];
    expect(moments(clock(june(1, "10:00"), { stop: june(1, "11:00") }), rules)).toEqual([]);
    const pauses = [{ start: june(1, "13:00") }];
    expect(moments(clock(june(1, "10:00"), { pauses }), rules)).toEqual(["half 01 12:00"]);
  });

  test("SRV-4: rules look at the clocks and priorities they name", () => {
    const rules = [
      rule("clock", { targetShare: 1 }, { clocks: ["update"] }),
      rule("priority", { targetShare: 1 }, { priorities: ["high"] }),
    ];
    expect(moments(clock(june(1, "10:00")), rules)).toEqual([]);
    expect(moments(clock(june(1, "10:00"), { clock: "update" }), rules)).toEqual([
      "clock 01 14:00",
    ]);
    expect(moments(clock(june(1, "10:00"), { priority: "high" }), rules)).toEqual([
      "priority 01 14:00",
    ]);
  });

  test("SRV-4: what lies beyond the calendar is named, and takes nothing from the rest", () => {
    const coverage = period(plainDate("2026-06-01"), plainDate("2026-06-02"));
    const desk = { ...OFFICE, holidays: { days: [], makeUpWorkdays: [], coverage } };
    const found = plan([clock(june(1, "13:00"))], { calendars: { desk } });
    expect(found.upcoming.map(({ rule: id }) => id)).toEqual(["four-fifths", "at-deadline"]);
    expect(found.unknown).toEqual([
      {
        id: "C-1:resolution:1:hour-late",
        case: "C-1",
        clock: "resolution",
        round: 1,
        rule: "hour-late",
        error: { code: "calendar-unknown", date: "2026-06-02", coverage },
      },
    ]);
  });

  test("SRV-4: warnings come in open hours and before the deadline, escalations after it", () => {
    const someTarget = fc.integer({ min: 1, max: 6000 });
    const closing = fc.constantFrom("stay" as const, "roll" as const);
    fc.assert(
      fc.property(
        someCalendar,
        somePauses,
        someMoment,
        someTarget,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        closing,
        (calendar, pauses, start, targetMinutes, targetShare, atClosing) => {
          const desk = prepareServiceCalendar(calendar);
          const counting = { pauses, atClosing };
          const due = desk.deadline(start, { minutes: targetMinutes }, counting);
          if (!due.ok || due.value.kind !== "due") throw new Error("no deadline");
          const rules = [
            rule("share", { targetShare }),
            rule("before", { minutesBefore: targetMinutes * targetShare }),
            rule("due", { targetShare: 1 }),
            rule("after", { minutesAfter: targetMinutes * targetShare }),
          ];
          const one = clock(start, { ...counting, targetMinutes });
          const { upcoming } = escalationsDue([one], { rules, calendars: { desk }, asOf: start });
          const at = Object.fromEntries(upcoming.map((told) => [told.rule, told.at]));
          expect(at["due"]).toBe(due.value.at);
          expect(at["share"]! <= due.value.at && at["before"]! <= due.value.at).toBe(true);
          expect(at["after"]! >= due.value.at).toBe(true);
          // The moment before a warning was open, or the warning is itself an opening.
          const told = Date.parse(at["share"]!);
          const around = desk.openPeriods(
            instantFromEpochMilliseconds(told - 1),
            instantFromEpochMilliseconds(told + 1),
          );
          expect(around.ok && around.value.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test("SRV-4: the clocks of a case are escalated by their own priorities", () => {
    const opened = { kind: "opened" as const, at: june(1, "10:00") };
    const asOf = june(1, "13:13");
    const clocks = serviceClocks({ id: "C-7", events: [opened] }, { calendars, asOf });
    const found = plan(clocks.ok ? clocks.value : [], { asOf });
    expect(found.due.map(({ clock: kind, rule: id }) => [kind, id])).toEqual([
      ["acknowledgement", "four-fifths"],
    ]);
  });

  test.each<[string, Partial<EscalationRule>, RegExp]>([
    [
      "no share",
      { when: { targetShare: 0 } },
      /rule r must have a targetShare above 0 to 1, got 0/,
    ],
    ["more than all", { when: { targetShare: 1.01 } }, /above 0 to 1, got 1.01/],
    [
      "a negative time before",
      { when: { minutesBefore: -1 } },
      /minutesBefore of at least 0, got -1/,
    ],
    ["no time after", { when: { minutesAfter: 0 } }, /minutesAfter above 0, got 0/],
    ["time without end", { when: { minutesAfter: Infinity } }, /got Infinity/],
    ["nobody to tell", { tell: [] }, /rule r must tell somebody/],
  ])("SRV-4: a rule with %s is refused", (_, more, message) => {
    expect(() => plan([], { rules: [{ ...rule("r", { targetShare: 1 }), ...more }] })).toThrow(
      message,
    );
  });

  test("SRV-4: two rules of one id, a missing calendar and no moment are refused", () => {
    const twice = [rule("r", { targetShare: 1 }), rule("r", { targetShare: 0.5 })];
    expect(() => plan([], { rules: twice })).toThrow(/rule r must have an id of its own/);
    expect(() => plan([clock(june(1, "10:00"), { calendar: "gone" })])).toThrow(/none for "gone"/);
    expect(() => plan([], { asOf: "now" as never })).toThrow(/asOf must be an instant, got now/);
  });
});
