import fc from "fast-check";
import { aggregate, wilsonInterval } from "goodwill/shared";
import { journeyLoops, loopsCombine } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { anyJourney, journeyOf, NO_STEPS } from "./made-journeys.js";

describe("journeyLoops", () => {
  it("TP-9: takes each loop out as it closes, with its own time", () => {
    const loops = journeyLoops([journeyOf("a > b > c > b > a > d", [1, 2, 4, 8, 16])]);
    expect(loops.loops).toEqual([
      { steps: ["a", "b", "a"], count: 1, journeys: 1, minutes: 9 },
      { steps: ["b", "c", "b"], count: 1, journeys: 1, minutes: 6 },
    ]);
    expect(loops).toMatchObject({ loopMinutes: 15, minutes: 31, repeats: 0, repeatMinutes: 0 });
    expect(loops.touchpoints.map(({ touchpoint, returns }) => [touchpoint, returns])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
  });

  it("TP-9: a touchpoint taken again straight away is a repeat, not a loop", () => {
    const loops = journeyLoops([journeyOf("a > a > a > b", [3, 4, 5]), journeyOf("a > b > a")]);
    expect(loops).toMatchObject({ journeys: 2, journeysReturning: 1, returnShare: 0.5 });
    expect(loops).toMatchObject({ repeats: 2, repeatMinutes: 7, loopMinutes: 2 });
    expect(loops.returnInterval).toEqual(wilsonInterval({ count: 1, n: 2 }));
    expect(loops.touchpoints).toEqual([
      {
        touchpoint: "a",
        journeys: 2,
        journeysReturning: 1,
        returnShare: 0.5,
        returns: 1,
        repeats: 2,
      },
    ]);
  });

  it("TP-9: a loop taken twice counts twice and its journey once; long ones are counted together", () => {
    const loops = journeyLoops([journeyOf("a > b > a > b > a"), journeyOf("a > b > c > d > a")], {
      maxTouchpoints: 3,
    });
    expect(loops.loops).toEqual([{ steps: ["a", "b", "a"], count: 2, journeys: 1, minutes: 4 }]);
    expect(loops.longerLoops).toBe(1);
    expect(loops.loopMinutes).toBe(8);
  });

  it("no journeys have no share; open ones are counted apart", () => {
    const none = journeyLoops([{ ...journeyOf("a > b > a"), open: true }]);
    expect(none).toMatchObject({ journeys: 0, open: 1, loops: [], minutes: 0 });
    expect("returnShare" in none).toBe(false);
  });

  it("goes through 10,000 steps of circles at once", () => {
    const around = Array.from({ length: 10_000 }, (_, step) => `t${String(step % 100)}`);
    const loops = journeyLoops([journeyOf(around.join(" > "))], { maxTouchpoints: 100 });
    expect(loops.loops).toHaveLength(1);
    expect(loops.loops[0]?.count).toBe(99);
  });

  it("refuses options out of bounds and steps out of order", () => {
    expect(() => journeyLoops([], { maxTouchpoints: 1 })).toThrow("got 1");
    expect(() => journeyLoops([], { level: 0 })).toThrow(RangeError);
    expect(() => journeyLoops([NO_STEPS])).toThrow("at least one step");
    const ahead = journeyOf("a > b");
    expect(() => journeyLoops([{ ...ahead, steps: ahead.steps.toReversed() }])).toThrow(
      "order of time",
    );
  });
});

describe("loopsCombine", () => {
  it("merges in any order and grouping, and refuses another bound", () => {
    expectMergeLaws(loopsCombine(), anyJourney, {
      strangers: [loopsCombine({ maxTouchpoints: 5 }).createAccumulator()],
    });
  });

  it("loops, repeats and the way that is left hold every step once", () => {
    fc.assert(
      fc.property(anyJourney, (drawn) => {
        const journey = { ...drawn, open: false };
        const found = aggregate([journey], loopsCombine({ maxTouchpoints: 9 }));
        const inLoops = found.loops.reduce(
          (sum, { steps, count }) => sum + count * (steps.length - 1),
          0,
        );
        const direct = loopErased(journey.steps.map(({ touchpoint }) => touchpoint)).length;
        expect(inLoops + found.repeats + direct).toBe(journey.steps.length);
        expect(found.loopMinutes + found.repeatMinutes).toBeLessThanOrEqual(found.minutes);
        expect(found.longerLoops).toBe(0);
        const minutes = found.loops.reduce((sum, loop) => sum + loop.minutes, 0);
        expect(minutes).toBeCloseTo(found.loopMinutes, 9);
      }),
    );
  });
});

/** The way without loops: from each touchpoint straight on from its last visit. */
function loopErased(steps: readonly string[]): string[] {
  const way: string[] = [];
  for (let at = 0; at < steps.length; at = steps.lastIndexOf(steps[at]!) + 1) way.push(steps[at]!);
  return way;
}
