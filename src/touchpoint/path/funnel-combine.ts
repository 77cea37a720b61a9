import {
  aggregate,
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Journey } from "../journey/journey.js";
import type { FunnelOrder, FunnelRule } from "./funnel-rule.js";
import { funnelOfCounts, type FunnelStage } from "./funnel.js";
import { readyRules, stagesReached } from "./stage-reached.js";

/** What a funnel is made of. */
export interface FunnelOptions {
  /** The stages in order, at least one, each with its own name. */
  readonly stages: readonly FunnelRule[];
  /** In which order they must be reached within a journey; `in-order` when absent. */
  readonly order?: FunnelOrder;
  /** Confidence level of the intervals, as a share above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** Counts of a funnel that can be stored, sent and merged. */
export interface FunnelAccumulator extends ConfiguredAccumulator {
  /** How many journeys reached each stage and all before it. */
  readonly counts: number[];
}

/**
 * At which stage are journeys lost: an aggregation (TP-9).
 *
 * A journey counts at a stage when it has reached that stage and every stage before it, once however often it came
 * by. `in-order`: each stage by a later step than the one before, with any steps between. `strict`: each straight
 * after the one before, from any step on. `any`: in whatever order, and one step may reach several stages. A journey
 * marked `open` is left out: what it has not reached yet, it may.
 *
 * @param options - The stages as data, their order and the level of the intervals.
 * @returns The aggregation.
 * @throws RangeError when there is no stage, two have one name, one says nothing by which it is reached, or the level
 * is not above 0 and below 1.
 * @example
 * ```ts
 * import { aggregate, instant } from "goodwill/shared";
 * import { funnelCombine, type Journey } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const customer = "c-1" as Journey["customer"];
 * const steps = [{ touchpoint: "search", at }, { touchpoint: "shop", at }];
 * const journeys: Journey[] = [{ customer, steps }, { customer, steps, outcome: "purchase" }];
 * const stages = [
 *   { stage: "shop", touchpoints: ["shop", "app"] },
 *   { stage: "bought", outcomes: ["purchase"] },
 * ];
 * aggregate(journeys, funnelCombine({ stages })).map(({ stage, count }) => [stage, count]);
 * // => [["shop", 2], ["bought", 1]]
 * ```
 */
export function funnelCombine(
  options: FunnelOptions,
): Aggregation<Journey, FunnelAccumulator, readonly FunnelStage[]> {
  const { stages, order = "in-order", level = DEFAULT_LEVEL } = options;
  requireLevel(level, "draw up a funnel");
  if (!["in-order", "strict", "any"].includes(order)) {
    throw new RangeError(
      `Cannot draw up a funnel: the order must be in-order, strict or any, got "${order as string}"`,
    );
  }
  const rules = readyRules(stages);
  const createAccumulator = (): FunnelAccumulator => ({
    version: 1,
    configuration: JSON.stringify({ stages, order, level }),
    counts: stages.map(() => 0),
  });
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      if (journey.open === true) return accumulator;
      const reached = stagesReached(journey, { rules, order });
      for (let stage = 0; stage < reached; stage += 1) accumulator.counts[stage]! += 1;
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      requireSameConfiguration("funnel", [createAccumulator(), a, b]);
      return { ...a, counts: a.counts.map((count, stage) => count + b.counts[stage]!) };
    },
    extractOutput: ({ counts }) =>
      funnelOfCounts(
        stages.map(({ stage }, position) => ({ stage, count: counts[position]! })),
        { level },
      ),
  };
}

/**
 * At which stage are journeys lost (TP-9)?
 *
 * The same as {@link funnelCombine} in one call.
 *
 * @param journeys - The journeys, in any order.
 * @param options - The stages as data, their order and the level of the intervals.
 * @returns One entry a stage, in order.
 * @throws RangeError as {@link funnelCombine}.
 * @example
 * ```ts
 * import { journeyFunnel } from "goodwill/touchpoint";
 *
 * const stages = [{ stage: "shop", touchpoints: ["shop"] }];
 * journeyFunnel([], { stages }); // => [{ stage: "shop", count: 0, dropped: 0 }]
 * ```
 */
export function journeyFunnel(
  journeys: Iterable<Journey>,
  options: FunnelOptions,
): readonly FunnelStage[] {
  return aggregate(journeys, funnelCombine(options));
}
