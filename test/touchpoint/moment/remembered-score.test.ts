import { readFileSync } from "node:fs";
import fc from "fast-check";
import { addMilliseconds, instant, type Instant } from "goodwill/shared";
import { rememberedScore, type RememberedScore, type TimedScore } from "goodwill/touchpoint";
import { describe, expect, expectTypeOf, it } from "vitest";

const golden = JSON.parse(
  readFileSync(new URL("../../golden/remembered-score.json", import.meta.url), "utf8"),
) as {
  readonly cases: readonly {
    readonly scores: readonly number[];
    readonly neutral: number;
    readonly minutes?: readonly number[];
    readonly expected: Omit<RememberedScore, "n" | "neutral" | "scores">;
  }[];
};

const NINE = instant("2026-02-13T09:00:00Z");

function timed(scores: readonly number[], minutes: readonly number[]): TimedScore[] {
  return scores.map((score, index) => ({
    score,
    at: addMilliseconds(NINE, minutes[index]! * 60_000),
  }));
}

const scoresOnScale = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 12 });

describe("rememberedScore", () => {
  it.each(golden.cases)(
    "TP-5: $scores around $neutral",
    ({ scores, neutral, minutes, expected }) => {
      const given = minutes === undefined ? scores : timed(scores, minutes);
      expect(rememberedScore(given, { neutral })).toEqual({
        n: scores.length,
        neutral,
        scores,
        ...expected,
      });
    },
  );

  it("no score is no memory", () => {
    expect(rememberedScore([], { neutral: 0 })).toBeUndefined();
  });

  it("where peaks tie all are listed and their mean counts", () => {
    const score = rememberedScore([9, 5, 1, 6], { neutral: 5 });
    expect(score?.peaks).toEqual([
      { index: 0, score: 9 },
      { index: 2, score: 1 },
    ]);
    expect(score?.remembered).toBe(5.5);
  });

  it("scores that differ by the rounding of a subtraction tie", () => {
    // 0.8 - 0.5 and 0.5 - 0.2 differ in the last digit.
    expect(rememberedScore([0.8, 0.2], { neutral: 0.5 })?.peaks).toHaveLength(2);
    expect(rememberedScore([0.8, 0.200001], { neutral: 0.5 })?.peaks).toHaveLength(1);
  });

  it("the length of an experience does not matter to what is remembered", () => {
    const short = rememberedScore([2, -4, 1], { neutral: 0 });
    const long = rememberedScore([2, 2, 1, -4, -3, 0, 1, 1], { neutral: 0 });
    expect(long?.remembered).toBe(short?.remembered);
    expect(long?.mean).not.toBe(short?.mean);
  });

  it("a single score with its time has no mean over time", () => {
    const score = rememberedScore([{ score: 4, at: NINE }], { neutral: 5 });
    expect(score?.timeWeightedMean).toBeUndefined();
    expect(score?.slopePerStep).toBe(0);
  });

  it.each([
    [
      "a score that is not a number",
      [1, Number.NaN],
      "the score at index 1 must be a finite number, got NaN",
    ],
    [
      "a score without bound",
      [Infinity],
      "the score at index 0 must be a finite number, got Infinity",
    ],
  ])("%s is refused", (_, scores, problem) => {
    expect(() => rememberedScore(scores, { neutral: 0 })).toThrow(
      new RangeError(`Cannot score what is remembered: ${problem}`),
    );
  });

  it("a neutral score that is not a number is refused", () => {
    expect(() => rememberedScore([1], { neutral: Number.NaN })).toThrow(
      /the neutral score must be a finite number, got NaN$/,
    );
  });

  it.each([
    ["unordered", [0, 5, 4]],
    ["duplicate", [0, 5, 5]],
  ])("%s times are refused", (_, minutes) => {
    expect(() => rememberedScore(timed([1, 2, 3], minutes), { neutral: 0 })).toThrow(
      /^Cannot score what is remembered: every time must be after the one before, got .* at index 2$/,
    );
  });

  it("a time that is none is refused", () => {
    const scores = [{ score: 1, at: "noon" as Instant }];
    expect(() => rememberedScore(scores, { neutral: 0 })).toThrow(RangeError);
  });

  it("the neutral score has to be declared", () => {
    expectTypeOf(rememberedScore).parameter(1).toEqualTypeOf<{ readonly neutral: number }>();
    // @ts-expect-error without a neutral score
    expect(() => rememberedScore([1], {})).toThrow(RangeError);
  });

  it("lies between the lowest and the highest score, as do the variants and the means", () => {
    fc.assert(
      fc.property(scoresOnScale, fc.constantFrom(0, 5, 7.5), (scores, neutral) => {
        const minutes = scores.map((_, index) => index * index + index);
        const score = rememberedScore(timed(scores, minutes), { neutral })!;
        const { minimum, maximum, rememberedByMinimum, rememberedByMaximum } = score;
        for (const value of [score.remembered, score.mean, score.timeWeightedMean ?? score.mean]) {
          expect(value).toBeGreaterThanOrEqual(minimum - 1e-12);
          expect(value).toBeLessThanOrEqual(maximum + 1e-12);
        }
        expect(rememberedByMinimum).toBeLessThanOrEqual(score.remembered);
        expect(rememberedByMaximum).toBeGreaterThanOrEqual(score.remembered);
      }),
    );
  });

  it("turns with the scale: mirrored scores are remembered mirrored, moved ones moved", () => {
    fc.assert(
      fc.property(scoresOnScale, (scores) => {
        const score = rememberedScore(scores, { neutral: 5 })!;
        const mirrored = rememberedScore(
          scores.map((value) => 10 - value),
          { neutral: 5 },
        )!;
        expect(mirrored.remembered).toBeCloseTo(10 - score.remembered, 12);
        expect(mirrored.slopePerStep).toBeCloseTo(-score.slopePerStep, 12);
        expect(mirrored.peaks.map(({ index }) => index)).toEqual(
          score.peaks.map(({ index }) => index),
        );
        const moved = rememberedScore(
          scores.map((value) => value + 3),
          { neutral: 8 },
        )!;
        expect(moved.remembered).toBeCloseTo(score.remembered + 3, 12);
      }),
    );
  });

  it("at equal intervals the mean over time weighs the first and the last score half", () => {
    fc.assert(
      fc.property(scoresOnScale, (scores) => {
        fc.pre(scores.length > 1);
        const minutes = scores.map((_, index) => index * 7);
        const { timeWeightedMean } = rememberedScore(timed(scores, minutes), { neutral: 5 })!;
        const sum = scores.reduce((total, value) => total + value, 0);
        const ends = (scores[0]! + scores.at(-1)!) / 2;
        expect(timeWeightedMean).toBeCloseTo((sum - ends) / (scores.length - 1), 12);
      }),
    );
  });
});
