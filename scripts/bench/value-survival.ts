import { seededRandom } from "goodwill/shared";
import { holdoutReport, survivalCurve, type HoldoutRow, type SurvivalRow } from "goodwill/value";
import type { BenchmarkCase } from "./cases.js";

const MODEL = {
  kind: "bg-nbd",
  parameters: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 },
} as const;

/** Customers seen for up to ten years, in days; two thirds of them have left. */
function survivalRows(count: number): SurvivalRow[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, () => ({
    time: Math.floor(-1200 * Math.log(1 - random())) % 3650,
    event: random() < 2 / 3,
  }));
}

/** Kaplan-Meier by count arrays: whole days only, no standard error, no interval. */
function plainKaplanMeier(rows: readonly SurvivalRow[]): number {
  const events = new Float64Array(3650);
  const seen = new Float64Array(3651);
  for (const { time, event } of rows) {
    seen[time]! += 1;
    if (event) events[time]! += 1;
  }
  for (let time = 3649; time >= 0; time -= 1) seen[time]! += seen[time + 1]!;
  let survival = 1;
  for (let time = 0; time < 3650; time += 1) {
    if (seen[time]! > 0) survival *= 1 - events[time]! / seen[time]!;
  }
  return survival;
}

/** Histories in days as weeks, most of them without a repeat purchase, with 39 weeks after. */
function holdoutRows(count: number): HoldoutRow[] {
  const random = seededRandom(6);
  return Array.from({ length: count }, () => {
    const age = (189 + Math.floor(84 * random())) / 7;
    const frequency = Math.floor(-1.2 * Math.log(1 - random()));
    const recency = frequency === 0 ? 0 : Math.floor(7 * age * random()) / 7;
    const after = Math.floor(-0.8 * Math.log(1 - random()));
    return { frequency, recency, age, holdout: { frequency: after, length: 39 } };
  });
}

/** Mean absolute error of the rate so far: one pass, one figure. */
function plainHoldout(rows: readonly HoldoutRow[]): number {
  let sum = 0;
  for (const { frequency, age, holdout } of rows) {
    sum += Math.abs((frequency / age) * holdout!.length - holdout!.frequency);
  }
  return sum / rows.length;
}

/** The benchmarks of survival and holdout by name; `short` shrinks those that take long. */
export function valueSurvivalCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 50_000 : 1_000_000;
  const customers = short ? 10_000 : 100_000;
  return {
    [`value: survival curve of ${many.toLocaleString("en-US")} customers`]: () => {
      const rows = survivalRows(many);
      return {
        run: () => survivalCurve(rows).points.length,
        baseline: () => plainKaplanMeier(rows),
        items: many,
        unit: "customers",
      };
    },
    [`value: holdout report of ${customers.toLocaleString("en-US")} customers`]: () => {
      const rows = holdoutRows(customers);
      return {
        run: () => holdoutReport(MODEL, rows).model.total,
        baseline: () => plainHoldout(rows),
        items: customers,
        unit: "customers",
      };
    },
  };
}
