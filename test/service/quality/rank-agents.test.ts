import { rankAgents, SERVICE_SENTENCES } from "goodwill/service";
import type { AgentRanking, AgentTally } from "goodwill/service";
import { explain, seededRandom } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

function tallies(rows: readonly (readonly [number, number])[]): readonly AgentTally[] {
  return rows.map(([passed, n], i) => ({ agent: `a-${String(i).padStart(2, "0")}`, n, passed }));
}

function placeOf(ranking: AgentRanking, agent: string): readonly [number, number] {
  const found = ranking.agents.find((one) => one.agent === agent)!;
  return [found.rankFrom, found.rankThrough];
}

const ANY_TALLIES = fc
  .array(
    fc
      .integer({ min: 0, max: 60 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
    { minLength: 1, maxLength: 12 },
  )
  .map(tallies);

describe("SRV-6: pooled ranking with shrinkage", () => {
  test("SRV-6: few contacts are drawn to the mean more than many", () => {
    const ranking = rankAgents(
      tallies([
        [5, 5],
        [188, 200],
        [110, 200],
        [150, 200],
        [130, 200],
        [170, 200],
      ]),
    );
    const { agents, pooled } = ranking;
    const few = agents.find(({ agent }) => agent === "a-00")!;
    const many = agents.find(({ agent }) => agent === "a-01")!;
    expect(agents[0]?.agent).toBe("a-01");
    expect(1 - few.shrunkShare).toBeGreaterThan(10 * (188 / 200 - many.shrunkShare));
    // The posterior mean of a beta prior, in its closed form.
    const { mean, priorContacts = 0 } = pooled!;
    expect(few.shrunkShare).toBeCloseTo((mean * priorContacts + 5) / (priorContacts + 5), 12);
  });

  test("SRV-6: the fit finds the beta distribution the tallies come from", () => {
    // A beta distribution of mean 0.8 and weight 20: X / (X + Y) of gamma variates, which are sums of exponential ones.
    const random = seededRandom(11);
    const gamma = (shape: number): number =>
      Array.from({ length: shape }, () => -Math.log(1 - random())).reduce((a, b) => a + b, 0);
    const rows = Array.from({ length: 400 }, () => {
      const [x, y] = [gamma(16), gamma(4)];
      const share = x / (x + y);
      const n = 30;
      return [
        Array.from({ length: n }, () => random()).filter((u) => u < share).length,
        n,
      ] as const;
    });
    const { pooled } = rankAgents(tallies(rows));
    expect(pooled?.mean).toBeGreaterThan(0.785);
    expect(pooled?.mean).toBeLessThan(0.815);
    expect(pooled?.priorContacts).toBeGreaterThan(14);
    expect(pooled?.priorContacts).toBeLessThan(28);
  });

  test("SRV-6: no other beta distribution makes the tallies likelier", () => {
    const rows = [
      [5, 5],
      [18, 20],
      [7, 20],
      [15, 20],
      [3, 9],
    ] as const;
    const { pooled } = rankAgents(tallies(rows));
    const likelihood = (mean: number, weight: number): number =>
      rows.reduce((sum, [passed, n]) => {
        let log = 0;
        for (let i = 0; i < passed; i += 1) log += Math.log(mean * weight + i);
        for (let i = 0; i < n - passed; i += 1) log += Math.log((1 - mean) * weight + i);
        for (let i = 0; i < n; i += 1) log -= Math.log(weight + i);
        return sum + log;
      }, 0);
    const { mean, priorContacts = 0 } = pooled!;
    const best = likelihood(mean, priorContacts);
    for (const step of [0.99, 1.01]) {
      expect(likelihood(mean * step, priorContacts)).toBeLessThan(best);
      expect(likelihood(mean, priorContacts * step)).toBeLessThan(best);
    }
  });

  test("SRV-6: five contacts each cannot be told apart, and it is said", () => {
    const ranking = rankAgents(
      tallies([
        [5, 5],
        [4, 5],
        [3, 5],
        [4, 5],
        [4, 5],
        [3, 5],
      ]),
    );
    expect(ranking.groups).toBe(1);
    expect(
      new Set(ranking.agents.map(({ rankFrom, rankThrough }) => [rankFrom, rankThrough].join())),
    ).toEqual(new Set(["1,6"]));
    const said = ranking.reasons.map((reason) => explain(reason, SERVICE_SENTENCES));
    expect(said).toEqual([
      "The 6 agents differ no more than chance explains in 30 contacts.",
      "Only 6 agents were judged, fewer than 10: the intervals are rather too narrow.",
    ]);
    expect(ranking.agents.map(({ shrunkShare }) => shrunkShare)).toEqual(
      Array.from({ length: 6 }, () => 23 / 30),
    );
  });

  test("SRV-6: groups fall apart where all of one are better than all of the next", () => {
    const ranking = rankAgents(
      tallies([
        [960, 1000],
        [955, 1000],
        [700, 1000],
        [705, 1000],
        [690, 1000],
        [300, 1000],
      ]),
    );
    expect(ranking.groups).toBe(3);
    expect(ranking.agents.map(({ agent, group }) => [agent, group])).toEqual([
      ["a-00", 1],
      ["a-01", 1],
      ["a-03", 2],
      ["a-02", 2],
      ["a-04", 2],
      ["a-05", 3],
    ]);
    expect(placeOf(ranking, "a-01")).toEqual([1, 2]);
    expect(placeOf(ranking, "a-02")).toEqual([3, 5]);
    expect(placeOf(ranking, "a-05")).toEqual([6, 6]);
    expect(ranking.reasons.map(({ code }) => code)).toEqual(["quality-few-agents"]);
  });

  test("SRV-6: that few agents were judged is said below ten, those not judged not counted", () => {
    const rows = Array.from({ length: 10 }, (_, i) => [100 + 10 * i, 200] as const);
    const few = (list: readonly (readonly [number, number])[]): unknown =>
      rankAgents(tallies(list)).reasons.find(({ code }) => code === "quality-few-agents")?.params;
    expect(few(rows)).toBeUndefined();
    expect(few(rows.slice(1))).toEqual({ agents: 9, below: 10 });
    expect(few([...rows.slice(1), [0, 0]])).toEqual({ agents: 9, below: 10 });
    expect(few([[0, 0]])).toBeUndefined();
  });

  test("SRV-6: an agent without contacts is known by all others only", () => {
    const ranking = rankAgents(
      tallies([
        [190, 200],
        [100, 200],
        [150, 200],
        [0, 0],
      ]),
    );
    const nobody = ranking.agents.find(({ n }) => n === 0)!;
    expect([nobody.passShare, nobody.rankFrom, nobody.rankThrough]).toEqual([undefined, 1, 4]);
    expect(nobody.shrunkShare).toBeCloseTo(ranking.pooled!.mean, 12);
    expect(ranking.reasons.map(({ code }) => code)).toContain("quality-agents-unjudged");
    const empty = rankAgents(tallies([[0, 0]]));
    expect([empty.pooled, empty.groups, empty.reasons[0]?.code]).toEqual([
      undefined,
      1,
      "quality-nothing-judged",
    ]);
    expect(rankAgents([]).agents).toEqual([]);
  });

  test("SRV-6: all passed and none passed have a plain end", () => {
    expect(
      rankAgents(
        tallies([
          [5, 5],
          [9, 9],
        ]),
      ).agents.map((one) => one.shrunkShare),
    ).toEqual([1, 1]);
    expect(
      rankAgents(
        tallies([
          [0, 5],
          [0, 9],
        ]),
      ).pooled?.mean,
    ).toBe(0);
  });

  test("SRV-6: two or three contacts of two agents prove nothing, however they differ", () => {
    for (const n of [1, 2, 3]) {
      const { agents, groups, pooled } = rankAgents(
        tallies([
          [n, n],
          [0, n],
        ]),
      );
      expect([n, groups, agents.map((one) => [one.rankFrom, one.rankThrough])]).toEqual([
        n,
        1,
        [
          [1, 2],
          [1, 2],
        ],
      ]);
      for (const { interval, shrunkShare } of agents) {
        expect(interval.lower).toBeLessThan(shrunkShare);
        expect(interval.upper).toBeGreaterThan(shrunkShare);
      }
      // Of one contact each nothing tells how agents differ; more are worth one contact at least.
      if (n === 1) expect(pooled?.priorContacts).toBeUndefined();
      else expect(pooled?.priorContacts).toBeCloseTo(1, 12);
    }
    // Many contacts do.
    const many = rankAgents(
      tallies([
        [20, 20],
        [0, 20],
      ]),
    );
    expect(many.groups).toBe(2);
  });

  test("SRV-6: ranks hold together, and the order of agents does not matter", () => {
    fc.assert(
      fc.property(ANY_TALLIES, (rows) => {
        const ranking = rankAgents(rows);
        expect(rankAgents([...rows].reverse())).toEqual(ranking);
        let group = 1;
        ranking.agents.forEach((one, place) => {
          expect(one.rankFrom).toBeLessThanOrEqual(place + 1);
          expect(one.rankThrough).toBeGreaterThanOrEqual(place + 1);
          expect(one.interval.lower).toBeLessThanOrEqual(one.shrunkShare + 1e-9);
          expect(one.interval.upper).toBeGreaterThanOrEqual(one.shrunkShare - 1e-9);
          expect([group, group + 1]).toContain(one.group);
          group = one.group;
        });
        expect(ranking.groups).toBe(Math.max(1, group));
      }),
      { numRuns: 25 },
    );
  });

  test("SRV-6: where agents are equally good, hardly a ranking of many claims to tell them apart", () => {
    const random = seededRandom(3);
    const wrong = Array.from({ length: 20 }, () => {
      const rows = Array.from({ length: 12 }, () => {
        const n = 60;
        return [
          Array.from({ length: n }, () => random()).filter((u) => u < 0.8).length,
          n,
        ] as const;
      });
      return rankAgents(tallies(rows)).agents.some(
        ({ rankFrom, rankThrough }) => rankFrom > 1 || rankThrough < 12,
      );
    }).filter((told) => told).length;
    // 5 percent of 20 are 1.
    expect(wrong).toBeLessThanOrEqual(3);
  });

  test.each([
    [[{ agent: "a", n: 5, passed: 6 }], "0 <= passed <= n <= 1000000, got 6 of 5"],
    [[{ agent: "a", n: 0.5, passed: 0 }], "got 0 of 0.5"],
    [
      [
        { agent: "a", n: 1, passed: 0 },
        { agent: "a", n: 1, passed: 0 },
      ],
      'got "a" twice',
    ],
  ])("SRV-6: %j is refused", (rows, message) => {
    expect(() => rankAgents(rows)).toThrow(message);
  });
});
