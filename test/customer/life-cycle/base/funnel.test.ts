import fc from "fast-check";
import {
  baseFunnel,
  customerId,
  DEFAULT_LIFECYCLE_POLICY,
  lifecycleFunnelCombine,
  lifecycleHistory,
  lifecycleMigration,
  RELATIONSHIP_LADDER,
  RELATIONSHIP_RUNGS,
  relationshipRung,
  type LifecycleFacts,
  type LifecycleRow,
  type RelationshipRung,
} from "goodwill/customer";
import { instant, plainDate, plainDateAt, timeZone, wilsonInterval } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../../laws/merge-laws.js";
import { anyFacts, anyMoment, at, bought, felt, left, LIN, met, returned } from "../facts.js";

const zone = timeZone("America/New_York");
const options = { asOf: at("2026-01-01"), zone };

/** Rows of one base, the customers told apart by number. */
const anyRow: fc.Arbitrary<LifecycleRow> = fc
  .tuple(anyFacts, fc.nat({ max: 99 }), fc.boolean())
  .map(([facts, number, broken]) => {
    const customer = { id: customerId(`C-${number}`) };
    const own = JSON.parse(JSON.stringify(facts).replaceAll("C-17", customer.id)) as LifecycleFacts;
    // Now and then a fact of somebody else.
    return broken && number % 7 === 0
      ? { customer, facts: { ...own, signals: [felt("S-x", "2025-01-01")] } }
      : { customer, facts: own };
  });

describe("CUS-7: the funnel of the base", () => {
  it("CUS-7: how many reached each rung, with Wilson's interval and the median of days", () => {
    const row = (number: number, facts: LifecycleFacts): LifecycleRow => {
      const customer = { id: customerId(`C-${number}`), since: plainDate("2026-01-01") };
      return {
        customer,
        facts: JSON.parse(JSON.stringify(facts).replaceAll("C-17", customer.id)) as LifecycleFacts,
      };
    };
    const interactions = (day: string) => [met("I-1", day)];
    const rows = [
      row(1, {}),
      row(2, { interactions: interactions("2026-01-05") }),
      row(3, {
        interactions: interactions("2026-01-09"),
        purchases: [bought("P-1", "2026-01-19")],
      }),
      row(4, {
        interactions: interactions("2026-01-11"),
        purchases: [bought("P-1", "2026-01-15")],
        signals: [felt("S-1", "2026-01-16")],
      }),
      // Everything is in the future still.
      { customer: { id: customerId("C-5") }, facts: { purchases: [], signals: [] } },
      { ...row(6, {}), customer: { id: customerId("C-6"), since: plainDate("2027-01-01") } },
    ];
    const funnel = baseFunnel(rows, {
      asOf: instant("2026-02-01T00:00:00Z"),
      zone: timeZone("UTC"),
    });
    expect(funnel.customers).toBe(5);
    expect(funnel.notYet).toBe(1);
    expect(
      funnel.steps.map(({ rung, reached, medianDays }) => [rung, reached, medianDays]),
    ).toEqual([
      ["potential", 5, undefined],
      ["qualified-prospect", 3, 8],
      ["user", 2, 7],
      ["satisfied", 1, 1],
      ["loyal", 0, undefined],
    ]);
    // The figures of Wilson (1927) for 3 of 5, as Brown, Cai and DasGupta (2001) compute them.
    const { share, interval } = funnel.steps[1]!.conversion!;
    expect([share, interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([
      0.6,
      "0.2307",
      "0.8824",
    ]);
    expect(funnel.steps[4]?.conversion).toEqual({
      share: 0,
      interval: wilsonInterval({ count: 0, n: 1 }),
    });
    expect(funnel.now).toEqual({
      potential: 2,
      "qualified-prospect": 1,
      user: 1,
      satisfied: 1,
      loyal: 0,
      lapsed: 0,
      lost: 0,
    });
  });

  it("CUS-7: of no customers it is a funnel of zeros", () => {
    const { customers, steps } = baseFunnel([], options);
    expect(customers).toBe(0);
    expect(steps.map(({ reached }) => reached)).toEqual([0, 0, 0, 0, 0]);
    expect(steps.every((step) => !("conversion" in step) && !("medianDays" in step))).toBe(true);
  });

  it("CUS-7: agrees with the histories of its customers", () => {
    const ladder: readonly RelationshipRung[] = RELATIONSHIP_LADDER;
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), anyMoment, (rows, asOf) => {
        const funnel = baseFunnel(rows, { asOf, zone });
        const good = rows.filter(({ customer, facts }) =>
          (facts.signals ?? []).every((signal) => signal.customer === customer.id),
        );
        expect(funnel.rejected).toHaveLength(rows.length - good.length);
        const known = good.filter(({ facts }) => {
          const all = Object.values(facts).flat() as { at: string }[];
          return all.length === 0 || all.some((fact) => fact.at <= asOf);
        });
        expect([funnel.customers, funnel.notYet]).toEqual([
          known.length,
          good.length - known.length,
        ]);
        const from = instant("2000-01-01T00:00:00Z");
        const best = known.map(({ customer, facts }) => {
          const { transitions } = lifecycleHistory(customer, facts, { from, to: asOf, zone });
          return Math.max(0, ...transitions.map(({ after }) => ladder.indexOf(after.rung)));
        });
        expect(funnel.steps.map(({ reached }) => reached)).toEqual(
          ladder.map((_, height) => best.filter((one) => one >= height).length),
        );
        const now = known.map(
          ({ customer, facts }) => relationshipRung(customer, facts, { asOf, zone }).rung,
        );
        for (const rung of RELATIONSHIP_RUNGS) {
          expect(funnel.now[rung]).toBe(now.filter((one) => one === rung).length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("CUS-7: the days from rung to rung are those of the histories, exactly", () => {
    fc.assert(
      fc.property(anyFacts, anyMoment, (facts, asOf) => {
        const { steps } = baseFunnel([{ customer: LIN, facts }], { asOf, zone });
        const from = instant("2000-01-01T00:00:00Z");
        const { transitions } = lifecycleHistory(LIN, facts, { from, to: asOf, zone });
        const firstAt = (height: number) =>
          transitions.find(
            ({ after }) => (RELATIONSHIP_LADDER as readonly string[]).indexOf(after.rung) >= height,
          )?.at;
        for (let height = 2; height < 5; height += 1) {
          const [a, b] = [firstAt(height - 1), firstAt(height)];
          const days =
            a === undefined || b === undefined
              ? undefined
              : (Date.parse(plainDateAt(b, zone)) - Date.parse(plainDateAt(a, zone))) / 86_400_000;
          expect(steps[height]?.medianDays).toBe(days);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("CUS-7: rows may be split and merged in any way; another configuration is refused", () => {
    const policy = { ...DEFAULT_LIFECYCLE_POLICY, signalDays: 30 };
    expectMergeLaws(lifecycleFunnelCombine(options), anyRow, {
      maxRows: 2,
      strangers: [
        lifecycleFunnelCombine({ ...options, policy }).createAccumulator(),
        lifecycleFunnelCombine({ ...options, level: 0.9 }).createAccumulator(),
        { ...lifecycleFunnelCombine(options).createAccumulator(), version: 2 },
      ],
    });
  }, 60_000);

  it("a customer whose facts cannot be read is handed back with the reason; the others count", () => {
    const bad = {
      customer: { id: customerId("C-2") },
      facts: { signals: [felt("S-1", "2025-01-01")] },
    };
    const funnel = baseFunnel([bad, { customer: LIN, facts: {} }], options);
    expect(funnel.customers).toBe(1);
    expect(funnel.rejected).toEqual([
      {
        customer: "C-2",
        issues: [
          { path: "facts.signals.0.customer", message: 'is of customer "C-17", not of "C-2"' },
        ],
      },
    ]);
    expect(() => baseFunnel([], { ...options, level: 95 })).toThrow("confidence level");
    expect(() => baseFunnel([], { ...options, asOf: "today" as never })).toThrow(RangeError);
  });

  const huge = (id: string) => {
    const total = { amount: Number.MAX_SAFE_INTEGER, currency: "EUR" } as const;
    const lines = [{ product: "tea", quantity: 1, amount: total }];
    return { ...bought(id, "2025-01-01"), lines, total };
  };
  const signal = felt("S-1", "2025-01-01");
  const purchase = bought("P-1", "2025-01-01");
  const of = (facts: object): object => ({ customer: LIN, facts });

  it.each([
    [{ customer: { ...LIN, since: "2026-02-30" }, facts: {} }, "customer.since"],
    [{ customer: { ...LIN, since: "0000-01-01" }, facts: {} }, "customer.since"],
    [
      of({ terminations: [left("T", "2025-01-01", { lastDay: "2026-02-30" as never })] }),
      "lastDay",
    ],
    [
      of({ terminations: [left("T", "2025-01-01", { withdrawnAt: "2026-03-99" as never })] }),
      "facts.terminations.0.withdrawnAt",
    ],
    [
      of({ terminations: [{ ...left("T", "2025-01-01"), kind: "so" }] }),
      "facts.terminations.0.kind",
    ],
    [of({ purchases: [huge("P-1"), huge("P-2")] }), "facts.purchases"],
    [of({ purchases: [{ ...purchase, lines: undefined }] }), "facts.purchases.0.lines"],
    [of({ purchases: [{ ...purchase, lines: [null] }] }), "facts.purchases.0.lines.0"],
    [of({ purchases: [{ ...purchase, total: null }] }), "facts.purchases.0.total"],
    [
      of({ purchases: [{ ...purchase, total: { amount: 1, currency: "xx" } }] }),
      "facts.purchases.0.total.currency",
    ],
    [of({ signals: [{ ...signal, at: "0000-01-01T00:00:00.000Z" }] }), "facts.signals.0.at"],
    [of({ signals: [{ ...signal, state: "happy" }] }), "facts.signals.0.state"],
    [of({ signals: [null] }), "facts.signals.0"],
    [of({ signals: null }), "facts.signals"],
    [of({ interactions: [{ ...met("I", "2025-01-01"), kind: 1 }] }), "facts.interactions.0.kind"],
    [{ customer: LIN }, "facts"],
    [{ facts: {} }, "customer"],
    [{ customer: { id: 7 }, facts: {} }, "customer.id"],
    [null, ""],
    [undefined, ""],
    ["C-1", ""],
  ])(
    "case %#: a row of any form is handed back with its reason, and fails no batch",
    (bad, path) => {
      const rows = [bad, { customer: { id: customerId("C-1") }, facts: {} }] as LifecycleRow[];
      const span = { from: at("2025-01-01"), to: options.asOf, zone };
      for (const result of [baseFunnel(rows, options), lifecycleMigration(rows, span)]) {
        expect(result.customers).toBe(1);
        expect(result.rejected).toHaveLength(1);
        const [rejected] = result.rejected;
        expect(rejected?.issues[0]?.path.endsWith(path)).toBe(true);
        expect(rejected?.issues[0]?.message).not.toBe("");
        const named = (bad as { customer?: { id?: unknown } } | null | undefined)?.customer?.id;
        expect(rejected?.customer).toBe(typeof named === "string" ? named : undefined);
        expect(JSON.parse(JSON.stringify(rejected))).toEqual(rejected);
      }
    },
  );

  it("a refund of money alone is no fault, and what was paid back is kept", () => {
    const refund = returned("R-1", "2025-12-02", { of: "P-1" });
    const lines = refund.lines.map((line) => ({ ...line, quantity: 0 }));
    const facts = { purchases: [bought("P-1", "2025-12-01"), { ...refund, lines }] };
    const funnel = baseFunnel([{ customer: LIN, facts }], options);
    expect([funnel.rejected, funnel.now.user]).toEqual([[], 1]);
    expect(relationshipRung(LIN, facts, options).rung).toBe("user");
  });
});
