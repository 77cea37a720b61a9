import { readFileSync } from "node:fs";
import fc from "fast-check";
import { addDays, aggregate, instant, plainDate, timeZone, wilsonInterval } from "goodwill/shared";
import {
  cohortRetention,
  cohortRetentionCombine,
  retentionByAge,
  type Cohort,
  type CohortRetentionOptions,
  type PurchaseRow,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";

const BASE = { zone: timeZone("UTC"), currency: "EUR" } as const;

function bought(customer: string, day: string, amount = 100): PurchaseRow {
  return { customer, date: plainDate(day), total: { amount, currency: "EUR" } };
}

function returned(customer: string, day: string, amount: number): PurchaseRow {
  return { ...bought(customer, day, -amount), returnOf: "p" };
}

function cohortsOf(
  rows: readonly PurchaseRow[],
  options: Partial<CohortRetentionOptions> = {},
): readonly Cohort[] {
  return cohortRetention(rows, { ...BASE, ...options }).cohorts;
}

const anyRow: fc.Arbitrary<PurchaseRow> = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 400 }), fc.nat({ max: 50 }), fc.boolean())
  .map(([customer, day, amount, isReturn]) => {
    const row = bought(`c${String(customer)}`, addDays(plainDate("2025-11-03"), day), amount);
    return isReturn && day % 3 === 0
      ? { ...row, total: { amount: 0 - amount, currency: "EUR" }, returnOf: "p" }
      : row;
  });

describe("cohort retention", () => {
  test("VAL-3: a customer belongs to the month of the first purchase and is active in each month with one", () => {
    const cohorts = cohortsOf([
      bought("b", "2026-03-09", 70),
      bought("a", "2026-01-31", 10),
      bought("a", "2026-03-01", 20),
      bought("a", "2026-03-30", 0),
      bought("c", "2026-01-01", 5),
    ]);
    expect(cohorts).toEqual([
      {
        cohort: "2026-01",
        size: 2,
        active: [2, 0, 1],
        retentionShare: [1, 0, 0.5],
        transactions: [2, 0, 2],
        amount: [15, 0, 20],
      },
      {
        cohort: "2026-03",
        size: 1,
        active: [1],
        retentionShare: [1],
        transactions: [1],
        amount: [70],
      },
    ]);
  });

  test("VAL-3: the zone decides on the month of a moment", () => {
    const at = instant("2026-01-31T23:30:00Z");
    const rows = [{ customer: "a", at, total: { amount: 1, currency: "EUR" } } as const];
    expect(cohortsOf(rows)[0]?.cohort).toBe("2026-01");
    expect(cohortsOf(rows, { zone: timeZone("Europe/Berlin") })[0]?.cohort).toBe("2026-02");
  });

  test("VAL-3: periods may be weeks from Monday, quarters or years", () => {
    const rows = [bought("a", "2025-12-31"), bought("a", "2026-01-04"), bought("a", "2026-04-01")];
    const of = (by: "week" | "quarter" | "year") =>
      cohortsOf(rows, { by }).map(({ cohort, active }) => [cohort, active.join(" ")]);
    // 1 April 2026 is a Wednesday, 13 weeks after the week of 29 December.
    expect(of("week")).toEqual([["2025-12-29", `1 ${"0 ".repeat(12)}1`]]);
    expect(of("quarter")).toEqual([["2025-Q4", "1 1 1"]]);
    expect(of("year")).toEqual([["2025", "1 1"]]);
    expect(cohortsOf([bought("a", "0033-02-01")])[0]?.cohort).toBe("0033-02");
  });

  test("VAL-3: returns are refused, left out, or lower the amount of their month; they are no activity", () => {
    const rows = [
      returned("a", "2026-01-02", 7),
      bought("a", "2026-01-05", 50),
      returned("a", "2026-02-05", 20),
      returned("b", "2026-02-01", 3),
    ];
    // A return in the month of the first purchase, though earlier, has a cell; one of a customer who never bought has none.
    const lowered = cohortRetention(rows, { ...BASE, returns: "lower-spend" });
    expect(lowered.cohorts).toMatchObject([
      { size: 1, active: [1, 0], transactions: [1, 0], amount: [43, -20] },
    ]);
    expect(lowered.unplacedReturns).toBe(3);
    const before = [returned("a", "2025-12-30", 7), bought("a", "2026-01-05", 50)];
    expect(cohortRetention(before, { ...BASE, returns: "lower-spend" })).toMatchObject({
      cohorts: [{ amount: [50] }],
      unplacedReturns: 7,
    });
    const left = cohortRetention(rows, { ...BASE, returns: "leave-out" });
    expect(left.cohorts).toMatchObject([{ size: 1, active: [1], amount: [50] }]);
    expect(left.unplacedReturns).toBe(0);
    expect(() => cohortsOf(rows)).toThrow(/what becomes of returns, got -7 of customer a/);
  });

  test("nothing is lost and the order of the rows does not matter", () => {
    const rows = fc.array(fc.tuple(anyRow, fc.nat()), { maxLength: 40 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const options = { ...BASE, returns: "lower-spend" } as const;
        const list = drawn.map(([row]) => row);
        const retention = cohortRetention(list, options);
        const shuffled = drawn.toSorted(([, a], [, b]) => a - b).map(([row]) => row);
        expect(cohortRetention(shuffled, options)).toEqual(retention);
        const sum = (read: (cohort: Cohort) => readonly number[]) =>
          retention.cohorts.flatMap(read).reduce((total, value) => total + value, 0);
        const purchases = list.filter(({ returnOf }) => returnOf === undefined);
        expect(sum(({ transactions }) => transactions)).toBe(purchases.length);
        expect(sum(({ amount }) => amount) - retention.unplacedReturns).toBe(
          list.reduce((total, { total: { amount } }) => total + amount, 0),
        );
        expect(sum(({ size }) => [size])).toBe(new Set(purchases.map((row) => row.customer)).size);
        for (const { size, active } of retention.cohorts) expect(active[0]).toBe(size);
      }),
    );
  });

  test("accumulators keep the laws of merging", () => {
    const options = { ...BASE, returns: "lower-spend" } as const;
    expectMergeLaws(cohortRetentionCombine(options), anyRow, {
      strangers: [
        cohortRetentionCombine({ ...options, by: "week" }).createAccumulator(),
        { ...cohortRetentionCombine(options).createAccumulator(), version: 9 },
      ],
    });
    expect(aggregate([], cohortRetentionCombine(BASE))).toEqual({
      ...{ cohorts: [], unplacedReturns: 0, by: "month", currency: "EUR" },
    });
  });

  test("rows and options that are none are refused", () => {
    const wrong = { ...bought("a", "2026-01-01"), total: { amount: 1, currency: "USD" } } as const;
    expect(() => cohortsOf([wrong])).toThrow(/amounts must be in EUR, got USD/);
    expect(() => cohortsOf([bought("a", "2026-01-01", 0.5)])).toThrow(/safe integer/);
    expect(() => cohortsOf([bought("a", "2026-01-01", -1)])).toThrow(/at least 0, got -1/);
    const up = { ...bought("a", "2026-01-01"), returnOf: "p" };
    expect(() => cohortsOf([up], { returns: "lower-spend" })).toThrow(/at most 0, got 100/);
    expect(() => cohortsOf([], { by: "decade" as "year" })).toThrow(/by must be week, month/);
    expect(() => cohortsOf([], { returns: "keep" as "refuse" })).toThrow(/returns must be refuse/);
    expect(() => cohortsOf([], { zone: "Mars/Base" as CohortRetentionOptions["zone"] })).toThrow(
      RangeError,
    );
    expect(() => cohortsOf([], { currency: "XXY" as "EUR" })).toThrow(RangeError);
  });
});

describe("retention by age", () => {
  test("VAL-3: each age counts the cohorts that have had so much time", () => {
    const rows = [
      ...["a", "b", "c", "d"].map((customer) => bought(customer, "2026-01-10")),
      bought("a", "2026-02-10"),
      bought("b", "2026-03-10"),
      ...["e", "f"].map((customer) => bought(customer, "2026-02-11")),
      bought("e", "2026-03-11"),
    ];
    const ages = retentionByAge(cohortRetention(rows, BASE), { level: 0.9 });
    expect(ages.map(({ active, customers }) => [active, customers])).toEqual([
      [6, 6],
      [2, 6],
      [1, 4],
    ]);
    expect(ages[2]).toEqual({
      ...{ offset: 2, active: 1, customers: 4, retentionShare: 0.25 },
      interval: wilsonInterval({ count: 1, n: 4 }, { level: 0.9 }),
    });
    expect(retentionByAge(cohortRetention([], BASE))).toEqual([]);
    expect(() => retentionByAge(cohortRetention([], BASE), { level: 2 })).toThrow(RangeError);
  });
});

interface ReferenceCohort {
  readonly size: number;
  readonly active: readonly number[];
  readonly revenue_cents: readonly number[];
  readonly transactions: readonly number[];
}

describe("cohort retention of a log of 69,659 purchases", () => {
  const log = sharedData("data/value/data/cdnow_master_transactions.csv");
  const reference = sharedData("data/value/ref/cohort_cdnow_master.json");
  test.skipIf(log === undefined || reference === undefined)(
    "VAL-3: active customers, revenue and transactions are those of the reference, exactly",
    () => {
      const { cohorts: expected } = JSON.parse(readFileSync(reference!, "utf8")) as {
        cohorts: Record<string, ReferenceCohort>;
      };
      const [, ...lines] = readFileSync(log!, "utf8").trim().split(/\r?\n/);
      const rows = lines.map((line): PurchaseRow => {
        const [customer, date, , amount] = line.split(",");
        const total = { amount: Math.round(100 * Number(amount)), currency: "USD" } as const;
        return { customer: customer!, date: plainDate(date!), total };
      });
      const { cohorts } = cohortRetention(rows, { ...BASE, currency: "USD" });
      expect(cohorts.map(({ cohort }) => cohort)).toEqual(Object.keys(expected));
      for (const { cohort, size, active, amount, transactions } of cohorts) {
        expect({ size, active, revenue_cents: amount, transactions }).toEqual(expected[cohort]);
      }
    },
  );
});
