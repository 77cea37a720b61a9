import fc from "fast-check";
import {
  marginRetentionValue,
  type FirstMargin,
  type MarginRetention,
  VALUE_SENTENCES,
} from "goodwill/value";
import { explain } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { MARGIN_MULTIPLES } from "../../golden/value-economics.js";

function valueOf(facts: MarginRetention): number {
  const result = marginRetentionValue(facts);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.value;
}

/** The same sum, margin by margin. */
function plainValue(facts: MarginRetention, firstMargin: FirstMargin, periods: number): number {
  const { margin, retentionRate: r, discountRate: d } = facts;
  let sum = 0;
  for (let k = 0; k < periods; k += 1) {
    if (firstMargin === "now") sum += (margin * r ** k) / (1 + d) ** k;
    else if (firstMargin === "after-first-period") sum += (margin * r ** k) / (1 + d) ** (k + 1);
    else sum += (margin * r ** (k + 1)) / (1 + d) ** (k + 1);
  }
  return sum;
}

const FIRST_MARGINS = ["now", "after-first-period", "after-first-renewal"] as const;

describe("value by margin, retention and discount", () => {
  test("VAL-3: the published multiples of margin", () => {
    for (const [retentionRate, discountRate, multiple] of MARGIN_MULTIPLES) {
      expect(valueOf({ margin: 1, retentionRate, discountRate }).toFixed(2)).toBe(multiple);
    }
  });

  test("VAL-3: each variant is its sum, finite and without an end", () => {
    const rate = fc.integer({ min: 0, max: 95 }).map((percent) => percent / 100);
    const margin = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(
        fc.record({ margin, retentionRate: rate, discountRate: rate }),
        fc.constantFrom(...FIRST_MARGINS),
        fc.integer({ min: 1, max: 30 }),
        (facts, firstMargin, periods) => {
          const finite = valueOf({ ...facts, firstMargin, horizon: { periods } });
          expect(finite).toBeCloseTo(plainValue(facts, firstMargin, periods), 8);
          // 0.95 to the power of 800 is below 1e-17.
          expect(valueOf({ ...facts, firstMargin })).toBeCloseTo(
            plainValue(facts, firstMargin, 800),
            7,
          );
        },
      ),
    );
  });

  test("VAL-3: at full retention and without discount a horizon counts its margins, and no end has no value", () => {
    const facts = { margin: 100, retentionRate: 1, discountRate: 0 };
    expect(valueOf({ ...facts, horizon: { periods: 7 } })).toBe(700);
    expect(marginRetentionValue(facts)).toEqual({
      ok: false,
      error: { code: "endless-value", retentionRate: 1, discountRate: 0 },
    });
    const endless = { code: "endless-value", params: { retentionRate: 1, discountRate: 0 } };
    expect(explain(endless, VALUE_SENTENCES)).toBe(
      "No limit to the value: at a retention of 1 and a discount of 0 the margins never end.",
    );
    expect(valueOf({ ...facts, discountRate: 0.1 })).toBeCloseTo(1000, 10);
    expect(valueOf({ ...facts, retentionRate: 0, firstMargin: "now" })).toBe(100);
    expect(
      valueOf({ ...facts, retentionRate: 0, firstMargin: "now", horizon: { periods: 3 } }),
    ).toBe(100);
    expect(valueOf({ ...facts, retentionRate: 0 })).toBe(0);
  });

  test("VAL-3: more retention is worth more, more discount less", () => {
    const rate = fc.integer({ min: 1, max: 90 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.constantFrom(...FIRST_MARGINS),
        (retentionRate, discountRate, firstMargin) => {
          const facts = { margin: 10, retentionRate, discountRate, firstMargin };
          const value = valueOf(facts);
          expect(valueOf({ ...facts, retentionRate: retentionRate + 0.05 })).toBeGreaterThan(value);
          expect(valueOf({ ...facts, discountRate: discountRate + 0.05 })).toBeLessThan(value);
        },
      ),
    );
  });

  test("VAL-3: the trace names the facts and the two factors", () => {
    const result = marginRetentionValue({ margin: 100, retentionRate: 0.8, discountRate: 0.1 });
    expect(result.ok && explain(result.value.trace, VALUE_SENTENCES)).toBe(
      [
        "Worth 266.667: margins of periods: infinite, at a retention of 0.8 and a discount of 0.1 a period, the first after-first-renewal.",
        "  100 margin a period,",
        "  times 2.66667 margins, those lost and the discount taken off.",
      ].join("\n"),
    );
  });

  test("VAL-3: facts that are none are refused", () => {
    const facts = { margin: 1, retentionRate: 0.5, discountRate: 0.1 };
    expect(() => marginRetentionValue({ ...facts, margin: NaN })).toThrow(/margin must be finite/);
    for (const retentionRate of [-0.1, 1.1, NaN]) {
      expect(() => marginRetentionValue({ ...facts, retentionRate })).toThrow(/from 0 to 1/);
    }
    for (const discountRate of [-0.1, NaN, Infinity]) {
      expect(() => marginRetentionValue({ ...facts, discountRate })).toThrow(/at least 0/);
    }
    for (const periods of [0, 1.5, NaN]) {
      expect(() => marginRetentionValue({ ...facts, horizon: { periods } })).toThrow(
        /whole number/,
      );
    }
    expect(() => marginRetentionValue({ ...facts, firstMargin: "later" as "now" })).toThrow(
      /got later/,
    );
  });
});
