import { aggregate } from "../../shared/aggregation.js";
import { attributionCombine } from "./attribution-combine.js";
import type { AttributionPolicy } from "./attribution-policy.js";
import type { Attribution, AttributionModel, AttributionPath } from "./attribution.js";

/** Which model shares the outcomes, and what it takes for granted. */
export interface AttributeOutcomesOptions {
  /** The model. */
  readonly model: AttributionModel;
  /** What it takes for granted; {@link DEFAULT_ATTRIBUTION_POLICY} when absent. */
  readonly policy?: AttributionPolicy;
}

/**
 * Which touchpoints earn the outcome (TP-9)?
 *
 * Every model shares the same conversions and the same value among the touchpoints; the credits add up to both. Equal
 * rows add up. Without any conversion every credit is 0 and has no share; without rows there are no credits.
 *
 * It is not causal. A model shares out what paths that were observed went along with; a touchpoint met by people who
 * would have bought anyway earns credit all the same. What a touchpoint brings about, only an experiment tells.
 *
 * `markov` is exact: the removal effects come from a direct solution, not from simulated journeys, and add digits to
 * nothing but what the paths hold. `shapley` is the Shapley value of the game in which a set of touchpoints wins the
 * conversions of the paths that met no other; then each path is shared equally among its distinct touchpoints, for
 * any number of touchpoints. For the game of conversion rates see {@link attributeConversionRate}.
 *
 * @remarks Removal effect: Anderl, Becker, von Wangenheim and Schumann (2016, International Journal of Research in
 * Marketing 33:457); a state of order k is a window of k steps, a path shorter than k is one state, and a removed
 * touchpoint turns every state that holds it into a loss. Value goes by the value per conversion at the last state.
 * Steps repeated at once change no removal effect. Of public programs, DP6's agrees at order 1 to 1e-15;
 * ChannelAttribution simulates, and one run is about 2 percent off for large touchpoints and over 75 percent for
 * tiny ones; the analytical Markov of mta sums observed paths only and counts equal rows twice, so that its base
 * probability can exceed 1. Shapley: Shapley (1953); the closed form is that of Harsanyi's dividends (1959).
 * Figures are exact to about 1e-12 of themselves; another order of rows may change the last digits.
 * @param rows - The paths with their counts, in any order.
 * @param options - The model and its policy.
 * @returns The credits, highest first.
 * @throws RangeError when a path has no step, a count is not a whole number of at least 0, a value is negative or
 * without conversion, `daysBefore` does not fit the steps, or the policy is out of bounds. Sift rows from outside
 * with {@link siftAttributionPaths}.
 * @example
 * ```ts
 * import { attributeOutcomes } from "goodwill/touchpoint";
 *
 * const rows = [
 *   { steps: ["search", "mail"], conversions: 3, nulls: 1 },
 *   { steps: ["mail"], conversions: 1, nulls: 5 },
 * ];
 * const { credits } = attributeOutcomes(rows, { model: "markov" });
 * credits.map(({ touchpoint, removalEffect }) => [touchpoint, removalEffect?.toFixed(3)]);
 * // => [["mail", "1.000"], ["search", "0.400"]]
 * ```
 */
export function attributeOutcomes(
  rows: Iterable<AttributionPath>,
  options: AttributeOutcomesOptions,
): Attribution {
  const { model, ...rest } = options;
  return aggregate(rows, attributionCombine({ models: [model], ...rest }))[0]!;
}
