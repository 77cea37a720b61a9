import {
  aggregate,
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { ok, refuse, type Result } from "../../shared/result.js";
import { compareText } from "../../shared/text-order.js";
import { nameIndex, numberOfName } from "../path/name-index.js";
import type { AttributionPath } from "./attribution.js";
import { pathIssue } from "./path-check.js";
import { shapleyRates } from "./shapley-rate.js";

/** What one touchpoint adds to the conversion rate. */
export interface RateCredit {
  /** The touchpoint. */
  readonly touchpoint: string;
  /** What it adds to the conversion rate, as a share of paths; below 0 when it goes along with fewer conversions. */
  readonly conversionRate: number;
  /** What it adds to the value of a path, in the unit of the rows. */
  readonly valuePerPath: number;
}

/** The conversion rate shared among the touchpoints. */
export interface RateAttribution {
  /** How many paths, with and without outcome. */
  readonly paths: number;
  /** Conversions by paths, the sum of those credited; absent when there are no paths. */
  readonly conversionRate?: number;
  /** Value by paths, the sum of that credited; absent when there are no paths. */
  readonly valuePerPath?: number;
  /** The credits, highest first, equals by name; empty when there are no paths. */
  readonly credits: readonly RateCredit[];
}

/** Why a conversion rate cannot be shared: the sets of so many touchpoints are too many to try. */
export interface TooManyTouchpoints {
  /** The refusal. */
  readonly code: "too-many-touchpoints";
  /** How many touchpoints there are. */
  readonly touchpoints: number;
  /** How many are allowed. */
  readonly limit: number;
}

/** How many touchpoints may be tried. */
export interface ConversionRateOptions {
  /** Most touchpoints, a whole number from 1 to 24; 20 when absent. Time and memory double with each. */
  readonly maxTouchpoints?: number;
}

/** Counts by set of touchpoints that can be stored, sent and merged. */
export interface ConversionRateAccumulator extends ConfiguredAccumulator {
  /** The touchpoints in the order they came; their positions number them below. */
  readonly touchpoints: string[];
  /** Paths, conversions and value by the set of touchpoints met: their numbers, rising, with commas between. */
  readonly sets: Record<string, [number, number, number]>;
}

/**
 * What does each touchpoint add to the conversion rate: an aggregation (TP-9).
 *
 * See {@link attributeConversionRate}. Memory grows with the distinct sets of touchpoints.
 *
 * @param options - How many touchpoints may be tried.
 * @returns The aggregation; its figure is a refusal when there are too many touchpoints.
 * @throws RangeError when the limit is not a whole number from 1 to 24; in `addInput` as {@link attributeOutcomes}.
 * @example
 * ```ts
 * import { aggregate } from "goodwill/shared";
 * import { conversionRateCombine } from "goodwill/touchpoint";
 *
 * const rows = [{ steps: ["mail"], conversions: 1, nulls: 3 }];
 * const result = aggregate(rows, conversionRateCombine());
 * result.ok && result.value.conversionRate; // => 0.25
 * ```
 */
export function conversionRateCombine(
  options: ConversionRateOptions = {},
): Aggregation<
  AttributionPath,
  ConversionRateAccumulator,
  Result<RateAttribution, TooManyTouchpoints>
> {
  const { maxTouchpoints: limit = 20 } = options;
  if (!(Number.isSafeInteger(limit) && limit >= 1 && limit <= 24)) {
    throw new RangeError(
      `Cannot share a conversion rate: the limit must be a whole number from 1 to 24, got ${String(limit)}`,
    );
  }
  const indexOf = nameIndex();
  const createAccumulator = (): ConversionRateAccumulator => ({
    version: 1,
    configuration: "",
    touchpoints: [],
    sets: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, path) => {
      const issue = pathIssue(path);
      if (issue !== undefined)
        throw new RangeError(`Cannot share a conversion rate: ${issue.message}`);
      const { conversions, nulls, value = 0 } = path;
      const index = indexOf(accumulator.touchpoints);
      const met = path.steps.map((name) => numberOfName(name, accumulator.touchpoints, index));
      addToSet(accumulator.sets, met, [conversions + nulls, conversions, value]);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("conversion rate", [merged, a, b]);
      for (const part of [a, b]) {
        const index = indexOf(merged.touchpoints);
        const numbers = part.touchpoints.map((name) =>
          numberOfName(name, merged.touchpoints, index),
        );
        for (const [key, counts] of Object.entries(part.sets))
          addToSet(
            merged.sets,
            numbersOf(key).map((old) => numbers[old]!),
            counts,
          );
      }
      return merged;
    },
    extractOutput: ({ touchpoints, sets }) =>
      touchpoints.length > limit
        ? refuse({ code: "too-many-touchpoints", touchpoints: touchpoints.length, limit })
        : ok(rateAttribution(touchpoints, sets)),
  };
}

/**
 * What does each touchpoint add to the conversion rate (TP-9)?
 *
 * The Shapley value of the game in which a set of touchpoints wins the conversion rate of the paths that met no other
 * touchpoint (0 where there are none): what a touchpoint adds to that rate, on average over every order in which the
 * touchpoints could come together. The credits add up to the conversion rate of all paths. A credit may be negative.
 * Like every attribution it says what goes along with what, not what causes it.
 *
 * @remarks Shapley (1953). Exact by way of all sets of touchpoints, hence the limit on their number: gather rare
 * touchpoints under one name beforehand. {@link attributeOutcomes} has the game of conversions, which needs no limit.
 * @param rows - The paths with their counts, in any order.
 * @param options - How many touchpoints may be tried.
 * @returns The credits; or the refusal `too-many-touchpoints`.
 * @throws RangeError when a row breaks its contract, as {@link attributeOutcomes}, or the limit is not a whole number
 * from 1 to 24.
 * @example
 * ```ts
 * import { attributeConversionRate } from "goodwill/touchpoint";
 *
 * const rows = [
 *   { steps: ["search"], conversions: 1, nulls: 9 },
 *   { steps: ["mail"], conversions: 2, nulls: 8 },
 *   { steps: ["search", "mail"], conversions: 6, nulls: 4 },
 * ];
 * const result = attributeConversionRate(rows);
 * result.ok && result.value.credits.map(({ conversionRate }) => conversionRate.toFixed(2)); // => ["0.20", "0.10"]
 * ```
 */
export function attributeConversionRate(
  rows: Iterable<AttributionPath>,
  options: ConversionRateOptions = {},
): Result<RateAttribution, TooManyTouchpoints> {
  return aggregate(rows, conversionRateCombine(options));
}

function addToSet(
  sets: Record<string, [number, number, number]>,
  met: readonly number[],
  [paths, conversions, value]: readonly [number, number, number],
): void {
  const key = [...new Set(met)].sort((a, b) => a - b).join();
  const counted = (sets[key] ??= [0, 0, 0]);
  counted[0] += paths;
  counted[1] += conversions;
  counted[2] += value;
}

function numbersOf(key: string): number[] {
  return key.split(",").map(Number);
}

function rateAttribution(
  touchpoints: readonly string[],
  sets: Readonly<Record<string, readonly [number, number, number]>>,
): RateAttribution {
  const entries = Object.entries(sets).map(([key, [paths, conversions, value]]) => ({
    members: numbersOf(key),
    paths,
    conversions,
    value,
  }));
  const sum = (field: "paths" | "conversions" | "value"): number =>
    entries.reduce((total, entry) => total + entry[field], 0);
  const paths = sum("paths");
  if (paths === 0) return { paths, credits: [] };
  const rates = shapleyRates(entries, touchpoints.length);
  return {
    paths,
    conversionRate: sum("conversions") / paths,
    valuePerPath: sum("value") / paths,
    credits: touchpoints
      .map((touchpoint, number) => ({
        touchpoint,
        conversionRate: rates.conversions[number]!,
        valuePerPath: rates.values[number]!,
      }))
      .sort(
        (a, b) => b.conversionRate - a.conversionRate || compareText(a.touchpoint, b.touchpoint),
      ),
  };
}
