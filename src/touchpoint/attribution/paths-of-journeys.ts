import {
  aggregate,
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Journey } from "../journey/journey.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";
import { compareTexts } from "../../shared/text-order.js";
import type { AttributionPath } from "./attribution.js";

/** What counts as a conversion, and what it is worth. */
export interface JourneyPathOptions {
  /** The outcomes that count as conversions; every outcome when absent. */
  readonly outcomes?: readonly string[];
  /** What one conversion is worth by outcome, at least 0; 0 where an outcome is not named. */
  readonly valueByOutcome?: Readonly<Record<string, number>>;
}

/** Counts by path that can be stored, sent and merged. */
export interface JourneyPathAccumulator extends ConfiguredAccumulator {
  /** Conversions, journeys without, and value, by path: the text of the list of its steps. */
  readonly paths: Record<string, [number, number, number]>;
}

const DAY_MS = 86_400_000;

/**
 * One journey as a row for attribution, with the days before its last step.
 *
 * A journey that ended in an outcome is a conversion; one marked `open` counts as neither yet. Hand the rows to
 * {@link attributionCombine} one by one to stream; {@link attributionPathsOf} adds up equal paths instead and leaves
 * the days out.
 *
 * @param journey - The journey; at least one step, in the order of time.
 * @param options - Which outcomes count, and what they are worth.
 * @returns A row with one conversion or one null; with none of both when the journey is still open.
 * @throws RangeError when the journey has no step, or a value is not a number of at least 0.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 * import { attributionPathOf, type Journey } from "goodwill/touchpoint";
 *
 * const journey: Journey = {
 *   customer: "c-1" as Journey["customer"],
 *   steps: [
 *     { touchpoint: "mail", at: instant("2026-02-11T09:30:00Z") },
 *     { touchpoint: "shop", at: instant("2026-02-13T09:30:00Z") },
 *   ],
 *   outcome: "purchase",
 * };
 * attributionPathOf(journey, { valueByOutcome: { purchase: 80 } });
 * // => { steps: ["mail", "shop"], conversions: 1, nulls: 0, value: 80, daysBefore: [2, 0] }
 * ```
 */
export function attributionPathOf(
  journey: Journey,
  options: JourneyPathOptions = {},
): AttributionPath {
  requireJourneySteps(journey, "make a path of a journey");
  requireValues(options);
  const { steps } = journey;
  const last = steps.at(-1)!.at;
  const [conversions, nulls, value] = countsOf(journey, options);
  return {
    steps: steps.map(({ touchpoint }) => touchpoint),
    conversions,
    nulls,
    ...(value > 0 && { value }),
    daysBefore: steps.map(({ at }) => millisecondsBetween(at, last) / DAY_MS),
  };
}

/**
 * Journeys as rows for attribution, equal paths added up: an aggregation.
 *
 * A journey that ended in an outcome is a conversion, another is a null; those marked `open` are left out. Memory
 * grows with the distinct paths.
 *
 * @param options - Which outcomes count, and what they are worth.
 * @returns The aggregation; its rows are in the order of their steps.
 * @throws RangeError when a value is not a number of at least 0; in `addInput` when a journey has no step.
 * @example
 * ```ts
 * import { aggregate, instant } from "goodwill/shared";
 * import { attributionPathsCombine, type Journey } from "goodwill/touchpoint";
 *
 * const steps = [{ touchpoint: "shop", at: instant("2026-02-13T09:30:00Z") }];
 * const customer = "c-1" as Journey["customer"];
 * aggregate([{ customer, steps }, { customer, steps, outcome: "purchase" }], attributionPathsCombine());
 * // => [{ steps: ["shop"], conversions: 1, nulls: 1 }]
 * ```
 */
export function attributionPathsCombine(
  options: JourneyPathOptions = {},
): Aggregation<Journey, JourneyPathAccumulator, readonly AttributionPath[]> {
  requireValues(options);
  const createAccumulator = (): JourneyPathAccumulator => ({
    version: 1,
    configuration: configurationOf(options),
    paths: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      requireJourneySteps(journey, "make a path of a journey");
      if (journey.open === true) return accumulator;
      const key = JSON.stringify(journey.steps.map(({ touchpoint }) => touchpoint));
      addCounts(accumulator.paths, key, countsOf(journey, options));
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("journey path", [merged, a, b]);
      for (const part of [a, b]) {
        for (const [key, counts] of Object.entries(part.paths))
          addCounts(merged.paths, key, counts);
      }
      return merged;
    },
    extractOutput: ({ paths }) =>
      Object.entries(paths)
        .map(([key, [conversions, nulls, value]]) => ({
          steps: JSON.parse(key) as string[],
          conversions,
          nulls,
          ...(value > 0 && { value }),
        }))
        .sort((a, b) => compareTexts(a.steps, b.steps)),
  };
}

/**
 * Journeys as rows for attribution, equal paths added up.
 *
 * The same as {@link attributionPathsCombine} in one call.
 *
 * @param journeys - The journeys, in any order.
 * @param options - Which outcomes count, and what they are worth.
 * @returns The rows, in the order of their steps; none for no journeys.
 * @throws RangeError when a journey has no step.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 * import { attributionPathsOf, type Journey } from "goodwill/touchpoint";
 *
 * const steps = [{ touchpoint: "shop", at: instant("2026-02-13T09:30:00Z") }];
 * attributionPathsOf([{ customer: "c-1" as Journey["customer"], steps }]);
 * // => [{ steps: ["shop"], conversions: 0, nulls: 1 }]
 * ```
 */
export function attributionPathsOf(
  journeys: Iterable<Journey>,
  options: JourneyPathOptions = {},
): readonly AttributionPath[] {
  return aggregate(journeys, attributionPathsCombine(options));
}

/** The same text for the same options, in whatever order they are written. */
function configurationOf({ outcomes, valueByOutcome = {} }: JourneyPathOptions): string {
  const values = Object.entries(valueByOutcome).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ outcomes: outcomes?.toSorted(), values });
}

function requireValues({ valueByOutcome = {} }: JourneyPathOptions): void {
  for (const [outcome, value] of Object.entries(valueByOutcome)) {
    if (Number.isFinite(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot make a path of a journey: the value of an outcome must be at least 0, got ${String(value)} for "${outcome}"`,
    );
  }
}

/** Conversions, nulls and value of one journey. */
function countsOf(
  { outcome, open }: Journey,
  { outcomes, valueByOutcome = {} }: JourneyPathOptions,
): [number, number, number] {
  if (open === true) return [0, 0, 0];
  if (outcome === undefined || outcomes?.includes(outcome) === false) return [0, 1, 0];
  return [1, 0, Object.hasOwn(valueByOutcome, outcome) ? valueByOutcome[outcome]! : 0];
}

function addCounts(
  paths: Record<string, [number, number, number]>,
  key: string,
  counts: readonly [number, number, number],
): void {
  const sums = (paths[key] ??= [0, 0, 0]);
  sums[0] += counts[0];
  sums[1] += counts[1];
  sums[2] += counts[2];
}
