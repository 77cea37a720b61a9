import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erlangA } from "../../../src/service/staffing/erlang-a.js";
import { erlangB } from "../../../src/service/staffing/erlang-b.js";
import { erlangC } from "../../../src/service/staffing/erlang-c.js";
import { offeredLoad } from "../../../src/service/staffing/offered-load.js";

/** A load of so many erlangs: contacts of a minute in a minute. */
function erlangs(contacts: number) {
  return { contacts, minutes: 1, handleSeconds: 60 };
}

function levelOfC(load: number, agents: number): number {
  const figures = erlangC({ ...erlangs(load), agents, thresholdSeconds: 20 });
  return figures.ok ? figures.value.serviceLevelShare : 0;
}

const load = fc.double({ min: 0.01, max: 300, noNaN: true });
const agents = fc.integer({ min: 1, max: 330 });
const patience = fc.double({ min: 1, max: 1000, noNaN: true });

describe("SRV-6: Erlang B", () => {
  test("SRV-6: its recursion holds from one place to the next", () => {
    fc.assert(
      fc.property(load, agents, (a, n) => {
        const fewer = erlangB({ ...erlangs(a), agents: n - 1 }).blockedShare;
        const expected = (a * fewer) / (n + a * fewer);
        const { blockedShare } = erlangB({ ...erlangs(a), agents: n });
        expect(Math.abs(blockedShare - expected)).toBeLessThanOrEqual(1e-12 * expected);
      }),
    );
  });

  test("SRV-6: with no place all are turned away, and of no contacts none", () => {
    const none = erlangB({ ...erlangs(5), agents: 0 });
    expect(none).toEqual({ loadErlangs: 5, blockedShare: 1, occupancyShare: 0 });
    const nobody = erlangB({ ...erlangs(0), agents: 0 });
    expect(nobody).toEqual({ loadErlangs: 0, blockedShare: 0, occupancyShare: 0 });
  });

  test("SRV-6: places take what is not turned away", () => {
    // One place, one erlang: taken half of the time.
    const figures = erlangB({ ...erlangs(1), agents: 1 });
    expect(figures).toEqual({ loadErlangs: 1, blockedShare: 0.5, occupancyShare: 0.5 });
  });
});

describe("SRV-6: Erlang C", () => {
  test("SRV-6: at and below the offered load it says unstable, never a negative wait", () => {
    for (const few of [0, 9, 10]) {
      const figures = erlangC({ ...erlangs(10), agents: few, thresholdSeconds: 20 });
      expect(figures).toEqual({
        ok: false,
        error: { code: "erlang-unstable", loadErlangs: 10, agents: few, leastAgents: 11 },
      });
    }
    expect(erlangC({ ...erlangs(10), agents: 11, thresholdSeconds: 20 }).ok).toBe(true);
    expect(erlangC({ ...erlangs(10.7), agents: 11, thresholdSeconds: 20 }).ok).toBe(true);
  });

  test("SRV-6: a load above the agents by an error of rounding only is unstable, not a century's wait", () => {
    const calls = { contacts: 3, minutes: 1, handleSeconds: 60 * (1 - 2 ** -52) };
    expect(erlangC({ ...calls, agents: 3, thresholdSeconds: 20 }).ok).toBe(false);
  });

  test("SRV-6: of no contacts none waits, also with no agent", () => {
    const figures = erlangC({ ...erlangs(0), agents: 0, thresholdSeconds: 0 });
    expect(figures.ok && figures.value).toEqual({
      loadErlangs: 0,
      waitingShare: 0,
      serviceLevelShare: 1,
      averageWaitSeconds: 0,
      occupancyShare: 0,
      abandonedShare: 0,
      meanQueue: 0,
    });
  });

  test("SRV-6: it follows from Erlang B, and the queue is what arrives in a wait", () => {
    fc.assert(
      fc.property(load, agents, (a, n) => {
        fc.pre(n > a * 1.001);
        const figures = erlangC({ ...erlangs(a), agents: n, thresholdSeconds: 20 });
        if (!figures.ok) throw new Error("unstable");
        const { waitingShare, averageWaitSeconds, meanQueue } = figures.value;
        const { blockedShare } = erlangB({ ...erlangs(a), agents: n });
        const expected = blockedShare / (1 - (a / n) * (1 - blockedShare));
        expect(Math.abs(waitingShare - expected)).toBeLessThan(1e-11);
        expect(meanQueue).toBeCloseTo((a / 60) * averageWaitSeconds, 8);
      }),
    );
  });

  test("SRV-6: adding staff never lowers the service level, and more calls never raise it", () => {
    fc.assert(
      fc.property(load, agents, fc.double({ min: 1, max: 2, noNaN: true }), (a, n, growth) => {
        expect(levelOfC(a, n + 1)).toBeGreaterThanOrEqual(levelOfC(a, n));
        expect(levelOfC(a * growth, n)).toBeLessThanOrEqual(levelOfC(a, n) + 1e-12);
      }),
    );
  });

  test.each([5000, 50_000, 1_000_000])("SRV-6: %i erlangs do not overflow", (a) => {
    // The limit of Halfin and Whitt (1981) for one root of the load above it is 0.2234.
    const n = Math.round(a + Math.sqrt(a));
    const figures = erlangC({ ...erlangs(a), agents: n, thresholdSeconds: 0 });
    if (!figures.ok) throw new Error("unstable");
    expect(Math.abs(figures.value.waitingShare - 0.2234)).toBeLessThan(0.005);
    const many = erlangC({ ...erlangs(a), agents: 3 * a, thresholdSeconds: 0 });
    expect(many.ok && many.value.waitingShare).toBeLessThan(1e-300);
  });
});

describe("SRV-6: Erlang A", () => {
  test("SRV-6: it is the chain of births and deaths, solved state by state", () => {
    const small = fc.double({ min: 0.1, max: 40, noNaN: true });
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 50 }), patience, (a, n, patienceSeconds) => {
        const chain = solvedChain({ load: a, agents: n, patience: patienceSeconds / 60 });
        const facts = { ...erlangs(a), agents: n, thresholdSeconds: 0, patienceSeconds };
        const figures = erlangA(facts);
        expect(Math.abs(figures.waitingShare - chain.waiting)).toBeLessThan(1e-9);
        expect(Math.abs(figures.meanQueue - chain.queue)).toBeLessThan(1e-8 * (1 + chain.queue));
        expect(Math.abs(figures.serviceLevelShare - (1 - chain.waiting))).toBeLessThan(1e-9);
        expect(figures.occupancyShare).toBeCloseTo((a * (1 - figures.abandonedShare)) / n, 9);
      }),
    );
  });

  test("SRV-6: adding staff never lowers the service level nor raises what is abandoned", () => {
    fc.assert(
      fc.property(load, agents, patience, (a, n, patienceSeconds) => {
        const facts = { ...erlangs(a), thresholdSeconds: 20, patienceSeconds };
        const few = erlangA({ ...facts, agents: n });
        const more = erlangA({ ...facts, agents: n + 1 });
        expect(more.serviceLevelShare).toBeGreaterThanOrEqual(few.serviceLevelShare - 1e-12);
        expect(more.abandonedShare).toBeLessThanOrEqual(few.abandonedShare + 1e-12);
        expect(more.averageWaitSeconds).toBeLessThanOrEqual(few.averageWaitSeconds + 1e-9);
        const busier = erlangA({ ...facts, contacts: a * 1.1, agents: n });
        expect(busier.serviceLevelShare).toBeLessThanOrEqual(few.serviceLevelShare + 1e-12);
      }),
    );
  });

  test("SRV-6: the longer the patience, the nearer to Erlang C", () => {
    const facts = { ...erlangs(48), agents: 55, thresholdSeconds: 15 };
    const patient = erlangC(facts);
    if (!patient.ok) throw new Error("unstable");
    const offBy = (patienceSeconds: number) => {
      const figures = erlangA({ ...facts, patienceSeconds });
      return Math.max(
        Math.abs(figures.serviceLevelShare - patient.value.serviceLevelShare),
        Math.abs(figures.averageWaitSeconds / patient.value.averageWaitSeconds - 1),
      );
    };
    expect(offBy(1e3)).toBeGreaterThan(0.01);
    expect(offBy(1e6)).toBeLessThan(1e-3);
    expect(offBy(1e9)).toBeLessThan(1e-6);
  });

  test("SRV-6: with a patience of 0 nobody waits, which is Erlang B", () => {
    const facts = { ...erlangs(10), agents: 12, thresholdSeconds: 20 };
    const figures = erlangA({ ...facts, patienceSeconds: 0 });
    const { blockedShare } = erlangB(facts);
    expect(figures.abandonedShare).toBeCloseTo(blockedShare, 14);
    expect(figures.serviceLevelShare).toBeCloseTo(1 - blockedShare, 14);
    expect([figures.averageWaitSeconds, figures.meanQueue]).toEqual([0, 0]);
  });

  test("SRV-6: with no agent all wait until they give up; of no contacts none does", () => {
    const facts = { agents: 0, thresholdSeconds: 20, patienceSeconds: 120 };
    const alone = { waitingShare: 1, serviceLevelShare: 0, abandonedShare: 1 };
    expect(erlangA({ ...erlangs(5), ...facts })).toEqual({
      loadErlangs: 5,
      ...alone,
      averageWaitSeconds: 120,
      occupancyShare: 0,
      meanQueue: 10,
    });
    expect(erlangA({ ...erlangs(0), ...facts }).serviceLevelShare).toBe(1);
  });

  test("SRV-6: in heavy overload it stays finite: what cannot be served is abandoned", () => {
    // With three erlangs an agent those served have waited until a third were still there: ln 3 patiences.
    const facts = { contacts: 3000, minutes: 1, handleSeconds: 60, agents: 1000 };
    const level = (thresholdSeconds: number) =>
      erlangA({ ...facts, patienceSeconds: 600, thresholdSeconds }).serviceLevelShare;
    const { abandonedShare, occupancyShare, waitingShare } = erlangA({
      ...facts,
      patienceSeconds: 600,
      thresholdSeconds: 20,
    });
    expect(waitingShare).toBe(1);
    expect(occupancyShare).toBeCloseTo(1, 12);
    expect(abandonedShare).toBeCloseTo(2 / 3, 12);
    const wait = 600 * Math.log(3);
    expect([level(0), level(wait / 2)].map((share) => share < 1e-12)).toEqual([true, true]);
    expect(Math.abs(level(wait) - 1 / 6)).toBeLessThan(0.002);
    expect(level(wait * 1.2)).toBeCloseTo(1 / 3, 10);
  });

  test("SRV-6: where the sums pass into the numbers' end, no figure jumps", () => {
    // The logarithm of the highest term passes 600 between these loads.
    const facts = { minutes: 1, handleSeconds: 60, agents: 100, thresholdSeconds: 700 };
    const at = (contacts: number) => erlangA({ ...facts, contacts, patienceSeconds: 600 });
    for (let contacts = 190; contacts < 260; contacts += 1) {
      const [now, next] = [at(contacts), at(contacts + 1)];
      expect(Math.abs(next.abandonedShare - now.abandonedShare)).toBeLessThan(0.003);
      expect(Math.abs(next.serviceLevelShare - now.serviceLevelShare)).toBeLessThan(0.04);
      expect(next.serviceLevelShare).toBeLessThanOrEqual(now.serviceLevelShare);
    }
  });
});

describe("SRV-6: numbers that make no sense are refused", () => {
  const facts = { contacts: 10, minutes: 30, handleSeconds: 180, agents: 3, thresholdSeconds: 20 };

  test.each([
    [{ contacts: -1 }, "contacts must be at least 0, got -1"],
    [{ contacts: Number.NaN }, "contacts must be at least 0, got NaN"],
    [{ minutes: 0 }, "minutes must be above 0, got 0"],
    [{ handleSeconds: 0 }, "handleSeconds must be above 0, got 0"],
    [{ handleSeconds: Infinity }, "handleSeconds must be above 0, got Infinity"],
    [{ contacts: 1e12 }, "the load must be at most a billion erlangs, got 100000000000"],
    [{ agents: 2.5 }, "agents must be a whole number of at least 0, got 2.5"],
    [{ agents: -1 }, "agents must be a whole number of at least 0, got -1"],
    [{ thresholdSeconds: -1 }, "thresholdSeconds must be at least 0, got -1"],
  ])("SRV-6: %o", (wrong, message) => {
    expect(() => erlangC({ ...facts, ...wrong })).toThrow(
      new RangeError(
        `Cannot ${"agents" in wrong || "thresholdSeconds" in wrong ? "compute Erlang C" : "compute an offered load"}: ${message}`,
      ),
    );
    expect(() => erlangA({ ...facts, patienceSeconds: 60, ...wrong })).toThrow(message);
  });

  test("SRV-6: a patience below 0", () => {
    expect(() => erlangA({ ...facts, patienceSeconds: -1 })).toThrow(
      "Cannot compute Erlang A: patienceSeconds must be at least 0, got -1",
    );
  });

  test("SRV-6: agents of Erlang B that are not whole", () => {
    expect(() => erlangB({ ...facts, agents: 0.5 })).toThrow("Cannot compute Erlang B: agents");
  });

  test("SRV-6: a load is contacts times handle time by the stretch", () => {
    expect(offeredLoad(facts)).toBe(1);
  });
});

/** The chain cut off where the queue is empty for certain; time in handle times. */
function solvedChain(queue: { load: number; agents: number; patience: number }) {
  const weights: number[] = [1];
  let sum = 1;
  for (let state = 1; state < 5000; state += 1) {
    const leaving =
      Math.min(state, queue.agents) + Math.max(0, state - queue.agents) / queue.patience;
    weights.push((weights[state - 1]! * queue.load) / leaving);
    sum += weights[state]!;
  }
  let waiting = 0;
  let waitingContacts = 0;
  for (let state = queue.agents; state < weights.length; state += 1) {
    waiting += weights[state]! / sum;
    waitingContacts += ((state - queue.agents) * weights[state]!) / sum;
  }
  return { waiting, queue: waitingContacts };
}
