import { spendFrequencyCorrelation, spendHistories } from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cdnowSpend } from "./cdnow-spend.js";

const customer = fc.record(
  {
    frequency: fc.nat(4),
    meanSpend: fc.double({ min: -5, max: 50, noNaN: true }),
    count: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ["frequency"] },
);

describe("VAL-3: spend histories", () => {
  test("VAL-3: nobody is lost: rows and those left out are all customers", () => {
    fc.assert(
      fc.property(fc.array(customer), (customers) => {
        const { rows, leftOut } = spendHistories(customers);
        const of = (all: readonly { readonly count?: number }[]): number =>
          all.reduce((sum, { count = 1 }) => sum + count, 0);
        const left = leftOut.withoutRepeatPurchase + leftOut.withoutSpend;
        expect(of(rows) + left).toBe(of(customers));
        expect(rows.every((row) => row.frequency > 0 && row.meanSpend > 0)).toBe(true);
      }),
    );
  });

  test("VAL-3: who bought once, and whose spend is 0, absent or below 0, is left out by the reason", () => {
    const { rows, leftOut } = spendHistories(
      [
        { frequency: 0, count: 4 },
        { frequency: 0, meanSpend: 3 },
        { frequency: 1, meanSpend: 0, currency: "EUR" },
        { frequency: 2, meanSpend: -4 },
        { frequency: 2 },
        { frequency: 2, meanSpend: 9, currency: "EUR", count: 3 },
      ].map((row) => ({ currency: "EUR", ...row })),
    );
    expect(rows).toEqual([{ frequency: 2, meanSpend: 9, count: 3 }]);
    expect(leftOut).toEqual({ withoutRepeatPurchase: 5, withoutSpend: 3 });
  });

  test("VAL-3: two currencies and impossible numbers are a broken contract", () => {
    const euros = { frequency: 1, meanSpend: 3, currency: "EUR" };
    expect(() => spendHistories([euros, { ...euros, currency: "USD" }])).toThrow(
      "Cannot gather spend: all must be in one currency, got EUR and USD",
    );
    expect(() => spendHistories([{ frequency: 1, meanSpend: 3 }, euros])).toThrow(
      "Cannot gather spend: all must be in one currency, got none and EUR",
    );
    expect(() => spendHistories([{ frequency: -1, meanSpend: 3 }])).toThrow(RangeError);
    expect(() => spendHistories([{ frequency: 1.5, meanSpend: 0 }])).toThrow(RangeError);
    expect(() => spendHistories([{ frequency: 1, meanSpend: NaN }])).toThrow(RangeError);
    expect(() => spendHistories([{ frequency: 0, count: -1 }])).toThrow(RangeError);
  });
});

describe("VAL-3: the correlation of spend and frequency", () => {
  test("VAL-3: 1 and -1 along a line, and nothing without spread", () => {
    const line = (slope: number): { frequency: number; meanSpend: number }[] =>
      [1, 2, 5, 9].map((frequency) => ({ frequency, meanSpend: 100 + slope * frequency }));
    expect(spendFrequencyCorrelation(line(3))).toBeCloseTo(1, 12);
    expect(spendFrequencyCorrelation(line(-3))).toBeCloseTo(-1, 12);
    expect(spendFrequencyCorrelation(line(0))).toBeUndefined();
    expect(spendFrequencyCorrelation([])).toBeUndefined();
    expect(spendFrequencyCorrelation([{ frequency: 2, meanSpend: 5 }])).toBeUndefined();
  });

  test("VAL-3: a count is that many rows, and the unit of money does not matter", () => {
    const rows = [
      { frequency: 1, meanSpend: 30, count: 3 },
      { frequency: 2, meanSpend: 10, count: 2 },
      { frequency: 7, meanSpend: 20, count: 1 },
    ];
    const expected = spendFrequencyCorrelation(rows)!;
    const repeated = rows.flatMap(({ count, ...row }) => Array.from({ length: count }, () => row));
    expect(spendFrequencyCorrelation(repeated)).toBeCloseTo(expected, 14);
    const cents = rows.map((row) => ({ ...row, meanSpend: 100 * row.meanSpend }));
    expect(spendFrequencyCorrelation(cents)).toBeCloseTo(expected, 14);
  });

  const sample = cdnowSpend("cdnow_sample_39w");
  test.skipIf(sample === undefined)(
    "VAL-3: CDNOW, sample: 0.11, as published (skipped without data/value)",
    () => {
      expect(spendFrequencyCorrelation(sample!)).toBeCloseTo(0.11, 2);
    },
  );
});
