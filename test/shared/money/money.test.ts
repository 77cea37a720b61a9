import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { formatMoney, money, moneyFromDecimal, moneyToDecimal } from "goodwill/shared";
import type { CurrencyCode, Money } from "goodwill/shared";

const MAX = Number.MAX_SAFE_INTEGER;
const anyMoney = fc
  .tuple(fc.maxSafeInteger(), fc.constantFrom("EUR", "JPY", "KWD", "CLF"))
  .map(([amount, currency]) => money(amount, currency as CurrencyCode));

describe("money is whole minor units of a currency", () => {
  it("is plain data, and never -0", () => {
    expect(money(1234, "EUR")).toEqual({ amount: 1234, currency: "EUR" });
    expect(Object.is(money(-0, "EUR").amount, 0)).toBe(true);
    expectTypeOf(money(1, "EUR")).toEqualTypeOf<Money<"EUR">>();
  });

  it.each([0.5, MAX + 1, -MAX - 1, Number.NaN, Number.POSITIVE_INFINITY])(
    "the amount %s is refused",
    (amount) => {
      expect(() => money(amount, "EUR")).toThrow(
        `the amount must be a safe integer of minor units, got ${String(amount)} EUR`,
      );
    },
  );

  it("an unknown currency is refused: by the compiler, and when run", () => {
    // @ts-expect-error not of ISO 4217
    expect(() => money(1, "BTC")).toThrow("Unknown currency");
    // @ts-expect-error not of ISO 4217
    expect(() => moneyFromDecimal("1", "BTC")).toThrow("Unknown currency");
  });
});

describe("decimal text is read exactly", () => {
  it.each([
    ["12.34", "EUR", 1234],
    ["12.3", "EUR", 1230],
    ["12", "EUR", 1200],
    ["-0.05", "EUR", -5],
    ["+7.00", "EUR", 700],
    ["007.10", "EUR", 710],
    ["12.3400", "EUR", 1234],
    ["0.29", "EUR", 29],
    ["1.15", "EUR", 115],
    ["1500", "JPY", 1500],
    ["1500.00", "JPY", 1500],
    ["0.125", "KWD", 125],
    ["1.0001", "CLF", 10_001],
    ["90071992547409.91", "EUR", MAX],
    ["-90071992547409.91", "EUR", -MAX],
    ["-0.00", "EUR", 0],
  ] as const)("%s %s is %s minor units", (text, currency, amount) => {
    expect(moneyFromDecimal(text, currency)).toStrictEqual({ amount, currency });
  });

  it.each(["12.345", "0.001", "0.0000000001"])("%s EUR holds a fraction of a cent", (text) => {
    expect(() => moneyFromDecimal(text, "EUR")).toThrow(`EUR has 2 decimals, got "${text}"`);
  });

  it.each([
    "",
    "-",
    ".5",
    "5.",
    "1,234.00",
    "1e3",
    "0x10",
    " 1",
    "1 ",
    "NaN",
    "Infinity",
    "1.2.3",
    "−1",
    "٣",
  ])("%j is no decimal number", (text) => {
    expect(() => moneyFromDecimal(text, "EUR")).toThrow("expected a decimal number");
  });

  it("too much is refused, and the error says how much", () => {
    expect(() => moneyFromDecimal("90071992547409.92", "EUR")).toThrow(
      "Cannot read money: the result must be at most 2^53 - 1 minor units in size, got 9007199254740992 EUR",
    );
    expect(() => moneyFromDecimal("9".repeat(400), "JPY")).toThrow(RangeError);
  });

  it("what is written is read back", () => {
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(moneyFromDecimal(moneyToDecimal(value), value.currency)).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("money is written without a locale", () => {
  it.each([
    [1234, "EUR", "12.34 EUR"],
    [5, "EUR", "0.05 EUR"],
    [-5, "EUR", "-0.05 EUR"],
    [0, "EUR", "0.00 EUR"],
    [-1_500, "JPY", "-1500 JPY"],
    [1, "KWD", "0.001 KWD"],
    [1, "CLF", "0.0001 CLF"],
    [MAX, "EUR", "90071992547409.91 EUR"],
  ] as const)("%s minor units of %s are %s", (amount, currency, text) => {
    expect(formatMoney(money(amount, currency))).toBe(text);
  });
});
