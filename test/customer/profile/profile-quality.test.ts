import fc from "fast-check";
import {
  CUSTOMER_QUESTIONS,
  CUSTOMER_SENTENCES,
  DEFAULT_PROFILE_POLICY,
  PROFILE_ITEMS,
  PROFILE_KINDS,
  profileQuality,
  type Profile,
  type ProfileDatum,
  type ProfilePolicy,
  type ProfileQuality,
} from "goodwill/customer";
import { explain, instant, plainDate, type TimeZone, type Trace } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { AS_OF, organisation, person, tea } from "../record/samples.js";
import { asked, fact, profiles } from "./samples.js";

const judge = (profile: Partial<Profile> = {}, policy?: ProfilePolicy): ProfileQuality =>
  profileQuality(
    { customer: person(), ...profile },
    { asOf: AS_OF, ...(policy !== undefined && { policy }) },
  );

const datumOf = (item: string, profile: Partial<Profile>): ProfileDatum | undefined =>
  judge(profile).data.find((datum) => datum.item === item);

const stateOf = (item: string, profile: Partial<Profile>): string | undefined =>
  datumOf(item, profile)?.state;

const FULL: Partial<Profile> = { facts: PROFILE_ITEMS.map(({ id }) => fact(id)) };

describe("the quality of a profile", () => {
  it("CUS-3: of a bare name is what the name weighs among the basic items", () => {
    // Of the basic items of a person the name weighs 2 of 7; basic is one of four kinds.
    const { score, kinds, missing } = judge();
    expect(score).toBeCloseTo(2 / 7 / 4, 15);
    expect(kinds.map((one) => [one.kind, one.score])).toEqual([
      ["basic", 2 / 7],
      ["behaviour", 0],
      ["outcome", 0],
      ["feedback", 0],
    ]);
    expect(missing).toHaveLength(PROFILE_ITEMS.length - 2);
  });

  it("CUS-3: is 1 when everything is known as of now, and there is nothing to ask", () => {
    const quality = judge(FULL);
    expect(quality.score).toBeCloseTo(1, 12);
    expect([quality.missing, quality.invalid, quality.stale]).toEqual([[], [], []]);
    expect([quality.nextQuestions, quality.withheldQuestions]).toEqual([[], []]);
    expect(quality.answers.map(({ answer }) => answer)).toEqual(
      CUSTOMER_QUESTIONS.map(() => "answered"),
    );
  });

  it("CUS-3: information is worth half after its half-life, and stale from then on", () => {
    const facts = (days: number): Partial<Profile> => ({ facts: [fact("price-limit", { days })] });
    expect(datumOf("price-limit", facts(0))?.worthShare).toBe(1);
    expect(datumOf("price-limit", facts(180))).toMatchObject({ worthShare: 0.5, state: "fresh" });
    expect(stateOf("price-limit", facts(180.001))).toBe("stale");
    expect(datumOf("price-limit", facts(360))?.worthShare).toBe(0.25);
    expect(judge(facts(360)).stale).toEqual(["price-limit"]);
  });

  it("CUS-3: every datum carries its source and time", () => {
    const profile: Partial<Profile> = {
      customer: person({ language: "de" }),
      origins: [
        { field: "language", source: "old", at: instant("2020-01-01T00:00:00Z") },
        { field: "language", source: "crm", at: instant("2025-01-01T00:00:00Z") },
        { field: "language", source: "future", at: instant("2026-02-14T00:00:00Z") },
        { field: "name", source: "till", at: instant("2025-01-02T00:00:00Z") },
      ],
    };
    expect(datumOf("language", profile)).toMatchObject({
      source: "crm",
      at: "2025-01-01T00:00:00.000Z",
      state: "fresh",
      worthShare: 1,
    });
    expect(datumOf("name", profile)).toMatchObject({ source: "till" });
    expect(datumOf("wants", { facts: [fact("wants", { days: 2 })] })).toMatchObject({
      source: "survey",
      ageDays: 2,
    });
  });

  it("CUS-3: what is known and does not hold is invalid; what holds outweighs it, however old", () => {
    const invalid = fact("wants", { invalid: "said in jest" });
    expect(datumOf("wants", { facts: [invalid] })).toMatchObject({
      state: "invalid",
      worthShare: 0,
      reason: { code: "profile-item-invalid", params: { item: "wants", problem: "said in jest" } },
    });
    expect(stateOf("wants", { facts: [invalid, fact("wants", { days: 10 })] })).toBe("fresh");
    expect(judge({ facts: [invalid] }).invalid).toEqual(["wants"]);
  });

  it("CUS-3: what is learned after the moment asked about is not known yet", () => {
    const later = [fact("wants", { days: -0.001 }), fact("visits", { days: -0.001, invalid: "x" })];
    const purchases = [tea({ id: "A", at: "2026-02-13T09:30:00.001Z" })];
    const needs = [{ topic: "a", kind: "stated", at: instant("2026-02-14T00:00:00Z") } as const];
    const bare = judge();
    expect(judge({ facts: later, purchases, customer: person({ needs }) })).toEqual(bare);
    expect(stateOf("wants", { facts: [fact("wants", { days: 0 })] })).toBe("fresh");
  });

  it("an address counts when it can be used: proven of late, unproven by half, bounced not at all", () => {
    const contact = (validity?: object): Partial<Profile> => ({
      customer: person({
        contactPoints: [
          { id: "p", channel: "email", address: "a@example.com", ...(validity && { validity }) },
        ],
      }),
    });
    const verifiedAt = instant("2026-02-13T09:30:00Z");
    expect(datumOf("contact", contact({ verifiedAt }))).toMatchObject({ worthShare: 1 });
    expect(datumOf("contact", contact())).toMatchObject({ state: "undated", worthShare: 0.5 });
    expect(datumOf("contact", contact({ failedAt: verifiedAt }))?.reason.params).toEqual({
      item: "contact",
      problem: "p is failed",
    });
    expect(stateOf("contact", contact({ through: plainDate("2026-02-12") }))).toBe("invalid");
    expect(stateOf("contact", contact({ through: plainDate("2026-02-13") }))).toBe("undated");
    const origins = [
      { field: "contactPoints", index: 0, source: "crm", at: verifiedAt },
      { field: "contactPoints", index: 1, source: "other", at: verifiedAt },
    ];
    expect(datumOf("contact", { ...contact(), origins })).toMatchObject({
      source: "crm",
      state: "fresh",
    });
    expect(stateOf("contact", { ...contact(), origins: origins.slice(1) })).toBe("undated");
  });

  it("malformed values of the record are invalid, each with its problem", () => {
    const customer = person({
      name: " ",
      language: "zh_CN",
      birthday: { calendar: "gregorian", month: 2, day: 30 },
      contactPoints: [{ id: "p", channel: "email", address: "nobody" }],
    });
    const { data, invalid } = judge({ customer });
    expect(invalid).toEqual(["name", "birthday", "language", "contact"]);
    expect(data.slice(0, 4).map(({ reason }) => explain(reason, CUSTOMER_SENTENCES))).toEqual([
      "What is known of name does not hold: it is empty.",
      "What is known of birthday does not hold: month 2 has no day 30, its last is 29.",
      "What is known of language does not hold: it is no language tag.",
      'What is known of contact does not hold: must be an e-mail address, got "nobody".',
    ]);
  });

  it.each([
    [{ calendar: "gregorian", month: 2, day: 14, year: 2026 }, "invalid"],
    [{ calendar: "gregorian", month: 2, day: 13, year: 2026 }, "fresh"],
    [{ calendar: "chinese", month: 1, day: 1, year: 2027 }, "invalid"],
    [{ calendar: "gregorian", month: 12, day: 31 }, "fresh"],
  ] as const)("a birthday of %j is %s", (birthday, state) => {
    expect(stateOf("birthday", { customer: person({ birthday }) })).toBe(state);
  });

  it.each([
    { month: 13, day: 1 },
    { month: 0, day: 1 },
    { month: 5, day: 0 },
    { month: 5, day: 1.5 },
    { month: 5, day: 32 },
    { month: 5, day: 1, year: 0 },
    { month: Number.NaN, day: 1 },
  ])("a birthday with %j does not exist, in either calendar", (part) => {
    for (const calendar of ["gregorian", "chinese"] as const) {
      const customer = person({ birthday: { calendar, ...part } });
      expect(stateOf("birthday", { customer })).toBe("invalid");
    }
  });

  it("days are those of the customer's zone: a last day lasts until it is over there", () => {
    const officer = { id: "k", name: "K", position: "IT", influence: ["decides"] } as const;
    // Half past nine in the morning of 13 February in UTC is the evening of the day before in Midway.
    const of = (fields: object, zone?: string): Partial<Profile> => ({
      customer: {
        ...organisation({ ...officer, ...fields }),
        ...(zone !== undefined && { timeZone: zone as TimeZone }),
      },
    });
    const ended = { through: plainDate("2026-02-12") };
    expect(stateOf("key-persons", of(ended))).toBe("invalid");
    expect(stateOf("key-persons", of(ended, "Pacific/Midway"))).toBe("undated");
    const begins = { from: plainDate("2026-02-13") };
    expect(stateOf("key-persons", of(begins))).toBe("undated");
    expect(stateOf("key-persons", of(begins, "Pacific/Midway"))).toBe("missing");
    // An unknown zone fails no batch.
    expect(stateOf("key-persons", of(ended, "Mars/Olympus"))).toBe("invalid");
    const born = { calendar: "gregorian", month: 2, day: 13, year: 2026 } as const;
    const timeZone = "Pacific/Midway" as TimeZone;
    expect(stateOf("birthday", { customer: person({ birthday: born, timeZone }) })).toBe("invalid");
  });

  it("key persons belong to organisations, birthdays to persons; those who left do not hold", () => {
    const officer = { id: "k", name: "K", position: "IT", influence: ["decides"] } as const;
    const of = (fields: object): Partial<Profile> => ({
      customer: organisation({ ...officer, ...fields }),
    });
    expect(stateOf("key-persons", {})).toBeUndefined();
    expect(stateOf("birthday", of({}))).toBeUndefined();
    expect(stateOf("key-persons", of({}))).toBe("undated");
    expect(stateOf("key-persons", of({ standing: 1, standingAt: AS_OF }))).toBe("fresh");
    expect(stateOf("key-persons", of({ through: plainDate("2026-02-13") }))).toBe("undated");
    expect(stateOf("key-persons", of({ through: plainDate("2026-02-12") }))).toBe("invalid");
    expect(stateOf("key-persons", of({ from: plainDate("2026-02-14") }))).toBe("missing");
    expect(stateOf("key-persons", of({ from: plainDate("2026-02-13") }))).toBe("undated");
    const judgedLater = { standing: 1, standingAt: instant("2026-02-14T00:00:00Z") };
    expect(stateOf("key-persons", of(judgedLater))).toBe("undated");
  });

  it("purchases say what is in use, where it is bought and, when there are two, the trend", () => {
    const states = (...purchases: Profile["purchases"] & object): (string | undefined)[] => {
      const { data } = judge({ purchases });
      return ["purchases", "products-in-use", "place-of-purchase", "trend"].map(
        (item) => data.find((datum) => datum.item === item)?.state,
      );
    };
    const bought = tea({ id: "A" });
    expect(states()).toEqual(["missing", "missing", "missing", "missing"]);
    expect(states(bought)).toEqual(["fresh", "fresh", "missing", "missing"]);
    expect(states({ ...bought, channel: "web" })).toEqual(["fresh", "fresh", "fresh", "missing"]);
    expect(
      states({ ...bought, touchpoint: "t" }, tea({ id: "B", at: "2026-01-09T00:00:00Z" })),
    ).toEqual(["fresh", "fresh", "fresh", "fresh"]);
    expect(states(bought, tea({ id: "B" }))[3]).toBe("missing");
    expect(states(bought, tea({ id: "B", returnOf: "A" }))).toEqual([
      "fresh",
      "missing",
      "missing",
      "missing",
    ]);
    expect(states(tea({ id: "A", quantity: 2 }), tea({ id: "B", returnOf: "A" }))[1]).toBe("fresh");
  });

  it("a return counts as the balance counts it: one that does not fit counts for nothing", () => {
    const use = (...purchases: Profile["purchases"] & object): string | undefined =>
      stateOf("products-in-use", { purchases });
    const bought = tea({ id: "A" });
    const back = { id: "B", returnOf: "A" };
    expect(use(bought, tea(back))).toBe("missing");
    expect(use(bought, tea({ ...back, currency: "CNY" }))).toBe("fresh");
    expect(use(bought, tea({ ...back, at: "2026-01-09T00:00:00Z" }))).toBe("fresh");
    expect(use(bought, tea({ ...back, product: "cup" }))).toBe("fresh");
    expect(use(bought, tea({ ...back, quantity: -2 }))).toBe("fresh");
    // Paid back in whole, and kept.
    expect(use(bought, tea({ ...back, quantity: 0, amount: -600 }))).toBe("fresh");
    // A return of nothing known says nothing at all.
    expect(stateOf("purchases", { purchases: [tea(back)] })).toBe("missing");
  });

  it("needs say which features are sought, and which of them are wanted", () => {
    const of = (depth?: "need" | "want" | "demand"): Partial<Profile> => ({
      customer: person({
        needs: [{ topic: "a", kind: "real", at: AS_OF, ...(depth && { depth }) }],
      }),
    });
    expect(stateOf("features-sought", of())).toBe("fresh");
    expect(stateOf("wants", of("need"))).toBe("missing");
    expect(stateOf("wants", of("want"))).toBe("fresh");
    expect(stateOf("wants", of("demand"))).toBe("fresh");
  });

  it("CUS-4: the eight questions are answered with evidence, in whole, in part or not", () => {
    const { answers } = judge({
      facts: [fact("price-limit"), fact("wants"), fact("visits", { days: 91 })],
    });
    expect(answers.map(({ question }) => question)).toEqual(CUSTOMER_QUESTIONS.map(({ id }) => id));
    const answer = (id: string): unknown => {
      const found = answers.find(({ question }) => question === id);
      return [found?.answer, found?.evidence.map(({ item }) => item), found?.lacking];
    };
    expect(answer("willingness-to-pay")).toEqual(["answered", ["price-limit"], []]);
    expect(answer("why-us")).toEqual(["open", [], ["reason-for-choice"]]);
    expect(answer("what-when-how")).toEqual([
      "partly",
      ["wants"],
      ["visits", "queries", "preferred-time", "preferred-way"],
    ]);
  });

  it("CUS-4: information of unknown age answers, and is asked for again", () => {
    const contactPoints = [{ id: "p", channel: "phone", address: "+4930123456" } as const];
    const { answers, nextQuestions } = judge({ customer: person({ contactPoints }) });
    expect(answers[0]?.evidence.map(({ item }) => item)).toEqual(["name", "contact"]);
    expect(nextQuestions.find(({ item }) => item === "contact")?.gainShare).toBeCloseTo(
      0.25 * (3 / 7) * 0.5,
      15,
    );
  });

  it("CUS-3: completeness, validity and freshness of a kind, worked by hand", () => {
    // Feedback weighs 11: features 3 and price 2 hold, wants 2 do not, 4 are missing.
    const facts = [
      fact("features-sought", { days: 365 }),
      fact("price-limit"),
      fact("wants", { invalid: "said in jest" }),
    ];
    const feedback = judge({ facts }).kinds[3];
    expect(feedback?.completenessShare).toBeCloseTo(7 / 11, 15);
    expect(feedback?.validityShare).toBeCloseTo(5 / 7, 15);
    expect(feedback?.freshnessShare).toBeCloseTo(3.5 / 5, 15);
    expect(feedback?.score).toBeCloseTo(3.5 / 11, 15);
  });

  it("of two pieces of one moment the same is taken, whatever their order", () => {
    const at = instant("2026-01-01T00:00:00Z");
    const told = ["shop", "till"].map((source) => ({ item: "wants", at, source }));
    const doubts = ["a", "b"].map((invalid) => ({ item: "visits", at, source: "web", invalid }));
    for (const facts of [[...told, ...doubts], [...doubts, ...told].toReversed()]) {
      expect(datumOf("wants", { facts })?.source).toBe("till");
      expect(datumOf("visits", { facts })?.reason.params["problem"]).toBe("b");
    }
  });

  it("CUS-3: what to ask next is ordered by the gain in the score, and says why", () => {
    const { nextQuestions } = judge();
    const gains = nextQuestions.map(({ gainShare }) => gainShare);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
    expect(nextQuestions[0]).toEqual({
      item: "contact",
      question: "who",
      ask: "Where can we reach you?",
      gainShare: 0.25 * (3 / 7),
      reason: {
        code: "profile-question-asked",
        params: { item: "contact", question: "who", state: "missing", gainShare: 0.25 * (3 / 7) },
      },
    });
    expect(explain(nextQuestions[0]!.reason, CUSTOMER_SENTENCES)).toBe(
      "Ask for contact (missing): it serves the question who and would add 0.107143.",
    );
  });

  it("CUS-3: nothing refused or asked of late is asked again; nothing observed is asked at all", () => {
    const items = (...given: Profile["asked"] & object): readonly string[] =>
      judge({ asked: given }).nextQuestions.map(({ item }) => item);
    expect(items()).toContain("wants");
    expect(items(asked("wants", { days: 89.999, outcome: "unanswered" }))).not.toContain("wants");
    expect(items(asked("wants", { days: 90, outcome: "unanswered" }))).toContain("wants");
    expect(items(asked("wants", { days: 3000, outcome: "refused" }))).not.toContain("wants");
    expect(items(asked("wants", { days: -1, outcome: "refused" }))).toContain("wants");
    expect(items()).not.toContain("trend");
    const { withheldQuestions } = judge({
      asked: [
        asked("wants", { days: 3000, outcome: "refused" }),
        asked("price-limit", { days: 100, outcome: "answered" }),
        asked("price-limit", { days: 10, outcome: "answered" }),
      ],
    });
    expect(
      Object.fromEntries(withheldQuestions.map(({ item, reason }) => [item, reason.code])),
    ).toEqual({
      wants: "profile-question-refused",
      "price-limit": "profile-question-recent",
      trend: "profile-question-observed",
      visits: "profile-question-observed",
      queries: "profile-question-observed",
      purchases: "profile-question-observed",
    });
  });

  it("a policy of the firm's own counts its own items and weights", () => {
    const policy: ProfilePolicy = {
      ...DEFAULT_PROFILE_POLICY,
      items: [
        { id: "name", kind: "basic", question: "who", weight: 1 },
        { id: "shoe-size", kind: "feedback", question: "why-us", weight: 1, halfLifeDays: 100 },
        { id: "fleet", kind: "outcome", question: "how-much", weight: 1, of: "organisation" },
      ],
      kindWeights: { basic: 1, behaviour: 5, outcome: 5, feedback: 3 },
    };
    const facts = [fact("shoe-size", { days: 100 }), fact("unheard-of")];
    const { score, kinds, nextQuestions } = judge({ facts }, policy);
    // Behaviour has no item, outcome none for a person: (1 x 1 + 3 x 0.5) / 4 by hand.
    expect(score).toBeCloseTo(0.625, 15);
    expect(kinds.map(({ kind }) => kind)).toEqual(["basic", "feedback"]);
    expect(nextQuestions).toEqual([]);
    const none = judge({}, { ...policy, items: policy.items.slice(2) });
    expect([none.score, none.trace, none.kinds]).toEqual([undefined, undefined, []]);
  });

  it("a kind that weighs nothing gains nothing by asking", () => {
    const kindWeights = { basic: 1, behaviour: 0, outcome: 0, feedback: 0 };
    const { score, nextQuestions } = judge({}, { ...DEFAULT_PROFILE_POLICY, kindWeights });
    expect(score).toBeCloseTo(2 / 7, 15);
    expect(nextQuestions.map(({ item }) => item)).toEqual(["contact", "birthday", "language"]);
  });

  it.each([
    [{ items: [] }, "at least one item"],
    [{ items: [PROFILE_ITEMS[0]!, PROFILE_ITEMS[0]!] }, "once, got name"],
    [{ items: [{ ...PROFILE_ITEMS[0]!, weight: 0 }] }, 'weight of "name" must be above 0, got 0'],
    [{ items: [{ ...PROFILE_ITEMS[0]!, halfLifeDays: 0 }] }, "half-life"],
    [{ items: [{ ...PROFILE_ITEMS[0]!, kind: "gossip" }] }, "one of the four, got gossip"],
    [{ items: [{ ...PROFILE_ITEMS[0]!, question: "when" }] }, "one of the eight, got when"],
    [{ kindWeights: { basic: 1, behaviour: -1, outcome: 1, feedback: 1 } }, "kind behaviour"],
    [{ staleBelowShare: 0 }, "stale"],
    [{ staleBelowShare: 1.1 }, "stale"],
    [{ undatedShare: -0.1 }, "undated"],
    [{ askAgainDays: Number.NaN }, "askings must be at least 0, got NaN"],
  ])("case %#: a policy that cannot be computed with is refused", (fields, message) => {
    const policy = { ...DEFAULT_PROFILE_POLICY, ...fields } as ProfilePolicy;
    expect(() => judge({}, policy)).toThrow(RangeError);
    expect(() => judge({}, policy)).toThrow(message);
  });

  it("a purchase of another customer is refused", () => {
    expect(() => judge({ purchases: [tea({ id: "A", customer: "C-18" })] })).toThrow(
      "Cannot judge a profile: purchase A must be of customer C-17, got C-18",
    );
  });

  it("items in every kind and for every question are in the standard list, each once", () => {
    expect(new Set(PROFILE_ITEMS.map(({ kind }) => kind))).toEqual(new Set(PROFILE_KINDS));
    expect(new Set(PROFILE_ITEMS.map(({ question }) => question))).toEqual(
      new Set(CUSTOMER_QUESTIONS.map(({ id }) => id)),
    );
    expect(new Set(PROFILE_ITEMS.map(({ id }) => id)).size).toBe(PROFILE_ITEMS.length);
  });

  it("the score is completeness x validity x freshness, and the trace adds up exactly", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { score, kinds, trace, data } = judge(profile);
        for (const kind of kinds) {
          const { completenessShare, validityShare = 0, freshnessShare = 0 } = kind;
          expect(kind.score).toBeCloseTo(completenessShare * validityShare * freshnessShare, 12);
        }
        const mean = kinds.reduce((sum, kind) => sum + kind.score, 0) / kinds.length;
        expect(score).toBeCloseTo(mean, 12);
        expectReconciled(trace!);
        expect(trace!.parts!.flatMap(({ parts = [] }) => parts)).toHaveLength(data.length);
      }),
    );
  });

  it("each item is in one state, and each that is lacking is asked or withheld", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { data, nextQuestions, withheldQuestions } = judge(profile);
        const lacking = data.filter(({ state }) => state !== "fresh").map(({ item }) => item);
        const listed = [...nextQuestions, ...withheldQuestions].map(({ item }) => item);
        expect(listed.toSorted()).toEqual(lacking.toSorted());
      }),
    );
  });

  it("an answer raises the score by exactly the gain that was promised", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { score = 0, nextQuestions } = judge(profile);
        for (const { item, gainShare } of nextQuestions.slice(0, 3)) {
          const facts = [...(profile.facts ?? []), fact(item)];
          expect(judge({ ...profile, facts }).score).toBeCloseTo(score + gainShare, 12);
        }
      }),
    );
  });

  it("the answer does not depend on the order of facts, origins, purchases and askings", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const backwards = {
          ...profile,
          facts: profile.facts?.toReversed() ?? [],
          purchases: profile.purchases?.toReversed() ?? [],
          asked: profile.asked?.toReversed() ?? [],
        };
        expect(judge(backwards)).toEqual(judge(profile));
      }),
    );
  });

  it("every reason and every line of the trace can be said", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { data, nextQuestions, withheldQuestions, trace } = judge(profile);
        const said = [...data, ...nextQuestions, ...withheldQuestions].map(({ reason }) =>
          explain(reason, CUSTOMER_SENTENCES),
        );
        expect(said.join()).not.toMatch(/[{}]|undefined|NaN/);
        expect(explain(trace!, CUSTOMER_SENTENCES)).toContain("The profile scores");
      }),
      { numRuns: 50 },
    );
  });
});

function expectReconciled({ value, parts }: Trace): void {
  if (parts === undefined) return;
  expect(parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
  parts.forEach(expectReconciled);
}
