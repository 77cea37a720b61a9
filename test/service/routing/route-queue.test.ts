import type { RoutingAgent, RoutingContact } from "goodwill/service";
import {
  DEFAULT_ROUTING_POLICY,
  routeContact,
  routeQueue,
  routingFindings,
} from "goodwill/service";
import { seededRandom } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestMatching } from "../../../src/service/routing/best-matching.js";
import { agent, contact, minute, NOON } from "./centre.js";

/** The best of all ways to match, found by trying each: priority by priority, then points. */
function bestByTrying(rows: number, columns: number, points: readonly number[]) {
  let best: { served: string; points: number } = { served: "", points: -1 };
  const visit = (row: number, taken: readonly number[], sum: number): void => {
    if (row === rows) {
      const served = taken.map((column) => (column < 0 ? "0" : "1")).join("");
      if (served > best.served || (served === best.served && sum > best.points)) {
        best = { served, points: sum };
      }
      return;
    }
    visit(row + 1, [...taken, -1], sum);
    for (let column = 0; column < columns; column += 1) {
      const value = points[row * columns + column]!;
      if (value < 0 || taken.includes(column)) continue;
      visit(row + 1, [...taken, column], sum + value);
    }
  };
  visit(0, [], 0);
  return best;
}

const SKILLS = ["billing", "repair"];

const agents = fc
  .array(
    fc.record({
      active: fc.boolean(),
      presence: fc.constantFrom("ready" as const, "away" as const, "ready" as const),
      skills: fc.subarray(SKILLS).map((all) => all.map((skill) => ({ skill }))),
      languages: fc.subarray(["zh-CN", "en"]),
      channels: fc
        .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 2 }))
        .map(([atOnce, handling]) => [
          { channel: "voice", atOnce: 1 },
          { channel: "chat", atOnce, handling },
        ]),
      handled: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 5 },
  )
  .map((all): RoutingAgent[] => all.map((one, i) => ({ id: `a${String(i)}`, ...one })));

const contacts = fc
  .array(
    fc.record({
      channel: fc.constantFrom("voice", "chat"),
      since: fc.integer({ min: -30, max: 0 }).map(minute),
      needs: fc.subarray(SKILLS).map((all) => all.map((skill) => ({ skill }))),
      languages: fc.subarray(["zh", "en-GB"]),
      valueClass: fc.constantFrom("A", "B", "C"),
    }),
    { maxLength: 6 },
  )
  .map((all): RoutingContact[] => all.map((one, i) => ({ id: `c${String(i)}`, ...one })));

describe("the choice for a whole queue", () => {
  test("SRV-6: the matching is the best of all: by priority first, then by points", () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.record({
          rows: fc.constant(rows),
          columns: fc.constant(columns),
          points: fc.array(fc.integer({ min: -1, max: 3 }), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
        }),
      );
    fc.assert(
      fc.property(tables, ({ rows, columns, points }) => {
        const match = [...bestMatching({ rows, columns, points: Int32Array.from(points) })];
        const used = match.filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        let sum = 0;
        match.forEach((column, row) => {
          if (column < 0) return;
          expect(points[row * columns + column]).toBeGreaterThanOrEqual(0);
          sum += points[row * columns + column]!;
        });
        const served = match.map((column) => (column < 0 ? "0" : "1")).join("");
        expect({ served, points: sum }).toEqual(bestByTrying(rows, columns, points));
      }),
    );
  });

  test("SRV-6: the all-rounder is kept for what only they can do, without a contact left waiting", () => {
    const both = agent("ann", { skills: SKILLS.map((skill) => ({ skill })) });
    const queue = [
      contact("c1", { since: minute(-2), needs: [{ skill: "billing" }], owner: "ann" }),
      contact("c2", { since: minute(-1), needs: [{ skill: "repair" }] }),
    ];
    const { routed } = routeQueue(queue, { agents: [both, agent("bo")], asOf: NOON });
    expect(routed.map((one) => [one.contact, one.agent])).toEqual([
      ["c1", "bo"],
      ["c2", "ann"],
    ]);
    expect(routed[0]?.passedOver).toEqual([
      {
        agent: "ann",
        reason: { code: "routing-agent-given", params: { agent: "ann", contact: "c2" } },
      },
    ]);
  });

  test("SRV-6: chats go round before anybody gets a second one", () => {
    const channels = [{ channel: "chat", atOnce: 2 }];
    const chats = ["c1", "c2", "c3", "c4", "c5"].map((id) => contact(id, { channel: "chat" }));
    const staff = [agent("ann", { channels }), agent("bo", { channels })];
    const { routed, waiting } = routeQueue(chats, { agents: staff, asOf: NOON });
    expect(routed.map((one) => one.agent)).toEqual(["ann", "bo", "ann", "bo"]);
    expect(waiting.map((one) => [one.contact, one.code])).toEqual([["c5", "all-busy"]]);
    expect(waiting[0]?.passedOver.map(({ reason }) => reason.params["contact"])).toEqual([
      "c3",
      "c4",
    ]);
  });

  test("SRV-6: a head start is bounded, and said", () => {
    const queue = [
      contact("c", { since: minute(-11) }),
      contact("a", { since: minute(0), valueClass: "A", headStartMinutes: 500 }),
      contact("b", { since: minute(-9) }),
    ];
    const { routed, waiting } = routeQueue(queue, { agents: [agent("ann")], asOf: NOON });
    expect(routed[0]?.contact).toBe("c");
    expect(waiting.map((one) => [one.contact, one.priorityMinutes])).toEqual([
      ["a", 10],
      ["b", 9],
    ]);
    const { routed: next } = routeQueue(queue.slice(1), { agents: [agent("ann")], asOf: NOON });
    expect(next[0]?.reasons[0]).toEqual({
      code: "routing-head-start",
      params: { minutes: 10, class: "A" },
    });
  });

  test("SRV-6: all hard rules hold, and who waits could not be served by anybody free", () => {
    fc.assert(
      fc.property(contacts, agents, (queue, staff) => {
        const { routed, waiting } = routeQueue(queue, { agents: staff, asOf: NOON });
        expect([...routed, ...waiting].map((one) => one.contact).toSorted()).toEqual(
          queue.map(({ id }) => id).toSorted(),
        );
        const inHand = new Map(
          staff.map((one) => [
            one.id,
            one.channels.map((c) => ({ ...c, handling: c.handling ?? 0 })),
          ]),
        );
        for (const { contact: id, agent: who } of routed) {
          const asked = queue.find((one) => one.id === id)!;
          const given = staff.find((one) => one.id === who)!;
          expect([given.active, given.presence]).toEqual([true, "ready"]);
          for (const { skill } of asked.needs ?? []) {
            expect(given.skills.map((one) => one.skill)).toContain(skill);
          }
          if (asked.languages!.length > 0) {
            const spoken = given.languages.map((tag) => tag.slice(0, 2));
            expect(asked.languages!.some((tag) => spoken.includes(tag.slice(0, 2)))).toBe(true);
          }
          inHand.get(who)!.find(({ channel }) => channel === asked.channel)!.handling += 1;
        }
        for (const one of staff) {
          const [voice, chat] = inHand.get(one.id)!;
          const took = routed.some(({ agent: who }) => who === one.id);
          if (took) expect(voice!.handling === 0 || chat!.handling === 0).toBe(true);
          if (took) expect(chat!.handling).toBeLessThanOrEqual(chat!.atOnce);
          expect(voice!.handling).toBeLessThanOrEqual(1);
        }
        // Whoever still waits finds nobody among the agents as they are now.
        const now = staff.map((one) => ({ ...one, channels: inHand.get(one.id)! }));
        for (const { contact: id } of waiting) {
          const asked = queue.find((one) => one.id === id)!;
          expect(routeContact(asked, { agents: now, asOf: NOON }).ok).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("SRV-6: the order of contacts and agents does not matter", () => {
    fc.assert(
      fc.property(contacts, agents, (queue, staff) => {
        const options = { agents: staff, asOf: NOON };
        const turned = { agents: staff.toReversed(), asOf: NOON };
        expect(routeQueue(queue.toReversed(), turned)).toEqual(routeQueue(queue, options));
      }),
      { numRuns: 40 },
    );
  });
});

describe("nobody waits for ever", () => {
  const HANDLE = 4;
  const HEAD = DEFAULT_ROUTING_POLICY.mostHeadStartMinutes;

  /** A centre under more load than it can take, minute by minute: when each contact was served. */
  function replay(arrivals: readonly RoutingContact[], count: number) {
    const served = new Map<string, number>();
    const freeAt = new Array<number>(count).fill(0);
    let waiting: RoutingContact[] = [];
    for (let now = 0; served.size < arrivals.length; now += 1) {
      const moment = minute(now);
      waiting.push(...arrivals.filter(({ since }) => since === moment));
      const staff = freeAt.map((free, i) =>
        agent(`a${String(i)}`, { presence: free <= now ? "ready" : "away" }),
      );
      const { routed } = routeQueue(waiting, { agents: staff, asOf: moment });
      for (const one of routed) {
        served.set(one.contact, now);
        freeAt[Number(one.agent.slice(1))] = now + HANDLE;
      }
      waiting = waiting.filter(({ id }) => !served.has(id));
    }
    return served;
  }

  test("SRV-6: a contact of low value is served within the bound, however many of high value come", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 2 ** 31 }),
        (count, seed) => {
          const random = seededRandom(seed);
          const arrivals: RoutingContact[] = [];
          for (let now = 0; now < 15; now += 1) {
            const id = String(now).padStart(2, "0");
            // Twice as many of high value as can be served at all.
            for (let i = 0; i < Math.ceil((2 * count) / HANDLE) + 1; i += 1) {
              const urgent = { valueClass: "A", headStartMinutes: Math.floor(random() * 20) };
              arrivals.push(contact(`a${id}-${String(i)}`, { since: minute(now), ...urgent }));
            }
            if (random() < 0.2)
              arrivals.push(contact(`z${id}`, { since: minute(now), valueClass: "C" }));
          }
          const served = replay(arrivals, count);
          for (const { id, since } of arrivals) {
            if (!id.startsWith("z")) continue;
            const came = Number(id.slice(1));
            const at = served.get(id)!;
            const overtaken = minute(came + HEAD);
            const ahead = arrivals.filter(
              (one) =>
                one.id !== id &&
                one.since < overtaken &&
                (one.since > since || (served.get(one.id) ?? Infinity) >= came),
            ).length;
            expect(at - came).toBeLessThanOrEqual((Math.floor(ahead / count) + 1) * HANDLE);
            // Nobody who came after the head start went before it.
            for (const one of arrivals) {
              if (one.since < overtaken) continue;
              expect(served.get(one.id) ?? Infinity).toBeGreaterThanOrEqual(at);
            }
          }
        },
      ),
      { numRuns: 4 },
    );
  });
});

test("SRV-6: an agent with no skill, language or channel is a finding, no crash", () => {
  const bare = agent("b", { skills: [], languages: [], channels: [] });
  const gone = { ...bare, id: "a", active: false };
  const codes = ["channel", "language", "skill"].map((what) => `routing-agent-without-${what}`);
  expect(routingFindings([bare, gone, agent("c")]).map(({ code }) => code)).toEqual(codes);
  const { routed, findings } = routeQueue([contact("c")], { agents: [bare], asOf: NOON });
  expect([routed.length, findings.length]).toEqual([0, 3]);
});

test("SRV-6: an empty queue and no agents are no error", () => {
  expect(routeQueue([], { agents: [], asOf: NOON })).toEqual({
    routed: [],
    waiting: [],
    findings: [],
  });
});
