import { readFileSync } from "node:fs";
import fc from "fast-check";
import { seededRandom } from "goodwill/shared";
import { fitBgNbd, fitMbgNbd, type BgNbdModel, type PurchaseHistory } from "goodwill/value";
import { describe, expect, test } from "vitest";
import golden from "../../../golden/value-bg.json" with { type: "json" };
import { sharedData } from "../../../shared-data.js";
import { simulateBuyers } from "../simulated-buyers.js";
import { CDNOW_CUTS, cdnowHistories } from "./cdnow.js";

const NAMES = ["r", "alpha", "a", "b"] as const;
const FITS = { bgnbd: fitBgNbd, mbgnbd: fitMbgNbd };
const KINDS = ["bgnbd", "mbgnbd"] as const;

interface Exact {
  readonly params: Readonly<Record<(typeof NAMES)[number], string>>;
  readonly loglik: string;
  readonly n_cells: number;
  readonly n_customers: number;
}

const file = sharedData("data/value/ref/btyd_fits.json");
const sample = cdnowHistories("cdnow_sample_39w");

describe("VAL-3: fits of the CDNOW data against 30-digit arithmetic", () => {
  const cases = CDNOW_CUTS.flatMap((cut) => KINDS.map((kind) => [cut, kind] as const));
  test.skipIf(file === undefined).each(cases)(
    "VAL-3: %s under %s, parameters to 1e-8",
    (cut, kind) => {
      const all = JSON.parse(readFileSync(file!, "utf8")) as Record<
        string,
        Record<string, { readonly exact: Exact }>
      >;
      const { exact } = all[cut]![kind]!;
      const fit = FITS[kind](cdnowHistories(cut)!);
      expect(fit.diagnostic).toEqual({ code: "interior-maximum" });
      expect([fit.cells, fit.customers]).toEqual([exact.n_cells, exact.n_customers]);
      expect(Math.abs(fit.logLikelihood - Number(exact.loglik))).toBeLessThan(1e-8);
      for (const name of NAMES) {
        expect(Math.abs(fit.parameters[name] / Number(exact.params[name]) - 1)).toBeLessThan(1e-8);
      }
    },
  );

  test.skipIf(sample === undefined).each(KINDS)(
    "VAL-3: standard errors under %s, to 1e-9",
    (kind) => {
      const fit = FITS[kind](sample!);
      NAMES.forEach((name, i) => {
        const exact = Number(golden.standardErrors[kind][i]);
        expect(Math.abs(fit.standardErrors![name] / exact - 1)).toBeLessThan(1e-9);
      });
    },
  );
});

const MODEL: BgNbdModel = { kind: "bg-nbd", parameters: { r: 0.8, alpha: 5, a: 0.9, b: 3 } };
const made = (customers: number, seed: number): PurchaseHistory[] =>
  simulateBuyers(MODEL, { customers, age: [26, 39, 52], random: seededRandom(seed) });

describe("VAL-3: what a fit must not depend on", () => {
  test("VAL-3: made customers give the parameters back, within three standard errors", () => {
    const { parameters, standardErrors } = fitBgNbd(made(4000, 1));
    for (const name of NAMES) {
      const distance = Math.abs(parameters[name] - MODEL.parameters[name]);
      expect(distance).toBeLessThan(3 * standardErrors![name]);
    }
    const own = simulateBuyers(
      { ...MODEL, kind: "mbg-nbd" },
      { customers: 4000, age: 39, random: seededRandom(2) },
    );
    const modified = fitMbgNbd(own);
    for (const name of NAMES) {
      const distance = Math.abs(modified.parameters[name] - MODEL.parameters[name]);
      expect(distance).toBeLessThan(3 * modified.standardErrors![name]);
    }
  });

  test.each([fitBgNbd, fitMbgNbd])("VAL-3: the order of the rows, to the last bit (%o)", (fit) => {
    const rows = made(120, 3);
    const fitted = fit(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(fit(shuffled)).toEqual(fitted);
      }),
      { numRuns: 10 },
    );
  });

  test("VAL-3: a count is as many rows", () => {
    const rows = made(60, 4).map((row, i) => ({ ...row, count: 1 + (i % 3) }));
    const repeated = rows.flatMap(({ count, ...row }) => Array.from({ length: count }, () => row));
    expect(fitBgNbd(rows)).toEqual(fitBgNbd(repeated));
  });

  test("VAL-3: the unit of time moves alpha in proportion and nothing else", () => {
    const rows = made(300, 5);
    const fitted = fitBgNbd(rows);
    const purchases = rows.reduce((sum, { frequency }) => sum + frequency, 0);
    for (const unit of [7, 0.25, 1 / 52]) {
      const scaled = fitBgNbd(
        rows.map((row) => ({ ...row, recency: row.recency * unit, age: row.age * unit })),
      );
      const back = { ...scaled.parameters, alpha: scaled.parameters.alpha / unit };
      for (const name of NAMES) {
        expect(Math.abs(back[name] / fitted.parameters[name] - 1)).toBeLessThan(1e-9);
      }
      const shifted = scaled.logLikelihood + purchases * Math.log(unit);
      expect(Math.abs(shifted - fitted.logLikelihood)).toBeLessThan(1e-7);
    }
  });

  test("VAL-3: no customers, a count of 0 and a recency beyond the age are refused", () => {
    expect(() => fitBgNbd([])).toThrow("Cannot fit BG/NBD: it needs at least one customer");
    const row = { frequency: 1, recency: 2, age: 3 };
    expect(() => fitMbgNbd([{ ...row, count: 0 }])).toThrow("a count must be a number above 0");
    expect(() => fitMbgNbd([{ ...row, recency: 4 }])).toThrow("the recency must lie between 0");
    expect(() => fitBgNbd([row], { penalty: -1 })).toThrow("the penalty must be a number");
  });
});
