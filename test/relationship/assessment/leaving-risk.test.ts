import fc from "fast-check";
import {
  DEFAULT_LEAVING_RISK_POLICY,
  leavingRisk,
  type LeavingFacts,
  type LeavingRisk,
} from "goodwill/relationship";
import { describe, expect, it } from "vitest";

const because = (code: string): { code: string; params: Record<string, string> } => ({
  code,
  params: {},
});
const LAPSED = { state: "threatening", reasons: [because("lapsed")] } as const;
const UNHAPPY = { state: "threatening", reasons: [because("last-dissatisfied")] } as const;

describe("CUS-7: the risk of leaving", () => {
  it.each([
    ["nothing known", {}, undefined, []],
    ["no complaint is no knowledge", { openComplaints: 0, overduePromises: 0 }, undefined, []],
    ["surely alive", { aliveProbability: 0.5 }, "low", []],
    ["content", { satisfaction: { state: "satisfied" } }, "low", []],
    ["no exit", { exit: { state: "none", reasons: [] } }, "low", []],
    ["perhaps alive", { aliveProbability: 0.4999 }, "medium", ["perhaps-alive"]],
    ["at the lower bound", { aliveProbability: 0.25 }, "medium", ["perhaps-alive"]],
    ["hardly alive", { aliveProbability: 0 }, "high", ["hardly-alive"]],
    ["gone", { exit: { state: "seen", reasons: [because("lost")] } }, "high", ["left"]],
    ["lapsed", { exit: LAPSED }, "medium", ["leaving"]],
    ["one complaint", { openComplaints: 3 }, "medium", ["complaint-open"]],
    [
      "two signs of one source",
      { exit: LAPSED, aliveProbability: 0.3 },
      "medium",
      ["leaving", "perhaps-alive"],
    ],
    [
      "the same bad word, by two ways, is one",
      { exit: UNHAPPY, satisfaction: { state: "dissatisfied", trend: "falling" } },
      "medium",
      ["dissatisfied", "satisfaction-falling"],
    ],
    [
      "two sources",
      { satisfaction: { state: "dissatisfied" }, openComplaints: 1 },
      "high",
      ["dissatisfied", "complaint-open"],
    ],
    [
      "every source",
      {
        exit: LAPSED,
        satisfaction: { state: "satisfied", trend: "falling" },
        openComplaints: 1,
        overduePromises: 2,
      },
      "high",
      ["leaving", "satisfaction-falling", "complaint-open", "promise-overdue"],
    ],
  ] satisfies [string, LeavingFacts, LeavingRisk["band"] | undefined, string[]][])(
    "CUS-7: %s",
    (_, facts, band, signs) => {
      const risk = leavingRisk(facts);
      expect(risk?.band).toBe(band);
      expect(risk?.signs ?? []).toEqual(signs);
    },
  );

  it("CUS-7: each sign tells its facts", () => {
    const risk = leavingRisk({ exit: LAPSED, aliveProbability: 0.3, overduePromises: 2 });
    expect(risk?.reasons).toEqual([
      { code: "assessment-sign-leaving", params: { because: "lapsed" } },
      { code: "assessment-sign-perhaps-alive", params: { aliveProbability: 0.3 } },
      { code: "assessment-sign-promise-overdue", params: { promises: 2 } },
    ]);
  });

  it("CUS-7: the policy decides how grave a sign is; a low one is none", () => {
    const bands = {
      ...DEFAULT_LEAVING_RISK_POLICY.bands,
      "complaint-open": "low",
      dissatisfied: "high",
    } as const;
    const policy = { ...DEFAULT_LEAVING_RISK_POLICY, bands };
    expect(leavingRisk({ openComplaints: 1 }, policy)).toBeUndefined();
    expect(leavingRisk({ satisfaction: { state: "dissatisfied" } }, policy)?.band).toBe("high");
  });

  it("CUS-7: more bad news never lowers the risk", () => {
    const grave = ["low", "medium", "high"];
    const known = fc.record({
      aliveProbability: fc.double({ min: 0, max: 1, noNaN: true }),
      openComplaints: fc.nat(2),
      overduePromises: fc.nat(2),
    });
    fc.assert(
      fc.property(known, (facts) => {
        const worse = {
          ...facts,
          aliveProbability: facts.aliveProbability / 2,
          openComplaints: facts.openComplaints + 1,
          satisfaction: { state: "dissatisfied" },
        } as const;
        expect(grave.indexOf(leavingRisk(worse)!.band)).toBeGreaterThanOrEqual(
          grave.indexOf(leavingRisk(facts)!.band),
        );
      }),
    );
  });

  it.each([
    [{ aliveProbability: 1.1 }, {}, "aliveProbability must lie between 0 and 1, got 1.1"],
    [{ aliveProbability: Number.NaN }, {}, "aliveProbability must lie between 0 and 1, got NaN"],
    [{ openComplaints: -1 }, {}, "openComplaints must be a whole number of at least 0, got -1"],
    [{}, { hardlyAliveShare: 0.6 }, "hardlyAliveShare must not exceed perhapsAliveShare, got 0.6"],
    [{}, { sourcesForHigh: 1 }, "sourcesForHigh must be a whole number of at least 2, got 1"],
  ])("CUS-7: case %# is refused", (facts, part, message) => {
    expect(() => leavingRisk(facts, { ...DEFAULT_LEAVING_RISK_POLICY, ...part })).toThrow(
      new RangeError(`Cannot tell the risk of leaving: ${message}`),
    );
  });
});
