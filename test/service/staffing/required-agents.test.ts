import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planShifts } from "../../../src/service/roster/plan-shifts.js";
import { requiredAgentsByInterval } from "../../../src/service/staffing/required-agents-by-interval.js";
import { requiredAgents } from "../../../src/service/staffing/required-agents.js";
import { scheduledIntervals } from "../../../src/service/staffing/scheduled-intervals.js";
import { figuresAt, missedGoals } from "../../../src/service/staffing/staffing-goals.js";
import {
  DEFAULT_STAFFING_POLICY,
  type StaffingPolicy,
} from "../../../src/service/staffing/staffing-policy.js";
import { addMilliseconds, instant } from "../../../src/shared/time/instant.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";

const calls = { contacts: 100, minutes: 30, handleSeconds: 180 };
const serviceLevel = { share: 0.8, thresholdSeconds: 20 };

const policies = fc.record(
  {
    serviceLevel: fc.record({
      share: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
      thresholdSeconds: fc.constantFrom(0, 20, 120),
    }),
    maximumWaitSeconds: fc.double({ min: 0.1, max: 300, noNaN: true }),
    maximumOccupancyShare: fc.double({ min: 0.2, max: 1, noNaN: true }),
    patienceSeconds: fc.constantFrom(0, 30, 120, 900),
    minimumAgents: fc.integer({ min: 0, max: 12 }),
    contactsAtOnce: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ["serviceLevel"] },
);

/** The first number that is enough, counted up from the minimum. */
function countedUp(loadErlangs: number, policy: StaffingPolicy): number {
  const staffed = { loadErlangs, handleSeconds: 180, policy };
  let agents = policy.minimumAgents ?? 0;
  while (missedGoals(figuresAt(agents, staffed), policy).length > 0) agents += 1;
  return agents;
}

describe("SRV-6: required agents", () => {
  test("SRV-6: they are the first number that is enough, counted up from none", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), policies, (contacts, policy) => {
        const needed = requiredAgents({ ...calls, contacts }, policy);
        const expected = countedUp((contacts * 180) / 1800, policy);
        expect(needed.agents).toBe(expected);
      }),
    );
  });

  test("SRV-6: with impatient customers they may lie below the load", () => {
    const policy = { serviceLevel: { share: 0.5, thresholdSeconds: 20 }, patienceSeconds: 120 };
    const { agents, figures } = requiredAgents(calls, policy);
    expect([agents, figures.loadErlangs]).toEqual([9, 10]);
    expect(figures.serviceLevelShare).toBeCloseTo(0.524066, 6);
  });

  test("SRV-6: no agent between load and load + 1 is jumped over", () => {
    // 10.6 erlangs: a search from round(load + 1) = 12 would miss 11.
    const policy = { maximumOccupancyShare: 1 };
    expect(requiredAgents({ ...calls, contacts: 106 }, policy).agents).toBe(11);
    expect(requiredAgents({ ...calls, contacts: 106 }, policy).binding).toEqual(["steady-state"]);
  });

  test("SRV-6: the margin is above the target, and one fewer falls short of it", () => {
    const needed = requiredAgents(calls);
    expect(needed.serviceLevelMargin).toBeCloseTo(0.08835, 6);
    expect(needed.oneFewer?.serviceLevelShare).toBeCloseTo(0.795595, 6);
    expect(needed.binding).toEqual(["service-level"]);
    expect(DEFAULT_STAFFING_POLICY.serviceLevel).toEqual(serviceLevel);
  });

  test("SRV-6: average speed of answer, occupancy and abandonment bind each by itself", () => {
    // Erlang C at 11 to 14 agents waits 122.8, 40.4, 17.1 and 7.8 seconds.
    const wait = requiredAgents(calls, { maximumWaitSeconds: 17.2 });
    expect([wait.agents, wait.binding]).toEqual([13, ["wait"]]);
    expect("serviceLevelMargin" in wait).toBe(false);
    const busy = requiredAgents(calls, { maximumOccupancyShare: 0.625 });
    expect([busy.agents, busy.binding]).toEqual([16, ["occupancy"]]);
    // Erlang A at 12 and 14 agents with a patience of 300 seconds loses 4.3 and 1.4 percent.
    const lost = requiredAgents(calls, { maximumAbandonedShare: 0.014, patienceSeconds: 300 });
    expect([lost.agents, lost.binding]).toEqual([14, ["abandonment"]]);
    const both = requiredAgents(calls, { serviceLevel, maximumWaitSeconds: 10 });
    expect([both.agents, both.binding]).toEqual([14, ["service-level", "wait"]]);
  });

  test("SRV-6: occupancy is not missed by an error of rounding", () => {
    // 1.1 * 3 is 3.3000000000000003.
    for (const [load, share, agents] of [
      [17, 0.85, 20],
      [1.1 * 3, 0.33, 10],
      [7, 0.7, 10],
      [21, 0.7, 30],
    ] as const) {
      const contacts = { contacts: load, minutes: 3, handleSeconds: 180 };
      expect(requiredAgents(contacts, { maximumOccupancyShare: share }).agents).toBe(agents);
    }
  });

  test("SRV-6: of no contacts nobody is needed, or the minimum", () => {
    const nobody = requiredAgents({ ...calls, contacts: 0 });
    expect([nobody.agents, nobody.scheduledAgents, nobody.binding]).toEqual([0, 0, []]);
    expect("oneFewer" in nobody).toBe(false);
    const few = requiredAgents({ ...calls, contacts: 0 }, { serviceLevel, minimumAgents: 2 });
    expect([few.agents, few.binding]).toEqual([2, ["minimum"]]);
    expect(requiredAgents(calls, { serviceLevel, minimumAgents: 20 }).binding).toEqual(["minimum"]);
  });

  test("SRV-6: after shrinkage the agents needed are at work", () => {
    const scheduled = (contacts: number, shrinkageShare: number) =>
      requiredAgents({ ...calls, contacts }, { minimumAgents: 7, shrinkageShare, serviceLevel });
    // 21 by 0.7 is 30, and 30.000000000000004 to the machine.
    const policy = { minimumAgents: 21, shrinkageShare: 0.3, serviceLevel };
    expect(requiredAgents({ ...calls, contacts: 0 }, policy).scheduledAgents).toBe(30);
    expect(scheduled(0, 0.3).scheduledAgents).toBe(10);
    expect(scheduled(100, 0.3).scheduledAgents).toBe(20);
    expect(scheduled(100, 0.31).scheduledAgents).toBe(21);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), (shrinkageShare) => {
        const { agents, scheduledAgents } = scheduled(300, shrinkageShare);
        expect(scheduledAgents * (1 - shrinkageShare)).toBeGreaterThanOrEqual(agents - 1e-6);
        expect((scheduledAgents - 1) * (1 - shrinkageShare)).toBeLessThan(agents);
      }),
    );
  });

  test("SRV-6: shifts are planned for those scheduled: from contacts to shifts row by row", () => {
    const start = instant("2026-03-02T08:00:00Z");
    const intervals = [100, 100, 0, 40].map((contacts, i) => ({
      ...{ start: addMilliseconds(start, i * 1_800_000), minutes: 30, contacts },
    }));
    const policy = { serviceLevel, shrinkageShare: 0.3 };
    const required = requiredAgentsByInterval(intervals, { handleSeconds: 180, policy });
    const scheduled = scheduledIntervals(required);
    expect(scheduled[0]).toEqual({ start, minutes: 30, agents: 20 });
    expect(scheduled.map(({ agents }) => agents)).toEqual(
      required.map(({ scheduledAgents }) => scheduledAgents),
    );
    const patterns = [{ id: "short", minutes: 30, starts: ["08:00", "08:30", "09:00", "09:30"] }];
    const { shifts, overMinutes } = planShifts(scheduled, { patterns, zone: timeZone("UTC") });
    expect(shifts.reduce((sum, { agents }) => sum + agents, 0)).toBe(
      scheduled.reduce((sum, { agents }) => sum + agents, 0),
    );
    expect(overMinutes).toBe(0);
  });

  test("SRV-6: an agent with three chats at once is three places", () => {
    const chats = { contacts: 100, minutes: 30, handleSeconds: 540 };
    const one = requiredAgents(chats);
    const three = requiredAgents(chats, { serviceLevel, contactsAtOnce: 3 });
    expect(one.agents).toBe(36);
    expect(three.agents).toBe(12);
    expect(three.figures).toEqual(one.figures);
    expect(three.oneFewer?.occupancyShare).toBeCloseTo(30 / 33, 12);
  });

  test("SRV-6: 5,000 and 500,000 erlangs need some roots of the load more, not more", () => {
    for (const load of [5000, 500_000]) {
      const { agents, figures } = requiredAgents({
        contacts: load,
        minutes: 3,
        handleSeconds: 180,
      });
      expect(agents).toBeGreaterThan(load);
      expect(agents).toBeLessThan(load + Math.sqrt(load));
      expect(figures.serviceLevelShare).toBeGreaterThanOrEqual(0.8);
    }
  });

  test.each([
    [{}, "the policy must name a service level, a wait, an occupancy or an abandoned share"],
    [{ minimumAgents: 3 }, "the policy must name"],
    [{ serviceLevel: { share: 1, thresholdSeconds: 20 } }, "share must lie between 0 and 1, got 1"],
    [{ serviceLevel: { share: 0, thresholdSeconds: 20 } }, "share must lie between 0 and 1, got 0"],
    [{ serviceLevel: { share: 0.8, thresholdSeconds: -1 } }, "thresholdSeconds must be at least 0"],
    [{ maximumWaitSeconds: 0 }, "the wait must be above 0, got 0"],
    [{ maximumOccupancyShare: 1.1 }, "maximumOccupancyShare must be above 0 and at most 1"],
    [{ maximumAbandonedShare: 0.05 }, "maximumAbandonedShare needs patienceSeconds"],
    [{ maximumAbandonedShare: 0, patienceSeconds: 60 }, "must lie between 0 and 1, got 0"],
    [{ serviceLevel, patienceSeconds: -1 }, "patienceSeconds must be at least 0, got -1"],
    [{ serviceLevel, shrinkageShare: 1 }, "shrinkageShare must be at least 0 and below 1, got 1"],
    [{ serviceLevel, minimumAgents: 1.5 }, "minimumAgents must be a whole number, got 1.5"],
    [{ serviceLevel, contactsAtOnce: 0 }, "contactsAtOnce must be a whole number of at least 1"],
  ] as const)("SRV-6: a policy %o is refused", (policy, message) => {
    expect(() => requiredAgents(calls, policy)).toThrow(RangeError);
    expect(() => requiredAgents(calls, policy)).toThrow(message);
    expect(() => requiredAgentsByInterval([], { handleSeconds: 180, policy })).toThrow(message);
  });
});

describe("SRV-6: required agents by interval", () => {
  const first = instant("2026-03-02T08:00:00Z");
  const handled = fc.record(
    {
      contacts: fc.double({ min: 0, max: 500, noNaN: true }),
      minutes: fc.constantFrom(15, 30),
      handleSeconds: fc.constantFrom(90, 400),
    },
    { requiredKeys: ["contacts", "minutes"] },
  );

  test("SRV-6: each is what it is by itself, in the order given", () => {
    fc.assert(
      fc.property(fc.array(handled, { maxLength: 12 }), policies, (loads, policy) => {
        const intervals = loads.map((load, i) => ({
          ...load,
          start: addMilliseconds(first, i * 1_800_000),
        }));
        const required = requiredAgentsByInterval(intervals, { handleSeconds: 180, policy });
        expect(required).toHaveLength(intervals.length);
        for (const [i, { start, minutes, contacts, handleSeconds = 180 }] of intervals.entries()) {
          const alone = requiredAgents({ contacts, minutes, handleSeconds }, policy);
          const { waitingShare, meanQueue, ...figures } = alone.figures;
          expect(waitingShare + meanQueue).toBeGreaterThanOrEqual(0);
          const { agents, scheduledAgents, binding } = alone;
          const needed = { agents, scheduledAgents, binding, ...figures };
          expect(required[i]).toEqual({ start, minutes, contacts, ...needed });
        }
      }),
    );
  });

  test("SRV-6: an interval without a handle time has the one of all", () => {
    const interval = { start: first, minutes: 30, contacts: 100 };
    const own = { ...interval, handleSeconds: 360 };
    const required = requiredAgentsByInterval([own, interval], { handleSeconds: 180 });
    expect(required.map(({ agents }) => agents)).toEqual([25, 14]);
  });
});
