// Why a candidate is not in the plan: what barred it before the choice, or how the best plan that holds it compares.

import type { Reason } from "../../shared/reason.js";
import type { Result } from "../../shared/result.js";
import { ok, refuse } from "../../shared/result.js";
import type { Choice } from "./choice.js";
import { worthOf } from "./choice.js";
import { assessFit } from "./fit.js";
import type { TooManyCombinations } from "./improvement.js";
import type { Option } from "./search/choice-problem.js";
import { creditValue } from "./search/choice-problem.js";
import type { Prospect } from "./search/partial-plan.js";
import type { Attained } from "./search/plan-bound.js";
import { searchPlans } from "./search/search-plans.js";

/** Why an option was left out. @internal */
export interface LeftOut {
  /** The reason. */
  readonly reason: Reason;
  /** Value of the best plan within the budget that holds it; absent where it was out before the choice. */
  readonly bestValue?: number;
}

/** Why an option was out before the choice; `undefined` when the choice itself decided. */
function reasonBeforeChoice(option: Option, choice: Choice): Reason | undefined {
  const candidate = choice.candidates[option.index]!;
  const improvement = candidate.id;
  const { missing } = assessFit(candidate);
  if (missing.length > 0) {
    return { code: "no-fit", params: { improvement, dimensions: missing.join(", ") } };
  }
  if (choice.eligible.includes(option)) return undefined;
  const { cost } = candidate;
  return option.cost / choice.problem.costGrid.steps > choice.budget
    ? { code: "over-budget", params: { improvement, cost, budget: choice.budget } }
    : { code: "no-credit", params: { improvement } };
}

/** Why the choice went against an option, given the best plan that holds it. */
function reasonOfChoice(option: Option, forced: Prospect, choice: Choice): Reason {
  const { candidates, problem, best } = choice;
  const improvement = candidates[option.index]!.id;
  const { cost: planCost, value: planValue } = worthOf(best, choice);
  const { cost: bestCost, value: bestValue } = worthOf(forced, choice);
  if (forced.value >= best.value) {
    return forced.cost <= best.cost
      ? { code: "equal-alternative", params: { improvement, planValue, planCost } }
      : { code: "costs-more", params: { improvement, planValue, bestCost, planCost } };
  }
  const excluding = problem.options.filter(
    ({ bit }) => (bit & option.conflicts & best.chosen) !== 0n,
  );
  if (excluding.length === 0) {
    return { code: "outweighed", params: { improvement, bestValue, planValue } };
  }
  const by = excluding.map(({ index }) => candidates[index]!.id).join(", ");
  return { code: "excluded-by", params: { improvement, by, bestValue, planValue } };
}

/**
 * Plans that hold an option, made from those of the front: what conflicts goes, the option comes, and where the
 * budget does not pay for it one more goes. They need not be the best; a search that knows them drops so much sooner
 * what is worse that it takes half the time.
 */
function plansWith(option: Option, { problem, front, budget }: Choice): Attained[] {
  return front.flatMap(({ chosen }) => {
    const kept = problem.options.filter(
      ({ bit }) => (bit & chosen) !== 0n && (bit & (option.conflicts | option.bit)) === 0n,
    );
    return [undefined, ...kept].flatMap((dropped) => {
      const set = [option, ...kept.filter((one) => one !== dropped)];
      const cost = set.reduce((sum, one) => sum + one.cost, 0);
      if (cost / problem.costGrid.steps > budget) return [];
      const value = problem.credits.reduce(
        (sum, credit, f) =>
          sum +
          creditValue(
            credit,
            set.reduce((points, one) => points + one.points[f]!, 0),
          ),
        0,
      );
      return [{ cost, value }];
    });
  });
}

/** Why the best plan does not hold an option. @internal */
export function whyLeftOut(option: Option, choice: Choice): Result<LeftOut, TooManyCombinations> {
  const { candidates, problem, eligible, budget, policy } = choice;
  const reason = reasonBeforeChoice(option, choice);
  if (reason !== undefined) return ok({ reason });
  const { maximumStates } = policy;
  const search = searchPlans(problem, {
    options: eligible,
    budget,
    maximumStates,
    forced: option,
    known: plansWith(option, choice),
    wanted: "best",
  });
  const forced = search.plans?.at(-1);
  if (forced === undefined) {
    return refuse({ code: "too-many-combinations", candidates: candidates.length, maximumStates });
  }
  return ok({
    reason: reasonOfChoice(option, forced, choice),
    bestValue: worthOf(forced, choice).value,
  });
}
