import { readFileSync } from "node:fs";
import fc from "fast-check";
import { explain } from "goodwill/shared";
import {
  expectedPurchases,
  expectedSpend,
  lifetimeValue,
  NEW_CUSTOMER,
  residualTransactions,
  type BuyingModel,
  type LifetimeValueOptions,
  type PurchaseHistory,
  VALUE_SENTENCES,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../shared-data.js";

const BG = {
  r: 0.2425929072044659,
  alpha: 4.413531561205426,
  a: 0.7928861480987685,
  b: 2.425753436493621,
};
const PARETO = {
  r: 0.5532755086895193,
  alpha: 10.57761223868171,
  s: 0.6062135686740841,
  beta: 11.66791123792022,
};
const MODELS: readonly BuyingModel[] = [
  { kind: "bg-nbd", parameters: BG },
  { kind: "mbg-nbd", parameters: BG },
  { kind: "pareto-nbd", parameters: PARETO },
];
const CUSTOMER = { frequency: 2, recency: 30.43, age: 38.86 };
const TERMS: LifetimeValueOptions = {
  expectedSpend: 24.65861617432671,
  marginShare: 1,
  discount: { rate: 0.01, period: 4.345 },
  horizon: { periods: 12 },
};
const anyHistory: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([frequency, recency, rest]) => ({
    frequency,
    recency: frequency === 0 ? 0 : recency,
    age: recency + rest,
  }));
const anyModel = fc.constantFrom(...MODELS);

describe("lifetime value", () => {
  test("VAL-3: twelve months of 4.345 weeks at 1 percent, in 30-digit arithmetic 36.278", () => {
    const { value, discountedPurchases } = lifetimeValue(MODELS[0]!, CUSTOMER, TERMS);
    expect(Math.abs(value / 36.27849649287407 - 1)).toBeLessThan(1e-9);
    expect(discountedPurchases * TERMS.expectedSpend).toBe(value);
  });

  test("VAL-3: at rate 0 it is expected purchases times spend times margin", () => {
    fc.assert(
      fc.property(
        anyModel,
        anyHistory,
        fc.integer({ min: 1, max: 30 }),
        (model, history, periods) => {
          const discount = { rate: 0, period: 2.5 };
          const terms = { expectedSpend: 20, marginShare: 0.4, discount, horizon: { periods } };
          const whole = 8 * expectedPurchases(model, history, { within: 2.5 * periods });
          const { value } = lifetimeValue(model, history, terms);
          expect(Math.abs(value - whole)).toBeLessThanOrEqual(1e-11 * whole);
        },
      ),
    );
  });

  test("VAL-3: it falls with the rate of discount and rises with the horizon", () => {
    const rate = fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(anyModel, anyHistory, rate, fc.boolean(), (model, history, low, endless) => {
        const horizon = endless ? "infinite" : { periods: 9 };
        const at = (shift: number) =>
          lifetimeValue(model, history, {
            ...TERMS,
            horizon,
            discount: { rate: low + shift, period: 4 },
          }).value;
        expect(at(0.06)).toBeLessThan(at(0.01));
        const longer = { ...TERMS, horizon: { periods: 13 } };
        expect(lifetimeValue(model, history, longer).value).toBeGreaterThanOrEqual(
          lifetimeValue(model, history, TERMS).value,
        );
      }),
    );
  });

  test("VAL-3: without an end, purchases are discounted at the continuous rate of the same growth", () => {
    for (const model of MODELS) {
      const terms = { ...TERMS, expectedSpend: 1, horizon: "infinite" } as const;
      const { value, trace } = lifetimeValue(model, CUSTOMER, terms);
      const rateContinuous = Math.log(1.01) / 4.345;
      expect(value).toBeCloseTo(residualTransactions(model, CUSTOMER, { rateContinuous }), 12);
      expect(trace.parts?.[0]).not.toHaveProperty("parts");
      // Periods that shrink discount each purchase as of its moment: the sums close in from below.
      const fine = { rate: 1.01 ** (1 / 20) - 1, period: 4.345 / 20 };
      const far = { ...terms, discount: fine, horizon: { periods: 20_000 } } as const;
      const near = lifetimeValue(model, CUSTOMER, far).value;
      expect(near).toBeLessThan(value);
      expect(near / value).toBeGreaterThan(0.99);
    }
  });

  test("VAL-3: BG/BB counts in opportunities", () => {
    const model = {
      kind: "bg-bb",
      parameters: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
    } as const;
    const donor = { frequency: 4, recency: 5, age: 6 };
    const { value } = lifetimeValue(model, donor, {
      ...{
        expectedSpend: 10,
        marginShare: 1,
        horizon: { periods: 2 },
        discount: { rate: 0.1, period: 1 },
      },
    });
    const [one, two] = [1, 2].map((within) => expectedPurchases(model, donor, { within }));
    expect(value).toBeCloseTo(10 * (one! / 1.1 + (two! - one!) / 1.21), 10);
  });

  test("VAL-3: a margin below zero makes a value below zero; a spend of zero none", () => {
    expect(lifetimeValue(MODELS[0]!, CUSTOMER, { ...TERMS, marginShare: -0.1 }).value).toBeLessThan(
      0,
    );
    expect(lifetimeValue(MODELS[0]!, CUSTOMER, { ...TERMS, expectedSpend: 0 }).value).toBe(0);
    expect(lifetimeValue(MODELS[0]!, NEW_CUSTOMER, TERMS).value).toBeGreaterThan(0);
  });

  test("VAL-3: the trace multiplies out and shows the periods", () => {
    const { trace, value, discountedPurchases } = lifetimeValue(MODELS[0]!, CUSTOMER, {
      ...{
        expectedSpend: 20,
        marginShare: 0.5,
        discount: { rate: 0.01, period: 4 },
        horizon: { periods: 2 },
      },
    });
    const factors = trace.parts?.map((part) => part.value) ?? [];
    expect(factors.reduce((product, factor) => product * factor, 1)).toBe(value);
    const periods = trace.parts?.[0]?.parts?.map((part) => part.value) ?? [];
    expect(periods.reduce((sum, part) => sum + part, 0)).toBe(discountedPurchases);
    const [head, ...lines] = explain(trace, VALUE_SENTENCES).split("\n");
    const [one, two] = [4, 8].map((within) => expectedPurchases(MODELS[0]!, CUSTOMER, { within }));
    const short = (number: number) => String(Number(number.toPrecision(6)));
    const [first, second] = [one! / 1.01, (two! - one!) / 1.01 ** 2];
    const worth = short(10 * (first + second));
    expect(head).toBe(`Worth ${worth} from now on (rate 0.01 a period of 4; periods: 2):`);
    expect(lines).toEqual([
      `  ${short(first + second)} purchases to come, discounted,`,
      `    ${short(first)} of period 1: ${short(one!)} expected.`,
      `    ${short(second)} of period 2: ${short(two! - one!)} expected.`,
      "  times an expected spend of 20 each,",
      "  times a margin of 0.5.",
    ]);
  });

  test("VAL-3: terms that are none are refused", () => {
    const of = (terms: Partial<LifetimeValueOptions>) => () =>
      lifetimeValue(MODELS[0]!, CUSTOMER, { ...TERMS, ...terms });
    expect(of({ expectedSpend: -1 })).toThrow(/expected spend must be a number of at least 0/);
    expect(of({ expectedSpend: NaN })).toThrow(RangeError);
    expect(of({ marginShare: 1.1 })).toThrow(/margin must be a share of -1e6 to 1/);
    expect(of({ marginShare: NaN })).toThrow(RangeError);
    expect(of({ discount: { rate: -0.1, period: 1 } })).toThrow(/rate of discount/);
    expect(of({ discount: { rate: 0.1, period: 0 } })).toThrow(/period of discount/);
    expect(of({ horizon: { periods: 0 } })).toThrow(/whole number of periods/);
    expect(of({ horizon: "infinite", discount: { rate: 0, period: 1 } })).toThrow(
      /without an end the rate of discount must be above 0/,
    );
  });
});

interface ReferencePredictions {
  readonly params: Record<"bgnbd" | "mbgnbd" | "pnbd" | "gg", Record<string, string>>;
  readonly customers: readonly (Record<"x" | "t_x" | "T" | "mean_repeat_spend", number> &
    Record<"bgnbd" | "mbgnbd" | "pnbd", { readonly clv_12m_1pct: string }> & {
      readonly gg_expected_mean_spend: string;
    })[];
}

describe("lifetime value against 30-digit arithmetic (skipped without data/value)", () => {
  const file = sharedData("data/value/ref/btyd_predictions.json");
  test.skipIf(file === undefined)(
    "VAL-3: 12 months of 19 customers under three models, to 1e-9",
    () => {
      const { params, customers } = JSON.parse(readFileSync(file!, "utf8")) as ReferencePredictions;
      const numbers = (key: keyof typeof params) =>
        Object.fromEntries(Object.entries(params[key]).map(([name, text]) => [name, Number(text)]));
      const spendModel = {
        kind: "gamma-gamma",
        parameters: numbers("gg"),
      } as unknown as Parameters<typeof expectedSpend>[0];
      const kinds = { bgnbd: "bg-nbd", mbgnbd: "mbg-nbd", pnbd: "pareto-nbd" } as const;
      expect(customers).toHaveLength(19);
      for (const customer of customers) {
        const history = { frequency: customer.x, recency: customer.t_x, age: customer.T };
        const spend = expectedSpend(spendModel, {
          frequency: customer.x,
          meanSpend: customer.mean_repeat_spend,
        });
        if (!spend.ok) throw new Error(spend.error.code);
        for (const key of ["bgnbd", "mbgnbd", "pnbd"] as const) {
          const model = { kind: kinds[key], parameters: numbers(key) } as unknown as BuyingModel;
          const { value } = lifetimeValue(model, history, { ...TERMS, expectedSpend: spend.value });
          const exact = Number(customer[key].clv_12m_1pct);
          expect(Math.abs(value / exact - 1)).toBeLessThan(1e-9);
        }
      }
    },
  );
});
