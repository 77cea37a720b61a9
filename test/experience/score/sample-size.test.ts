import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareNps,
  DEFAULT_EXPERIENCE_POLICY,
  meanSampleSize,
  npsDetectableDifference,
  npsSampleSize,
  npsScore,
  shareSampleSize,
} from "goodwill/experience";
import { normalQuantile, seededRandom, studentQuantile, wilsonInterval } from "goodwill/shared";

const half = ({ lower, upper }: { readonly lower: number; readonly upper: number }): number =>
  0.5 * (upper - lower);

/** Adjusted Wald half width for expected, not whole, counts: written down again from Rocks (2016). */
function npsHalf(n: number, promoterShare: number, detractorShare: number, z: number): number {
  const p = (n * promoterShare + 0.75) / (n + 3);
  const q = (n * detractorShare + 0.75) / (n + 3);
  return 100 * z * Math.sqrt(Math.max(0, p + q - (p - q) ** 2) / (n + 3));
}

function wilsonHalf(n: number, share: number, z: number): number {
  return (z * Math.sqrt(n * share * (1 - share) + (z * z) / 4)) / (n + z * z);
}

/** The first n that is enough, found by walking up. */
function walk(from: number, isEnough: (n: number) => boolean): number {
  let n = from;
  while (!isEnough(n)) n += 1;
  return n;
}

describe("npsSampleSize", () => {
  it("the interval of npsScore reaches the margin at n and misses it at n - 1", () => {
    // Splits whose counts are whole at every n, so that real scores can be taken.
    for (const margin of [1, 3, 7.5]) {
      const n = npsSampleSize({ margin, promoterShare: 0, detractorShare: 0 });
      const passives = (size: number) =>
        npsScore({ promoters: 0, passives: size, detractors: 0 })!.interval;
      expect(half(passives(n))).toBeLessThanOrEqual(margin);
      expect(half(passives(n - 1))).toBeGreaterThan(margin);
    }
  });

  it("the worst case is half promoters and half detractors: 380 answers for 10 points", () => {
    expect(npsSampleSize({ margin: 10 })).toBe(380);
    const evenly = (n: number) =>
      npsScore({ promoters: n / 2, passives: 0, detractors: n / 2 })!.interval;
    expect(half(evenly(380))).toBeLessThanOrEqual(10);
    expect(half(evenly(378))).toBeGreaterThan(10);
    expect(npsSampleSize({ margin: 20 })).toBe(
      walk(1, (n) => npsHalf(n, 0.5, 0.5, normalQuantile(0.975)) <= 20),
    );
  });

  it("finds the smallest n that walking up finds, for any split, level and population", () => {
    const share = fc.integer({ min: 0, max: 20 }).map((k) => k / 20);
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: 2, max: 60, noNaN: true }),
        fc.constantFrom(0.8, 0.95, 0.99),
        fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
        (promoterShare, rest, margin, level, population) => {
          const detractorShare = Math.min(rest, 1 - promoterShare);
          const z = normalQuantile(0.5 + level / 2);
          const expected = walk(1, (n) => {
            if (n === population) return true;
            const finite =
              population === undefined ? 1 : Math.sqrt((population - n) / (population - 1));
            return npsHalf(n, promoterShare, detractorShare, z) * finite <= margin;
          });
          const options = {
            margin,
            promoterShare,
            detractorShare,
            level,
            ...(population !== undefined && { population }),
          };
          expect(npsSampleSize(options)).toBe(expected);
        },
      ),
    );
  });

  it("never asks for more than the population", () => {
    expect(npsSampleSize({ margin: 0.001, population: 40 })).toBe(40);
    expect(npsSampleSize({ margin: 50, population: 1 })).toBe(1);
  });

  it("refuses a margin, shares, a population and a level that make no sense", () => {
    for (const margin of [0, -1, Number.NaN, Infinity, "5", null] as number[])
      expect(() => npsSampleSize({ margin })).toThrow(
        `Cannot size a sample: the margin must be above 0, got ${margin}`,
      );
    expect(() => npsSampleSize({ margin: 5, promoterShare: 0.4 })).toThrow("both");
    expect(() => npsSampleSize({ margin: 5, promoterShare: 0.7, detractorShare: 0.4 })).toThrow(
      "at most 1",
    );
    expect(npsSampleSize({ margin: 5, promoterShare: 0.7, detractorShare: 0.3 })).toBeGreaterThan(
      1,
    );
    expect(() => npsSampleSize({ margin: 5, promoterShare: -0.1, detractorShare: 0.4 })).toThrow(
      "promoterShare",
    );
    expect(() => npsSampleSize({ margin: 5, population: 2.5 })).toThrow(
      "Cannot size a sample: population must be a whole number of at least 1, got 2.5",
    );
    expect(() => npsSampleSize({ margin: 5, level: 2 })).toThrow(
      "Cannot size a sample: a confidence level must lie between 0 and 1, got 2",
    );
    const shares = { promoterShare: null as unknown as number, detractorShare: 0.4 };
    expect(() => npsSampleSize({ margin: 5, ...shares })).toThrow(
      "Cannot size a sample: promoterShare must lie from 0 to 1, got null",
    );
  });
});

describe("a margin no countable sample reaches", () => {
  it("is refused, not looked for without end", () => {
    const refusal = (margin: number) =>
      new RangeError(
        `Cannot size a sample: the margin cannot be reached with ${Number.MAX_SAFE_INTEGER} answers, got ${margin}`,
      );
    expect(() => npsSampleSize({ margin: 1e-6 })).toThrow(refusal(1e-6));
    expect(() => shareSampleSize({ margin: 1e-9 })).toThrow(refusal(1e-9));
    expect(() => meanSampleSize({ margin: 1e-9, standardDeviation: 1 })).toThrow(refusal(1e-9));
    expect(() => meanSampleSize({ margin: 5e-324, standardDeviation: 1e308 })).toThrow(RangeError);
  });

  it("is none in a population: asking all is enough", () => {
    const population = Number.MAX_SAFE_INTEGER;
    expect(npsSampleSize({ margin: 5e-324, population })).toBe(population);
  });

  it("large samples that can be counted are still found", () => {
    const z = normalQuantile(0.975);
    // half width 100 z sqrt(n + 1.5) / (n + 3), solved for n + 3
    const square = ((100 * z) / 1e-3) ** 2;
    const n = 0.5 * (square + Math.sqrt(square * square - 6 * square)) - 3;
    expect(npsSampleSize({ margin: 1e-3 })).toBe(Math.ceil(n));
    // half width z / 2 / sqrt(n + z^2)
    expect(shareSampleSize({ margin: 1e-5 })).toBe(Math.ceil(((0.5 * z) / 1e-5) ** 2 - z * z));
  });
});

describe("shareSampleSize", () => {
  it("the Wilson interval reaches the margin at n and misses it at n - 1", () => {
    for (const margin of [0.02, 0.05, 0.1]) {
      // A share of 0 has whole counts at every n.
      const n = shareSampleSize({ margin, share: 0 });
      expect(half(wilsonInterval({ count: 0, n }))).toBeLessThanOrEqual(margin);
      expect(half(wilsonInterval({ count: 0, n: n - 1 }))).toBeGreaterThan(margin);
    }
    expect(shareSampleSize({ margin: 0.05 })).toBe(381);
    expect(half(wilsonInterval({ count: 191, n: 382 }))).toBeLessThanOrEqual(0.05);
    expect(half(wilsonInterval({ count: 190, n: 380 }))).toBeGreaterThan(0.05);
  });

  it("finds the smallest n that walking up finds", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        (share, margin) => {
          const expected = walk(1, (n) => wilsonHalf(n, share, normalQuantile(0.975)) <= margin);
          expect(shareSampleSize({ share, margin })).toBe(expected);
        },
      ),
    );
  });

  it("refuses a share that is none", () => {
    for (const share of [1.1, Number.NaN, null, "0.5"] as number[]) {
      expect(() => shareSampleSize({ margin: 0.1, share })).toThrow(
        `Cannot size a sample: share must lie from 0 to 1, got ${share}`,
      );
    }
  });
});

describe("meanSampleSize", () => {
  it("the Student interval reaches the margin at n and misses it at n - 1", () => {
    for (const [margin, standardDeviation] of [
      [0.25, 1.2],
      [0.1, 2],
      [3, 1],
    ] as const) {
      const n = meanSampleSize({ margin, standardDeviation });
      const halfAt = (size: number) =>
        (studentQuantile(0.975, size - 1) * standardDeviation) / Math.sqrt(size);
      expect(halfAt(n)).toBeLessThanOrEqual(margin);
      expect(halfAt(n - 1)).toBeGreaterThan(margin);
    }
  });

  it("is exact beyond the degrees of freedom up to which Student's quantile is", () => {
    // t = z + (z^3 + z) / (4 (n - 1)) + ..., so that n = (z s / m)^2 + (z^2 + 1) / 2 + a rest that vanishes with n
    const z = normalQuantile(0.975);
    for (const margin of [1e-3, 1e-4, 1e-5]) {
      const n = (z / margin) ** 2 + (z * z + 1) / 2;
      expect(meanSampleSize({ margin, standardDeviation: 1 })).toBe(Math.ceil(n));
    }
  });

  it("needs two answers even where all are expected alike, and takes a population", () => {
    expect(meanSampleSize({ margin: 1, standardDeviation: 0 })).toBe(2);
    expect(meanSampleSize({ margin: 0.1, standardDeviation: 1, population: 100 })).toBe(
      walk(
        2,
        (n) => (studentQuantile(0.975, n - 1) / Math.sqrt(n)) * Math.sqrt((100 - n) / 99) <= 0.1,
      ),
    );
    expect(() => meanSampleSize({ margin: 0.1, standardDeviation: -1 })).toThrow(
      "standard deviation",
    );
    expect(() => meanSampleSize({ margin: 0.1, standardDeviation: 1, population: 1 })).toThrow(
      "population",
    );
  });
});

describe("npsDetectableDifference", () => {
  it("a change of that size is noticed about as often as the power says", () => {
    // Means split evenly around the expected one, so that both waves spread nearly alike.
    const [firstN, secondN] = [300, 200];
    const points = npsDetectableDifference({
      firstN,
      secondN,
      power: 0.8,
      promoterShare: 0.4,
      detractorShare: 0.3,
    })!;
    const shift = points / 400;
    const random = seededRandom(7);
    const wave = (n: number, promoterShare: number, detractorShare: number) => {
      const counts = { promoters: 0, passives: 0, detractors: 0 };
      for (let k = 0; k < n; k += 1) {
        const draw = random();
        const kind =
          draw < promoterShare
            ? "promoters"
            : draw < promoterShare + detractorShare
              ? "detractors"
              : "passives";
        counts[kind] += 1;
      }
      return npsScore(counts)!;
    };
    const surveys = 3000;
    let noticed = 0;
    for (let survey = 0; survey < surveys; survey += 1) {
      const comparison = compareNps(
        wave(firstN, 0.4 - shift, 0.3 + shift),
        wave(secondN, 0.4 + shift, 0.3 - shift),
      );
      if (comparison.p! < 0.05) noticed += 1;
    }
    // Three standard errors of 3,000 draws are 0.022.
    expect(Math.abs(noticed / surveys - 0.8)).toBeLessThan(0.022);
  });

  it("falls with answers, rises with power and level, and is worst without expected shares", () => {
    const base = { firstN: 250, secondN: 250 };
    const points = npsDetectableDifference(base)!;
    expect(points).toBeCloseTo(
      100 * (normalQuantile(0.975) + normalQuantile(0.8)) * Math.sqrt(2 / 250),
      10,
    );
    expect(npsDetectableDifference({ ...base, secondN: 500 })).toBeLessThan(points);
    expect(npsDetectableDifference({ ...base, power: 0.9 })).toBeGreaterThan(points);
    expect(npsDetectableDifference({ ...base, level: 0.99 })).toBeGreaterThan(points);
    expect(
      npsDetectableDifference({ ...base, promoterShare: 0.5, detractorShare: 0.2 }),
    ).toBeLessThan(points);
  });

  it("takes the power of the policy where none is asked for", () => {
    const sizes = { firstN: 250, secondN: 250 };
    expect(npsDetectableDifference(sizes)).toBe(
      npsDetectableDifference({ ...sizes, power: DEFAULT_EXPERIENCE_POLICY.power }),
    );
  });

  it("is undefined where no difference is large enough", () => {
    expect(npsDetectableDifference({ firstN: 2, secondN: 2 })).toBeUndefined();
  });

  it("refuses sizes and powers that make no sense", () => {
    expect(() => npsDetectableDifference({ firstN: 0, secondN: 5 })).toThrow("firstN");
    expect(() => npsDetectableDifference({ firstN: 5, secondN: 1.5 })).toThrow("secondN");
    for (const power of [0.5, 1, Number.NaN, "0.8", null] as number[]) {
      expect(() => npsDetectableDifference({ firstN: 5, secondN: 5, power })).toThrow(
        `Cannot plan a comparison of NPS: the power must lie above 0.5 and below 1, got ${power}`,
      );
    }
  });
});
