import { seededRandom } from "goodwill/shared";
import type { AliveMatrixCell } from "../../../src/chart/value/alive-matrix-chart.js";
import type { ClassMigration } from "../../../src/chart/value/class-migration.js";
import type { CohortChartRetention } from "../../../src/chart/value/cohort-triangle-chart.js";
import type { LorenzChartCurve } from "../../../src/chart/value/lorenz-chart.js";
import type { RfmHeatMapGrid } from "../../../src/chart/value/rfm-heat-map.js";
import type { SurvivalChartCurve } from "../../../src/chart/value/survival-chart-curve.js";
import type { TrackingChartPoint } from "../../../src/chart/value/tracking-chart.js";

/** Customers by both scores, more where both are alike; a scale makes them many. */
export function rfmGridOf(bins: number, scale = 1): RfmHeatMapGrid {
  const scores = Array.from({ length: bins }, (_, index) => index + 1);
  return {
    bins,
    cells: scores.flatMap((recency) =>
      scores.map((frequency) => ({
        ...{ recencyScore: recency, frequencyScore: frequency },
        count: scale * Math.max(0, 90 - 40 * Math.abs(recency - frequency)),
        meanAmount: scale * (12.5 * frequency + recency),
      })),
    ),
  };
}

/** A Lorenz curve of customers with values 1, 2^k, 3^k and so on; the Gini index follows from its points. */
export function lorenzOf(customers: number, power: number): LorenzChartCurve {
  const values = Array.from({ length: customers }, (_, index) => (index + 1) ** power);
  const total = values.reduce((sum, value) => sum + value, 0);
  let held = 0;
  let area = 0;
  const points = values.map((value, index) => {
    area += (2 * held + value) / total / customers / 2;
    held += value;
    return {
      customerShare: (index + 1) / customers,
      valueShare: Math.min(1, held / total),
    };
  });
  return { points, gini: 1 - 2 * area };
}

/** Monthly cohorts, the last of which has just begun. */
export function cohortsOf(count: number): CohortChartRetention {
  return {
    cohorts: Array.from({ length: count }, (_, index) => ({
      cohort: `${String(2021 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`,
      size: 1000 + 37 * index,
      retentionShare: Array.from({ length: count - index }, (__, period) =>
        period === 0 ? 1 : 0.4 / period ** 0.6 + 0.002 * (index % 5),
      ),
    })),
  };
}

/** A group that leaves at a pace, watched for 60 weeks; some are lost from sight. */
export function survivalOf(label: string, pace: number): SurvivalChartCurve {
  const points = Array.from({ length: 30 }, (_, index) => {
    const time = 2 * (index + 1);
    const survival = Math.exp(-pace * time);
    const width = 0.02 + 0.002 * time;
    return {
      ...{ time, survival, censored: index % 3 === 0 ? 2 : 0 },
      lower: Math.max(0, survival - width),
      upper: Math.min(1, survival + width),
    };
  });
  return { label, points, level: 0.95 };
}

/** Two years of weeks, with an expectation that runs off by a share. */
export function trackingOf(weeks: number, miss: number, scale = 1): TrackingChartPoint[] {
  return Array.from({ length: weeks + 1 }, (_, time) => {
    const actual = scale * (80 * time ** 0.8 + 3 * (1 - Math.cos(time)));
    return { time, actual: Math.max(0, actual), expected: scale * 80 * (1 + miss) * time ** 0.8 };
  });
}

/** A probability that falls with silence, the faster the more was bought. */
export function aliveOf(frequencies: number, recencies: number): AliveMatrixCell[] {
  return Array.from({ length: frequencies + 1 }, (_, frequency) =>
    Array.from({ length: recencies + 1 }, (__, recency) => ({
      ...{ frequency, recency },
      aliveProbability: 1 / (1 + 0.3 * Math.exp(0.12 * frequency * (1 - recency / recencies) * 2)),
    })),
  ).flat();
}

export const CLASSES = ["C", "B", "A"];

/** Moves among classes, most on the diagonal; some customers are gone, others came. */
export function migrationOf(classes: readonly string[], scale = 1): ClassMigration {
  const random = seededRandom(5);
  const moves = classes.flatMap((from, row) =>
    classes.map((to, column) => ({
      ...{ from, to },
      count: Math.floor((scale * 100 * random()) / (1 + 4 * Math.abs(row - column))),
    })),
  );
  const balances = classes.map((segment) => {
    const [went, came] = [random, random].map((draw) => Math.floor(scale * 40 * draw()));
    const left = moves.filter(({ from }) => from === segment);
    const opening = left.reduce((sum, { count }) => sum + count, went!);
    return { segment, opening, went: went!, came: came! };
  });
  return { segments: classes, moves, balances };
}
