import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { aggregate, instantFromEpochMilliseconds, money } from "goodwill/shared";
import type { Interaction } from "goodwill/touchpoint";
import { businessTouchpoints, businessTouchpointsCombine } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { codesOf } from "../catalogue/codes.js";
import { hostileValues } from "../catalogue/hostile.js";
import { contact, place } from "../catalogue/samples.js";

const catalogue = [place({ id: "store" }), place({ id: "website" }), place({ id: "club" })];

const anyContact: fc.Arbitrary<Interaction> = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 3 }),
    customer: fc.constantFrom("1", "2", "3", "__proto__").map(customerId),
    at: fc.integer({ min: 0, max: 1e12 }).map(instantFromEpochMilliseconds),
    touchpoint: fc.constantFrom("store", "website", "kiosk", "__proto__", "constructor"),
    channel: fc.constantFrom("web", "store"),
    direction: fc.constantFrom("inbound" as const, "outbound" as const),
    kind: fc.constant("visit"),
    outcome: fc.constantFrom("purchase", "toString", "__proto__"),
    feeling: fc.double({ min: -1, max: 1.2, noNaN: true }),
    topic: fc.constantFrom("price", "__proto__"),
    cost: fc.record({
      amount: fc.integer({ min: 0, max: 1000 }),
      currency: fc.constantFrom("EUR" as const, "CNY" as const),
    }),
  },
  { requiredKeys: ["id", "customer", "at", "touchpoint", "channel", "direction", "kind"] },
);

describe("businessTouchpoints", () => {
  it.each(["exact", "estimated"] as const)("keeps the laws of merging, %s", (counting) => {
    const other = counting === "exact" ? "estimated" : "exact";
    expectMergeLaws(businessTouchpointsCombine({ catalogue, counting }), anyContact, {
      tolerance: 1e-9,
      maxRows: 6,
      strangers: [
        businessTouchpointsCombine({ catalogue, counting: other }).createAccumulator(),
        { ...businessTouchpointsCombine({ catalogue, counting }).createAccumulator(), version: 2 },
      ],
    });
  });

  it("TP-1: every figure is what counting by hand gives", () => {
    fc.assert(
      fc.property(fc.array(anyContact), (log) => {
        const found = businessTouchpoints(log, { catalogue });
        const good = log.filter(({ feeling }) => (feeling ?? 0) <= 1);
        expect(found.interactions).toBe(good.length);
        expect(found.rejected).toBe(log.length - good.length);
        expect(found.rejectedRows.map(({ index }) => log[index])).toEqual(
          log.filter(({ feeling }) => (feeling ?? 0) > 1),
        );
        expect(found.customers).toBe(new Set(good.map(({ customer }) => customer)).size);
        for (const one of found.touchpoints) {
          const rows = good.filter(({ touchpoint }) => touchpoint === one.touchpoint);
          expect(one.interactions).toBe(rows.length);
          expect(one.customers).toBe(new Set(rows.map(({ customer }) => customer)).size);
          expect(one.share).toBe(rows.length / good.length);
          const inbound = rows.filter(({ direction }) => direction === "inbound");
          expect([one.inbound, one.outbound]).toEqual([
            inbound.length,
            rows.length - inbound.length,
          ]);
          expect(one.first).toBe(rows.map(({ at }) => at).toSorted()[0]);
          expect(one.last).toBe(
            rows
              .map(({ at }) => at)
              .toSorted()
              .at(-1),
          );
          for (const { outcome, interactions } of one.outcomes) {
            expect(interactions).toBe(rows.filter((row) => row.outcome === outcome).length);
          }
          const withOutcome = rows.filter(({ outcome }) => outcome !== undefined);
          expect(one.outcomes.reduce((sum, { interactions }) => sum + interactions, 0)).toBe(
            withOutcome.length,
          );
          for (const { topic, inbound: asked } of one.topics) {
            expect(asked).toBe(inbound.filter((row) => row.topic === topic).length);
          }
          for (const { amount, currency } of one.costs) {
            const costs = rows.map(({ cost }) => (cost?.currency === currency ? cost.amount : 0));
            expect(amount).toBe(costs.reduce((sum, cost) => sum + cost, 0));
          }
          const feelings = rows.map(({ feeling }) => feeling).filter((f) => f !== undefined);
          expect(one.feeling?.n ?? 0).toBe(feelings.length);
          if (one.feeling !== undefined) {
            const mean = feelings.reduce((sum, f) => sum + f, 0) / feelings.length;
            expect(one.feeling.mean).toBeCloseTo(mean, 12);
          }
        }
        const met = new Set(good.map(({ touchpoint }) => touchpoint));
        const ids = catalogue.map(({ id }) => id);
        expect(found.unknown).toEqual([...met].filter((id) => !ids.includes(id)).toSorted());
        expect(found.silent).toEqual(ids.filter((id) => !met.has(id)).toSorted());
      }),
    );
  });

  it("most interactions come first, equals by id, and shares add up to one", () => {
    const log = ["store", "website", "kiosk", "kiosk"].map((touchpoint, i) =>
      contact({ id: String(i), touchpoint }),
    );
    const { touchpoints, findings } = businessTouchpoints(log, { catalogue });
    expect(touchpoints.map(({ touchpoint }) => touchpoint)).toEqual(["kiosk", "store", "website"]);
    expect(touchpoints.reduce((sum, { share }) => sum + share, 0)).toBe(1);
    expect(codesOf(findings)).toEqual(["touchpoint-unknown", "touchpoint-silent"]);
  });

  it("the mean feeling has Student's interval", () => {
    const log = [1, 0, 1, 0].map((feeling, i) => contact({ id: String(i), feeling }));
    const { feeling } = businessTouchpoints(log, { catalogue }).touchpoints[0]!;
    // mean 0.5, s = 0.57735, t(3; 0.975) = 3.182446 (tables): 0.5 -+ 3.182446 x 0.57735 / 2
    expect(feeling?.interval?.lower).toBeCloseTo(0.5 - 0.918693, 5);
    expect(feeling?.interval?.upper).toBeCloseTo(0.5 + 0.918693, 5);
    const wide = businessTouchpoints(log, { catalogue, level: 0.5 }).touchpoints[0]!;
    expect(wide.feeling!.interval!.lower).toBeGreaterThan(feeling!.interval!.lower);
  });

  it("costs are kept by currency and never mixed", () => {
    const log = [money(100, "EUR"), money(5, "CNY"), money(20, "EUR")].map((cost, i) =>
      contact({ id: String(i), cost }),
    );
    expect(businessTouchpoints(log, { catalogue }).touchpoints[0]?.costs).toEqual([
      money(5, "CNY"),
      money(120, "EUR"),
    ]);
  });

  it("costs beyond whole numbers are refused, not rounded", () => {
    const cost = money(Number.MAX_SAFE_INTEGER, "EUR");
    const log = [contact({ id: "1", cost }), contact({ id: "2", cost })];
    expect(() => businessTouchpoints(log, { catalogue })).toThrow("2^53 - 1");
  });

  it.each([
    [{ at: "2026-02-30T00:00:00.000Z" }, "at"],
    [{ at: undefined }, "at"],
    [{ id: "" }, "id"],
    [{ customer: 7 }, "customer"],
    [{ touchpoint: "" }, "touchpoint"],
    [{ direction: "sideways" }, "direction"],
    [{ feeling: Number.NaN }, "feeling"],
    [{ feeling: "good" }, "feeling"],
    [{ outcome: "" }, "outcome"],
    [{ topic: 4 }, "topic"],
    [{ cost: { amount: 1.5, currency: "EUR" } }, "cost"],
    [{ cost: { amount: 1, currency: "XXX" } }, "cost"],
    [{ cost: null }, "cost"],
  ])("case %#: one bad row is handed back and fails nothing", (changes, path) => {
    const row = { ...contact({ id: "2" }), ...changes } as Interaction;
    const found = businessTouchpoints([contact({ id: "1" }), row, contact({ id: "3" })], {
      catalogue,
    });
    expect(found.interactions).toBe(2);
    expect(found.rejectedRows).toHaveLength(1);
    expect(found.rejectedRows[0]).toMatchObject({ index: 1, row });
    expect(found.rejectedRows[0]?.issues.map((issue) => issue.path)).toEqual([path]);
    expect(found.rejectedByPath).toEqual({ [path]: 1 });
  });

  it("what is no object is handed back, too", () => {
    const log = [null, undefined, 3] as unknown as Interaction[];
    expect(businessTouchpoints(log, { catalogue }).rejected).toBe(3);
  });

  it("what no message can be made of is handed back, whatever field it stands in", () => {
    const fields = ["id", "customer", "touchpoint", "channel", "kind", "outcome", "topic"];
    for (const hostile of hostileValues()) {
      const rows: unknown[] = [...fields, "at", "direction", "feeling", "cost"].map((field) => ({
        ...contact({ id: "1" }),
        [field]: hostile,
      }));
      const log = [contact({ id: "1" }), ...rows, hostile] as Interaction[];
      const { interactions, rejected } = businessTouchpoints(log, { catalogue });
      expect([interactions, rejected]).toEqual([1, rows.length + 1]);
    }
  });

  it("an empty log leaves every touchpoint silent", () => {
    const found = businessTouchpoints([], { catalogue });
    expect(found.silent).toEqual(["club", "store", "website"]);
    expect([found.interactions, found.customers, found.touchpoints]).toEqual([0, 0, []]);
  });

  it("estimated customers are exact below 1024 and within four standard errors above", () => {
    const figuresOf = (size: number) => {
      const log = Array.from({ length: 2 * size }, (_, i) =>
        contact({ id: String(i), customer: `customer ${String(i % size)}` }),
      );
      const combine = businessTouchpointsCombine({ catalogue, counting: "estimated" });
      return aggregate(log, combine);
    };
    expect(figuresOf(0).customersErrorShare).toBe(0);
    expect(figuresOf(1023)).toMatchObject({ customers: 1023, customersErrorShare: 0 });
    expect(figuresOf(1024).customersErrorShare).toBeCloseTo(0.0313, 4);
    for (const size of [5000, 20_000, 60_000]) {
      const { customers, customersErrorShare } = figuresOf(size);
      expect(customersErrorShare).toBeCloseTo(0.0313, 4);
      expect(Math.abs(customers - size) / size).toBeLessThan(4 * customersErrorShare);
    }
  });

  it("a level that is none is refused", () => {
    expect(() => businessTouchpoints([], { catalogue, level: 95 })).toThrow(RangeError);
  });
});
