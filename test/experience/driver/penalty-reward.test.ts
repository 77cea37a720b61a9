import fc from "fast-check";
import { penaltyReward, penaltyRewardCombine, type PenaltyReward } from "goodwill/experience";
import { describe, expect, it } from "vitest";
import type { DriverRow } from "../../../src/experience/driver/complete-cases.js";
import golden from "../../golden/penalty-reward.json" with { type: "json" };
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";
import { expectNear, expectRelative, readRows } from "./figures.js";

const { outcome, factors, lowUpTo, highFrom } = golden;
const OPTIONS = { outcome, factors, lowUpTo, highFrom };

function accept(result: ReturnType<typeof penaltyReward>): PenaltyReward {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

function fromComoments(): PenaltyReward {
  const combine = penaltyRewardCombine(OPTIONS);
  const empty = combine.createAccumulator();
  return accept(
    combine.extractOutput({
      ...empty,
      dropped: golden.dropped,
      answered: empty.answered.map(() => true),
      comoments: { ...empty.comoments, ...golden.comoments },
    }),
  );
}

function expectReference(result: PenaltyReward): void {
  const sides = [
    result.intercept,
    ...result.factors.flatMap(({ penalty, reward }) => [penalty, reward]),
  ];
  expectRelative(
    sides.map((side) => side?.coefficient),
    golden.expected.coefficients,
    1e-9,
  );
  expectRelative(
    sides.map((side) => side?.standardError),
    golden.expected.standardErrors,
    1e-9,
  );
  expectRelative([result.rSquared], [golden.expected.rSquared], 1e-12);
  expect([result.n, result.dropped]).toEqual([702, 98]);
  expect(result.factors.map(({ lowCount }) => lowCount)).toEqual(golden.lowCounts);
  expect(result.factors.map(({ highCount }) => highCount)).toEqual(golden.highCounts);
}

describe("the survey", () => {
  it("agrees with the reference from its co-moments: complete cases, coefficients to 1e-9, R² to 1e-12", () => {
    expectReference(fromComoments());
  });

  const file = sharedData(`data/experience/${golden.file}`);
  it.skipIf(file === undefined)(
    `agrees from its rows (skipped where ${golden.file} is absent)`,
    () => {
      expectReference(accept(penaltyReward(readRows(file!, [...factors, outcome]), OPTIONS)));
    },
  );

  it("tells the kinds apart at 5 percent", () => {
    expect(fromComoments().factors.map(({ factor, kind }) => [factor, kind])).toEqual([
      ["act_product", "performance"],
      ["act_service", "performance"],
      ["act_relationship", "basic"],
      ["act_convenience", "performance"],
      ["act_brand_image", "excitement"],
      ["act_price", "performance"],
    ]);
  });

  it("convenience moves the outcome most, and more when it is bad", () => {
    const result = fromComoments();
    const convenience = result.factors[3]!;
    expect(Math.max(...result.factors.map(({ impactRange }) => impactRange!))).toBe(
      convenience.impactRange,
    );
    expect(convenience.impactRange).toBeCloseTo(1.1671966620201 + 0.652504960526802, 12);
    expect(convenience.impactAsymmetry).toBeCloseTo(
      (0.652504960526802 - 1.1671966620201) / (1.1671966620201 + 0.652504960526802),
      12,
    );
  });
});

/** Rows of one factor, three each low, middling and high, with the outcome of each and a little spread. */
function oneFactor(low: number, middling: number, high: number): DriverRow[] {
  return [
    [1, low],
    [5, middling],
    [9, high],
  ].flatMap(([price, overall]) =>
    [-0.1, 0, 0.1].map((spread) => ({ price: price!, overall: overall! + spread })),
  );
}

const PRICE = { outcome: "overall", factors: ["price"], lowUpTo: 4, highFrom: 8 };

describe("the kinds", () => {
  it.each([
    ["basic", 2, 6, 6],
    ["excitement", 6, 6, 9],
    ["performance", 3, 6, 8],
    ["unimportant", 6, 6, 6],
    ["unimportant", 8, 6, 4],
    ["basic", 3, 6, 5],
  ])("%s: low %d, middling %d, high %d", (kind, low, middling, high) => {
    const result = accept(penaltyReward(oneFactor(low, middling, high), PRICE));
    const [factor] = result.factors;
    expect(factor?.kind).toBe(kind);
    expectNear(
      [factor?.penalty?.coefficient, factor?.reward?.coefficient],
      [low - middling, high - middling],
      1e-12,
    );
    expectNear([result.intercept.coefficient], [middling], 1e-12);
  });

  it("by hand: the standard error of a difference of two means of three", () => {
    // Residual variance: 6 x 0.01 by 9 - 3 degrees of freedom; two means of three each.
    const [factor] = accept(penaltyReward(oneFactor(3, 6, 8), PRICE)).factors;
    const expected = Math.sqrt(0.01 * (1 / 3 + 1 / 3));
    expectRelative(
      [factor?.penalty?.standardError, factor?.reward?.standardError],
      [expected, expected],
      1e-12,
    );
  });

  it("hang on the significance asked for", () => {
    const rows = oneFactor(5.85, 6, 9);
    const p = accept(penaltyReward(rows, PRICE)).factors[0]!.penalty!.p!;
    const kindAt = (significance: number): unknown =>
      accept(penaltyReward(rows, { ...PRICE, significance })).factors[0]?.kind;
    expect(p).toBeGreaterThan(0.05);
    expect([kindAt(p * 0.999), kindAt(p * 1.001)]).toEqual(["excitement", "performance"]);
  });

  it("a side with the wrong sign counts 0 in the range", () => {
    const [factor] = accept(penaltyReward(oneFactor(3, 6, 5), PRICE)).factors;
    expectNear([factor?.impactRange, factor?.impactAsymmetry], [3, -1], 1e-12);
    const [backward] = accept(penaltyReward(oneFactor(8, 6, 4), PRICE)).factors;
    expect(backward?.impactRange).toBe(0);
    expect(backward).not.toHaveProperty("impactAsymmetry");
  });

  it("a range that is rounding is 0, and has no direction", () => {
    const rows = [0.1, 0.2, 0.3].flatMap((overall) =>
      [1, 5, 9].map((price) => ({ price, overall })),
    );
    const [factor] = accept(penaltyReward(rows, PRICE)).factors;
    expect(factor?.impactRange).toBe(0);
    expect(factor).not.toHaveProperty("impactAsymmetry");
  });

  it("are not told where the factor explains the outcome entirely: no chance is left to judge by", () => {
    const rows = [1, 1, 5, 5, 9, 9].map((price) => ({ price, overall: price === 1 ? 2 : 6 }));
    const [factor] = accept(penaltyReward(rows, PRICE)).factors;
    expect(factor).not.toHaveProperty("kind");
    expectNear([factor?.penalty?.coefficient], [-4], 1e-12);
  });
});

describe("ratings on the boundary", () => {
  it("count as low and high", () => {
    const shifted = oneFactor(2, 6, 9).map((row) => ({
      ...row,
      price: { 1: 4, 5: 5, 9: 8 }[row["price"]!],
    }));
    const [factor] = accept(penaltyReward(shifted, PRICE)).factors;
    expect([factor?.lowCount, factor?.highCount]).toEqual([3, 3]);
    expectNear([factor?.penalty?.coefficient], [-4], 1e-12);
  });
});

describe("a side without contrast", () => {
  const rows = oneFactor(2, 6, 9).map((row, i) => ({ ...row, brand: i % 2 === 0 ? 6 : 9 }));

  it("is absent and the factor has no kind; the others are told", () => {
    const result = accept(penaltyReward(rows, { ...PRICE, factors: ["brand", "price"] }));
    const [brand, price] = result.factors;
    expect([brand?.lowCount, brand?.highCount]).toEqual([0, 4]);
    expect(Object.keys(brand!)).toEqual(["factor", "lowCount", "highCount", "reward"]);
    expect(price?.kind).toBe("performance");
  });

  it("is absent too where everybody is high", () => {
    const high = rows.map((row) => ({ ...row, brand: 9 }));
    const [brand, price] = accept(
      penaltyReward(high, { ...PRICE, factors: ["brand", "price"] }),
    ).factors;
    expect(brand).toStrictEqual({ factor: "brand", lowCount: 0, highCount: 9 });
    expect(price?.kind).toBe("performance");
  });

  it("on every side is refused", () => {
    const flat = rows.map((row) => ({ ...row, brand: 6 }));
    expect(penaltyReward(flat, { ...PRICE, factors: ["brand"] })).toEqual({
      ok: false,
      error: { code: "no-variation", column: "brand (penalty)" },
    });
  });
});

describe("refusals, as data", () => {
  it("no rows, or too few", () => {
    expect(penaltyReward([], PRICE)).toEqual({
      ok: false,
      error: { code: "too-few-rows", have: 0, needed: 4 },
    });
    expect(
      penaltyReward(
        oneFactor(2, 6, 9).filter((_, i) => i % 3 === 0),
        PRICE,
      ),
    ).toMatchObject({
      error: { code: "too-few-rows", have: 3, needed: 4 },
    });
  });

  it("a factor that nobody rated, whether its key is absent or undefined", () => {
    const rows = oneFactor(2, 6, 9);
    for (const asked of [rows, rows.map((row) => ({ ...row, taste: undefined }))]) {
      expect(penaltyReward(asked, { ...PRICE, factors: ["price", "taste"] })).toEqual({
        ok: false,
        error: { code: "no-answers", columns: ["taste"] },
      });
    }
  });

  it("nobody middling: penalty and reward follow from each other", () => {
    const extreme = oneFactor(2, 6, 9).filter((row) => row["price"] !== 5);
    expect(penaltyReward(extreme, PRICE)).toMatchObject({
      error: { code: "rank-deficient", columns: ["price (reward)"] },
    });
  });

  it("an outcome that never varies", () => {
    const flat = oneFactor(2, 6, 9).map((row) => ({ ...row, overall: 5 }));
    expect(penaltyReward(flat, PRICE)).toMatchObject({
      error: { code: "no-variation", column: "overall" },
    });
  });
});

describe("rows", () => {
  it("with a missing answer are left out and counted", () => {
    const rows = oneFactor(2, 6, 9);
    const more: DriverRow[] = [{ price: 3 }, ...rows, { overall: 4, price: undefined }];
    expect(accept(penaltyReward(more, PRICE))).toEqual({
      ...accept(penaltyReward(rows, PRICE)),
      dropped: 2,
    });
  });

  it("may be split and merged in any way", () => {
    const combine = penaltyRewardCombine(PRICE);
    const rows = oneFactor(2, 6, 9);
    const whole = accept(penaltyReward(rows, PRICE)).factors[0]!;
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 2 }), { minLength: rows.length, maxLength: rows.length }),
        (places) => {
          const parts = [0, 1, 2].map((place) =>
            rows
              .filter((_, i) => places[i] === place)
              .reduce((state, row) => combine.addInput(state, row), combine.createAccumulator()),
          );
          const merged = parts.reduce((a, b) => combine.mergeAccumulators(a, b));
          const factor = accept(combine.extractOutput(merged)).factors[0]!;
          expect([factor.lowCount, factor.highCount, factor.kind]).toEqual([3, 3, "performance"]);
          expectNear(
            [factor.penalty?.coefficient, factor.reward?.standardError],
            [whole.penalty!.coefficient, whole.reward!.standardError],
            1e-12,
          );
        },
      ),
    );
  });

  it("keep the laws of merging, incomplete rows included; other thresholds do not merge", () => {
    const answer = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 12 });
    expectMergeLaws(
      penaltyRewardCombine(PRICE),
      fc.record({ price: answer, overall: answer }),
      // Standard errors near a perfect fit are roots of rounding, 1e-16.
      {
        tolerance: 1e-7,
        strangers: [penaltyRewardCombine({ ...PRICE, lowUpTo: 3 }).createAccumulator()],
      },
    );
  });
});

describe("a broken contract throws", () => {
  it.each([
    ["no factor", { factors: [] }, "name at least 1 factor, got none"],
    ["a factor twice", { factors: ["price", "price"] }, 'factor "price" is named twice'],
    [
      "the outcome as factor",
      { factors: ["overall"] },
      'the outcome "overall" is also named as a factor',
    ],
    ["thresholds that meet", { lowUpTo: 8 }, "lowUpTo must be below highFrom, got 8 and 8"],
    [
      "a threshold that is no number",
      { highFrom: Number.NaN },
      "lowUpTo must be below highFrom, got 4 and NaN",
    ],
    ["significance 0", { significance: 0 }, "significance must lie between 0 and 1, got 0"],
  ])("%s", (_name, change, message) => {
    expect(() => penaltyReward(oneFactor(2, 6, 9), { ...PRICE, ...change })).toThrow(
      new RangeError(`Cannot contrast penalties and rewards: ${message}`),
    );
  });

  it("an answer that is not finite", () => {
    expect(() => penaltyReward([{ price: Number.NaN, overall: 3 }], PRICE)).toThrow(RangeError);
  });
});
