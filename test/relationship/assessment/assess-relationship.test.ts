import fc from "fast-check";
import { CHINESE_CALENDAR } from "goodwill/calendar-cn";
import type { CareRelationship } from "goodwill/care";
import { customerId, type Customer } from "goodwill/customer";
import {
  assessRelationship,
  DEFAULT_ASSESSMENT_POLICIES,
  prepareAssessment,
  prepareOccasions,
  RELATIONSHIP_ASPECTS,
  type AssessmentOptions,
  type DatedOccasion,
  type Relationship,
  type RelationshipFacts,
} from "goodwill/relationship";
import {
  instant,
  money,
  period,
  plainDate,
  timeZone,
  type Instant,
  type TimeZone,
} from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";

const ID = customerId("C-1");
const LATER = instant("2026-09-01T00:00:00Z");
const at = (day: string): Instant => instant(`${day}T09:00:00Z`);
const ASOF = at("2026-06-15");

const CUSTOMER: Customer = {
  id: ID,
  kind: "person",
  name: "Lin Mei",
  owner: "wang",
  timeZone: timeZone("Asia/Shanghai"),
  contactPoints: [{ id: "e1", channel: "email", address: "mei.lin@example.com" }],
  consents: [
    {
      purpose: "newsletter",
      channel: "email",
      state: "granted",
      at: at("2026-01-02"),
      evidence: "form 3",
    },
  ],
  needs: [{ topic: "green tea", kind: "stated", depth: "demand", at: at("2026-03-01") }],
};

const purchase = (
  id: string,
  day: string,
): NonNullable<RelationshipFacts["purchases"]>[number] => ({
  id,
  customer: ID,
  at: at(day),
  lines: [{ product: "tea", quantity: 1, amount: money(4900, "CNY") }],
  total: money(4900, "CNY"),
});

const outlook = {
  customer: ID,
  aliveProbability: 0.9,
  expectedPurchases: 3,
  purchaseProbability: 0.8,
};

const FACTS = {
  purchases: [
    purchase("P-1", "2026-02-01"),
    purchase("P-2", "2026-03-01"),
    purchase("P-3", "2026-04-01"),
    purchase("P-4", "2026-05-01"),
  ],
  interactions: [
    { id: "I-1", customer: ID, at: at("2026-01-15"), direction: "inbound", kind: "enquiry" },
  ],
  signals: [
    { id: "S-1", customer: ID, at: at("2026-02-10"), state: "satisfied", score: 7 },
    { id: "S-2", customer: ID, at: at("2026-03-10"), state: "satisfied", score: 8 },
    { id: "S-3", customer: ID, at: at("2026-04-10"), state: "delighted", score: 9 },
  ],
  attitudes: [
    { id: "A-1", customer: ID, at: at("2026-03-01"), kind: "believes-better", holds: true },
    { id: "A-2", customer: ID, at: at("2026-03-02"), kind: "likes", holds: true },
  ],
  values: [
    { at: at("2026-01-05"), class: "B" },
    { at: at("2026-04-05"), class: "A", outlook },
  ],
  memberships: [
    {
      at: at("2026-06-01"),
      view: {
        balance: 320,
        tier: { tier: "gold", since: at("2026-03-01"), by: "qualification", heldUntil: LATER },
      },
    },
  ],
  complaints: [
    { id: "K-1", at: at("2026-02-20"), subject: "late delivery", settledAt: at("2026-02-25") },
  ],
  promises: [
    { id: "Q-1", what: "call back", at: at("2026-06-01"), due: plainDate("2026-06-20") },
    { id: "Q-2", what: "send sample", at: at("2026-05-01"), keptAt: at("2026-05-03") },
  ],
  assignments: [{ at: at("2026-04-01"), owner: "li", team: "south" }],
  segmentations: [{ at: at("2026-04-01"), segments: ["tea", "families"] }],
  events: [
    { id: "E-1", kind: "delivery", date: plainDate("2026-05-03") },
    { id: "E-2", kind: "warranty-end", date: plainDate("2027-05-03") },
  ],
  contactFacts: {
    uses: [{ customer: ID, purpose: "newsletter", channel: "email", at: at("2026-05-05") }],
  },
} as const satisfies RelationshipFacts;

const POLICIES: AssessmentOptions["policies"] = {
  consents: [
    { purpose: "newsletter", channel: "email" },
    { purpose: "newsletter", channel: "phone" },
  ],
};
const OPTIONS: AssessmentOptions = { asOf: ASOF, policies: POLICIES };

/** Everything after the day is not yet; what is settled after it is still open. */
const FUTURE: RelationshipFacts = {
  purchases: [purchase("P-9", "2026-06-16"), purchase("P-1", "2026-07-01")],
  interactions: [{ id: "I-9", customer: ID, at: LATER, direction: "inbound", kind: "visit" }],
  referrals: [],
  signals: [{ id: "S-9", customer: ID, at: LATER, state: "dissatisfied", score: 1 }],
  terminations: [{ id: "T-9", customer: ID, at: LATER, kind: "told-us" }],
  attitudes: [{ id: "A-9", customer: ID, at: LATER, kind: "likes", holds: false }],
  values: [{ at: LATER, class: "C", outlook: { ...outlook, aliveProbability: 0 } }],
  memberships: [{ at: LATER, view: { balance: 0 } }],
  complaints: [{ id: "K-9", at: LATER }],
  promises: [{ id: "Q-9", what: "visit", at: LATER }],
  assignments: [{ at: LATER }],
  segmentations: [{ at: LATER, segments: [] }],
  events: [{ id: "E-9", kind: "purchase", date: plainDate("2026-06-17") }],
  contactFacts: {
    uses: [{ customer: ID, purpose: "newsletter", channel: "email", at: LATER }],
  },
};

/** The facts without the wishes, which are no lists. */
type ListedFacts = Omit<RelationshipFacts, "leapDay" | "lunarSkip">;

function joined(a: ListedFacts, b: ListedFacts): RelationshipFacts {
  const { contactFacts: left, ...lists } = a;
  const { contactFacts: right, ...others } = b;
  const entries = Object.entries(lists).map(([name, list]) => [
    name,
    [...list, ...(others[name as keyof typeof others] ?? [])],
  ]);
  const uses = [...(left?.uses ?? []), ...(right?.uses ?? [])];
  return { ...Object.fromEntries(entries), ...(left !== undefined && { contactFacts: { uses } }) };
}

function codes(one: Relationship, aspect: string): readonly string[] {
  return one.unknown.filter((entry) => entry.aspect === aspect).map(({ reason }) => reason.code);
}

describe("assessRelationship: one customer as a whole", () => {
  const whole = assessRelationship(CUSTOMER, FACTS, OPTIONS);

  it("CUS-7, VAL-1, EXP-7, LOY-1: each room's answer is there, flat", () => {
    expect(whole).toMatchObject({
      zone: "Asia/Shanghai",
      stage: "use",
      rung: "loyal",
      exit: "none",
      valueClass: "A",
      valueOutlook: outlook,
      satisfaction: { state: "delighted", trend: "rising", signal: "S-3", trendSignals: 3 },
      // The intention to buy again is not known, so the level stays below it.
      loyaltyPattern: "loyal",
      loyaltyLevel: "affective",
      tier: "gold",
      points: 320,
      openComplaints: [],
      promises: [{ id: "Q-1", overdue: false }],
      leavingRisk: { band: "low", signs: [] },
      owner: "li",
      team: "south",
      segments: ["families", "tea"],
    });
    expect(whole.needs.demands).toEqual(["green tea"]);
    expect(whole.consents.map(({ channel, allowed }) => [channel, allowed])).toEqual([
      ["email", true],
      ["phone", false],
    ]);
    expect(whole.consents[0]).toMatchObject({ contactPoint: "e1", basis: "consent" });
    expect(whole.consents[1]?.reasons[0]?.code).toBe("no-contact-point");
  });

  it("CARE-6: a relationship is what care asks for", () => {
    expectTypeOf<Relationship>().toExtend<CareRelationship>();
    const care: CareRelationship = whole;
    expect(care.valueClass).toBe("A");
    expect(care.contactFacts?.purchases).toHaveLength(4);
  });

  it("CUS-7: evidence carries the latest fact, its age, and whether it is stale", () => {
    const of = (aspect: string): unknown => whole.evidence.find((one) => one.aspect === aspect);
    expect(of("tier")).toEqual({
      aspect: "tier",
      reasons: [
        { code: "assessment-tier", params: { tier: "gold", since: "2026-03-01" } },
        { code: "assessment-points", params: { points: 320, date: "2026-06-01" } },
      ],
      at: at("2026-06-01"),
      ageDays: 14,
      stale: false,
    });
    expect(of("complaints")).toMatchObject({ at: at("2026-02-25") });
    expect(of("complaints")).not.toHaveProperty("stale");
    const stale = assessRelationship(CUSTOMER, FACTS, {
      asOf: ASOF,
      policies: { freshDays: { tier: 13, value: 71 } },
    });
    expect(stale.evidence.filter((one) => one.stale === true).map((one) => one.aspect)).toEqual([
      "tier",
    ]);
    const order = whole.evidence.map(({ aspect }) => RELATIONSHIP_ASPECTS.indexOf(aspect));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("CUS-7: nothing looked up is unknown, and nothing is guessed", () => {
    const { id, kind, name, contactPoints, consents } = CUSTOMER;
    const bare: Customer = { id, kind, name, contactPoints, consents };
    const found = assessRelationship(bare, {}, { asOf: ASOF });
    expect(found).toMatchObject({ stage: "initial", rung: "potential", loyaltyPattern: "unknown" });
    for (const absent of [
      "valueClass",
      "satisfaction",
      "loyaltyLevel",
      "tier",
      "openComplaints",
      "promises",
      "leavingRisk",
      "nextOccasions",
      "owner",
      "segments",
      "events",
      "contactFacts",
    ]) {
      expect(found).not.toHaveProperty(absent);
    }
    expect(found.unknown.map(({ aspect, reason }) => [aspect, reason.params])).toEqual([
      ["clock", { fallback: "UTC" }],
      ["life-cycle", { list: "purchases" }],
      ["life-cycle", { list: "interactions" }],
      ["value", { list: "values" }],
      ["satisfaction", { list: "signals" }],
      ["loyalty", { list: "attitudes" }],
      ["tier", { list: "memberships" }],
      ["complaints", { list: "complaints" }],
      ["promises", { list: "promises" }],
      ["needs", { list: "needs" }],
      ["leaving-risk", {}],
      ["occasions", {}],
      ["consents", {}],
      ["owner", {}],
      ["segments", { list: "segmentations" }],
    ]);
  });

  it("CUS-7: an empty list says that there is nothing, which is not unknown", () => {
    const empty = { values: [], memberships: [], complaints: [], promises: [], signals: [] };
    const found = assessRelationship(CUSTOMER, empty, { asOf: ASOF });
    expect([found.openComplaints, found.promises]).toEqual([[], []]);
    expect(codes(found, "tier")).toEqual([]);
    expect(codes(found, "complaints")).toEqual([]);
    expect(codes(found, "value")).toEqual(["assessment-no-value-class", "assessment-no-outlook"]);
    expect(codes(found, "satisfaction")).toEqual(["assessment-no-signal"]);
  });

  it("CARE-6: an unknown zone is named and replaced, and stops nobody", () => {
    const lost = { ...CUSTOMER, timeZone: "Mars/Olympus" as TimeZone };
    const found = assessRelationship(lost, FACTS, OPTIONS);
    expect(found.zone).toBe("UTC");
    expect(found.unknown[0]).toEqual({
      aspect: "clock",
      reason: {
        code: "assessment-zone-unknown",
        params: { zone: "Mars/Olympus", fallback: "UTC" },
      },
    });
  });

  it("CARE-6: days are the customer's: a promise is overdue the day after, in the own zone", () => {
    const promises = [
      { id: "Q-1", what: "call", at: at("2026-06-01"), due: plainDate("2026-06-15") },
    ];
    const overdueAt = (time: string): boolean | undefined =>
      assessRelationship(CUSTOMER, { promises }, { asOf: instant(time) }).promises?.[0]?.overdue;
    expect(overdueAt("2026-06-15T15:59:59Z")).toBe(false);
    expect(overdueAt("2026-06-15T16:00:00Z")).toBe(true);
  });

  it("LOY-2: a tier that has ended since the ledger was read is unknown, its last moment excluded", () => {
    const tierAt = (asOf: Instant): Relationship => assessRelationship(CUSTOMER, FACTS, { asOf });
    expect(tierAt(instant("2026-08-31T23:59:59.999Z")).tier).toBe("gold");
    const ended = tierAt(LATER);
    expect([ended.tier, ended.points]).toEqual([undefined, 320]);
    expect(codes(ended, "tier")).toEqual(["assessment-tier-ended"]);
  });

  it("CARE-4: next occasions are those of the days asked for, in order; what cannot be dated is named", () => {
    const dated = (
      key: string,
      date: string,
      more: Partial<DatedOccasion> = {},
    ): DatedOccasion => ({
      occasion: key,
      key,
      date: plainDate(date),
      through: plainDate(date),
      mood: "cheerful",
      priority: 0,
      reason: { code: "because", params: { key } },
      ...more,
    });
    const reason = { code: "no-lunar-calendar", params: { term: "x" } };
    const found = assessRelationship(CUSTOMER, FACTS, {
      asOf: ASOF,
      policies: { occasionDays: 10 },
      occasions: ({ customer, events, asOf }) => {
        expect([customer.id, events?.length, asOf]).toEqual([ID, 2, "2026-06-15"]);
        return {
          dates: [
            dated("over", "2026-06-14"),
            dated("span", "2026-06-01", { through: plainDate("2026-06-15") }),
            dated("b", "2026-06-25"),
            dated("a", "2026-06-25"),
            dated("first", "2026-06-25", { priority: 2 }),
            dated("far", "2026-06-26"),
          ],
          unknown: [{ occasion: "mid-autumn", reason }],
        };
      },
    });
    expect(found.nextOccasions?.map(({ key }) => key)).toEqual(["span", "first", "a", "b"]);
    expect(found.unknown.filter(({ aspect }) => aspect === "occasions")).toEqual([
      {
        aspect: "occasions",
        reason: { code: "no-lunar-calendar", params: { occasion: "mid-autumn", term: "x" } },
      },
    ]);
  });

  it("CARE-4: the customer's own wishes for 29 February and lunar days reach the occasions and stay with the relationship", () => {
    const occasions = prepareOccasions({
      rules: [
        {
          id: "birthday",
          timing: { kind: "birthday", leapDay: "feb28" },
          mood: "cheerful",
          priority: 1,
        },
      ],
      period: period(plainDate("2026-06-15"), plainDate("2027-06-15")),
      calendars: { lunar: CHINESE_CALENDAR },
    });
    const dated = (
      birthday: NonNullable<Customer["birthday"]>,
      wishes: Pick<RelationshipFacts, "leapDay" | "lunarSkip">,
    ): Relationship =>
      assessRelationship({ ...CUSTOMER, birthday }, wishes, {
        asOf: ASOF,
        policies: { occasionDays: 365 },
        occasions,
      });
    const days = ({ nextOccasions = [] }: Relationship): readonly string[] =>
      nextOccasions.map(({ date }) => date);
    const leapling = { calendar: "gregorian", month: 2, day: 29 } as const;
    expect(days(dated(leapling, {}))).toEqual(["2027-02-28"]);
    const own = dated(leapling, { leapDay: "mar1" });
    expect([days(own), own.leapDay]).toEqual([["2027-03-01"], "mar1"]);
    // The Chinese year 2026 has no 30th of month 12.
    const lunar = { calendar: "chinese", month: 12, day: 30 } as const;
    expect(days(dated(lunar, {}))).toEqual(["2027-02-05"]);
    const next = dated(lunar, { lunarSkip: "forward" });
    expect([days(next), next.lunarSkip]).toEqual([["2027-02-06"], "forward"]);
    expect(dated(lunar, {})).not.toHaveProperty("lunarSkip");
  });

  it("CUS-7: what is learned later changes nothing, whatever of it is added", () => {
    const lists = Object.keys(FUTURE) as (keyof RelationshipFacts)[];
    // These are looked up in the past assessment too, and had nothing then.
    const base: RelationshipFacts = { ...FACTS, referrals: [], terminations: [] };
    const before = assessRelationship(CUSTOMER, base, OPTIONS);
    fc.assert(
      fc.property(fc.subarray(lists), (chosen) => {
        const part = Object.fromEntries(chosen.map((name) => [name, FUTURE[name]]));
        expect(assessRelationship(CUSTOMER, joined(base, part), OPTIONS)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it("CUS-7: each later fact counts once its time has come, so that ignoring it above says something", () => {
    const after = assessRelationship(
      CUSTOMER,
      joined({ ...FACTS, referrals: [], terminations: [] }, { ...FUTURE, purchases: [] }),
      { ...OPTIONS, asOf: LATER },
    );
    expect(after).toMatchObject({
      rung: "lost",
      valueClass: "C",
      satisfaction: { state: "dissatisfied" },
      points: 0,
      openComplaints: [{ id: "K-9" }],
      promises: [{ id: "Q-1", overdue: true }, { id: "Q-9" }],
      leavingRisk: { band: "high" },
      segments: [],
    });
    expect(after).not.toHaveProperty("owner");
    expect(after.events).toHaveLength(3);
    expect(after.contactFacts?.uses).toHaveLength(2);
  });

  it("CARE-7: a replay as of a past day is what could be said then", () => {
    const asOf = at("2026-02-21");
    const then: RelationshipFacts = {
      purchases: FACTS.purchases.slice(0, 1),
      interactions: FACTS.interactions,
      signals: FACTS.signals.slice(0, 1),
      attitudes: [],
      values: FACTS.values.slice(0, 1),
      memberships: [],
      complaints: [{ id: "K-1", at: at("2026-02-20"), subject: "late delivery" }],
      promises: [],
      assignments: [],
      segmentations: [],
      // The end of the warranty was announced, the delivery was yet to come.
      events: FACTS.events.slice(1),
      contactFacts: { uses: [] },
    };
    const replay = assessRelationship(CUSTOMER, FACTS, { ...OPTIONS, asOf });
    expect(replay).toEqual(assessRelationship(CUSTOMER, then, { ...OPTIONS, asOf }));
    expect(replay.openComplaints).toEqual([
      { id: "K-1", at: at("2026-02-20"), subject: "late delivery" },
    ]);
    expect(replay.owner).toBe("wang");
  });

  it("CARE-6: an objection made later does not end a legal basis now", () => {
    const basis = {
      customer: ID,
      kind: "legitimate-interest",
      purpose: "newsletter",
      from: at("2026-01-01"),
    } as const;
    const later = { ...basis, from: LATER };
    const objected = { ...basis, objectedAt: LATER };
    const given = { contactFacts: { bases: [objected, later] } };
    const found = assessRelationship(CUSTOMER, given, OPTIONS);
    expect(found.contactFacts?.bases).toEqual([basis]);
  });

  it("CUS-7: the order of the facts does not matter, and the facts stay as they are", () => {
    const twins: ListedFacts = {
      ...FACTS,
      values: [...FACTS.values, { at: at("2026-04-05"), class: "AA" }],
    };
    const before = assessRelationship(CUSTOMER, twins, OPTIONS);
    const text = JSON.stringify(twins);
    const { contactFacts, ...lists } = twins;
    const shuffled = fc.record(
      Object.fromEntries(
        Object.entries(lists).map(([name, list]) => [
          name,
          fc.shuffledSubarray([...list] as unknown[], { minLength: list.length }),
        ]),
      ),
    );
    fc.assert(
      fc.property(shuffled, (facts) => {
        const given = { ...facts, contactFacts } as RelationshipFacts;
        expect(assessRelationship(CUSTOMER, given, OPTIONS)).toEqual(before);
      }),
      { numRuns: 30 },
    );
    expect(JSON.stringify(twins)).toBe(text);
  });

  it("CUS-7: one prepared assessment serves many customers, and is plain data", () => {
    const assess = prepareAssessment(OPTIONS);
    expect(assess(CUSTOMER, FACTS)).toEqual(whole);
    expect(assess({ ...CUSTOMER, id: customerId("C-2") }).customer.id).toBe("C-2");
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  it.each([
    [{ asOf: "today" as Instant }, {}, "asOf must be an instant, got today"],
    [
      { asOf: ASOF, policies: { zone: "here" as TimeZone } },
      {},
      "zone must be a time zone, got here",
    ],
    [
      { asOf: ASOF, policies: { occasionDays: -1 } },
      {},
      "occasionDays must be a whole number of days of at least 0, got -1",
    ],
    [
      { asOf: ASOF, policies: { freshDays: { tier: 0.5 } } },
      {},
      "tier must be a whole number of days of at least 0, got 0.5",
    ],
    [
      OPTIONS,
      { complaints: [...FACTS.complaints, { id: "K-1", at: at("2026-03-01") }] },
      'complaints must have different ids, got "K-1" twice',
    ],
    [
      OPTIONS,
      { values: [{ at: ASOF, outlook: { ...outlook, customer: "C-2" } }] },
      'values must be of customer "C-1", got "C-2"',
    ],
    [
      OPTIONS,
      { complaints: [{ id: "K-1", at: "once" as Instant }] },
      "complaints: at must be an instant, got once",
    ],
  ] satisfies [AssessmentOptions, RelationshipFacts, string][])(
    "CUS-7: case %# of a broken contract is named",
    (options, facts, message) => {
      expect(() => assessRelationship(CUSTOMER, facts, options)).toThrow(
        new RangeError(`Cannot assess a relationship: ${message}`),
      );
    },
  );

  it("CUS-7: the default names no consents, and asks for a quarter of occasions", () => {
    expect(DEFAULT_ASSESSMENT_POLICIES).toMatchObject({ consents: [], occasionDays: 92 });
  });
});
