import { readFileSync } from "node:fs";
import { explain, plainDate, timeZone, type PlainDate } from "goodwill/shared";
import {
  DEFAULT_RFM_SEGMENTS,
  lintSegments,
  rfmGrid,
  rfmScores,
  rfmValues,
  type RfmValues,
  type SegmentDefinition,
  VALUE_SENTENCES,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "../../golden/value-rfm.json" with { type: "json" };
import { sharedData } from "../../shared-data.js";

const definitions: readonly SegmentDefinition[] = golden.definitions;

function customers(
  columns: readonly (readonly [recencyDays: number, transactions: number, amount: number])[],
): RfmValues[] {
  return columns.map(([recencyDays, transactions, amount], i) => ({
    customer: `c${String(i)}`,
    recencyDays,
    transactions,
    amount,
  }));
}

function triples(values: readonly RfmValues[], options = {}): number[][] {
  return rfmScores(values, options).customers.map((one) => [
    one.recencyScore,
    one.frequencyScore,
    one.monetaryScore,
  ]);
}

const orders = sharedData("data/value/data/rfm_orders.csv");
const scores = sharedData("data/value/ref/rfm_orders_scores.csv");

function rowsOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}

describe.skipIf(orders === undefined || scores === undefined)(
  "the orders of the R package rfm (skipped where the data are absent)",
  () => {
    const rows = (): {
      customer: string;
      date: PlainDate;
      total: { amount: number; currency: "USD" };
    }[] =>
      rowsOf(orders!).map(([customer = "", date = "", revenue = ""]) => ({
        customer,
        date: plainDate(date),
        total: { amount: Number(revenue), currency: "USD" },
      }));
    const base = () =>
      rfmValues(rows(), {
        asOf: plainDate(golden.asOf),
        zone: timeZone("UTC"),
        currency: "USD",
      });

    test("VAL-3: values, scores and segments of all 995 customers are those of the package", () => {
      const { values } = base();
      const found = rfmScores(values, { cutSide: "plus-one", segments: definitions });
      expect(
        found.customers.map((one) => [
          one.customer,
          ...[one.recencyDays, one.transactions, one.amount].map(String),
          ...[one.recencyScore, one.frequencyScore, one.monetaryScore].map(String),
          one.segment,
        ]),
      ).toEqual(
        rowsOf(scores!).map(([id, r, f, m, rs, fs, ms, , segment]) => [
          id,
          r,
          f,
          m,
          rs,
          fs,
          ms,
          segment,
        ]),
      );
      for (const measure of ["recency", "frequency", "monetary"] as const) {
        const counts = [1, 2, 3, 4, 5].map(
          (score) => found.customers.filter((one) => one[`${measure}Score`] === score).length,
        );
        expect(counts).toEqual(golden.scoreCounts[measure]);
        expect(found.cuts[measure].length).toBe(4);
        found.cuts[measure].forEach((cut, i) => {
          expect(cut).toBeCloseTo(golden.cuts[measure][i]!, 9);
        });
      }
      const counts: Record<string, number> = {};
      for (const { segment = "none" } of found.customers)
        counts[segment] = (counts[segment] ?? 0) + 1;
      expect(counts).toEqual(golden.segmentCounts);
    });

    test("VAL-3: the default differs from the package only where a quantile lies between two whole numbers", () => {
      const { values } = base();
      const [own, theirs] = [triples(values), triples(values, { cutSide: "plus-one" })];
      const differing = [0, 1, 2].map(
        (at) => own.filter((one, i) => one[at] !== theirs[i]![at]).length,
      );
      // recency: quantile 296.4, so that 297 days move; amount: 254.8 and 505.4, so that 255 and 506 do
      const between = [
        values.filter((one) => one.recencyDays === 297).length,
        0,
        values.filter((one) => one.amount === 255 || one.amount === 506).length,
      ];
      expect(differing).toEqual(between);
      expect(differing[0]! + differing[2]!).toBeGreaterThan(0);
    });

    test("VAL-3: the default segments leave none of them out", () => {
      const { customers: found } = rfmScores(base().values, { segments: DEFAULT_RFM_SEGMENTS });
      expect(found).toHaveLength(golden.customers);
      expect(found.every(({ segment }) => segment !== undefined)).toBe(true);
    });
  },
);

describe("scores", () => {
  const ten = customers(Array.from({ length: 10 }, (_, i) => [10 - i, i + 1, 100 * (i + 1)]));

  test("VAL-3: ten different customers fill five scores two by two, the most recent with 5", () => {
    expect(triples(ten)).toEqual(
      [1, 1, 2, 2, 3, 3, 4, 4, 5, 5].map((score) => [score, score, score]),
    );
    const { cuts } = rfmScores(ten);
    // type 7: 1 + 9 x 0.2 = 2.8 and so on
    expect(cuts.frequency.map((cut) => cut.toFixed(6))).toEqual([
      "2.800000",
      "4.600000",
      "6.400000",
      "8.200000",
    ]);
  });

  test("VAL-3: a value on a cut belongs below it, above it, or one unit further", () => {
    const values = customers([1, 2, 3, 4, 5].map((n) => [9, n, 1]));
    const frequency = (options: object): number[] => triples(values, options).map(([, f]) => f!);
    // the medians of 1 to 5 is 3
    expect(frequency({ bins: 2 })).toEqual([1, 1, 1, 2, 2]);
    expect(frequency({ bins: 2, cutSide: "above" })).toEqual([1, 1, 2, 2, 2]);
    expect(frequency({ bins: 2, cutSide: "plus-one" })).toEqual([1, 1, 1, 2, 2]);
    // quantiles 7/3 and 11/3: one further takes in the upper whole number
    expect(frequency({ bins: 3 })).toEqual([1, 1, 2, 3, 3]);
    expect(frequency({ bins: 3, cutSide: "plus-one" })).toEqual([1, 1, 1, 2, 3]);
  });

  test("VAL-3: custom cuts and equal widths", () => {
    const values = customers([
      [1, 1, 0],
      [30, 2, 50],
      [31, 3, 100],
    ]);
    const cuts = { recency: [30], frequency: [2], monetary: [60] };
    expect(triples(values, { method: "custom", cuts })).toEqual([
      [2, 1, 1],
      [2, 1, 1],
      [1, 2, 2],
    ]);
    expect(rfmScores(values, { method: "custom", cuts }).bins).toBe(2);
    expect(rfmScores(values, { method: "equal-width", bins: 4 }).cuts.monetary).toEqual([
      25, 50, 75,
    ]);
    expect(triples(values, { method: "equal-width", bins: 4 }).map(([, , m]) => m)).toEqual([
      1, 2, 4,
    ]);
  });

  test("VAL-3: where most have bought once they all score 1, and notes say that scores stay unused", () => {
    const values = customers([1, 1, 1, 1, 1, 1, 2, 3].map((n, i) => [i, n, i]));
    const { customers: found, notes } = rfmScores(values);
    expect(found.map((one) => one.frequencyScore)).toEqual([1, 1, 1, 1, 1, 1, 5, 5]);
    expect(notes).toEqual([
      { code: "rfm-scores-unused", params: { measure: "frequency", used: 2, bins: 5 } },
    ]);
    expect(explain(notes[0]!, VALUE_SENTENCES)).toBe(
      "Only 2 of 5 scores of frequency are given: too many values are equal.",
    );
  });

  test("VAL-3: equal values, few customers and none have defined scores and notes", () => {
    const equal = rfmScores(
      customers([
        [5, 1, 100],
        [5, 1, 100],
      ]),
    );
    expect(
      equal.customers.map((one) => [one.recencyScore, one.frequencyScore, one.monetaryScore]),
    ).toEqual([
      [5, 1, 1],
      [5, 1, 1],
    ]);
    expect(equal.notes.map((note) => explain(note, VALUE_SENTENCES))).toEqual([
      "2 customers are fewer than 5 scores: scores tell little.",
      "All customers have the same score of recency, 5.",
      "All customers have the same score of frequency, 1.",
      "All customers have the same score of monetary, 1.",
    ]);
    expect(rfmScores([])).toEqual({
      customers: [],
      bins: 5,
      cuts: { recency: [], frequency: [], monetary: [] },
      cutSide: "below",
      notes: [{ code: "rfm-few-customers", params: { n: 0, bins: 5 } }],
    });
  });

  test("VAL-3: segments made for another number of scores are noted, those that fit are not", () => {
    const named = (bins: number) => rfmScores(ten, { bins, segments: DEFAULT_RFM_SEGMENTS });
    expect(named(5).notes).toEqual([]);
    expect(named(5).customers.at(-1)!.segment).toBe("Champions");
    const three = named(3);
    expect(three.customers.at(-1)!.segment).toBe("About To Sleep");
    expect(three.notes).toEqual(lintSegments(DEFAULT_RFM_SEGMENTS, { bins: 3 }).reasons);
    expect(three.notes.map((note) => explain(note, VALUE_SENTENCES))).toContain(
      "Champions claims scores above 3: nobody can be in it.",
    );
    const wide = named(10);
    expect(wide.customers.at(-1)).toHaveProperty("segment", undefined);
    expect(wide.notes.map((note) => explain(note, VALUE_SENTENCES))).toEqual([
      "875 cells belong to no segment, the first with recency 1, frequency 1, amount 6.",
    ]);
    // Cuts tell the number of scores as well, and what scores lack comes first.
    const cuts = { recency: [5], frequency: [5], monetary: [500] };
    const { notes } = rfmScores(customers([[9, 1, 1]]), {
      ...{ method: "custom", cuts, segments: DEFAULT_RFM_SEGMENTS },
    });
    expect(notes[0]).toEqual({ code: "rfm-few-customers", params: { n: 1, bins: 2 } });
    expect(notes.at(-1)).toMatchObject({ code: "segment-above-scores", params: { bins: 2 } });
    expect(rfmScores(ten, { bins: 3 }).notes).toEqual([]);
  });

  test("VAL-3: a rule that cannot be applied is refused", () => {
    const cuts = { recency: [1], frequency: [1], monetary: [1] };
    expect(() => rfmScores(ten, { bins: 1 })).toThrow(
      "Cannot score RFM: bins must be a whole number from 2 to 10, got 1",
    );
    expect(() => rfmScores(ten, { bins: 11 })).toThrow("got 11");
    expect(() => rfmScores(ten, { cuts })).toThrow("cuts belong to the method custom");
    expect(() => rfmScores(ten, { method: "custom" })).toThrow("cuts belong to the method custom");
    expect(() => rfmScores(ten, { method: "equal-width", cutSide: "plus-one" })).toThrow(
      "plus-one",
    );
    expect(() => rfmScores(ten, { method: "custom", cuts: { ...cuts, monetary: [1, 2] } })).toThrow(
      "2 scores need 1 cuts of monetary, got 2",
    );
    expect(() =>
      rfmScores(ten, {
        method: "custom",
        cuts: { recency: [1, 1], frequency: [1, 2], monetary: [1, 2] },
      }),
    ).toThrow("must be numbers that rise, got 1, 1");
    expect(() => rfmScores(customers([[NaN, 1, 1]]))).toThrow(
      "recencyDays of c0 must be a number within 2^53 - 1, got NaN",
    );
  });

  test("VAL-3: scores rise with the value, fall with silence, and are equal for equals, whatever the rule", () => {
    const value = fc.tuple(
      fc.nat(400),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -50, max: 900 }),
    );
    const rule = fc.record({
      bins: fc.integer({ min: 2, max: 10 }),
      method: fc.constantFrom("quantile" as const, "equal-width" as const),
      cutSide: fc.constantFrom("below" as const, "above" as const),
    });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), rule, (columns, options) => {
        const { customers: found } = rfmScores(customers(columns), options);
        for (const a of found) {
          for (const score of [a.recencyScore, a.frequencyScore, a.monetaryScore]) {
            expect(score >= 1 && score <= options.bins && Number.isInteger(score)).toBe(true);
          }
          for (const b of found) {
            if (a.recencyDays >= b.recencyDays)
              expect(a.recencyScore).toBeLessThanOrEqual(b.recencyScore);
            if (a.transactions >= b.transactions)
              expect(a.frequencyScore).toBeGreaterThanOrEqual(b.frequencyScore);
            if (a.amount >= b.amount)
              expect(a.monetaryScore).toBeGreaterThanOrEqual(b.monetaryScore);
          }
        }
      }),
    );
  });
});

describe("the grid of scores", () => {
  test("VAL-3: every cell is there, and counts, shares and amounts add up", () => {
    const value = fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 9 }), fc.nat(999));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 30 }),
        fc.integer({ min: 2, max: 6 }),
        (columns, bins) => {
          const grid = rfmGrid(rfmScores(customers(columns), { bins }));
          const sum = (of: (cell: (typeof grid.cells)[number]) => number): number =>
            grid.cells.reduce((total, cell) => total + of(cell), 0);
          expect(grid.cells.map((cell) => [cell.recencyScore, cell.frequencyScore])).toEqual(
            Array.from({ length: bins * bins }, (_, i) => [
              Math.floor(i / bins) + 1,
              (i % bins) + 1,
            ]),
          );
          expect(sum(({ count }) => count)).toBe(columns.length);
          expect(sum(({ share }) => share)).toBeCloseTo(columns.length === 0 ? 0 : 1, 12);
          expect(sum(({ amount }) => amount)).toBe(
            columns.reduce((total, [, , amount]) => total + amount, 0),
          );
          for (const { count, meanAmount, amount } of grid.cells) {
            expect(meanAmount).toEqual(count === 0 ? undefined : amount / count);
          }
        },
      ),
    );
  });
});
