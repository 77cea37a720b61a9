import fc from "fast-check";
import { explain } from "goodwill/shared";
import {
  aliveProbability,
  customerOutlooks,
  expectedPurchases,
  expectedSpend,
  lifetimeValue,
  purchaseProbability,
  type OutlookRow,
  VALUE_SENTENCES,
} from "goodwill/value";
import { describe, expect, test } from "vitest";

const MODEL = {
  kind: "bg-nbd",
  parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
} as const;
const SPEND = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } } as const;
const LIFETIME = {
  ...{ marginShare: 0.3, discount: { rate: 0.01, period: 4.345 }, horizon: { periods: 12 } },
} as const;
const anyRows = fc.array(
  fc
    .tuple(
      fc.nat({ max: 3 }),
      fc.nat({ max: 5 }),
      fc.nat({ max: 5 }),
      fc.integer({ min: 1, max: 90 }),
    )
    .map(([frequency, recency, rest, spend]): Omit<OutlookRow, "customer"> => ({
      frequency,
      recency: frequency === 0 ? 0 : recency,
      age: recency + rest,
      ...(frequency > 0 && { meanSpend: spend }),
    })),
  { maxLength: 8 },
);

describe("customer outlooks", () => {
  test("VAL-3: each is what the single functions say, in the order given", () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.constantFrom({ periods: 1 }, { periods: 3 }),
        (histories, horizon) => {
          const rows = histories.map((history, i) => ({ customer: String(i), ...history }));
          const lifetime = { ...LIFETIME, horizon };
          const { outlooks, notes } = customerOutlooks(rows, {
            model: MODEL,
            spendModel: SPEND,
            within: 39,
            lifetime,
          });
          expect(notes).toEqual([]);
          expect(outlooks.map(({ customer }) => customer)).toEqual(
            rows.map(({ customer }) => customer),
          );
          rows.forEach((row, i) => {
            const spend = expectedSpend(SPEND, row);
            if (!spend.ok) throw new Error("this model has a mean");
            const { value } = lifetimeValue(MODEL, row, {
              ...lifetime,
              expectedSpend: spend.value,
            });
            const { lifetimeValue: found, ...rest } = outlooks[i]!;
            expect(rest).toEqual({
              customer: row.customer,
              aliveProbability: aliveProbability(MODEL, row),
              expectedPurchases: expectedPurchases(MODEL, row, { within: 39 }),
              purchaseProbability: purchaseProbability(MODEL, row, { within: 39 }),
              expectedSpend: spend.value,
            });
            expect(found).toBeCloseTo(value, 10);
          });
        },
      ),
    );
  });

  test("VAL-3: without spend or terms there is no value, and a model without a mean has no spend", () => {
    const row = { customer: "a", frequency: 2, recency: 30, age: 39, meanSpend: 22 };
    const keys = (
      options: Partial<Parameters<typeof customerOutlooks>[1]>,
      given: OutlookRow = row,
    ) =>
      Object.keys(
        customerOutlooks([given], { model: MODEL, within: 39, ...options }).outlooks[0]!,
      ).slice(4);
    expect(keys({})).toEqual([]);
    expect(keys({ lifetime: LIFETIME })).toEqual([]);
    expect(keys({ spendModel: SPEND })).toEqual(["expectedSpend"]);
    expect(keys({ spendModel: SPEND, lifetime: LIFETIME })).toEqual([
      "expectedSpend",
      "lifetimeValue",
    ]);
    const heavy = { kind: "gamma-gamma", parameters: { p: 6, q: 0.9, v: 15 } } as const;
    expect(keys({ spendModel: heavy, lifetime: LIFETIME })).toEqual([]);
    // Repeat purchases free of charge, as vouchers make them.
    expect(keys({ spendModel: SPEND, lifetime: LIFETIME }, { ...row, meanSpend: 0 })).toEqual([]);
    const once = { customer: "b", frequency: 0, recency: 0, age: 39 };
    expect(keys({ spendModel: SPEND, lifetime: LIFETIME }, once)).toHaveLength(2);
  });

  test("VAL-3: a model of spend without a mean is said once, for however many customers", () => {
    const row = { customer: "a", frequency: 2, recency: 30, age: 39, meanSpend: 22 };
    const spendModel = { kind: "gamma-gamma", parameters: { p: 6, q: 0.9, v: 15 } } as const;
    const options = { model: MODEL, spendModel, within: 39, lifetime: LIFETIME };
    const { outlooks, notes } = customerOutlooks([row, { ...row, meanSpend: 0 }, row], options);
    expect(outlooks).toHaveLength(3);
    expect(notes).toEqual([{ code: "no-mean-spend", params: { q: 0.9 } }]);
    expect(explain(notes[0]!, VALUE_SENTENCES)).toBe(
      "The spend model has no mean: its parameter q is 0.9, and a mean exists only above 1.",
    );
    expect(customerOutlooks([], options).notes).toEqual(notes);
    // Asked for no spend, it has nothing to say.
    expect(customerOutlooks([row], { model: MODEL, within: 39 }).notes).toEqual([]);
  });

  test("VAL-3: who got all repeat purchases free is counted in one note", () => {
    const row = { customer: "a", frequency: 2, recency: 30, age: 39, meanSpend: 22 };
    const free = { ...row, meanSpend: 0 };
    const once = { customer: "b", frequency: 0, recency: 0, age: 39, meanSpend: 0 };
    const options = { model: MODEL, spendModel: SPEND, within: 39 };
    const { outlooks, notes } = customerOutlooks([free, row, once, free], options);
    expect(outlooks.map((outlook) => "expectedSpend" in outlook)).toEqual([
      ...[false, true, true, false],
    ]);
    expect(notes.map((note) => explain(note, VALUE_SENTENCES))).toEqual([
      "Without an expected spend, as all repeat purchases were free: 2 of the customers.",
    ]);
    expect(customerOutlooks([free], { model: MODEL, within: 39 }).notes).toEqual([]);
  });

  test("VAL-3: without an end it is the same", () => {
    const row = { customer: "a", frequency: 2, recency: 30, age: 39, meanSpend: 22 };
    const lifetime = { ...LIFETIME, horizon: "infinite" } as const;
    const { outlooks } = customerOutlooks([row], {
      model: MODEL,
      spendModel: SPEND,
      within: 1,
      lifetime,
    });
    const spend = expectedSpend(SPEND, row);
    const expected = spend.ok ? spend.value : 0;
    const { value } = lifetimeValue(MODEL, row, { ...lifetime, expectedSpend: expected });
    expect(outlooks[0]?.lifetimeValue).toBeCloseTo(value, 10);
    expect(value).toBeGreaterThan(0);
  });

  test("VAL-3: what is no prediction is refused", () => {
    const row = { customer: "a", frequency: 2, recency: 30, age: 39 };
    const options = { model: MODEL, within: 39 };
    expect(() => customerOutlooks([{ ...row, recency: 40 }], options)).toThrow(/recency must lie/);
    expect(() => customerOutlooks([row], { ...options, within: -1 })).toThrow(/span must be/);
    expect(() => customerOutlooks([row], { ...options, spendModel: SPEND })).toThrow(/mean spend/);
    const lifetime = { ...LIFETIME, marginShare: 2 };
    expect(() => customerOutlooks([], { ...options, lifetime })).toThrow(/margin must be/);
  });
});
