import fc from "fast-check";
import {
  CUSTOMER_SENTENCES,
  DEFAULT_LIFECYCLE_POLICY,
  LIFECYCLE_STAGES,
  lifecycleStage,
  relationshipRung,
  type LifecycleFacts,
  type LifecycleInteraction,
} from "goodwill/customer";
import { explain, money, plainDate, timeZone } from "goodwill/shared";
import type { Interaction } from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  anyFacts,
  anyMoment,
  at,
  bought,
  felt,
  knownAt,
  left,
  LIN,
  met,
  referred,
  returned,
  reversed,
} from "./facts.js";

const UTC = timeZone("UTC");
const stageAt = (facts: LifecycleFacts, when: string) =>
  lifecycleStage(LIN, facts, { asOf: at(when), zone: UTC });

describe("CUS-7: the stage of the life cycle", () => {
  it("CUS-7: three stages with the aims and means of Gronroos", () => {
    expect(LIFECYCLE_STAGES).toEqual([
      { stage: "initial", aim: "arouse-interest", means: ["four-ps"] },
      {
        stage: "purchase",
        aim: "turn-interest-into-first-sale",
        means: ["four-ps", "interactive-marketing"],
      },
      {
        stage: "use",
        aim: "repurchase-and-lasting-relationship",
        means: ["relationship-marketing"],
      },
    ]);
  });

  it("CUS-7: initial until interest is shown, purchase until something is bought, then use", () => {
    const facts = {
      interactions: [met("I-1", "2026-01-10")],
      purchases: [bought("P-1", "2026-01-20")],
    };
    expect(stageAt(facts, "2026-01-09")).toEqual({
      customer: "C-17",
      asOf: at("2026-01-09"),
      stage: "initial",
      aim: "arouse-interest",
      means: ["four-ps"],
      outcomes: [],
      exit: { state: "none", reasons: [] },
      evidence: [{ code: "no-interest-yet", params: {} }],
      spent: [],
      findings: [],
    });
    expect(stageAt(facts, "2026-01-10")).toMatchObject({
      stage: "purchase",
      since: at("2026-01-10"),
    });
    expect(stageAt(facts, "2026-01-20")).toMatchObject({
      stage: "use",
      since: at("2026-01-20"),
      aim: "repurchase-and-lasting-relationship",
      evidence: [
        { code: "interest-shown", params: { fact: "I-1", kind: "enquiry", date: "2026-01-10" } },
        { code: "first-purchase-kept", params: { purchase: "P-1", date: "2026-01-20" } },
      ],
    });
    const known = { ...LIN, since: plainDate("2026-01-01") };
    const initial = lifecycleStage(
      known,
      {},
      { asOf: at("2026-01-09"), zone: timeZone("Asia/Shanghai") },
    );
    expect(initial.since).toBe("2025-12-31T16:00:00.000Z");
  });

  it("CUS-7: everything given back leads back to the purchase stage, from that moment on", () => {
    const purchases = [bought("P-1", "2026-01-20"), returned("R-1", "2026-02-03", { of: "P-1" })];
    expect(stageAt({ purchases }, "2026-02-02").stage).toBe("use");
    const position = stageAt({ purchases }, "2026-02-04");
    expect(position).toMatchObject({
      stage: "purchase",
      since: at("2026-02-03"),
      spent: [money(0, "EUR")],
    });
    expect(position.evidence.at(-1)).toEqual({
      code: "all-given-back",
      params: { purchases: 1, date: "2026-02-03" },
    });
  });

  it("CUS-7: repurchase, extension and referral are the outcomes of use", () => {
    const facts = {
      purchases: [
        bought("P-1", "2026-01-05"),
        bought("P-2", "2026-01-05T18:00:00Z", ["cup"]),
        bought("P-3", "2026-02-05", ["tea", "pot"]),
        bought("P-4", "2026-03-05", ["pot"]),
      ],
      referrals: [referred("F-0", "2026-01-01"), referred("F-1", "2026-03-01")],
    };
    const { outcomes, evidence } = stageAt(facts, "2026-04-01");
    // The cup of the first day is part of the first purchase.
    expect(outcomes).toEqual([
      { kind: "repurchase", count: 2, firstAt: at("2026-02-05"), lastAt: at("2026-03-05") },
      { kind: "extension", count: 1, firstAt: at("2026-02-05"), lastAt: at("2026-02-05") },
      { kind: "referral", count: 1, firstAt: at("2026-03-01"), lastAt: at("2026-03-01") },
    ]);
    expect(evidence.slice(2)).toEqual([
      { code: "bought-again", params: { count: 2, date: "2026-03-05", purchase: "P-4" } },
      {
        code: "bought-something-else",
        params: { count: 1, date: "2026-02-05", purchase: "P-3", product: "pot" },
      },
      { code: "recommended-us", params: { count: 1, date: "2026-03-01", referral: "F-1" } },
    ]);
    // By category, a pot of tea things is nothing new.
    const sorted = facts.purchases.map((purchase) => ({
      ...purchase,
      lines: purchase.lines.map((line) => ({ ...line, category: "tea things" })),
    }));
    const policy = { ...DEFAULT_LIFECYCLE_POLICY, extensionBy: "category" as const };
    const options = { asOf: at("2026-04-01"), zone: UTC, policy };
    const kinds = lifecycleStage(LIN, { purchases: sorted }, options).outcomes.map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["repurchase"]);
    // What was extended by and given back was not.
    const back = returned("R-3", "2026-02-06", { of: "P-3", products: ["pot"] });
    const once = stageAt(
      { purchases: [...facts.purchases.slice(0, 3), back] },
      "2026-04-01",
    ).outcomes;
    expect(once.map(({ kind }) => kind)).toEqual(["repurchase"]);
  });

  it("CUS-7: currencies are not summed, and returns that do not fit count nowhere and are told", () => {
    const inYen = {
      lines: [{ product: "tea", quantity: 1, amount: money(700, "JPY") }],
      total: money(700, "JPY"),
    };
    const purchases = [
      { ...bought("P-2", "2026-01-06"), ...inYen },
      bought("P-1", "2026-01-05"),
      returned("R-9", "2026-01-07", { of: "P-9" }),
    ];
    const { spent, findings } = stageAt({ purchases }, "2026-02-01");
    expect(spent).toEqual([money(500, "EUR"), money(700, "JPY")]);
    expect(findings.map(({ index, reasons }) => [index, reasons[0]?.code])).toEqual([
      [2, "return-of-unknown-purchase"],
    ]);
  });

  describe("CUS-7: at every stage there is an exit", () => {
    const exitAt = (facts: LifecycleFacts, when: string) => {
      const { state, reasons } = stageAt(facts, when).exit;
      return [state, ...reasons.map(({ code }) => code)];
    };

    it("initial: silence threatens from day 181 on, an end by word is seen", () => {
      const facts = { interactions: [met("I-1", "2026-01-01", { direction: "outbound" })] };
      expect(exitAt(facts, "2026-06-30T23:59:59.999Z")).toEqual(["none"]);
      expect(exitAt(facts, "2026-07-01T00:00:00Z")).toEqual(["threatening", "no-contact-since"]);
      const ended = { ...facts, terminations: [left("T-1", "2026-02-01")] };
      expect(exitAt(ended, "2026-02-01")).toEqual(["seen", "left-by-word"]);
    });

    it("purchase: interest cools after 30 days and is cold after 90", () => {
      const facts = { interactions: [met("I-1", "2026-01-01")] };
      expect(exitAt(facts, "2026-01-31T23:59:59.999Z")).toEqual(["none"]);
      expect(exitAt(facts, "2026-02-01T00:00:00Z")).toEqual(["threatening", "interest-cooling"]);
      expect(exitAt(facts, "2026-04-02T00:00:00Z")).toEqual(["seen", "interest-cold"]);
      expect(stageAt(facts, "2026-04-02").stage).toBe("purchase");
    });

    it("use: dissatisfied, lapsed and under notice threaten; lost is seen", () => {
      const purchases = [bought("P-1", "2026-01-01")];
      const signals = [felt("S-1", "2026-01-02", "dissatisfied")];
      expect(exitAt({ purchases, signals }, "2026-01-03")).toEqual([
        "threatening",
        "last-dissatisfied",
      ]);
      expect(exitAt({ purchases }, "2027-01-02")).toEqual(["threatening", "lapsed-by-policy"]);
      expect(exitAt({ purchases }, "2028-01-02")).toEqual([
        "seen",
        "lapsed-by-policy",
        "lost-by-silence",
      ]);
      const terminations = [left("T-1", "2026-02-01", { lastDay: plainDate("2026-02-28") })];
      expect(exitAt({ purchases, terminations, signals }, "2026-02-28")).toEqual([
        "threatening",
        "notice-given",
        "last-dissatisfied",
      ]);
      expect(exitAt({ purchases, terminations, signals }, "2026-03-01")).toEqual([
        "seen",
        "left-by-word",
        "last-dissatisfied",
      ]);
    });
  });

  it("CUS-7: stage, rung and exit never contradict one another; order and the future are nothing", () => {
    fc.assert(
      fc.property(anyFacts, anyMoment, (facts, asOf) => {
        const options = { asOf, zone: timeZone("Pacific/Apia") };
        const position = lifecycleStage(LIN, facts, options);
        const { rung } = relationshipRung(LIN, facts, options);
        if (rung === "lost") expect(position.exit.state).toBe("seen");
        if (["user", "satisfied", "loyal", "lapsed"].includes(rung))
          expect(position.stage).toBe("use");
        if (rung === "qualified-prospect") expect(position.stage).toBe("purchase");
        if (position.stage !== "use") expect(position.outcomes).toEqual([]);
        expect((position.since ?? asOf) <= asOf).toBe(true);
        const rest = { ...position, findings: expect.any(Array) as unknown };
        expect(lifecycleStage(LIN, reversed(facts), options)).toEqual(rest);
        expect(lifecycleStage(LIN, knownAt(facts, asOf), options)).toEqual(rest);
        for (const reason of [...position.evidence, ...position.exit.reasons]) {
          expect(explain(reason, CUSTOMER_SENTENCES)).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it("an interaction of the log of touchpoints is a fact of the life cycle", () => {
    expectTypeOf<Interaction>().toExtend<LifecycleInteraction>();
    // @ts-expect-error -- the zone whose days are counted must be said
    expect(() => lifecycleStage(LIN, {}, { asOf: at("2026-01-01") })).toThrow(RangeError);
    // @ts-expect-error -- so must the moment
    expect(() => lifecycleStage(LIN, {}, { zone: UTC })).toThrow();
  });
});
