import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { requireLevel } from "../../shared/statistics/interval.js";
import { foundText, hasFields } from "../catalogue/found-text.js";
import type { Journey } from "../journey/journey.js";
import type { MomentAccumulator } from "./moment-accumulator.js";
import type { MomentsOfTruth } from "./moment-of-truth.js";
import type { MomentsOfTruthOptions } from "./moment-options.js";
import { DEFAULT_MOMENT_POLICY } from "./moment-policy.js";
import { addJourney, addMomentTallies, noTallies } from "./moment-tally.js";
import { summarizeMoments } from "./moments-of-tallies.js";

/**
 * Which touchpoints decide, as an aggregation: one pass over any number of journeys.
 *
 * Memory grows with the number of touchpoints only. The accumulator does not depend on the options: counts taken once
 * can be read with other weights, expectations or policies. A journey marked `open` is counted as such and otherwise
 * left out, because its outcome and its end are not known yet.
 *
 * @remarks Counts merge exactly; means may differ in the last digits when merged in another order.
 * @param options - How impact is known, what is expected, what counts as enough.
 * @returns The aggregation; rows are journeys, see {@link momentsOfTruth}.
 * @throws RangeError when `impact` is no source of it, a weight is below 0, an expectation lies outside -1 to 1, or the
 * policy is not valid; and in `addInput` when a journey has no step or an emotion lies outside -1 to 1.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { aggregate, instant } from "goodwill/shared";
 * import { momentsOfTruthCombine } from "goodwill/touchpoint";
 *
 * const step = { touchpoint: "hotline", at: instant("2026-02-13T09:00:00Z"), emotion: -0.5 };
 * const journeys = [{ customer: customerId("C-1"), steps: [step] }];
 * const { moments } = aggregate(journeys, momentsOfTruthCombine());
 * moments[0]?.reasons.map(({ code }) => code);
 * // => ["moment-few-journeys", "moment-few-others", "moment-outcomes-alike", "moment-few-feelings"]
 * ```
 */
export function momentsOfTruthCombine({
  impact = "outcome",
  expected = {},
  policy = DEFAULT_MOMENT_POLICY,
}: MomentsOfTruthOptions = {}): Aggregation<Journey, MomentAccumulator, MomentsOfTruth> {
  requireMomentOptions({ impact, expected, policy });
  return {
    createAccumulator: noTallies,
    addInput: (accumulator, journey) => {
      addJourney(accumulator, journey);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = noTallies();
      requireSameConfiguration("moments of truth", [merged, a, b]);
      for (const part of [a, b]) addMomentTallies(merged, part);
      return merged;
    },
    extractOutput: (accumulator) => summarizeMoments(accumulator, { impact, expected, policy }),
  };
}

/**
 * Which touchpoints decide, and which of them shall be mended first?
 *
 * `score = impact x frequency x shortfall`. _Impact_ is how much hangs on the touchpoint: by how much the share of
 * journeys with a success differs between those that touch it and those that do not, whichever way (or another source,
 * see {@link MomentImpactSource}). _Frequency_ is the share of journeys that touch it; a journey counts once.
 * _Shortfall_ is by how much the mean feeling there stays below what is expected, and 0 where it does not: such a
 * touchpoint may weigh much (`weight`), but there is nothing to mend. Scores compare within one source of impact only.
 *
 * A touchpoint is ranked when at least `minimumJourneys` journeys touch it and, where impact is measured, as many do
 * not, and when in `minimumFeelings` of them its feeling is known. Otherwise its reasons say what is lacking: with a
 * touchpoint that every journey touches, nothing can be compared, and its weight has to be declared.
 *
 * Beside it stands how often the touchpoint is a peak or the end of the journeys that touch it, because those are
 * remembered (see {@link rememberedScore}).
 *
 * @remarks Moments of truth after Carlzon (1987, Moments of Truth) and Normann; the product is the usual one of risk
 * analysis, size x frequency. The impact is an association between journeys and not causal: customers in trouble call
 * the hotline and buy less, and the hotline need not be why. Intervals: Wilson for shares, Newcombe for their
 * difference, Student for feelings, Welch for remembered scores.
 * @param journeys - The journeys; those marked `open` are only counted.
 * @param options - How impact is known, what is expected, what counts as enough.
 * @returns The touchpoints by rank, each with its evidence, reasons and trace.
 * @throws RangeError when a journey has no step, an emotion or an expectation lies outside -1 to 1, `impact` is no
 * source of it, a weight is below 0, or the policy is not valid.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { DEFAULT_MOMENT_POLICY, momentsOfTruth } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:00:00Z");
 * const journey = (customer: string, touchpoint: string, emotion: number, outcome?: string) => ({
 *   customer: customerId(customer),
 *   steps: [{ touchpoint, at, emotion }],
 *   ...(outcome !== undefined && { outcome }),
 * });
 * const journeys = [
 *   journey("A", "shop", 0.5, "purchase"),
 *   journey("B", "shop", 0.5, "purchase"),
 *   journey("C", "hotline", -0.5, "purchase"),
 *   journey("D", "hotline", -0.5),
 * ];
 * const policy = { ...DEFAULT_MOMENT_POLICY, minimumJourneys: 2, minimumFeelings: 2 };
 * const { moments } = momentsOfTruth(journeys, { policy });
 * moments.map(({ touchpoint, rank, score }) => [touchpoint, rank, score]);
 * // => [["hotline", 1, 0.125], ["shop", 2, 0]]
 * ```
 */
export function momentsOfTruth(
  journeys: Iterable<Journey>,
  options: MomentsOfTruthOptions = {},
): MomentsOfTruth {
  return aggregate(journeys, momentsOfTruthCombine(options));
}

function requireMomentOptions({ impact, expected, policy }: Required<MomentsOfTruthOptions>): void {
  const task = "find moments of truth";
  requireLevel(policy.level, task);
  for (const name of ["minimumJourneys", "minimumFeelings"] as const) {
    if (!(Number.isInteger(policy[name]) && policy[name] >= 0)) {
      throw new RangeError(
        `Cannot ${task}: ${name} must be a whole number of at least 0, got ${String(policy[name])}`,
      );
    }
  }
  for (const [touchpoint, feeling] of Object.entries(expected)) {
    if (!(feeling >= -1 && feeling <= 1)) {
      throw new RangeError(
        `Cannot ${task}: an expected feeling must lie on -1..1, got ${String(feeling)} for "${touchpoint}"`,
      );
    }
  }
  if (impact === "outcome" || impact === "remembered-score") return;
  if (!hasFields(impact)) {
    throw new RangeError(
      `Cannot ${task}: impact must be outcome, remembered-score or a table of weights, got ${foundText(impact)}`,
    );
  }
  for (const [touchpoint, weight] of Object.entries(impact)) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(
        `Cannot ${task}: a weight must be at least 0, got ${String(weight)} for "${touchpoint}"`,
      );
    }
  }
}
