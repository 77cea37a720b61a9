import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPERIENCE_SENTENCES, systemicProblems, themeCountSchema } from "goodwill/experience";
import type {
  SystemicProblem,
  SystemicProblemOptions,
  ThemeCount,
  ThemeModel,
} from "goodwill/experience";
import { explain, holmAdjusted, seededRandom, siftRows } from "goodwill/shared";
import type { RandomSource } from "goodwill/shared";
import golden from "../../golden/systemic-problems.json" with { type: "json" };

const NOW: SystemicProblemOptions = { current: "Q4", model: "poisson" };

function row(theme: string, period: string, count: number, exposure = 100): ThemeCount {
  return { theme, period, count, exposure };
}

function only(rows: readonly ThemeCount[], options: SystemicProblemOptions = NOW): SystemicProblem {
  const problems = systemicProblems(rows, options);
  expect(problems).toHaveLength(1);
  return problems[0]!;
}

function expectRelative(actual: number | undefined, expected: number, tolerance = 1e-12): void {
  expect(actual).toBeDefined();
  expect(Math.abs(actual! - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe("systemicProblems", () => {
  it.each(golden.cases)(
    "EXP-11: agrees with scipy: $current.count of $current.exposure after $history.count of $history.exposure",
    ({ current, history, ...expected }) => {
      const rows = [
        row("late", "Q3", history.count, history.exposure),
        row("late", "Q4", current.count, current.exposure),
      ];
      const poisson = only(rows);
      expectRelative(poisson.p, expected.poissonP);
      expectRelative(poisson.rateRatio?.lower, expected.lower);
      if (expected.upper === undefined) expect(poisson.rateRatio).not.toHaveProperty("upper");
      else expectRelative(poisson.rateRatio?.upper, expected.upper);
      if (expected.fisherP !== undefined) {
        expectRelative(only(rows, { ...NOW, model: "binomial" }).p, expected.fisherP);
      }
    },
  );

  it("EXP-11: a theme whose rate rose beyond chance is systemic, with its evidence", () => {
    const [late, attitude] = systemicProblems(
      [
        row("late", "Q3", 12, 900),
        row("late", "Q4", 19, 300),
        row("attitude", "Q3", 9, 900),
        row("attitude", "Q4", 4, 300),
      ],
      NOW,
    );
    expect(late).toMatchObject({
      theme: "late",
      current: { count: 19, exposure: 300, rate: 19 / 300 },
      history: { count: 12, exposure: 900, rate: 12 / 900 },
      systemic: true,
    });
    expect(late?.rateRatio?.ratio).toBe(4.75);
    expect(late?.pHolm).toBe(2 * late!.p!);
    expect(late?.reasons.map(({ code }) => code)).toEqual(["rate-rose-beyond-chance"]);
    expect(attitude).toMatchObject({ theme: "attitude", systemic: false });
    expect(attitude?.reasons.map(({ code }) => code)).toEqual(["rate-within-chance"]);
  });

  it("EXP-11: a fall is no problem, however large", () => {
    expect(only([row("late", "Q3", 200), row("late", "Q4", 0)])).toMatchObject({
      systemic: false,
      p: 1,
    });
  });

  it("corrects for the number of themes: a rise that counts alone is lost among forty", () => {
    const rise = [row("late", "Q3", 10), row("late", "Q4", 24)];
    const steady = Array.from({ length: 39 }, (_, k) => [
      row(`t${k}`, "Q3", 10),
      row(`t${k}`, "Q4", 10),
    ]).flat();
    expect(only(rise).systemic).toBe(true);
    const among = systemicProblems([...steady, ...rise], NOW);
    expect(among[0]).toMatchObject({ theme: "late", systemic: false });
    expect(among.map(({ pHolm }) => pHolm)).toEqual(holmAdjusted(among.map(({ p }) => p!)));
  });

  it("adds up the rows of the same theme and period", () => {
    const parts = [
      row("late", "Q3", 5),
      row("late", "Q4", 3, 40),
      row("late", "Q3", 2, 50),
      row("late", "Q4", 4, 20),
    ];
    expect(only(parts)).toEqual(only([row("late", "Q3", 7, 150), row("late", "Q4", 7, 60)]));
  });

  it("EXP-11: what came later is no past: the finding of a period stays as it was", () => {
    const past = [row("late", "2025Q1", 3), row("late", "2025Q2", 4), row("late", "2025Q3", 14)];
    const later = [row("late", "2025Q4", 40), row("new", "2025Q4", 5), row("late", "2026Q1", 50)];
    const options = { ...NOW, current: "2025Q3" };
    const found = systemicProblems([...later, ...past], options);
    expect(found).toEqual(systemicProblems(past, options));
    expect(found[0]).toMatchObject({ history: { count: 7, exposure: 200 }, systemic: true });
    // Named, a later period is history.
    const named = { ...options, history: ["2025Q2", "2025Q4"] };
    expect(systemicProblems([...past, ...later], named)[0]?.history?.count).toBe(44);
  });

  it("a period before which none sorts has no past, unless it is named", () => {
    const rows = [row("late", "January", 3), row("late", "April", 9)];
    expect(only(rows, { ...NOW, current: "April" })).toMatchObject({
      systemic: false,
      reasons: [{ code: "theme-without-history" }],
    });
    expect(only(rows, { ...NOW, current: "April", history: ["January"] }).history?.count).toBe(3);
  });

  it("EXP-11: an adjusted p on the significance itself is within chance", () => {
    const rows = [row("late", "Q3", 3), row("late", "Q4", 14)];
    const { pHolm = 0 } = only(rows);
    const at = (significance: number) =>
      only(rows, { ...NOW, policy: { significance, level: 0.95 } });
    expect(at(pHolm)).toMatchObject({
      systemic: false,
      reasons: [{ code: "rate-within-chance" }],
    });
    expect(at(pHolm * (1 + 1e-12)).systemic).toBe(true);
  });

  it("holds against all periods before, or against those named", () => {
    const rows = [
      row("late", "Q1", 50),
      row("late", "Q2", 4),
      row("late", "Q3", 6),
      row("late", "Q4", 20),
    ];
    expect(only(rows).history).toMatchObject({ count: 60, exposure: 300 });
    expect(only(rows, { ...NOW, history: ["Q2", "Q3"] })).toMatchObject({
      history: { count: 10, exposure: 200 },
      systemic: true,
    });
  });

  it("lists a theme without a past and one without a present last, and says so", () => {
    const problems = systemicProblems(
      [row("new", "Q4", 30), row("gone", "Q3", 3), row("late", "Q3", 3), row("late", "Q4", 3)],
      NOW,
    );
    expect(problems.map(({ theme }) => theme)).toEqual(["late", "gone", "new"]);
    expect(problems.map(({ reasons }) => reasons[0]?.code)).toEqual([
      "rate-within-chance",
      "theme-not-in-period",
      "theme-without-history",
    ]);
    for (const untested of problems.slice(1)) {
      expect(untested.systemic).toBe(false);
      for (const name of ["p", "pHolm", "rateRatio"]) expect(untested).not.toHaveProperty(name);
    }
    expect(problems[1]).not.toHaveProperty("current");
    expect(problems[2]).not.toHaveProperty("history");
    // Only what can be tested counts for the correction.
    expect(problems[0]?.pHolm).toBe(problems[0]?.p);
  });

  it("without any case there is nothing to say: p is 1 and the ratio unbounded", () => {
    const none = only([row("late", "Q3", 0), row("late", "Q4", 0)]);
    expect(none).toMatchObject({ p: 1, systemic: false, rateRatio: { lower: 0 } });
    expect(Object.keys(none.rateRatio!)).toEqual(["lower", "level"]);
  });

  it("sorts by p and, among equals, by name, whatever the order of the rows", () => {
    const rows = ["c", "a", "b"].flatMap((theme) => [row(theme, "Q3", 4), row(theme, "Q4", 4)]);
    expect(systemicProblems(rows, NOW).map(({ theme }) => theme)).toEqual(["a", "b", "c"]);
    expect(systemicProblems(rows.toReversed(), NOW)).toEqual(systemicProblems(rows, NOW));
  });

  it.each([
    [row("late", "Q4", -1), "a count must be a whole number of at least 0, got -1"],
    [row("late", "Q4", 1.5), "a count must be a whole number of at least 0, got 1.5"],
    [row("late", "Q4", Number.NaN), "a count must be a whole number of at least 0, got NaN"],
    [row("late", "Q4", 1, 0), "an exposure must be above 0, got 0"],
    [row("late", "Q4", 1, Infinity), "an exposure must be above 0, got Infinity"],
  ])("refuses a row that cannot be, and names it (%#)", (bad, problem) => {
    expect(() => systemicProblems([row("late", "Q3", 1), bad], NOW)).toThrow(
      new RangeError(
        `Cannot find systemic problems: ${problem} at index 1 (theme "late", period "Q4")`,
      ),
    );
  });

  it("refuses more low scores than answers, and answers that are not whole", () => {
    const binomial = { ...NOW, model: "binomial" } as const;
    expect(() => systemicProblems([row("late", "Q4", 11, 10)], binomial)).toThrow(
      "at least the count 11, got 10",
    );
    expect(() => systemicProblems([row("late", "Q4", 1, 10.5)], binomial)).toThrow("got 10.5");
    expect(systemicProblems([row("late", "Q4", 11, 10)], NOW)).toHaveLength(1);
  });

  it("refuses periods without a row, a current period in the history, and a significance that is none", () => {
    const rows = [row("late", "Q3", 1), row("late", "Q4", 1)];
    expect(() => systemicProblems(rows, { ...NOW, current: "Q5" })).toThrow(
      'no row is of period "Q5"',
    );
    expect(() => systemicProblems(rows, { ...NOW, history: ["Q1"] })).toThrow(
      'no row is of period "Q1"',
    );
    expect(() => systemicProblems(rows, { ...NOW, history: ["Q4"] })).toThrow(
      "both the current period and history",
    );
    expect(() =>
      systemicProblems(rows, { ...NOW, policy: { significance: 0, level: 0.95 } }),
    ).toThrow("Cannot find systemic problems: a significance must lie between 0 and 1, got 0");
    for (const significance of ["0.05", null, Number.NaN] as number[]) {
      expect(() =>
        systemicProblems(rows, { ...NOW, policy: { significance, level: 0.95 } }),
      ).toThrow(`got ${significance}`);
    }
    // refused also where no theme can be tested
    expect(() =>
      systemicProblems([row("new", "Q4", 1)], {
        ...NOW,
        policy: { significance: 0.05, level: 95 },
      }),
    ).toThrow("Cannot find systemic problems: a confidence level must lie between 0 and 1, got 95");
  });

  it("explains every finding", () => {
    const problems = systemicProblems(
      [
        row("new", "Q4", 30),
        row("gone", "Q3", 3),
        row("late", "Q3", 3),
        row("late", "Q4", 30),
        row("ok", "Q3", 3),
        row("ok", "Q4", 3),
      ],
      NOW,
    );
    const texts = problems.flatMap(({ reasons }) =>
      reasons.map((reason) => explain(reason, EXPERIENCE_SENTENCES)),
    );
    expect(texts).toHaveLength(4);
    expect(texts[0]).toMatch(
      /^late rose from 0\.03 to 0\.3 \(30 of 100\), beyond chance: adjusted p [\d.e-]+, limit 0\.05\.$/,
    );
  });

  it.each(["poisson", "binomial"] as const)(
    "a false alarm over all themes is no more likely than the significance, in either model: %s",
    (model) => {
      const random = seededRandom(11);
      const looks = 1500;
      let alarms = 0;
      for (let look = 0; look < looks; look += 1) {
        const rows = steadyThemes(random, model);
        if (systemicProblems(rows, { current: "Q4", model }).some(({ systemic }) => systemic))
          alarms += 1;
      }
      expect(alarms).toBeGreaterThan(0);
      // Three standard errors of 1,500 looks at 5 percent are 0.017.
      expect(alarms / looks).toBeLessThan(0.05 + 0.017);
    },
  );

  it("the exact p of one theme never rejects more often than the significance, whatever the rate", () => {
    const level = fc.constantFrom(0.01, 0.05, 0.2);
    fc.assert(
      fc.property(
        fc.nat({ max: 25 }),
        fc.integer({ min: 1, max: 9 }),
        level,
        (cases, current, significance) => {
          // Given all cases, the current ones are binomial with the share of the exposure: sum over all splits that alarm.
          const share = current / 10;
          let chance = 0;
          let mass = (1 - share) ** cases;
          for (let count = 0; count <= cases; count += 1) {
            const { p } = only([
              row("t", "Q3", cases - count, 10 - current),
              row("t", "Q4", count, current),
            ]);
            if (p! < significance) chance += mass;
            mass *= ((cases - count) / (count + 1)) * (share / (1 - share));
          }
          expect(chance).toBeLessThanOrEqual(significance + 1e-12);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [0.02, 0.02],
    [0.05, 0.15],
    [0.3, 0.2],
    [0.6, 0.7],
  ])("the interval of the ratio covers the truth for answers too: %f after %f", (now, before) => {
    const [n, m] = [30, 50];
    const pmf = (k: number, size: number, share: number): number => {
      let mass = (1 - share) ** size;
      for (let j = 0; j < k; j += 1) mass *= ((size - j) / (j + 1)) * (share / (1 - share));
      return mass;
    };
    let covered = 0;
    for (let c = 0; c <= n; c += 1) {
      for (let h = 0; h <= m; h += 1) {
        const weight = pmf(c, n, now) * pmf(h, m, before);
        if (weight < 1e-9) continue;
        const { lower, upper = Infinity } = only([row("t", "Q3", h, m), row("t", "Q4", c, n)], {
          ...NOW,
          model: "binomial",
        }).rateRatio!;
        if (lower <= now / before && now / before <= upper) covered += weight;
      }
    }
    expect(covered).toBeGreaterThanOrEqual(0.95);
  });
});

describe("themeCountSchema", () => {
  it("hands back rows that are no counts", () => {
    const rows = [
      row("late", "Q4", 1),
      row("late", "Q4", -1),
      row("late", "Q4", 1, 0),
      { theme: "late", count: 1 },
    ];
    const { accepted, rejected } = siftRows(themeCountSchema, rows);
    expect([accepted.length, rejected.length]).toEqual([1, 3]);
  });
});

/** Eight themes of rates from rare to frequent over four quarters in which nothing changes. */
function steadyThemes(random: RandomSource, model: ThemeModel): ThemeCount[] {
  const rates = [0.5, 1, 2, 4, 6, 8, 12, 20];
  return rates.flatMap((rate, index) =>
    ["Q1", "Q2", "Q3", "Q4"].map((period) => {
      const count = model === "poisson" ? poisson(rate, random) : binomial(60, rate / 60, random);
      return row(`theme ${index}`, period, count, 60);
    }),
  );
}

/** Knuth's method: how many uniform numbers until their product falls below exp(-rate). */
function poisson(rate: number, random: RandomSource): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-rate); product *= random()) count += 1;
  return count;
}

function binomial(n: number, share: number, random: RandomSource): number {
  let count = 0;
  for (let k = 0; k < n; k += 1) if (random() < share) count += 1;
  return count;
}
