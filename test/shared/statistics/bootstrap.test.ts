import {
  bootstrap,
  eachResample,
  percentileInterval,
  quantile,
  seededRandom,
} from "goodwill/shared";
import { describe, expect, it } from "vitest";

const mean = (sample: readonly number[]): number =>
  sample.reduce((sum, value) => sum + value, 0) / sample.length;

describe("bootstrap", () => {
  const values = Array.from({ length: 200 }, (_, i) => (i * 7919) % 101);

  it("its standard error of a mean is that of the formula, its interval that of the normal curve", () => {
    const {
      estimate,
      standardError = 0,
      interval,
    } = bootstrap(values, mean, { random: seededRandom(3), resamples: 4000 });
    const spread = Math.sqrt(
      mean(values.map((value) => (value - mean(values)) ** 2)) / values.length,
    );
    expect(estimate).toBe(mean(values));
    expect(standardError / spread).toBeGreaterThan(0.95);
    expect(standardError / spread).toBeLessThan(1.05);
    expect(Math.abs(interval.lower - (estimate - 1.96 * spread))).toBeLessThan(0.15 * spread);
    expect(Math.abs(interval.upper - (estimate + 1.96 * spread))).toBeLessThan(0.15 * spread);
  });

  it("the same seed gives the same result", () => {
    const run = () => bootstrap(values, mean, { random: seededRandom(11), resamples: 50 });
    expect(run()).toEqual(run());
  });

  it("draws every position with the same chance", () => {
    const counts = new Uint32Array(10);
    const random = seededRandom(5);
    eachResample(
      10,
      (positions) =>
        positions.forEach((position) => (counts[position] = (counts[position] ?? 0) + 1)),
      {
        random,
        resamples: 10_000,
      },
    );
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it("no cases, no resamples, or a figure that is not finite are refused", () => {
    const random = seededRandom(1);
    expect(() => bootstrap([], mean, { random, resamples: 10 })).toThrow(
      /cases must be a whole number of at least 1, got 0/,
    );
    expect(() => eachResample(3, () => undefined, { random, resamples: 0 })).toThrow(
      /resamples must be/,
    );
    for (const resamples of [-1, 0, 2.5, NaN]) {
      expect(() => bootstrap([1, 2], mean, { random, resamples })).toThrow(
        new RangeError(
          `Cannot bootstrap: resamples must be a whole number of at least 1, got ${resamples}`,
        ),
      );
    }
    expect(() => bootstrap([1, 2], mean, { random, resamples: 2, level: 95 })).toThrow(
      "Cannot bootstrap: a confidence level must lie between 0 and 1, got 95",
    );
    expect(() => bootstrap([1, 2], () => NaN, { random, resamples: 2 })).toThrow(
      "Cannot bootstrap: the figure of the cases is NaN",
    );
    let calls = 0;
    const finiteOnce = () => (calls++ === 0 ? 1 : Infinity);
    expect(() => bootstrap([1, 2], finiteOnce, { random, resamples: 2 })).toThrow(
      "Cannot bootstrap: the figure of resample 0 is Infinity",
    );
  });
});

describe("quantile", () => {
  it("agrees with R's type 7", () => {
    expect(quantile([1, 3, 4, 8, 20], 0.1)).toBeCloseTo(1.8, 12);
    expect(quantile([1, 3, 4, 8, 20], 0)).toBe(1);
    expect(quantile([1, 3, 4, 8, 20], 1)).toBe(20);
    expect(percentileInterval([20, 1, 8, 3, 4], { level: 0.8 }).lower).toBeCloseTo(1.8, 12);
  });

  it("an interval needs replicates, all of them finite", () => {
    expect(() => percentileInterval([])).toThrow(
      "Cannot make a percentile interval: there are no replicates",
    );
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(() => percentileInterval([1, bad, 2])).toThrow(
        `Cannot make a percentile interval: replicates must be finite, got ${bad}`,
      );
    }
  });

  it("nothing has no quantile", () => {
    expect(() => quantile([], 0.5)).toThrow(/at least one number/);
    expect(() => quantile([1], 2)).toThrow(/share from 0 to 1, got 2/);
  });
});
