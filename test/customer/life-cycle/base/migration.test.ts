import fc from "fast-check";
import {
  customerId,
  lifecycleMigration,
  lifecycleMigrationCombine,
  RELATIONSHIP_RUNGS,
  relationshipRung,
  type LifecycleFacts,
  type LifecycleRow,
} from "goodwill/customer";
import { instant, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../../laws/merge-laws.js";
import { anyFacts, anyMoment, at, bought, felt, LIN, met } from "../facts.js";

const zone = timeZone("Europe/London");
const options = { from: at("2025-01-01"), to: at("2026-01-01"), zone };
const anyRow: fc.Arbitrary<LifecycleRow> = anyFacts.map((facts) => ({ customer: LIN, facts }));

describe("CUS-7: the moves between two dates", () => {
  it("CUS-7: from where to where, with shares of those who were there", () => {
    const row = (number: number, facts: LifecycleFacts): LifecycleRow => {
      const customer = { id: customerId(`C-${number}`) };
      const text = JSON.stringify(facts).replaceAll("C-17", customer.id);
      return { customer, facts: JSON.parse(text) as LifecycleFacts };
    };
    const prospect = { interactions: [met("I-1", "2026-01-20")] };
    const rows = [
      row(1, prospect),
      row(2, { ...prospect, purchases: [bought("P-1", "2026-02-10")] }),
      row(3, { ...prospect, purchases: [bought("P-1", "2026-02-11")] }),
      row(4, { purchases: [bought("P-1", "2026-02-20")], signals: [felt("S-1", "2026-02-21")] }),
      row(5, { purchases: [bought("P-1", "2026-04-20")] }),
      {
        customer: LIN,
        facts: { signals: [{ ...felt("S", "2026-01-01"), customer: customerId("C-0") }] },
      },
    ];
    const from = instant("2026-02-01T00:00:00Z");
    const to = instant("2026-03-01T00:00:00Z");
    const moved = lifecycleMigration(rows, { from, to, zone });
    expect(moved.cells.map(({ from: a, to: b, count, share }) => [a, b, count, share])).toEqual([
      ["qualified-prospect", "qualified-prospect", 1, 1 / 3],
      ["qualified-prospect", "user", 2, 2 / 3],
      ["new", "satisfied", 1, 1],
    ]);
    expect([moved.customers, moved.notYet, moved.rejected.length]).toEqual([4, 1, 1]);
    expect(moved.opening["new"]).toBe(1);
    expect(moved.closing.user).toBe(2);
  });

  it("CUS-7: what happens at the opening belongs to it, what happens at the close to the close", () => {
    const facts = {
      interactions: [met("I-1", "2026-01-20")],
      purchases: [bought("P-1", "2026-02-20")],
    };
    const between = { from: at("2026-01-20"), to: at("2026-02-20"), zone };
    const { cells } = lifecycleMigration([{ customer: LIN, facts }], between);
    expect(cells.map(({ from, to }) => [from, to])).toEqual([["qualified-prospect", "user"]]);
  });

  it("CUS-7: rows and columns are the rungs of the two moments, and everything adds up", () => {
    const span = fc.tuple(anyMoment, anyMoment).filter(([a, b]) => a <= b);
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), span, (rows, [from, to]) => {
        const moved = lifecycleMigration(rows, { from, to, zone });
        const cells = moved.cells.reduce((sum, { count }) => sum + count, 0);
        expect(cells).toBe(moved.customers);
        expect(moved.customers + moved.notYet).toBe(rows.length);
        const shares = new Map<string, number>();
        for (const { from: a, share } of moved.cells) shares.set(a, (shares.get(a) ?? 0) + share);
        for (const share of shares.values()) expect(share).toBeCloseTo(1, 12);
        for (const rung of RELATIONSHIP_RUNGS) {
          const there = rows.filter(({ customer, facts }) => {
            const all = Object.values(facts).flat() as { at: string }[];
            if (all.length > 0 && all.every((fact) => fact.at > to)) return false;
            return relationshipRung(customer, facts, { asOf: to, zone }).rung === rung;
          });
          expect(moved.closing[rung]).toBe(there.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("CUS-7: rows may be split and merged in any way; other dates are refused", () => {
    expectMergeLaws(lifecycleMigrationCombine(options), anyRow, {
      maxRows: 2,
      strangers: [
        lifecycleMigrationCombine({ ...options, to: at("2026-01-02") }).createAccumulator(),
        lifecycleMigrationCombine({ ...options, zone: timeZone("UTC") }).createAccumulator(),
      ],
    });
  }, 60_000);

  it("dates that run backwards are refused before the first row", () => {
    expect(() => lifecycleMigrationCombine({ ...options, to: at("2024-01-01") })).toThrow(
      "ends before it begins",
    );
  });
});
