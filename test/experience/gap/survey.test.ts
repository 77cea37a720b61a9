import {
  analyzeExperience,
  compareWaves,
  experienceCombine,
  experienceGaps,
  keyProbability,
  type ExperienceGap,
} from "goodwill/experience";
import { seededRandom } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import golden from "../../golden/cem-survey.json" with { type: "json" };
import { FACTORS, STUDY, surveyRatings } from "../../survey.js";

type Reference = (typeof golden.overall)["product"];

const near = (actual: number | undefined, expected: number): void => {
  expect(Math.abs((actual ?? Infinity) - expected)).toBeLessThanOrEqual(
    1e-11 * Math.max(1, Math.abs(expected)),
  );
};

/** Small p-values are compared relatively. */
const samePValue = (actual: number | undefined, expected: number): void => {
  expect(Math.abs((actual ?? Infinity) / expected - 1)).toBeLessThan(1e-9);
};

function expectReference(gap: ExperienceGap | undefined, reference: Reference): void {
  expect(gap?.satisfaction?.n).toBe(reference.n);
  near(gap?.satisfaction?.mean, reference.mean);
  near(gap?.satisfaction?.standardDeviation, reference.sd);
  near(gap?.satisfaction?.standardError, reference.se);
  near(gap?.satisfaction?.interval?.lower, reference.lo);
  near(gap?.satisfaction?.interval?.upper, reference.hi);
  near(gap?.satisfaction?.t, reference.t);
  samePValue(gap?.satisfaction?.p, reference.p);
  samePValue(gap?.satisfaction?.pHolm, reference.p_holm);
  near(gap?.importance?.mean, reference.mean_importance);
  near(gap?.experience?.mean, reference.mean_actual);
  near(gap?.expectation?.mean, reference.mean_expected);
  near(gap?.productOfMeans, reference.weighted_product_of_means);
  for (const [estimate, expected] of [
    [gap?.weightedSatisfaction, reference.weighted_mean_of_products],
    [gap?.idealGap, reference.ideal_gap],
  ] as const) {
    expect(estimate?.n).toBe(expected.n);
    near(estimate?.mean, expected.mean);
    near(estimate?.standardDeviation, expected.sd);
    near(estimate?.interval?.lower, expected.lo);
    near(estimate?.interval?.upper, expected.hi);
  }
}

const combine = experienceCombine({ study: STUDY });
type Stored = ReturnType<typeof combine.createAccumulator>;
const waves = golden.sums as unknown as Record<"W1" | "W2", Stored>;

describe("a survey of 800 respondents, from its stored sums", () => {
  const whole = combine.extractOutput(combine.mergeAccumulators(waves.W1, waves.W2));

  it.each(FACTORS)("EXP-5: %s agrees with R: means, intervals, tests, Holm", (factor) => {
    const position = FACTORS.indexOf(factor);
    expectReference(whole.overall[position], golden.overall[factor as "product"]);
  });

  it.each(["high", "low", "mid"] as const)("EXP-5: segment %s agrees with R", (segment) => {
    const { gaps = [] } = whole.segments.find((one) => one.segment === segment) ?? {};
    FACTORS.forEach((factor, position) =>
      expectReference(gaps[position], golden.by_segment[segment][factor as "product"]),
    );
  });

  it.each(["W1", "W2"] as const)("EXP-5: wave %s agrees with R", (wave) => {
    const { overall } = combine.extractOutput(waves[wave]);
    FACTORS.forEach((factor, position) =>
      expectReference(overall[position], golden.by_wave[wave][factor as "product"]),
    );
  });

  it.each(FACTORS)(
    "EXP-5: %s weighted by customer value agrees, with the effective number of respondents",
    (factor) => {
      const expected = golden.value_weighted_gap[factor as "product"];
      const weighted = whole.overall[FACTORS.indexOf(factor)]?.byValue?.satisfaction;
      near(weighted?.mean, expected.mean);
      near(weighted?.standardError, expected.se);
      near(weighted?.effectiveN, expected.n_eff_kish);
      expect(weighted?.n).toBe(expected.n);
    },
  );

  it("EXP-3: both averages are reported and differ, because importance and satisfaction go together", () => {
    const product = whole.overall[0];
    expect(product?.productOfMeans).toBeCloseTo(-7.84572293512268, 10);
    expect(product?.weightedSatisfaction?.mean).toBeCloseTo(-8.11621621621622, 10);
  });
});

const ratings = surveyRatings();

describe.skipIf(ratings === undefined)(
  "the same survey, from its rows (skipped where the survey is absent)",
  () => {
    const rows = ratings ?? [];

    it("EXP-5: rows give what the stored sums give", () => {
      const { overall } = experienceGaps(rows, { study: STUDY });
      FACTORS.forEach((factor, position) =>
        expectReference(overall[position], golden.overall[factor as "product"]),
      );
    });

    it.each(FACTORS)(
      "EXP-5: the change of %s between the waves agrees with R's Welch test, Holm-adjusted",
      (factor) => {
        const { changes } = compareWaves(rows, { study: STUDY, before: "W1", after: "W2" });
        const change = changes.find((one) => one.factor === factor);
        const expected = golden.wave_change[factor as "product"];
        near(change?.change?.estimate, expected.diff);
        near(change?.change?.interval?.lower, expected.lo);
        near(change?.change?.interval?.upper, expected.hi);
        near(change?.change?.t, expected.t);
        near(change?.change?.degreesOfFreedom, expected.df);
        samePValue(change?.change?.p, expected.p);
        samePValue(change?.pHolm, expected.p_holm);
        expect(change?.verdict).toBe(factor === "convenience" ? "improved" : "unproven");
      },
    );

    it("EXP-3: the loop: convenience was aimed at, improved, still falls short, and stays the next key", () => {
      const { aims, nextKey } = compareWaves(rows, { study: STUDY, before: "W1", after: "W2" });
      expect(aims).toEqual([
        { factor: "convenience", outcome: "improved", leadingBrandValue: false },
      ]);
      expect(nextKey.factors).toEqual(["convenience"]);
    });

    it("EXP-5: the bootstrap agrees with the reference: ends within 0.15 standard deviations, certain of the key", () => {
      const found = keyProbability(rows, {
        study: STUDY,
        random: seededRandom(20_260_101),
        resamples: 4000,
      });
      FACTORS.forEach((factor, position) => {
        const one = found?.factors[position];
        const { mean, se } = golden.overall[factor as "product"];
        const tolerance = 0.15 * se;
        const of = (ends: Record<string, number>) => ends[factor] ?? Infinity;
        expect(
          Math.abs((one?.satisfaction?.lower ?? mean) - of(golden.bootstrap.gap_lo)),
        ).toBeLessThan(tolerance);
        expect(
          Math.abs((one?.satisfaction?.upper ?? mean) - of(golden.bootstrap.gap_hi)),
        ).toBeLessThan(tolerance);
        const weighted = golden.overall[factor as "product"].weighted_mean_of_products;
        const weightedTolerance = (0.15 * weighted.sd) / Math.sqrt(weighted.n);
        expect(
          Math.abs((one?.weightedSatisfaction?.lower ?? 0) - of(golden.bootstrap.wgap_lo)),
        ).toBeLessThan(weightedTolerance);
        expect(
          Math.abs((one?.weightedSatisfaction?.upper ?? 0) - of(golden.bootstrap.wgap_hi)),
        ).toBeLessThan(weightedTolerance);
        expect(one?.keyShare).toBe(golden.bootstrap.p_key_experience[factor as "product"]);
      });
    });

    it("EXP-5: with ten respondents the plain ranking names another key about one time in ten", () => {
      const random = seededRandom(99);
      let wrong = 0;
      const draws = 400;
      for (let draw = 0; draw < draws; draw += 1) {
        const sample = Array.from({ length: 10 }, (_, i) => {
          const drawn = rows[Math.floor(random() * rows.length)] ?? { respondent: "", factors: {} };
          return { respondent: String(i), factors: drawn.factors };
        });
        const analysis = analyzeExperience(sample, { study: STUDY });
        if (analysis.key.factors[0] !== "convenience") wrong += 1;
        expect(analysis.gaps[0]?.flags.map(({ code }) => code)).toContain("small-sample");
      }
      expect(wrong / draws).toBeGreaterThan(0.03);
      expect(wrong / draws).toBeLessThan(0.2);
    });
  },
);
