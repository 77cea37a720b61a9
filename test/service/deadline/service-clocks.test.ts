import { DEFAULT_SLA_POLICY, nextBreach, serviceClocks, slaLedger } from "goodwill/service";
import type {
  ServiceCaseEvent,
  ServiceCaseEventKind,
  ServiceClock,
  ServiceClocksOptions,
  SlaClockKind,
  SlaPolicy,
} from "goodwill/service";
import { instant, period, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { ALWAYS, OFFICE, june } from "./calendars.js";

const calendars = { desk: OFFICE, "day-and-night": ALWAYS };

/** Events written `10:00 answered`, all on Monday 1 June; `2 10:00 answered` on another day. */
function events(...texts: readonly string[]): readonly ServiceCaseEvent[] {
  return texts.map((text) => {
    const [, day = "1", time = "", kind = "", who] = /^(?:(\d+) )?(\S+) (\S+)(?: (\S+))?$/.exec(
      text,
    )!;
    const at = june(Number(day), time);
    return {
      kind: kind as ServiceCaseEventKind,
      at,
      ...(who === undefined ? {} : { waitingFor: who }),
    };
  });
}

function clocksOf(
  happened: readonly ServiceCaseEvent[],
  more: Partial<ServiceClocksOptions> & { readonly priority?: string } = {},
): readonly ServiceClock[] {
  const { priority, ...options } = more;
  const serviceCase = {
    id: "C-1",
    events: happened,
    ...(priority === undefined ? {} : { priority }),
  };
  const clocks = serviceClocks(serviceCase, { calendars, asOf: june(1, "16:00"), ...options });
  if (!clocks.ok) throw new Error(clocks.error.code);
  return clocks.value;
}

/** The rounds of one kind of clock as `10:00-11:00 met`. */
function rounds(clocks: readonly ServiceClock[], kind: SlaClockKind): readonly string[] {
  return clocks
    .filter(({ clock }) => clock === kind)
    .map(
      ({ start, stop, state }) => `${start.slice(11, 16)}-${stop?.slice(11, 16) ?? ""} ${state}`,
    );
}

describe("SRV-4: the clocks of a case", () => {
  test("SRV-4: first response stops at an answer, not at an acknowledgement or news", () => {
    const clocks = clocksOf(
      events("09:00 opened", "09:10 acknowledged", "10:00 informed", "11:00 answered"),
    );
    expect(rounds(clocks, "acknowledgement")).toEqual(["09:00-09:10 met"]);
    expect(rounds(clocks, "first-response")).toEqual(["09:00-11:00 met"]);
    expect(rounds(clocks, "resolution")).toEqual(["09:00- running"]);
  });

  test("SRV-4: a next response runs from the first message after an answer", () => {
    const clocks = clocksOf(
      events(
        "09:00 opened",
        "09:30 customer-wrote",
        "10:00 answered",
        "11:00 customer-wrote",
        "12:00 customer-wrote",
        "13:00 answered",
        "14:00 customer-wrote",
      ),
    );
    expect(rounds(clocks, "next-response")).toEqual(["11:00-13:00 met", "14:00- running"]);
    expect(
      clocks.filter(({ clock }) => clock === "next-response").map(({ round }) => round),
    ).toEqual([1, 2]);
  });

  test("SRV-4: news to the customer starts the next clock of news, until resolved", () => {
    const clocks = clocksOf(
      events(
        "09:00 opened",
        "10:00 informed",
        "12:00 answered",
        "13:00 resolved",
        "14:00 informed",
      ),
    );
    expect(rounds(clocks, "update")).toEqual([
      "09:00-10:00 met",
      "10:00-12:00 met",
      "12:00-13:00 met",
    ]);
  });

  test("SRV-4: what is resolved stops every clock, and a message then starts none", () => {
    const clocks = clocksOf(events("09:00 opened", "10:00 resolved", "11:00 customer-wrote"));
    expect(clocks.map(({ clock, stop }) => [clock, stop])).toEqual(
      ["acknowledgement", "first-response", "update", "resolution"].map((kind) => [
        kind,
        june(1, "10:00"),
      ]),
    );
  });

  test("SRV-4: reopened, resolution goes on without the time resolved, or starts anew", () => {
    const happened = events(
      "09:00 opened",
      "09:30 answered",
      "10:00 resolved",
      "11:00 resolved",
      "12:00 reopened",
      "12:00 reopened",
      "13:00 resolved",
      "13:30 resolved",
    );
    const [on] = clocksOf(happened).filter(({ clock }) => clock === "resolution");
    expect(on).toMatchObject({
      stop: june(1, "13:00"),
      pauses: [{ start: june(1, "10:00"), end: june(1, "12:00") }],
      remainingMilliseconds: (2400 - 120) * 60_000,
    });
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, onReopening: "restart" };
    const anew = clocksOf(happened, { policy });
    expect(rounds(anew, "resolution")).toEqual(["09:00-10:00 met", "12:00-13:00 met"]);
    expect(rounds(anew, "next-response")).toEqual(["12:00-13:00 met"]);
    expect(rounds(anew, "update")).toEqual([
      "09:00-09:30 met",
      "09:30-10:00 met",
      "12:00-13:00 met",
    ]);
  });

  test("SRV-4: reopening what is not resolved changes nothing", () => {
    const happened = ["09:00 opened", "10:00 answered"];
    expect(clocksOf(events(...happened, "11:00 reopened"))).toEqual(clocksOf(events(...happened)));
  });

  test("SRV-4: waiting for the customer pauses resolution until they write; a supplier does not", () => {
    const happened = events(
      "09:00 opened",
      "10:00 waiting customer",
      "11:00 customer-wrote",
      "12:00 waiting supplier",
      "13:00 customer-wrote",
      "14:00 waiting customer",
      "14:30 waiting supplier",
      "15:00 resumed",
      "15:30 waiting customer",
    );
    const clocks = clocksOf(happened);
    const resolution = clocks.find(({ clock }) => clock === "resolution")!;
    expect(resolution.pauses).toEqual([
      { start: june(1, "10:00"), end: june(1, "11:00") },
      { start: june(1, "14:00"), end: june(1, "14:30") },
      { start: june(1, "15:30") },
    ]);
    expect(resolution.state).toBe("paused");
    expect(resolution.due).toBeUndefined();
    expect(clocks.find(({ clock }) => clock === "first-response")!.pauses).toEqual([]);
    const rules = DEFAULT_SLA_POLICY.rules.map((rule) => ({ ...rule, pausedBy: ["supplier"] }));
    const other = clocksOf(happened, { policy: { ...DEFAULT_SLA_POLICY, rules } });
    expect(other.find(({ clock }) => clock === "resolution")!.pauses).toEqual([
      { start: june(1, "12:00"), end: june(1, "14:00") },
      { start: june(1, "14:30"), end: june(1, "15:00") },
    ]);
  });

  test("SRV-4: a wait that ended before a clock started does not pause it, one after it stopped neither", () => {
    const clocks = clocksOf(
      events(
        "09:00 opened",
        "09:10 waiting customer",
        "09:20 resumed",
        "10:00 informed",
        "10:30 waiting customer",
      ),
    );
    const pauses = clocks.filter(({ clock }) => clock === "update").map((one) => one.pauses);
    expect(pauses).toEqual([
      [{ start: june(1, "09:10"), end: june(1, "09:20") }],
      [{ start: june(1, "10:30") }],
    ]);
  });

  test("SRV-4: priority chooses target and calendar; without a target there is no clock", () => {
    const opened = events("7 20:00 opened");
    const asOf = june(7, "20:30");
    const critical = clocksOf(opened, { asOf, priority: "critical" });
    expect(critical.map(({ clock, due }) => [clock, due])).toEqual([
      ["acknowledgement", june(7, "20:15")],
      ["first-response", june(7, "21:00")],
      ["update", june(8, "00:00")],
      ["resolution", june(8, "20:00")],
    ]);
    expect(critical[0]).toMatchObject({ state: "breached", overMilliseconds: 900_000 });
    expect(critical[1]).toMatchObject({ calendar: "day-and-night", priority: "critical" });
    const usual = clocksOf(opened, { asOf, priority: "constructor" });
    expect(usual.map(({ due }) => due)).toEqual([
      june(8, "13:00"),
      june(8, "17:00"),
      june(9, "17:00"),
      june(12, "17:00"),
    ]);
    const rules = [{ clock: "resolution" as const, byPriority: {}, pausedBy: [] }];
    expect(clocksOf(opened, { asOf, policy: { calendar: "desk", rules } })).toEqual([]);
  });

  test("SRV-4: a deadline at closing time rolls where the policy says so", () => {
    const policy: SlaPolicy = { ...DEFAULT_SLA_POLICY, atClosing: "roll" };
    const clocks = clocksOf(events("09:00 opened"), { policy });
    expect(clocks.find(({ clock }) => clock === "first-response")?.due).toBe(june(2, "09:00"));
  });

  test("SRV-4: events after the moment looked at do not count yet", () => {
    const happened = events("09:00 opened", "11:00 answered");
    expect(rounds(clocksOf(happened, { asOf: june(1, "10:59") }), "first-response")).toEqual([
      "09:00- running",
    ]);
    expect(clocksOf(happened, { asOf: june(1, "08:59") })).toEqual([]);
  });

  test("SRV-4: a clock stands as the ledger of its facts says", () => {
    const happened = events(
      "09:00 opened",
      "10:00 waiting customer",
      "11:00 resumed",
      "2 11:00 answered",
    );
    for (const { start, stop, pauses, targetMinutes, ...clock } of clocksOf(happened, {
      asOf: june(3, "10:00"),
    })) {
      const options = { calendar: OFFICE, pauses, asOf: june(3, "10:00") };
      const ledger = slaLedger(
        start,
        { minutes: targetMinutes },
        stop === undefined ? options : { ...options, stop },
      );
      expect(ledger.ok && ledger.value).toMatchObject({
        state: clock.state,
        due: clock.due,
        remainingMilliseconds: clock.remainingMilliseconds,
        overMilliseconds: clock.overMilliseconds,
        lateMilliseconds: clock.lateMilliseconds,
      });
    }
  });

  test("SRV-4: beyond what is known of holidays no clock is guessed", () => {
    const coverage = period(plainDate("2026-06-01"), plainDate("2026-06-02"));
    const desk = { ...OFFICE, holidays: { days: [], makeUpWorkdays: [], coverage } };
    const options = { calendars: { desk }, asOf: june(1, "10:00") };
    const clocks = serviceClocks({ id: "C-1", events: events("09:00 opened") }, options);
    expect(clocks).toMatchObject({ ok: false, error: { code: "calendar-unknown" } });
  });

  test.each<[string, readonly string[], RegExp]>([
    ["no events", [], /C-1: it must have been opened, got no events/],
    ["no opening", ["09:00 answered"], /opened first and once, got answered at .* at index 0/],
    [
      "two openings",
      ["09:00 opened", "10:00 opened"],
      /opened first and once, got opened .* index 1/,
    ],
    [
      "a wrong order",
      ["09:00 opened", "08:59 answered"],
      /none before 2026-06-01T09:00:00.000Z, got answered at 2026-06-01T08:59/,
    ],
    ["a wait for nobody", ["09:00 opened", "10:00 waiting"], /waitingFor must be given/],
  ])("SRV-4: %s is refused", (_, happened, message) => {
    expect(() => clocksOf(events(...happened))).toThrow(message);
  });

  test("SRV-4: a calendar not provided and a kind of clock ruled twice are refused", () => {
    const opened = events("09:00 opened");
    expect(() => clocksOf(opened, { calendars: {} })).toThrow(/got none for "desk"/);
    const rules = [...DEFAULT_SLA_POLICY.rules, DEFAULT_SLA_POLICY.rules[0]!];
    expect(() => clocksOf(opened, { policy: { calendar: "desk", rules } })).toThrow(
      /one rule a kind of clock, got two for acknowledgement/,
    );
    expect(() => clocksOf(opened, { policy: { calendar: "desk", rules: [] } })).toThrow(/got none/);
  });
});

describe("SRV-4: the next breach, in advance", () => {
  const clock = (
    id: string,
    due: string | undefined,
    more: Partial<ServiceClock> = {},
  ): ServiceClock => ({
    ...clocksOf(events("09:00 opened"))[0]!,
    case: id,
    ...(due === undefined ? {} : { due: june(1, due) }),
    ...more,
  });
  const waiting = clocksOf(events("09:00 opened", "09:10 waiting customer"));
  const paused = { ...waiting.find(({ clock: kind }) => kind === "resolution")!, case: "C-5" };
  const asOf = june(1, "10:00");

  test("SRV-4: the earliest deadline not passed, of clocks that run", () => {
    const clocks = [
      clock("C-9", "12:00"),
      clock("C-1", "11:30"),
      clock("C-2", "09:59"),
      clock("C-3", "10:30", { stop: june(1, "09:30") }),
      paused,
      clock("C-0", "11:30"),
    ];
    const next = nextBreach(clocks, { asOf });
    expect([next?.clock.case, next?.due, next?.milliseconds]).toEqual([
      "C-0",
      june(1, "11:30"),
      5_400_000,
    ]);
  });

  test("SRV-4: a deadline this very moment is next; where none is left there is none", () => {
    expect(nextBreach([clock("C-1", "10:00")], { asOf })?.milliseconds).toBe(0);
    expect(nextBreach([clock("C-1", "09:59"), paused], { asOf })).toBeUndefined();
    expect(() => nextBreach([], { asOf: "today" as never })).toThrow(
      /asOf must be an instant, got today/,
    );
    expect(() =>
      clocksOf(events("09:00 opened"), { asOf: instant("2026-06-01T16:00:00Z").slice(1) as never }),
    ).toThrow(/asOf must be an instant/);
  });
});
