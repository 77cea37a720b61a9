import type { ChartSpecification, LabelledChartOptions } from "goodwill/chart";
import { aliveMatrixChart } from "../../../src/chart/value/alive-matrix-chart.js";
import { classMigrationChart } from "../../../src/chart/value/class-migration-chart.js";
import { cohortTriangleChart } from "../../../src/chart/value/cohort-triangle-chart.js";
import { lorenzChart } from "../../../src/chart/value/lorenz-chart.js";
import { rfmHeatMap } from "../../../src/chart/value/rfm-heat-map.js";
import { survivalChart } from "../../../src/chart/value/survival-chart.js";
import { trackingChart } from "../../../src/chart/value/tracking-chart.js";
import {
  aliveOf,
  CLASSES,
  cohortsOf,
  lorenzOf,
  migrationOf,
  rfmGridOf,
  survivalOf,
  trackingOf,
} from "./samples.js";

const NINE = Array.from({ length: 9 }, (_, index) => `group ${String(index + 1)}`);

const TWELVE = Array.from({ length: 12 }, (_, index) => `segment_${String(index + 1)}`);

/** The charts of the room value, from nothing to far too much. */
export const VALUE_CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  "rfm heat map": (options) => rfmHeatMap(rfmGridOf(5), options),
  "rfm heat map, amounts": (options) =>
    rfmHeatMap(rfmGridOf(5, 10_000), {
      ...{ ...options, measure: "meanAmount", minorDigits: 2, currency: "USD" },
    }),
  "rfm heat map of ten bins and millions": (options) => rfmHeatMap(rfmGridOf(10, 54_321), options),
  "rfm heat map of one customer": (options) =>
    rfmHeatMap(
      {
        bins: 2,
        cells: [{ recencyScore: 1, frequencyScore: 2, count: 1 }],
      },
      options,
    ),
  "rfm heat map without customers": (options) => rfmHeatMap({ cells: [], bins: 5 }, options),
  "lorenz curve": (options) => lorenzChart([lorenzOf(3000, 3)], options),
  "lorenz curve of three years": (options) =>
    lorenzChart(
      [0.4, 2, 6].map((power, year) => ({
        ...{ ...lorenzOf(50, power), label: String(2024 + year) },
      })),
      options,
    ),
  "lorenz curve of points alone": (options) => lorenzChart(lorenzOf(30, 3).points, options),
  "lorenz curve of customers all alike": (options) => lorenzChart([lorenzOf(4, 0)], options),
  "lorenz curve of nothing": (options) => lorenzChart([], options),
  "cohort triangle": (options) => cohortTriangleChart(cohortsOf(12), options),
  "cohort triangle of five years": (options) => cohortTriangleChart(cohortsOf(60), options),
  "cohort triangle of one cohort": (options) => cohortTriangleChart(cohortsOf(1), options),
  "cohort triangle of weeks that never begin whole": (options) =>
    cohortTriangleChart(
      {
        cohorts: [{ cohort: "all of the spring", size: 7, retentionShare: [0.9, 0, 1] }],
        by: "week",
      },
      options,
    ),
  "cohort triangle without cohorts": (options) => cohortTriangleChart({ cohorts: [] }, options),
  "survival curve": (options) =>
    survivalChart([{ points: survivalOf("", 0.03).points }], { ...options, timeUnit: "weeks" }),
  "survival curves of three groups": (options) =>
    survivalChart(
      [survivalOf("shop", 0.05), survivalOf("online", 0.02), survivalOf("fair", 0.005)],
      { ...options, timeUnit: "weeks" },
    ),
  "survival curves of nine groups": (options) =>
    survivalChart(
      NINE.map((name, index) => survivalOf(name, 0.006 * (index + 1))),
      options,
    ),
  "survival curve that ends at once": (options) =>
    survivalChart([{ points: [{ time: 0, survival: 1 }] }], options),
  "survival curve of nobody": (options) => survivalChart([], options),
  "tracking plot": (options) =>
    trackingChart(trackingOf(78, -0.05), { ...options, holdoutStart: 39, timeUnit: "weeks" }),
  "tracking plot of millions, holdout at the end": (options) =>
    trackingChart(trackingOf(520, 0.2, 10_000), {
      ...{ ...options, holdoutStart: 515, timeUnit: "weeks", measure: "orders" },
    }),
  "tracking plot without a holdout": (options) => trackingChart(trackingOf(1, 0), options),
  "tracking plot of nothing": (options) => trackingChart([], options),
  "alive matrix": (options) =>
    aliveMatrixChart(aliveOf(30, 38), { ...options, timeUnit: "weeks", age: 39 }),
  "alive matrix of few": (options) => aliveMatrixChart(aliveOf(5, 4), options),
  "alive matrix of many": (options) => aliveMatrixChart(aliveOf(49, 59), options),
  "alive matrix of one": (options) => aliveMatrixChart(aliveOf(0, 1).slice(1), options),
  "alive matrix of nothing": (options) => aliveMatrixChart([], options),
  "class migration": (options) =>
    classMigrationChart(migrationOf(CLASSES, 30), {
      ...{ ...options, order: "rising", dates: { before: "2025-12-31", after: "2026-12-31" } },
    }),
  "class migration without an order": (options) =>
    classMigrationChart(migrationOf(["champions", "loyal", "at_risk", "gold"]), options),
  "class migration of twelve segments": (options) =>
    classMigrationChart(migrationOf(TWELVE, 1000), { ...options, order: "falling" }),
  "class migration of those who came only": (options) =>
    classMigrationChart(
      {
        segments: ["gold", "silver"],
        moves: [],
        balances: [
          { segment: "gold", opening: 0, went: 0, came: 3 },
          { segment: "silver", opening: 0, went: 0, came: 9 },
        ],
      },
      options,
    ),
  "class migration without customers": (options) =>
    classMigrationChart({ segments: [], moves: [], balances: [] }, options),
};
