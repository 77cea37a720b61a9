import {
  analyzeExperience,
  DEFAULT_EXPERIENCE_POLICY,
  experienceGaps,
  feedbackAims,
  keyExperience,
  keyProbability,
  requireExperiencePolicy,
  type Rating,
} from "goodwill/experience";
import { seededRandom } from "goodwill/shared";
import { describe, expect, it } from "vitest";

const study = { scale: { min: 0, max: 10 }, factors: ["price", "service"] };
const rating = (respondent: number, answers: Partial<Rating>): Rating => ({
  respondent: String(respondent),
  factor: "price",
  ...answers,
});
const times = (count: number, answers: Partial<Rating>, from = 0): Rating[] =>
  Array.from({ length: count }, (_, i) => rating(from + i, answers));
const flagsOf = (rows: readonly Rating[]) =>
  experienceGaps(rows, { study }).overall[0]?.flags.map(({ code }) => code);

describe("value-weighted figures", () => {
  // weights 1, 2, 3; satisfactions -2, 0, 1; importance 9, 5, 10
  const rows = [
    rating(1, { importance: 9, expectation: 7, experience: 5, weight: 1 }),
    rating(2, { importance: 5, expectation: 7, experience: 7, weight: 2 }),
    rating(3, { importance: 10, expectation: 7, experience: 8, weight: 3 }),
  ];
  const { byValue } = experienceGaps(rows, { study }).overall[0] ?? {};

  it("EXP-5: are those computed by hand, with the effective number of respondents", () => {
    // mean (-2 + 0 + 3) / 6; squared error (1 (-13/6)^2 + 4 (-1/6)^2 + 9 (5/6)^2) (3/2) / 36
    expect(byValue?.satisfaction.mean).toBeCloseTo(1 / 6, 14);
    const squares = ((13 / 6) ** 2 + 4 * (1 / 6) ** 2 + 9 * (5 / 6) ** 2) * 1.5;
    expect(byValue?.satisfaction.standardError).toBeCloseTo(Math.sqrt(squares) / 6, 14);
    expect(byValue?.satisfaction.effectiveN).toBeCloseTo(36 / 14, 14);
    expect(byValue?.weightedSatisfaction?.mean).toBeCloseTo((-18 + 0 + 30) / 6, 14);
  });

  it("EXP-5: have a key experience of their own, and a flag when few customers carry them", () => {
    const many = Array.from({ length: 40 }, (_, i) => [
      rating(i, {
        importance: 9,
        expectation: 7,
        experience: i < 4 ? 1 : 8,
        weight: i < 4 ? 1000 : 1,
      }),
      rating(i, {
        factor: "service",
        importance: 9,
        expectation: 7,
        experience: 6 - (i % 2),
        weight: i < 4 ? 1000 : 1,
      }),
    ]).flat();
    const { key, keyByValue, gaps } = analyzeExperience(many, { study });
    expect(key.factors).toEqual(["service"]);
    expect(keyByValue?.factors).toEqual(["price"]);
    expect(gaps[0]?.flags.map(({ code }) => code)).toEqual(["few-by-value"]);
  });

  it.each([
    [[1, 0, 0], 1, false],
    [[1e100, 1e100, 1e100], 3, true],
    [[1e-100, 1e-100, 1e-100], 3, true],
  ])(
    "EXP-5: weights %j: only those above 0 count, and nothing overflows",
    (weights, n, hasInterval) => {
      const weighed = rows.map((row, i) => ({ ...row, weight: weights[i] ?? 0 }));
      const { satisfaction } = experienceGaps(weighed, { study }).overall[0]?.byValue ?? {};
      expect(satisfaction?.n).toBe(n);
      expect(satisfaction?.effectiveN).toBeCloseTo(n, 9);
      expect(satisfaction?.interval !== undefined).toBe(hasInterval);
    },
  );

  it("EXP-5: a weight whose square overflows, or none above 0", () => {
    expect(() => experienceGaps([rating(1, { weight: 1e200 })], { study })).toThrow(
      /weight must be 0 or a number from 1e-100 to 1e100/,
    );
    expect(
      experienceGaps(times(3, { expectation: 7, experience: 5, weight: 0 }), { study }).overall[0],
    ).not.toHaveProperty("byValue");
  });
});

describe("flags", () => {
  const complete = { importance: 9, expectation: 7 };
  const varied = (count: number): Rating[] =>
    Array.from({ length: count }, (_, i) => rating(i, { ...complete, experience: 4 + (i % 3) }));

  it("EXP-5: fewer than 30 complete answers are a small sample; 30 are not", () => {
    expect(flagsOf(varied(29))).toEqual(["small-sample"]);
    expect(flagsOf(varied(30))).toEqual([]);
  });

  it("EXP-5: the answers that count are those of the deciding figure, importance included", () => {
    const rows = varied(40).map((row, i) =>
      i === 0 ? row : rating(i, { expectation: 7, experience: row.experience ?? 0 }),
    );
    expect(flagsOf(rows)).toEqual(["small-sample", "many-missing"]);
  });

  it("EXP-5: more than a fifth missing is flagged; a fifth is not", () => {
    const missing = (count: number) => times(count, { experience: 5 }, 1000);
    expect(flagsOf([...varied(40), ...missing(10)])).toEqual([]);
    expect(flagsOf([...varied(40), ...missing(11)])).toEqual(["many-missing"]);
  });

  it("EXP-5: equal answers are flagged, because nothing can be tested", () => {
    const { overall } = experienceGaps(times(40, { ...complete, experience: 5 }), { study });
    expect(overall[0]?.flags.map(({ code }) => code)).toEqual(["no-spread"]);
    expect(overall[0]?.satisfaction).not.toHaveProperty("pHolm");
  });

  it("EXP-5: intervals of measures stay on the scale", () => {
    const { overall } = experienceGaps(
      [rating(1, { experience: 0 }), rating(2, { experience: 10 })],
      { study },
    );
    expect(overall[0]?.experience?.interval).toMatchObject({ lower: 0, upper: 10 });
  });
});

describe("keyProbability", () => {
  const run = (rows: readonly Rating[]) =>
    keyProbability(rows, { study, random: seededRandom(3), resamples: 200 });

  it("EXP-5: follows the rule of the key experience also without importance", () => {
    const rows = times(5, { expectation: 7, experience: 5 });
    expect(keyExperience(experienceGaps(rows, { study }).overall, { study }).factors).toEqual([
      "price",
    ]);
    expect(run(rows)?.factors[0]?.keyShare).toBe(1);
  });

  it("EXP-5: a tie is split", () => {
    const rows = [
      ...times(4, { importance: 5, expectation: 7, experience: 5 }),
      ...times(4, { importance: 10, factor: "service", expectation: 7, experience: 6 }),
    ];
    expect(run(rows)?.factors.map(({ keyShare }) => keyShare)).toEqual([0.5, 0.5]);
  });

  it("EXP-5: what cannot be decided is told apart from nobody falling short", () => {
    const content = times(4, { importance: 5, expectation: 7, experience: 8 });
    expect(run(content)).toMatchObject({ noneShare: 1, undecidedShare: 0 });
    expect(run(times(4, { experience: 8 }))).toMatchObject({ noneShare: 0, undecidedShare: 1 });
    expect(run([])).toBeUndefined();
  });
});

describe("feedbackAims", () => {
  it("EXP-3: a key factor that satisfies on average but disappoints those to whom it matters has no change to show", () => {
    const rows = [
      ...times(2, { importance: 10, expectation: 7, experience: 5 }),
      ...times(2, { importance: 1, expectation: 5, experience: 8 }, 10),
    ];
    const { gaps, key, feedback } = analyzeExperience(rows, { study });
    expect(key.factors).toEqual(["price"]);
    expect(feedback).toEqual(feedbackAims(gaps, key));
    expect(feedback).toEqual([{ factor: "price", baseline: 0.5, target: 0.5 }]);
  });
});

describe("requireExperiencePolicy", () => {
  it.each([
    [{ significance: 7 }, /significance must lie between 0 and 1, got 7/],
    [{ power: 80 }, /power must lie between 0 and 1, got 80/],
    [{ level: NaN }, /level must lie/],
    [{ minimumRespondents: NaN }, /minimumRespondents must be a whole number/],
    [{ missingShareLimit: -0.1 }, /missingShareLimit must lie/],
    [{ brandValueMarginShare: 2 }, /brandValueMarginShare must lie/],
  ])("%j is refused by name", (change, message) => {
    const policy = { ...DEFAULT_EXPERIENCE_POLICY, ...change };
    expect(() => requireExperiencePolicy(policy)).toThrow(message);
    expect(() => analyzeExperience([rating(1, {})], { study, policy })).toThrow(message);
  });
});
