import fc from "fast-check";
import { addDays, aggregate, instant, plainDate, startOfDay, timeZone } from "goodwill/shared";
import {
  purchaseSummaries,
  purchaseSummaryCombine,
  type PurchaseColumns,
  type PurchaseRow,
  type PurchaseSummaryOptions,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { plainSummaries } from "./plain-summaries.js";

const UTC = timeZone("UTC");
const MONDAY = plainDate("2024-01-01");
const BASE = { zone: UTC, currency: "EUR", observedUntil: plainDate("2024-03-31") } as const;

function bought(day: number, amount: number, customer = "c"): PurchaseRow {
  return { customer, date: addDays(MONDAY, day), total: { amount, currency: "EUR" } };
}

function returned(day: number, amount: number, customer = "c"): PurchaseRow {
  return { ...bought(day, -amount, customer), returnOf: "p" };
}

function only(rows: readonly PurchaseRow[], options: Partial<PurchaseSummaryOptions> = {}) {
  const { customers, unmatchedReturns } = purchaseSummaries(rows, { ...BASE, ...options });
  expect(customers).toHaveLength(1);
  return {
    ...customers[0]!,
    unmatched: unmatchedReturns.map(({ date, amount }) => [date, amount.amount]),
  };
}

describe("purchase summaries", () => {
  test("VAL-3: the first purchase makes a customer; repeat purchases, their spend and time are counted from it", () => {
    // Days 0, 10 and 24; observed to 31 March, day 90.
    const summary = only([bought(10, 500), bought(0, 900), bought(24, 700)]);
    expect(summary).toEqual({
      ...{ customer: "c", frequency: 2, recency: 24 / 7, age: 90 / 7, spend: 1200, meanSpend: 600 },
      ...{
        currency: "EUR",
        first: "2024-01-01",
        last: "2024-01-25",
        transactions: 3,
        unmatched: [],
      },
    });
  });

  test("VAL-3: rows of one day are one purchase, and those of the first day are all the first", () => {
    const rows = [bought(0, 100), bought(0, 200), bought(7, 30), bought(7, 50)];
    const { frequency, spend, meanSpend, transactions } = only(rows);
    expect([frequency, spend, meanSpend, transactions]).toEqual([1, 80, 80, 4]);
  });

  test("VAL-3: a customer of one purchase has frequency 0, recency 0 and no mean spend", () => {
    const summary = only([bought(83, 100)]);
    expect([summary.frequency, summary.recency, summary.age, summary.spend]).toEqual([0, 0, 1, 0]);
    expect("meanSpend" in summary).toBe(false);
    expect("holdout" in summary).toBe(false);
  });

  test("VAL-3: a purchase that costs nothing is a purchase", () => {
    const { frequency, meanSpend } = only([bought(0, 0), bought(7, 0), bought(9, 30)]);
    expect([frequency, meanSpend]).toEqual([2, 15]);
  });

  test("VAL-3: the day of a moment is that of the declared zone", () => {
    // 23:30 and 00:30 UTC are one day in New York, two in London.
    const row = { customer: "c", total: { amount: 100, currency: "EUR" } } as const;
    const rows = ["2024-01-09T23:30:00Z", "2024-01-10T00:30:00Z"].map((text) => ({
      ...row,
      at: instant(text),
    }));
    expect(only(rows, { zone: timeZone("Europe/London") }).frequency).toBe(1);
    expect(only(rows, { zone: timeZone("America/New_York") })).toMatchObject({
      ...{ frequency: 0, first: "2024-01-09", last: "2024-01-09", transactions: 2 },
    });
  });

  test("VAL-3: the last day observed counts to its last moment in the zone, the next day does not", () => {
    const zone = timeZone("America/New_York");
    const row = { customer: "c", total: { amount: 100, currency: "EUR" } } as const;
    const rows = ["2024-01-02T12:00:00Z", "2024-04-01T03:59:59.999Z", "2024-04-01T04:00:00Z"].map(
      (text) => ({ ...row, at: instant(text) }),
    );
    expect(only(rows, { zone })).toMatchObject({
      frequency: 1,
      last: "2024-03-31",
      transactions: 2,
    });
  });

  test("VAL-3: half weeks run from Monday to Wednesday and from Thursday to Sunday", () => {
    const halves = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (day) =>
        only([bought(-7, 1), bought(day, 1)], { mergeWithin: "half-week", unit: "half-week" })
          .recency,
    );
    expect(halves).toEqual([2, 2, 2, 3, 3, 3, 3, 4]);
    // Before 1970 as after it: 1969-12-29 was a Monday.
    const early = ["1969-12-28", "1969-12-29", "1969-12-31", "1970-01-01"].map((day) => ({
      ...{ customer: day, date: plainDate(day), total: { amount: 1, currency: "EUR" } as const },
    }));
    const { customers } = purchaseSummaries(early, {
      ...BASE,
      ...{ observedUntil: plainDate("1970-01-04"), mergeWithin: "half-week", unit: "half-week" },
    });
    expect(customers.map(({ age }) => age)).toEqual([2, 1, 1, 0]);
  });

  test("VAL-3: weeks run from Monday to Sunday; first and last stay the days on which was bought", () => {
    const rows = [bought(2, 10), bought(5, 20), bought(6, 30), bought(7, 40), bought(13, 50)];
    expect(only(rows, { mergeWithin: "week" })).toMatchObject({
      ...{ frequency: 1, recency: 1, age: 12, spend: 90, transactions: 5 },
      ...{ first: "2024-01-03", last: "2024-01-14" },
    });
  });

  test("VAL-3: units convert: a week is two half weeks or seven days", () => {
    const rows = [bought(0, 10), bought(21, 10)];
    const times = (["day", "half-week", "week"] as const).map(
      (unit) => only(rows, { unit }).recency,
    );
    expect(times).toEqual([21, 6, 3]);
    expect(only(rows, { mergeWithin: "week", unit: "day" }).recency).toBe(21);
    expect(only(rows, { mergeWithin: "half-week", unit: "week" }).recency).toBe(3);
  });

  test("VAL-3: the first purchase counts where that is asked for", () => {
    const rows = [bought(0, 100), bought(7, 30)];
    expect(only(rows, { firstPurchase: "included" })).toMatchObject({
      ...{ frequency: 2, spend: 130, meanSpend: 65, recency: 1 },
    });
  });

  test("VAL-3: what lies after the last day observed counts in the holdout, or not at all", () => {
    const rows = [
      bought(0, 100),
      bought(90, 20),
      bought(91, 300),
      bought(91, 50),
      bought(104, 7),
      bought(105, 8),
    ];
    expect(only(rows).frequency).toBe(1);
    expect("holdout" in only(rows)).toBe(false);
    expect(only(rows, { holdoutUntil: addDays(MONDAY, 104) })).toMatchObject({
      ...{ frequency: 1, last: "2024-03-31", transactions: 2 },
      holdout: { frequency: 2, spend: 357, length: 2 },
    });
  });

  test("VAL-3: a week that the last day observed cuts counts on either side", () => {
    const rows = [bought(0, 100), bought(89, 20), bought(90, 30), bought(91, 40)];
    const observedUntil = addDays(MONDAY, 89);
    const cut = only(rows, {
      observedUntil,
      holdoutUntil: addDays(MONDAY, 97),
      mergeWithin: "week",
    });
    expect([cut.spend, cut.holdout]).toEqual([20, { frequency: 2, spend: 70, length: 1 }]);
  });

  test("VAL-3: whoever bought first after the last day observed is no customer yet", () => {
    const rows = [bought(0, 100, "a"), bought(95, 100, "b")];
    const holdoutUntil = addDays(MONDAY, 100);
    const { customers } = purchaseSummaries(rows, { ...BASE, holdoutUntil });
    expect(customers.map(({ customer }) => customer)).toEqual(["a"]);
  });

  test("VAL-3: customers come in the order of their ids, however they are called", () => {
    const ids = ["b", "__proto__", "a", "constructor", "10", "9", "é", "B"];
    const rows = ids.map((id, day) => bought(day, 100, id));
    const { customers } = purchaseSummaries(rows, BASE);
    expect(customers.map(({ customer }) => customer)).toEqual(ids.toSorted());
  });
});

describe("returns in purchase summaries", () => {
  const rows = [bought(0, 100), bought(7, 50), bought(14, 80), returned(15, 90)];

  test("VAL-3: are refused unless something else is said", () => {
    expect(() => purchaseSummaries(rows, BASE)).toThrow(
      new RangeError("Cannot summarise purchases: there must be no return, got -90 of customer c"),
    );
  });

  test("VAL-3: left out, they change nothing", () => {
    expect(only(rows, { returns: "leave-out" })).toEqual({
      ...only(rows.slice(0, 3)),
      unmatched: [],
    });
  });

  test("VAL-3: lower the latest purchase first, then the one before; undo counts no purchase of which nothing is left", () => {
    // 90 back: 80 of day 14, 10 of day 7.
    const { frequency, spend, recency } = only(rows, { returns: "lower-spend" });
    expect([frequency, spend, recency]).toEqual([2, 40, 2]);
    const undone = only(rows, { returns: "undo" });
    expect([undone.frequency, undone.spend, undone.recency, undone.transactions]).toEqual([
      1, 40, 1, 2,
    ]);
    expect(undone.last).toBe("2024-01-08");
  });

  test("VAL-3: never touch a purchase after them", () => {
    const early = [bought(0, 100), returned(5, 30), bought(7, 50)];
    expect(only(early, { returns: "lower-spend" })).toMatchObject({ spend: 50, unmatched: [] });
    const included = only(early, { returns: "lower-spend", firstPurchase: "included" });
    expect(included.spend).toBe(120);
  });

  test("VAL-3: a return of the first purchase in full makes the next one the first", () => {
    const summary = only([bought(0, 100), returned(2, 100), bought(7, 50), bought(21, 60)], {
      returns: "undo",
    });
    expect(summary).toMatchObject({ first: "2024-01-08", frequency: 1, recency: 2, spend: 60 });
  });

  test("VAL-3: who gave back everything is no customer, and what exceeds it is reported", () => {
    const all = [bought(0, 100), returned(2, 100), returned(3, 40), returned(3, 2)];
    expect(purchaseSummaries(all, { ...BASE, returns: "undo" })).toEqual({
      customers: [],
      unmatchedReturns: [
        { customer: "c", date: "2024-01-04", amount: { amount: 42, currency: "EUR" } },
      ],
    });
  });

  test("VAL-3: a purchase that cost nothing is not undone by a return that reaches it", () => {
    const summary = only([bought(0, 100), bought(7, 0), returned(8, 30)], { returns: "undo" });
    expect([summary.frequency, summary.recency]).toEqual([1, 1]);
  });

  test("VAL-3: in the holdout they lower what was bought there; what was known before stays", () => {
    const late = [bought(0, 100), bought(7, 50), bought(92, 30), returned(93, 60)];
    const summary = only(late, { returns: "undo", holdoutUntil: addDays(MONDAY, 97) });
    expect([summary.frequency, summary.spend, summary.unmatched]).toEqual([1, 50, []]);
    expect(summary.holdout).toEqual({ frequency: 0, spend: 0, length: 1 });
    const first = [bought(0, 100), bought(7, 50), returned(93, 150)];
    const kept = only(first, { returns: "undo", holdoutUntil: addDays(MONDAY, 97) });
    expect([kept.frequency, kept.spend, kept.first]).toEqual([1, 50, "2024-01-01"]);
  });
});

const options: fc.Arbitrary<PurchaseSummaryOptions> = fc
  .record({
    until: fc.integer({ min: 10, max: 25 }),
    holdoutDays: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    mergeWithin: fc.constantFrom("day", "half-week", "week"),
    unit: fc.constantFrom("day", "half-week", "week"),
    firstPurchase: fc.constantFrom("excluded", "included"),
    returns: fc.constantFrom("leave-out", "lower-spend", "undo"),
    zone: fc.constantFrom(UTC, timeZone("America/Sao_Paulo"), timeZone("Asia/Shanghai")),
  } as const)
  .map(({ until, holdoutDays, ...others }) => ({
    ...{ ...others, currency: "EUR", observedUntil: addDays(MONDAY, until) },
    ...(holdoutDays !== undefined && { holdoutUntil: addDays(MONDAY, until + holdoutDays) }),
  }));

const anyRow: fc.Arbitrary<PurchaseRow> = fc
  .record({
    customer: fc.constantFrom("a", "b", "c"),
    day: fc.integer({ min: -3, max: 50 }),
    minute: fc.option(fc.nat({ max: 1439 }), { nil: undefined }),
    amount: fc.nat({ max: 5 }),
    isReturn: fc.boolean(),
  })
  .map(({ customer, day, minute, amount, isReturn }) => {
    const { date, ...row } = (isReturn ? returned : bought)(
      day,
      amount,
      customer,
    ) as PurchaseRow & {
      readonly date: ReturnType<typeof plainDate>;
    };
    if (minute === undefined) return { ...row, date };
    const at = Date.parse(startOfDay(date, UTC)) + minute * 60_000;
    return { ...row, at: instant(new Date(at).toISOString()) };
  });

describe("purchaseSummaryCombine", () => {
  test("VAL-3: gives what the rules give when followed slowly, whatever the rows and options", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), options, (rows, chosen) => {
        expect(purchaseSummaries(rows, chosen)).toEqual(plainSummaries(rows, chosen));
      }),
      { numRuns: 500 },
    );
  });

  test("VAL-3: the order of the rows does not matter", () => {
    const shuffled = fc
      .array(anyRow, { maxLength: 40 })
      .chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      );
    fc.assert(
      fc.property(shuffled, options, ([rows, other], chosen) => {
        expect(purchaseSummaries(other, chosen)).toEqual(purchaseSummaries(rows, chosen));
      }),
    );
  });

  test("VAL-3: columns give what rows give, mixed with rows and in blocks", () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 30 }),
        fc.array(anyRow, { maxLength: 10 }),
        options,
        (first, second, chosen) => {
          const rows = first.map(({ customer, total, ...row }) => {
            const date = "date" in row ? row.date : plainDate(row.at.slice(0, 10));
            const back = row.returnOf === undefined ? {} : { returnOf: row.returnOf };
            return { customer, total, date, ...back };
          });
          const cut = Math.floor(rows.length / 2);
          const blocks = [rows.slice(0, cut), rows.slice(cut)].map(columnsOf);
          expect(purchaseSummaries([blocks[0]!, ...second, blocks[1]!], chosen)).toEqual(
            purchaseSummaries([...rows, ...second], chosen),
          );
        },
      ),
    );
  });

  test("VAL-3: merges in any order and grouping to the last digit, and survives JSON", () => {
    const chosen = { ...BASE, observedUntil: addDays(MONDAY, 20) } as const;
    for (const returns of ["lower-spend", "undo"] as const) {
      for (const mergeWithin of ["day", "half-week"] as const) {
        const all = { ...chosen, returns, mergeWithin, holdoutUntil: addDays(MONDAY, 40) };
        const stranger = purchaseSummaryCombine({ ...all, unit: "day" }).createAccumulator();
        const older = { ...purchaseSummaryCombine(all).createAccumulator(), version: 0 };
        expectMergeLaws(purchaseSummaryCombine(all), anyRow, { strangers: [stranger, older] });
      }
    }
  });

  test("VAL-3: two aggregations may take turns on one accumulator", () => {
    const [one, other] = [purchaseSummaryCombine(BASE), purchaseSummaryCombine(BASE)];
    const accumulator = one.createAccumulator();
    const rows = [bought(0, 1, "a"), bought(3, 2, "b"), bought(5, 4, "b"), bought(5, 8, "a")];
    rows.forEach((row, i) => (i % 2 === 0 ? one : other).addInput(accumulator, row));
    rows.forEach((row, i) => (i % 2 === 1 ? one : other).addInput(accumulator, row));
    expect(one.extractOutput(accumulator)).toEqual(purchaseSummaries([...rows, ...rows], BASE));
  });

  test("VAL-3: an accumulator of other options takes no rows", () => {
    const stored = purchaseSummaryCombine(BASE).createAccumulator();
    const other = purchaseSummaryCombine({ ...BASE, mergeWithin: "week" });
    expect(() => other.addInput(stored, bought(0, 1))).toThrow(TypeError);
  });

  test("VAL-3: many customers and days are found again in a grown table", () => {
    const rows = Array.from({ length: 6000 }, (_, i) =>
      bought((i * 7919) % 80, i % 97, `c-${String((i * 104_729) % 500)}`),
    );
    expect(purchaseSummaries(rows, BASE)).toEqual(plainSummaries(rows, BASE));
  });
});

describe("what cannot be summarised", () => {
  const cannot = (why: string): RangeError => new RangeError(`Cannot summarise purchases: ${why}`);
  const lowering = { ...BASE, returns: "lower-spend" } as const;

  test.each<[string, PurchaseRow, string]>([
    [
      "a fraction",
      bought(0, 1.5),
      "an amount must be a safe integer of minor units, got 1.5 of customer c",
    ],
    [
      "no number",
      bought(0, NaN),
      "an amount must be a safe integer of minor units, got NaN of customer c",
    ],
    ["a debt", bought(0, -1), "the amount of a purchase must be at least 0, got -1 of customer c"],
    [
      "a paid return",
      returned(0, -1),
      "the amount of a return must be at most 0, got 1 of customer c",
    ],
    [
      "another currency",
      { ...bought(0, 1), total: { amount: 1, currency: "USD" } },
      "amounts must be in EUR, got USD",
    ],
  ])("%s", (_, row, why) => {
    expect(() => purchaseSummaries([row], lowering)).toThrow(cannot(why));
  });

  test("a day that does not exist", () => {
    const row = { ...bought(0, 1), date: "2024-02-30" as ReturnType<typeof plainDate> };
    expect(() => purchaseSummaries([row], BASE)).toThrow(RangeError);
  });

  test("sums beyond the safe integers: of a day, and of a customer", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const day = [bought(0, most), bought(0, 1)];
    const customer = [bought(0, 5), bought(1, most), bought(2, 1)];
    for (const rows of [day, customer]) {
      expect(() => purchaseSummaries(rows, BASE)).toThrow(/a sum must be a safe integer/);
    }
    expect(only([bought(0, most), bought(0, 0)]).spend).toBe(0);
  });

  test.each<[Partial<Record<keyof PurchaseSummaryOptions, unknown>>, RegExp]>([
    [{ mergeWithin: "month" }, /mergeWithin must be day or half-week or week, got "month"/],
    [{ unit: "year" }, /unit must be/],
    [{ returns: "ignore" }, /returns must be/],
    [{ firstPurchase: "yes" }, /firstPurchase must be/],
    [{ zone: "Mars/Base" }, /zone must be a time zone/],
    [{ currency: "XXY" }, /currency/i],
    [{ observedUntil: "2024-02-30" }, /date/],
    [{ holdoutUntil: "2024-03-31" }, /holdoutUntil must be later than 2024-03-31, got 2024-03-31/],
  ])("options %j", (wrong, message) => {
    const chosen = { ...BASE, ...wrong } as PurchaseSummaryOptions;
    expect(() => purchaseSummaryCombine(chosen)).toThrow(RangeError);
    expect(() => purchaseSummaryCombine(chosen)).toThrow(message);
  });

  test("columns of different lengths, unknown customers, days beyond the calendar", () => {
    const columns = columnsOf([bought(0, 1)]);
    const wrong: [Partial<PurchaseColumns>, string][] = [
      [{ day: new Int32Array(2) }, "columns must be of one length, got 1 and 2"],
      [{ amount: new Int32Array(0) }, "columns must be of one length, got 1 and 0"],
      [{ isReturn: new Uint8Array(3) }, "columns must be of one length, got 1 and 3"],
      [{ customer: new Uint8Array([7]) }, "a customer must be a position in a list of 1, got 7"],
      [
        { day: new Int32Array([2 ** 30]) },
        "a day must lie in the years 0000 to 9999, got 1073741824 of customer c",
      ],
      [{ currency: "JPY" }, "amounts must be in EUR, got JPY"],
      [
        { amount: new Float64Array([0.5]) },
        "an amount must be a safe integer of minor units, got 0.5 of customer c",
      ],
    ];
    for (const [change, why] of wrong) {
      expect(() => purchaseSummaries([{ ...columns, ...change }], BASE)).toThrow(cannot(why));
    }
  });
});

describe("the aggregation of rows", () => {
  test("takes the purchases of room customer as they are", () => {
    const total = { amount: 1200, currency: "EUR" } as const;
    const lines = [{ product: "tea", quantity: 2, amount: total }];
    const row = { id: "A-1", customer: "c", at: instant("2024-01-01T10:00:00Z"), lines, total };
    expect(aggregate([row], purchaseSummaryCombine(BASE)).customers[0]?.transactions).toBe(1);
  });
});

function columnsOf(rows: readonly PurchaseRow[]): PurchaseColumns {
  const customers = [...new Set(rows.map(({ customer }) => customer))];
  return {
    customers,
    customer: Uint16Array.from(rows, ({ customer }) => customers.indexOf(customer)),
    day: Int32Array.from(rows, (row) => ("date" in row ? Date.parse(row.date) / 86_400_000 : 0)),
    amount: Float64Array.from(rows, ({ total }) => total.amount),
    currency: "EUR",
    isReturn: Uint8Array.from(rows, ({ returnOf }) => (returnOf === undefined ? 0 : 1)),
  };
}
