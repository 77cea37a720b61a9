import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  addMoney,
  compareMoney,
  money,
  multiplyMoney,
  negateMoney,
  subtractMoney,
  sumMoney,
} from "goodwill/shared";
import type { CurrencyCode, Money } from "goodwill/shared";

const MAX = Number.MAX_SAFE_INTEGER;
const half = fc.integer({ min: -(2 ** 52), max: 2 ** 52 }).map((amount) => money(amount, "EUR"));
const whole = fc.maxSafeInteger().map((amount) => money(amount, "EUR"));

describe("adding and taking away", () => {
  it("taking away undoes adding, and the order of adding does not matter", () => {
    fc.assert(
      fc.property(half, half, (a, b) => {
        fc.pre(Number.isSafeInteger(a.amount + b.amount));
        expect(addMoney(a, b)).toEqual({ amount: a.amount + b.amount, currency: "EUR" });
        expect(addMoney(b, a)).toEqual(addMoney(a, b));
        expect(subtractMoney(addMoney(a, b), b)).toEqual(a);
        expect(addMoney(a, negateMoney(a)).amount).toBe(0);
      }),
    );
  });

  it("nothing is ever -0", () => {
    const zero = money(0, "EUR");
    const loose: Money<"EUR"> = { amount: -0, currency: "EUR" };
    const results = [
      negateMoney(zero),
      subtractMoney(zero, zero),
      addMoney(loose, loose),
      sumMoney([loose, loose], "EUR"),
      multiplyMoney(money(-1, "EUR"), { numerator: 0, denominator: 1 }, { rounding: "up" }),
      multiplyMoney(money(-1, "EUR"), { numerator: 1, denominator: 3 }, { rounding: "half-even" }),
    ];
    for (const { amount } of results) expect(Object.is(amount, 0)).toBe(true);
  });

  it("a result beyond 2^53 - 1 is refused, naming the operation and the exact result", () => {
    const most = money(MAX, "EUR");
    const one = money(1, "EUR");
    expect(addMoney(most, money(0, "EUR"))).toEqual(most);
    expect(() => addMoney(most, one)).toThrow(
      "Cannot add money: the result must be at most 2^53 - 1 minor units in size, got 9007199254740992 EUR",
    );
    expect(() => addMoney(most, most)).toThrow("got 18014398509481982 EUR");
    expect(() => subtractMoney(negateMoney(most), money(2, "EUR"))).toThrow(
      "Cannot subtract money: the result must be at most 2^53 - 1 minor units in size, got -9007199254740993 EUR",
    );
    expect(() => sumMoney([most, one], "EUR")).toThrow("Cannot sum money: ");
    expect(() =>
      multiplyMoney(most, { numerator: 3, denominator: 2 }, { rounding: "down" }),
    ).toThrow("Cannot multiply money: ");
  });

  it("the sum of many is exact and does not depend on their order", () => {
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 12 }), (values) => {
        const exact = values.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
        const fits = exact <= BigInt(MAX) && exact >= -BigInt(MAX);
        for (const order of [values, [...values].reverse()]) {
          if (fits) expect(sumMoney(order, "EUR")).toEqual(money(Number(exact), "EUR"));
          else expect(() => sumMoney(order, "EUR")).toThrow(`got ${exact} EUR`);
        }
      }),
    );
    const most = money(MAX, "EUR");
    expect(sumMoney([most, most, negateMoney(most)], "EUR")).toEqual(most);
    expect(sumMoney([], "JPY")).toEqual({ amount: 0, currency: "JPY" });
  });

  it("comparing sorts by amount", () => {
    const amounts = [5, -3, 0, 12].map((amount) => money(amount, "EUR"));
    expect(amounts.sort(compareMoney).map(({ amount }) => amount)).toEqual([-3, 0, 5, 12]);
    expect(compareMoney(money(1, "EUR"), money(1, "EUR"))).toBe(0);
    expect(compareMoney(money(2, "EUR"), money(1, "EUR"))).toBe(1);
  });
});

describe("currencies do not mix", () => {
  it("by the compiler, and when run", () => {
    const [euro, dollar] = [money(1, "EUR"), money(1, "USD")];
    // @ts-expect-error euro and dollar
    expect(() => addMoney(euro, dollar)).toThrow(
      "Cannot add money: the currency must be EUR, got USD",
    );
    // @ts-expect-error euro and dollar
    expect(() => subtractMoney(euro, dollar)).toThrow("Cannot subtract money: ");
    // @ts-expect-error euro and dollar
    expect(() => compareMoney(euro, dollar)).toThrow("Cannot compare money: ");
    // @ts-expect-error euro and dollar
    expect(() => sumMoney([dollar], "EUR")).toThrow("Cannot sum money: ");
    expectTypeOf(addMoney(euro, euro)).toEqualTypeOf<Money<"EUR">>();
  });

  it("where the types do not know the currency, when run", () => {
    const codes: readonly CurrencyCode[] = ["EUR", "USD"];
    const [euro, dollar] = codes.map((code) => money(1, code));
    expect(() => addMoney(euro!, dollar!)).toThrow(RangeError);
    expect(() => sumMoney<CurrencyCode>([euro!, dollar!], "EUR")).toThrow(RangeError);
    // @ts-expect-error not of ISO 4217
    expect(() => sumMoney([], "BTC")).toThrow(RangeError);
  });
});

describe("multiplying rounds once", () => {
  it("is exact where a floating-point product is not", () => {
    const rounding = "half-even" as const;
    expect(
      multiplyMoney(money(MAX, "EUR"), { numerator: MAX, denominator: MAX }, { rounding }),
    ).toEqual(money(MAX, "EUR"));
    // 1.15 x 100 is 114.99999999999999 in floating point.
    expect(
      multiplyMoney(money(100, "EUR"), { numerator: 115, denominator: 100 }, { rounding: "floor" }),
    ).toEqual(money(115, "EUR"));
  });

  it("lies within one minor unit of the exact product, on the side asked for", () => {
    const ratio = fc.record({
      numerator: fc.integer({ min: -1000, max: 1000 }),
      denominator: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), ratio, (amount, factor) => {
        const by = (rounding: "floor" | "ceiling" | "half-even"): bigint =>
          BigInt(multiplyMoney(money(amount, "EUR"), factor, { rounding }).amount);
        const [product, divisor] = [BigInt(amount * factor.numerator), BigInt(factor.denominator)];
        expect(by("floor") * divisor <= product).toBe(true);
        expect((by("floor") + 1n) * divisor > product).toBe(true);
        expect(by("ceiling") * divisor >= product).toBe(true);
        expect((by("ceiling") - 1n) * divisor < product).toBe(true);
        const error = 2n * (by("half-even") * divisor - product);
        expect(error <= divisor && error >= -divisor).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("a factor that is no fraction of integers is refused", () => {
    const by = (numerator: number, denominator: number) => () =>
      multiplyMoney(money(1, "EUR"), { numerator, denominator }, { rounding: "down" });
    expect(by(0.5, 1)).toThrow(
      "Cannot multiply money: the numerator must be a safe integer, got 0.5",
    );
    expect(by(1, 0)).toThrow("the denominator must be a safe integer of at least 1, got 0");
    expect(by(1, -2)).toThrow("got -2");
    expect(by(1, 2 ** 53)).toThrow(RangeError);
  });
});
