import fc from "fast-check";
import { aggregate } from "goodwill/shared";
import {
  keyDrivers,
  keyDriversCombine,
  RANK_TOLERANCE,
  type CompleteCases,
  type DriverRow,
  type KeyDrivers,
} from "goodwill/experience";
import { describe, expect, it } from "vitest";
import golden from "../../golden/key-drivers.json" with { type: "json" };
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";
import { expectNear, expectRelative, readRows, sum, surveys, type Survey } from "./figures.js";

type GoldenCase = (typeof golden.cases)[number];

function accept(result: ReturnType<typeof keyDrivers>): KeyDrivers {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The result from the stored co-moments, so that the rows need not be at hand. */
function fromComoments(stored: GoldenCase, method: "lmg" | "johnson"): KeyDrivers {
  const combine = keyDriversCombine({ outcome: stored.outcome, drivers: stored.drivers, method });
  const empty = combine.createAccumulator();
  return accept(
    combine.extractOutput({
      ...empty,
      dropped: stored.dropped,
      answered: empty.answered.map(() => true),
      comoments: { ...empty.comoments, ...stored.comoments },
    }),
  );
}

function expectReferences(stored: GoldenCase, lmg: KeyDrivers, johnson: KeyDrivers): void {
  const { expected } = stored;
  expect([lmg.n, lmg.dropped]).toEqual([expected.n, stored.dropped]);
  expect([lmg.method, johnson.method]).toEqual(["lmg", "johnson"]);
  const importances = (result: KeyDrivers): number[] => result.drivers.map((one) => one.importance);
  expectRelative(importances(lmg), expected.lmg, 1e-12);
  expectRelative(importances(johnson), expected.johnson, 1e-12);
  expectRelative(
    lmg.drivers.map((one) => one.importanceShare),
    expected.lmgShares,
    1e-12,
  );
  expectRelative([lmg.rSquared], [expected.rSquared], 1e-12);

  const [intercept, ...slopes] = expected.coefficients;
  expectRelative([lmg.intercept], [intercept!], 1e-9);
  expectRelative(
    lmg.drivers.map((one) => one.coefficient),
    slopes,
    1e-9,
  );
  expectRelative(
    lmg.drivers.map((one) => one.standardError),
    expected.standardErrors.slice(1),
    1e-9,
  );
  expectRelative(
    lmg.drivers.map((one) => one.p),
    expected.p.slice(1),
    1e-9,
  );
  if (expected.t)
    expectRelative(
      lmg.drivers.map((one) => one.t),
      expected.t.slice(1),
      1e-9,
    );
  const { f, adjustedRSquared, residualStandardDeviation } = expected;
  if (f !== undefined) {
    expectRelative([lmg.f, lmg.adjustedRSquared], [f, adjustedRSquared], 1e-9);
    expectRelative([lmg.residualStandardDeviation], [residualStandardDeviation], 1e-9);
  }
  if (expected.squaredCorrelations) {
    const squares = lmg.drivers.map((one) => one.correlation ** 2);
    expectRelative(squares, expected.squaredCorrelations, 1e-12);
  }
  if (expected.correlations) {
    expectRelative(
      lmg.drivers.map((one) => one.correlation),
      expected.correlations,
      1e-12,
    );
  }
}

describe("the references", () => {
  it.each(golden.cases)(
    "$name agrees from its co-moments: split to 1e-12, the rest to 1e-9",
    (stored) => {
      expectReferences(stored, fromComoments(stored, "lmg"), fromComoments(stored, "johnson"));
    },
  );

  it("the golden cases hold t and F for three sets, so that the checks above are not all skipped", () => {
    expect(golden.cases.filter(({ expected }) => expected.t && expected.f)).toHaveLength(3);
  });

  for (const stored of golden.cases) {
    const file = sharedData(`data/experience/${stored.file}`);
    it.skipIf(file === undefined)(
      `${stored.name} agrees from its rows (skipped where ${stored.file} is absent)`,
      () => {
        const { outcome, drivers } = stored;
        const rows = readRows(file!, [...drivers, outcome]);
        const lmg = accept(keyDrivers(rows, { outcome, drivers }));
        const johnson = accept(keyDrivers(rows, { outcome, drivers, method: "johnson" }));
        expectReferences(stored, lmg, johnson);
      },
    );
  }

  it("the p-value of F is R's pf, upper tail", () => {
    // pf(21.7517916925974, 9, 240, lower.tail = FALSE), worked in 50-digit arithmetic
    const mobi = fromComoments(golden.cases[1]!, "lmg");
    expectRelative([mobi.p], [golden.fisherTailOfMobi], 1e-9);
  });

  it("ranks the survey's convenience first and keeps the order given", () => {
    const survey = fromComoments(golden.cases[3]!, "lmg");
    expect(survey.drivers.map((one) => [one.driver, one.rank])).toEqual([
      ["act_product", 3],
      ["act_service", 2],
      ["act_relationship", 6],
      ["act_convenience", 1],
      ["act_brand_image", 5],
      ["act_price", 4],
    ]);
  });
});

describe("what holds for any survey", () => {
  const accepted = ({ drivers, rows }: Survey, method: "lmg" | "johnson" = "lmg"): KeyDrivers => {
    const result = keyDrivers(rows, { outcome: "y", drivers, method });
    fc.pre(result.ok);
    return accept(result);
  };
  const importances = (result: KeyDrivers): number[] => result.drivers.map((one) => one.importance);

  it("importances are not negative and sum to R², shares sum to 1, by either method", () => {
    fc.assert(
      fc.property(surveys({ most: 6 }), fc.constantFrom("lmg", "johnson"), (survey, method) => {
        const result = accepted(survey, method);
        expect(Math.min(...importances(result))).toBeGreaterThanOrEqual(0);
        expectNear([sum(importances(result))], [result.rSquared], 1e-12);
        if (result.rSquared > 1e-9) {
          expectNear([sum(result.drivers.map((one) => one.importanceShare))], [1], 1e-12);
        }
      }),
    );
  });

  it("the order of rows does not matter", () => {
    fc.assert(
      fc.property(surveys({ most: 4 }), (survey) => {
        const reversed = { ...survey, rows: survey.rows.toReversed() };
        expectNear(importances(accepted(reversed)), importances(accepted(survey)), 1e-12);
      }),
    );
  });

  it("the order of drivers does not matter", () => {
    fc.assert(
      fc.property(surveys({ most: 5 }), (survey) => {
        const reversed = { ...survey, drivers: survey.drivers.toReversed() };
        const [one, other] = [accepted(survey), accepted(reversed)];
        expectNear(importances(other).toReversed(), importances(one), 1e-11);
        const coefficients = other.drivers.map(({ coefficient }) => coefficient).toReversed();
        expectNear(
          coefficients,
          one.drivers.map(({ coefficient }) => coefficient),
          1e-9,
        );
      }),
    );
  });

  it("units do not matter: a positive affine change of any column keeps importances, t and rank", () => {
    const unit = fc.record({
      factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
      shift: fc.double({ min: -1000, max: 1000, noNaN: true }),
    });
    const units = fc.array(unit, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(surveys({ most: 4 }), units, (survey, changes) => {
        const columns = [...survey.drivers, "y"];
        const rows = survey.rows.map((row): DriverRow =>
          Object.fromEntries(
            columns.map((column, i) => [
              column,
              row[column]! * changes[i]!.factor + changes[i]!.shift,
            ]),
          ),
        );
        const [one, other] = [accepted(survey), accepted({ ...survey, rows })];
        expectNear(importances(other), importances(one), 1e-8);
        other.drivers.forEach((driver, i) => {
          const same = one.drivers[i]!;
          const factor = changes.at(survey.drivers.length)!.factor / changes[i]!.factor;
          const scale = Math.abs(same.standardError * factor) + 1e-12;
          expect(Math.abs(driver.coefficient - same.coefficient * factor) / scale).toBeLessThan(
            1e-5,
          );
        });
      }),
    );
  });

  it("a driver alone explains its squared correlation", () => {
    fc.assert(
      fc.property(surveys({ most: 1 }), (survey) => {
        const result = accepted(survey);
        const { correlation, importance } = result.drivers[0]!;
        expectNear([importance, result.rSquared], [correlation ** 2, correlation ** 2], 1e-14);
      }),
    );
  });

  it("uncorrelated drivers explain their squared correlations, by either method", () => {
    const answers = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(answers, fc.constantFrom("lmg", "johnson"), (outcomes, method) => {
        const rows = outcomes.map((y, i) => ({ d0: i & 1, d1: (i >> 1) & 1, d2: (i >> 2) & 1, y }));
        const result = accepted({ drivers: ["d0", "d1", "d2"], rows }, method);
        expectNear(
          importances(result),
          result.drivers.map(({ correlation }) => correlation ** 2),
          1e-13,
        );
      }),
    );
  });

  it("a column given twice is refused by name, whatever its unit", () => {
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(surveys({ most: 5 }), factor, (survey, unit) => {
        accepted(survey);
        const rows = survey.rows.map((row) => ({ ...row, twin: 7 - unit * row["d0"]! }));
        expect(keyDrivers(rows, { outcome: "y", drivers: [...survey.drivers, "twin"] })).toEqual({
          ok: false,
          error: { code: "rank-deficient", columns: ["twin"], tolerance: RANK_TOLERANCE },
        });
      }),
    );
  });

  it("the aggregation keeps the laws of merging, incomplete rows included", () => {
    const answer = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 12 });
    const other = keyDriversCombine({ outcome: "y", drivers: ["b", "a"] });
    expectMergeLaws(
      keyDriversCombine({ outcome: "y", drivers: ["a", "b"] }),
      fc.record({ a: answer, b: answer, y: answer }),
      // Standard errors near a perfect fit are roots of rounding, 1e-16.
      { tolerance: 1e-7, strangers: [other.createAccumulator()] },
    );
  });

  it("rows may be split and merged in any way", () => {
    fc.assert(
      fc.property(surveys({ most: 4 }), fc.nat(), fc.nat(), (survey, first, second) => {
        const { drivers, rows } = survey;
        const whole = accepted(survey);
        const cuts = [first % rows.length, second % rows.length].sort((a, b) => a - b);
        const parts = [rows.slice(0, cuts[0]), rows.slice(cuts[0], cuts[1]), rows.slice(cuts[1])];
        const combine = keyDriversCombine({ outcome: "y", drivers });
        const stored = parts.map((part) => {
          const all = part.reduce(
            (state, row) => combine.addInput(state, row),
            combine.createAccumulator(),
          );
          return JSON.parse(JSON.stringify(all)) as typeof all;
        });
        const [a, b, c] = [stored[0]!, stored[1]!, stored[2]!];
        const merge = combine.mergeAccumulators;
        expect(merge(a, b)).toStrictEqual(merge(b, a));
        for (const merged of [
          merge(merge(a, b), c),
          merge(a, merge(b, c)),
          merge(merge(c, a), b),
        ]) {
          const result = accept(combine.extractOutput(merged));
          expect([result.n, result.dropped]).toEqual([whole.n, whole.dropped]);
          expectNear(importances(result), importances(whole), 1e-11);
        }
      }),
    );
  });

  it("the result is plain JSON without NaN, infinity or negative zero", () => {
    fc.assert(
      fc.property(surveys({ most: 4 }), (survey) => {
        const result = keyDrivers(survey.rows, { outcome: "y", drivers: survey.drivers });
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      }),
    );
  });
});

describe("incomplete rows", () => {
  const rows: DriverRow[] = [
    { a: 1, y: 2 },
    { a: 2, y: 3 },
    { a: 4, y: 4 },
    { a: 6, y: 9 },
  ];

  it("are left out and counted, never imputed", () => {
    const complete = accept(keyDrivers(rows, { outcome: "y", drivers: ["a"] }));
    const more = [{ a: 9 }, ...rows, { y: 1 }, { a: undefined, y: 4 }, {}];
    const result = accept(keyDrivers(more, { outcome: "y", drivers: ["a"] }));
    expect(result).toEqual({ ...complete, dropped: 4 });
  });

  it("a missing answer in a column not asked for does not drop a row", () => {
    const wider = rows.map((row, i) => (i === 0 ? { ...row, b: 3 } : row));
    expect(accept(keyDrivers(wider, { outcome: "y", drivers: ["a"] })).dropped).toBe(0);
  });

  it("without a single complete one among them are too few rows, when every column was answered", () => {
    expect(keyDrivers([{ a: 1 }, { y: 1 }], { outcome: "y", drivers: ["a"] })).toEqual({
      ok: false,
      error: { code: "too-few-rows", have: 0, needed: 3 },
    });
  });

  it("may come from a generator, read once", () => {
    function* stream(): Generator<DriverRow> {
      yield* rows;
    }
    const options = { outcome: "y", drivers: ["a"] };
    expect(keyDrivers(stream(), options)).toEqual(keyDrivers(rows, options));
  });

  it("the accumulator does not grow with the rows", () => {
    const combine = keyDriversCombine({ outcome: "y", drivers: ["a"] });
    const state = combine.createAccumulator();
    const sizes = Array.from({ length: 2000 }, (_, i) => {
      combine.addInput(state, rows[i % 4]!);
      return JSON.stringify(state).length;
    });
    expect(Math.max(...sizes)).toBeLessThan(300);
  });
});

describe("refusals, as data", () => {
  const y = [3, 1, 4, 1, 5, 9, 2, 6];
  const survey = y.map((value, i) => ({
    a: i,
    b: (i * i) % 5,
    c: i + ((i * i) % 5),
    flat: 0.1,
    y: value,
  }));

  it("too few rows: one for each coefficient, the intercept, and one over", () => {
    const options = { outcome: "y", drivers: ["a", "b"] };
    expect(keyDrivers(survey.slice(0, 3), options)).toEqual({
      ok: false,
      error: { code: "too-few-rows", have: 3, needed: 4 },
    });
    expect(keyDrivers(survey.slice(0, 4), options).ok).toBe(true);
    expect(keyDrivers([], options)).toMatchObject({ error: { have: 0, needed: 4 } });
  });

  it("a question that nobody answered, whether its key is absent or undefined", () => {
    const options = { outcome: "y", drivers: ["a", "nobody", "constructor"] };
    const columns = ["nobody", "constructor"];
    const undefinedToo = survey.map((row) => ({ ...row, nobody: undefined }));
    for (const rows of [survey, undefinedToo, [...survey, ...undefinedToo]]) {
      expect(keyDrivers(rows, options)).toEqual({
        ok: false,
        error: { code: "no-answers", columns },
      });
    }
    expect(keyDrivers(survey, { outcome: "nobody", drivers: ["a"] })).toEqual({
      ok: false,
      error: { code: "no-answers", columns: ["nobody"] },
    });
  });

  it("a question answered in one part only is answered, however the parts are merged", () => {
    const combine = keyDriversCombine({ outcome: "y", drivers: ["a", "b"] });
    const stateOf = (rows: readonly DriverRow[]): CompleteCases =>
      rows.reduce((state, row) => combine.addInput(state, row), combine.createAccumulator());
    const without = stateOf(survey.map(({ a, y: outcome }) => ({ a, y: outcome })));
    expect(combine.extractOutput(without)).toMatchObject({ error: { columns: ["b"] } });
    const whole = keyDrivers(survey, { outcome: "y", drivers: ["a", "b"] });
    for (const parts of [
      [without, stateOf(survey)],
      [stateOf(survey), without],
    ]) {
      const merged = combine.mergeAccumulators(parts[0]!, parts[1]!);
      expect(accept(combine.extractOutput(merged))).toEqual({
        ...accept(whole),
        dropped: survey.length,
      });
    }
  });

  it("no variation, of a driver or of the outcome", () => {
    expect(keyDrivers(survey, { outcome: "y", drivers: ["a", "flat"] })).toEqual({
      ok: false,
      error: { code: "no-variation", column: "flat" },
    });
    expect(keyDrivers(survey, { outcome: "flat", drivers: ["a"] })).toMatchObject({
      error: { column: "flat" },
    });
  });

  it("no variation is seen through the rounding of merged means", () => {
    const combine = keyDriversCombine({ outcome: "y", drivers: ["flat"] });
    const merged = survey
      .map((row) => combine.addInput(combine.createAccumulator(), row))
      .reduce((a, b) => combine.mergeAccumulators(a, b));
    expect(combine.extractOutput(merged)).toMatchObject({ error: { code: "no-variation" } });
  });

  it("a small variation about a large mean is a variation", () => {
    const rows = survey.map((row) => ({ a: 1e6 + row.a / 1000, y: row.y }));
    const [far, near] = [rows, survey].map((each) =>
      accept(keyDrivers(each, { outcome: "y", drivers: ["a"] })),
    );
    expectRelative([far!.rSquared], [near!.rSquared], 1e-6);
  });

  it("a sum among its parts is refused, naming the last of them; without it the rest is analysed", () => {
    expect(keyDrivers(survey, { outcome: "y", drivers: ["a", "b", "c"] })).toEqual({
      ok: false,
      error: { code: "rank-deficient", columns: ["c"], tolerance: RANK_TOLERANCE },
    });
    expect(keyDrivers(survey, { outcome: "y", drivers: ["c", "a", "b"] })).toMatchObject({
      error: { columns: ["b"] },
    });
    expect(keyDrivers(survey, { outcome: "y", drivers: ["a", "b"] }).ok).toBe(true);
  });

  it("all columns that follow from others are named at once", () => {
    const rows = survey.map((row) => ({ ...row, a2: 2 * row.a, b2: 1 - row.b }));
    expect(keyDrivers(rows, { outcome: "y", drivers: ["a", "a2", "b", "b2"] })).toMatchObject({
      error: { columns: ["a2", "b2"] },
    });
  });

  it("columns are named that only others after them determine, though each adds something in its turn", () => {
    // a = b - d e2 and e2 = c - d e3: b and c leave d² of a, 1e-6 of its standard deviation.
    const d = 1e-3;
    const rows = y.map((value, i) => {
      const [e1, e2, e3] = [i & 1, (i >> 1) & 1, i >> 2];
      return { a: e1, b: e1 + d * e2, c: e2 + d * e3, y: value };
    });
    expect(keyDrivers(rows, { outcome: "y", drivers: ["a", "b", "c"] })).toEqual({
      ok: false,
      error: { code: "rank-deficient", columns: ["a", "b"], tolerance: RANK_TOLERANCE },
    });
    expect(keyDrivers(rows, { outcome: "y", drivers: ["a", "b"] }).ok).toBe(true);
  });

  it("almost the same is refused only below the tolerance", () => {
    const nudged = (by: number): DriverRow[] =>
      survey.map((row, i) => ({ ...row, twin: row.a + (i % 2) * by }));
    const options = { outcome: "y", drivers: ["a", "twin"] };
    expect(keyDrivers(nudged(1e-3), options).ok).toBe(true);
    expect(keyDrivers(nudged(1e-5), options)).toMatchObject({ error: { columns: ["twin"] } });
  });
});

describe("an outcome that the drivers make up entirely", () => {
  const rows = [1, 5, 2, 8, 3, 9].map((a, i) => ({ a, b: i, y: 2 * a + 3 * i - 4 }));
  const result = accept(keyDrivers(rows, { outcome: "y", drivers: ["a", "b"] }));

  it("has its coefficients and R² of 1", () => {
    expectNear(
      result.drivers.map((one) => one.coefficient),
      [2, 3],
      1e-12,
    );
    expectNear([result.intercept, result.rSquared], [-4, 1], 1e-12);
  });

  it("has no t, F and p, because no chance is left to test against", () => {
    expect(Object.keys(result)).not.toEqual(expect.arrayContaining(["f"]));
    expect("f" in result || "p" in result).toBe(false);
    expect(result.drivers.some((one) => "t" in one || "p" in one)).toBe(false);
  });
});

it("an outcome unrelated to every driver: shares are 0, not rounding blown up", () => {
  const rows = [0, 1, 2, 3].flatMap((i) => [1, 2].map((y) => ({ a: i & 1, b: i >> 1, y })));
  const result = accept(keyDrivers(rows, { outcome: "y", drivers: ["a", "b"] }));
  expectNear([result.rSquared], [0], 1e-15);
  expect(result.drivers.map((one) => one.importanceShare)).toEqual([0, 0]);
  expect(result.drivers.map((one) => one.rank)).toEqual([1, 1]);
});

it("equal importances share the better rank", () => {
  const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => {
    const [a, b, c] = [i & 1, (i >> 1) & 1, i >> 2];
    return { a, b, c, y: a + b + 0.1 * c + (a ^ b ^ c) };
  });
  const result = accept(keyDrivers(rows, { outcome: "y", drivers: ["c", "a", "b"] }));
  expect(result.drivers.map((one) => one.rank)).toEqual([3, 1, 1]);
});

describe("the method", () => {
  const wide = (count: number): Survey => ({
    drivers: Array.from({ length: count }, (_, i) => `d${i}`),
    rows: Array.from({ length: 80 }, (_, n) => ({
      y: (n * 37) % 11,
      ...Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`d${i}`, (n * n * (i + 2) + n * i) % 83]),
      ),
    })),
  });

  it("is exact up to 20 drivers and relative weights beyond, named in the result", () => {
    for (const [count, method] of [
      [20, "lmg"],
      [21, "johnson"],
      [40, "johnson"],
    ] as const) {
      const { drivers, rows } = wide(count);
      const result = accept(keyDrivers(rows, { outcome: "y", drivers }));
      expect(result.method).toBe(method);
      expectNear([sum(result.drivers.map((one) => one.importance))], [result.rSquared], 1e-12);
    }
  });

  it("lmg of 21 drivers is a RangeError, not a quiet change of method", () => {
    const { drivers, rows } = wide(21);
    expect(() => keyDrivers(rows, { outcome: "y", drivers, method: "lmg" })).toThrow(
      new RangeError("Cannot find key drivers: lmg takes at most 20 drivers, got 21"),
    );
  });

  it("changes the split only", () => {
    const options = { outcome: "y", drivers: ["d0", "d1"] };
    const { rows } = wide(2);
    const split = ({ drivers, ...rest }: KeyDrivers): unknown[] => [
      { ...rest, method: "" },
      drivers.map(({ coefficient, standardError }) => [coefficient, standardError]),
    ];
    const johnson = accept(keyDrivers(rows, { ...options, method: "johnson" }));
    expect(split(johnson)).toEqual(split(accept(keyDrivers(rows, options))));
  });
});

describe("a broken contract throws", () => {
  const rows = [{ a: 1, y: 2 }];

  it.each([
    ["no driver", { outcome: "y", drivers: [] }, "name at least 1 driver, got none"],
    ["a driver twice", { outcome: "y", drivers: ["a", "a"] }, 'driver "a" is named twice'],
    [
      "the outcome as driver",
      { outcome: "y", drivers: ["a", "y"] },
      'the outcome "y" is also named as a driver',
    ],
  ])("%s", (_name, options, message) => {
    expect(() => keyDrivers(rows, options)).toThrow(
      new RangeError(`Cannot find key drivers: ${message}`),
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [null], ["7"]])(
    "the answer %s, also in a row without outcome",
    (answer) => {
      const bad = [{ a: 1, y: 1 }, { a: answer }] as DriverRow[];
      const message = `an answer must be a finite number or absent, got ${String(answer)} for "a" at index 1`;
      expect(() => keyDrivers(bad, { outcome: "y", drivers: ["a"] })).toThrow(
        new RangeError(`Cannot find key drivers: ${message}`),
      );
    },
  );

  it("numbers whose squares are beyond a double", () => {
    const huge = [1, 2, 4, 3].map((y) => ({ a: y * 1e200, y }));
    expect(() => keyDrivers(huge, { outcome: "y", drivers: ["a"] })).toThrow(RangeError);
  });

  it("accumulators of other columns", () => {
    const [one, other] = ["a", "b"].map((driver) =>
      keyDriversCombine({ outcome: "y", drivers: [driver] }),
    );
    const foreign = other!.createAccumulator();
    expect(() => one!.mergeAccumulators(one!.createAccumulator(), foreign)).toThrow(TypeError);
    expect(() => one!.extractOutput(foreign)).toThrow(TypeError);
  });

  it("but not accumulators of another method: the rows kept are the same", () => {
    const rows4 = [1, 2, 4, 7].map((a) => ({ a, y: a % 3 }));
    const lmg = keyDriversCombine({ outcome: "y", drivers: ["a"], method: "lmg" });
    const stored = rows4.reduce((state, row) => lmg.addInput(state, row), lmg.createAccumulator());
    const johnson = keyDriversCombine({ outcome: "y", drivers: ["a"], method: "johnson" });
    expect(johnson.extractOutput(stored)).toEqual(aggregate(rows4, johnson));
  });
});
