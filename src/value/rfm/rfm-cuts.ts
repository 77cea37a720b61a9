import { quantile } from "../../shared/statistics/quantile.js";
import type { CutSide, RfmCuts, RfmMeasure, RfmScoreRule } from "./rfm-score-rule.js";
import { requireBins } from "./segment-check.js";

/** The measures of recency, frequency and amount, in that order. @internal */
export const RFM_MEASURES: readonly RfmMeasure[] = ["recency", "frequency", "monetary"];

/** The number of scores and the cuts that follow from a rule. @internal */
export interface RfmScale {
  readonly bins: number;
  readonly cuts: RfmCuts;
  readonly cutSide: CutSide;
}

/** The cuts of three columns of values; a column is sorted in place. @internal */
export function rfmScale(
  rule: RfmScoreRule,
  columns: Readonly<Record<RfmMeasure, Float64Array>>,
): RfmScale {
  const { method = "quantile", cutSide = "below" } = rule;
  if (cutSide === "plus-one" && method !== "quantile") {
    throw new RangeError(`Cannot score RFM: plus-one belongs to quantiles, got method ${method}`);
  }
  if ((rule.cuts !== undefined) !== (method === "custom")) {
    throw new RangeError(`Cannot score RFM: cuts belong to the method custom, got ${method}`);
  }
  if (rule.cuts !== undefined) {
    const bins = rule.bins ?? rule.cuts.recency.length + 1;
    requireBins("score RFM", bins);
    for (const measure of RFM_MEASURES) requireCuts(rule.cuts[measure], { bins, measure });
    return { bins, cuts: rule.cuts, cutSide };
  }
  const { bins = 5 } = rule;
  requireBins("score RFM", bins);
  const cutsOf = (values: Float64Array): number[] => {
    if (values.length === 0) return [];
    const sorted = values.sort();
    const low = sorted[0]!;
    const high = sorted[sorted.length - 1]!;
    return Array.from({ length: bins - 1 }, (_, i) => {
      const share = (i + 1) / bins;
      if (method === "equal-width") return low + share * (high - low);
      return quantile(sorted, share) + (cutSide === "plus-one" ? 1 : 0);
    });
  };
  const { recency, frequency, monetary } = columns;
  return {
    bins,
    cutSide,
    cuts: { recency: cutsOf(recency), frequency: cutsOf(frequency), monetary: cutsOf(monetary) },
  };
}

/** How many cuts lie below a value: 0 for the smallest values. @internal */
export function binOf(value: number, cuts: readonly number[], side: CutSide): number {
  let bin = 0;
  for (const cut of cuts) {
    if (side === "below" ? value <= cut : value < cut) break;
    bin += 1;
  }
  return bin;
}

function requireCuts(
  cuts: readonly number[],
  { bins, measure }: { readonly bins: number; readonly measure: string },
): void {
  if (cuts.length !== bins - 1) {
    throw new RangeError(
      `Cannot score RFM: ${String(bins)} scores need ${String(bins - 1)} cuts of ${measure}, got ${String(cuts.length)}`,
    );
  }
  for (const [i, cut] of cuts.entries()) {
    if (Number.isFinite(cut) && (i === 0 || cut > cuts[i - 1]!)) continue;
    throw new RangeError(
      `Cannot score RFM: cuts of ${measure} must be numbers that rise, got ${cuts.join(", ")}`,
    );
  }
}
