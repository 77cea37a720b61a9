import type { Reason } from "../../shared/reason.js";
import type { Result } from "../../shared/result.js";
import { ok, refuse } from "../../shared/result.js";
import type { ChoiceProblem, Option } from "./choice-problem.js";
import { creditValue } from "./choice-problem.js";
import { assessFit } from "./fit.js";
import type { ImprovementPolicy, TooManyCombinations } from "./front.js";
import { creditedOf, tooManyCombinations, valueOfCredited } from "./front.js";
import type { Improvement, ImprovementGoal } from "./improvement.js";
import type { Prospect } from "./partial-plan.js";
import type { Attained } from "./plan-bound.js";
import { searchPlans } from "./search.js";

/** A candidate that the plan does not hold, and why. */
export interface LeftOutImprovement {
  /** Its id. */
  readonly id: string;
  /** Its name; absent where it has none. */
  readonly name?: string;
  /** Its cost, in the host's unit. */
  readonly cost: number;
  /**
   * Why it was left out: `no-fit`, `no-credit`, `over-budget`, `excluded-by`, `outweighed`, `costs-more` or
   * `equal-alternative`; the numbers are in the parameters.
   */
  readonly reason: Reason;
  /** Value of the best plan within the budget that holds it; absent where no plan may hold it, or it adds nothing. */
  readonly bestValue?: number;
}

/** The plan that was chosen and all it was chosen from. @internal */
export interface ChoiceMade {
  readonly candidates: readonly Improvement[];
  readonly goal: ImprovementGoal;
  readonly problem: ChoiceProblem;
  /** The options that fit, are affordable and add value: those the choice was among. */
  readonly eligible: readonly Option[];
  /** The plan. */
  readonly plan: Prospect;
  /** The best plans for all smaller budgets. */
  readonly front: readonly Prospect[];
  readonly budget: number;
  readonly policy: ImprovementPolicy;
}

/** Why an option was out before the choice; `undefined` when the choice itself decided. */
function reasonBeforeChoice(option: Option, choice: ChoiceMade): Reason | undefined {
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
function reasonOfChoice(option: Option, forced: Prospect, choice: ChoiceMade): Reason {
  const { candidates, goal, problem, plan } = choice;
  const improvement = candidates[option.index]!.id;
  const valueOf = (found: Prospect): number =>
    valueOfCredited(creditedOf(problem, found, goal), goal);
  const planValue = valueOf(plan);
  if (forced.value >= plan.value) {
    const planCost = plan.cost / problem.costGrid.steps;
    if (forced.cost <= plan.cost) {
      return { code: "equal-alternative", params: { improvement, planValue, planCost } };
    }
    const bestCost = forced.cost / problem.costGrid.steps;
    return { code: "costs-more", params: { improvement, planValue, bestCost, planCost } };
  }
  const bestValue = valueOf(forced);
  const excluding = problem.options.filter(
    ({ bit }) => (bit & option.conflicts & plan.chosen) !== 0n,
  );
  if (excluding.length === 0) {
    return { code: "outweighed", params: { improvement, bestValue, planValue } };
  }
  const by = excluding.map(({ index }) => candidates[index]!.id).join(", ");
  return { code: "excluded-by", params: { improvement, by, bestValue, planValue } };
}

/**
 * Plans that hold an option, made from those of the front: what conflicts goes, the option comes, and where the
 * budget does not pay for it one more goes. They need not be the best; the search for the best starts from them.
 */
function plansWith(option: Option, { problem, front, budget }: ChoiceMade): Attained[] {
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

function leftOutOf(
  option: Option,
  choice: ChoiceMade,
): Result<LeftOutImprovement, TooManyCombinations> {
  const { candidates, goal, problem, eligible, budget, policy } = choice;
  const { id, name, cost } = candidates[option.index]!;
  const head = { id, ...(name !== undefined && { name }), cost };
  const before = reasonBeforeChoice(option, choice);
  if (before !== undefined) return ok({ ...head, reason: before });
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
  if (forced === undefined) return refuse(tooManyCombinations(candidates.length, policy));
  const bestValue = valueOfCredited(creditedOf(problem, forced, goal), goal);
  return ok({ ...head, reason: reasonOfChoice(option, forced, choice), bestValue });
}

/** Says of every candidate that the plan does not hold why not, in the order of the candidates. @internal */
export function leftOutImprovements(
  choice: ChoiceMade,
): Result<readonly LeftOutImprovement[], TooManyCombinations> {
  const leftOut: LeftOutImprovement[] = [];
  for (const option of choice.problem.options) {
    if ((choice.plan.chosen & option.bit) !== 0n) continue;
    const found = leftOutOf(option, choice);
    if (!found.ok) return found;
    leftOut.push(found.value);
  }
  return ok(leftOut);
}
