import { lintRoster, type RosterAgent, type ShiftPattern } from "goodwill/service";
import { describe, expect, test } from "vitest";
import { pattern } from "./samples.js";

const codes = (
  patterns: readonly ShiftPattern[],
  agents: readonly RosterAgent[],
): readonly string[] =>
  lintRoster(patterns, { agents }).map(({ code, where }) => `${where} ${code}`);
const ann = { id: "ann", skills: ["tax"], languages: ["en"] };

describe("lintRoster", () => {
  test("SRV-6: patterns and agents that fit each other have no finding", () => {
    const patterns = [pattern("p", { skills: ["tax"], languages: ["en"] })];
    expect(codes(patterns, [{ ...ann, contract: { minMinutes: 720, maxMinutes: 2880 } }])).toEqual(
      [],
    );
  });

  test.each<[string, ShiftPattern, RosterAgent, readonly string[]]>([
    [
      "that never starts",
      pattern("p", { starts: { 1: [] } }),
      ann,
      ["patterns[0] roster-pattern-never-starts"],
    ],
    [
      "nobody has the skill for, and an agent with no skill",
      pattern("p", { skills: ["tax"] }),
      { id: "bob", skills: [] },
      ["patterns[0] roster-pattern-fits-nobody", "agents[0] roster-agent-fits-nothing"],
    ],
    [
      "in a language nobody speaks",
      pattern("p", { languages: ["de"] }),
      ann,
      ["patterns[0] roster-pattern-fits-nobody", "agents[0] roster-agent-fits-nothing"],
    ],
    [
      "longer than the week of all who fit it",
      pattern("p"),
      { id: "bob", contract: { maxMinutes: 119 } },
      ["patterns[0] roster-pattern-longer-than-weeks"],
    ],
    [
      "too short for the hours of a contract",
      pattern("p", { breaks: [{ minutes: 30, fromMinutes: 30, isPaid: false }] }),
      { id: "bob", contract: { minMinutes: 541 } },
      ["agents[0] roster-agent-hours-out-of-reach"],
    ],
    [
      "worked by someone with hours above the rules",
      pattern("p"),
      { id: "bob", contract: { maxMinutes: 2881 } },
      ["agents[0] roster-agent-hours-above-rules"],
    ],
    [
      "unlike the one that is wished for",
      pattern("p"),
      { id: "bob", wishes: [{ kind: "preferred", pattern: "q" }] },
      ["agents[0] roster-wish-pattern-unknown"],
    ],
  ])("SRV-6: it names a pattern %s", (_, one, agent, expected) => {
    expect(codes([one], [agent])).toEqual(expected);
  });

  test("SRV-6: what is not valid at all is refused", () => {
    expect(() => codes([pattern("p", { minutes: 0 })], [])).toThrow(
      /Cannot check a roster: patterns\[0\].minutes/,
    );
  });
});
