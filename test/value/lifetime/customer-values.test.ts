import fc from "fast-check";
import { money, type Rounding } from "goodwill/shared";
import { customerEquity, customerOutlooks, customerValues } from "goodwill/value";
import { describe, expect, test } from "vitest";

const EURO = { currency: "EUR" } as const;

function rounded(lifetimeValue: number, rounding?: Rounding): number | undefined {
  const options = rounding === undefined ? EURO : { ...EURO, rounding };
  return customerValues([{ customer: "a", lifetimeValue }], options)[0]?.value.amount;
}

describe("customer values", () => {
  test("VAL-7: outlooks become values, each rounded once, and their sum the equity", () => {
    const { outlooks } = customerOutlooks(
      [
        { customer: "a", frequency: 2, recency: 30.43, age: 38.86, meanSpend: 2235 },
        { customer: "b", frequency: 1, recency: 3, age: 20, meanSpend: 0 },
        { customer: "c", frequency: 0, recency: 0, age: 12 },
      ],
      {
        model: { kind: "bg-nbd", parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 } },
        spendModel: { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 1544 } },
        within: 39,
        lifetime: {
          ...{ marginShare: 0.3, discount: { rate: 0.01, period: 4.345 } },
          horizon: { periods: 12 },
        },
      },
    );
    const values = customerValues(outlooks, EURO);
    // The repeat purchase of b was free: no expected spend, no value.
    expect(values.map(({ customer }) => customer)).toEqual(["a", "c"]);
    const [a, , c] = outlooks.map(({ lifetimeValue = NaN }) => Math.round(lifetimeValue));
    expect(values.map(({ value }) => value)).toEqual([money(a!, "EUR"), money(c!, "EUR")]);
    expect(customerEquity(values, EURO)).toMatchObject({
      customers: 2,
      equity: { amount: a! + c! },
    });
  });

  test.each([
    ["half-even", [2, 2, 4, -2, 3]],
    ["half-up", [2, 3, 4, -3, 3]],
    ["half-down", [2, 2, 3, -2, 3]],
    ["up", [3, 3, 4, -3, 3]],
    ["down", [2, 2, 3, -2, 2]],
    ["ceiling", [3, 3, 4, -2, 3]],
    ["floor", [2, 2, 3, -3, 2]],
  ] as const)("VAL-7: %s rounds to the whole numbers its name says", (rounding, expected) => {
    const given = [2.2, 2.5, 3.5, -2.5, 2.5 + 2 ** -51];
    expect(given.map((value) => rounded(value, rounding))).toEqual(expected);
    expect([7, -7, 0].map((value) => rounded(value, rounding))).toEqual([7, -7, 0]);
  });

  test("VAL-7: half-even unless something else is said, and never further than a half", () => {
    expect([rounded(0.5), rounded(1.5), rounded(-0.2)]).toEqual([0, 2, 0]);
    const value = fc.double({ min: -1e14, max: 1e14, noNaN: true });
    fc.assert(
      fc.property(value, (lifetimeValue) => {
        const amount = rounded(lifetimeValue)!;
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(Math.abs(amount - lifetimeValue)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test("VAL-7: a value that is no amount is refused", () => {
    expect(() => rounded(Infinity)).toThrow(
      "Cannot round a lifetime value: it must be finite, got Infinity of a",
    );
    expect(() => rounded(NaN)).toThrow(RangeError);
    expect(() => rounded(1e17)).toThrow(/safe integer/);
    expect(customerValues([{ customer: "a" }], EURO)).toEqual([]);
  });
});
