import type { ChartSpecification, LabelledChartOptions } from "goodwill/chart";
import { plainDate } from "goodwill/shared";
import { expiryOutlookChart } from "../../../src/chart/loyalty/expiry-outlook-chart.js";
import { liabilityVintageChart } from "../../../src/chart/loyalty/liability-vintage-chart.js";
import {
  pointsWaterfallChart,
  type PointsTotals,
} from "../../../src/chart/loyalty/points-waterfall-chart.js";
import { tierFlowChart } from "../../../src/chart/loyalty/tier-flow-chart.js";
import { tierLadderChart } from "../../../src/chart/loyalty/tier-ladder-chart.js";
import { MOVES, OUTLOOK, TIERS, TOTALS, vintagesOf } from "./samples.js";

const NOTHING: PointsTotals = {
  ...{ issued: 0, redeemed: 0, expired: 0, clawedBack: 0, transferred: 0 },
  ...{ reserved: 0, pending: 0, active: 0, deficit: 0 },
};

const ELEVEN = Array.from({ length: 11 }, (_, index) => `tier_${index}`);

/** The charts of the room loyalty, from nothing to far too much. */
export const LOYALTY_CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  "points waterfall": (options) => pointsWaterfallChart(TOTALS, options),
  "points waterfall, all owed": (options) =>
    pointsWaterfallChart({ ...NOTHING, issued: 100, redeemed: 150, deficit: 50 }, options),
  "points waterfall of nothing": (options) => pointsWaterfallChart(NOTHING, options),
  "expiry outlook": (options) => expiryOutlookChart(OUTLOOK, options),
  "expiry outlook of forty years": (options) =>
    expiryOutlookChart(
      Array.from({ length: 40 }, (_, index) => ({
        ...{ lastDay: plainDate(`${2026 + index}-12-31`), points: 1_000_000 + index },
      })),
      options,
    ),
  "expiry outlook of nothing": (options) => expiryOutlookChart([], options),
  "tier ladder": (options) =>
    tierLadderChart(
      TIERS.map((tier, index) => ({ tier, members: 80_000 >> (3 * index) })),
      options,
    ),
  "tier ladder without members": (options) =>
    tierLadderChart([{ tier: "bronze", members: 0 }], options),
  "tier ladder without tiers": (options) => tierLadderChart([], options),
  "tier flow": (options) => tierFlowChart(MOVES, { ...options, tiers: TIERS }),
  "tier flow of one member": (options) =>
    tierFlowChart([{ from: "bronze", to: "gold", members: 1 }], { ...options, tiers: TIERS }),
  "tier flow of eleven tiers": (options) =>
    tierFlowChart(
      ELEVEN.flatMap((from, row) =>
        ELEVEN.map((to, column) => ({ from, to, members: row * column })),
      ),
      { ...options, tiers: ELEVEN, dates: { before: "2025-12-31", after: "2026-12-31" } },
    ),
  "tier flow without members": (options) => tierFlowChart([], { ...options, tiers: TIERS }),
  "liability by vintage": (options) =>
    liabilityVintageChart(vintagesOf(14), { ...options, minorDigits: 2 }),
  "liability by vintage, yen": (options) =>
    liabilityVintageChart(vintagesOf(1, "JPY"), { ...options, minorDigits: 0 }),
  "liability without vintages": (options) =>
    liabilityVintageChart([], { ...options, minorDigits: 2 }),
};
