import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  attributeConversionRate,
  attributionPath,
  conversionRateCombine,
  type AttributionPath,
  type RateAttribution,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import golden from "../../golden/attribution.json" with { type: "json" };
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { sharedData } from "../../shared-data.js";
import { anyPath, fraction, TINY } from "./made-paths.js";

function rated(rows: readonly AttributionPath[]): RateAttribution {
  const result = attributeConversionRate(rows);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("attributeConversionRate", () => {
  it("TP-9: agrees with the mean over all orders in which touchpoints could come together", () => {
    const { credits, paths, conversionRate, valuePerPath } = rated(TINY);
    expect(paths).toBe(72);
    expect(conversionRate).toBe(29 / 72);
    expect(valuePerPath).toBe(1335 / 72);
    for (const credit of credits) {
      const expected = golden.conversionRate[credit.touchpoint as "mail"].map(fraction);
      expect(credit.conversionRate).toBeCloseTo(expected[0]!, 14);
      expect(credit.valuePerPath).toBeCloseTo(expected[1]!, 12);
    }
    expect(credits).toHaveLength(5);
  });

  it("TP-9: the credits add up to the conversion rate of all paths", () => {
    fc.assert(
      fc.property(fc.array(anyPath), (rows) => {
        const { credits, paths, conversionRate = 0, valuePerPath = 0 } = rated(rows);
        if (paths === 0) {
          expect(credits).toEqual([]);
          return;
        }
        const sum = (of: "conversionRate" | "valuePerPath"): number =>
          credits.reduce((total, credit) => total + credit[of], 0);
        expect(sum("conversionRate")).toBeCloseTo(conversionRate, 12);
        expect(sum("valuePerPath")).toBeCloseTo(valuePerPath, 9);
      }),
    );
  });

  it("no paths have no rate", () => {
    expect(rated([])).toEqual({ paths: 0, credits: [] });
    expect(rated([{ steps: ["a"], conversions: 0, nulls: 0 }])).toEqual({ paths: 0, credits: [] });
  });

  it("refuses too many touchpoints, with their number; up to the limit it answers", () => {
    const steps = Array.from({ length: 21 }, (_, at) => `t${String(at)}`);
    const rows = [{ steps, conversions: 1, nulls: 1 }];
    expect(attributeConversionRate(rows)).toEqual({
      ok: false,
      error: { code: "too-many-touchpoints", touchpoints: 21, limit: 20 },
    });
    const few = [{ steps: steps.slice(0, 4), conversions: 1, nulls: 1 }];
    expect(attributeConversionRate(few, { maxTouchpoints: 3 }).ok).toBe(false);
    const all = attributeConversionRate(few, { maxTouchpoints: 4 });
    expect(all.ok && all.value.credits.map(({ conversionRate }) => conversionRate)).toEqual([
      0.125, 0.125, 0.125, 0.125,
    ]);
  });

  it("refuses a bad row and a limit out of bounds", () => {
    expect(() => attributeConversionRate([{ steps: [], conversions: 1, nulls: 0 }])).toThrow(
      "got none",
    );
    expect(() => attributeConversionRate([], { maxTouchpoints: 25 })).toThrow("got 25");
    expect(() => attributeConversionRate([], { maxTouchpoints: 0 })).toThrow("got 0");
  });
});

describe("conversionRateCombine", () => {
  it("merges in any order and grouping", () => {
    const stranger = { ...conversionRateCombine().createAccumulator(), version: 2 };
    expectMergeLaws(conversionRateCombine(), anyPath, {
      tolerance: 1e-12,
      maxRows: 12,
      strangers: [stranger],
    });
  });
});

const csv = sharedData("data/experience/pathdata.csv");
const json = sharedData("data/experience/ref_attribution_pathdata.json");

it.skipIf(csv === undefined || json === undefined)(
  "TP-9: agrees with the reference on 10,000 rows to 1e-12 (skipped where ../shared is absent)",
  () => {
    const [, ...lines] = readFileSync(csv!, "utf8").trim().split(/\r?\n/);
    const rows = lines.map((line) => {
      const [path = "", conversions, value, nulls] = line.split(",");
      const counts = {
        conversions: Number(conversions),
        nulls: Number(nulls),
        value: Number(value),
      };
      return attributionPath(path, counts);
    });
    const { exact } = JSON.parse(readFileSync(json!, "utf8")) as {
      exact: { shapley: { subset_conversion_rate: Record<string, number> } };
    };
    const { credits } = rated(rows);
    expect(credits).toHaveLength(12);
    for (const { touchpoint, conversionRate } of credits) {
      const expected = exact.shapley.subset_conversion_rate[touchpoint]!;
      expect(Math.abs(conversionRate - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
    }
  },
);
