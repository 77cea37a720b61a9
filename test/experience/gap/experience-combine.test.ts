import {
  experienceCombine,
  experienceGaps,
  type ExperienceInput,
  type RatingColumns,
  type WideRating,
} from "goodwill/experience";
import { aggregate } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const factors = ["product", "price"];
const study = { scale: { min: 0, max: 10 }, factors };
const measures = ["importance", "expectation", "experience", "ideal"] as const;

const rating = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 6 });
const answers = fc
  .record({ importance: rating, expectation: rating, experience: rating, ideal: rating })
  .map((record) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
  );
const row = fc
  .record({
    product: answers,
    price: answers,
    segment: fc.constantFrom("low", "high", "constructor", undefined),
    weight: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
  })
  .map(({ segment, weight, ...byFactor }): Omit<WideRating, "respondent"> => ({
    ...(segment !== undefined && { segment }),
    ...(weight !== undefined && { weight }),
    factors: byFactor,
  }));
const rows = fc
  .array(row, { maxLength: 40 })
  .map((all) => all.map((one, i) => ({ ...one, respondent: String(i) })));

const combine = experienceCombine({ study });
const accumulate = (inputs: readonly ExperienceInput[]) =>
  inputs.reduce(combine.addInput, combine.createAccumulator());

describe("experienceCombine", () => {
  it("EXP-5: any split, merged in any order and stored as JSON in between, gives the whole to the last digit", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (all, i, j) => {
        const [first = 0, second = 0] = [i % (all.length + 1), j % (all.length + 1)].toSorted(
          (a, b) => a - b,
        );
        const parts = [all.slice(0, first), all.slice(first, second), all.slice(second)].map(
          accumulate,
        );
        const [a, b, c] = parts.map((part) => JSON.parse(JSON.stringify(part)) as typeof part);
        if (a === undefined || b === undefined || c === undefined) throw new Error("three parts");
        const whole = combine.extractOutput(accumulate(all));
        expect(
          combine.extractOutput(combine.mergeAccumulators(combine.mergeAccumulators(a, b), c)),
        ).toEqual(whole);
        expect(
          combine.extractOutput(combine.mergeAccumulators(c, combine.mergeAccumulators(b, a))),
        ).toEqual(whole);
      }),
    );
  });

  it("merging with nothing changes nothing, and changes neither part", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const part = accumulate(all);
        const before = JSON.stringify(part);
        const merged = combine.mergeAccumulators(part, combine.createAccumulator());
        expect(JSON.stringify(part)).toBe(before);
        expect(combine.extractOutput(merged)).toEqual(combine.extractOutput(part));
      }),
    );
  });

  it("long rows, wide rows and columns give the same figures", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (all, weighted) => {
        const plain = all.map(({ weight, ...one }) =>
          weighted ? { ...one, weight: weight ?? 1 } : one,
        );
        const wide = aggregate(plain, combine);
        const long = plain.flatMap(({ factors: byFactor, ...who }) =>
          Object.entries(byFactor).map(([factor, one]) => ({ ...who, factor, ...one })),
        );
        expect(aggregate(long, combine)).toEqual(wide);
        const blocks = [
          plain.filter(({ segment }) => segment === undefined),
          plain.filter(({ segment }) => segment !== undefined),
        ];
        expect(
          aggregate(
            blocks.map((block) => columnsOf(block, weighted)),
            combine,
          ),
        ).toEqual(wide);
      }),
    );
  });

  it("agrees with the definition, written out plainly", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { overall } = experienceGaps(
          all.map(({ respondent, factors: answered }) => ({ respondent, factors: answered })),
          { study },
        );
        factors.forEach((factor, position) => {
          const complete = all.flatMap(({ factors: byFactor }) => {
            const { experience, expectation } = byFactor[factor] ?? {};
            return experience === undefined || expectation === undefined
              ? []
              : [experience - expectation];
          });
          const { satisfaction, answers: counts } = overall[position] ?? {};
          expect(satisfaction?.n ?? 0).toBe(complete.length);
          if (complete.length === 0) return;
          const mean = complete.reduce((sum, value) => sum + value, 0) / complete.length;
          expect(satisfaction?.mean).toBeCloseTo(mean, 12);
          expect(satisfaction?.missing).toBe(all.length - complete.length);
          expect(counts).toEqual({
            below: complete.filter((value) => value < 0).length,
            met: complete.filter((value) => value === 0).length,
            exceeded: complete.filter((value) => value > 0).length,
          });
          if (complete.length > 1) {
            const variance =
              complete.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (complete.length - 1);
            expect(satisfaction?.standardDeviation).toBeCloseTo(Math.sqrt(variance), 10);
          }
        });
      }),
    );
  });

  it("EXP-5: adding the same to every rating moves the means and leaves satisfaction as it is", () => {
    const shift = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(rows, shift, (all, by) => {
        const moved = { scale: { min: by, max: 10 + by }, factors };
        const shifted = all.map((one) => ({
          ...one,
          factors: Object.fromEntries(
            Object.entries(one.factors).map(([factor, ratings]) => [
              factor,
              Object.fromEntries(
                Object.entries(ratings).map(([measure, value]) => [
                  measure,
                  (value as number) + by,
                ]),
              ),
            ]),
          ),
        }));
        const before = experienceGaps(all, { study }).overall.map((gap) => gap.satisfaction);
        const after = experienceGaps(shifted, { study: moved }).overall.map(
          (gap) => gap.satisfaction,
        );
        expect(after).toEqual(before);
      }),
    );
  });

  it("an accumulator of another study is refused", () => {
    const other = experienceCombine({ study: { ...study, scale: { min: 1, max: 5 } } });
    expect(() =>
      combine.mergeAccumulators(combine.createAccumulator(), other.createAccumulator()),
    ).toThrow(/Cannot merge experience accumulators: configurations/);
    const older = { ...combine.createAccumulator(), version: 0 };
    expect(() => combine.mergeAccumulators(older, combine.createAccumulator())).toThrow(/versions/);
  });

  it("no rows: no figures, no NaN", () => {
    expect(aggregate([], combine).overall).toEqual(
      factors.map((factor) => ({
        factor,
        flags: ["experience", "expectation", "importance"].map((measure) => ({
          code: `${measure}-missing`,
          params: { factor },
        })),
      })),
    );
  });

  it("equal answers that are no whole points have no spread, not a rounding error for one", () => {
    const same = Array.from({ length: 7 }, (_, i) => ({
      respondent: String(i),
      factor: "price",
      expectation: 7.1,
      experience: 6.3,
    }));
    const { overall } = experienceGaps(same, { study });
    expect(overall[1]?.satisfaction).toMatchObject({ standardDeviation: 0 });
    expect(overall[1]?.experience?.standardDeviation).toBe(0);
  });
});

describe("a stored accumulator", () => {
  it("takes segments of any common name again", () => {
    const stored = JSON.parse(JSON.stringify(combine.createAccumulator())) as ReturnType<
      typeof combine.createAccumulator
    >;
    const row = { respondent: "1", segment: "constructor", factor: "price", experience: 4 };
    expect(combine.extractOutput(combine.addInput(stored, row)).segments[0]?.segment).toBe(
      "constructor",
    );
  });
});

describe("rating columns", () => {
  const column = (...values: number[]) => Uint8Array.from(values);
  const block = {
    rows: 2,
    missing: 99,
    columns: { price: { experience: column(3, 99), expectation: column(5, 5) } },
  };

  it("EXP-5: the missing code is missing, never a rating", () => {
    const { overall } = aggregate([block], combine);
    expect(overall[1]?.experience).toMatchObject({ mean: 3, n: 1, missing: 1 });
    expect(overall[0]?.experience).toBeUndefined();
  });

  it("a block refused in its last factor leaves nothing behind", () => {
    const accumulator = combine.createAccumulator();
    const columns = {
      product: { experience: column(3, 4) },
      price: { experience: column(3, 11) },
    };
    expect(() => combine.addInput(accumulator, { ...block, columns })).toThrow(/got 11/);
    expect(combine.extractOutput(accumulator)).toEqual(
      combine.extractOutput(combine.createAccumulator()),
    );
  });

  it("a scale of very many points is added one by one", () => {
    const wide = experienceCombine({
      study: { scale: { min: 0, max: 4_000_000_000 }, factors: ["price"] },
    });
    const price = { experience: Uint32Array.of(3_000_000_000), expectation: Uint32Array.of(1) };
    const { overall } = aggregate([{ rows: 1, missing: 4_100_000_000, columns: { price } }], wide);
    expect(overall[0]?.satisfaction?.mean).toBe(2_999_999_999);
  });

  it.each<[string, Partial<RatingColumns>, RegExp]>([
    [
      "a rating off the scale",
      { columns: { price: { experience: column(3, 11) } } },
      /row 1, price, experience must lie on 0..10/,
    ],
    ["a missing code on the scale", { missing: 5 }, /missing code 5 lies on the scale/],
    [
      "an unknown factor",
      { columns: { taste: { experience: column(1, 2) } } },
      /unknown factor "taste"/,
    ],
    [
      "a column of another length",
      { columns: { price: { experience: column(1) } } },
      /has 1 entries for 2 rows/,
    ],
    [
      "a segment without a name",
      { segment: { codes: column(0, 1), names: ["low"] } },
      /segment code has no name/,
    ],
    [
      "segments of another length",
      { segment: { codes: column(0), names: ["low"] } },
      /segment has 1 entries/,
    ],
    ["a negative weight", { weight: Float64Array.of(1, -1) }, /a weight is neither 0 nor/],
    ["weights of another length", { weight: Float64Array.of(1) }, /weight has 1 entries/],
    [
      "a rating off the scale beside weights",
      { weight: Float64Array.of(1, 1), columns: { price: { ideal: column(3, 12) } } },
      /got 12/,
    ],
  ])("%s is refused with its place", (_, change, message) => {
    expect(() => aggregate([{ ...block, ...change }], combine)).toThrow(message);
  });
});

/** Respondents as columns; either all of them name a segment, or none does. */
function columnsOf(all: readonly WideRating[], weighted: boolean): RatingColumns {
  const names = [...new Set(all.flatMap(({ segment }) => segment ?? []))];
  return {
    rows: all.length,
    missing: 255,
    columns: Object.fromEntries(
      factors.map((factor) => [
        factor,
        Object.fromEntries(
          measures.map((measure) => [
            measure,
            Uint8Array.from(all, ({ factors: byFactor }) => byFactor[factor]?.[measure] ?? 255),
          ]),
        ),
      ]),
    ),
    ...(names.length > 0 && {
      segment: { names, codes: Uint8Array.from(all, ({ segment = "" }) => names.indexOf(segment)) },
    }),
    ...(weighted && { weight: Float64Array.from(all, ({ weight }) => weight ?? 0) }),
  };
}
