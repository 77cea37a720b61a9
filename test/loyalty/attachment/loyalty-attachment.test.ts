import fc from "fast-check";
import { customerId, type Purchase } from "goodwill/customer";
import { instant, money } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { AttitudeFact, AttitudeKind } from "../../../src/loyalty/attachment/attitude-fact.js";
import { loyaltyAttachment } from "../../../src/loyalty/attachment/loyalty-attachment.js";
import { repeatedPurchase } from "../../../src/loyalty/attachment/repeated-purchase.js";

const ANN = customerId("ann");
const OPTIONS = { customer: ANN, asOf: instant("2026-12-01T00:00:00Z") };

function purchase(id: string, month: number, rest: Partial<Purchase> = {}): Purchase {
  const amount = money(1000, "EUR");
  return {
    ...{ id, customer: ANN, at: instant(`2026-${String(month).padStart(2, "0")}-01T09:00:00Z`) },
    ...{ lines: [{ product: "tea", category: "drinks", quantity: 1, amount }], total: amount },
    ...rest,
  };
}

function returned(id: string, of: string, month: number): Purchase {
  const amount = money(-1000, "EUR");
  const lines = [{ product: "tea", quantity: -1, amount }];
  return purchase(id, month, { lines, total: amount, returnOf: of });
}

const FOUR = [1, 2, 3, 4].map((month) => purchase(`p${month}`, month));

const kettle = { product: "kettle", category: "kitchen", quantity: 1, amount: money(5000, "EUR") };

describe("LOY-1: repeated purchase", () => {
  test("LOY-1: three repurchases are repeated purchase, two are not", () => {
    const four = repeatedPurchase(FOUR, OPTIONS);
    expect(four).toMatchObject({ purchases: 4, repurchases: 3, isRepeated: true });
    expect([four.first, four.last]).toEqual([FOUR[0]!.at, FOUR[3]!.at]);
    expect(four.reasons[0]).toEqual({
      ...{ code: "purchase-repeated", params: { repurchases: 3, atLeast: 3 } },
    });
    const three = repeatedPurchase(FOUR.slice(1), OPTIONS);
    expect(three).toMatchObject({ repurchases: 2, isRepeated: false });
    expect(three.reasons[0]?.code).toBe("purchase-not-repeated");
    const policy = { repurchases: 2, satisfactions: 2, obstacles: 1 };
    expect(repeatedPurchase(FOUR.slice(1), { ...OPTIONS, policy }).isRepeated).toBe(true);
  });

  test("LOY-1: without a purchase there is no repurchase, and neither first nor last", () => {
    const none = repeatedPurchase([], OPTIONS);
    expect(none).toMatchObject({ purchases: 0, repurchases: 0, isRepeated: false });
    expect(["first" in none, "last" in none]).toEqual([false, false]);
  });

  test("LOY-1: a purchase given back in full does not count; one kept in part does", () => {
    const back = [...FOUR, returned("r4", "p4", 5)];
    expect(repeatedPurchase(back, OPTIONS)).toMatchObject({ repurchases: 2, isRepeated: false });
    const lines = [...FOUR[3]!.lines, kettle];
    const large = purchase("p4", 4, { lines, total: money(6000, "EUR") });
    const some = [...FOUR.slice(0, 3), large, returned("r4", "p4", 5)];
    expect(repeatedPurchase(some, OPTIONS).repurchases).toBe(3);
  });

  test("LOY-1: a return without its purchase is handed back", () => {
    const { findings, repurchases } = repeatedPurchase([...FOUR, returned("r", "x", 5)], OPTIONS);
    expect(repurchases).toBe(3);
    expect(findings.map(({ reasons }) => reasons[0]?.code)).toEqual(["return-of-unknown-purchase"]);
  });

  test("LOY-1: other customers and later purchases are left out", () => {
    const rows = [
      ...FOUR.slice(0, 3),
      purchase("p4", 4, { customer: customerId("bob") }),
      purchase("p5", 12, { at: instant("2026-12-01T00:00:00.001Z") }),
    ];
    expect(repeatedPurchase(rows, OPTIONS).repurchases).toBe(2);
  });

  test("LOY-1: with a category, only what was kept of it counts", () => {
    const rows = [
      ...FOUR.slice(0, 3),
      purchase("k", 4, { lines: [kettle], total: kettle.amount }),
      purchase("b", 5, { lines: [...FOUR[0]!.lines, kettle], total: money(6000, "EUR") }),
      returned("rb", "b", 6),
    ];
    const of = (category: string) => repeatedPurchase(rows, { ...OPTIONS, category }).purchases;
    expect([of("drinks"), of("kitchen"), of("books")]).toEqual([3, 2, 0]);
  });

  test("LOY-1: shares of all purchases and of the wallet, less returns", () => {
    const wallet = { purchases: 8, spent: money(10_000, "EUR") };
    const rows = [...FOUR, purchase("p5", 5), returned("r5", "p5", 6)];
    const known = repeatedPurchase(rows, { ...OPTIONS, wallet });
    expect([known.purchaseShare, known.walletShare]).toEqual([0.5, 0.4]);
    expect(known.reasons).toHaveLength(1);
    const both = [...rows, purchase("k", 7, { lines: [kettle], total: kettle.amount })];
    const drinks = repeatedPurchase(both, { ...OPTIONS, wallet, category: "drinks" });
    expect([drinks.purchaseShare, drinks.walletShare]).toEqual([0.5, 0.4]);
  });

  test.each([
    [undefined, ["purchase-share-unknown", "wallet-share-unknown"]],
    [{ purchases: 0, spent: money(0, "EUR") }, ["purchase-share-unknown", "wallet-share-unknown"]],
    [
      { purchases: 3, spent: money(3999, "EUR") },
      ["wallet-below-own-purchases", "wallet-below-own-spend"],
    ],
    [{ purchases: 4, spent: money(9999, "USD") }, ["wallet-in-other-currency"]],
  ])("LOY-1: a share that cannot be told is absent, and said: %j", (wallet, codes) => {
    const result = repeatedPurchase(FOUR, { ...OPTIONS, ...(wallet && { wallet }) });
    expect(result.reasons.slice(1).map(({ code }) => code)).toEqual(codes);
    expect("walletShare" in result).toBe(false);
  });

  test("LOY-1: refuses a policy and a wallet out of their range", () => {
    const policy = { repurchases: 0, satisfactions: 2, obstacles: 1 };
    expect(() => repeatedPurchase([], { ...OPTIONS, policy })).toThrow(
      "Cannot judge attachment: repurchases must be an integer of at least 1, got 0",
    );
    const once = { repurchases: 3, satisfactions: 1, obstacles: 1 };
    expect(() =>
      loyaltyAttachment({ purchases: [], attitudes: [] }, { ...OPTIONS, policy: once }),
    ).toThrow("satisfactions must be an integer of at least 2, got 1");
    expect(() => repeatedPurchase([], { ...OPTIONS, wallet: { purchases: 1.5 } })).toThrow(
      "Cannot count repurchases: wallet.purchases must be an integer of at least 0, got 1.5",
    );
  });
});

function fact(kind: AttitudeKind, holds = true, month = 5): AttitudeFact {
  return {
    ...{ id: `${kind}-${month}`, customer: ANN, kind, holds },
    at: instant(`2026-${String(month).padStart(2, "0")}-01T09:00:00Z`),
  };
}

const judge = (attitudes: readonly AttitudeFact[], purchases: readonly Purchase[] = FOUR) =>
  loyaltyAttachment({ purchases, attitudes }, OPTIONS);

const statuses = (attitudes: readonly AttitudeFact[], purchases?: readonly Purchase[]) =>
  judge(attitudes, purchases).levels.map(({ status }) => status);

const ALL = [
  fact("believes-better"),
  fact("likes"),
  fact("intends-to-rebuy"),
  fact("refused-offer"),
];

describe("LOY-1: the four levels of loyalty", () => {
  test("LOY-1: each level is reached only with all below it", () => {
    const level = (count: number) => judge(ALL.slice(0, count)).level;
    expect([0, 1, 2, 3, 4].map(level)).toEqual([
      ...[undefined, "cognitive", "affective", "conative", "action"],
    ]);
    const { level: without, next } = judge(ALL.filter(({ kind }) => kind !== "likes"));
    expect([without, next?.level, next?.missing]).toEqual(["cognitive", "affective", ["likes"]]);
    expect("next" in judge(ALL)).toBe(false);
  });

  test("LOY-1: what is not known is named, lowest level first, and never guessed", () => {
    const { levels, unknown, pattern, next } = judge([]);
    expect(levels.map(({ status }) => status)).toEqual(Array(4).fill("unknown"));
    expect(unknown).toEqual(["believes-better", "likes", "intends-to-rebuy", "obstacle"]);
    expect([pattern, next?.level]).toEqual(["unknown", "cognitive"]);
    expect(judge(ALL).unknown).toEqual([]);
  });

  test("LOY-1: the last word counts, of the same time the larger id, and later ones are not known", () => {
    const turned = [fact("likes", true, 3), fact("likes", false, 4), fact("likes", true, 2)];
    expect(statuses(turned)[1]).toBe("not-reached");
    const sameTime = [
      { ...fact("likes", false), id: "b" },
      { ...fact("likes", true), id: "a" },
    ];
    expect(statuses(sameTime)[1]).toBe("not-reached");
    expect(statuses(sameTime.toReversed())[1]).toBe("not-reached");
    const later = { ...fact("likes"), at: instant("2026-12-01T00:00:00.001Z") };
    const other = { ...fact("likes"), customer: customerId("bob") };
    expect(statuses([later, other])[1]).toBe("unknown");
  });

  test("LOY-1: of facts with the same id the first counts", () => {
    expect(statuses([fact("likes"), { ...fact("likes"), holds: false }])[1]).toBe("reached");
  });

  test("LOY-1: satisfaction is another measure, and evidence of liking only when repeated", () => {
    const once = judge([fact("satisfied", true, 1)]);
    expect(once.satisfaction).toEqual({ judged: 1, satisfied: 1, inARow: 1, isRepeated: false });
    expect(once.levels[1]).toMatchObject({
      ...{ status: "unknown", missing: ["likes"] },
      evidence: [{ code: "satisfaction-not-repeated", params: { inARow: 1, atLeast: 2 } }],
    });
    const twice = judge([fact("satisfied", true, 1), fact("satisfied", true, 2)]);
    expect(twice.levels[1]).toMatchObject({
      ...{ status: "reached", missing: [] },
      evidence: [{ code: "satisfaction-repeated", params: { inARow: 2, atLeast: 2 } }],
    });
    expect(twice.levels[0]?.status).toBe("unknown");
    const broken = [1, 2, 3].map((month) => fact("satisfied", month !== 2, month));
    expect(judge(broken).satisfaction).toEqual({
      ...{ judged: 3, satisfied: 2, inARow: 1, isRepeated: false },
    });
    const disliked = [...broken, fact("satisfied", true, 4), fact("likes", false, 1)];
    expect(judge(disliked).satisfaction.isRepeated).toBe(true);
    expect(statuses(disliked)[1]).toBe("not-reached");
  });

  test("LOY-1: action takes repeated purchase and an obstacle overcome", () => {
    expect(statuses(ALL, FOUR.slice(1))[3]).toBe("not-reached");
    expect(judge(ALL.slice(0, 3)).levels[3]).toMatchObject({
      ...{ status: "unknown", missing: ["obstacle"] },
      evidence: [{ code: "purchase-repeated" }],
    });
    for (const kind of ["paid-more", "waited", "refused-offer"] as const) {
      expect(judge([...ALL.slice(0, 3), fact(kind)]).levels[3]).toMatchObject({
        status: "reached",
        evidence: [{ code: "purchase-repeated" }, { code: "obstacle-overcome", params: { kind } }],
      });
    }
  });

  test("LOY-1: who gave in to the last obstacle is not loyal in action; who did so before may be", () => {
    const gaveIn = judge([...ALL, fact("waited", false, 6)]).levels[3];
    expect(gaveIn).toMatchObject({ status: "not-reached", missing: [] });
    expect(gaveIn?.evidence.map(({ code }) => code)).toEqual([
      ...["purchase-repeated", "obstacle-overcome", "obstacle-not-overcome"],
    ]);
    expect(statuses([...ALL, fact("waited", false, 4)])[3]).toBe("reached");
  });

  test("LOY-1: as many obstacles as the policy asks for", () => {
    const policy = { repurchases: 3, satisfactions: 2, obstacles: 2 };
    const action = (attitudes: readonly AttitudeFact[]) =>
      loyaltyAttachment({ purchases: FOUR, attitudes }, { ...OPTIONS, policy }).levels[3]?.status;
    expect([action(ALL), action([...ALL, fact("waited")])]).toEqual(["unknown", "reached"]);
  });
});

describe("LOY-1: loyalty is repeated purchase with attachment", () => {
  const no = fact("likes", false);
  test.each([
    ["loyal", ALL.slice(0, 2), FOUR],
    ["latent", ALL.slice(0, 2), FOUR.slice(1)],
    ["spurious", [fact("believes-better"), no], FOUR],
    ["spurious", [no], FOUR],
    ["none", [fact("believes-better", false)], []],
    ["unknown", [fact("believes-better")], FOUR],
    ["unknown", [], FOUR],
  ] as const)("LOY-1: %s", (pattern, attitudes, purchases) => {
    expect(judge(attitudes, purchases).pattern).toBe(pattern);
  });
});

const anyFact: fc.Arbitrary<AttitudeFact> = fc
  .record({
    kind: fc.constantFrom<AttitudeKind>(
      ...([
        "believes-better",
        "likes",
        "satisfied",
        "intends-to-rebuy",
        "paid-more",
        "waited",
      ] as const),
    ),
    holds: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    serial: fc.nat({ max: 999_999 }),
  })
  .map(({ kind, holds, month, serial }) => ({ ...fact(kind, holds, month), id: `f${serial}` }));

const anyFacts = fc.uniqueArray(anyFact, { selector: ({ id }) => id, maxLength: 12 });

describe("LOY-1: whatever is known", () => {
  test("LOY-1: the order of facts does not matter, and each unknown level names what is missing", () => {
    fc.assert(
      fc.property(anyFacts, fc.nat({ max: 4 }), (attitudes, count) => {
        const result = judge(attitudes, FOUR.slice(0, count));
        expect(judge(attitudes.toReversed(), FOUR.slice(0, count).toReversed())).toEqual(result);
        for (const { status, missing, evidence } of result.levels) {
          expect(missing.length > 0).toBe(status === "unknown");
          if (status !== "unknown") expect(evidence.length).toBeGreaterThan(0);
        }
        const reached = result.levels.findIndex(({ status }) => status !== "reached");
        expect(result.next).toEqual(reached === -1 ? undefined : result.levels[reached]);
        expect(result.level).toBe(result.levels.at(reached === -1 ? 3 : reached - 1 - 4)?.level);
      }),
    );
  });

  test("LOY-1: a single satisfying experience never changes a level", () => {
    fc.assert(
      fc.property(anyFacts, (attitudes) => {
        const others = attitudes.filter(({ kind }) => kind !== "satisfied");
        const one = [...others, { ...fact("satisfied", true, 1), id: "one" }];
        expect(judge(one).level).toBe(judge(others).level);
        expect(judge(one).pattern).toBe(judge(others).pattern);
      }),
    );
  });
});
