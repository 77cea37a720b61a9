import { readFileSync } from "node:fs";
import { plainDate } from "goodwill/shared";
import { purchaseCells, purchaseSummaries } from "goodwill/value";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../shared-data.js";
import { CDNOW, cdnowPurchases, csvRows } from "./cdnow.js";

const data = (name: string): string | undefined => sharedData(`data/value/${name}`);
const master = data("data/cdnow_master_transactions.csv");
const masterSummary = data("data/cdnow_master_summary_78w.csv");
const sample = data("data/cdnow_sample_transactions.csv");
const sampleSummary = data("data/cdnow_sample_summary_39w.csv");
const holdout = data("ref/holdout_cdnow_sample.json");
const fits = data("ref/btyd_fits.json");
const SEPTEMBER = plainDate("1997-09-30");
const JUNE = plainDate("1998-06-30");

describe("summaries of the CDNOW logs (skipped where ../shared is absent)", () => {
  test.skipIf(!master || !masterSummary)(
    "VAL-3: 78 weeks of the master log: counts and days exactly, mean spend to the digits given",
    () => {
      const rows = cdnowPurchases(master!, "customer_id");
      const { customers, unmatchedReturns } = purchaseSummaries(rows, {
        ...CDNOW,
        observedUntil: JUNE,
      });
      const expected = csvRows(masterSummary!);
      expect(unmatchedReturns).toEqual([]);
      expect(customers.map((one) => [one.customer, one.frequency, one.recency, one.age])).toEqual(
        expected.map((row) => [
          row["customer_id"],
          Number(row["frequency"]),
          Number(row["recency_days"]) / 7,
          Number(row["T_days"]) / 7,
        ]),
      );
      customers.forEach(({ meanSpend = 0 }, i) => {
        // The reference has six decimals of a dollar: half of the last one, and what a double loses.
        const given = Number(expected[i]!["mean_repeat_spend"]);
        expect(Math.abs(meanSpend / 100 - given)).toBeLessThan(5.0001e-7);
      });
    },
  );

  test.skipIf(!sample || !sampleSummary)(
    "VAL-3: 39 weeks of the sample: every customer as published, to the two decimals given",
    () => {
      const rows = cdnowPurchases(sample!, "sample_id");
      const { customers } = purchaseSummaries(rows, { ...CDNOW, observedUntil: SEPTEMBER });
      const expected = csvRows(sampleSummary!);
      expect(customers).toHaveLength(expected.length);
      customers.forEach((one, i) => {
        const row = expected[i]!;
        expect(one.frequency).toBe(Number(row["x"]));
        expect(Math.abs(one.recency - Number(row["t_x"]))).toBeLessThan(0.00501);
        expect(Math.abs(one.age - Number(row["T"]))).toBeLessThan(0.00501);
        const mean = (one.meanSpend ?? 0) / 100;
        expect(Math.abs(mean - Number(row["mean_repeat_spend"]))).toBeLessThan(0.00501);
      });
    },
  );

  test.skipIf(!sample || !holdout)(
    "VAL-3: in the 39 weeks after them 684 customers made 1882 purchases",
    () => {
      const rows = cdnowPurchases(sample!, "sample_id");
      const options = { ...CDNOW, observedUntil: SEPTEMBER, holdoutUntil: JUNE };
      const { customers } = purchaseSummaries(rows, options);
      const later = customers.map((one) => one.holdout!);
      const expected = JSON.parse(readFileSync(holdout!, "utf8")) as Record<string, number>;
      const total = later.reduce((sum, { frequency }) => sum + frequency, 0);
      expect([total, later.filter(({ frequency }) => frequency > 0).length]).toEqual([1882, 684]);
      expect(total).toBe(expected["actual_total"]);
      expect(customers).toHaveLength(expected["n"]!);
      expect(new Set(later.map(({ length }) => length))).toEqual(new Set([39]));
    },
  );

  test.skipIf(!master || !sample || !fits)(
    "VAL-3: the four cuts have as many different histories as the reference",
    () => {
      const expected = JSON.parse(readFileSync(fits!, "utf8")) as Record<
        string,
        { bgnbd: { exact: { n_cells: number; n_customers: number } } }
      >;
      for (const [cut, file, id, observedUntil] of [
        ["cdnow_sample_39w", sample!, "sample_id", SEPTEMBER],
        ["cdnow_sample_78w", sample!, "sample_id", JUNE],
        ["cdnow_master_39w", master!, "customer_id", SEPTEMBER],
        ["cdnow_master_78w", master!, "customer_id", JUNE],
      ] as const) {
        const { customers } = purchaseSummaries(cdnowPurchases(file, id), {
          ...CDNOW,
          observedUntil,
        });
        const { n_cells, n_customers } = expected[cut]!.bgnbd.exact;
        const cells = purchaseCells(customers);
        expect([cells.length, cells.reduce((sum, { count }) => sum + count, 0)]).toEqual([
          n_cells,
          n_customers,
        ]);
      }
    },
  );
});
