import type { RoutingAgent, RoutingContact } from "goodwill/service";
import { DEFAULT_ROUTING_POLICY, routeContact, SERVICE_SENTENCES } from "goodwill/service";
import { explain } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { agent, contact, minute, NOON } from "./centre.js";

function routed(one: RoutingContact, agents: readonly RoutingAgent[], asOf = NOON) {
  const result = routeContact(one, { agents, asOf });
  if (!result.ok) throw new Error(`unrouted: ${result.error.code}`);
  return result.value;
}

function refused(one: RoutingContact, agents: readonly RoutingAgent[], asOf = NOON) {
  const result = routeContact(one, { agents, asOf });
  if (result.ok) throw new Error(`routed to ${result.value.agent}`);
  return result.error;
}

function codesOf(reasons: readonly { readonly code: string }[]): string[] {
  return reasons.map(({ code }) => code);
}

describe("hard needs", () => {
  test("SRV-6: an inactive agent gets nothing, though the owner, the last agent and free", () => {
    const agents = [
      agent("ann", { active: false, idleSince: minute(-600) }),
      agent("bo", { handled: 90 }),
    ];
    const mine = contact("c", { owner: "ann", lastAgent: { agent: "ann", at: minute(-60) } });
    const found = routed(mine, agents);
    expect(found.agent).toBe("bo");
    expect(found.passedOver).toEqual([
      { agent: "ann", reason: { code: "routing-agent-inactive", params: { agent: "ann" } } },
    ]);
    const alone = refused(mine, agents.slice(0, 1));
    expect(alone.code).toBe("unroutable");
    expect(alone.missing).toEqual([{ code: "routing-nobody-active", params: { agents: 1 } }]);
  });

  test("SRV-6: each agent passed over says what stood against it first", () => {
    const agents = [
      agent("a-away", { presence: "away" }),
      agent("b-channel", { channels: [{ channel: "email", atOnce: 5 }] }),
      agent("c-full", { channels: [{ channel: "voice", atOnce: 1, handling: 1 }] }),
      agent("d-language", { languages: ["en"] }),
      agent("e-level"),
      agent("f-skill", { skills: [] }),
      agent("g-worse", { skills: [{ skill: "billing", level: 3 }, { skill: "repair" }] }),
      agent("h-best", { skills: [{ skill: "billing", level: 2 }] }),
      agent("i-equal", { skills: [{ skill: "billing", level: 2 }] }),
    ];
    const able = agents.map((one) =>
      one.id < "e" ? { ...one, skills: [{ skill: "billing", level: 2 }] } : one,
    );
    const { agent: chosen, passedOver } = routed(
      contact("c", { needs: [{ skill: "billing", level: 2 }], languages: ["zh-CN"] }),
      able,
    );
    expect(chosen).toBe("h-best");
    expect(codesOf(passedOver.map(({ reason }) => reason))).toEqual([
      "routing-agent-away",
      "routing-agent-not-on-channel",
      "routing-agent-full",
      "routing-agent-lacks-language",
      "routing-agent-lacks-skill",
      "routing-agent-lacks-skill",
      "routing-agent-less-fit",
      "routing-agent-equal",
    ]);
    for (const { reason } of passedOver) expect(explain(reason, SERVICE_SENTENCES)).not.toBe("");
    expect(passedOver[4]?.reason.params).toEqual({
      agent: "e-level",
      skill: "billing",
      level: 2,
      has: 1,
    });
  });

  test("SRV-6: a call takes the whole agent, chats go together up to the limit", () => {
    const channels = [
      { channel: "voice", atOnce: 1 },
      { channel: "chat", atOnce: 3, handling: 2 },
    ];
    const busy = agent("ann", { channels });
    const chat = contact("c", { channel: "chat" });
    expect(routed(chat, [busy]).agent).toBe("ann");
    expect(refused(contact("c"), [busy]).code).toBe("all-busy");
    expect(refused(chat, [{ ...busy, mostAtOnce: 2 }]).code).toBe("all-busy");
    const calling = [
      { channel: "voice", atOnce: 1, handling: 1 },
      { channel: "chat", atOnce: 3 },
    ];
    expect(refused(chat, [agent("ann", { channels: calling })]).code).toBe("all-busy");
  });

  test("SRV-6: nobody fits: what is missing is said, skill by skill, language, channel", () => {
    const agents = [agent("ann"), agent("bo", { languages: ["en"] })];
    const asked = contact("c", {
      channel: "video",
      needs: [{ skill: "billing", level: 3 }, { skill: "repair" }],
      languages: ["fr", "it"],
    });
    const { code, missing, couldServe } = refused(asked, agents);
    expect([code, couldServe]).toEqual(["unroutable", []]);
    expect(missing).toEqual([
      { code: "routing-nobody-on-channel", params: { channel: "video" } },
      { code: "routing-nobody-skilled", params: { skill: "billing", level: 3, best: 1 } },
      { code: "routing-nobody-skilled", params: { skill: "repair", level: 1, best: 0 } },
      { code: "routing-nobody-speaks", params: { languages: "fr, it" } },
    ]);
    const split = refused(contact("c", { needs: [{ skill: "repair" }], languages: ["zh-CN"] }), [
      agent("ann"),
      agent("bo", { languages: ["en"], skills: [{ skill: "repair" }] }),
    ]);
    expect(codesOf(split.missing)).toEqual(["routing-nobody-has-all"]);
  });

  test("SRV-6: who could serve it and is not free is named, and nothing is missing", () => {
    const agents = [agent("bo", { presence: "away" }), agent("ann", { presence: "away" })];
    const { code, missing, couldServe } = refused(contact("c"), agents);
    expect([code, missing, couldServe]).toEqual(["all-busy", [], ["ann", "bo"]]);
  });
});

describe("widening", () => {
  const needs = [{ skill: "billing", level: 3 }];

  test("SRV-6: after a wait a lower level will do, unless it is strict", () => {
    const asked = contact("c", { needs });
    const agents = [agent("ann", { skills: [{ skill: "billing", level: 2 }] })];
    const early = refused(asked, agents, minute(4));
    expect([early.code, early.widensAt]).toEqual(["unroutable", minute(5)]);
    const found = routed(asked, agents, minute(5));
    expect(found.reasons.slice(0, 2)).toEqual([
      { code: "routing-skilled", params: { skill: "billing", level: 2, has: 2 } },
      { code: "routing-widened", params: { after: 5 } },
    ]);
    const strict = contact("c", { needs: [{ skill: "billing", level: 3, strict: true }] });
    const never = refused(strict, agents, minute(500));
    expect([never.code, never.widensAt]).toEqual(["unroutable", undefined]);
    const both = contact("c", { needs: [...strict.needs!, { skill: "repair", level: 2 }] });
    const able = { skills: [{ skill: "billing", level: 2 }, { skill: "repair" }] };
    expect(refused(both, [agent("ann", able)], minute(500)).missing).toEqual([
      { code: "routing-nobody-skilled", params: { skill: "billing", level: 3, best: 2 } },
    ]);
  });

  test("SRV-6: a policy can make skills and language wishes", () => {
    const widening = [
      { afterMinutes: 2, wishSkills: ["billing"] },
      { afterMinutes: 4, wishLanguage: true },
    ];
    const policy = { ...DEFAULT_ROUTING_POLICY, widening };
    const asked = contact("c", { needs, languages: ["fr"] });
    const agents = [agent("ann", { skills: [] })];
    const at = (minutes: number) => routeContact(asked, { agents, asOf: minute(minutes), policy });
    const codes = [0, 2, 4].map((minutes) => {
      const result = at(minutes);
      return result.ok ? result.value.agent : codesOf(result.error.missing).join();
    });
    expect(codes).toEqual([
      "routing-nobody-skilled,routing-nobody-speaks",
      "routing-nobody-speaks",
      "ann",
    ]);
  });
});

describe("what is weighed", () => {
  const speaks = (id: string, ...languages: string[]) => agent(id, { languages });

  test("SRV-6: owner before last agent before language before class; the points are those of the reasons", () => {
    const asked = contact("c", {
      owner: "d",
      lastAgent: { agent: "c", at: minute(-60 * 24) },
      languages: ["de-AT"],
      valueClass: "A",
    });
    const agents = [
      agent("a", { languages: ["de-DE"], valueClasses: ["A"] }),
      speaks("b", "de-AT"),
      speaks("c", "de-DE"),
      speaks("d", "de-DE"),
    ];
    const order: string[] = [];
    for (let left = agents; left.length > 0;) {
      const found = routed(asked, left);
      order.push(found.agent);
      let sum = 0;
      for (const { params } of found.reasons) sum += Number(params["points"] ?? 0);
      expect(sum).toBe(found.points);
      left = left.filter(({ id }) => id !== found.agent);
    }
    expect(order).toEqual(["d", "c", "a", "b"]);
  });

  test("SRV-6: the last agent counts for 30 days, not longer", () => {
    const agents = [agent("ann"), agent("bo")];
    const at = (days: number) =>
      routed(contact("c", { lastAgent: { agent: "bo", at: minute(-days * 24 * 60) } }), agents);
    expect([at(30).agent, at(30.001).agent]).toEqual(["bo", "ann"]);
  });

  test.each([
    ["zh-HK", ["zh", "zh-CN", "en"], "zh"],
    ["zh-HK", ["en", "zh-CN"], "zh-CN"],
    ["ZH-hk", ["zh-CN", "zh-HK"], "zh-HK"],
    ["ca", ["en", "es-ES"], "es-ES"],
    ["es", ["eso", "es-MX"], "es-MX"],
  ])("SRV-6: %s is best served by the agent of %j who speaks %s", (wanted, tags, expected) => {
    const policy = { ...DEFAULT_ROUTING_POLICY, languageFallbacks: { ca: ["es"] } };
    const agents = tags.map((tag) => speaks(tag, tag));
    const result = routeContact(contact("c", { languages: [wanted] }), {
      agents,
      asOf: NOON,
      policy,
    });
    expect(result.ok && result.value.agent).toBe(expected);
  });

  test("SRV-6: a language that no subtag and no fallback ties to it is none", () => {
    expect(refused(contact("c", { languages: ["es"] }), [speaks("a", "eso")]).code).toBe(
      "unroutable",
    );
    expect(refused(contact("c", { languages: ["x-a"] }), [speaks("a", "x-b")]).code).toBe(
      "unroutable",
    );
  });

  test("SRV-6: among equals the longest idle, then who handled least, then the id", () => {
    const idle = [agent("a"), agent("b", { idleSince: minute(-20) })];
    expect(routed(contact("c"), idle).agent).toBe("b");
    const handled = [agent("a", { handled: 9 }), agent("b", { handled: 8 })];
    expect(routed(contact("c"), handled).agent).toBe("b");
    expect(routed(contact("c"), [agent("b"), agent("a")]).agent).toBe("a");
  });

  test("SRV-6: value gives no right: an agent for class A serves class C when free", () => {
    const agents = [agent("a", { valueClasses: ["A"] })];
    expect(routed(contact("c", { valueClass: "C" }), agents).agent).toBe("a");
  });

  test("SRV-6: wishes count in part, and who has no skill to spare goes first", () => {
    const asked = contact("c", { wishes: [{ skill: "repair", level: 2 }] });
    const agents = [
      agent("a", { skills: [{ skill: "billing" }] }),
      agent("b", { skills: [{ skill: "repair", level: 1 }] }),
    ];
    expect(routed(asked, agents).agent).toBe("b");
    const plain = [agent("a", { skills: [{ skill: "x" }, { skill: "y" }] }), agent("b")];
    expect(routed(contact("c"), plain).agent).toBe("b");
  });
});

test.each([
  ["an agent twice", { agents: [agent("a"), agent("a")] }, "each agent must stand once"],
  ["a language that is none", { agents: [agent("a", { languages: ["zh_CN"] })] }, "BCP 47"],
  [
    "no room at all",
    { agents: [agent("a", { channels: [{ channel: "v", atOnce: 0 }] })] },
    "atOnce",
  ],
  ["half a level", { agents: [agent("a", { skills: [{ skill: "b", level: 1.5 }] })] }, "level"],
  ["a skill twice", { agents: [agent("a", { skills: [{ skill: "b" }, { skill: "b" }] })] }, "once"],
  [
    "a negative weight",
    {
      policy: {
        ...DEFAULT_ROUTING_POLICY,
        weights: { ...DEFAULT_ROUTING_POLICY.weights, idle: -1 },
      },
    },
    "weights.idle",
  ],
  [
    "no idle time",
    { policy: { ...DEFAULT_ROUTING_POLICY, idleFullMinutes: 0 } },
    "idleFullMinutes",
  ],
])("SRV-6: %s is refused", (_, more, says) => {
  const agents = [agent("a")];
  expect(() => routeContact(contact("c"), { agents, asOf: NOON, ...more })).toThrow(RangeError);
  expect(() => routeContact(contact("c"), { agents, asOf: NOON, ...more })).toThrow(says);
});

test.each([
  ["an unknown language", { languages: ["not a language"] }, "BCP 47"],
  ["a negative head start", { headStartMinutes: -1 }, "headStartMinutes"],
  ["a skill needed and wished", { needs: [{ skill: "a" }], wishes: [{ skill: "a" }] }, "once"],
])("SRV-6: a contact with %s is refused", (_, more, says) => {
  const options = { agents: [agent("a")], asOf: NOON };
  expect(() => routeContact(contact("c", more), options)).toThrow(says);
});
