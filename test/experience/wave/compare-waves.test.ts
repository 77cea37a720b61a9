import {
  analyzeExperience,
  compareAnalyses,
  compareWaves,
  feedbackAims,
  resultCheck,
  type WideRating,
} from "goodwill/experience";
import { pairedTest, seededRandom } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { companyRatings, FACTORS, STUDY } from "../../survey.js";

const ratings = companyRatings();
const wave = (name: string): WideRating[] => ratings.filter((row) => row.wave === name);

describe("the simulated company over four waves", () => {
  const key = (name: string) => analyzeExperience(wave(name), { study: STUDY }).key.factors;

  it("EXP-3: the key experience is convenience until it is mended, then service", () => {
    expect(["2024H1", "2024H2", "2025H1", "2025H2"].map(key)).toEqual([
      ["convenience"],
      ["convenience"],
      ["convenience"],
      ["service"],
    ]);
  });

  it("EXP-3: the gap aimed at moved, still falls short, and says so", () => {
    const { aims, changes, reasons } = compareWaves(ratings, {
      study: STUDY,
      before: "2024H2",
      after: "2025H1",
    });
    expect(aims).toEqual([
      { factor: "convenience", outcome: "improved", leadingBrandValue: false },
    ]);
    expect(
      changes.filter(({ verdict }) => verdict !== "unproven").map(({ factor }) => factor),
    ).toEqual(["convenience"]);
    expect(reasons[0]).toEqual({ code: "aim-improved", params: { factor: "convenience" } });
  });

  it("EXP-5: a factor that really fell is found, also where it was no aim", () => {
    const { changes, nextKey } = compareWaves(ratings, {
      study: STUDY,
      before: "2025H1",
      after: "2025H2",
    });
    expect(changes.find(({ factor }) => factor === "service")?.verdict).toBe("worsened");
    expect(nextKey.factors).toEqual(["service"]);
  });

  it("EXP-5: paired, the same respondents are compared with themselves", () => {
    const { changes, design } = compareWaves(ratings, {
      study: STUDY,
      before: "2024H2",
      after: "2025H1",
      design: "paired",
    });
    expect(design).toBe("paired");
    const satisfaction = (row: WideRating | undefined) => {
      const { experience, expectation } = row?.factors["convenience"] ?? {};
      return experience === undefined || expectation === undefined
        ? undefined
        : experience - expectation;
    };
    const pairs = wave("2025H1").flatMap((after): [number, number][] => {
      const [first, second] = [
        satisfaction(wave("2024H2").find(({ respondent }) => respondent === after.respondent)),
        satisfaction(after),
      ];
      return first === undefined || second === undefined ? [] : [[first, second]];
    });
    expect(pairs.length).toBeGreaterThan(50);
    expect(changes.find(({ factor }) => factor === "convenience")?.change).toEqual(
      pairedTest(pairs),
    );
  });

  it("a stored analysis compares as its ratings do", () => {
    const stored = JSON.parse(
      JSON.stringify(analyzeExperience(wave("2024H2"), { study: STUDY })),
    ) as ReturnType<typeof analyzeExperience>;
    const fromStored = compareAnalyses(stored, analyzeExperience(wave("2025H1"), { study: STUDY }));
    expect(fromStored).toEqual(
      compareWaves(ratings, { study: STUDY, before: "2024H2", after: "2025H1" }),
    );
  });

  it("EXP-5: the probability of the key experience is near certain with all, and less so with ten respondents", () => {
    const bootstrap = () => ({ random: seededRandom(4), resamples: 500 });
    const share = (rows: WideRating[]) =>
      analyzeExperience(rows, {
        study: STUDY,
        bootstrap: bootstrap(),
      }).keyProbability?.factors.find(({ factor }) => factor === "convenience")?.keyShare ?? 0;
    expect(share(wave("2024H2"))).toBeGreaterThan(0.99);
    const few = share(wave("2025H1").slice(0, 10));
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(0.99);
  });

  it("EXP-5: shares and the chance of none sum to 1", () => {
    const found = analyzeExperience(wave("2025H2").slice(0, 12), {
      study: STUDY,
      bootstrap: { random: seededRandom(8), resamples: 300 },
    });
    const shares = found.keyProbability?.factors.map(({ keyShare }) => keyShare) ?? [];
    expect(
      shares.reduce((sum, value) => sum + value, found.keyProbability?.noneShare ?? 0),
    ).toBeCloseTo(1, 12);
  });

  it("EXP-5: every segment has its gaps, and the respondents of the segments are those of the whole", () => {
    const analysis = analyzeExperience(wave("2024H2"), { study: STUDY });
    expect(analysis.segments.map(({ segment }) => segment)).toEqual(["high", "low", "mid"]);
    FACTORS.forEach((_, position) => {
      const parts = analysis.segments.reduce(
        (sum, { gaps }) => sum + (gaps[position]?.satisfaction?.n ?? 0),
        0,
      );
      expect(parts).toBe(analysis.gaps[position]?.satisfaction?.n);
    });
    expect(analysis.gaps[3]?.valueWeightedSatisfaction?.effectiveN).toBeLessThan(
      analysis.gaps[3]?.satisfaction?.n ?? 0,
    );
  });

  it("EXP-3: step 7 says what the next wave has to show, and how many must answer", () => {
    const {
      gaps,
      key: found,
      policy,
      feedback,
    } = analyzeExperience(wave("2024H2"), { study: STUDY });
    expect(feedback).toEqual(feedbackAims(gaps, found, policy));
    const [aim] = feedback;
    const { standardDeviation = 0, mean = 0 } = gaps[3]?.satisfaction ?? {};
    // 2 s^2 (1.959964 + 0.841621)^2 / change^2
    expect(aim).toMatchObject({ factor: "convenience", baseline: mean, target: 0 });
    expect(aim?.respondentsNeeded).toBe(
      Math.ceil((2 * standardDeviation ** 2 * 7.848879734) / mean ** 2),
    );
  });

  it("the analysis is plain JSON and comes out the same again", () => {
    const run = () =>
      analyzeExperience(wave("2024H2"), {
        study: STUDY,
        bootstrap: { random: seededRandom(1), resamples: 50 },
      });
    expect(JSON.parse(JSON.stringify(run()))).toEqual(run());
    expect(JSON.stringify(run())).toBe(JSON.stringify(run()));
    expect(JSON.stringify(run())).not.toMatch(/null|NaN/);
  });
});

describe("compareWaves", () => {
  it("a wave without ratings, an unknown aim, or two studies are refused", () => {
    expect(() => compareWaves(ratings, { study: STUDY, before: "2023", after: "2025H1" })).toThrow(
      /no ratings of wave "2023"/,
    );
    expect(() =>
      compareWaves(ratings, { study: STUDY, before: "2024H2", after: "2025H1", aim: ["taste"] }),
    ).toThrow(/"taste" is no factor/);
    const other = analyzeExperience([], { study: { ...STUDY, factors: ["price"] } });
    expect(() => compareAnalyses(analyzeExperience([], { study: STUDY }), other)).toThrow(
      /studies differ/,
    );
  });

  it("one answer a wave proves nothing", () => {
    const one = (name: string, experience: number): WideRating => ({
      respondent: name,
      wave: name,
      factors: { price: { importance: 9, expectation: 8, experience } },
    });
    const { changes, aims } = compareWaves([one("a", 2), one("b", 9)], {
      study: STUDY,
      before: "a",
      after: "b",
    });
    expect(changes.at(-1)).toMatchObject({ factor: "price", verdict: "unproven" });
    expect(changes.at(-1)).not.toHaveProperty("change");
    expect(aims).toEqual([{ factor: "price", outcome: "unproven", leadingBrandValue: true }]);
  });
});

describe("resultCheck", () => {
  it.each([
    [[{ effort: 1, result: 1 }], /at least two observations/],
    [
      [
        { effort: 1, result: 1 },
        { effort: 1, result: 2 },
      ],
      /two observations have the effort 1/,
    ],
    [
      [
        { effort: 0, result: 1 },
        { effort: 1, result: 2 },
      ],
      /effort must be above 0/,
    ],
    [
      [
        { effort: 1, result: -1 },
        { effort: 2, result: 2 },
      ],
      /result must be at least 0/,
    ],
  ])("case %#: observations that cannot be compared are refused", (observations, message) => {
    expect(() => resultCheck(observations)).toThrow(message);
  });
});
