import fc from "fast-check";
import { aggregate, wilsonInterval } from "goodwill/shared";
import { conformanceCombine, conformanceSummary, type Journey } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { journeyOf, stepsOf } from "../journey/log.js";

const planned = {
  name: "order",
  steps: [
    { touchpoint: "search", action: "looks for it", emotion: 0.5 },
    { touchpoint: "advice", optional: true, emotion: 0.25 },
    { touchpoint: "pay" },
  ],
};

function felt(journey: Journey, emotions: readonly (number | undefined)[]): Journey {
  return {
    ...journey,
    steps: journey.steps.map((step, index) => {
      const emotion = emotions[index];
      return emotion === undefined ? step : { ...step, emotion };
    }),
  };
}

const rows: fc.Arbitrary<Journey> = fc
  .record({
    touchpoints: fc.array(fc.constantFrom("search", "advice", "pay", "__proto__"), {
      minLength: 1,
      maxLength: 5,
    }),
    emotions: fc.array(fc.constantFrom(undefined, -1, -0.5, 0, 0.5, 1), {
      minLength: 5,
      maxLength: 5,
    }),
    words: fc.array(fc.constantFrom(undefined, "sold out", "__proto__"), {
      minLength: 5,
      maxLength: 5,
    }),
    open: fc.boolean(),
  })
  .map(({ touchpoints, emotions, words, open }) => {
    const journey = felt(journeyOf(touchpoints), emotions);
    const steps = journey.steps.map((step, index) => {
      const word = words[index];
      return word === undefined ? step : { ...step, obstacle: word, question: `${word}?` };
    });
    return { ...journey, steps, ...(open && { open }) };
  });

describe("conformanceCombine", () => {
  it("TP-2: counts per planned step who took, skipped, moved and repeated it", () => {
    const journeys = [
      journeyOf(["search", "advice", "pay"]),
      journeyOf(["search", "pay", "pay"]),
      journeyOf(["pay", "search"]),
      journeyOf(["hotline", "search"]),
    ];
    const { steps, conforming, fitness, deviations, ...rest } = conformanceSummary(journeys, {
      planned,
    });
    expect(rest).toEqual({ plan: "order", journeys: 4, open: 0 });
    const counts = steps.map((step) => [
      step.touchpoint,
      step.taken.count,
      step.skipped.count,
      step.moved.count,
      step.repeated.count,
    ]);
    expect(counts).toEqual([
      ["search", 4, 0, 1, 0],
      ["advice", 1, 3, 0, 0],
      ["pay", 3, 1, 0, 1],
    ]);
    expect(steps[2]?.skipped).toEqual({
      count: 1,
      n: 4,
      share: 0.25,
      interval: wilsonInterval({ count: 1, n: 4 }),
    });
    expect(steps[0]?.action).toBe("looks for it");
    expect(conforming.count).toBe(1);
    // 1, 1 - 1/5, 1 - 1/4, 1 - 2/4
    expect(fitness).toBeCloseTo((1 + 0.8 + 0.75 + 0.5) / 4, 14);
    expect(
      deviations.map(({ code, touchpoint, planned: place, count }) => [
        code,
        touchpoint,
        place,
        count,
      ]),
    ).toEqual([
      ["step-moved", "search", 0, 1],
      ["step-repeated", "pay", 2, 1],
      ["step-skipped", "pay", 2, 1],
      ["step-unplanned", "hotline", undefined, 1],
    ]);
    expect(deviations[0]?.journeys).toEqual({
      count: 1,
      n: 4,
      share: 0.25,
      interval: wilsonInterval({ count: 1, n: 4 }),
    });
  });

  it("deviations come by journeys, then by how often", () => {
    const journeys = [
      journeyOf(["search", "pay", "hotline", "hotline", "hotline"]),
      journeyOf(["search", "pay", "club"]),
      journeyOf(["search", "pay", "club", "forum"]),
    ];
    const { deviations } = conformanceSummary(journeys, { planned });
    expect(
      deviations.map(({ touchpoint, count, journeys: of }) => [touchpoint, count, of.count]),
    ).toEqual([
      ["club", 2, 2],
      ["hotline", 3, 1],
      ["forum", 1, 1],
    ]);
  });

  it("emotion is averaged within a journey first, then over journeys, and held against the plan", () => {
    const journeys = [
      felt(journeyOf(["search", "search", "pay"]), [1, 0]),
      felt(journeyOf(["search", "pay"]), [-0.5]),
      journeyOf(["search", "pay"]),
    ];
    const { steps } = conformanceSummary(journeys, { planned });
    expect(steps[0]?.emotion).toMatchObject({ n: 2, mean: 0 });
    // Student with one degree of freedom: 12.706 x 0.5
    expect(steps[0]?.emotion?.interval?.upper).toBeCloseTo(6.353, 3);
    expect(steps[0]?.plannedEmotion).toBe(0.5);
    expect(steps[0]?.emotionGap).toBe(-0.5);
    expect(steps[1]).toMatchObject({ plannedEmotion: 0.25 });
    expect(steps[1]?.emotion).toBeUndefined();
    expect(steps[1]?.emotionGap).toBeUndefined();
    expect(steps[2]?.emotionGap).toBeUndefined();
  });

  it("obstacles and questions are counted by step, most frequent first", () => {
    const with_ = (obstacle: string, question: string): Journey => ({
      ...journeyOf(["search"]),
      steps: [{ ...stepsOf(["search"])[0]!, obstacle, question }],
    });
    const journeys = [with_("b", "how?"), with_("a", "how?"), with_("__proto__", "why?")];
    const { steps } = conformanceSummary([...journeys, with_("b", "__proto__")], { planned });
    expect(steps[0]?.obstacles).toEqual([
      { text: "b", count: 2 },
      { text: "__proto__", count: 1 },
      { text: "a", count: 1 },
    ]);
    expect(steps[0]?.questions).toEqual([
      { text: "how?", count: 2 },
      { text: "__proto__", count: 1 },
      { text: "why?", count: 1 },
    ]);
  });

  it("a journey that may still go on is not held against what it has not done yet", () => {
    const summary = conformanceSummary(
      [journeyOf(["search"], { open: true }), journeyOf(["search", "pay"])],
      { planned },
    );
    expect(summary).toMatchObject({ journeys: 1, open: 1, conforming: { count: 1 } });
  });

  it("without a journey there are counts, and no shares", () => {
    const summary = conformanceSummary([], { planned });
    expect(summary.fitness).toBeUndefined();
    expect(summary.conforming).toEqual({ count: 0, n: 0 });
    expect(summary.steps[0]).toEqual({
      planned: 0,
      touchpoint: "search",
      action: "looks for it",
      taken: { count: 0, n: 0 },
      skipped: { count: 0, n: 0 },
      moved: { count: 0, n: 0 },
      repeated: { count: 0, n: 0 },
      obstacles: [],
      questions: [],
      plannedEmotion: 0.5,
    });
  });

  it("a journey without a step is refused, an open one, too", () => {
    for (const journey of [journeyOf([]), journeyOf([], { open: true })]) {
      expect(() => conformanceSummary([journey], { planned })).toThrow(RangeError);
    }
  });

  it("the level is that of every interval", () => {
    const { conforming } = conformanceSummary([journeyOf(["search"])], { planned, level: 0.8 });
    expect(conforming.interval?.level).toBe(0.8);
    expect(() => conformanceCombine({ planned, level: 1 })).toThrow(RangeError);
    expect(() => conformanceCombine({ planned: { name: "none", steps: [] } })).toThrow(RangeError);
  });

  it("keeps the laws of merging", () => {
    const combine = conformanceCombine({ planned });
    const empty = combine.createAccumulator();
    const strangers = [
      { ...empty, version: 2 },
      conformanceCombine({ planned, identity: "touchpoint-and-action" }).createAccumulator(),
      conformanceCombine({
        planned: { ...planned, steps: planned.steps.slice(1) },
      }).createAccumulator(),
      conformanceCombine({
        planned: {
          ...planned,
          steps: planned.steps.map((step) => ({ ...step, repeatable: true })),
        },
      }).createAccumulator(),
    ];
    expectMergeLaws(combine, rows, { tolerance: 1e-9, strangers, maxRows: 8 });
  });

  it("taken and skipped make up the journeys", () => {
    fc.assert(
      fc.property(fc.array(rows), (journeys) => {
        const summary = aggregate(journeys, conformanceCombine({ planned }));
        expect(summary.journeys + summary.open).toBe(journeys.length);
        for (const { taken, skipped, moved, repeated } of summary.steps) {
          expect(taken.count + skipped.count).toBe(summary.journeys);
          expect(moved.count).toBeLessThanOrEqual(taken.count);
          expect(repeated.count).toBeLessThanOrEqual(taken.count);
        }
      }),
    );
  });
});
