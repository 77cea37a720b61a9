import {
  DEFAULT_LEVEL,
  requireLevel,
  type LevelOptions,
} from "../../shared/statistics/interval.js";
import { midRanks } from "../../shared/statistics/mid-ranks.js";
import type { BuyingModel } from "../buying/buying-model.js";
import { compareForecast } from "./compare-forecast.js";
import type { ForecastAccuracy } from "./forecast-accuracy.js";
import { forecastColumns, type ForecastColumns } from "./forecast-columns.js";
import type { HoldoutGroup } from "./holdout-group.js";
import type { HoldoutRow } from "./holdout-row.js";
import { areaUnderCurve, brierScore } from "./ranking-quality.js";
import { sumHoldoutGroup } from "./sum-holdout-group.js";

/** How well a forecast tells buyers from others. */
export interface BuyerForecast {
  /** Customers forecast to buy at least once. */
  readonly expectedBuyers: number;
  /**
   * Probability that one who bought was ranked above one who did not (AUC), ties counting a half: 0.5 is chance, 1
   * perfect; absent where all bought or nobody did.
   */
  readonly areaUnderCurve?: number;
  /** Mean squared distance of the probability from what happened (Brier): 0 is perfect, 0.25 a coin. */
  readonly brierScore: number;
}

/** The model's forecast. */
export interface ModelForecast extends ForecastAccuracy, BuyerForecast {}

/**
 * What one would say without a model: everybody goes on at the rate so far, frequency by age. For buyers, the rate is
 * taken as that of a Poisson process.
 */
export interface NaiveForecast extends ForecastAccuracy, BuyerForecast {}

/** A tenth of the customers by forecast. */
export interface HoldoutDecile extends HoldoutGroup {
  /** Which tenth: 1 has the highest forecasts, 10 the lowest. */
  readonly decile: number;
}

/** Customers of one frequency. */
export interface HoldoutFrequency extends HoldoutGroup {
  /** Repeat purchases in the time observed; the last group holds this number and more. */
  readonly frequency: number;
  /** Whether the group holds higher frequencies, too. */
  readonly andMore: boolean;
}

/** How to report. */
export interface HoldoutReportOptions extends LevelOptions {
  /** From which frequency on customers are one group; an integer of at least 1, 7 by default. */
  readonly frequencyAtMost?: number;
}

/** A forecast beside what happened. */
export interface HoldoutReport {
  /** Customers. */
  readonly customers: number;
  /** Purchases they made in the holdout. */
  readonly actualTotal: number;
  /** Customers who made at least one. */
  readonly actualBuyers: number;
  /** How near the model came. */
  readonly model: ModelForecast;
  /** How near the rate so far comes. */
  readonly naive: NaiveForecast;
  /** Tenths of the customers, highest forecast first; customers of equal forecast are in one, so that some may lack. */
  readonly deciles: readonly HoldoutDecile[];
  /** Customers by frequency, ascending; frequencies nobody has are left out. */
  readonly frequencies: readonly HoldoutFrequency[];
  /** Confidence level of the intervals as a share. */
  readonly level: number;
}

/**
 * How well does the model forecast what customers did afterwards, and better than their rate so far?
 *
 * Fit the model to the time observed, and judge it by the time after, which it has not seen. A tenth is made by rank:
 * customers of equal forecast stay together, in the tenth of the middle of their ranks.
 *
 * @param model - The model of buying, fitted to the same histories.
 * @param customers - Histories with a holdout; at least one. Lengths of the holdout may differ.
 * @param options - Where frequencies are summed up, and the confidence level.
 * @returns Totals, errors, ranking, and the tables by tenth and by frequency.
 * @throws RangeError when there are no customers, one has no holdout, a parameter, history or holdout is not valid, the
 * level is not above 0 and below 1, or the frequency not an integer of at least 1; TypeError when the kind of model is
 * not known.
 * @example
 * ```ts
 * import { holdoutReport } from "goodwill/value";
 *
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } } as const;
 * const report = holdoutReport(model, [
 *   { frequency: 0, recency: 0, age: 38, holdout: { frequency: 0, length: 39 } },
 *   { frequency: 2, recency: 30, age: 39, holdout: { frequency: 1, length: 39 } },
 *   { frequency: 6, recency: 37, age: 39, holdout: { frequency: 5, length: 39 } },
 * ]);
 * [report.actualTotal, report.model.total.toFixed(1)]; // => [6, "5.3"]
 * report.model.areaUnderCurve; // => 1
 * ```
 */
export function holdoutReport(
  model: BuyingModel,
  customers: Iterable<HoldoutRow>,
  options: HoldoutReportOptions = {},
): HoldoutReport {
  const { frequencyAtMost = 7 } = options;
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "judge a forecast");
  if (!(Number.isInteger(frequencyAtMost) && frequencyAtMost >= 1)) {
    throw new RangeError(
      `Cannot judge a forecast: frequencyAtMost must be an integer of at least 1, got ${String(frequencyAtMost)}`,
    );
  }
  const columns = forecastColumns(model, [...customers]);
  const { n, frequency, actual, expected, probability, naive } = columns;
  if (n === 0) {
    throw new RangeError("Cannot judge a forecast: it needs at least one customer, got none");
  }
  const group = (members: readonly number[]): HoldoutGroup =>
    sumHoldoutGroup(columns, { members, level });
  return {
    customers: n,
    actualTotal: actual.reduce((sum, count) => sum + count, 0),
    actualBuyers: actual.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    model: {
      ...compareForecast(expected, actual),
      ...buyerForecast({ scores: probability, probability, actual }),
    },
    naive: {
      ...compareForecast(naive, actual),
      ...buyerForecast({
        scores: naive,
        probability: naive.map((rate) => -Math.expm1(-rate)),
        actual,
      }),
    },
    deciles: membersBy(decileOf(columns), n).map(([decile, members]) => ({
      decile,
      ...group(members),
    })),
    frequencies: membersBy((i) => Math.min(frequency[i]!, frequencyAtMost), n).map(
      ([least, members]) => ({
        frequency: least,
        andMore: least === frequencyAtMost,
        ...group(members),
      }),
    ),
    level,
  };
}

function buyerForecast({
  scores,
  probability,
  actual,
}: {
  readonly scores: Float64Array;
  readonly probability: Float64Array;
  readonly actual: Float64Array;
}): BuyerForecast {
  const area = areaUnderCurve(scores, actual);
  return {
    expectedBuyers: probability.reduce((sum, share) => sum + share, 0),
    ...(area !== undefined && { areaUnderCurve: area }),
    brierScore: brierScore(probability, actual),
  };
}

/** The tenth of each customer by expected purchases. */
function decileOf({ expected, n }: ForecastColumns): (i: number) => number {
  const ranks = midRanks(expected);
  return (i) => 1 + Math.floor((10 * (n - ranks[i]! + 0.5)) / n);
}

/** Positions of customers by a whole number, ascending. */
function membersBy(
  keyOf: (i: number) => number,
  n: number,
): readonly (readonly [key: number, members: readonly number[]])[] {
  const groups = new Map<number, number[]>();
  for (let i = 0; i < n; i += 1) {
    const key = keyOf(i);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [i]);
    else known.push(i);
  }
  return [...groups].sort(([a], [b]) => a - b);
}
