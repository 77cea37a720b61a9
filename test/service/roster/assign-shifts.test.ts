import {
  assignShifts,
  DEFAULT_ROSTER_RULES,
  shiftObstacles,
  type PlannedShift,
  type Roster,
  type RosterAgent,
  type RosterRules,
} from "goodwill/service";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestEmpty } from "./reference.js";
import { UTC, moment, shift } from "./samples.js";

const DAY = 1440;
const given = ({ agents }: Roster): Record<string, readonly string[]> =>
  Object.fromEntries(agents.map(({ agent, shifts }) => [agent, shifts.map((one) => one.shift.id)]));
const assign = (
  shifts: readonly PlannedShift[],
  agents: readonly RosterAgent[],
  rules: Partial<RosterRules> = {},
): Roster =>
  assignShifts(shifts, { agents, zone: UTC, rules: { ...DEFAULT_ROSTER_RULES, ...rules } });

const smallCases = fc.record({
  shifts: fc
    .array(
      fc.record({
        at: fc.integer({ min: 0, max: 18 }).map((hours) => hours * 360),
        minutes: fc.constantFrom(240, 480, 600),
        agents: fc.integer({ min: 1, max: 2 }),
        skills: fc.constantFrom([], ["tax"]),
        isUnpopular: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((rows) => rows.map((row, i) => shift(`s${i}`, row))),
  agents: fc
    .array(
      fc.record({
        skills: fc.constantFrom([], ["tax"]),
        contract: fc.constantFrom({}, { minMinutes: 480, maxMinutes: 960 }, { maxMinutes: 600 }),
        available: fc.constantFrom(undefined, [{ start: moment(0), end: moment(3 * DAY) }]),
        wishes: fc.constantFrom(
          [],
          [{ kind: "preferred" as const, weekday: 1 as const }],
          [{ kind: "unwanted" as const, weekday: 2 as const }],
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((rows) =>
      rows.map(({ available, ...row }, i): RosterAgent => ({
        id: `a${i}`,
        ...row,
        ...(available === undefined ? {} : { available }),
      })),
    ),
});

describe("assignShifts", () => {
  test("SRV-6: every shift given breaks no rule, and every place is either given or told as empty", () => {
    fc.assert(
      fc.property(smallCases, ({ shifts, agents }) => {
        const roster = assign(shifts, agents);
        for (const { agent, shifts: mine } of roster.agents) {
          for (const { shift: one } of mine) {
            const others = mine.map((other) => other.shift).filter((other) => other !== one);
            const who = agents.find(({ id }) => id === agent)!;
            expect(shiftObstacles(one, { agent: who, given: others, zone: UTC })).toEqual([]);
          }
        }
        const places = roster.agents.flatMap(({ shifts: mine }) => mine).length;
        const empty = roster.unfilled.reduce((sum, { shift: one }) => sum + one.agents, 0);
        expect(places + empty).toBe(shifts.reduce((sum, one) => sum + one.agents, 0));
        expect(roster.optimality.unfilled).toBe(empty);
        for (const { reasons } of roster.unfilled) expect(reasons).not.toEqual([]);
        expect(assign(shifts, [...agents].reverse())).toEqual(roster);
      }),
      { numRuns: 15 },
    );
  });

  test("SRV-6: small rosters leave as few places empty as any roster tried", () => {
    fc.assert(
      fc.property(smallCases, ({ shifts, agents }) => {
        const { optimality } = assign(shifts, agents);
        expect(optimality.exact).toBe(true);
        expect(optimality.unfilled).toBe(fewestEmpty(shifts, agents));
      }),
      { numRuns: 15 },
    );
  });

  test("SRV-6: a roster that is not searched through is no better than its bound, and the search no worse", () => {
    fc.assert(
      fc.property(smallCases, ({ shifts, agents }) => {
        const quick = assignShifts(shifts, { agents, zone: UTC, searchSteps: 1 }).optimality;
        const { optimality } = assign(shifts, agents);
        expect(quick.unfilledAtLeast).toBeLessThanOrEqual(optimality.unfilled);
        expect(quick.unfilled).toBeGreaterThanOrEqual(optimality.unfilled);
        if (quick.unfilled === optimality.unfilled) {
          expect(quick.penalty).toBeGreaterThanOrEqual(optimality.penalty - 1e-9);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("SRV-6: one agent more never leaves more places empty", () => {
    fc.assert(
      fc.property(smallCases, ({ shifts, agents }) => {
        const fewer = assign(shifts, agents.slice(1)).optimality.unfilled;
        expect(assign(shifts, agents).optimality.unfilled).toBeLessThanOrEqual(fewer);
      }),
      { numRuns: 10 },
    );
  });

  test("SRV-6: ties go by id, whatever the order of the list", () => {
    expect(given(assign([shift("s", { at: 0 })], [{ id: "b" }, { id: "a" }]))).toEqual({
      a: ["s"],
      b: [],
    });
  });

  test("SRV-6: room is made by passing a shift on", () => {
    const tax = { id: "tax", skills: ["tax"] };
    const shifts = [
      shift("any", { at: 0, agents: 1 }),
      shift("needs", { at: 300, skills: ["tax"] }),
    ];
    // Only who knows taxes can have the second shift, so the first goes to the other, who is not wanted to have it.
    const other: RosterAgent = { id: "zoe", wishes: [{ kind: "unwanted" }] };
    const wish: RosterAgent = {
      ...tax,
      wishes: [{ kind: "preferred", period: { start: moment(0), end: moment(1) } }],
    };
    const roster = assignShifts(shifts, { agents: [wish, other], zone: UTC, searchSteps: 1 });
    expect(given(roster)).toEqual({ tax: ["needs"], zoe: ["any"] });
  });

  test("SRV-6: wishes are met where nothing is lost by it, and the roster says so", () => {
    const wishes = [{ kind: "preferred" as const, pattern: "day", weekday: 1 as const }];
    const roster = assign([shift("s", { at: 0 })], [{ id: "a" }, { id: "b", wishes }]);
    expect(given(roster)).toEqual({ a: [], b: ["s"] });
    expect(roster.agents[1]).toMatchObject({ preferred: 1, unwanted: 0 });
    expect(roster.agents[1]!.shifts[0]!.reasons.map(({ code }) => code)).toEqual([
      "roster-fits",
      "roster-wish-met",
    ]);
  });

  test("SRV-6: shifts are exchanged where wishes are met by it", () => {
    const contract = { maxMinutes: 480 };
    const wishes = [{ kind: "preferred" as const, weekday: 2 as const }];
    const shifts = [shift("mon", { at: 480 }), shift("tue", { at: 480 + DAY })];
    const agents = [
      { id: "a", contract, wishes },
      { id: "b", contract },
    ];
    const roster = assignShifts(shifts, { agents, zone: UTC, searchSteps: 1 });
    expect(given(roster)).toEqual({ a: ["tue"], b: ["mon"] });
  });

  test("SRV-6: what is not wanted is given only to those who are left", () => {
    const wishes = [{ kind: "unwanted" as const }, { kind: "preferred" as const }];
    const roster = assign([shift("s", { at: 0, agents: 2 })], [{ id: "a", wishes }, { id: "b" }]);
    expect(roster.agents[0]).toMatchObject({ unwanted: 1, preferred: 0 });
    expect(roster.optimality).toEqual({ exact: true, unfilled: 0, unfilledAtLeast: 0, penalty: 2 });
    expect(given(assign([shift("s", { at: 0 })], [{ id: "a", wishes }, { id: "b" }]))).toEqual({
      a: [],
      b: ["s"],
    });
  });

  test("SRV-6: an unpopular shift goes to who has had the fewest", () => {
    const shifts = [shift("s", { at: 0, isUnpopular: true })];
    const roster = assign(shifts, [
      { id: "a", unpopularBefore: 3 },
      { id: "b", unpopularBefore: 2 },
    ]);
    expect(given(roster)).toEqual({ a: [], b: ["s"] });
    expect(roster.agents[1]).toMatchObject({ unpopular: 3 });
    expect(roster.agents[1]!.shifts[0]!.reasons.at(-1)).toEqual({
      code: "roster-unpopular-turn",
      params: { before: 2, now: 3 },
    });
  });

  test("SRV-6: weekdays can be unpopular", () => {
    const roster = assign([shift("s", { at: 5 * DAY })], [{ id: "a" }], {
      unpopularWeekdays: [6, 7],
    });
    expect(roster.agents[0]!.unpopular).toBe(1);
  });

  test("SRV-6: who works less or more than the contract says is named", () => {
    const agents: RosterAgent[] = [
      { id: "a", contract: { minMinutes: 600 } },
      {
        id: "b",
        contract: { maxMinutes: 60 },
        held: [{ start: moment(2 * DAY), minutes: 90, paidMinutes: 80 }],
      },
    ];
    expect(assign([shift("s", { at: 0 })], agents).contracts).toEqual([
      {
        code: "roster-under-contract",
        params: { agent: "a", week: "2026-03-02", minutes: 480, least: 600 },
        agent: "a",
        week: "2026-03-02",
      },
      {
        code: "roster-over-contract",
        params: { agent: "b", week: "2026-03-02", minutes: 80, most: 60 },
        agent: "b",
        week: "2026-03-02",
      },
    ]);
  });

  test("SRV-6: who misses most hours comes first", () => {
    const agents: RosterAgent[] = [{ id: "a" }, { id: "b", contract: { minMinutes: 480 } }];
    expect(given(assign([shift("s", { at: 0 })], agents))).toEqual({ a: [], b: ["s"] });
  });

  test("SRV-6: with nobody, every place is empty", () => {
    const roster = assign([shift("s", { at: 0, agents: 3 })], []);
    expect(roster.unfilled[0]!.shift.agents).toBe(3);
    expect(roster.unfilled[0]!.reasons).toEqual([
      { code: "roster-everyone-has-it", params: { agents: 0, needed: 3 } },
    ]);
  });
});

describe("assignShifts tells which rules stand against a place that stays empty", () => {
  const night = shift("night", { at: -300, minutes: 480 });
  const codes = (
    agent: RosterAgent,
    more: Partial<PlannedShift> = {},
    rules: Partial<RosterRules> = {},
  ): readonly string[] =>
    assign([shift("s", { at: 8 * 60, ...more })], [agent], rules).unfilled.flatMap(
      ({ reasons }) => ["unfilled", ...reasons.map(({ code }) => code)],
    );
  const days = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ start: moment((i - count) * DAY), minutes: 60 }));

  test.each<[string, RosterAgent, Partial<PlannedShift>, Partial<RosterRules>, readonly string[]]>([
    [
      "an agent with no skill",
      { id: "a", skills: [] },
      { skills: ["tax"] },
      {},
      ["roster-stopped-by-skill"],
    ],
    [
      "a language",
      { id: "a", languages: ["de"] },
      { languages: ["en"] },
      {},
      ["roster-stopped-by-language"],
    ],
    ["availability", { id: "a", available: [] }, {}, {}, ["roster-stopped-by-availability"]],
    [
      "availability that ends a minute early",
      { id: "a", available: [{ start: moment(480), end: moment(959) }] },
      {},
      {},
      ["roster-stopped-by-availability"],
    ],
    [
      "availability in two parts that meet",
      {
        id: "a",
        available: [
          { start: moment(700), end: moment(960) },
          { start: moment(480), end: moment(700) },
        ],
      },
      {},
      {},
      [],
    ],
    ["too little rest", { id: "a", held: [night] }, {}, {}, ["roster-stopped-by-rest"]],
    ["just enough rest", { id: "a", held: [night] }, {}, { leastRestMinutes: 300 }, []],
    [
      "an overlap",
      { id: "a", held: [{ ...night, minutes: 800 }] },
      {},
      {},
      ["roster-stopped-by-overlap"],
    ],
    [
      "a shift that day",
      { id: "a", held: [{ start: moment(0), minutes: 60 }] },
      {},
      {},
      ["roster-stopped-by-day"],
    ],
    [
      "two shifts a day allowed",
      { id: "a", held: [{ start: moment(0), minutes: 60 }] },
      {},
      { mostShiftsADay: 2 },
      [],
    ],
    [
      "the week's hours",
      { id: "a", contract: { maxMinutes: 479 } },
      {},
      {},
      ["roster-stopped-by-week"],
    ],
    ["just the week's hours", { id: "a", contract: { maxMinutes: 480 } }, {}, {}, []],
    ["six days in a row before", { id: "a", held: days(6) }, {}, {}, ["roster-stopped-by-row"]],
    ["five days in a row before", { id: "a", held: days(5) }, {}, {}, []],
  ])("SRV-6: %s", (_, agent, more, rules, expected) => {
    expect(codes(agent, more, rules)).toEqual(
      expected.length === 0 ? [] : ["unfilled", ...expected],
    );
  });

  test("SRV-6: a day between two runs makes one of them", () => {
    const held = [-3, -2, -1, 1, 2, 3].map((day) => ({
      start: moment(day * DAY + 480),
      minutes: 60,
    }));
    expect(codes({ id: "a", held })).toEqual(["unfilled", "roster-stopped-by-row"]);
  });

  test("SRV-6: it tells how many agents each rule stops, the one that stops most first", () => {
    const agents = [
      { id: "a" },
      { id: "b", skills: ["tax"], available: [] },
      { id: "c", available: [] },
    ];
    expect(assign([shift("s", { at: 0, skills: ["tax"] })], agents).unfilled[0]!.reasons).toEqual([
      { code: "roster-stopped-by-availability", params: { agents: 2, of: 3 } },
      { code: "roster-stopped-by-skill", params: { agents: 2, of: 3, what: "tax" } },
    ]);
  });
});

describe("assignShifts refuses what makes no sense", () => {
  const one = shift("s", { at: 0 });
  test.each<[string, () => unknown, RegExp]>([
    [
      "an agent twice",
      () => assign([one], [{ id: "a" }, { id: "a" }]),
      /agents\[1\].id must stand once/,
    ],
    ["a shift twice", () => assign([one, one], []), /shifts\[1\].id must stand once/],
    ["a shift longer than a day", () => assign([{ ...one, minutes: 1441 }], []), /from 1 to 1440/],
    [
      "a least above the most",
      () => assign([one], [{ id: "a", contract: { minMinutes: 2, maxMinutes: 1 } }]),
      /must not be below minMinutes/,
    ],
    [
      "past shifts below 0",
      () => assign([one], [{ id: "a", unpopularBefore: -1 }]),
      /unpopularBefore must be whole/,
    ],
    [
      "no day in a row",
      () => assign([one], [], { mostDaysInARow: 0 }),
      /mostDaysInARow must be a whole number/,
    ],
    [
      "negative rest",
      () => assign([one], [], { leastRestMinutes: -1 }),
      /leastRestMinutes must be finite/,
    ],
    [
      "availability that ends before it begins",
      () => assign([one], [{ id: "a", available: [{ start: moment(1), end: moment(0) }] }]),
      /end must not be before its start/,
    ],
  ])("SRV-6: %s", (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});
