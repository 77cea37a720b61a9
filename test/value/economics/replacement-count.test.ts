import { money } from "goodwill/shared";
import { replacementCount } from "goodwill/value";
import { describe, expect, test } from "vitest";
import { BEST_CUSTOMER } from "../../golden/value-economics.js";

describe("replacing a best customer", () => {
  const count = (lost: number, ordinary: number): number =>
    replacementCount({ lost: money(lost, "USD"), ordinary: money(ordinary, "USD") });

  test("VAL-4: losing 3,500 a year takes 13 ordinary customers of 275", () => {
    expect(count(BEST_CUSTOMER.lost, BEST_CUSTOMER.ordinary)).toBe(BEST_CUSTOMER.replacements);
  });

  test("VAL-4: a part of a customer is one; nothing lost needs none", () => {
    expect([count(550, 275), count(551, 275), count(1, 275), count(0, 275)]).toEqual([2, 3, 1, 0]);
    // Beyond the digits of a division of doubles.
    expect(count(9_007_199_254_740_991, 3)).toBe(3_002_399_751_580_331);
    expect(count(9_007_199_254_740_990, 3)).toBe(3_002_399_751_580_330);
  });

  test("VAL-4: amounts that cannot be compared are refused", () => {
    expect(() => count(-1, 275)).toThrow(/what was lost must be at least 0/);
    expect(() => count(100, 0)).toThrow(/what is ordinary must be above 0/);
    const yen = money(1, "JPY") as unknown as ReturnType<typeof money<"USD">>;
    expect(() => replacementCount({ lost: money(1, "USD"), ordinary: yen })).toThrow(
      /USD, got JPY/,
    );
    expect(() =>
      replacementCount({ lost: { amount: 0.5, currency: "USD" }, ordinary: money(1, "USD") }),
    ).toThrow(/whole minor units/);
  });
});
