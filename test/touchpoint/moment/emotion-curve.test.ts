import fc from "fast-check";
import { addMilliseconds, instant } from "goodwill/shared";
import { emotionCurve, journeysOf, type Journey } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { logs, NINE, stepsOf } from "../journey/log.js";

function curveOf(
  emotions: readonly (number | undefined)[],
  minutes: readonly number[] = emotions.map((_, index) => index),
): ReturnType<typeof emotionCurve> {
  const steps = stepsOf(emotions.map(() => "web")).map((step, index) => {
    const emotion = emotions[index];
    const at = addMilliseconds(NINE, minutes[index]! * 60_000);
    return { ...step, at, ...(emotion !== undefined && { emotion }) };
  });
  return emotionCurve({ steps });
}

describe("emotionCurve", () => {
  it("TP-5: the peak is the step farthest from neutral, the end is the last that is known", () => {
    const { points, remembered } = curveOf([undefined, 0.5, -0.75, 0.25, undefined]);
    expect(points.map(({ isPeak }) => isPeak)).toEqual([false, false, true, false, false]);
    expect(points.map(({ isEnd }) => isEnd)).toEqual([false, false, false, true, false]);
    expect(points.map(({ emotion }) => emotion)).toEqual([undefined, 0.5, -0.75, 0.25, undefined]);
    expect(remembered?.remembered).toBe(-0.25);
    expect(remembered?.peaks).toEqual([{ index: 1, score: -0.75 }]);
  });

  it("all steps that tie are peaks, and one step can be peak and end", () => {
    const { points } = curveOf([0.5, 0, -0.5]);
    expect(points.map(({ isPeak, isEnd }) => [isPeak, isEnd])).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ]);
  });

  it("a point carries what is known of its step", () => {
    const step = { touchpoint: "till", at: NINE, stage: "during", action: "pays" } as const;
    expect(emotionCurve({ steps: [step] })).toEqual({
      points: [{ index: 0, ...step, isPeak: false, isEnd: false }],
    });
  });

  it("without any emotion nothing is remembered", () => {
    expect(curveOf([undefined, undefined]).remembered).toBeUndefined();
    expect(emotionCurve({ steps: [] })).toEqual({ points: [] });
  });

  it("times weigh the mean where each step has its own", () => {
    // Trapezoids: half a minute at 0.5 on average, nine minutes at 0 on average.
    expect(curveOf([1, 0, 0], [0, 1, 10]).remembered?.timeWeightedMean).toBeCloseTo(0.05, 14);
    const tied = curveOf([1, 0, 0], [0, 0, 10]).remembered;
    expect(tied?.timeWeightedMean).toBeUndefined();
    expect(tied?.mean).toBeCloseTo(1 / 3, 14);
  });

  it("a plan has a curve without times", () => {
    const planned = {
      name: "visit",
      steps: [{ touchpoint: "door", emotion: 0.25 }, { touchpoint: "till" }],
    };
    const { points, remembered } = emotionCurve(planned);
    expect(points).toEqual([
      { index: 0, touchpoint: "door", emotion: 0.25, isPeak: true, isEnd: true },
      { index: 1, touchpoint: "till", isPeak: false, isEnd: false },
    ]);
    expect(remembered?.timeWeightedMean).toBeUndefined();
  });

  it.each([1.5, -1.5, Number.NaN])("an emotion of %d is refused", (emotion) => {
    expect(() => curveOf([0, emotion])).toThrow(
      new RangeError(
        `Cannot draw an emotion curve: an emotion must lie on -1..1, got ${emotion} at step 1`,
      ),
    );
  });

  it("steps that are not in the order of time are refused, known or not how they felt", () => {
    expect(() => curveOf([undefined, 0.5], [5, 0])).toThrow(
      new RangeError(
        "Cannot draw an emotion curve: a step must not lie before 2026-02-13T09:05:00.000Z, got 2026-02-13T09:00:00.000Z at step 1",
      ),
    );
  });

  it("every journey of a log has a curve with a point a step and at most one end", () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const journey of journeysOf(log)) {
          const { points, remembered } = emotionCurve(journey);
          expect(points).toHaveLength(journey.steps.length);
          const known = points.filter(({ emotion }) => emotion !== undefined);
          expect(points.filter(({ isEnd }) => isEnd)).toEqual(known.slice(-1));
          const farthest = Math.max(...known.map(({ emotion }) => Math.abs(emotion ?? 0)));
          expect(points.filter(({ isPeak }) => isPeak)).toEqual(
            known.filter(({ emotion }) => Math.abs(emotion ?? 0) === farthest),
          );
          expect(remembered?.n ?? 0).toBe(known.length);
        }
      }),
    );
  });

  it("a step with an impossible time is refused", () => {
    const steps = [{ touchpoint: "web", at: "soon", emotion: 1 }] as unknown as Journey["steps"];
    expect(() => emotionCurve({ steps })).toThrow(RangeError);
    expect(instant("2026-02-13T09:00:00Z")).toBe(NINE);
  });
});
