import {
  analyzeExperience,
  EXPERIENCE_FACTORS,
  EXTERNAL_VALUE_AREAS,
  experienceGaps,
  INTERNAL_CUSTOMER_NEEDS,
  leafFactors,
  ratingsFromTable,
  requireCatalogue,
  requireScale,
  requireStudy,
  rescaleRating,
  rollUpRatings,
  siftRatings,
  type Rating,
} from "goodwill/experience";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const study = { scale: { min: 0, max: 10 }, factors: ["price", "service"] };
const good: Rating = {
  respondent: "1",
  factor: "price",
  importance: 8,
  expectation: 7,
  experience: 6,
};

describe("siftRatings", () => {
  it.each<[string, object, string, RegExp]>([
    [
      "a number off the scale",
      { ...good, experience: 11 },
      "experience",
      /must lie on 0..10, got 11/,
    ],
    ["NaN", { ...good, expectation: NaN }, "expectation", /NaN/],
    ["infinity", { ...good, importance: Infinity }, "importance", /number/],
    ["text for a number", { ...good, ideal: "9" }, "ideal", /expected number/],
    [
      "an unknown factor",
      { ...good, factor: "taste" },
      "factor",
      /unknown factor "taste"; the study has price, service/,
    ],
    [
      "an unknown factor in a wide row",
      { respondent: "1", factors: { taste: {} } },
      "factors.taste",
      /unknown factor/,
    ],
    [
      "a rating off the scale in a wide row",
      { respondent: "1", factors: { price: { ideal: -1 } } },
      "factors.price.ideal",
      /got -1/,
    ],
    ["no respondent", { factor: "price", experience: 3 }, "respondent", /expected string/],
    ["a negative weight", { ...good, weight: -1 }, "weight", />=0/],
    ["a date that does not exist", { ...good, at: "2026-02-30" }, "at", /must be an instant/],
    ["null for a missing answer", { ...good, ideal: null }, "ideal", /expected number/],
    ["a field that is not known", { ...good, experiense: 3 }, "", /experiense/],
  ])("%s is handed back with path and message", (_, row, path, message) => {
    const { accepted, rejected } = siftRatings([good, row], { study });
    expect(accepted).toEqual([good]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ index: 1, row });
    expect(rejected[0]?.issues[0]).toMatchObject({
      path,
      message: expect.stringMatching(message) as string,
    });
  });

  it("EXP-5: a row on a second scale is handed back", () => {
    const { rejected } = siftRatings([{ ...good, scale: { min: 1, max: 5 }, experience: 5 }], {
      study,
    });
    expect(rejected[0]?.issues[0]?.message).toMatch(/two scales in one study, 0..10 and 1..5/);
    expect(siftRatings([{ ...good, scale: { min: 0, max: 10 } }], { study }).accepted).toHaveLength(
      1,
    );
  });

  it("a second answer on the same factor in the same wave is handed back; another wave or factor is another answer", () => {
    const rows = [
      good,
      good,
      { ...good, wave: "2" },
      { ...good, factor: "service" },
      { respondent: "1", factors: { price: {} } },
    ];
    const { accepted, rejected } = siftRatings(rows, { study });
    expect(accepted).toHaveLength(3);
    expect(rejected.map(({ index }) => index)).toEqual([1, 4]);
    expect(rejected[0]?.issues).toEqual([
      { path: "", message: "respondent 1 answered on price twice" },
    ]);
  });

  it("a respondent with two segments or two weights is handed back; one left out is filled in", () => {
    const rows = [
      { ...good, segment: "a" },
      { ...good, factor: "service", weight: 2 },
      { ...good, wave: "2", segment: "b" },
      { ...good, wave: "2", factor: "service", segment: "c" },
    ];
    const { accepted, rejected } = siftRatings(rows, { study });
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.message])).toEqual([
      [3, "respondent 1 has two segments, b and c"],
    ]);
    const first = accepted.filter(({ wave }) => wave === undefined);
    const { segments } = experienceGaps(first, { study });
    expect(segments[0]?.gaps.map(({ byValue }) => byValue?.satisfaction.n)).toEqual([1, 1]);
  });

  it("what is accepted, the analysis takes", () => {
    const row = fc.record(
      {
        respondent: fc.constantFrom("1", "2"),
        factor: fc.constantFrom("price", "service"),
        segment: fc.constantFrom("a", "b", "__proto__", "constructor"),
        weight: fc.constantFrom(0, 1, 2, 1e200),
        experience: fc.constantFrom(1, 2, 11, null),
        expectation: fc.constantFrom(3, "4"),
      },
      { requiredKeys: ["respondent", "factor"] },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const { accepted, rejected } = siftRatings(rows, { study });
        expect(accepted.length + rejected.length).toBe(rows.length);
        const text = JSON.stringify(analyzeExperience(accepted, { study }));
        expect(text).not.toMatch(/null|NaN/);
      }),
    );
  });

  it("loses nothing, whatever arrives", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(good))), (rows) => {
        const { accepted, rejected } = siftRatings(rows, { study });
        expect(accepted.length + rejected.length).toBe(rows.length);
      }),
    );
  });
});

describe("ratings that were not sifted", () => {
  it.each<[string, readonly Rating[], RegExp]>([
    [
      "off the scale",
      [good, { ...good, respondent: "2", experience: 12 }],
      /row 1: experience must lie on 0..10, got 12/,
    ],
    ["not a number", [{ ...good, experience: NaN }], /got NaN/],
    [
      "null",
      [JSON.parse('{"respondent":"1","factor":"price","experience":null}') as Rating],
      /got null/,
    ],
    [
      "text",
      [JSON.parse('{"respondent":"1","factor":"price","experience":"7"}') as Rating],
      /got 7/,
    ],
    [
      "of one respondent in two waves",
      [
        { ...good, wave: "W1" },
        { ...good, wave: "W2" },
      ],
      /respondent 1 answered in several waves \(W1 and W2\); take one wave at a time/,
    ],
    ["of an unknown factor", [{ ...good, factor: "taste" }], /unknown factor "taste"/],
    ["given twice", [good, good], /row 1: respondent 1 answered on price twice/],
    ["on a second scale", [{ ...good, scale: { min: 1, max: 5 } }], /two scales in one study/],
    [
      "of a respondent in two segments",
      [
        { ...good, segment: "a" },
        { ...good, factor: "service", segment: "b" },
      ],
      /two segments/,
    ],
  ])("%s are refused, naming row and reason", (_, rows, message) => {
    expect(() => analyzeExperience(rows, { study })).toThrow(message);
    expect(() => analyzeExperience(rows, { study })).toThrow(RangeError);
  });

  it("EXP-5: figures on two scales are refused", () => {
    const figures = [
      { factor: "price", experience: 7, expectation: 8 },
      { factor: "service", experience: 4, expectation: 5, scale: { min: 1, max: 5 } },
    ];
    expect(() => analyzeExperience(figures, { study })).toThrow(
      /two scales in one study, 0..10 and 1..5: rescale first/,
    );
  });

  it("a study needs a scale in order and factors that differ", () => {
    expect(() => requireStudy({ ...study, factors: [] })).toThrow(/at least one factor/);
    expect(() => requireStudy({ ...study, factors: ["price", "price"] })).toThrow(
      /"price" is named twice/,
    );
    expect(() => requireStudy({ ...study, factors: ["__proto__"] })).toThrow(
      /cannot name a factor/,
    );
    expect(() => requireStudy({ ...study, scale: { min: -3, max: 3 } })).toThrow(
      /must not begin below 0, got -3/,
    );
    expect(() => requireScale({ min: 5, max: 5 })).toThrow(/min below max, got 5..5/);
    expect(() => requireScale({ min: 0, max: Infinity })).toThrow(RangeError);
  });
});

describe("rescaleRating", () => {
  it("EXP-5: ends go to ends, and back again", () => {
    const five = { min: 1, max: 5 };
    const index = { min: 0, max: 100 };
    expect([1, 3, 5].map((rating) => rescaleRating(rating, { from: five, to: index }))).toEqual([
      0, 50, 100,
    ]);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5, noNaN: true }), (rating) => {
        const there = rescaleRating(rating, { from: five, to: index });
        expect(rescaleRating(there, { from: index, to: five })).toBeCloseTo(rating, 12);
      }),
    );
    expect(() => rescaleRating(6, { from: five, to: index })).toThrow(/must lie on 1..5, got 6/);
  });
});

describe("catalogues", () => {
  it("EXP-1: there are six experience factors", () => {
    expect(EXPERIENCE_FACTORS.map(({ id }) => id)).toEqual([
      "product",
      "service",
      "relationship",
      "convenience",
      "brand_image",
      "price",
    ]);
  });

  it("EXP-9: the external value areas are five, with 24 indicators", () => {
    expect(EXTERNAL_VALUE_AREAS.map(({ label }) => label.en)).toEqual([
      "Product",
      "Environment",
      "Service",
      "Image",
      "Added value",
    ]);
    expect(EXTERNAL_VALUE_AREAS.map(({ parts = [] }) => parts.length)).toEqual([5, 5, 4, 4, 6]);
    expect(leafFactors(EXTERNAL_VALUE_AREAS)).toHaveLength(24);
  });

  it("EXP-10: internal customers are measured on the five levels of Maslow, with 26 indicators", () => {
    expect(INTERNAL_CUSTOMER_NEEDS.map(({ parts = [] }) => parts.length)).toEqual([6, 4, 4, 8, 4]);
    expect(leafFactors(INTERNAL_CUSTOMER_NEEDS)).toHaveLength(26);
  });

  it.each([EXPERIENCE_FACTORS, EXTERNAL_VALUE_AREAS, INTERNAL_CUSTOMER_NEEDS])(
    "EXP-1: catalogue %# can be used as it is, in both languages",
    (...catalogue) => {
      expect(() => requireCatalogue(catalogue)).not.toThrow();
      for (const { label } of leafFactors(catalogue))
        expect([label.en !== "", /\p{Script=Han}/u.test(label.zh)]).toEqual([true, true]);
    },
  );

  it("EXP-1: an id used twice, or a node with an empty list of parts, is refused", () => {
    const label = { en: "A", zh: "甲" };
    expect(() => requireCatalogue([{ id: "a", label, parts: [{ id: "a", label }] }])).toThrow(
      /"a" twice/,
    );
    expect(() => requireCatalogue([{ id: "a", label, parts: [] }])).toThrow(/must have parts/);
  });
});

describe("rollUpRatings", () => {
  const scale = { min: 0, max: 10 };
  const answers = (experience: number, expectation: number) => ({
    experience,
    expectation,
    importance: 8,
  });

  it("EXP-1: questions roll up to dimensions, a dimension's mean over its parts", () => {
    const ratings = [
      {
        respondent: "1",
        segment: "a",
        factors: { quality: answers(6, 8), style: answers(8, 8), comfort: answers(5, 4) },
      },
    ];
    const { ratings: rolled, study: dimensions } = rollUpRatings(ratings, EXTERNAL_VALUE_AREAS, {
      scale,
    });
    expect(dimensions.factors).toHaveLength(5);
    expect(rolled).toEqual([
      {
        respondent: "1",
        segment: "a",
        factors: {
          product_value: { experience: 7, expectation: 8, importance: 8 },
          environment_value: { experience: 5, expectation: 4, importance: 8 },
        },
      },
    ]);
    expect(experienceGaps(rolled, { study: dimensions }).overall[0]?.satisfaction?.mean).toBe(-1);
  });

  it("EXP-2: expectation and experience are averaged over the same parts, so that a gap compares the same things", () => {
    const ratings = [
      {
        respondent: "1",
        factors: { quality: { experience: 2 }, style: { experience: 8, expectation: 9 } },
      },
    ];
    expect(rollUpRatings(ratings, EXTERNAL_VALUE_AREAS, { scale }).ratings[0]?.factors).toEqual({
      product_value: { experience: 8, expectation: 9 },
    });
  });

  it("EXP-2: where no part has both, only the experience is kept, and no gap is made up", () => {
    const ratings = [
      { respondent: "1", factors: { quality: { experience: 2 }, style: { expectation: 9 } } },
    ];
    expect(rollUpRatings(ratings, EXTERNAL_VALUE_AREAS, { scale }).ratings[0]?.factors).toEqual({
      product_value: { experience: 2 },
    });
  });
});

describe("ratingsFromTable", () => {
  const table = {
    respondent: "id",
    wave: "w",
    weight: "value",
    factors: { price: { experience: "act", expectation: "exp" } },
    missing: ["NA"],
  };
  const row = { id: "1", w: "W1", value: "12.5", act: "6", exp: "7" };

  it("reads cells, and takes an empty or declared cell for a missing answer", () => {
    const { accepted } = ratingsFromTable([row, { ...row, id: "2", act: " ", exp: "NA" }], table, {
      study,
    });
    expect(accepted).toEqual([
      {
        respondent: "1",
        wave: "W1",
        weight: 12.5,
        factors: { price: { experience: 6, expectation: 7 } },
      },
      { respondent: "2", wave: "W1", weight: 12.5, factors: {} },
    ]);
  });

  it.each([
    [{ ...row, act: "six" }, "act", 'expected a number, got "six"'],
    [{ ...row, act: "11" }, "act", "experience must lie on 0..10, got 11"],
    [{ ...row, value: "-3" }, "value", "weight must be at least 0, got -3"],
    [{ ...row, id: "" }, "id", "the respondent is missing"],
    [row, "id", "respondent 1 has already answered in this wave"],
  ])("a bad row is handed back with its column: %#", (bad, path, message) => {
    const { rejected } = ratingsFromTable([row, bad], table, { study });
    expect(rejected).toEqual([{ index: 1, row: bad, issues: [{ path, message }] }]);
  });

  it("a segment that no analysis takes is handed back with its column", () => {
    const { rejected } = ratingsFromTable(
      [{ ...row, s: "__proto__" }],
      { ...table, segment: "s" },
      { study },
    );
    expect(rejected[0]?.issues).toEqual([
      { path: "s", message: "__proto__ cannot name a segment" },
    ]);
  });

  it("without a column of respondents rows are numbered", () => {
    const { accepted } = ratingsFromTable([row], { factors: table.factors }, { study });
    expect(accepted[0]?.respondent).toBe("1");
  });

  it("a mapped column or factor that does not exist is a broken contract", () => {
    expect(() => ratingsFromTable([{ id: "1" }], table, { study })).toThrow(
      /no column w, value, act, exp; it has id/,
    );
    expect(() => ratingsFromTable([row], { factors: { taste: {} } }, { study })).toThrow(
      /"taste" is no factor/,
    );
  });
});
