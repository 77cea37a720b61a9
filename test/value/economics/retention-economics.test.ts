import fc from "fast-check";
import { explain } from "goodwill/shared";
import { retentionEconomics, VALUE_SENTENCES } from "goodwill/value";
import { describe, expect, test } from "vitest";

const FACTS = {
  ...{ customers: 1000, margin: 120, retentionRate: 0.8, acquisitionCost: 300, keepingCost: 40 },
} as const;

describe("economics of retention", () => {
  test("VAL-3: five points of retention save five in a hundred replacements", () => {
    const { before, after, ...rest } = retentionEconomics(FACTS);
    // 120,000 margin, 40,000 keeping, 200 of 300 replaced; then 150.
    expect(before.lost).toBeCloseTo(200, 10);
    expect(before.profit).toBeCloseTo(20_000, 8);
    expect(after.retentionRate).toBeCloseTo(0.85, 12);
    expect(after.profit).toBeCloseTo(35_000, 8);
    expect(rest.profitGain).toBeCloseTo(15_000, 8);
    expect(rest.profitGainShare).toBeCloseTo(0.75, 10);
    expect(rest.acquisitionToKeeping).toBe(7.5);
    // 15,000 saved among 1,000 customers.
    expect(rest.breakEvenKeepingCost).toBeCloseTo(55, 10);
    // Five periods of 80, less 300; then 6.67.
    expect([before.meanStay, before.customerProfit].map((value) => value?.toFixed(2))).toEqual([
      "5.00",
      "100.00",
    ]);
    expect(after.customerProfit?.toFixed(2)).toBe("233.33");
  });

  test("VAL-3: at the break-even cost of keeping, nothing is gained", () => {
    const amount = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(amount, amount, fc.nat({ max: 90 }), (acquisitionCost, keepingCost, percent) => {
        const facts = { ...FACTS, acquisitionCost, keepingCost, retentionRate: percent / 100 };
        const { breakEvenKeepingCost, after, before } = retentionEconomics(facts);
        const even = retentionEconomics({ ...facts, keepingCostAfter: breakEvenKeepingCost });
        expect(even.profitGain).toBeCloseTo(0, 6);
        for (const { trace, profit } of [before, after]) {
          expect(trace.parts?.reduce((sum, { value }) => sum + value, 0)).toBe(profit);
        }
      }),
    );
  });

  test("VAL-3: the trace shows margin, keeping and replacing", () => {
    const { before } = retentionEconomics({ ...FACTS, retentionRate: 0.75 });
    expect(explain(before.trace, VALUE_SENTENCES)).toBe(
      [
        "5000 profit a period at a retention of 0.75:",
        "  120000 margin: 1000 customers at 120.",
        "  -40000 for keeping 1000 customers at 40.",
        "  -75000 for replacing 250 customers lost at 300.",
      ].join("\n"),
    );
  });

  test("VAL-3: figures that cannot be told are absent", () => {
    const full = retentionEconomics({ ...FACTS, retentionRate: 0.95, keepingCost: 0 });
    expect(full.after).not.toHaveProperty("meanStay");
    expect(full.after).not.toHaveProperty("customerProfit");
    expect(full.after.lost).toBe(0);
    expect(full).not.toHaveProperty("acquisitionToKeeping");
    const loss = retentionEconomics({ ...FACTS, margin: 0 });
    expect(loss).not.toHaveProperty("profitGainShare");
    expect(loss.profitGain).toBeCloseTo(15_000, 8);
    expect(retentionEconomics({ ...FACTS, retentionGain: 0 }).profitGain).toBe(0);
  });

  test("VAL-3: numbers that are none are refused", () => {
    expect(() => retentionEconomics({ ...FACTS, customers: 0 })).toThrow(/above 0, got 0/);
    expect(() => retentionEconomics({ ...FACTS, margin: Infinity })).toThrow(
      /margin must be finite/,
    );
    expect(() => retentionEconomics({ ...FACTS, retentionRate: 0.96 })).toThrow(/not rise above 1/);
    expect(() => retentionEconomics({ ...FACTS, retentionGain: -0.1 })).toThrow(
      /gain of retention/,
    );
    expect(() => retentionEconomics({ ...FACTS, retentionRate: -0.1 })).toThrow(/from 0 to 1/);
    expect(() => retentionEconomics({ ...FACTS, acquisitionCost: -1 })).toThrow(
      /cost of acquiring/,
    );
    expect(() => retentionEconomics({ ...FACTS, keepingCost: NaN })).toThrow(/cost of keeping/);
    expect(() => retentionEconomics({ ...FACTS, keepingCostAfter: -1 })).toThrow(/keeping after/);
  });
});
