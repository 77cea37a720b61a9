import fc from "fast-check";
import { NEED_KINDS, needDepth, needOverview, type Need } from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { AS_OF, pastInstants } from "./samples.js";

// Kotler's own example of the five kinds: the customer who wants an inexpensive car.
const CAR: readonly Need[] = [
  { topic: "an inexpensive car", kind: "stated", depth: "demand" },
  { topic: "low operating cost", kind: "real", depth: "want" },
  { topic: "good service from the dealer", kind: "unstated" },
  { topic: "a navigation system as a gift", kind: "delight", depth: "need" },
  { topic: "to be seen as a savvy consumer", kind: "secret" },
];

describe("needs", () => {
  it("CUS-8: the five kinds are told apart, in their order", () => {
    const { kinds, unknownKinds } = needOverview(CAR, { asOf: AS_OF });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "stated",
      "real",
      "unstated",
      "delight",
      "secret",
    ]);
    expect(kinds.map(({ needs }) => needs.map(({ topic }) => topic))).toEqual(
      CAR.map(({ topic }) => [topic]),
    );
    expect(unknownKinds).toEqual([]);
  });

  it("CUS-8: the kinds of which nothing is known are named", () => {
    const known = CAR.filter(({ kind }) => kind === "secret" || kind === "real");
    expect(needOverview(known, { asOf: AS_OF }).unknownKinds).toEqual([
      "stated",
      "unstated",
      "delight",
    ]);
    expect(needOverview([], { asOf: AS_OF }).unknownKinds).toEqual(NEED_KINDS);
  });

  it("CUS-8: needs, wants and demands are told apart", () => {
    const { demands, wants, depthUnknown } = needOverview([...CAR, ...CAR], { asOf: AS_OF });
    expect(demands).toEqual(["an inexpensive car"]);
    expect(wants).toEqual(["low operating cost"]);
    expect(depthUnknown).toEqual([
      "good service from the dealer",
      "to be seen as a savvy consumer",
    ]);
  });

  it("CUS-8: a want is a group's habit, a demand a want with the ability to pay", () => {
    expect(needDepth({})).toBeUndefined();
    expect(needDepth({ canPay: true })).toBeUndefined();
    expect(needDepth({ shapedByHabit: false, canPay: true })).toBe("need");
    expect(needDepth({ shapedByHabit: true })).toBe("want");
    expect(needDepth({ shapedByHabit: true, canPay: false })).toBe("want");
    expect(needDepth({ shapedByHabit: true, canPay: true })).toBe("demand");
  });

  it("what is learned later is not known yet; the latest comes first, undated ones last", () => {
    const at = (day: string): Pick<Need, "at"> => ({ at: instant(`${day}T00:00:00Z`) });
    const needs: readonly Need[] = [
      { topic: "d", kind: "stated" },
      { topic: "c", kind: "stated" },
      { topic: "a", kind: "stated", ...at("2025-01-01") },
      { topic: "later", kind: "stated", ...at("2026-02-14") },
      { topic: "b", kind: "stated", ...at("2025-06-01") },
    ];
    const stated = needOverview(needs, { asOf: AS_OF }).kinds[0]?.needs.map(({ topic }) => topic);
    expect(stated).toEqual(["b", "a", "c", "d"]);
  });

  it("every need known is in exactly one kind, whatever the order given", () => {
    const needs = fc.array(
      fc.record(
        {
          topic: fc.constantFrom("a", "b", "c"),
          kind: fc.constantFrom(...NEED_KINDS),
          depth: fc.constantFrom("need" as const, "want" as const, "demand" as const),
          at: pastInstants,
        },
        { requiredKeys: ["topic", "kind"] },
      ),
    );
    fc.assert(
      fc.property(needs, (given) => {
        const overview = needOverview(given, { asOf: AS_OF });
        const all = overview.kinds.flatMap((one) => one.needs);
        expect(all).toHaveLength(given.length);
        expect(
          overview.kinds.every(({ kind, needs: own }) => own.every((n) => n.kind === kind)),
        ).toBe(true);
        const backwards = needOverview(given.toReversed(), { asOf: AS_OF });
        expect(backwards.demands).toEqual(overview.demands);
        expect(backwards.kinds.map((one) => one.needs.map(({ at, topic }) => [at, topic]))).toEqual(
          overview.kinds.map((one) => one.needs.map(({ at, topic }) => [at, topic])),
        );
      }),
    );
  });
});
