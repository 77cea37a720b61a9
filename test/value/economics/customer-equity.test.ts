import fc from "fast-check";
import { explain, money } from "goodwill/shared";
import { customerEquity, equityGrowth, type CustomerValue, VALUE_SENTENCES } from "goodwill/value";
import { describe, expect, test } from "vitest";

const EURO = { currency: "EUR" } as const;

function worth(customer: string, amount: number, referredBy?: string): CustomerValue {
  const value = money(amount, "EUR");
  return { customer, value, ...(referredBy !== undefined && { referredBy }) };
}

const BEFORE = [worth("a", 500), worth("b", 200), worth("c", 100), worth("d", 50)];
const AFTER = [
  worth("a", 650),
  worth("c", 70),
  worth("d", 50),
  worth("e", 30),
  worth("f", 90, "a"),
];

describe("customers as an asset", () => {
  test("VAL-7: equity is the sum of the lifetime values, those below zero told apart", () => {
    expect(customerEquity([worth("a", 500), worth("b", -30), worth("c", 0)], EURO)).toEqual({
      equity: money(470, "EUR"),
      customers: 3,
      belowZero: 1,
      belowZeroValue: money(-30, "EUR"),
    });
    expect(customerEquity([], EURO)).toMatchObject({ equity: money(0, "EUR"), customers: 0 });
  });

  test("VAL-7: growth comes from keeping, adding, extending and referring", () => {
    const growth = equityGrowth(BEFORE, AFTER, EURO);
    // b is gone (-200), c fell by 30; a rose by 150; e is new, f referred; d stayed as it was.
    expect(growth.keeping).toEqual({ change: money(-230, "EUR"), customers: 2 });
    expect(growth.extending).toEqual({ change: money(150, "EUR"), customers: 1 });
    expect(growth.adding).toEqual({ change: money(30, "EUR"), customers: 1 });
    expect(growth.referring).toEqual({ change: money(90, "EUR"), customers: 1 });
    expect(growth.change).toEqual(money(40, "EUR"));
    expect([growth.before.equity.amount, growth.after.equity.amount]).toEqual([850, 890]);
    expect(explain(growth.trace, VALUE_SENTENCES)).toBe(
      [
        "The base moved by 40 minor units of EUR:",
        "  -230 by customers gone or worth less (2).",
        "  30 by new customers (1).",
        "  150 by customers worth more (1).",
        "  90 by new customers whom somebody referred (1).",
      ].join("\n"),
    );
  });

  test("VAL-7: a customer below zero who leaves is a gain of keeping, and a new one lowers adding", () => {
    const growth = equityGrowth([worth("a", -80)], [worth("b", -5)], EURO);
    expect(growth.keeping.change.amount).toBe(80);
    expect(growth.adding.change.amount).toBe(-5);
  });

  test("VAL-7: the parts add up to the minor unit", () => {
    const base = fc.uniqueArray(
      fc.record({
        id: fc.nat({ max: 15 }),
        amount: fc.integer({ min: -1e9, max: 1e12 }),
        referred: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    const valued = base.map((rows) =>
      rows.map(({ id, amount, referred }) => worth(String(id), amount, referred ? "x" : undefined)),
    );
    fc.assert(
      fc.property(valued, valued, (before, after) => {
        const growth = equityGrowth(before, after, EURO);
        const { keeping, adding, extending, referring } = growth;
        const parts = [keeping, adding, extending, referring].map(({ change }) => change.amount);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(growth.change.amount);
        expect(growth.after.equity.amount - growth.before.equity.amount).toBe(growth.change.amount);
        expect(growth.trace.parts?.map(({ value }) => value)).toEqual(parts);
        const back = equityGrowth(after, before, EURO);
        expect(back.change.amount).toBe(0 - growth.change.amount + 0);
      }),
    );
  });

  test("VAL-7: values that cannot be summed are refused", () => {
    expect(() => customerEquity([worth("a", 1), worth("a", 1)], EURO)).toThrow(/got a twice/);
    const dollar = { customer: "a", value: money(1, "USD") };
    expect(() => customerEquity([dollar], EURO)).toThrow(/must be EUR, got USD/);
    const half = { customer: "a", value: { amount: 0.5, currency: "EUR" } } as const;
    expect(() => customerEquity([half], EURO)).toThrow(/safe integer/);
    const most = Number.MAX_SAFE_INTEGER;
    expect(() => customerEquity([worth("a", most), worth("b", 1)], EURO)).toThrow(RangeError);
  });
});
