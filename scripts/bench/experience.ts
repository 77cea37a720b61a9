import { aggregate, bootstrap, seededRandom } from "goodwill/shared";
import {
  experienceCombine,
  keyDrivers,
  keyProbability,
  npsCombine,
  npsScore,
  planImprovements,
  type RatingColumns,
  type WideRating,
} from "goodwill/experience";
import type { BenchmarkCase } from "./cases.js";
import { plainBootstrap, plainGaps, plainLmg, plainNps } from "./baselines.js";

const FACTORS = ["product", "service", "relationship", "convenience", "brand_image", "price"];
const SEGMENTS = ["low", "mid", "high"];
const MISSING = 255;
const study = { scale: { min: 0, max: 10 }, factors: FACTORS };

/** A rating of 0 to 10, missing in one of fifty. */
function rating(random: () => number): number {
  return random() < 0.02 ? MISSING : Math.floor(random() * 11);
}

function ratingColumns(rows: number): RatingColumns {
  const random = seededRandom(1);
  const column = (): Uint8Array => Uint8Array.from({ length: rows }, () => rating(random));
  return {
    rows,
    missing: MISSING,
    columns: Object.fromEntries(
      FACTORS.map((factor) => [
        factor,
        { importance: column(), expectation: column(), experience: column() },
      ]),
    ),
    segment: {
      names: SEGMENTS,
      codes: Uint8Array.from({ length: rows }, () => Math.floor(random() * 3)),
    },
  };
}

function* wideRows(rows: number): Generator<WideRating> {
  const random = seededRandom(2);
  const answers = () => ({
    importance: Math.floor(random() * 11),
    expectation: Math.floor(random() * 11),
    experience: Math.floor(random() * 11),
  });
  for (let row = 0; row < rows; row += 1) {
    const factors = Object.fromEntries(FACTORS.map((factor) => [factor, answers()]));
    yield { respondent: String(row), segment: SEGMENTS[row % 3]!, factors };
  }
}

function* scores(count: number): Generator<number> {
  const random = seededRandom(3);
  for (let i = 0; i < count; i += 1) yield Math.floor(random() * 11);
}

/** Rows of correlated drivers and an outcome that depends on all of them. */
function driverRows(
  drivers: number,
  rows: number,
): { names: string[]; rows: Record<string, number>[] } {
  const random = seededRandom(4);
  const names = Array.from({ length: drivers }, (_, i) => `q${String(i + 1)}`);
  const made = Array.from({ length: rows }, () => {
    const common = random();
    const row: Record<string, number> = {};
    let outcome = random();
    names.forEach((name, i) => {
      row[name] = common + random();
      outcome += row[name] / (i + 1);
    });
    return { ...row, outcome };
  });
  return { names, rows: made };
}

function correlations(columns: readonly (readonly number[])[]): number[][] {
  const standard = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    return column.map((value) => (value - mean) / spread);
  });
  return standard.map((a) =>
    standard.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)),
  );
}

function gapCase(rows: number): BenchmarkCase {
  const block = ratingColumns(rows);
  const combine = experienceCombine({ study });
  const plain = FACTORS.map((factor) => {
    const { importance, expectation, experience } = block.columns[factor]!;
    return { importance: importance!, expectation: expectation!, experience: experience! };
  });
  const codes = block.segment!.codes as Uint8Array;
  return {
    run: () => aggregate([block], combine),
    baseline: () => plainGaps(plain, codes, { segmentCount: SEGMENTS.length, missing: MISSING }),
    items: rows * FACTORS.length,
    unit: "ratings",
    aim: "within 2x of the loop",
  };
}

function driverCase(drivers: number, baseline: boolean, aim: string): BenchmarkCase {
  const { names, rows } = driverRows(drivers, 500);
  const matrix = correlations([...names, "outcome"].map((name) => rows.map((row) => row[name]!)));
  const outcome = matrix.at(-1)!.slice(0, -1);
  return {
    run: () => keyDrivers(rows, { outcome: "outcome", drivers: names, method: "lmg" }),
    ...(baseline && { baseline: () => plainLmg(matrix, outcome) }),
    items: 2 ** drivers,
    unit: "subsets",
    aim,
  };
}

function bootstrapCase(resamples: number): BenchmarkCase {
  const random = seededRandom(5);
  const values = Array.from({ length: 800 }, () => Math.floor(random() * 11));
  const typed = Float64Array.from(values);
  const mean = (sample: readonly number[]): number =>
    sample.reduce((sum, value) => sum + value, 0) / sample.length;
  return {
    run: () => bootstrap(values, mean, { random: seededRandom(6), resamples }),
    baseline: () => plainBootstrap(typed, resamples, seededRandom(6)),
    items: resamples * values.length,
    unit: "draws",
  };
}

function planCase(): BenchmarkCase {
  const random = seededRandom(8);
  const candidates = Array.from({ length: 40 }, (_, i) => ({
    id: `c${String(i)}`,
    cost: 10 + Math.floor(random() * 90),
    effects: { [FACTORS[i % 6]!]: 1 + Math.floor(random() * 4) },
  }));
  const goal = {
    importance: Object.fromEntries(FACTORS.map((factor, i) => [factor, 5 + i])),
    shortfall: Object.fromEntries(FACTORS.map((factor, i) => [factor, 2 + i])),
  };
  return {
    run: () => planImprovements(candidates, { ...goal, budget: 500 }),
    items: 1,
    unit: "plans",
  };
}

/** The benchmarks of experience by name; `short` shrinks those that take long, for a quick look. */
export function experienceCases(short: boolean): Record<string, () => BenchmarkCase> {
  const million = short ? 100_000 : 1_000_000;
  const text = million.toLocaleString("en-US");
  return {
    [`gaps of ${text} respondents x 6 factors x 3 segments, columns`]: () => gapCase(million),
    [`gaps of ${text} respondents x 6 factors, streamed rows`]: () => ({
      run: () => aggregate(wideRows(million), experienceCombine({ study })),
      baseline: () => countRows(wideRows(million)),
      items: million * FACTORS.length,
      unit: "ratings",
      aim: "memory independent of rows",
    }),
    [`NPS of ${text} scores`]: () => {
      const all = Uint8Array.from(scores(million));
      return {
        run: () => npsScore(all),
        baseline: () => plainNps(all),
        items: million,
        unit: "scores",
      };
    },
    [`NPS of ${text} scores, streamed`]: () => ({
      run: () => aggregate(scores(million), npsCombine()),
      items: million,
      unit: "scores",
      aim: "memory independent of rows",
    }),
    "LMG with 14 drivers": () => driverCase(14, true, "under 5 ms"),
    ...(!short && { "LMG with 20 drivers": () => driverCase(20, false, "under 300 ms") }),
    "bootstrap of a mean, 2,000 x 800": () => bootstrapCase(2000),
    "P(key experience), 2,000 x 800 respondents x 6 factors": () => {
      const rows = [...wideRows(800)];
      return {
        run: () => keyProbability(rows, { study, random: seededRandom(7), resamples: 2000 }),
        items: 2000 * 800 * 6,
        unit: "draws",
      };
    },
    "improvement plan, 40 candidates": planCase,
  };
}

/** Only makes the rows: what is left of the time is the library's. */
function countRows(rows: Iterable<unknown>): number {
  let count = 0;
  for (const row of rows) count += row === undefined ? 0 : 1;
  return count;
}
