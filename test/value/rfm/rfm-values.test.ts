import { aggregate, instant, money, plainDate, timeZone } from "goodwill/shared";
import {
  rfmValues,
  rfmValuesCombine,
  type PurchaseColumns,
  type RfmAccumulator,
  type RfmValuesOptions,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const options: RfmValuesOptions = {
  asOf: plainDate("2026-03-01"),
  zone: timeZone("Asia/Shanghai"),
  currency: "EUR",
  returns: "lower-spend",
};

const DAY_0 = 20_454; // 2026-01-01

function row(customer: string, date: string, amount: number) {
  return { customer, date: plainDate(date), total: money(amount, "EUR") };
}

describe("values of customers", () => {
  test("VAL-3: last day, number of purchases and amount by customer, in the order of ids", () => {
    const { values, returnsOnly, later } = rfmValues(
      [
        row("b", "2026-02-01", 100),
        row("a", "2026-03-01", 5),
        row("b", "2026-01-15", 250),
        row("b", "2026-02-01", 1),
        row("c", "2026-03-02", 9),
      ],
      options,
    );
    expect(values).toEqual([
      { customer: "a", recencyDays: 0, transactions: 1, amount: 5 },
      { customer: "b", recencyDays: 28, transactions: 3, amount: 351 },
    ]);
    expect([returnsOnly, later]).toEqual([[], 1]);
  });

  test("VAL-3: a moment belongs to the day it is in the declared zone", () => {
    const at = instant("2026-02-27T16:00:00Z");
    const rows = [{ customer: "a", at, total: money(1, "EUR") }];
    expect(rfmValues(rows, options).values[0]?.recencyDays).toBe(1);
    const west = { ...options, zone: timeZone("America/New_York") };
    expect(rfmValues(rows, west).values[0]?.recencyDays).toBe(2);
  });

  test("VAL-3: returns lower the amount, are no transaction and make nobody more recent; or are left out, or refused", () => {
    const rows = [
      row("a", "2026-02-01", 100),
      { ...row("a", "2026-02-20", -30), returnOf: "1" },
      { ...row("b", "2026-02-20", -40), returnOf: "2" },
    ];
    expect(rfmValues(rows, options)).toEqual({
      values: [{ customer: "a", recencyDays: 28, transactions: 1, amount: 70 }],
      returnsOnly: [{ customer: "b", amount: -40 }],
      later: 0,
    });
    expect(rfmValues(rows, { ...options, returns: "leave-out" })).toEqual({
      values: [{ customer: "a", recencyDays: 28, transactions: 1, amount: 100 }],
      returnsOnly: [],
      later: 0,
    });
    expect(() => rfmValues(rows, { ...options, returns: "refuse" })).toThrow(
      "there must be no return, got -30 EUR of customer a",
    );
  });

  test("VAL-3: rows that are none are refused with what was found", () => {
    const add = (given: object) => () =>
      rfmValues([{ ...row("a", "2026-02-01", 1), ...given }], options);
    expect(add({ total: money(1, "USD") })).toThrow(
      "amounts must be in EUR, got 1 USD of customer a",
    );
    expect(add({ total: { amount: -1, currency: "EUR" } })).toThrow(
      "a purchase must be at least 0, got -1",
    );
    expect(add({ total: { amount: 0.5, currency: "EUR" } })).toThrow(
      "safe integer of minor units, got 0.5",
    );
    expect(add({ total: { amount: NaN, currency: "EUR" } })).toThrow("got NaN");
    expect(add({ returnOf: "x" })).toThrow("a return must be at most 0, got 1");
    expect(add({ date: "2026-02-30" })).toThrow("2026-02-30");
    expect(() =>
      rfmValues([row("a", "2026-02-01", 2 ** 53 - 1), row("a", "2026-02-01", 1)], options),
    ).toThrow("a sum must be a safe integer");
    expect(() => rfmValuesCombine({ ...options, returns: "keep" as never })).toThrow("got keep");
    expect(() => rfmValuesCombine({ ...options, currency: "XXY" as never })).toThrow(RangeError);
    expect(() => rfmValuesCombine({ ...options, zone: "Mars" as never })).toThrow(RangeError);
  });

  test("VAL-3: columns that do not fit are refused", () => {
    const block: PurchaseColumns = {
      customers: ["a"],
      customer: Uint8Array.of(0),
      day: Int32Array.of(DAY_0),
      amount: Int32Array.of(1),
      currency: "EUR",
    };
    expect(rfmValues([block], options).values).toEqual([
      { customer: "a", recencyDays: 59, transactions: 1, amount: 1 },
    ]);
    const add = (given: Partial<PurchaseColumns>) => () =>
      rfmValues([{ ...block, ...given }], options);
    expect(add({ day: new Int32Array(2) })).toThrow("columns must be of one length, got 1 and 2");
    expect(add({ customer: Uint8Array.of(1) })).toThrow("a position in a list of 1, got 1");
    expect(add({ day: Int32Array.of(9_999_999) })).toThrow("got 9999999 of a");
    expect(add({ amount: Int32Array.of(-1) })).toThrow("at least 0, got -1");
    expect(add({ currency: "USD" })).toThrow("amounts must be in EUR");
  });

  const rows = fc.array(
    fc.record({
      customer: fc.constantFrom("a", "b", "c", "__proto__", "7"),
      day: fc.integer({ min: 0, max: 70 }),
      amount: fc.nat(5000),
      isReturn: fc.boolean(),
    }),
    { maxLength: 30 },
  );

  test("VAL-3: any split, any order of merging, through text and by columns gives the same as one pass, by plain sums", () => {
    fc.assert(
      fc.property(
        rows,
        fc.nat(30),
        fc.constantFrom("lower-spend" as const, "leave-out" as const),
        (given, cut, returns) => {
          const combine = rfmValuesCombine({ ...options, returns });
          const epoch = Date.UTC(2026, 0, 1);
          const inputs = given.map(({ customer, day, amount, isReturn }) => ({
            customer,
            date: plainDate(new Date(epoch + day * 86_400_000).toISOString().slice(0, 10)),
            total: money(isReturn ? -amount : amount, "EUR"),
            ...(isReturn && { returnOf: "x" }),
          }));
          const whole = aggregate(inputs, combine);
          const part = (some: typeof inputs): RfmAccumulator => {
            let accumulator = combine.createAccumulator();
            for (const one of some) accumulator = combine.addInput(accumulator, one);
            return JSON.parse(JSON.stringify(accumulator)) as RfmAccumulator;
          };
          const [a, b] = [part(inputs.slice(0, cut)), part(inputs.slice(cut))];
          expect(combine.extractOutput(combine.mergeAccumulators(a, b))).toEqual(whole);
          expect(combine.extractOutput(combine.mergeAccumulators(b, a))).toEqual(whole);
          // an accumulator that was stored takes in more rows
          let resumed = a;
          for (const one of inputs.slice(cut)) resumed = combine.addInput(resumed, one);
          expect(combine.extractOutput(resumed)).toEqual(whole);
          const customers = ["b", "a", "7", "__proto__", "c"];
          const block: PurchaseColumns = {
            customers,
            customer: Uint8Array.from(given, (one) => customers.indexOf(one.customer)),
            day: Int32Array.from(given, ({ day }) => DAY_0 + day),
            amount: Float64Array.from(given, ({ amount, isReturn }) =>
              isReturn ? -amount : amount,
            ),
            currency: "EUR",
            isReturn: Uint8Array.from(given, ({ isReturn }) => Number(isReturn)),
          };
          expect(aggregate([block], combine)).toEqual(whole);
          const slice = (from: number, to: number): PurchaseColumns => ({
            ...block,
            customer: block.customer.slice(from, to),
            day: block.day.slice(from, to),
            amount: block.amount.slice(from, to),
            isReturn: block.isReturn!.slice(from, to),
          });
          // blocks that share their list of customers, and one with a list of its own between them
          const own = { ...slice(cut, cut + 3), customers: [...customers] };
          const blocks = [slice(0, cut), own, slice(cut + 3, given.length)];
          expect(aggregate(blocks, combine)).toEqual(whole);
          // by plain sums: 2026-03-01 is day 59
          const known = given.filter(({ day }) => day <= 59);
          expect(whole.later).toBe(given.length - known.length);
          const bought = known.filter(({ isReturn }) => !isReturn);
          const ids = [...new Set(bought.map(({ customer }) => customer))].sort();
          expect(whole.values).toEqual(
            ids.map((customer) => {
              const own = bought.filter((one) => one.customer === customer);
              const back = known.filter((one) => one.customer === customer && one.isReturn);
              const sum = (list: typeof own): number =>
                list.reduce((total, { amount }) => total + amount, 0);
              return {
                customer,
                recencyDays: 59 - Math.max(...own.map(({ day }) => day)),
                transactions: own.length,
                amount: sum(own) - (returns === "leave-out" ? 0 : sum(back)),
              };
            }),
          );
        },
      ),
    );
  });

  test("VAL-3: rows taken together give what they give one by one, also where one object is reused", () => {
    const day = (i: number) => plainDate(`2026-0${String(1 + (i % 3))}-0${String(1 + (i % 9))}`);
    const many = Array.from({ length: 1500 }, (_, i) => ({
      ...row(`c-${String((i * 7919) % 400)}`, day(i), i),
    }));
    function* reused() {
      const one = { ...row("", "2026-01-01", 0) };
      for (const next of many) yield Object.assign(one, next);
    }
    const expected = aggregate(many, rfmValuesCombine(options));
    expect(expected.later).toBeGreaterThan(0);
    expect(rfmValues(many, options)).toEqual(expected);
    expect(rfmValues(reused(), options)).toEqual(expected);
  });

  test("VAL-3: the first row that does not fit is told, also where a sum before it was too large", () => {
    const tooLarge = [row("a", "2026-02-01", 2 ** 53 - 1), row("a", "2026-02-01", 1)];
    const wrong = { ...row("b", "2026-02-01", 1), total: money(1, "USD") };
    expect(() => rfmValues([...tooLarge, wrong], options)).toThrow("a sum must be a safe integer");
    expect(() => rfmValues([wrong, ...tooLarge], options)).toThrow("got 1 USD of customer b");
    const combine = rfmValuesCombine(options);
    const accumulator = combine.createAccumulator();
    combine.addInput(accumulator, tooLarge[0]!);
    expect(() => combine.addInput(accumulator, tooLarge[1]!)).toThrow("a sum must be");
    combine.addInput(accumulator, row("c", "2026-02-01", 1));
    expect(combine.extractOutput(accumulator).values.map(({ customer }) => customer)).toEqual([
      "a",
      "c",
    ]);
  });

  test("VAL-3: a block of columns with a row that does not fit adds nothing", () => {
    const combine = rfmValuesCombine(options);
    const accumulator = combine.createAccumulator();
    const block: PurchaseColumns = {
      ...{ customers: ["a", "b"], customer: Uint8Array.of(0, 1), day: Int32Array.of(DAY_0, DAY_0) },
      ...{ amount: Int32Array.of(1, -1), currency: "EUR" },
    };
    expect(() => combine.addInput(accumulator, block)).toThrow("at least 0, got -1");
    expect(accumulator).toEqual(combine.createAccumulator());
  });

  test("VAL-3: two accumulators may be filled in turn, and strangers are not merged", () => {
    const combine = rfmValuesCombine(options);
    const [a, b] = [combine.createAccumulator(), combine.createAccumulator()];
    for (const day of ["2026-02-01", "2026-02-02"]) {
      combine.addInput(a, row("x", day, 1));
      combine.addInput(b, row("y", day, 2));
    }
    expect(
      combine.extractOutput(a).values.map(({ customer, amount }) => [customer, amount]),
    ).toEqual([["x", 2]]);
    expect(
      combine.extractOutput(b).values.map(({ customer, amount }) => [customer, amount]),
    ).toEqual([["y", 4]]);
    const other = rfmValuesCombine({ ...options, returns: "refuse" });
    expect(() => other.mergeAccumulators(a, other.createAccumulator())).toThrow("configurations");
    expect(() => other.addInput(a, row("x", "2026-02-03", 1))).toThrow("configurations");
    expect(() => other.extractOutput(a)).toThrow("configurations");
  });
});
