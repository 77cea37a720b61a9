import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import type { Journey } from "../journey/journey.js";
import {
  addToHistogram,
  histogramQuantiles,
  logHistogramOf,
  mergeHistograms,
} from "./log-histogram.js";
import { compareText } from "../../shared/text-order.js";
import { nameIndex, numberOfName } from "./name-index.js";
import type { LogHistogram, StepTimeAccumulator } from "./step-time-accumulator.js";
import { minutesOf, stepMilliseconds } from "./step-wait.js";

/** How the time between steps is summed up. */
export interface StepTimesOptions {
  /** Shares of the quantiles wanted, each from 0 to 1; 0.5 and 0.9 when absent. */
  readonly quantiles?: readonly number[];
  /** Largest relative error of a quantile, above 0 and at most 0.1; 0.01 when absent: 60 minutes are 59.4 to 60.6. */
  readonly relativeError?: number;
}

/** One quantile of the time between two steps. */
export interface StepTimeQuantile {
  /** Which: 0.5 is the median. */
  readonly share: number;
  /** The time, in minutes, within the relative error. */
  readonly minutes: number;
}

/** The time from a touchpoint to the one that follows it. */
export interface StepTime {
  /** The touchpoint left. */
  readonly from: string;
  /** The touchpoint that followed. */
  readonly to: string;
  /** How often. */
  readonly count: number;
  /** Mean time, in minutes. */
  readonly meanMinutes: number;
  /** Shortest time, in minutes. */
  readonly minMinutes: number;
  /** Longest time, in minutes. */
  readonly maxMinutes: number;
  /** The quantiles asked for, in the order asked. */
  readonly quantiles: readonly StepTimeQuantile[];
}

/** The time between steps, by pair. */
export interface StepTimes {
  /** Largest relative error of the quantiles; counts, means and ends are exact. */
  readonly relativeError: number;
  /** The pairs, most frequent first, equals by name. */
  readonly pairs: readonly StepTime[];
}

/**
 * How long does it take from one touchpoint to the next: an aggregation (TP-9).
 *
 * A step back to the same touchpoint counts as a pair of its own. The time after the last step is not known and not
 * counted; open journeys count as far as they went. Memory grows with the distinct pairs, and for each with the
 * logarithm of its longest time.
 *
 * @remarks Quantiles come from a histogram whose ranges grow by a constant factor (Masson, Rim and Lee 2019, PVLDB
 * 12:2195): the value of rank floor(share (n - 1)), within the relative error. Merging loses nothing. Sums are exact
 * up to 285,000 years in all.
 * @param options - Which quantiles, and how exact.
 * @returns The aggregation.
 * @throws RangeError when a share or the relative error is out of bounds; in `addInput` when a journey has no step or
 * its steps are not in the order of time.
 * @example
 * ```ts
 * import { aggregate, instant } from "goodwill/shared";
 * import { stepTimesCombine, type Journey } from "goodwill/touchpoint";
 *
 * const journey: Journey = {
 *   customer: "c-1" as Journey["customer"],
 *   steps: [
 *     { touchpoint: "search", at: instant("2026-02-13T09:30:00Z") },
 *     { touchpoint: "shop", at: instant("2026-02-13T09:36:00Z") },
 *   ],
 * };
 * const [pair] = aggregate([journey], stepTimesCombine()).pairs;
 * [pair?.from, pair?.to, pair?.meanMinutes]; // => ["search", "shop", 6]
 * ```
 */
export function stepTimesCombine(
  options: StepTimesOptions = {},
): Aggregation<Journey, StepTimeAccumulator, StepTimes> {
  const { quantiles: shares = [0.5, 0.9], relativeError = 0.01 } = options;
  requireBounds(shares, relativeError);
  const indexOf = nameIndex();
  const createAccumulator = (): StepTimeAccumulator => ({
    version: 1,
    configuration: JSON.stringify({ relativeError }),
    touchpoints: [],
    times: [],
  });
  const numberIn = (
    { touchpoints, times }: StepTimeAccumulator,
    name: string,
    index: Map<string, number>,
  ): number => {
    const number = numberOfName(name, touchpoints, index);
    if (number === times.length) times.push({});
    return number;
  };
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      const index = indexOf(accumulator.touchpoints);
      const waits = stepMilliseconds(journey, "sum up times between steps");
      let from = -1;
      journey.steps.forEach(({ touchpoint }, position) => {
        const to = numberIn(accumulator, touchpoint, index);
        if (from >= 0) {
          const row = accumulator.times[from]!;
          const wait = waits[position]!;
          const known = row[to];
          if (known === undefined) row[to] = logHistogramOf(wait, relativeError);
          else addToHistogram(known, wait, relativeError);
        }
        from = to;
      });
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("step time", [merged, a, b]);
      for (const part of [a, b]) {
        const index = indexOf(merged.touchpoints);
        const numbers = part.touchpoints.map((name) => numberIn(merged, name, index));
        part.times.forEach((row, from) => {
          const target = merged.times[numbers[from]!]!;
          for (const [to, histogram] of Object.entries(row)) {
            const number = numbers[Number(to)]!;
            target[number] = mergeHistograms(target[number], histogram);
          }
        });
      }
      return merged;
    },
    extractOutput: ({ touchpoints, times }) => ({
      relativeError,
      pairs: times
        .flatMap((row, from) =>
          Object.entries(row).map(([to, histogram]) =>
            stepTimeOf(histogram, {
              from: touchpoints[from]!,
              to: touchpoints[Number(to)]!,
              shares,
              relativeError,
            }),
          ),
        )
        .sort(
          (a, b) => b.count - a.count || compareText(a.from, b.from) || compareText(a.to, b.to),
        ),
    }),
  };
}

/**
 * How long does it take from one touchpoint to the next (TP-9)?
 *
 * The same as {@link stepTimesCombine} in one call.
 *
 * @param journeys - The journeys, in any order.
 * @param options - Which quantiles, and how exact.
 * @returns Count, mean, shortest, longest and quantiles of each pair; no pairs when no journey has two steps.
 * @throws RangeError as {@link stepTimesCombine}.
 * @example
 * ```ts
 * import { stepTimes } from "goodwill/touchpoint";
 *
 * stepTimes([]); // => { relativeError: 0.01, pairs: [] }
 * ```
 */
export function stepTimes(journeys: Iterable<Journey>, options: StepTimesOptions = {}): StepTimes {
  return aggregate(journeys, stepTimesCombine(options));
}

function stepTimeOf(
  histogram: LogHistogram,
  {
    from,
    to,
    ...options
  }: {
    readonly from: string;
    readonly to: string;
    readonly shares: readonly number[];
    readonly relativeError: number;
  },
): StepTime {
  const values = histogramQuantiles(histogram, options);
  return {
    from,
    to,
    count: histogram.count,
    meanMinutes: minutesOf(histogram.sum / histogram.count),
    minMinutes: minutesOf(histogram.min),
    maxMinutes: minutesOf(histogram.max),
    quantiles: options.shares.map((share, position) => ({
      share,
      minutes: minutesOf(values[position]!),
    })),
  };
}

function requireBounds(shares: readonly number[], relativeError: number): void {
  const wrong = shares.find((share) => !(share >= 0 && share <= 1));
  if (wrong !== undefined) {
    throw new RangeError(
      `Cannot sum up times between steps: a quantile must lie between 0 and 1, got ${String(wrong)}`,
    );
  }
  if (!(relativeError > 0 && relativeError <= 0.1)) {
    throw new RangeError(
      `Cannot sum up times between steps: the relative error must be above 0 and at most 0.1, got ${String(relativeError)}`,
    );
  }
}
