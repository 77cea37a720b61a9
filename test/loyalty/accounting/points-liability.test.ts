import fc from "fast-check";
import { aggregate, instant, money, timeZone, type Instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import {
  estimateRedemption,
  estimateRedemptionCombine,
} from "../../../src/loyalty/accounting/estimate-redemption.js";
import type { ExpectedRedemption } from "../../../src/loyalty/accounting/expected-redemption.js";
import {
  pointsLiability,
  pointsLiabilityCombine,
} from "../../../src/loyalty/accounting/points-liability.js";
import type { VintageLot } from "../../../src/loyalty/accounting/vintage-lot.js";

const ZONE = timeZone("Asia/Shanghai");
const AS_OF = instant("2026-02-13T09:30:00Z");
const CENT = { points: 1, amount: 1, currency: "EUR" } as const;

function lot(earnedAt: string, rest: Partial<VintageLot> = {}): VintageLot {
  return {
    ...{ earnedAt: instant(earnedAt), original: 100, open: 100, reserved: 0, redeemed: 0 },
    ...{ clawedBack: 0, transferred: 0, settledDebt: 0, value: CENT },
    ...rest,
  };
}

const OPTIONS = {
  ...{ asOf: AS_OF, zone: ZONE, by: "month" as const },
  expected: { form: "fixed", share: 1 } as ExpectedRedemption,
};

const amounts = (lots: readonly VintageLot[], options: Partial<typeof OPTIONS> = {}) =>
  pointsLiability(lots, { ...OPTIONS, ...options }).vintages.map(
    ({ vintage, currency, outstanding, faceValue, breakage, liability }) => [
      ...[vintage, currency, outstanding],
      ...[faceValue.amount, breakage.amount, liability.amount],
    ],
  );

describe("the liability of points", () => {
  test("a vintage is the month, quarter or year of the day of earning in the programme's zone", () => {
    // 2025-12-31T17:00Z is already 2026-01-01 in Shanghai.
    const lots = [
      lot("2025-12-31T15:59:59Z"),
      lot("2025-12-31T17:00:00Z"),
      lot("2026-02-01T00:00Z"),
    ];
    const starts = (by: "month" | "quarter" | "year") =>
      pointsLiability(lots, { ...OPTIONS, by }).vintages.map(({ vintage }) => vintage);
    expect(starts("month")).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
    expect(starts("quarter")).toEqual(["2025-10-01", "2026-01-01"]);
    expect(starts("year")).toEqual(["2025-01-01", "2026-01-01"]);
  });

  test("an expired lot is no liability although nothing recorded it, to the moment", () => {
    const lots = [
      lot("2026-01-05T00:00:00Z", { expiresAt: AS_OF }),
      lot("2026-01-06T00:00:00Z", { expiresAt: instant("2026-02-13T09:30:00.001Z") }),
      lot("2026-01-07T00:00:00Z", { open: 30, reserved: 70, expiresAt: AS_OF }),
    ];
    expect(amounts(lots)).toEqual([["2026-01-01", "EUR", 170, 170, 0, 170]]);
  });

  test("lots earned later are not known yet", () => {
    expect(amounts([lot("2026-02-13T09:30:00.001Z")])).toEqual([]);
    expect(amounts([lot("2026-02-13T09:30:00Z")])).toHaveLength(1);
  });

  test("each lot counts at its recorded value, rounded once a vintage, and breakage is the rest", () => {
    const third = { points: 3, amount: 1, currency: "EUR" } as const;
    const lots = [1, 2, 3].map((day) =>
      lot(`2026-01-0${day}T12:00:00Z`, { original: 1, open: 1, value: third }),
    );
    expect(amounts(lots)).toEqual([["2026-01-01", "EUR", 3, 1, 0, 1]]);
    // E12: 100 points at 10 per 1.00 and 100 at 20 per 1.00 are worth 15.00.
    const [ten, twenty] = [10, 20].map((points) => ({
      points,
      amount: 100,
      currency: "EUR" as const,
    }));
    const revalued = [
      lot("2026-01-01T12:00:00Z", { value: ten! }),
      lot("2026-01-02T12:00:00Z", { value: twenty! }),
    ];
    const expected = { form: "fixed", share: 0.7 } as const;
    expect(amounts(revalued, { expected })).toEqual([["2026-01-01", "EUR", 200, 1500, 450, 1050]]);
  });

  test("currencies are never mixed, and sums are by currency", () => {
    const dollars = { points: 1, amount: 2, currency: "USD" } as const;
    const lots = [
      lot("2026-01-05T00:00:00Z", { value: dollars }),
      lot("2026-01-06T00:00:00Z"),
      lot("2025-11-06T00:00:00Z"),
    ];
    expect(pointsLiability(lots, OPTIONS).currencies).toEqual([
      {
        ...{ currency: "EUR", outstanding: 200, faceValue: money(200, "EUR") },
        ...{ breakage: money(0, "EUR"), liability: money(200, "EUR") },
      },
      {
        ...{ currency: "USD", outstanding: 100, faceValue: money(200, "USD") },
        ...{ breakage: money(0, "USD"), liability: money(200, "USD") },
      },
    ]);
  });

  test("points without a value are said, and in no sum", () => {
    const { value, ...nameless } = lot("2026-01-05T00:00:00Z");
    expect(value).toEqual(CENT);
    const liability = pointsLiability([nameless, lot("2026-01-06T00:00:00Z")], OPTIONS);
    expect(liability.unvalued).toEqual([{ vintage: "2026-01-01", outstanding: 100 }]);
    expect(liability.vintages.map(({ outstanding }) => outstanding)).toEqual([100]);
    const used = pointsLiability([{ ...nameless, open: 0, redeemed: 100 }], OPTIONS);
    expect(used.unvalued).toEqual([]);
  });

  test("by age: the share of the last step the vintage has reached, in calendar months", () => {
    const expected: ExpectedRedemption = {
      form: "by-age",
      steps: [
        { fromMonths: 0, share: 0.9 },
        { fromMonths: 2, share: 0.5 },
      ],
    };
    const lots = ["2025-12-31T00:00:00Z", "2026-01-15T00:00:00Z", "2026-02-01T00:00:00Z"];
    const { vintages } = pointsLiability(
      lots.map((at) => lot(at)),
      { ...OPTIONS, expected },
    );
    expect(vintages.map(({ expectedShare }) => expectedShare)).toEqual([0.5, 0.9, 0.9]);
  });

  test("of issued: what is redeemed already is no longer expected", () => {
    const expected = { form: "of-issued", share: 0.95 } as const;
    const share = (rest: Partial<VintageLot>) =>
      pointsLiability([lot("2026-01-05T00:00:00Z", rest)], { ...OPTIONS, expected }).vintages[0];
    // 10,000 issued, 4,500 redeemed, 9,500 expected in all: 5,000 of the 5,500 left.
    const some = share({ original: 10_000, open: 5_500, redeemed: 4_500 });
    expect(some?.liability.amount).toBe(5_000);
    expect(some?.expectedShare).toBeCloseTo(5_000 / 5_500, 12);
    // As many are redeemed as were ever expected.
    expect(share({ open: 4, redeemed: 96 })?.liability.amount).toBe(0);
    // Expired points are not expected; at most what is left is.
    expect(share({ open: 10, redeemed: 0 })?.expectedShare).toBe(1);
    // Points taken back were not issued for good: 95 % of 50 less 40 redeemed are 7.5 of 10.
    expect(share({ open: 10, redeemed: 40, clawedBack: 50 })?.expectedShare).toBe(0.75);
  });

  test("of issued: lots that are used up count for their vintage, those without a value do not", () => {
    const expected = { form: "of-issued", share: 0.5 } as const;
    const { value, ...nameless } = lot("2026-01-05T00:00:00Z", { open: 0, redeemed: 100 });
    const { vintages } = pointsLiability(
      [lot("2026-01-05T00:00:00Z"), { ...nameless, value: value! }, nameless],
      { ...OPTIONS, expected },
    );
    expect(
      vintages.map(({ issued, redeemed, expectedShare }) => [issued, redeemed, expectedShare]),
    ).toEqual([[200, 100, 0]]);
  });

  test.each([
    [{ form: "fixed", share: 1.01 }, "an expected share must lie between 0 and 1, got 1.01"],
    [{ form: "of-issued", share: Number.NaN }, "between 0 and 1, got NaN"],
    [{ form: "by-age", steps: [] }, "begin at 0 months and ascend, got []"],
    [{ form: "by-age", steps: [{ fromMonths: 1, share: 1 }] }, "got [1]"],
    [
      {
        form: "by-age",
        steps: [
          { fromMonths: 0, share: 1 },
          { fromMonths: 0, share: 0.5 },
        ],
      },
      "got [0,0]",
    ],
    [{ form: "by-age", steps: [{ fromMonths: 0, share: -1 }] }, "got -1"],
  ] as const)("refuses the expectation %o", (expected, message) => {
    expect(() => pointsLiability([], { ...OPTIONS, expected })).toThrow(message);
  });

  test("refuses a lot whose points are none, or more than it had", () => {
    const at = "2026-01-05T00:00:00Z";
    expect(() => pointsLiability([lot(at, { open: -1 })], OPTIONS)).toThrow(
      "Cannot tell the points liability: open of a lot must be an integer of at least 0, got -1",
    );
    expect(() => pointsLiability([lot(at, { redeemed: 1 })], OPTIONS)).toThrow(
      "the points of a lot must be at most its original 100, got 101",
    );
    const value = { points: 0, amount: 1, currency: "EUR" } as const;
    expect(() => pointsLiability([lot(at, { value })], OPTIONS)).toThrow(
      "points of a value must be an integer of at least 1, got 0",
    );
    const huge = lot(at, { original: Number.MAX_SAFE_INTEGER, open: Number.MAX_SAFE_INTEGER });
    expect(() => pointsLiability([huge, huge], OPTIONS)).toThrow("points must be a safe integer");
  });
});

const anyLot: fc.Arbitrary<VintageLot> = fc
  .record({
    day: fc.integer({ min: 0, max: 900 }),
    parts: fc.array(fc.nat({ max: 400 }), { minLength: 6, maxLength: 6 }),
    value: fc.constantFrom(
      undefined,
      CENT,
      { points: 3, amount: 2, currency: "EUR" } as const,
      { points: 7, amount: 11, currency: "USD" } as const,
    ),
    expires: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  })
  .map(({ day, parts, value, expires }) => {
    const [open = 0, reserved = 0, redeemed = 0, clawedBack = 0, transferred = 0, settledDebt = 0] =
      parts;
    const at = (days: number): Instant =>
      instant(new Date(Date.UTC(2024, 0, 1 + days)).toISOString());
    return {
      ...{ earnedAt: at(day), original: parts.reduce((sum, part) => sum + part, 0) },
      ...{ open, reserved, redeemed, clawedBack, transferred, settledDebt },
      ...(value !== undefined && { value }),
      ...(expires !== undefined && { expiresAt: at(expires) }),
    };
  });

const anyExpected: fc.Arbitrary<ExpectedRedemption> = fc.oneof(
  fc.record({
    form: fc.constant("fixed" as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    form: fc.constant("of-issued" as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe("the liability as an aggregation", () => {
  test("any split of the lots, merged in any order, gives the same amounts", () => {
    fc.assert(
      fc.property(fc.array(anyLot), fc.nat({ max: 20 }), anyExpected, (lots, at, expected) => {
        const combine = pointsLiabilityCombine({ ...OPTIONS, expected });
        const part = (rows: readonly VintageLot[]) =>
          rows.reduce((sums, row) => combine.addInput(sums, row), combine.createAccumulator());
        const [a, b] = [part(lots.slice(0, at)), part(lots.slice(at))];
        const stored = JSON.parse(JSON.stringify(b)) as typeof b;
        const whole = aggregate(lots, combine);
        expect(combine.extractOutput(combine.mergeAccumulators(a, stored))).toEqual(whole);
        expect(combine.extractOutput(combine.mergeAccumulators(stored, a))).toEqual(whole);
        expect(pointsLiability(lots.toReversed(), { ...OPTIONS, expected })).toEqual(whole);
      }),
    );
  });

  test("liability and breakage are never negative and sum to the face value", () => {
    fc.assert(
      fc.property(fc.array(anyLot), anyExpected, (lots, expected) => {
        const { vintages, currencies } = pointsLiability(lots, { ...OPTIONS, expected });
        for (const { liability, breakage, faceValue } of [...vintages, ...currencies]) {
          expect(liability.amount + breakage.amount).toBe(faceValue.amount);
          expect(liability.amount).toBeGreaterThanOrEqual(0);
          expect(breakage.amount).toBeGreaterThanOrEqual(0);
        }
        for (const { currency, liability } of currencies) {
          const own = vintages.filter((one) => one.currency === currency);
          expect(own.reduce((sum, one) => sum + one.liability.amount, 0)).toBe(liability.amount);
        }
      }),
    );
  });

  test("sums of another moment or expectation are not merged", () => {
    const combine = pointsLiabilityCombine(OPTIONS);
    const other = pointsLiabilityCombine({ ...OPTIONS, by: "year" });
    expect(() =>
      combine.mergeAccumulators(combine.createAccumulator(), other.createAccumulator()),
    ).toThrow(TypeError);
  });

  test("merging changes neither", () => {
    const combine = pointsLiabilityCombine(OPTIONS);
    const a = combine.addInput(combine.createAccumulator(), lot("2026-01-05T00:00:00Z"));
    const before = JSON.stringify(a);
    combine.mergeAccumulators(a, a);
    expect(JSON.stringify(a)).toBe(before);
  });
});

describe("the share that is redeemed, by history", () => {
  const BY_YEAR = { asOf: AS_OF, zone: ZONE, by: "year" as const };

  const used = (year: number, redeemed: number, rest: Partial<VintageLot> = {}): VintageLot =>
    lot(`${year}-05-01T00:00:00Z`, { open: 0, redeemed, ...rest });

  test("mature vintages together tell it, with Wilson's interval over lots", () => {
    const lots = [
      ...Array.from({ length: 45 }, () => used(2023, 100)),
      ...Array.from({ length: 15 }, () => used(2024, 0)),
    ];
    const { mature, vintages } = estimateRedemption(lots, BY_YEAR);
    expect(mature?.share).toBe(0.75);
    expect(mature?.effectiveLots).toBeCloseTo(60, 10);
    // Wilson's interval of 45 of 60 (goodwill/shared has it from Newcombe 1998): 0.6277 to 0.8422.
    expect(mature?.interval.lower).toBeCloseTo(0.6277, 4);
    expect(mature?.interval.upper).toBeCloseTo(0.8422, 4);
    expect(vintages.map(({ vintage, share }) => [vintage, share])).toEqual([
      ["2023-01-01", 1],
      ["2024-01-01", 0],
    ]);
  });

  test("a vintage that still runs, or of which points are outstanding, is not mature", () => {
    const lots = [
      used(2024, 60),
      used(2025, 40, { open: 10 }),
      used(2026, 100, { earnedAt: instant("2026-01-05T00:00:00Z") }),
      used(2023, 50, { open: 50, expiresAt: instant("2024-01-01T00:00:00Z") }),
    ];
    const { mature, vintages } = estimateRedemption(lots, BY_YEAR);
    expect(vintages.map(({ isMature, outstanding }) => [isMature, outstanding])).toEqual([
      [true, 0],
      [true, 0],
      [false, 10],
      [false, 0],
    ]);
    expect(mature).toMatchObject({ issued: 200, redeemed: 110, share: 0.55 });
    const lenient = estimateRedemption(lots, { ...BY_YEAR, outstandingShare: 0.1 });
    expect(lenient.mature).toMatchObject({ issued: 300, redeemed: 150 });
  });

  test("points taken back, passed on or used for a debt were not issued for good", () => {
    const lots = [used(2024, 30, { clawedBack: 20, transferred: 10, settledDebt: 10 })];
    expect(estimateRedemption(lots, BY_YEAR).mature).toMatchObject({ issued: 60, share: 0.5 });
    const none = [used(2024, 0, { clawedBack: 100 })];
    expect(estimateRedemption(none, BY_YEAR)).toEqual({ vintages: [] });
  });

  test("one large lot weighs more than many small ones, and tells no more than one", () => {
    const lots = [
      used(2024, 1_000_000, { original: 1_000_000 }),
      ...Array.from({ length: 50 }, () => used(2024, 0)),
    ];
    const { mature } = estimateRedemption(lots, BY_YEAR);
    expect(mature?.effectiveLots).toBeCloseTo(1.01, 2);
    expect(mature!.interval.lower).toBeLessThan(0.21);
  });

  test("without a mature vintage there is no share", () => {
    expect("mature" in estimateRedemption([lot("2026-01-05T00:00:00Z")], BY_YEAR)).toBe(false);
    expect(estimateRedemption([], BY_YEAR)).toEqual({ vintages: [] });
  });

  test("any split of the lots gives the same", () => {
    fc.assert(
      fc.property(fc.array(anyLot), fc.nat({ max: 20 }), (lots, at) => {
        const combine = estimateRedemptionCombine(BY_YEAR);
        const part = (rows: readonly VintageLot[]) =>
          rows.reduce((sums, row) => combine.addInput(sums, row), combine.createAccumulator());
        const merged = combine.mergeAccumulators(part(lots.slice(at)), part(lots.slice(0, at)));
        expect(combine.extractOutput(merged)).toEqual(aggregate(lots, combine));
      }),
    );
  });

  test("refuses shares and levels out of their range, and histories of another configuration", () => {
    expect(() => estimateRedemption([], { ...BY_YEAR, outstandingShare: 1.1 })).toThrow(
      "Cannot estimate redemption: outstandingShare must lie between 0 and 1, got 1.1",
    );
    expect(() => estimateRedemption([], { ...BY_YEAR, level: 1 })).toThrow(
      "Cannot estimate redemption: a confidence level must lie between 0 and 1, got 1",
    );
    const [a, b] = [BY_YEAR, OPTIONS].map((options) =>
      estimateRedemptionCombine(options).createAccumulator(),
    );
    expect(() => estimateRedemptionCombine(BY_YEAR).mergeAccumulators(a!, b!)).toThrow(TypeError);
  });
});
