import fc from "fast-check";
import {
  funnelCombine,
  journeyFunnel,
  type FunnelOrder,
  type FunnelRule,
  type Journey,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyJourney, journeyOf } from "./made-journeys.js";

const STAGES: readonly FunnelRule[] = [
  { stage: "A", touchpoints: ["a"] },
  { stage: "B", touchpoints: ["b"] },
  { stage: "sale", outcomes: ["purchase"] },
];

const countsOf = (journeys: readonly Journey[], order?: FunnelOrder): number[] =>
  journeyFunnel(journeys, { stages: STAGES, ...(order && { order }) }).map(({ count }) => count);

describe("journeyFunnel", () => {
  it.each([
    ["a > x > b = purchase", [1, 1, 1], [1, 0, 0], [1, 1, 1]],
    ["a > b > x = purchase", [1, 1, 1], [1, 1, 0], [1, 1, 1]],
    ["x > a > b = purchase", [1, 1, 1], [1, 1, 1], [1, 1, 1]],
    ["b > a = purchase", [1, 0, 0], [1, 0, 0], [1, 1, 1]],
    ["b = purchase", [0, 0, 0], [0, 0, 0], [0, 0, 0]],
    ["a > a > b", [1, 1, 0], [1, 1, 0], [1, 1, 0]],
    ["a > b = call", [1, 1, 0], [1, 1, 0], [1, 1, 0]],
  ])("TP-9: %s reaches %j in order, %j strictly, %j in any order", (text, inOrder, strict, any) => {
    const journeys = [journeyOf(text)];
    expect(countsOf(journeys)).toEqual(inOrder);
    expect(countsOf(journeys, "in-order")).toEqual(inOrder);
    expect(countsOf(journeys, "strict")).toEqual(strict);
    expect(countsOf(journeys, "any")).toEqual(any);
  });

  it("TP-9: one step serves one stage in order, and a stage of the purchase is enough", () => {
    const stages: FunnelRule[] = [
      { stage: "first", touchpoints: ["a"] },
      { stage: "again", touchpoints: ["a"] },
      { stage: "after", stages: ["after"] },
    ];
    const once = journeyOf("a");
    expect(journeyFunnel([once], { stages })[1]?.count).toBe(0);
    expect(journeyFunnel([once], { stages, order: "any" })[1]?.count).toBe(1);
    const staged = journeyOf("a > a > b");
    const steps = staged.steps.map((step, at) =>
      at === 2 ? { ...step, stage: "after" as const } : step,
    );
    expect(journeyFunnel([{ ...staged, steps }], { stages, order: "strict" })[2]?.count).toBe(1);
  });

  it("an open journey is left out", () => {
    expect(countsOf([{ ...journeyOf("a"), open: true }])).toEqual([0, 0, 0]);
  });

  it("strict reaches no more than in order, which reaches no more than any order", () => {
    fc.assert(
      fc.property(anyJourney, (journey) => {
        const [strict, inOrder, any] = (["strict", "in-order", "any"] as const).map((order) =>
          countsOf([journey], order).reduce((sum, count) => sum + count, 0),
        );
        expect(strict).toBeLessThanOrEqual(inOrder!);
        expect(inOrder).toBeLessThanOrEqual(any!);
      }),
    );
  });

  it("refuses no stages, two of one name, and one that nothing reaches", () => {
    expect(() => journeyFunnel([], { stages: [] })).toThrow("got none");
    const twice = [STAGES[0]!, STAGES[0]!];
    expect(() => journeyFunnel([], { stages: twice })).toThrow('got "A" twice');
    expect(() => journeyFunnel([], { stages: [{ stage: "A", touchpoints: [] }] })).toThrow(
      'nothing for "A"',
    );
    expect(() => journeyFunnel([], { stages: STAGES, level: 0 })).toThrow(RangeError);
  });
});

describe("funnelCombine", () => {
  it("merges in any order and grouping, and refuses another order", () => {
    expectMergeLaws(funnelCombine({ stages: STAGES }), anyJourney, {
      strangers: [funnelCombine({ stages: STAGES, order: "any" }).createAccumulator()],
    });
  });

  it("refuses an order it does not know", () => {
    const stages = [{ stage: "a", touchpoints: ["a"] }];
    expect(() => funnelCombine({ stages, order: "strickt" as "strict" })).toThrow('got "strickt"');
  });
});
