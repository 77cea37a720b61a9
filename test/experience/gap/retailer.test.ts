import {
  analyzeExperience,
  brandValues,
  compareAnalyses,
  experienceGaps,
  idealExperience,
  keyExperience,
  resultCheck,
  type FactorFigures,
} from "goodwill/experience";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import golden from "../../golden/retailer.json" with { type: "json" };

const { factors, scale } = golden;
const study = { factors, scale };
type Figures = Readonly<Record<string, number>>;

/** The case as it is told: expectations of four factors, the importance of one. */
function retailer(importance: Figures, expectation: Figures = golden.expectation): FactorFigures[] {
  const experience: Figures = golden.experience;
  return factors.map((factor) => ({
    factor,
    ...(experience[factor] !== undefined && { experience: experience[factor] }),
    ...(expectation[factor] !== undefined && { expectation: expectation[factor] }),
    ...(importance[factor] !== undefined && { importance: importance[factor] }),
  }));
}

const analyze = (importance: Figures, expectation?: Figures) =>
  analyzeExperience(retailer(importance, expectation), { study });

const byFactor = <T>(rows: readonly { readonly factor: string }[], value: (row: never) => T) =>
  Object.fromEntries(rows.map((row) => [row.factor, value(row as never)]));

describe("the electronics retailer", () => {
  const analysis = analyze(golden.importance);

  it("EXP-2: satisfaction is experience minus expectation, and unknown where the expectation is", () => {
    const known = analysis.gaps.filter((gap) => gap.satisfaction !== undefined);
    expect(byFactor(known, (gap: (typeof known)[number]) => gap.satisfaction?.mean)).toEqual(
      golden.satisfaction,
    );
    expect(analysis.key.excluded).toEqual(["service", "relationship"]);
    expect(analysis.gaps[1]?.flags.map(({ code }) => code)).toContain("expectation-missing");
  });

  it("EXP-4: the retailer's key experience is convenience, at -18", () => {
    expect(analysis.key).toMatchObject({ status: "found", factors: ["convenience"], tied: false });
    expect(analysis.key.ranking[0]).toMatchObject({
      factor: "convenience",
      weightedSatisfaction: -18,
    });
    expect(analysis.key.reasons[0]).toEqual({
      code: "lowest-whatever-the-importance",
      params: { factor: "convenience", weightedSatisfaction: -18, nextLowest: -10 },
    });
  });

  it("EXP-4: ranking by raw experience would pick relationship, the wrong factor", () => {
    const raw = analysis.gaps.toSorted(
      (a, b) => (a.experience?.mean ?? 0) - (b.experience?.mean ?? 0),
    );
    expect(raw[0]?.factor).toBe("relationship");
    expect(raw[0]?.factor).toBe(golden.plain_ranking_by_actual[0]);
    const completed = analyze(
      golden.weighted_examples[0]?.importance ?? {},
      golden.expectation_completed,
    );
    expect(completed.key.factors).toEqual(["convenience"]);
  });

  it("EXP-4: the ideal raises convenience to 10 and leaves the others: gap -5 and 0", () => {
    expect(byFactor(analysis.ideal, ({ ideal }: (typeof analysis.ideal)[number]) => ideal)).toEqual(
      golden.ideal,
    );
    expect(byFactor(analysis.ideal, ({ gap }: (typeof analysis.ideal)[number]) => gap)).toEqual(
      golden.experience_gap,
    );
  });

  it("EXP-4: before, price and brand image are the brand values; afterwards convenience leads, and the loop closes", () => {
    expect(
      analysis.brandValues.filter(({ leading }) => leading).map(({ factor }) => factor),
    ).toEqual(["brand_image", "price"]);
    const mended = retailer(golden.importance).map((figures) =>
      figures.factor === "convenience" ? { ...figures, experience: 10 } : figures,
    );
    const comparison = compareAnalyses(analysis, analyzeExperience(mended, { study }));
    expect(comparison.aims).toEqual([
      { factor: "convenience", outcome: "untested", leadingBrandValue: true },
    ]);
    expect(comparison.nextKey).toMatchObject({ status: "found", factors: ["product"] });
    expect(comparison.nextKey.reasons[0]).toEqual({
      code: "only-shortfall",
      params: { factor: "product", lowest: -10 },
    });
  });

  it("EXP-4: the result check: two shops sell 2 times, three 3 times, four above 4 times one shop", () => {
    const shops = [
      { effort: 1, result: 100 },
      { effort: 2, result: 200 },
      { effort: 3, result: 300 },
      { effort: 4, result: 430 },
    ];
    expect(resultCheck(shops)).toMatchObject({
      met: true,
      comparisons: [{ required: 200 }, { required: 300 }, { required: 400 }],
    });
    expect(resultCheck(shops.with(2, { effort: 3, result: 299 })).met).toBe(false);
  });

  it.each(golden.weighted_examples)(
    "EXP-4: with $name importances the weighted satisfactions are exact",
    (example) => {
      const { gaps, key } = analyze(example.importance, golden.expectation_completed);
      expect(byFactor(gaps, (gap: (typeof gaps)[number]) => gap.productOfMeans)).toEqual(
        example.weighted_satisfaction,
      );
      expect(key.factors).toEqual([example.key]);
      expect(key.reasons[0]?.code).toBe("lowest-weighted-satisfaction");
    },
  );

  it("EXP-4: convenience stays lowest for every admissible importance of the other factors", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 6, maxLength: 6 }),
        (importances) => {
          const importance = {
            ...Object.fromEntries(factors.map((factor, i) => [factor, importances[i] ?? 0])),
            convenience: 9,
          };
          expect(analyze(importance, golden.expectation_completed).key.factors).toEqual([
            "convenience",
          ]);
        },
      ),
    );
  });
});

describe("keyExperience", () => {
  const key = (rows: readonly FactorFigures[]) =>
    keyExperience(experienceGaps(rows, { study }).overall, { study });

  it("EXP-3: when product weighs twice as much as convenience they tie, and both are returned in the study's order", () => {
    const tied = key(retailer({ product: 8, convenience: 4, price: 5, brand_image: 5 }));
    expect(tied).toMatchObject({
      status: "found",
      tied: true,
      factors: ["product", "convenience"],
    });
    expect(tied.reasons.map(({ code }) => code).slice(0, 2)).toEqual([
      "tied-lowest",
      "tied-lowest",
    ]);
  });

  it("EXP-3: when no factor falls short there is no key experience, and nothing is raised", () => {
    const content = retailer({}, { product: 6, price: 7, convenience: 5 });
    const { overall } = experienceGaps(content, { study });
    const none = keyExperience(overall, { study });
    expect(none).toMatchObject({ status: "none", factors: [] });
    expect(
      idealExperience(overall, none, { study }).every(({ raised, gap }) => !raised && gap === 0),
    ).toBe(true);
  });

  it("EXP-3: unstated importances that could change the answer leave it undetermined, with all candidates", () => {
    const open = key(retailer({}));
    expect(open).toMatchObject({ status: "undetermined", factors: ["product", "convenience"] });
    expect(open.reasons[0]).toEqual({
      code: "could-be-lowest",
      params: { factor: "product", lowest: -10 },
    });
  });

  it("an importance of 0 gives exactly 0, never minus 0", () => {
    const { overall } = experienceGaps(retailer({ convenience: 0 }), { study });
    expect(overall.find(({ factor }) => factor === "convenience")?.productOfMeans).toBe(0);
  });

  it("nothing measured: nothing can be said, and every factor is named as left out", () => {
    expect(key([])).toMatchObject({ status: "unknown", factors: [], excluded: factors });
    expect(key([]).reasons[0]?.code).toBe("nothing-measured");
  });
});

describe("idealExperience", () => {
  const { overall } = experienceGaps(
    retailer(golden.importance).map((row) =>
      row.factor === "convenience" ? { ...row, ideal: 4 } : row,
    ),
    { study },
  );
  const found = keyExperience(overall, { study });
  const gapOf = (target: "stated-ideal" | number) =>
    idealExperience(overall, found, { study, target }).find(
      ({ factor }) => factor === "convenience",
    )?.gap;

  it("EXP-3: an ideal below today's experience keeps its positive gap, it is not clipped", () => {
    expect(gapOf("stated-ideal")).toBe(1);
    expect(
      idealExperience(overall, found, { study, target: "stated-ideal" }).some(
        ({ raised }) => raised,
      ),
    ).toBe(false);
    expect(overall.find(({ factor }) => factor === "convenience")?.idealGap?.mean).toBe(1);
  });

  it("EXP-3: a target may be a rating; off the scale, or stated by nobody, it is refused", () => {
    expect(gapOf(8)).toBe(-3);
    expect(() => gapOf(11)).toThrow(/must lie on 0..10, got 11/);
    expect(() => gapOf(3)).toThrow(/must not lie below today's experience, got 3/);
    const { overall: unstated } = experienceGaps(retailer(golden.importance), { study });
    expect(() => idealExperience(unstated, found, { study, target: "stated-ideal" })).toThrow(
      /nobody stated one/,
    );
  });
});

describe("brandValues", () => {
  const rated = (experiences: readonly number[]) =>
    experiences.map((experience, i) => ({
      respondent: String(i),
      factor: "price",
      importance: 8,
      expectation: 8,
      experience,
    }));
  const values = (rows: Parameters<typeof experienceGaps>[0]) =>
    brandValues(experienceGaps(rows, { study }).overall, { study });

  it("EXP-3: a factor that disappoints is no brand value, however well it is experienced", () => {
    const figures = [
      { factor: "price", experience: 9, expectation: 10 },
      { factor: "service", experience: 6 },
    ];
    expect(values(figures)).toEqual([{ factor: "service", experience: 6, leading: true }]);
  });

  it("EXP-3: a little below what is expected may be chance; significantly or far below disappoints", () => {
    expect(values(rated([7, 9, 6, 9, 8, 7, 9, 8]))).toMatchObject([
      { factor: "price", satisfaction: -0.125, leading: true },
    ]);
    expect(values(rated([6, 7, 6, 7, 6, 7, 6, 7]))).toEqual([]);
    expect(values(rated([0, 8, 2, 7]))).toEqual([]);
  });

  it("EXP-3: the key experience is never a brand value", () => {
    const { key, brandValues: found } = analyzeExperience(rated([7, 9, 6, 9, 8, 7, 9, 8]), {
      study,
    });
    expect(key.factors).toEqual(["price"]);
    expect(found).toEqual([]);
  });
});
