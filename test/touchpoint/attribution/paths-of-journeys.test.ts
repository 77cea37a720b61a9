import fc from "fast-check";
import {
  attributeOutcomes,
  attributionPathOf,
  attributionPathsCombine,
  attributionPathsOf,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyJourney, journeyOf, NO_STEPS } from "../path/made-journeys.js";

describe("attributionPathOf", () => {
  it("TP-9: a journey with an outcome is a conversion, with the days before its last step", () => {
    expect(attributionPathOf(journeyOf("a > b > c = sale", [1440, 720]))).toEqual({
      steps: ["a", "b", "c"],
      conversions: 1,
      nulls: 0,
      daysBefore: [1.5, 0.5, 0],
    });
    expect(attributionPathOf(journeyOf("a"))).toMatchObject({ conversions: 0, nulls: 1 });
  });

  it("TP-9: outcomes may be chosen and valued; an open journey counts as neither yet", () => {
    const options = { outcomes: ["sale"], valueByOutcome: { sale: 80, call: 5 } };
    expect(attributionPathOf(journeyOf("a = sale"), options)).toMatchObject({
      conversions: 1,
      value: 80,
    });
    expect(attributionPathOf(journeyOf("a = call"), options)).toMatchObject({
      conversions: 0,
      nulls: 1,
    });
    expect(attributionPathOf({ ...journeyOf("a = sale"), open: true }, options)).toMatchObject({
      conversions: 0,
      nulls: 0,
    });
    const inherited = attributionPathOf(journeyOf("a = constructor"), { valueByOutcome: {} });
    expect("value" in inherited).toBe(false);
  });

  it("refuses a value below 0 or none, and merges options written in another order", () => {
    for (const value of [-5, Number.NaN, Infinity])
      expect(() => attributionPathsCombine({ valueByOutcome: { sale: value } })).toThrow(
        "the value of an outcome must be at least 0, got",
      );
    const one = attributionPathsCombine({ outcomes: ["p", "q"], valueByOutcome: { p: 1, q: 2 } });
    const other = attributionPathsCombine({ valueByOutcome: { q: 2, p: 1 }, outcomes: ["q", "p"] });
    expect(() =>
      one.mergeAccumulators(one.createAccumulator(), other.createAccumulator()),
    ).not.toThrow();
  });

  it("refuses a journey without steps", () => {
    expect(() => attributionPathOf(NO_STEPS)).toThrow("Cannot make a path of a journey");
  });
});

describe("attributionPathsOf", () => {
  it("TP-9: adds up equal paths, in the order of their steps", () => {
    const journeys = ["b", "a > b = sale", "a > b", "a > b = sale", "a = sale"].map((text) =>
      journeyOf(text),
    );
    expect(attributionPathsOf(journeys, { valueByOutcome: { sale: 10 } })).toEqual([
      { steps: ["a"], conversions: 1, nulls: 0, value: 10 },
      { steps: ["a", "b"], conversions: 2, nulls: 1, value: 20 },
      { steps: ["b"], conversions: 0, nulls: 1 },
    ]);
    expect(attributionPathsOf([])).toEqual([]);
    expect(attributionPathsOf([{ ...journeyOf("a"), open: true }])).toEqual([]);
  });

  it("gives every model without days what the journeys give one by one", () => {
    fc.assert(
      fc.property(fc.array(anyJourney), (journeys) => {
        const options = { valueByOutcome: { purchase: 3 } };
        const closed = journeys.filter(({ open }) => open !== true);
        const together = attributeOutcomes(attributionPathsOf(closed, options), { model: "last" });
        const single = closed.map((journey) => attributionPathOf(journey, options));
        expect(together).toEqual(attributeOutcomes(single, { model: "last" }));
      }),
    );
  });

  it("merges in any order and grouping, and refuses other options", () => {
    expectMergeLaws(attributionPathsCombine(), anyJourney, {
      strangers: [attributionPathsCombine({ outcomes: ["sale"] }).createAccumulator()],
    });
  });

  it("refuses a journey without steps", () => {
    expect(() => attributionPathsOf([NO_STEPS])).toThrow("at least one step");
  });
});
