import {
  relationshipBands,
  relationshipLevel,
  type CustomerNumberBand,
  type MarginBand,
} from "goodwill/value";
import { describe, expect, test } from "vitest";

describe("levels of relationship", () => {
  test.each([
    ["many", "high", "accountable"],
    ["many", "medium", "reactive"],
    ["many", "low", "basic"],
    ["medium", "high", "proactive"],
    ["medium", "medium", "accountable"],
    ["medium", "low", "reactive"],
    ["few", "high", "partnership"],
    ["few", "medium", "proactive"],
    ["few", "low", "accountable"],
  ] as const)(
    "VAL-5: %s customers with a %s margin are worth a relationship that is %s",
    (customers, margin, level) => {
      expect(relationshipLevel({ customers, margin })).toBe(level);
    },
  );

  test("VAL-5: bounds that are met count as reached", () => {
    const bandsOf = (customers: number, marginShare: number): [CustomerNumberBand, MarginBand] => {
      const bands = relationshipBands({ customers, marginShare });
      return [bands.customers, bands.margin];
    };
    expect(bandsOf(99, 0.0999)).toEqual(["few", "low"]);
    expect(bandsOf(100, 0.1)).toEqual(["medium", "medium"]);
    expect(bandsOf(9999, 0.2999)).toEqual(["medium", "medium"]);
    expect(bandsOf(10_000, 0.3)).toEqual(["many", "high"]);
    expect(bandsOf(0, -0.5)).toEqual(["few", "low"]);
  });

  test("VAL-5: bands and figures that are none are refused", () => {
    expect(() => relationshipLevel({ customers: "some" as never, margin: "high" })).toThrow(
      "got some and high",
    );
    expect(() => relationshipLevel({ customers: "few", margin: "toString" as never })).toThrow(
      "got few and toString",
    );
    expect(() => relationshipBands({ customers: 1.5, marginShare: 0 })).toThrow("got 1.5");
    expect(() => relationshipBands({ customers: -1, marginShare: 0 })).toThrow("got -1");
    expect(() => relationshipBands({ customers: 1, marginShare: 1.1 })).toThrow("got 1.1");
    const policy = {
      mediumCustomers: 5,
      manyCustomers: 5,
      mediumMarginShare: 0.1,
      highMarginShare: 0.2,
    };
    expect(() => relationshipBands({ customers: 1, marginShare: 0 }, policy)).toThrow(
      "customers must rise from medium to many",
    );
    expect(() =>
      relationshipBands(
        { customers: 1, marginShare: 0 },
        { ...policy, manyCustomers: 9, mediumMarginShare: 0.2 },
      ),
    ).toThrow("margins must rise");
  });
});
