import fc from "fast-check";
import { stepTimes, stepTimesCombine } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyJourney, journeyOf, NO_STEPS } from "./made-journeys.js";

describe("stepTimes", () => {
  it("TP-9: sums up the time of each pair of steps", () => {
    const { pairs } = stepTimes([
      journeyOf("a > b > a", [10, 0]),
      journeyOf("a > b", [20]),
      journeyOf("a > b", [60]),
    ]);
    expect(pairs.map(({ from, to }) => [from, to])).toEqual([
      ["a", "b"],
      ["b", "a"],
    ]);
    expect(pairs[0]).toMatchObject({ count: 3, meanMinutes: 30, minMinutes: 10, maxMinutes: 60 });
    expect(pairs[0]?.quantiles[0]?.minutes).toBeGreaterThanOrEqual(20 * 0.99);
    expect(pairs[0]?.quantiles[0]?.minutes).toBeLessThanOrEqual(20 * 1.01);
    expect(pairs[1]?.quantiles).toEqual([
      { share: 0.5, minutes: 0 },
      { share: 0.9, minutes: 0 },
    ]);
  });

  it("every quantile is within the declared relative error of the value of its rank", () => {
    const waits = fc.array(
      fc.oneof(fc.constant(0), fc.nat({ max: 50 }), fc.nat({ max: 40_000_000 })),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(waits, fc.constantFrom(0.01, 0.001, 0.1), (minutes, relativeError) => {
        const shares = [0, 0.1, 0.5, 0.77, 1];
        const [pair] = stepTimes(
          minutes.map((wait) => journeyOf("a > b", [wait])),
          { quantiles: shares, relativeError },
        ).pairs;
        const sorted = minutes.toSorted((a, b) => a - b);
        shares.forEach((share, position) => {
          const exact = sorted[Math.floor(share * (sorted.length - 1))]!;
          const found = pair!.quantiles[position]!.minutes;
          expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * relativeError * (1 + 1e-9));
        });
      }),
    );
  });

  it("no pairs where no journey has two steps", () => {
    expect(stepTimes([journeyOf("a")])).toEqual({ relativeError: 0.01, pairs: [] });
  });

  it("refuses steps out of the order of time, none at all, and options out of bounds", () => {
    const backward = journeyOf("a > b", [5]);
    const turned = { ...backward, steps: backward.steps.toReversed() };
    expect(() => stepTimes([turned])).toThrow("steps must be in the order of time");
    expect(() => stepTimes([NO_STEPS])).toThrow("at least one step");
    expect(() => stepTimes([], { quantiles: [1.1] })).toThrow("got 1.1");
    expect(() => stepTimes([], { relativeError: 0 })).toThrow("got 0");
    expect(() => stepTimes([], { relativeError: 0.2 })).toThrow("got 0.2");
  });
});

describe("stepTimesCombine", () => {
  it("merges in any order and grouping, and refuses another error bound", () => {
    expectMergeLaws(stepTimesCombine(), anyJourney, {
      strangers: [stepTimesCombine({ relativeError: 0.02 }).createAccumulator()],
    });
  });
});
