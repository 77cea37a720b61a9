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
    expect(analysis.gaps[3]?.byValue?.satisfaction.effectiveN).toBeLessThan(
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
    expect(feedback).toEqual(feedbackAims(gaps, found, { policy }));
    expect(feedback).toMatchObject([
      { factor: "convenience", baseline: gaps[3]?.satisfaction?.mean, target: 0 },
    ]);
  });

  it("EXP-3: with as many answers as step 7 asks for, the change is shown about as often as promised", () => {
    const random = seededRandom(12);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const clamp = (value: number) => Math.min(10, Math.max(0, value));
    const drawn = (name: string, n: number, shift: number): WideRating[] =>
      Array.from({ length: n }, (_, i) => ({
        respondent: `${name}${String(i)}`,
        wave: name,
        factors: Object.fromEntries(
          FACTORS.map((factor) => [
            factor,
            {
              importance: 9,
              expectation: 6,
              experience: clamp(6 + 1.5 * normal() + (factor === "price" ? shift : 0)),
            },
          ]),
        ),
      }));
    const planned = analyzeExperience(drawn("plan", 4000, -1), { study: STUDY });
    const n = planned.feedback[0]?.respondentsNeeded ?? 0;
    expect(planned.key.factors).toEqual(["price"]);
    const runs = 300;
    let shown = 0;
    for (let run = 0; run < runs; run += 1) {
      const both = [...drawn("a", n, -1), ...drawn("b", n, 0)];
      const { changes } = compareWaves(both, { study: STUDY, before: "a", after: "b" });
      if (changes.at(-1)?.verdict === "improved") shown += 1;
    }
    expect(shown / runs).toBeGreaterThan(0.72);
    expect(shown / runs).toBeLessThan(0.9);
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

  it("equal answers in each wave prove nothing, however many points apart", () => {
    const rows = ["a", "b"].flatMap((name) =>
      [1, 2].map((i) => ({
        respondent: `${name}${String(i)}`,
        wave: name,
        factors: { price: { importance: 9, expectation: 7, experience: name === "a" ? 5 : 6 } },
      })),
    );
    const { changes } = compareWaves(rows, { study: STUDY, before: "a", after: "b" });
    expect(changes.at(-1)).toMatchObject({ verdict: "untested", change: { estimate: 1 } });
    expect(changes.at(-1)).not.toHaveProperty("pHolm");
  });

  it("a change that is significant alone but not among six factors is unproven", () => {
    const answer = (experience: number) => ({ importance: 9, expectation: 6, experience });
    const wobble = [4, 5, 6, 7, 8, 5, 6, 7];
    const rows = (name: string, shift: number): WideRating[] =>
      wobble.map((_, i) => ({
        respondent: `${name}${String(i)}`,
        wave: name,
        factors: Object.fromEntries(
          FACTORS.map((factor, at) => [
            factor,
            answer((wobble[(i + at) % 8] ?? 0) + (factor === "price" ? shift : 0)),
          ]),
        ),
      }));
    const { changes } = compareWaves([...rows("a", 0), ...rows("b", 1.6)], {
      study: STUDY,
      before: "a",
      after: "b",
    });
    const price = changes.at(-1);
    expect(price?.change?.p).toBeLessThan(0.05);
    expect(price?.pHolm).toBeGreaterThan(0.05);
    expect(price?.verdict).toBe("unproven");
  });

  it("paired, before and after are those of the pairs, and their number is told", () => {
    const row = (respondent: string, name: string, experience: number): WideRating => ({
      respondent,
      wave: name,
      factors: { price: { importance: 9, expectation: 7, experience } },
    });
    const rows = [
      row("1", "a", 5),
      row("2", "a", 6),
      row("9", "a", 0),
      row("1", "b", 7),
      row("2", "b", 9),
      row("8", "b", 0),
    ];
    const { changes } = compareWaves(rows, {
      study: STUDY,
      before: "a",
      after: "b",
      design: "paired",
    });
    expect(changes.at(-1)).toMatchObject({
      before: { mean: -1.5, n: 2 },
      after: { mean: 1, n: 2 },
      change: { estimate: 2.5 },
    });
    const strangers = [row("1", "a", 5), row("2", "b", 6)];
    expect(
      compareWaves(strangers, {
        study: STUDY,
        before: "a",
        after: "b",
        design: "paired",
      }).changes.at(-1)?.verdict,
    ).toBe("untested");
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
    expect(changes.at(-1)).toMatchObject({ factor: "price", verdict: "untested" });
    expect(changes.at(-1)).not.toHaveProperty("change");
    expect(changes.at(-1)?.flags.map(({ code }) => code)).toEqual(["small-sample"]);
    expect(aims).toEqual([{ factor: "price", outcome: "untested", leadingBrandValue: true }]);
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
