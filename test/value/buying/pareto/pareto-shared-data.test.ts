import { readFileSync } from "node:fs";
import {
  aliveProbability,
  expectedPurchases,
  fitParetoNbd,
  NEW_CUSTOMER,
  purchaseDistribution,
  purchaseLogLikelihood,
  purchaseProbability,
  residualTransactions,
  type ParetoNbdModel,
  type ParetoNbdParameters,
  type PurchaseHistory,
} from "goodwill/value";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../shared-data.js";

/** Relative error; what is below the range of a double may vanish. */
function errorOf(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-290);
}

function model(r: number, alpha: number, s: number, beta: number): ParetoNbdModel {
  return { kind: "pareto-nbd", parameters: { r, alpha, s, beta } };
}

const stress = sharedData("data/value/ref/stress_btyd.json");
const predictions = sharedData("data/value/ref/btyd_predictions.json");

interface StressCase {
  readonly model: string;
  readonly params: readonly string[];
  readonly [field: string]: unknown;
}

describe.skipIf(stress === undefined)(
  "Pareto/NBD stress cases (skipped without data/value)",
  () => {
    test("VAL-3: likelihood, alive and expectation hold to 1e-9 on every case", () => {
      const { cases } = JSON.parse(readFileSync(stress!, "utf8")) as { cases: StressCase[] };
      const ours = cases.filter((row) => row.model === "pnbd");
      expect(ours).toHaveLength(295);
      for (const row of ours) {
        const [r, alpha, s, beta] = row.params.map(Number) as [number, number, number, number];
        const buying = model(r, alpha, s, beta);
        const number = (field: string): number => Number(row[field]);
        const history = { frequency: number("x"), recency: number("t_x"), age: number("T") };
        expect(errorOf(purchaseLogLikelihood(buying, history), number("loglik"))).toBeLessThan(
          1e-9,
        );
        expect(errorOf(aliveProbability(buying, history), number("p_alive"))).toBeLessThan(1e-9);
        const expected = expectedPurchases(buying, history, { within: number("t") });
        expect(errorOf(expected, number("expected"))).toBeLessThan(1e-9);
      }
    });
  },
);

interface PredictionFile {
  readonly params: { readonly pnbd: Readonly<Record<string, string>> };
  readonly customers: readonly {
    readonly x: number;
    readonly t_x: number;
    readonly T: number;
    readonly pnbd: Readonly<Record<string, string>>;
  }[];
  readonly unconditional_expected_repeat: { readonly pnbd: Readonly<Record<string, string>> };
  readonly pmf_repeat: { readonly t: number; readonly pnbd: readonly string[] };
}

describe.skipIf(predictions === undefined)(
  "Pareto/NBD on CDNOW (skipped without data/value)",
  () => {
    const file = (): PredictionFile =>
      JSON.parse(readFileSync(predictions!, "utf8")) as PredictionFile;
    const fitted = ({ params: { pnbd } }: PredictionFile): ParetoNbdModel =>
      model(Number(pnbd["r"]), Number(pnbd["alpha"]), Number(pnbd["s"]), Number(pnbd["beta"]));

    test("VAL-3: the predictions of every customer hold to 1e-9", () => {
      const known = file();
      const buying = fitted(known);
      expect(known.customers.length).toBeGreaterThanOrEqual(19);
      for (const { x, t_x, T, pnbd } of known.customers) {
        const history = { frequency: x, recency: t_x, age: T };
        const within = 39;
        const actual = {
          loglik: purchaseLogLikelihood(buying, history),
          p_alive: aliveProbability(buying, history),
          expected_purchases_39w: expectedPurchases(buying, history, { within }),
          p_at_least_one_39w: purchaseProbability(buying, history, { within }),
          "dert_delta_0.0027": residualTransactions(buying, history, { rateContinuous: 0.0027 }),
        };
        for (const [name, value] of Object.entries(actual)) {
          expect(errorOf(value, Number(pnbd[name])), name).toBeLessThan(1e-9);
        }
      }
    });

    test("VAL-3: what is expected of new customers holds to 1e-9", () => {
      const known = file();
      const buying = fitted(known);
      for (const [within, value] of Object.entries(known.unconditional_expected_repeat.pnbd)) {
        const expected = expectedPurchases(buying, NEW_CUSTOMER, { within: Number(within) });
        expect(errorOf(expected, Number(value))).toBeLessThan(1e-9);
      }
      const { t, pnbd } = known.pmf_repeat;
      const chances = purchaseDistribution(buying, NEW_CUSTOMER, {
        within: t,
        most: pnbd.length - 1,
      });
      chances.forEach((chance, k) => {
        expect(errorOf(chance, Number(pnbd[k]))).toBeLessThan(1e-9);
      });
    });
  },
);

const fits = sharedData("data/value/ref/btyd_fits.json");
const folder = sharedData("data/value/data");

interface ExactFit {
  readonly params: Readonly<Record<keyof ParetoNbdParameters, number>>;
  readonly loglik: number;
  readonly se: Readonly<Record<keyof ParetoNbdParameters, number>>;
  readonly n_cells: number;
}

function rowsOf(name: string): string[][] {
  const lines = readFileSync(`${folder!}/${name}.csv`, "utf8").trim().split("\n");
  return lines.slice(1).map((line) => line.split(","));
}

/** Different days of purchase until the end; the first is time 0; in weeks. */
function historiesOf(rows: readonly (readonly [string, string])[], end: string): PurchaseHistory[] {
  const day = (date: string): number => Date.parse(date) / 86_400_000;
  const days = new Map<string, Set<number>>();
  for (const [customer, date] of rows) {
    if (date > end) continue;
    const known = days.get(customer) ?? new Set();
    days.set(customer, known.add(day(date)));
  }
  return Array.from(days.values(), (known) => {
    const first = Math.min(...known);
    const recency = (Math.max(...known) - first) / 7;
    return { frequency: known.size - 1, recency, age: (day(end) - first) / 7 };
  });
}

const CUTS: Readonly<Record<string, () => PurchaseHistory[]>> = {
  cdnow_sample_39w: () =>
    rowsOf("cdnow_sample_summary_39w").map((row) => ({
      ...{ frequency: Number(row[1]), recency: Number(row[2]), age: Number(row[3]) },
    })),
  cdnow_sample_78w: () =>
    historiesOf(
      rowsOf("cdnow_sample_transactions").map((row) => [row[0]!, row[2]!]),
      "1998-06-30",
    ),
  cdnow_master_39w: () =>
    historiesOf(
      rowsOf("cdnow_master_transactions").map((row) => [row[0]!, row[1]!]),
      "1997-09-30",
    ),
  cdnow_master_78w: () =>
    rowsOf("cdnow_master_summary_78w").map((row) => ({
      frequency: Number(row[1]),
      recency: Number(row[2]) / 7,
      age: Number(row[3]) / 7,
    })),
};

describe.skipIf(fits === undefined || folder === undefined)(
  "Pareto/NBD fits of CDNOW (skipped without data/value)",
  () => {
    test.each(Object.keys(CUTS))("VAL-3: %s, against 30-digit arithmetic", (cut) => {
      const file = JSON.parse(readFileSync(fits!, "utf8")) as Record<
        string,
        { readonly pnbd: { readonly exact: ExactFit } }
      >;
      const { exact } = file[cut]!.pnbd;
      const fit = fitParetoNbd(CUTS[cut]!());
      expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
      expect(fit.cells).toBe(exact.n_cells);
      expect(Math.abs(fit.logLikelihood - exact.loglik)).toBeLessThan(1e-6);
      for (const name of ["r", "alpha", "s", "beta"] as const) {
        expect(errorOf(fit.parameters[name], exact.params[name]), name).toBeLessThan(1e-8);
        // The standard errors of the reference are by differences, known to about five digits.
        expect(errorOf(fit.standardErrors![name], exact.se[name]), name).toBeLessThan(5e-5);
      }
    });

    test("VAL-3: the published estimates for the sample, to their digits", () => {
      const { parameters, logLikelihood } = fitParetoNbd(CUTS["cdnow_sample_39w"]!());
      const { r, alpha, s, beta } = parameters;
      expect([r, alpha, s].map((value) => value.toFixed(3))).toEqual(["0.553", "10.578", "0.606"]);
      // Published is 11.669; the maximum itself, to more digits, is at 11.668.
      expect(Math.abs(beta - 11.669)).toBeLessThan(0.0012);
      expect(logLikelihood.toFixed(1)).toBe("-9595.0");
    });
  },
);
