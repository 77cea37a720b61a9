import {
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import {
  DEFAULT_LEVEL,
  requireLevel,
  type LevelOptions,
} from "../../shared/statistics/interval.js";
import { normalQuantile } from "../../shared/statistics/normal.js";
import type { SurvivalRow } from "./survival-row.js";
import {
  addSurvivalRow,
  addTally,
  emptyTally,
  placeOfTime,
  timeIndexOf,
} from "./survival-tally.js";
import type { SurvivalTally, TimeIndex } from "./survival-tally.js";

/** The survival curve at a time at which somebody left or was last seen. */
export interface SurvivalPoint {
  /** The time, in the unit of the rows. */
  readonly time: number;
  /** How many were seen just before this time: those who leave and are last seen at it included. */
  readonly atRisk: number;
  /** How many left at this time. */
  readonly events: number;
  /** How many were still there and last seen at this time. */
  readonly censored: number;
  /** Share that is still there after this time, 0 to 1. */
  readonly survival: number;
  /** Standard error of that share after Greenwood; absent once nobody is left, because nothing is known of it. */
  readonly standardError?: number;
  /** Lower end of the interval of that share; absent once nobody is left. */
  readonly lower?: number;
  /** Upper end of the interval of that share, at most 1; absent once nobody is left. */
  readonly upper?: number;
}

/** Which share is still there after how long. */
export interface SurvivalCurve {
  /** One point for each time of the rows, ascending; the curve is 1 before the first and flat between two. */
  readonly points: readonly SurvivalPoint[];
  /** How many rows, their weights counted. */
  readonly n: number;
  /** How many of them left. */
  readonly events: number;
  /** Confidence level of the intervals as a share. */
  readonly level: number;
}

/** Counts by time that can be stored, sent and merged. */
export interface SurvivalAccumulator extends ConfiguredAccumulator {
  /** The times, each once, in the order they came. */
  readonly times: number[];
  /** How many left, by time. */
  readonly events: number[];
  /** How many were last seen, by time. */
  readonly censored: number[];
}

/**
 * Which share of the customers is still there after how long, though many have not left yet?
 *
 * The estimate of Kaplan and Meier: at each time, the share that stays is that of those seen so long. Who leaves at a
 * time leaves before those last seen at it. A weight of 3 is the same as three rows.
 *
 * @remarks Kaplan and Meier (1958, JASA 53:457); standard error after Greenwood (1926); intervals on the scale of the
 * logarithm, as the package survival of R has them by default.
 * @param rows - One row a customer, in any order.
 * @param options - The confidence level.
 * @returns The curve; without points for no rows.
 * @throws RangeError when a time is not a number of at least 0, a weight not above 0, or the level not above 0 and
 * below 1; TypeError when an event is not true or false.
 * @example
 * ```ts
 * import { survivalCurve } from "goodwill/value";
 *
 * const { points } = survivalCurve([
 *   { time: 3, event: true },
 *   { time: 5, event: false },
 *   { time: 8, event: true },
 *   { time: 8, event: false },
 * ]);
 * points.map(({ time, survival }) => [time, survival]); // => [[3, 0.75], [5, 0.75], [8, 0.375]]
 * ```
 */
export function survivalCurve(
  rows: Iterable<SurvivalRow>,
  options: LevelOptions = {},
): SurvivalCurve {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "draw a survival curve");
  const tally = emptyTally();
  const index = timeIndexOf(tally);
  for (const row of rows) addSurvivalRow(tally, row, index);
  return curveOf(tally, { index, level });
}

/**
 * Which share is still there after how long, as an aggregation?
 *
 * The same as {@link survivalCurve}, for rows that come in parts. Memory grows with the different times.
 *
 * @param options - The confidence level; it may differ between parts.
 * @returns The aggregation; rows are customers.
 * @throws RangeError when the level is not above 0 and below 1; in `addInput` as {@link survivalCurve} does.
 * @example
 * ```ts
 * import { aggregate } from "goodwill/shared";
 * import { survivalCombine } from "goodwill/value";
 *
 * const rows = [1, 2, 2, 4].map((time) => ({ time, event: true }));
 * aggregate(rows, survivalCombine()).points.map(({ survival }) => survival); // => [0.75, 0.25, 0]
 * ```
 */
export function survivalCombine(
  options: LevelOptions = {},
): Aggregation<SurvivalRow, SurvivalAccumulator, SurvivalCurve> {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "draw a survival curve");
  const known = new WeakMap<readonly number[], TimeIndex>();
  const indexOf = (accumulator: SurvivalAccumulator): TimeIndex => {
    const index = known.get(accumulator.times);
    if (index?.size === accumulator.times.length) return index;
    const made = timeIndexOf(accumulator);
    known.set(accumulator.times, made);
    return made;
  };
  const createAccumulator = (): SurvivalAccumulator => ({
    version: 1,
    configuration: "survival",
    ...emptyTally(),
  });
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      addSurvivalRow(accumulator, row, indexOf(accumulator));
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("survival", [merged, a, b]);
      for (const part of [a, b]) addTally(merged, part, indexOf(merged));
      return merged;
    },
    extractOutput: (accumulator) => curveOf(accumulator, { index: indexOf(accumulator), level }),
  };
}

function curveOf(
  { times, events, censored }: SurvivalTally,
  { index, level }: { readonly index: TimeIndex; readonly level: number },
): SurvivalCurve {
  const ascending = Float64Array.from(times).sort();
  const atRisk = new Float64Array(ascending.length + 1);
  let allEvents = 0;
  for (let i = ascending.length - 1; i >= 0; i -= 1) {
    const place = placeOfTime(index, ascending[i]!);
    allEvents += events[place]!;
    atRisk[i] = atRisk[i + 1]! + (events[place]! + censored[place]!);
  }
  const z = normalQuantile(0.5 + 0.5 * level);
  let survival = 1;
  let hazardVariance = 0;
  const points = Array.from(ascending, (time, i): SurvivalPoint => {
    const place = placeOfTime(index, time);
    const [left, seen] = [events[place]!, atRisk[i]!];
    const counts = { time, atRisk: seen, events: left, censored: censored[place]! };
    if (left >= seen) survival = 0;
    if (survival === 0) return { ...counts, survival };
    survival *= 1 - left / seen;
    hazardVariance += left / (seen * (seen - left));
    const error = Math.sqrt(hazardVariance);
    return {
      ...counts,
      survival,
      standardError: survival * error,
      lower: survival * Math.exp(-z * error),
      upper: Math.min(1, survival * Math.exp(z * error)),
    };
  });
  return { points, n: atRisk[0]!, events: allEvents, level };
}
