import fc from "fast-check";
import {
  CUSTOMER_SENTENCES,
  customerId,
  DEFAULT_LIFECYCLE_POLICY,
  relationshipRung,
  type LifecycleFacts,
  type LifecyclePolicy,
} from "goodwill/customer";
import { explain, instant, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
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
import { straightforwardRung } from "./straightforward-rung.js";

const UTC = timeZone("UTC");
const rungAt = (
  facts: LifecycleFacts,
  when: string,
  policy: LifecyclePolicy = DEFAULT_LIFECYCLE_POLICY,
) => relationshipRung(LIN, facts, { asOf: at(when), zone: UTC, policy });
const codesAt = (facts: LifecycleFacts, when: string) =>
  rungAt(facts, when).reasons.map(({ code }) => code);

/** Every 30 days. */
const FOUR = [
  bought("P-1", "2026-01-05"),
  bought("P-2", "2026-02-04"),
  bought("P-3", "2026-03-06"),
  bought("P-4", "2026-04-05"),
];

describe("CUS-7: the rung is derived from facts and a date", () => {
  it("CUS-7: without facts a customer is potential; interest qualifies through day 90 and no longer", () => {
    expect(rungAt({}, "2026-01-01")).toEqual({
      rung: "potential",
      reasons: [{ code: "no-interest-yet", params: {} }],
    });
    const interactions = [met("I-1", "2026-01-01")];
    expect(rungAt({ interactions }, "2025-12-31").rung).toBe("potential");
    expect(rungAt({ interactions }, "2026-01-01").rung).toBe("qualified-prospect");
    expect(rungAt({ interactions }, "2026-04-01T23:59:59.999Z").rung).toBe("qualified-prospect");
    expect(rungAt({ interactions }, "2026-04-02T00:00:00Z")).toEqual({
      rung: "potential",
      reasons: [
        {
          code: "interest-cold",
          params: { fact: "I-1", kind: "enquiry", date: "2026-01-01", interestDays: 90 },
        },
      ],
    });
  });

  it("CUS-7: only the customer's own move, of a kind that counts, shows interest", () => {
    const outbound = [met("I-1", "2026-01-01", { direction: "outbound" })];
    expect(rungAt({ interactions: outbound }, "2026-01-02").rung).toBe("potential");
    const interactions = [met("I-1", "2026-01-01", { kind: "complaint" })];
    expect(rungAt({ interactions }, "2026-01-02").rung).toBe("qualified-prospect");
    const policy = { ...DEFAULT_LIFECYCLE_POLICY, interestKinds: ["enquiry"] };
    expect(rungAt({ interactions }, "2026-01-02", policy).rung).toBe("potential");
  });

  it("CUS-7: a fully returned first purchase is no purchase; a partly returned one is", () => {
    const pair = bought("P-1", "2026-01-05", ["tea", "cup"]);
    const tea = returned("R-1", "2026-01-10", { of: "P-1" });
    const cup = returned("R-2", "2026-01-12", { of: "P-1", products: ["cup"] });
    expect(rungAt({ purchases: [pair, tea] }, "2026-01-20").rung).toBe("user");
    expect(rungAt({ purchases: [cup, tea, pair] }, "2026-01-20").rung).toBe("qualified-prospect");
    // Before the second return something was kept still.
    expect(rungAt({ purchases: [cup, tea, pair] }, "2026-01-11").rung).toBe("user");
    // A return of more than was bought fits nothing and takes nothing away.
    const tooMuch = returned("R-3", "2026-01-10", { of: "P-1", products: ["tea", "tea", "tea"] });
    expect(rungAt({ purchases: [pair, tooMuch] }, "2026-01-20").rung).toBe("user");
  });

  it("LOY-1: loyal takes three repurchases, so four purchases, and attachment", () => {
    const signals = [felt("S-1", "2026-02-01"), felt("S-2", "2026-04-06")];
    expect(rungAt({ purchases: FOUR, signals }, "2026-05-01").rung).toBe("loyal");
    expect(codesAt({ purchases: FOUR, signals }, "2026-05-01")).toEqual([
      "first-purchase-kept",
      "last-satisfied",
      "enough-repurchases",
      "attached-by-satisfaction",
    ]);
    expect(rungAt({ purchases: FOUR.slice(1), signals }, "2026-05-01").rung).toBe("satisfied");
    expect(
      codesAt({ purchases: FOUR.slice(1), signals: [felt("S-1", "2026-04-06")] }, "2026-05-01"),
    ).toContain("too-few-repurchases");
    // Repeated purchase alone is habit.
    expect(rungAt({ purchases: FOUR }, "2026-05-01").rung).toBe("user");
    expect(codesAt({ purchases: FOUR }, "2026-05-01")).toContain("no-fresh-signal");
    const once = { purchases: FOUR, signals: [felt("S-1", "2026-04-06")] };
    expect(rungAt(once, "2026-05-01").rung).toBe("satisfied");
    expect(codesAt(once, "2026-05-01")).toContain("not-attached-yet");
  });

  it("LOY-1: a recommendation attaches, unless the policy says it does not", () => {
    const facts = { purchases: FOUR, referrals: [referred("F-1", "2026-04-20")] };
    expect(rungAt(facts, "2026-05-01").rung).toBe("loyal");
    expect(codesAt(facts, "2026-05-01")).toEqual([
      "first-purchase-kept",
      "satisfied-by-referral",
      "enough-repurchases",
      "attached-by-referral",
    ]);
    const attachment = { positiveSignals: 2, referralCounts: false };
    const policy = { ...DEFAULT_LIFECYCLE_POLICY, attachment };
    expect(rungAt(facts, "2026-05-01", policy).rung).toBe("user");
    const before = { purchases: FOUR, referrals: [referred("F-1", "2026-01-01")] };
    expect(rungAt(before, "2026-05-01").rung).toBe("user");
  });

  it("LOY-1: a bad word undoes attachment, and of two at one moment it is the last", () => {
    const good = [felt("S-1", "2026-02-01"), felt("S-2", "2026-04-06", "delighted")];
    const facts = {
      purchases: FOUR,
      signals: [...good, felt("S-0", "2026-04-06", "dissatisfied")],
    };
    expect(rungAt(facts, "2026-05-01").rung).toBe("user");
    expect(codesAt(facts, "2026-05-01")).toEqual(["first-purchase-kept", "last-dissatisfied"]);
    const again = { purchases: FOUR, signals: [...facts.signals, felt("S-3", "2026-04-10")] };
    expect(rungAt(again, "2026-05-01").rung).toBe("satisfied");
  });

  it("CUS-7: purchases on one day count once, by the zone's day, or each by policy", () => {
    const signals = [felt("S-1", "2026-02-01"), felt("S-2", "2026-02-02")];
    const purchases = ["08", "10", "12", "14"].map((hour) =>
      bought(`P-${hour}`, `2026-01-05T${hour}:00:00Z`),
    );
    expect(rungAt({ purchases, signals }, "2026-02-03").rung).toBe("satisfied");
    const policy = { ...DEFAULT_LIFECYCLE_POLICY, sameDayOnce: false };
    expect(rungAt({ purchases, signals }, "2026-02-03", policy).rung).toBe("loyal");
    // 15:30 and 16:30 UTC are two days in Shanghai.
    const late = [bought("P-1", "2026-01-05T15:30:00Z"), bought("P-2", "2026-01-05T16:30:00Z")];
    const needOne = { ...DEFAULT_LIFECYCLE_POLICY, loyalRepurchases: 1 };
    const asOf = at("2026-02-03");
    const rungIn = (zone: string): string =>
      relationshipRung(
        LIN,
        { purchases: late, signals },
        { asOf, zone: timeZone(zone), policy: needOne },
      ).rung;
    expect(rungIn("UTC")).toBe("satisfied");
    expect(rungIn("Asia/Shanghai")).toBe("loyal");
  });

  it("CUS-7: lapsed after more than four usual intervals, lost after more than eight", () => {
    const facts = { purchases: FOUR };
    expect(rungAt(facts, "2026-08-03T23:59:59.999Z")).toMatchObject({
      rung: "user",
      lapsesOn: "2026-08-04",
      lostOn: "2026-12-02",
    });
    const lapsed = rungAt(facts, "2026-08-04T00:00:00Z");
    expect(lapsed).toEqual({
      rung: "lapsed",
      lostOn: "2026-12-02",
      reasons: [
        {
          code: "lapsed-by-own-rhythm",
          params: {
            purchase: "P-4",
            date: "2026-04-05",
            days: 121,
            lapseDays: 120,
            usualIntervalDays: 30,
            factor: 4,
          },
        },
      ],
    });
    expect(rungAt(facts, "2026-12-01T23:59:59.999Z").rung).toBe("lapsed");
    const lost = rungAt(facts, "2026-12-02T00:00:00Z");
    expect(lost.rung).toBe("lost");
    expect(lost.reasons.at(-1)).toEqual({
      code: "lost-by-silence",
      params: { purchase: "P-4", date: "2026-04-05", days: 241, lostDays: 240 },
    });
  });

  it("CUS-7: too few purchases take the policy's days, a quick rhythm its floor", () => {
    const two = { purchases: FOUR.slice(0, 2) };
    expect(rungAt(two, "2026-05-01").lapsesOn).toBe("2027-02-05");
    expect(codesAt(two, "2027-02-05")).toEqual(["lapsed-by-policy"]);
    const daily = ["2026-01-05", "2026-01-06", "2026-01-07"].map((day) => bought(day, day));
    // Four times one day is less than the floor of 30.
    expect(rungAt({ purchases: daily }, "2026-01-10").lapsesOn).toBe("2026-02-07");
  });

  it("CUS-7: lost when told, from the day after the last day; bought since, not lost", () => {
    const told = { purchases: FOUR, terminations: [left("T-1", "2026-04-10")] };
    expect(rungAt(told, "2026-04-09").rung).toBe("user");
    expect(rungAt(told, "2026-04-10")).toEqual({
      rung: "lost",
      reasons: [
        {
          code: "left-by-word",
          params: { termination: "T-1", kind: "told-us", date: "2026-04-10" },
        },
      ],
    });
    const notice = {
      purchases: [...FOUR, bought("P-5", "2026-04-20")],
      terminations: [
        left("T-1", "2026-04-10", { lastDay: at("2026-04-30").slice(0, 10) as never }),
      ],
    };
    // What is bought under notice does not take it back.
    expect(rungAt(notice, "2026-04-30T23:59:59.999Z").rung).toBe("user");
    expect(rungAt(notice, "2026-05-01T00:00:00Z").rung).toBe("lost");
    const back = { ...notice, purchases: [...notice.purchases, bought("P-6", "2026-05-02")] };
    expect(rungAt(back, "2026-05-03").rung).toBe("user");
    // Bought and left at one moment is left.
    const atOnce = { purchases: FOUR, terminations: [left("T-1", "2026-04-05")] };
    expect(rungAt(atOnce, "2026-04-06").rung).toBe("lost");
    const stays = {
      ...told,
      terminations: [left("T-1", "2026-04-10", { withdrawnAt: at("2026-04-15") })],
    };
    expect(rungAt(stays, "2026-04-14").rung).toBe("lost");
    expect(rungAt(stays, "2026-04-15").rung).toBe("user");
  });

  it("CUS-7: agrees with the rules written straight down, at any moment", () => {
    const policy = fc.record({
      sameDayOnce: fc.boolean(),
      loyalRepurchases: fc.integer({ min: 1, max: 3 }),
      signalDays: fc.constantFrom(20, 365),
      attachment: fc.record({
        positiveSignals: fc.integer({ min: 1, max: 2 }),
        referralCounts: fc.boolean(),
      }),
      lapse: fc.record({
        intervalFactor: fc.constantFrom(1, 2.5, 4),
        floorDays: fc.constantFrom(1, 30),
        minimumIntervals: fc.integer({ min: 1, max: 3 }),
        fallbackDays: fc.constantFrom(100, 365),
        lostFactor: fc.constantFrom(1.5, 2),
      }),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyFacts, anyMoment, policy, (facts, asOf, part) => {
        const rules = { ...DEFAULT_LIFECYCLE_POLICY, ...part };
        const { rung } = relationshipRung(LIN, facts, { asOf, zone: UTC, policy: rules });
        seen.add(rung);
        expect(rung).toBe(straightforwardRung(facts, asOf, rules));
      }),
      { numRuns: 1000 },
    );
    expect(seen.size).toBe(7);
  });

  it("CUS-7: the order of facts is nothing, nor is what happens later; every reason can be said", () => {
    fc.assert(
      fc.property(anyFacts, anyMoment, (facts, asOf) => {
        const options = { asOf, zone: timeZone("America/St_Johns") };
        const position = relationshipRung(LIN, facts, options);
        expect(relationshipRung(LIN, reversed(facts), options)).toEqual(position);
        expect(relationshipRung(LIN, knownAt(facts, asOf), options)).toEqual(position);
        for (const reason of position.reasons) {
          expect(explain(reason, CUSTOMER_SENTENCES)).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  describe("bad input", () => {
    const options = { asOf: at("2026-05-01"), zone: UTC };
    it.each([
      [
        { purchases: [{ ...bought("P-1", "2026-01-05"), customer: customerId("C-9") }] },
        'of customer "C-9"',
      ],
      [
        { interactions: [met("I-1", "2026-01-05"), met("I-1", "2026-01-06")] },
        '"I-1" is given twice',
      ],
      [
        { signals: [{ ...felt("S-1", "2026-01-05"), at: "2026-01-05" as never }] },
        "must be an instant",
      ],
      [
        { terminations: [left("T-1", "2026-02-05", { withdrawnAt: at("2026-01-05") })] },
        "lies before the notice",
      ],
      [{ purchases: [{ ...bought("P-1", "2026-01-05"), returnOf: "P-0" }] }, "must not be above 0"],
    ] as [LifecycleFacts, string][])("facts %#: refused by path", (facts, message) => {
      expect(() => relationshipRung(LIN, facts, options)).toThrow(message);
      expect(() => relationshipRung(LIN, facts, options)).toThrow(RangeError);
    });

    it.each([
      [{ interestDays: 0 }, "interestDays must be a whole number of at least 1, got 0"],
      [{ signalDays: 1.5 }, "signalDays"],
      [{ interestCoolingDays: 90 }, "must lie below interestDays, got 90"],
      [
        { lapse: { ...DEFAULT_LIFECYCLE_POLICY.lapse, intervalFactor: Number.NaN } },
        "intervalFactor must be above 0",
      ],
      [
        { lapse: { ...DEFAULT_LIFECYCLE_POLICY.lapse, lostFactor: 1 } },
        "lostFactor must be above 1, got 1",
      ],
    ])("policy %#: refused by name and value", (part, message) => {
      const policy = { ...DEFAULT_LIFECYCLE_POLICY, ...part };
      expect(() => relationshipRung(LIN, {}, { ...options, policy })).toThrow(message);
    });

    it("an unknown zone and a moment that is none are refused", () => {
      expect(() => relationshipRung(LIN, {}, { ...options, zone: "Mars/Base" as never })).toThrow(
        RangeError,
      );
      expect(() => relationshipRung(LIN, {}, { ...options, asOf: "2026-05-01" as never })).toThrow(
        RangeError,
      );
      expect(() => instant("2026-05-01")).toThrow();
    });
  });
});
