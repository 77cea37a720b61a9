import {
  planShifts,
  type PlanShiftsOptions,
  type RequiredInterval,
  type ShiftPattern,
} from "goodwill/service";
import { addMilliseconds, instant, millisecondsBetween, timeZone } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastPenalty, type Way } from "./reference.js";
import { UTC, clockTimes, moment, needs, pattern } from "./samples.js";

/** Every way to work in UTC, written anew: start by start, break by break, interval by interval. */
function waysOf(required: readonly RequiredInterval[], patterns: readonly ShiftPattern[]): Way[] {
  const first = required[0]!.start;
  const spans = required.map(({ start, minutes }) => {
    const from = millisecondsBetween(first, start) / 60_000;
    return [from, from + minutes] as const;
  });
  const dayStart = millisecondsBetween(instant("2026-03-02T00:00:00Z"), first) / 60_000;
  const end = spans.at(-1)![1];
  return patterns.flatMap(({ minutes, starts, breaks = [] }) =>
    [0, 1440].flatMap((day) =>
      (starts as readonly string[]).flatMap((time) => {
        const from = day + Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - dayStart;
        if (from < 0 || from >= end) return [];
        const pause = breaks[0];
        const places: number[] = [];
        if (pause === undefined) places.push(-1);
        else {
          const step = pause.stepMinutes ?? 15;
          for (
            let at = pause.fromMinutes;
            at <= (pause.untilMinutes ?? pause.fromMinutes);
            at += step
          )
            places.push(at);
        }
        return places.map((at) => ({
          day,
          covers: spans.flatMap(([a, b], t) => {
            const isInShift = from <= a && b <= from + minutes;
            const isFree = at < 0 || b <= from + at || a >= from + at + pause!.minutes;
            return isInShift && isFree ? [t] : [];
          }),
        }));
      }),
    ),
  );
}

/** Needs over a day or so, and up to three patterns, some with a break. */
const cases = fc
  .record({
    agents: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 18 }),
    lengths: fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 1, maxLength: 3 }),
    breakAt: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    window: fc.integer({ min: 0, max: 2 }),
    // Shifts begin on the hour: several intervals an hour are covered alike.
    minutes: fc.constantFrom(60, 30, 20),
  })
  .map(({ agents, lengths, breakAt, window, minutes }) => ({
    required: needs(agents, { minutes }),
    patterns: lengths.map((hours, i): ShiftPattern => {
      const at = breakAt[i]!;
      const until = Math.min(at + window, hours - 1);
      const one = { minutes: 60, fromMinutes: at * 60, untilMinutes: until * 60, stepMinutes: 60 };
      const hasBreak = at > 0 && at < hours;
      return pattern(`p${i}`, {
        minutes: hours * 60,
        ...(hasBreak ? { breaks: [{ ...one, isPaid: false }] } : {}),
      });
    }),
  }));

function isCoverable(required: readonly RequiredInterval[], ways: readonly Way[]): boolean {
  return required.every(
    ({ agents }, t) => agents === 0 || ways.some((way) => way.covers.includes(t)),
  );
}

describe("planShifts", () => {
  test("SRV-6: shifts cover what is needed with nobody above it", () => {
    const plan = planShifts(needs([2, 3, 1], { from: 480 }), {
      patterns: [pattern("p")],
      zone: UTC,
    });
    expect(plan.shifts.map(({ start, agents }) => [start, agents])).toEqual([
      [moment(480), 2],
      [moment(540), 1],
    ]);
    expect(plan).toMatchObject({ overMinutes: 0, underMinutes: 0, paidMinutes: 360, short: [] });
    expect(plan.optimality).toEqual({ exact: true, penalty: 0, penaltyAtLeast: 0 });
  });

  test("SRV-6: over-staffing is the least there is, as HiGHS finds it, with breaks, too", () => {
    fc.assert(
      fc.property(cases, ({ required, patterns }) => {
        const ways = waysOf(required, patterns);
        fc.pre(isCoverable(required, ways));
        const { optimality, overMinutes, underMinutes, short } = planShifts(required, {
          patterns,
          zone: UTC,
        });
        expect(optimality.exact).toBe(true);
        expect(underMinutes).toBe(0);
        expect(short).toEqual([]);
        expect(overMinutes).toBeCloseTo(leastPenalty({ required, ways }), 6);
      }),
      { numRuns: 12 },
    );
  });

  test("SRV-6: with a weight for agents missing, seats and a day's agents, the penalty is the least, too", () => {
    const limits = fc.record({
      weight: fc.constantFrom(0, 0.5, 1, 3, 20),
      seats: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      perDay: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(cases, limits, ({ required, patterns }, { weight, seats, perDay }) => {
        const ways = waysOf(required, patterns);
        const options: PlanShiftsOptions = {
          patterns,
          zone: UTC,
          shortWeight: weight,
          ...(seats === undefined ? {} : { seatsAtMost: seats }),
          ...(perDay === undefined ? {} : { agentsPerDayAtMost: perDay }),
        };
        const plan = planShifts(required, options);
        expect(plan.optimality.exact).toBe(true);
        const asked = { required, ways, weight };
        const least = leastPenalty({
          ...asked,
          ...(seats === undefined ? {} : { seats }),
          ...(perDay === undefined ? {} : { perDay }),
        });
        expect(plan.optimality.penalty).toBeCloseTo(least, 4);
        for (const { scheduled } of plan.intervals) {
          expect(scheduled).toBeLessThanOrEqual(seats ?? Infinity);
        }
        expect(plan.short.map(({ start }) => start)).toEqual(
          plan.intervals.filter(({ under }) => under > 0).map(({ start }) => start),
        );
      }),
      { numRuns: 12 },
    );
  });

  test("SRV-6: scheduled less required is over less under, and the same input gives the same plan", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4 }), ({ required, patterns }, seatsAtMost) => {
        const options = { patterns, zone: UTC, seatsAtMost };
        const plan = planShifts(required, options);
        for (const { scheduled, required: needed, over, under } of plan.intervals) {
          expect(scheduled - needed).toBe(over - under);
          expect(Math.min(over, under)).toBe(0);
        }
        expect(planShifts(required, options)).toEqual(plan);
      }),
      { numRuns: 12 },
    );
  });

  test("SRV-6: more agents and more seats never leave more missing", () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom("seatsAtMost", "agentsPerDayAtMost"),
        ({ required, patterns }, limit) => {
          let before = Infinity;
          for (const most of [0, 1, 2, 4, 8, 100]) {
            const { underMinutes } = planShifts(required, { patterns, zone: UTC, [limit]: most });
            expect(underMinutes).toBeLessThanOrEqual(before);
            before = underMinutes;
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  test("SRV-6: any answer not proven is no worse than its bound tells", () => {
    fc.assert(
      fc.property(cases, ({ required, patterns }) => {
        const ways = waysOf(required, patterns);
        fc.pre(isCoverable(required, ways));
        const plan = planShifts(required, { patterns, zone: UTC, searchMillions: 0.0005 });
        const least = leastPenalty({ required, ways });
        expect(plan.underMinutes).toBe(0);
        expect(plan.optimality.penaltyAtLeast).toBeLessThanOrEqual(least + 1e-6);
        expect(plan.overMinutes).toBeGreaterThanOrEqual(least - 1e-6);
        if (plan.optimality.exact) expect(plan.overMinutes).toBeCloseTo(least, 6);
      }),
      { numRuns: 12 },
    );
  });

  test("SRV-6: shifts without breaks are planned exactly at the size of a week", () => {
    const agents = Array.from({ length: 336 }, (_, i) => {
      const hour = (i % 48) / 2;
      return hour < 6 || hour >= 22 ? 3 : 10 + ((i * 7) % 23);
    });
    const patterns = [
      pattern("full", { minutes: 480, starts: clockTimes(60) }),
      pattern("part", { minutes: 240, starts: clockTimes(30, 360, 1200) }),
    ];
    const plan = planShifts(needs(agents, { minutes: 30 }), { patterns, zone: UTC });
    expect(plan.optimality.exact).toBe(true);
    expect(plan.underMinutes).toBe(0);
  });

  test("SRV-6: between plans with as few above, the cheaper is taken", () => {
    const patterns = [pattern("dear", { cost: 5 }), pattern("cheap", { cost: 3 })];
    const plan = planShifts(needs([1, 1]), { patterns, zone: UTC });
    expect(plan.shifts.map((one) => one.pattern)).toEqual(["cheap"]);
    expect(plan.cost).toBe(3);
  });

  test("SRV-6: between plans that cost the same, the pattern named first is taken", () => {
    const plan = planShifts(needs([1, 1]), { patterns: [pattern("b"), pattern("a")], zone: UTC });
    expect(plan.shifts.map((one) => one.pattern)).toEqual(["b"]);
  });

  test("SRV-6: a break takes the agent from every interval it touches, paid or not", () => {
    const breaks = [{ minutes: 10, fromMinutes: 25, isPaid: true }];
    const patterns = [pattern("p", { minutes: 60, breaks, starts: ["00:00"] })];
    const plan = planShifts(needs([1, 0, 0, 1], { minutes: 15 }), { patterns, zone: UTC });
    expect(plan.intervals.map(({ scheduled }) => scheduled)).toEqual([1, 0, 0, 1]);
    expect(plan.paidMinutes).toBe(60);
    expect(plan.shifts[0]!.breaks).toEqual([{ start: moment(25), minutes: 10, isPaid: true }]);
  });

  test("SRV-6: starts may differ by weekday", () => {
    const patterns = [pattern("p", { minutes: 1440, starts: { 2: ["00:00"] } })];
    const plan = planShifts(needs([0, 1], { minutes: 1440 }), { patterns, zone: UTC });
    expect(plan.shifts.map(({ start }) => start)).toEqual([moment(1440)]);
  });

  test("SRV-6: shifts settled before, such as the night's, count and are not planned again", () => {
    const night = { id: "n", pattern: "night", start: moment(-120), minutes: 240, breaks: [] };
    const settled = [{ ...night, paidMinutes: 240, agents: 2 }];
    const plan = planShifts(needs([2, 2, 2, 2]), { patterns: [pattern("p")], zone: UTC, settled });
    expect(plan.shifts.map(({ start, agents }) => [start, agents])).toEqual([[moment(120), 2]]);
    expect(plan).toMatchObject({ overMinutes: 0, underMinutes: 0 });
  });
});

describe("planShifts tells why an interval is short", () => {
  const reasonsOf = (
    agents: readonly number[],
    options: Omit<PlanShiftsOptions, "zone">,
  ): readonly string[] =>
    planShifts(needs(agents), { ...options, zone: UTC }).short.map(({ reason }) => reason.code);

  test("SRV-6: no shift is worked then, or none through the whole of it", () => {
    const breaks = [{ minutes: 60, fromMinutes: 60, isPaid: false }];
    const patterns = [pattern("p", { minutes: 180, starts: ["01:00"], breaks })];
    expect(reasonsOf([1, 1, 1, 1], { patterns })).toEqual([
      "roster-no-shift-then",
      "roster-no-shift-through",
    ]);
  });

  test("SRV-6: the seats, or the agents of the day, are used", () => {
    const patterns = [pattern("p")];
    expect(reasonsOf([3, 3], { patterns, seatsAtMost: 2 })).toEqual([
      "roster-seats-full",
      "roster-seats-full",
    ]);
    expect(reasonsOf([1, 1, 1, 1], { patterns, agentsPerDayAtMost: 1 })).toEqual([
      "roster-agents-used",
      "roster-agents-used",
    ]);
  });

  test("SRV-6: a seat is free, but every shift that would take it needs one that is not", () => {
    const patterns = [pattern("p", { starts: ["00:00", "01:00"] })];
    expect(reasonsOf([1, 1, 1], { patterns, seatsAtMost: 1 })).toEqual([
      "roster-seats-around-full",
    ]);
  });

  test("SRV-6: it weighs less than an agent more", () => {
    expect(
      reasonsOf([1, 0], { patterns: [pattern("p", { starts: ["00:00"] })], shortWeight: 0.5 }),
    ).toEqual(["roster-short-is-cheaper"]);
  });
});

describe("planShifts and the clock", () => {
  const london = timeZone("Europe/London");
  const night = [pattern("night", { minutes: 480, starts: ["22:00"] })];

  test("SRV-6: over midnight, and in the night the clock springs forward, eight hours are eight hours", () => {
    const start = instant("2026-03-28T22:00:00Z");
    const required = Array.from({ length: 8 }, (_, i) => ({
      start: addMilliseconds(start, i * 3_600_000),
      minutes: 60,
      agents: 1,
    }));
    const plan = planShifts(required, { patterns: night, zone: london });
    // 22:00 in London is 22:00 in UTC before the jump; the shift ends at 06:00 in UTC, 07:00 on the clock.
    expect(plan).toMatchObject({ overMinutes: 0, underMinutes: 0 });
    expect(plan.shifts).toHaveLength(1);
  });

  test("SRV-6: a start the clock skips is after the jump, one it shows twice is the first", () => {
    const starts = (day: string, time: string): readonly string[] => {
      const required = Array.from({ length: 6 }, (_, i) => ({
        start: addMilliseconds(instant(`${day}T00:00:00Z`), i * 1_800_000),
        minutes: 30,
        agents: 1,
      }));
      const patterns = [pattern("p", { minutes: 30, starts: [time] })];
      return planShifts(required, { patterns, zone: london }).shifts.map(({ start }) => start);
    };
    expect(starts("2026-03-29", "01:30")).toEqual(["2026-03-29T01:30:00.000Z"]);
    expect(starts("2026-10-25", "01:30")).toEqual(["2026-10-25T00:30:00.000Z"]);
  });
});

describe("SRV-6: a centre closed by night", () => {
  test("SRV-6: is planned as if nobody were needed in the gap", () => {
    const open = [...needs([2, 1, 2]), ...needs([3, 1], { from: 1440 })];
    const night = needs([0], { minutes: 1440 - 180, from: 180 });
    const options = { patterns: [pattern("p")], zone: UTC };
    const plan = planShifts(open, { ...options, gaps: "closed" });
    expect(plan).toEqual(planShifts([...open.slice(0, 3), ...night, ...open.slice(3)], options));
    expect(plan.intervals).toHaveLength(6);
    expect(plan.underMinutes).toBe(0);
  });
});

describe("planShifts refuses what makes no sense", () => {
  const plan =
    (required: readonly RequiredInterval[], more: Partial<PlanShiftsOptions> = {}) =>
    () =>
      planShifts(required, { patterns: [pattern("p")], zone: UTC, ...more });

  test.each([
    ["no interval", plan([]), /there must be an interval/],
    [
      "intervals that overlap",
      plan([...needs([1]), ...needs([1], { from: 30 })]),
      /must not overlap/,
    ],
    [
      "intervals with a gap",
      plan([...needs([1]), ...needs([1], { from: 90 })]),
      /Cannot plan shifts: .* must not leave a gap .* gaps: "closed"/,
    ],
    ["half an agent", plan(needs([0.5])), /agents must be a whole number of at least 0, got 0.5/],
    ["agents below 0", plan(needs([-1])), /agents must be a whole number of at least 0, got -1/],
    [
      "intervals without length",
      plan(needs([1], { minutes: 0 })),
      /minutes must be a whole number above 0/,
    ],
    [
      "a shift longer than a day",
      plan(needs([1]), { patterns: [pattern("p", { minutes: 1441 })] }),
      /from 1 to 1440, got 1441/,
    ],
    [
      "a pattern twice",
      plan(needs([1]), { patterns: [pattern("p"), pattern("p")] }),
      /id must stand once/,
    ],
    [
      "a time that is none",
      plan(needs([1]), { patterns: [pattern("p", { starts: ["24:00"] })] }),
      /00:00 to 23:59/,
    ],
    [
      "a negative cost",
      plan(needs([1]), { patterns: [pattern("p", { cost: -1 })] }),
      /cost must be finite/,
    ],
    [
      "a break after the shift",
      plan(needs([1]), {
        patterns: [pattern("p", { breaks: [{ minutes: 30, fromMinutes: 100, isPaid: true }] })],
      }),
      /must end within the 120 minutes/,
    ],
    ["seats below 0", plan(needs([1]), { seatsAtMost: -1 }), /seatsAtMost must be a whole number/],
    ["a weight below 0", plan(needs([1]), { shortWeight: -1 }), /shortWeight must be from 0/],
  ])("SRV-6: %s", (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});
