import { describe, expect, it } from "vitest";
import { currencyMinorDigits, isCurrencyCode } from "goodwill/shared";
import type { CurrencyCode } from "goodwill/shared";

/** ISO 4217 list one of 2026-01-01: the currencies and funds whose minor unit is not 2. */
const NOT_TWO: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const ALL = LETTERS.flatMap((a) => LETTERS.flatMap((b) => LETTERS.map((c) => a + b + c))).filter(
  isCurrencyCode,
);

describe("currencies are those of ISO 4217", () => {
  it("165 of list one with a minor unit, and 6 withdrawn since 2021", () => {
    expect(ALL).toHaveLength(165 + 6);
    const withdrawn = ["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL"];
    expect(withdrawn.filter((code) => !isCurrencyCode(code))).toEqual([]);
    expect(["XAD", "XCG", "ZWG", "SLE", "VED", "UYW"].filter((c) => !isCurrencyCode(c))).toEqual(
      [],
    );
  });

  it.each([0, 3, 4])("%s decimals: exactly those of the standard", (digits) => {
    const found = ALL.filter((code) => currencyMinorDigits(code) === digits);
    expect(found.join(" ")).toBe(NOT_TWO[digits]);
  });

  it("all others have 2 decimals", () => {
    const others = ALL.filter((code) => ![0, 3, 4].includes(currencyMinorDigits(code)));
    expect(new Set(others.map((code) => currencyMinorDigits(code)))).toEqual(new Set([2]));
    expect(others).toHaveLength(171 - 17 - 7 - 2);
  });

  it.each(["eur", "EURO", "XAU", "XDR", "XXX", "XTS", "BTC", "", "toString", "__proto__"])(
    "%s is no currency",
    (code) => {
      expect(isCurrencyCode(code)).toBe(false);
      expect(() => currencyMinorDigits(code as CurrencyCode)).toThrow(
        `Unknown currency: expected an ISO 4217 code like "EUR", got ${JSON.stringify(code)}`,
      );
    },
  );
});
