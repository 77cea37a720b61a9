import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import {
  DEFAULT_LEVEL,
  requireLevel,
  type LevelOptions,
} from "../../shared/statistics/interval.js";
import { preparePlan } from "./alignment.js";
import type { ConformanceAccumulator } from "./conformance-accumulator.js";
import { summarizeConformance } from "./conformance-of-tallies.js";
import type { JourneyConformanceOptions } from "./conformance-options.js";
import type { ConformanceSummary } from "./conformance-summary.js";
import { addConformance, addTallies, noConformance } from "./conformance-tally.js";
import { conformanceToPlan } from "./conformance-to-plan.js";
import type { Journey } from "../journey/journey.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";

/** Against which plan journeys are held, and how sure the intervals shall be. */
export interface ConformanceCombineOptions extends JourneyConformanceOptions, LevelOptions {}

/**
 * How do the journeys go against the plan, as an aggregation: one pass over any number of journeys.
 *
 * Memory does not grow with the journeys, only with the number of different obstacles, questions and unplanned
 * touchpoints. A journey marked `open` is counted as such and otherwise left out: what it has not done yet, it may
 * still do.
 *
 * @remarks Counts merge exactly; means of emotion and fitness may differ in the last digits when merged in another
 * order.
 * @param options - The plan, by what steps are the same, and the confidence level (0.95 by default).
 * @returns The aggregation; rows are journeys, see {@link journeyConformance}.
 * @throws RangeError when the plan has no step or the level does not lie between 0 and 1, and in `addInput` when a
 * journey has no step.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { aggregate, instant } from "goodwill/shared";
 * import { conformanceCombine } from "goodwill/touchpoint";
 *
 * const planned = { name: "order", steps: [{ touchpoint: "search" }, { touchpoint: "pay" }] };
 * const at = instant("2026-02-13T09:00:00Z");
 * const journeys = [{ customer: customerId("C-1"), steps: [{ touchpoint: "pay", at }] }];
 * const { steps } = aggregate(journeys, conformanceCombine({ planned }));
 * steps.map(({ skipped }) => skipped.share); // => [1, 0]
 * ```
 */
export function conformanceCombine({
  planned,
  identity,
  level = DEFAULT_LEVEL,
}: ConformanceCombineOptions): Aggregation<Journey, ConformanceAccumulator, ConformanceSummary> {
  requireLevel(level, "compare journeys with a plan");
  const plan = preparePlan(planned, identity);
  const configuration = JSON.stringify([
    plan.identity,
    ...planned.steps.map((step) => [
      step.touchpoint,
      step.action ?? "",
      step.optional === true,
      step.repeatable === true,
    ]),
  ]);
  const createAccumulator = (): ConformanceAccumulator => noConformance(plan, configuration);
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      requireJourneySteps(journey, "compare a journey with a plan");
      if (journey.open === true) accumulator.open += 1;
      else addConformance(accumulator, conformanceToPlan(journey, plan), journey.steps);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("conformance", [merged, a, b]);
      for (const part of [a, b]) addTallies(merged, part);
      return merged;
    },
    extractOutput: (accumulator) => summarizeConformance(accumulator, { planned, level }),
  };
}

/**
 * How do the journeys go against the plan: what is taken, skipped, repeated, moved, and how does it feel?
 *
 * @param journeys - The journeys; those marked `open` are only counted.
 * @param options - The plan, by what steps are the same, and the confidence level (0.95 by default).
 * @returns Per planned step how many journeys took, skipped, moved and repeated it, with Wilson intervals, obstacles,
 * questions and mean emotion beside the planned one; the deviations, most frequent first.
 * @throws RangeError when the plan or a journey has no step or the level does not lie between 0 and 1.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { conformanceSummary } from "goodwill/touchpoint";
 *
 * const planned = { name: "order", steps: [{ touchpoint: "search", emotion: 0.5 }, { touchpoint: "pay" }] };
 * const at = instant("2026-02-13T09:00:00Z");
 * const journey = { customer: customerId("C-1"), steps: [{ touchpoint: "search", at, emotion: -0.5 }] };
 * const { deviations, steps } = conformanceSummary([journey], { planned });
 * deviations.map(({ code, touchpoint }) => [code, touchpoint]); // => [["step-skipped", "pay"]]
 * steps[0]?.emotionGap; // => -1
 * ```
 */
export function conformanceSummary(
  journeys: Iterable<Journey>,
  options: ConformanceCombineOptions,
): ConformanceSummary {
  return aggregate(journeys, conformanceCombine(options));
}
