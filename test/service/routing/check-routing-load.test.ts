import type { RoutingDemand, RoutingTeam } from "goodwill/service";
import { checkRoutingLoad } from "goodwill/service";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const SKILLS = ["a", "b", "c"];

function demand(id: string, skills: readonly string[], contactsHourly: number): RoutingDemand {
  // Six minutes each: ten contacts an hour are one erlang.
  return { id, skills, contactsHourly, handleSeconds: 360 };
}

function team(id: string, skills: readonly string[], agents: number): RoutingTeam {
  return { id, skills, agents, languages: ["zh"] };
}

const demands = fc
  .array(fc.tuple(fc.subarray(SKILLS), fc.integer({ min: 0, max: 60 })), { maxLength: 5 })
  .map((all) => all.map(([skills, n], i) => demand(`d${String(i)}`, skills, n)));
const teams = fc
  .array(fc.tuple(fc.subarray(SKILLS), fc.integer({ min: 0, max: 8 })), { maxLength: 4 })
  .map((all) => all.map(([skills, n], i) => team(`t${String(i)}`, skills, n)));

/** Load and capacity of every set of kinds, in tenths of an erlang at an occupancy of 0.8. */
function allSets(kinds: readonly RoutingDemand[], all: readonly RoutingTeam[]) {
  const sets = [];
  for (let set = 1; set < 1 << kinds.length; set += 1) {
    const members = kinds.filter((_, i) => (set & (1 << i)) !== 0);
    const able = all.filter((one) =>
      members.some(({ skills = [] }) => skills.every((skill) => one.skills.includes(skill))),
    );
    const load = members.reduce((sum, one) => sum + one.contactsHourly, 0);
    const capacity = able.reduce((sum, one) => sum + one.agents * 8, 0);
    sets.push({ load, capacity });
  }
  return sets;
}

describe("the load without simulation", () => {
  test("SRV-6: it is Hall's condition over every set of kinds, its excess and its room to grow", () => {
    fc.assert(
      fc.property(demands, teams, (kinds, all) => {
        const found = checkRoutingLoad(kinds, { teams: all, maximumOccupancyShare: 0.8 });
        const sets = allSets(kinds, all);
        const excess = Math.max(0, ...sets.map(({ load, capacity }) => load - capacity));
        expect(found.servable).toBe(excess === 0);
        expect(found.carriedErlangs).toBeCloseTo(found.offeredErlangs - excess / 10, 12);
        const loaded = sets.filter(({ load }) => load > 0);
        if (loaded.length === 0) {
          expect(found.bottleneck).toBeUndefined();
          return;
        }
        const growth = Math.min(...loaded.map(({ load, capacity }) => capacity / load));
        expect(found.growthFactor).toBeCloseTo(growth, 12);
        if (excess === 0) return;
        expect(found.bottleneck!.excessErlangs).toBeCloseTo(excess / 10, 12);
        expect(found.bottleneck!.agentsMissing).toBe(Math.ceil(excess / 8));
      }),
    );
  });

  test("SRV-6: as many more agents as are missing, who can serve the bottleneck, make it servable", () => {
    fc.assert(
      fc.property(demands, teams, (kinds, all) => {
        const options = { teams: all, maximumOccupancyShare: 0.8 };
        const { bottleneck } = checkRoutingLoad(kinds, options);
        const agents = bottleneck?.agentsMissing ?? 0;
        const more = [...all, team("more", SKILLS, agents)];
        const after = (extra: readonly RoutingTeam[]) =>
          checkRoutingLoad(kinds, { ...options, teams: extra }).servable;
        expect(after(more)).toBe(true);
        if (agents > 0) expect(after([...all, team("more", SKILLS, agents - 1)])).toBe(false);
      }),
    );
  });

  test("SRV-6: each team's least and most load are bounds that can be met", () => {
    const kinds = [demand("x", ["a"], 30), demand("y", ["b"], 20)];
    const all = [team("ab", ["a", "b"], 4), team("a", ["a"], 2.5)];
    const { servable, teams: bounds } = checkRoutingLoad(kinds, {
      teams: all,
      maximumOccupancyShare: 0.8,
    });
    expect(servable).toBe(true);
    // Two erlangs of b and the one of a that team a cannot take; team a is left with 1.8 of a at least.
    expect(
      bounds.map(({ team: id, leastErlangs, mostErlangs }) => [id, leastErlangs, mostErlangs]),
    ).toEqual([
      ["a", 1.8, 2],
      ["ab", 3, 3.2],
    ]);
    expect(bounds[1]?.leastOccupancyShare).toBe(0.75);
  });

  test("SRV-6: it is exact at the boundary: 17 erlangs for 20 agents at 0.85", () => {
    const options = (agents: number) => ({
      teams: [team("t", [], agents)],
      maximumOccupancyShare: 0.85,
    });
    expect(checkRoutingLoad([demand("d", [], 170)], options(20)).servable).toBe(true);
    expect(checkRoutingLoad([demand("d", [], 170.0001)], options(20)).servable).toBe(false);
    expect(checkRoutingLoad([demand("d", [], 0.3)], options(0.1)).growthFactor).toBeCloseTo(
      0.085 / 0.03,
      12,
    );
  });

  test("SRV-6: language and channel are needs like skills", () => {
    const one = { ...demand("d", [], 10), language: "en-GB", channel: "chat" };
    const ask = (more: Partial<RoutingTeam>) =>
      checkRoutingLoad([one], {
        teams: [{ ...team("t", [], 5), languages: ["en"], ...more }],
        maximumOccupancyShare: 1,
      }).servable;
    expect(ask({})).toBe(true);
    expect(ask({ languages: ["zh"] })).toBe(false);
    expect(ask({ channels: ["voice"] })).toBe(false);
    expect(ask({ channels: ["chat"] })).toBe(true);
  });

  test("SRV-6: the bottleneck names kinds, teams and the skill they share", () => {
    const kinds = [
      demand("easy", ["a"], 10),
      demand("hard", ["a", "b"], 30),
      demand("harder", ["b", "c"], 10),
    ];
    const all = [team("few", SKILLS, 4), team("many", ["a"], 20)];
    const { bottleneck, skills } = checkRoutingLoad(kinds, {
      teams: all,
      maximumOccupancyShare: 0.8,
    });
    expect(bottleneck).toEqual({
      demands: ["hard", "harder"],
      teams: ["few"],
      skills: ["b"],
      offeredErlangs: 4,
      capacityErlangs: 3.2,
      excessErlangs: 0.8,
      agentsMissing: 1,
    });
    expect(skills[1]).toEqual({ skill: "b", offeredErlangs: 4, capacityErlangs: 3.2 });
  });
});

test.each([
  ["an occupancy of 0", [], { teams: [], maximumOccupancyShare: 0 }, "maximumOccupancyShare"],
  [
    "negative arrivals",
    [demand("d", [], -1)],
    { teams: [], maximumOccupancyShare: 1 },
    "contactsHourly",
  ],
  [
    "a team twice",
    [],
    { teams: [team("t", [], 1), team("t", [], 1)], maximumOccupancyShare: 1 },
    "once",
  ],
  ["an endless team", [], { teams: [team("t", [], Infinity)], maximumOccupancyShare: 1 }, "agents"],
])("SRV-6: %s is refused", (_, kinds, options, says) => {
  expect(() => checkRoutingLoad(kinds, options)).toThrow(RangeError);
  expect(() => checkRoutingLoad(kinds, options)).toThrow(says);
});
