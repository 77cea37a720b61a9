import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_KANO_POLICY,
  kanoCategory,
  kanoPairSchema,
  kanoSummary,
} from "goodwill/experience";
import type { KanoAnswer, KanoCategory, KanoCounts, KanoPair } from "goodwill/experience";
import golden from "../../golden/kano.json" with { type: "json" };

const NONE: KanoCounts = {
  attractive: 0,
  "one-dimensional": 0,
  "must-be": 0,
  indifferent: 0,
  reverse: 0,
  questionable: 0,
};

describe("kanoCategory", () => {
  it("has a golden row for each of the 25 pairs", () => {
    expect(
      new Set(golden.pairs.map(({ functional, dysfunctional }) => `${functional} ${dysfunctional}`))
        .size,
    ).toBe(25);
  });

  it.each(golden.pairs)(
    "$functional when there, $dysfunctional when not: $category",
    ({ functional, dysfunctional, category }) => {
      expect(kanoCategory(functional as KanoAnswer, dysfunctional as KanoAnswer)).toBe(category);
    },
  );

  it("refuses an answer that is none of the five", () => {
    expect(() => kanoCategory("love" as KanoAnswer, "like")).toThrow(
      new RangeError(
        "Cannot read a Kano pair: an answer must be one of like, must-be, neutral, live-with, dislike, got love",
      ),
    );
    expect(() => kanoCategory("like", undefined as unknown as KanoAnswer)).toThrow(RangeError);
  });
});

describe("kanoSummary", () => {
  it("gives the golden example", () => {
    const { example } = golden;
    const summary = kanoSummary(example.counts)!;
    expect(summary).toEqual({
      n: 100,
      missing: 0,
      counts: example.counts,
      category: example.category,
      better: expect.closeTo(example.better, 14),
      worse: expect.closeTo(example.worse, 14),
      categoryStrengthShare: example.categoryStrengthShare,
      totalStrengthShare: example.totalStrengthShare,
      fong: {
        first: "attractive",
        second: "one-dimensional",
        difference: example.fongDifference,
        bound: expect.closeTo(example.fongBound, 12),
        significant: example.significant,
      },
    });
  });

  it("among equals the most serious goes first: must-be, one-dimensional, attractive, indifferent", () => {
    const tied = (...categories: KanoCategory[]): KanoCategory =>
      kanoSummary({ ...NONE, ...Object.fromEntries(categories.map((category) => [category, 3])) })!
        .category;
    expect(tied("must-be", "one-dimensional", "attractive", "indifferent")).toBe("must-be");
    expect(tied("one-dimensional", "attractive", "indifferent")).toBe("one-dimensional");
    expect(tied("attractive", "indifferent")).toBe("attractive");
    expect(tied("indifferent", "reverse")).toBe("indifferent");
    expect(tied("reverse", "questionable")).toBe("reverse");
  });

  it("counts pairs, and pairs half answered as missing", () => {
    const pairs: KanoPair[] = [
      { functional: "like", dysfunctional: "neutral" },
      { functional: "like", dysfunctional: "dislike" },
      { functional: "like", dysfunctional: "live-with" },
      { functional: "like" },
      {},
    ];
    expect(kanoSummary(pairs)).toMatchObject({
      n: 3,
      missing: 2,
      counts: { ...NONE, attractive: 2, "one-dimensional": 1 },
      category: "attractive",
      better: 1,
      worse: -1 / 3,
    });
  });

  it("has no coefficients where nobody is in the four judged categories, and no summary for nobody", () => {
    const reverse = kanoSummary({ ...NONE, reverse: 4, questionable: 1 })!;
    expect(reverse).toMatchObject({ category: "reverse", totalStrengthShare: 0 });
    expect(reverse).not.toHaveProperty("better");
    expect(reverse).not.toHaveProperty("worse");
    expect(kanoSummary({ ...NONE, indifferent: 4 })).toMatchObject({ better: 0, worse: 0 });
    expect(kanoSummary([])).toBeUndefined();
    expect(kanoSummary([{ functional: "like" }])).toBeUndefined();
    expect(kanoSummary(NONE)).toBeUndefined();
  });

  it("Fong's test is passed from its bound on", () => {
    const counts = { ...NONE, attractive: 45, "must-be": 30, indifferent: 25 };
    // 1.65 sqrt(75 x 125 / 200) = 11.297...
    expect(kanoSummary(counts)?.fong).toMatchObject({ difference: 15, significant: true });
    expect(kanoSummary(counts)?.fong.bound).toBeCloseTo(1.65 * Math.sqrt(46.875), 12);
    expect(kanoSummary(counts, { policy: { fongStandardErrors: 2.5 } })?.fong.significant).toBe(
      false,
    );
    const exact = { policy: { fongStandardErrors: 15 / Math.sqrt(46.875) } };
    expect(kanoSummary(counts, exact)?.fong.significant).toBe(
      kanoSummary(counts, exact)!.fong.bound <= 15,
    );
    expect(
      kanoSummary({ ...NONE, attractive: 3, "must-be": 3 }, { policy: { fongStandardErrors: 0 } })
        ?.fong.significant,
    ).toBe(false);
    expect(DEFAULT_KANO_POLICY.fongStandardErrors).toBe(1.65);
  });

  it("keeps its shares within their ranges and its sums right", () => {
    const count = fc.nat({ max: 40 });
    const counts = fc.record({
      attractive: count,
      "one-dimensional": count,
      "must-be": count,
      indifferent: count,
      reverse: count,
      questionable: count,
    });
    fc.assert(
      fc.property(counts, (given) => {
        const summary = kanoSummary(given);
        fc.pre(summary !== undefined);
        expect(summary.n).toBe(Object.values(given).reduce((sum, one) => sum + one, 0));
        expect(given[summary.category]).toBe(Math.max(...Object.values(given)));
        const { better = 0, worse = 0, categoryStrengthShare, totalStrengthShare } = summary;
        for (const share of [better, -worse, categoryStrengthShare, totalStrengthShare]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("refuses counts that are no counts", () => {
    expect(() => kanoSummary({ ...NONE, attractive: -1 })).toThrow(
      "attractive must be a whole number of at least 0, got -1",
    );
    expect(() => kanoSummary({ attractive: 1 } as unknown as KanoCounts)).toThrow(RangeError);
  });

  it.each([Number.NaN, -1, Infinity, null, "1.65", undefined] as number[])(
    "refuses %s standard errors",
    (fongStandardErrors) => {
      expect(() => kanoSummary(NONE, { policy: { fongStandardErrors } })).toThrow(
        new RangeError(
          `Cannot summarize a Kano study: fongStandardErrors must be a number of at least 0, got ${String(fongStandardErrors)}`,
        ),
      );
    },
  );

  it("has a schema for the pairs", () => {
    expect(kanoPairSchema.safeParse({ functional: "like" }).success).toBe(true);
    expect(kanoPairSchema.safeParse({ functional: "love" }).success).toBe(false);
  });
});
