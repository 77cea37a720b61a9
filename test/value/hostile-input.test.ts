import { plainDate, timeZone } from "goodwill/shared";
import {
  aliveProbability,
  cohortRetentionCombine,
  customerOutlooks,
  dailyPurchasesCombine,
  expectedPurchases,
  fitBgNbd,
  giniIndex,
  logRank,
  lorenzCurve,
  marginRetentionValue,
  marketShareChange,
  NEW_CUSTOMER,
  oneToOneClass,
  portfolioClasses,
  purchaseDistribution,
  purchaseProbability,
  purchaseSummaries,
  purchaseSummaryCombine,
  residualTransactions,
  survivalCurve,
  topShare,
  type BuyingModel,
} from "goodwill/value";
import { describe, expect, test } from "vitest";

const MODELS: readonly BuyingModel[] = [
  { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
  { kind: "mbg-nbd", parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 } },
  { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.668 } },
];
const [BG, , PARETO] = MODELS as [BuyingModel, BuyingModel, BuyingModel];

describe("VAL-3: what looks like a number but is none is refused, not computed with", () => {
  const history = { frequency: 2, recency: 30, age: 40 };

  test.each(MODELS)("VAL-3: texts and infinities in a history, $kind", (model) => {
    const wrong: readonly [string, unknown][] = [
      ["frequency", Infinity],
      ["frequency", "2"],
      ["recency", "30"],
      ["age", "40"],
      ["age", Infinity],
      ["age", 1e300],
    ];
    for (const [field, value] of wrong) {
      const given = { ...history, [field]: value };
      expect(() => aliveProbability(model, given), `${field} ${String(value)}`).toThrow(RangeError);
      expect(() => fitBgNbd([given, history])).toThrow(RangeError);
    }
    expect(() => expectedPurchases(model, history, { within: "3" as never })).toThrow(RangeError);
  });

  test("VAL-3: texts and powers without end in parameters", () => {
    for (const r of ["0.2", 1e300, 1e-300, NaN, 0]) {
      const model = { ...BG, parameters: { ...BG.parameters, r: r as number } } as BuyingModel;
      expect(() => aliveProbability(model, history)).toThrow("the parameter r must be");
    }
    const bare = { kind: "bg-nbd" } as unknown as BuyingModel;
    expect(() => aliveProbability(bare, history)).toThrow(
      "the model must have parameters r, alpha",
    );
    const row = { customer: "a", frequency: 2, recency: "30.43" as never, age: "38.86" as never };
    expect(() => customerOutlooks([row], { model: BG, within: 39 })).toThrow('got "38.86"');
  });

  test("VAL-3: at the bounds of what is accepted every prediction is a number", () => {
    const parameters = [1e-12, 1e12].flatMap((r) => [1e-12, 1e12].map((s) => ({ r, s })));
    for (const { r, s } of parameters) {
      const models = [
        { kind: "bg-nbd", parameters: { r, alpha: 1, a: s, b: 1 } },
        { kind: "mbg-nbd", parameters: { r, alpha: 1, a: s, b: 1 } },
        { kind: "pareto-nbd", parameters: { r, alpha: 1, s, beta: 1 } },
      ] as const;
      for (const model of models) {
        for (const one of [NEW_CUSTOMER, history, { frequency: 3, recency: 1e14, age: 1e15 }]) {
          const figures = [
            aliveProbability(model, one),
            expectedPurchases(model, one, { within: 3 }),
            purchaseProbability(model, one, { within: 1e15 }),
          ];
          for (const figure of figures)
            expect(figure, JSON.stringify([model, one])).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  test("VAL-3: a rate that discounts nothing is refused", () => {
    const rate = (rateContinuous: number) => () =>
      residualTransactions(BG, history, { rateContinuous });
    expect(rate(1e-300)).toThrow("the rate must be a number of at least 1e-15");
    expect(rate(1e-15)()).toBeGreaterThan(0);
  });

  test("VAL-3: long spans and frequent buyers end in good time", () => {
    const rare = { kind: "bg-nbd", parameters: { r: 0.01, alpha: 1, a: 0.8, b: 2.4 } } as const;
    const chances = purchaseDistribution(rare, NEW_CUSTOMER, { within: 1e9, most: 3 });
    // Nobody who has a whole eternity is far from what an eternity gives: (1 + t)^-r is nearly all of P(0).
    expect(chances[0]).toBeCloseTo((1 + 1e9) ** -0.01, 12);
    const far = purchaseDistribution(
      PARETO,
      { frequency: 3, recency: 1e14, age: 1e15 },
      { within: 1, most: 9 },
    );
    expect(far[0]).toBeCloseTo(1, 12);
    const fit = fitBgNbd([
      { frequency: 1_000_000, recency: 39, age: 40, count: 3 },
      { frequency: 0, recency: 0, age: 40, count: 5 },
    ]);
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  });
});

describe("sums that leave the range of a double are refused, and small differences keep their digits", () => {
  test("VAL-1: concentration", () => {
    const huge = [1e308, 0, 1e308];
    for (const measure of [giniIndex, lorenzCurve])
      expect(() => measure(huge)).toThrow("must be finite");
    expect(() => topShare(huge, { share: 0.5 })).toThrow("must be finite");
    const { rejected } = portfolioClasses([{ customer: "a", figures: { revenue: 1e308 } }]);
    expect(rejected[0]?.issues[0]?.path).toBe("figures.revenue");
    const tiny = [5e-324, 0, 0].map((revenue, i) => ({
      customer: String(i),
      figures: { revenue },
    }));
    const criteria = [{ name: "revenue", weight: 1 }];
    expect(portfolioClasses(tiny, { criteria }).customers[0]?.score).toBe(3);
  });

  test("VAL-2: one-to-one figures are amounts", () => {
    const figures = { presentValue: 1e308, potential: 1e308, costToServe: 0 };
    const policy = { highValue: 100, highPotential: 100 };
    expect(() => oneToOneClass(figures, { policy })).toThrow("within 2^53 - 1");
  });

  test("VAL-6: a share as small as a double can be still has parts that are numbers", () => {
    const before = {
      customerPenetration: 1e-200,
      customerLoyalty: 1,
      customerSelectivity: 1e-120,
      priceSelectivity: 1,
    };
    const after = {
      customerPenetration: 0,
      customerLoyalty: 0,
      customerSelectivity: 0,
      priceSelectivity: 0,
    };
    for (const part of Object.values(marketShareChange(before, after).parts))
      expect(part).not.toBeNaN();
    const most = { ...after, priceSelectivity: 1e200 };
    expect(() => marketShareChange(most, after)).toThrow(
      "priceSelectivity must be a number of 0 to 1e12",
    );
  });

  test("VAL-3: margins that nearly never end", () => {
    const facts = { margin: 1, retentionRate: 1, firstMargin: "now" } as const;
    const value = marginRetentionValue({ ...facts, discountRate: 1e-10 });
    expect(value.ok && value.value.value / (1e10 + 1)).toBeCloseTo(1, 14);
    expect(marginRetentionValue({ ...facts, discountRate: 1e-17 }).ok).toBe(true);
    expect(marginRetentionValue({ ...facts, discountRate: 0 }).ok).toBe(false);
  });

  test("VAL-3: the log-rank test counts persons, not fractions of them", () => {
    const left = (times: readonly number[], weight: number) =>
      survivalCurve(times.map((time) => ({ time, event: true, weight })));
    const groups = (weight: number) => [
      { group: "early", curve: left([1, 2, 3, 4], weight) },
      { group: "late", curve: left([10, 11, 12, 13], weight) },
    ];
    expect(logRank(groups(1)).chiSquare).toBeCloseTo(7.34, 2);
    expect(() => logRank(groups(0.1))).toThrow("weights that are not in group early");
  });
});

describe("VAL-3: what belongs to another question is not taken", () => {
  const day = plainDate("2026-03-31");
  const settings = { zone: timeZone("UTC"), currency: "EUR", observedUntil: day } as const;
  const row = {
    customer: "a",
    date: plainDate("2026-03-01"),
    total: { amount: 500, currency: "EUR" },
  } as const;

  test("VAL-3: summaries that count the first purchase are not for the models", () => {
    const { customers } = purchaseSummaries([row], { ...settings, firstPurchase: "included" });
    expect(customers[0]?.frequency).toBe(1);
    expect(() => fitBgNbd(customers)).toThrow("the first purchase must not be counted");
  });

  test("VAL-3: an accumulator of another aggregation or with other options is refused at every step", () => {
    const summaries = purchaseSummaryCombine(settings);
    const cohorts = cohortRetentionCombine(settings);
    const days = dailyPurchasesCombine(settings);
    const stranger = summaries.createAccumulator();
    summaries.addInput(stranger, row);
    for (const combine of [cohorts, days, purchaseSummaryCombine({ ...settings, unit: "day" })]) {
      expect(() => combine.addInput(stranger, row)).toThrow("configurations");
      expect(() => combine.extractOutput(stranger)).toThrow("configurations");
    }
  });
});
