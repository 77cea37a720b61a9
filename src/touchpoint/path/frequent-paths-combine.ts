import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import type { Journey } from "../journey/journey.js";
import type { FrequentPathAccumulator } from "./frequent-path-accumulator.js";
import type { FrequentPath, FrequentPaths } from "./frequent-path.js";
import { addHit, mergeHitters, noHitters } from "./heavy-hitters.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";
import { compareText, compareTexts } from "../../shared/text-order.js";

/** Which ways are counted, and how many are listed. */
export interface FrequentPathsOptions {
  /**
   * How many ways are kept in memory at least, a whole number of at least 1 (up to twice as many are held). When absent
   * every way is kept and all counts are exact.
   */
  readonly capacity?: number;
  /** How many ways are listed at most, a whole number of at least 1; all that are kept when absent. */
  readonly limit?: number;
  /** Whether a touchpoint taken several times in a row counts as one step; `false` when absent. */
  readonly collapseRepeats?: boolean;
}

/**
 * Which ways do journeys take most often: an aggregation (TP-9).
 *
 * Two journeys take the same way when they pass the same touchpoints in the same order and end in the same outcome.
 * Without a capacity every count is exact and memory grows with the distinct ways. With a capacity k memory is
 * bounded: a way taken by more than one in k + 1 of the journeys is never missed, and every count is at most
 * `overcount` too high, which never exceeds that share of the journeys. Merging in any order keeps both promises;
 * the kept ways themselves may differ with the order. A journey marked `open` is counted as such and otherwise left
 * out.
 *
 * @remarks Misra and Gries (1982), merged after Agarwal, Cormode, Huang, Phillips, Wei and Yi (2012, PODS,
 * "Mergeable summaries").
 * @param options - How many ways are kept and listed, and whether repeats are one step.
 * @returns The aggregation.
 * @throws RangeError when capacity or limit is not a whole number of at least 1; in `addInput` when a journey has no
 * step.
 * @example
 * ```ts
 * import { aggregate, instant } from "goodwill/shared";
 * import { frequentPathsCombine, type Journey } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const journeys = ["a", "b", "a"].map((touchpoint): Journey => {
 *   return { customer: "c-1" as Journey["customer"], steps: [{ touchpoint, at }] };
 * });
 * const [first] = aggregate(journeys, frequentPathsCombine()).paths;
 * first; // => { steps: ["a"], journeys: 2, overcount: 0, share: 2 / 3 }
 * ```
 */
export function frequentPathsCombine(
  options: FrequentPathsOptions = {},
): Aggregation<Journey, FrequentPathAccumulator, FrequentPaths> {
  const { capacity, limit, collapseRepeats = false } = options;
  requireWhole(capacity, "the capacity");
  requireWhole(limit, "the limit");
  const createAccumulator = (): FrequentPathAccumulator => ({
    version: 1,
    configuration: JSON.stringify({ capacity, collapseRepeats }),
    journeys: 0,
    open: 0,
    hitters: noHitters(),
  });
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      requireJourneySteps(journey, "find frequent paths");
      if (journey.open === true) {
        accumulator.open += 1;
        return accumulator;
      }
      addHit(accumulator.hitters, keyOf(journey, collapseRepeats), capacity);
      accumulator.journeys += 1;
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("frequent path", [merged, a, b]);
      merged.journeys = a.journeys + b.journeys;
      merged.open = a.open + b.open;
      merged.hitters = mergeHitters(a.hitters, b.hitters, capacity);
      return merged;
    },
    extractOutput: ({ journeys, open, hitters }) => {
      const all = Object.entries(hitters.counts)
        .map(([key, [atMost, overcount]]) => pathOf(key, { atMost, overcount, journeys }))
        .sort(compareFrequency);
      const paths = limit === undefined ? all : all.slice(0, limit);
      const next = all[paths.length]?.journeys ?? 0;
      return {
        journeys,
        ...(open > 0 && { open }),
        paths,
        unlistedAtMost: Math.max(next, hitters.unkeptAtMost),
      };
    },
  };
}

/**
 * Which ways do journeys take most often (TP-9)?
 *
 * The same as {@link frequentPathsCombine} in one call.
 *
 * @param journeys - The journeys, in any order.
 * @param options - How many ways are kept and listed, and whether repeats are one step.
 * @returns The ways, most frequent first; none for no journeys.
 * @throws RangeError as {@link frequentPathsCombine}.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 * import { frequentPaths, type Journey } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const customer = "c-1" as Journey["customer"];
 * const journey = { customer, steps: [{ touchpoint: "shop", at }], outcome: "purchase" };
 * frequentPaths([journey, journey]).paths[0]?.journeys; // => 2
 * ```
 */
export function frequentPaths(
  journeys: Iterable<Journey>,
  options: FrequentPathsOptions = {},
): FrequentPaths {
  return aggregate(journeys, frequentPathsCombine(options));
}

/** One text a way; the brackets and quotes keep any two ways apart, and a name such as "__proto__" harmless. */
function keyOf({ steps, outcome }: Journey, collapseRepeats: boolean): string {
  const names: (string | null)[] = [outcome ?? null];
  for (const { touchpoint } of steps) {
    if (collapseRepeats && names.length > 1 && names.at(-1) === touchpoint) continue;
    names.push(touchpoint);
  }
  return JSON.stringify(names);
}

function pathOf(
  key: string,
  counted: { readonly atMost: number; readonly overcount: number; readonly journeys: number },
): FrequentPath {
  const [outcome, ...steps] = JSON.parse(key) as [string | null, ...string[]];
  return {
    steps,
    ...(outcome !== null && { outcome }),
    journeys: counted.atMost,
    overcount: counted.overcount,
    share: counted.atMost / counted.journeys,
  };
}

function compareFrequency(a: FrequentPath, b: FrequentPath): number {
  return (
    b.journeys - a.journeys ||
    compareTexts(a.steps, b.steps) ||
    compareText(a.outcome ?? "", b.outcome ?? "")
  );
}

function requireWhole(value: number | undefined, what: string): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return;
  throw new RangeError(
    `Cannot find frequent paths: ${what} must be a whole number of at least 1, got ${String(value)}`,
  );
}
