import { requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { nameIndex, numberOfName } from "../path/name-index.js";
import { DEFAULT_ATTRIBUTION_POLICY, type AttributionPolicy } from "./attribution-policy.js";
import type { AttributionAccumulator, CreditSums } from "./attribution-accumulator.js";
import {
  ATTRIBUTION_MODELS,
  type Attribution,
  type AttributionModel,
  type AttributionPath,
} from "./attribution.js";
import { attributionOf } from "./credit.js";
import { addMarkovSums, addToMarkov, noMarkovSums, windowFinders } from "./markov-sums.js";
import { pathIssue } from "./path-check.js";
import { requireAttributionPolicy } from "./policy-check.js";
import { addTerm, noSums } from "./steady-sum.js";
import { stepCredit, type StepModel } from "./step-credit.js";

/** Which models share the outcomes, and what they take for granted. */
export interface AttributionCombineOptions {
  /** The models, at least one, each once. */
  readonly models: readonly AttributionModel[];
  /** What they take for granted; {@link DEFAULT_ATTRIBUTION_POLICY} when absent. */
  readonly policy?: AttributionPolicy;
}

/**
 * Which touchpoints earn the outcome, by several models: an aggregation (TP-9).
 *
 * Rows are taken as they come; equal rows add up. Memory grows with the touchpoints only; for `markov` of order k with
 * the distinct runs of k + 1 touchpoints.
 *
 * See {@link attributeOutcomes} for what the models say, and do not say.
 *
 * @param options - The models and their policy.
 * @returns The aggregation; its figure is one attribution a model, in the order asked.
 * @throws RangeError when no model is asked for, one twice, or the policy is out of bounds; in `addInput` when a path
 * has no step, a count is not a whole number of at least 0, a value is negative or without conversion, or
 * `daysBefore` does not fit the steps.
 * @example
 * ```ts
 * import { aggregate } from "goodwill/shared";
 * import { attributionCombine } from "goodwill/touchpoint";
 *
 * const rows = [
 *   { steps: ["search", "mail"], conversions: 3, nulls: 1 },
 *   { steps: ["mail"], conversions: 1, nulls: 5 },
 * ];
 * const [first, last] = aggregate(rows, attributionCombine({ models: ["first", "last"] }));
 * first?.credits.map(({ touchpoint, conversions }) => [touchpoint, conversions]); // => [["search", 3], ["mail", 1]]
 * last?.credits[0]?.conversions; // => 4
 * ```
 */
export function attributionCombine(
  options: AttributionCombineOptions,
): Aggregation<AttributionPath, AttributionAccumulator, readonly Attribution[]> {
  const { models } = options;
  const policy = requireAttributionPolicy(options.policy ?? DEFAULT_ATTRIBUTION_POLICY);
  requireModels(models);
  const order = policy.markovOrder;
  const stepModels = models
    .filter((model): model is StepModel => model !== "markov")
    .map((model) => ({ model, credit: stepCredit(model, policy) }));
  const direct = new Set(policy.directTouchpoints);
  const indexOf = nameIndex();
  const finderOf = windowFinders(order);
  const createAccumulator = (): AttributionAccumulator => ({
    version: 1,
    configuration: configurationOf(models, policy),
    paths: 0,
    conversions: 0,
    value: 0,
    touchpoints: [],
    credits: Object.fromEntries(
      stepModels.map(({ model }) => [model, { conversions: noSums(), values: noSums() }]),
    ),
    ...(models.includes("markov") && { markov: noMarkovSums() }),
  });
  const numberIn = (
    { touchpoints, credits }: AttributionAccumulator,
    name: string,
    index: Map<string, number>,
  ): number => {
    const number = numberOfName(name, touchpoints, index);
    for (const { model } of stepModels) {
      const sums = credits[model]!;
      if (number < sums.values.sums.length) break;
      for (const { sums: highs, rests } of [sums.conversions, sums.values]) {
        highs.push(0);
        rests.push(0);
      }
    }
    return number;
  };
  return {
    createAccumulator,
    addInput: (accumulator, path) => {
      requirePath(path);
      const index = indexOf(accumulator.touchpoints);
      const steps = path.steps.map((name) => numberIn(accumulator, name, index));
      const { conversions, nulls, value = 0, daysBefore } = path;
      accumulator.paths += conversions + nulls;
      accumulator.conversions += conversions;
      accumulator.value += value;
      if (accumulator.markov !== undefined) {
        const { markov } = accumulator;
        addToMarkov(
          markov,
          { steps, conversions, nulls, value },
          { order, finder: finderOf(markov) },
        );
      }
      if (conversions === 0 || stepModels.length === 0) return accumulator;
      const shares = new Array<number>(steps.length).fill(0);
      for (const { model, credit } of stepModels) {
        credit({ steps, daysBefore, names: path.steps, direct }, shares);
        const sums = accumulator.credits[model]!;
        for (let step = 0; step < steps.length; step += 1) {
          const share = shares[step]!;
          if (share === 0) continue;
          addTerm(sums.conversions, { at: steps[step]!, term: conversions * share });
          addTerm(sums.values, { at: steps[step]!, term: value * share });
        }
      }
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("attribution", [merged, a, b]);
      for (const part of [a, b]) {
        const index = indexOf(merged.touchpoints);
        const touchpoints = part.touchpoints.map((name) => numberIn(merged, name, index));
        merged.paths += part.paths;
        merged.conversions += part.conversions;
        merged.value += part.value;
        for (const { model } of stepModels)
          addCredits(merged.credits[model]!, part.credits[model]!, touchpoints);
        if (merged.markov !== undefined && part.markov !== undefined)
          addMarkovSums(merged.markov, part.markov, { touchpoints, order });
      }
      return merged;
    },
    extractOutput: (accumulator) =>
      models.map((model) => attributionOf(accumulator, { model, order })),
  };
}

function addCredits(target: CreditSums, part: CreditSums, touchpoints: readonly number[]): void {
  for (const kind of ["conversions", "values"] as const) {
    touchpoints.forEach((at, position) => {
      addTerm(target[kind], { at, term: part[kind].sums[position]! });
      target[kind].rests[at]! += part[kind].rests[position]!;
    });
  }
}

function requirePath(path: AttributionPath): void {
  const issue = pathIssue(path);
  if (issue !== undefined)
    throw new RangeError(`Cannot attribute the outcome of a path: ${issue.message}`);
}

/** The same text for the same models and policy, in whatever order their names are written. */
function configurationOf(models: readonly AttributionModel[], policy: AttributionPolicy): string {
  const entries = Object.entries(policy).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ models: models.toSorted(), ...Object.fromEntries(entries) });
}

function requireModels(models: readonly AttributionModel[]): void {
  if (models.length === 0)
    throw new RangeError(
      "Cannot attribute outcomes: at least one model must be asked for, got none",
    );
  const unknown = models.find((model) => !ATTRIBUTION_MODELS.includes(model));
  if (unknown !== undefined)
    throw new RangeError(
      `Cannot attribute outcomes: a model must be one of ${ATTRIBUTION_MODELS.join(", ")}, got "${unknown}"`,
    );
  const twice = models.find((model, position) => models.indexOf(model) !== position);
  if (twice !== undefined)
    throw new RangeError(
      `Cannot attribute outcomes: a model must be asked for once, got "${twice}" twice`,
    );
}
