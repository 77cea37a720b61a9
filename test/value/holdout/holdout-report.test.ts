import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  expectedPurchases,
  holdoutReport,
  purchaseProbability,
  type BuyingModel,
  type HoldoutReport,
  type HoldoutRow,
} from "goodwill/value";
import { wilsonInterval } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { CDNOW_HOLDOUT } from "../../golden/value-holdout.js";
import { expectClose } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";
import { cdnowHoldout } from "./cdnow-holdout.js";

const MODEL = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
} as const;

function row(
  frequency: number,
  [recency, age]: readonly [number, number],
  after: number,
): HoldoutRow {
  return { frequency, recency, age, holdout: { frequency: after, length: 39 } };
}

const anyRow: fc.Arbitrary<HoldoutRow> = fc
  .tuple(
    fc.nat({ max: 9 }),
    fc.nat({ max: 4 }),
    fc.nat({ max: 4 }),
    fc.nat({ max: 3 }),
    fc.nat({ max: 1 }),
  )
  .map(([frequency, recency, rest, after, long]) => ({
    frequency,
    recency: frequency === 0 ? 0 : recency,
    age: recency + rest,
    holdout: { frequency: after, length: 13 * (1 + long) },
  }));
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 40 });

/** AUC by looking at every pair of a buyer and another. */
function plainArea(scores: readonly number[], bought: readonly boolean[]): number | undefined {
  let [sum, pairs] = [0, 0];
  scores.forEach((high, i) => {
    scores.forEach((low, j) => {
      if (bought[i] !== true || bought[j] === true) return;
      pairs += 1;
      sum += high > low ? 1 : high === low ? 0.5 : 0;
    });
  });
  return pairs === 0 ? undefined : sum / pairs;
}

describe("holdout report", () => {
  test("VAL-3: totals, errors, ranking and the rate so far, by hand", () => {
    const rows = [row(0, [0, 39], 0), row(0, [0, 0], 2), row(3, [26, 39], 3), row(9, [39, 39], 4)];
    const { model, naive, ...rest } = holdoutReport(MODEL, rows);
    expect(rest).toMatchObject({ customers: 4, actualTotal: 9, actualBuyers: 3, level: 0.95 });
    // The rate so far forecasts 0, 0, 3 and 9: errors 0, -2, 0 and 5.
    expect([naive.total, naive.meanAbsoluteError, naive.rootMeanSquaredError]).toEqual([
      12,
      7 / 4,
      Math.sqrt(29 / 4),
    ]);
    // Of three pairs two are ranked well and one is a tie.
    expect(naive.areaUnderCurve).toBe(2.5 / 3);
    const [quiet, busy] = [Math.exp(-3), Math.exp(-9)];
    expect(naive.brierScore).toBeCloseTo((0 + 1 + quiet ** 2 + busy ** 2) / 4, 12);
    expect(naive.expectedBuyers).toBeCloseTo(2 - quiet - busy, 12);
    const expected = rows.map((one) => expectedPurchases(MODEL, one, { within: 39 }));
    expect(model.total).toBeCloseTo(
      expected.reduce((sum, value) => sum + value, 0),
      12,
    );
  });

  test("VAL-3: the tables by tenth and by frequency hold every customer once", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 9 }), (rows, frequencyAtMost) => {
        const report = holdoutReport(MODEL, rows, { frequencyAtMost });
        for (const table of [report.deciles, report.frequencies]) {
          expect(table.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length);
          const actual = table.reduce((sum, group) => sum + group.customers * group.actualMean, 0);
          expect(actual).toBeCloseTo(report.actualTotal, 9);
          const forecast = table.reduce(
            (sum, group) => sum + group.customers * group.expectedMean,
            0,
          );
          expect(forecast).toBeCloseTo(report.model.total, 9);
          const buyers = table.reduce(
            (sum, group) => sum + group.customers * group.expectedBuyerShare,
            0,
          );
          expect(buyers).toBeCloseTo(report.model.expectedBuyers, 9);
        }
        for (const group of report.frequencies) {
          const of = rows.filter(({ frequency }) =>
            group.andMore ? frequency >= group.frequency : frequency === group.frequency,
          );
          expect(group.customers).toBe(of.length);
          const buyers = of.filter(({ holdout }) => holdout!.frequency > 0).length;
          expect(group.actualBuyerShareInterval).toEqual(
            wilsonInterval({ count: buyers, n: of.length }),
          );
        }
        const means = report.deciles.map(({ expectedMean }) => expectedMean);
        expect(means).toEqual(means.toSorted((a, b) => b - a));
      }),
    );
  });

  test("VAL-3: tenths are of equal size where forecasts differ; equal forecasts stay together", () => {
    const rows = Array.from({ length: 30 }, (_, i) => row(1, [1 + i, 39], i % 3));
    expect(
      holdoutReport(MODEL, rows).deciles.map(({ decile, customers }) => [decile, customers]),
    ).toEqual(Array.from({ length: 10 }, (_, i) => [i + 1, 3]));
    const alike = Array.from({ length: 30 }, () => row(0, [0, 39], 1));
    const { deciles, model } = holdoutReport(MODEL, alike);
    expect(deciles.map(({ decile, customers }) => [decile, customers])).toEqual([[6, 30]]);
    expect(deciles[0]).not.toHaveProperty("actualMeanInterval");
    expect(model).not.toHaveProperty("correlation");
    expect(model).not.toHaveProperty("areaUnderCurve");
  });

  test("VAL-3: the area under the curve is the share of pairs ranked well", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const report = holdoutReport(MODEL, rows);
        const within = (one: HoldoutRow) => ({ within: one.holdout!.length });
        const scores = rows.map((one) => purchaseProbability(MODEL, one, within(one)));
        const bought = rows.map(({ holdout }) => holdout!.frequency > 0);
        const plain = plainArea(scores, bought);
        if (plain === undefined) expect(report.model).not.toHaveProperty("areaUnderCurve");
        else expect(report.model.areaUnderCurve).toBeCloseTo(plain, 12);
        // Who did not buy changes places with who did: the area is mirrored.
        const mirrored = rows.map((one, i) => ({
          ...one,
          holdout: { ...one.holdout!, frequency: bought[i] === true ? 0 : 1 },
        }));
        if (plain !== undefined) {
          expect(holdoutReport(MODEL, mirrored).model.areaUnderCurve).toBeCloseTo(1 - plain, 12);
        }
      }),
    );
  });

  test("VAL-3: the order of the customers does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyRow, fc.nat()), { minLength: 1, maxLength: 30 }),
        (drawn) => {
          const of = (rows: readonly (readonly [HoldoutRow, number])[]): HoldoutReport =>
            holdoutReport(
              MODEL,
              rows.map(([one]) => one),
            );
          expectClose(of(drawn.toSorted(([, a], [, b]) => a - b)), of(drawn), 1e-9);
        },
      ),
    );
  });

  test("VAL-3: what cannot be judged is refused", () => {
    const good = row(1, [3, 9], 1);
    const without = { frequency: 1, recency: 3, age: 9 };
    expect(() => holdoutReport(MODEL, [])).toThrow(/at least one customer, got none/);
    expect(() => holdoutReport(MODEL, [good, without])).toThrow(/must have a holdout/);
    const holdout = (frequency: number, length: number) => () =>
      holdoutReport(MODEL, [{ ...good, holdout: { frequency, length } }]);
    expect(holdout(0.5, 1)).toThrow(/frequency of a holdout must be an integer/);
    expect(holdout(-1, 1)).toThrow(/frequency of a holdout must be an integer/);
    expect(holdout(1, 0)).toThrow(/length of a holdout must be a number above 0/);
    expect(() => holdoutReport(MODEL, [good], { level: 1 })).toThrow(RangeError);
    expect(() => holdoutReport(MODEL, [good], { frequencyAtMost: 0 })).toThrow(/frequencyAtMost/);
  });
});

interface ReferenceReport {
  readonly n: number;
  readonly actual_total: number;
  readonly actual_customers_with_purchase: number;
  readonly models: Record<"bgnbd" | "mbgnbd" | "pnbd", ReferenceModel>;
  readonly baseline_rate_x_over_T: { readonly mae: number; readonly rmse: number };
}

interface ReferenceModel {
  readonly predicted_total: number;
  readonly mae: number;
  readonly rmse: number;
  readonly correlation: number;
  readonly auc_p_at_least_one: number;
  readonly brier_p_at_least_one: number;
  readonly mean_pred_actual_n_by_x_0_7plus: Record<string, readonly [number, number, number]>;
}

describe("holdout of the CDNOW sample (skipped without data/value)", () => {
  const reference = sharedData("data/value/ref/holdout_cdnow_sample.json");
  const predictions = sharedData("data/value/ref/btyd_predictions.json");
  const summary = sharedData("data/value/data/cdnow_sample_summary_39w.csv");
  const log = sharedData("data/value/data/cdnow_sample_transactions.csv");
  test.skipIf([reference, predictions, summary, log].includes(undefined))(
    "VAL-3: three models at the exact maximum of the likelihood, to 1e-9",
    () => {
      const expected = JSON.parse(readFileSync(reference!, "utf8")) as ReferenceReport;
      const { params } = JSON.parse(readFileSync(predictions!, "utf8")) as {
        params: Record<string, Record<string, string>>;
      };
      const rows = cdnowHoldout(summary!, log!);
      const close = (got: number | undefined, want: number) =>
        expect(Math.abs(got! / want - 1)).toBeLessThan(1e-9);
      const kinds = { bgnbd: "bg-nbd", mbgnbd: "mbg-nbd", pnbd: "pareto-nbd" } as const;
      for (const key of ["bgnbd", "mbgnbd", "pnbd"] as const) {
        const parameters = Object.fromEntries(
          Object.entries(params[key]!).map(([name, text]) => [name, Number(text)]),
        );
        const model = { kind: kinds[key], parameters } as unknown as BuyingModel;
        const report = holdoutReport(model, rows);
        expect(report).toMatchObject({
          customers: expected.n,
          actualTotal: expected.actual_total,
          actualBuyers: expected.actual_customers_with_purchase,
        });
        const want = expected.models[key];
        close(report.model.total, want.predicted_total);
        close(report.model.meanAbsoluteError, want.mae);
        close(report.model.rootMeanSquaredError, want.rmse);
        close(report.model.correlation, want.correlation);
        close(report.model.areaUnderCurve, want.auc_p_at_least_one);
        close(report.model.brierScore, want.brier_p_at_least_one);
        close(report.naive.meanAbsoluteError, expected.baseline_rate_x_over_T.mae);
        close(report.naive.rootMeanSquaredError, expected.baseline_rate_x_over_T.rmse);
        expect(
          report.frequencies.map(({ frequency, customers }) => [frequency, customers]),
        ).toEqual(
          Object.entries(want.mean_pred_actual_n_by_x_0_7plus).map(([x, [, , n]]) => [
            Number(x),
            n,
          ]),
        );
        report.frequencies.forEach(({ frequency, expectedMean, actualMean }) => {
          const [forecast, actual] = want.mean_pred_actual_n_by_x_0_7plus[String(frequency)]!;
          close(expectedMean, forecast);
          close(actualMean, actual);
        });
        if (key === "bgnbd") {
          const { customers, actualTotal, actualBuyers, bgNbd } = CDNOW_HOLDOUT;
          expect(report).toMatchObject({ customers, actualTotal, actualBuyers });
          close(report.model.total, bgNbd.total);
          close(report.model.areaUnderCurve, bgNbd.areaUnderCurve);
        }
      }
    },
  );
});
