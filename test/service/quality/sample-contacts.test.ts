import { customerId } from "goodwill/customer";
import { DEFAULT_QUALITY_SAMPLE_POLICY, sampleContacts, SERVICE_SENTENCES } from "goodwill/service";
import type { QualityContact } from "goodwill/service";
import { chiSquareTail, explain, instant, timeZone } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_CONTACTS, contact, onlyAgent, sampleOfMarch, UTC } from "./contacts.js";

/** Twenty customers in strata of very unequal size: 1 to 4 contacts each, all of a customer in one stratum. */
const UNEQUAL: readonly QualityContact[] = Array.from({ length: 20 }, (_, i) =>
  Array.from({ length: 1 + (i % 4) }, (__, j) =>
    contact(`k-${String(i)}-${String(j)}`, {
      customer: customerId(`c-${String(i)}`),
      channel: i < 11 ? "voice" : i < 18 ? "chat" : i < 19 ? "mail" : "video",
      outcome: i % 3 === 0 ? "open" : "solved",
      at: instant(`2026-03-${i % 2 === 0 ? "04" : "25"}T10:00:00Z`),
    }),
  ),
).flat();

const SEEDS = 1500;

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function chiSquare(counts: ReadonlyMap<string, number>, names: readonly string[]): number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const expected = total / names.length;
  return names.reduce((sum, name) => sum + ((counts.get(name) ?? 0) - expected) ** 2, 0) / expected;
}

describe("SRV-6: sampling is uniform", () => {
  const samples = Array.from({ length: SEEDS }, (_, seed) =>
    onlyAgent(sampleOfMarch(UNEQUAL, seed)),
  );
  const customers = [...new Set(UNEQUAL.map(({ customer }) => customer))];

  test("SRV-6: over many seeds each customer is chosen as often, whatever stratum and contacts", () => {
    const counts = countsOf(samples.flatMap(({ sampled }) => sampled.map((one) => one.customer)));
    // Of 20 without replacement 5 vary less than independent draws would, by (20 - 5) / (20 - 1).
    const statistic = chiSquare(counts, customers) * (19 / 15);
    const p = chiSquareTail(statistic, 19);
    expect(p).toBeGreaterThan(0.001);
    // Too even would be as suspicious.
    expect(p).toBeLessThan(0.999);
  });

  test("SRV-6: which contact stands for a customer is uniform, too, and its chance is told", () => {
    const chosen = samples.flatMap(({ sampled }) => sampled);
    const four = chosen.filter(({ customerContacts }) => customerContacts === 4);
    expect(four[0]?.contactInclusionShare).toBe(5 / 20 / 4);
    for (const customer of ["c-3", "c-7", "c-19"]) {
      const own = four.filter((one) => one.customer === customer).map((one) => one.contact);
      const names = [0, 1, 2, 3].map((j) => `k-${customer.slice(2)}-${String(j)}`);
      expect(chiSquareTail(chiSquare(countsOf(own), names), 3)).toBeGreaterThan(0.001);
    }
  });

  test("SRV-6: everybody is the first substitute now and then, nobody most of the time", () => {
    const first = samples.flatMap(({ substitutes }) => substitutes.slice(0, 1));
    const { least, most } = range(countsOf(first.map((one) => one.customer)), customers);
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan((4 * SEEDS) / 20);
  });

  test("SRV-6: neighbouring seeds, months and agents have nothing in common", () => {
    const [even, odd] = [0, 1].map((bit) => samples.filter((_, seed) => seed % 2 === bit));
    const same = even!.filter((one, i) =>
      one.sampled.every(({ customer }) =>
        odd![i]!.sampled.some((other) => other.customer === customer),
      ),
    );
    // Two samples of 5 of 20 are the same with a chance of at most a few in a thousand.
    expect(same.length).toBeLessThan(SEEDS / 100);
    const twins = sampleOfMarch([
      ...UNEQUAL,
      ...UNEQUAL.map((one) => ({ ...one, agent: "eva", id: `${one.id}-2` })),
    ]);
    const chosen = twins.agents.map(({ sampled }) =>
      sampled.map(({ customer }) => customer).sort(),
    );
    expect(chosen[0]).not.toEqual(chosen[1]);
  });
});

function range(
  counts: ReadonlyMap<string, number>,
  names: readonly string[],
): { readonly least: number; readonly most: number } {
  const values = names.map((name) => counts.get(name) ?? 0);
  return { least: Math.min(...values), most: Math.max(...values) };
}

describe("SRV-6: sampling is reproducible", () => {
  test("SRV-6: the same seed gives the same sample, whatever the order of rows", () => {
    fc.assert(
      fc.property(ANY_CONTACTS, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (rows, seed) => {
        const sample = sampleOfMarch(rows, seed);
        expect(sampleOfMarch([...rows].reverse(), seed)).toEqual(sample);
        const byId = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(sampleOfMarch(byId, seed)).toEqual(sample);
      }),
      { numRuns: 40 },
    );
  });

  test("SRV-6: other agents and contacts that cannot be chosen change nothing", () => {
    fc.assert(
      fc.property(ANY_CONTACTS, (rows) => {
        const { agents } = sampleOfMarch(rows);
        const ann = agents.find(({ agent }) => agent === "ann");
        const own = rows.filter(
          ({ agent, permitted = true, seconds = 99 }) =>
            agent === "ann" && permitted && seconds >= 20,
        );
        if (own.length === 0) return;
        expect(onlyAgent(sampleOfMarch(own))).toEqual(ann);
      }),
      { numRuns: 40 },
    );
  });

  test("SRV-6: other seeds give other samples", () => {
    const of = (seed: number): unknown => onlyAgent(sampleOfMarch(UNEQUAL, seed)).sampled;
    expect(of(1)).not.toEqual(of(2));
  });

  test("SRV-6: the sample of a seed stays what it is", () => {
    const { sampled, substitutes } = onlyAgent(sampleOfMarch(UNEQUAL, 2026));
    expect(sampled.map((one) => one.contact)).toEqual([
      "k-2-1",
      "k-9-0",
      "k-18-1",
      "k-14-1",
      "k-19-0",
    ]);
    expect(substitutes.map((one) => one.contact)).toEqual([
      "k-8-0",
      "k-3-2",
      "k-15-1",
      "k-16-0",
      "k-1-0",
    ]);
  });
});

describe("SRV-6: five customers of each agent and month", () => {
  test("SRV-6: nobody twice, five where there are five, substitutes besides, chances that add up", () => {
    fc.assert(
      fc.property(ANY_CONTACTS, (rows) => {
        const { agents, excluded } = sampleOfMarch(rows);
        const seen = agents.reduce((sum, { contacts }) => sum + contacts, 0);
        expect(seen + excluded.length).toBe(rows.length);
        for (const { customers, sampled, substitutes, inclusionShare, strata } of agents) {
          expect(sampled).toHaveLength(Math.min(5, customers));
          expect(substitutes).toHaveLength(Math.min(5, customers - sampled.length));
          const all = [...sampled, ...substitutes].map(({ customer }) => customer);
          expect(new Set(all).size).toBe(all.length);
          expect(inclusionShare * customers).toBeCloseTo(sampled.length, 10);
          expect(strata.reduce((sum, one) => sum + one.customers, 0)).toBe(customers);
          expect(strata.reduce((sum, one) => sum + one.sampled, 0)).toBe(sampled.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("SRV-6: each channel, and each outcome within it, in proportion up to the next whole number", () => {
    fc.assert(
      fc.property(ANY_CONTACTS, fc.nat(), (rows, seed) => {
        for (const { strata, inclusionShare } of sampleOfMarch(rows, seed).agents) {
          for (const nameOf of [
            (one: (typeof strata)[number]) => one.channel,
            (one: (typeof strata)[number]) => `${one.channel} ${one.outcome}`,
          ]) {
            for (const name of new Set(strata.map(nameOf))) {
              const own = strata.filter((one) => nameOf(one) === name);
              const customers = own.reduce((sum, one) => sum + one.customers, 0);
              const sampled = own.reduce((sum, one) => sum + one.sampled, 0);
              expect(Math.abs(sampled - customers * inclusionShare)).toBeLessThan(1 + 1e-9);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("SRV-6: half of the customers by chat, and all by voice otherwise: 2 or 3 of 5 are by chat", () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      contact(`k-${String(i)}`, { channel: i % 2 === 0 ? "chat" : "voice" }),
    );
    for (let seed = 0; seed < 50; seed += 1) {
      const { sampled } = onlyAgent(sampleOfMarch(rows, seed));
      const chats = sampled.filter(({ channel }) => channel === "chat").length;
      expect([2, 3]).toContain(chats);
    }
  });

  test("SRV-6: a substitute is of the same stratum where one is left", () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      contact(`k-${String(i)}`, { channel: ["chat", "voice", "mail"][i % 3]! }),
    );
    const { sampled, substitutes } = onlyAgent(sampleOfMarch(rows));
    const channelOf = new Map(sampled.map((one) => [one.contact, one.channel]));
    expect(substitutes.map((one) => channelOf.get(one.insteadOf))).toEqual(
      substitutes.map((one) => one.channel),
    );
    expect(substitutes.map((one) => one.insteadOf)).toEqual(sampled.map((one) => one.contact));
  });

  test("SRV-6: fewer than five are all taken, and it is said", () => {
    const rows = ["1", "2", "3", "4"].map((id) => contact(id));
    const { sampled, substitutes, inclusionShare, reasons } = onlyAgent(sampleOfMarch(rows));
    expect([sampled.length, substitutes.length, inclusionShare]).toEqual([4, 0, 1]);
    expect(reasons.map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "eve has 4 customers that can be chosen; 5 are wanted.",
    ]);
    const five = onlyAgent(sampleOfMarch([...rows, contact("5")]));
    expect([five.sampled.length, five.reasons]).toEqual([5, []]);
  });

  test("SRV-6: a customer with many contacts counts once", () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      contact(`k-${String(i)}`, { customer: customerId(i < 25 ? "often" : `c-${String(i)}`) }),
    );
    const { customers, contacts, sampled } = onlyAgent(sampleOfMarch(rows));
    expect([customers, contacts, sampled.length]).toEqual([6, 30, 5]);
  });

  test("SRV-6: contacts left out say why; an agent with no other contacts is listed", () => {
    const { agents, excluded } = sampleOfMarch([
      contact("a", { permitted: false }),
      contact("b", { seconds: 19 }),
      contact("c", { at: instant("2026-04-01T00:00:00Z") }),
      contact("d", { at: instant("2026-02-28T23:59:59.999Z") }),
      contact("e", { agent: "bob", seconds: 20, at: instant("2026-03-01T00:00:00Z") }),
      contact("f", { agent: "bob", permitted: true, at: instant("2026-03-31T23:59:59.999Z") }),
    ]);
    expect(agents.map(({ agent, sampled }) => [agent, sampled.length])).toEqual([
      ["bob", 2],
      ["eve", 0],
    ]);
    expect(excluded.map((one) => [one.contact, one.reason.code])).toEqual([
      ["a", "quality-not-permitted"],
      ["b", "quality-too-short"],
      ["c", "quality-outside-month"],
      ["d", "quality-outside-month"],
    ]);
    for (const { reason } of excluded)
      expect(explain(reason, SERVICE_SENTENCES)).not.toContain("{");
  });

  test("SRV-6: month, its parts and those of the day are read on the zone's clock", () => {
    const zone = timeZone("America/New_York");
    const options = { month: "2026-03", zone, seed: 1 };
    const rows = [
      contact("before", { at: instant("2026-03-01T04:59:59Z") }),
      contact("first", { at: instant("2026-03-01T05:00:00Z") }),
      contact("tenth", { at: instant("2026-03-11T15:59:59Z") }),
      contact("noon", { at: instant("2026-03-11T16:00:00Z") }),
      contact("last", { at: instant("2026-04-01T03:59:59Z") }),
    ];
    const { agents, excluded } = sampleContacts(rows, options);
    expect(excluded.map((one) => one.contact)).toEqual(["before"]);
    const parts = agents[0]!.sampled.map((one) => [one.contact, one.monthPart, one.dayPart]);
    // The clock goes forward on 8 March: 16:00Z is noon from then on.
    expect(parts.sort()).toEqual([
      ["first", 1, 1],
      ["last", 3, 3],
      ["noon", 1, 2],
      ["tenth", 1, 1],
    ]);
  });

  test("SRV-6: another number of customers and parts, by policy", () => {
    const policy = {
      ...DEFAULT_QUALITY_SAMPLE_POLICY,
      customers: 2,
      substitutes: 0,
      monthParts: 1,
    };
    const options = { month: "2026-03", zone: UTC, seed: 1, policy };
    const [agent] = sampleContacts(UNEQUAL, options).agents;
    expect([agent?.sampled.length, agent?.substitutes]).toEqual([2, []]);
    expect(new Set(agent?.strata.map(({ monthPart }) => monthPart))).toEqual(new Set([1]));
  });
});

describe("SRV-6: what cannot be sampled", () => {
  test.each([
    [{ month: "2026-3" }, 'month must be written YYYY-MM, got "2026-3"'],
    [{ month: "2026-13" }, 'month must be written YYYY-MM, got "2026-13"'],
    [{ seed: 0.5 }, "the seed must be a 32-bit integer, got 0.5"],
    [{ policy: { customers: 0 } }, "policy.customers must be a whole number from 1"],
    [{ policy: { customers: Number.NaN } }, "from 1 to 1000000, got NaN"],
    [{ policy: { dayPartsFrom: [0, 12, 12] } }, "policy.dayPartsFrom must be rising whole hours"],
    [{ policy: { dayPartsFrom: [8, 12] } }, "policy.dayPartsFrom must be rising whole hours"],
    [{ policy: { leastSeconds: -1 } }, "policy.leastSeconds must be a number of at least 0"],
  ])("SRV-6: %j is refused", (more, message) => {
    const policy = { ...DEFAULT_QUALITY_SAMPLE_POLICY, ...("policy" in more ? more.policy : {}) };
    const options = { month: "2026-03", zone: UTC, seed: 1, ...more, policy };
    expect(() => sampleContacts([], options)).toThrow(message);
  });

  test("SRV-6: an id twice, no name, a negative time", () => {
    const customer = customerId("c-1");
    expect(() => sampleOfMarch([contact("k", { customer }), contact("k", { customer })])).toThrow(
      'each id must stand once, got "k" twice',
    );
    expect(() => sampleOfMarch([contact("k", { agent: "" })])).toThrow("must not be empty");
    expect(() => sampleOfMarch([contact("k", { seconds: -1 })])).toThrow(
      "must be at least 0, got -1",
    );
  });
});
