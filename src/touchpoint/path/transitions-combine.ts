import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Journey } from "../journey/journey.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";
import { countNumber, nameIndex, numberOfName } from "./name-index.js";
import { tableOf } from "./table-of-transitions.js";
import type { TransitionAccumulator } from "./transition-accumulator.js";
import { EXIT_STATE, START_STATE, type TransitionTable } from "./transition.js";

/** How transitions are counted. */
export interface TransitionsOptions {
  /**
   * Whether a touchpoint taken several times in a row counts as one visit; `false` when absent, so that a repeat is
   * a transition from the touchpoint to itself.
   */
  readonly collapseRepeats?: boolean;
  /** Confidence level of the intervals, as a share above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/**
 * Where do journeys go from each touchpoint, and where do they leave: an aggregation (TP-9).
 *
 * Each journey goes from `(start)` to its first touchpoint, from each to the next, and from the last to its outcome,
 * or to `(exit)` when it ended in none. A journey marked `open` is counted as such and otherwise left out. Memory
 * grows with the distinct pairs, not with the journeys.
 *
 * @param options - Whether repeats are one visit, and the level of the intervals.
 * @returns The aggregation.
 * @throws RangeError when the level is not above 0 and below 1; in `addInput` when a journey has no step, or when a
 * touchpoint or an outcome is called `(start)` or `(exit)`.
 * @example
 * ```ts
 * import { aggregate, instant } from "goodwill/shared";
 * import { transitionsCombine, type Journey } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const steps = [{ touchpoint: "search", at }, { touchpoint: "shop", at }];
 * const journeys: Journey[] = [
 *   { customer: "c-1" as Journey["customer"], steps, outcome: "purchase" },
 *   { customer: "c-2" as Journey["customer"], steps },
 * ];
 * const { ends, transitions } = aggregate(journeys, transitionsCombine());
 * ends; // => ["purchase", "(exit)"]
 * transitions.map(({ from, to, share }) => [from, to, share]);
 * // => [["(start)", "search", 1], ["search", "shop", 1], ["shop", "purchase", 0.5], ["shop", "(exit)", 0.5]]
 * ```
 */
export function transitionsCombine(
  options: TransitionsOptions = {},
): Aggregation<Journey, TransitionAccumulator, TransitionTable> {
  const { collapseRepeats = false, level = DEFAULT_LEVEL } = options;
  requireLevel(level, "count transitions");
  const touchpointIndex = nameIndex();
  const outcomeIndex = nameIndex();
  const createAccumulator = (): TransitionAccumulator => ({
    version: 1,
    configuration: JSON.stringify({ collapseRepeats, level }),
    journeys: 0,
    open: 0,
    touchpoints: [],
    outcomes: [],
    starts: {},
    follows: [],
    endings: [],
  });
  const touchpointNumber = (
    accumulator: TransitionAccumulator,
    name: string,
    index: Map<string, number>,
  ): number => {
    const known = index.get(name);
    if (known !== undefined) return known;
    const number = numberOfName(plainName(name), accumulator.touchpoints, index);
    accumulator.follows.push({});
    accumulator.endings.push({});
    return number;
  };
  const endNumber = (accumulator: TransitionAccumulator, outcome: string | undefined): number => {
    if (outcome === undefined) return 0;
    const { outcomes } = accumulator;
    return 1 + numberOfName(plainName(outcome), outcomes, outcomeIndex(outcomes));
  };
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      requireJourneySteps(journey, "count transitions");
      if (journey.open === true) {
        accumulator.open += 1;
        return accumulator;
      }
      const index = touchpointIndex(accumulator.touchpoints);
      // names first: a journey that is refused leaves the counts as they were
      const numbers = journey.steps.map(({ touchpoint }) =>
        touchpointNumber(accumulator, touchpoint, index),
      );
      const end = endNumber(accumulator, journey.outcome);
      let from = numbers[0]!;
      countNumber(accumulator.starts, { number: from, count: 1 });
      for (let position = 1; position < numbers.length; position += 1) {
        const to = numbers[position]!;
        if (to === from && collapseRepeats) continue;
        const row = accumulator.follows[from]!;
        row[to] = (row[to] ?? 0) + 1;
        from = to;
      }
      countNumber(accumulator.endings[from]!, { number: end, count: 1 });
      accumulator.journeys += 1;
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("transition", [merged, a, b]);
      for (const part of [a, b]) {
        const index = touchpointIndex(merged.touchpoints);
        const numbers = part.touchpoints.map((name) => touchpointNumber(merged, name, index));
        const ends = [undefined, ...part.outcomes].map((outcome) => endNumber(merged, outcome));
        merged.journeys += part.journeys;
        merged.open += part.open;
        addRenumbered(merged.starts, part.starts, numbers);
        numbers.forEach((number, position) => {
          addRenumbered(merged.follows[number]!, part.follows[position]!, numbers);
          addRenumbered(merged.endings[number]!, part.endings[position]!, ends);
        });
      }
      return merged;
    },
    extractOutput: (accumulator) => tableOf(accumulator, level),
  };
}

/**
 * Where do journeys go from each touchpoint, and where do they leave (TP-9)?
 *
 * The same as {@link transitionsCombine} in one call.
 *
 * @param journeys - The journeys, in any order.
 * @param options - Whether repeats are one visit, and the level of the intervals.
 * @returns States, ends, and every transition that occurred with its share and Wilson interval; for no journeys, the
 * states `(start)` and `(exit)` without a transition.
 * @throws RangeError as {@link transitionsCombine}.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 * import { transitionTable, type Journey } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const customer = "c-1" as Journey["customer"];
 * const table = transitionTable([{ customer, steps: [{ touchpoint: "shop", at }] }]);
 * table.transitions.map(({ from, to, count }) => [from, to, count]);
 * // => [["(start)", "shop", 1], ["shop", "(exit)", 1]]
 * ```
 */
export function transitionTable(
  journeys: Iterable<Journey>,
  options: TransitionsOptions = {},
): TransitionTable {
  return aggregate(journeys, transitionsCombine(options));
}

function plainName(name: string): string {
  if (name !== START_STATE && name !== EXIT_STATE) return name;
  throw new RangeError(
    `Cannot count transitions: a touchpoint or outcome must have another name, got "${name}"`,
  );
}

function addRenumbered(
  target: Record<number, number>,
  part: Readonly<Record<number, number>>,
  numbers: readonly number[],
): void {
  for (const [old, count] of Object.entries(part)) {
    countNumber(target, { number: numbers[Number(old)]!, count });
  }
}
