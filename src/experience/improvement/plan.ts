import type { Trace } from "../../shared/reason.js";
import type { Result } from "../../shared/result.js";
import { ok, refuse } from "../../shared/result.js";
import type { ChoiceProblem } from "./choice-problem.js";
import { choiceProblemOf } from "./choice-problem.js";
import { decisionOrder } from "./decision-order.js";
import { assessFit } from "./fit.js";
import type {
  ImprovementFrontOptions,
  ImprovementFrontPoint,
  TooManyCombinations,
} from "./front.js";
import {
  DEFAULT_IMPROVEMENT_POLICY,
  creditableOptions,
  creditedOf,
  frontPointOf,
  requireImprovementPolicy,
  tooManyCombinations,
} from "./front.js";
import type { Improvement, ImprovementGoal } from "./improvement.js";
import { requireImprovements } from "./improvement.js";
import type { LeftOutImprovement } from "./left-out.js";
import { leftOutImprovements } from "./left-out.js";
import type { PartialPlan } from "./partial-plan.js";
import { searchPlans } from "./search.js";

/** What may be spent, what it shall achieve, and how far to search. */
export interface ImprovementPlanOptions extends ImprovementFrontOptions {
  /** What may be spent, at least 0, in the unit of the candidates' costs. */
  readonly budget: number;
}

/** A candidate that the plan holds. */
export interface ChosenImprovement {
  /** Its id. */
  readonly id: string;
  /** Its name; absent where it has none. */
  readonly name?: string;
  /** Its cost, in the host's unit. */
  readonly cost: number;
  /**
   * Points credited to it on each factor it affects; negative where it does harm. What earlier candidates of the
   * plan have closed already is not credited again, so the points of all chosen add to those of the plan.
   */
  readonly credited: Readonly<Record<string, number>>;
}

/** The best set of improvements within a budget, with the reasons. */
export interface ImprovementPlan {
  /** What could be spent. */
  readonly budget: number;
  /** What is spent. */
  readonly cost: number;
  /** Importance times credited points, summed over factors. */
  readonly value: number;
  /** The improvements to make, in the order of the candidates; empty when none is worth making. */
  readonly chosen: readonly ChosenImprovement[];
  /** The others, in the order of the candidates, each with the reason. */
  readonly leftOut: readonly LeftOutImprovement[];
  /** Points credited on each factor of `importance`; negative where the plan does harm. */
  readonly credited: Readonly<Record<string, number>>;
  /** The best plans for every smaller budget, up to this one, which is the last point. */
  readonly front: readonly ImprovementFrontPoint[];
  /**
   * How the value came about: one part for every factor, importance times credited points; the parts add to the
   * value.
   */
  readonly trace: Trace;
}

/** Shares out the credited points: each candidate gets what it adds to those before it. */
function chosenImprovements(
  plan: PartialPlan,
  problem: ChoiceProblem,
  {
    candidates,
    goal,
  }: { readonly candidates: readonly Improvement[]; readonly goal: ImprovementGoal },
): ChosenImprovement[] {
  const sums = problem.factors.map(() => 0);
  const caps = problem.factors.map(
    (factor) =>
      (Object.hasOwn(goal.shortfall, factor) ? goal.shortfall[factor]! : 0) *
      problem.pointGrid.steps,
  );
  return problem.options
    .filter(({ bit }) => (plan.chosen & bit) !== 0n)
    .map(({ index, points }) => {
      const { id, name, cost } = candidates[index]!;
      const credited: Record<string, number> = {};
      points.forEach((added, f) => {
        if (added === 0) return;
        const before = Math.min(sums[f]!, caps[f]!);
        sums[f]! += added;
        credited[problem.factors[f]!] =
          (Math.min(sums[f]!, caps[f]!) - before) / problem.pointGrid.steps;
      });
      return { id, ...(name !== undefined && { name }), cost, credited };
    });
}

function traceOf(
  value: number,
  credited: Readonly<Record<string, number>>,
  { importance, shortfall }: ImprovementGoal,
): Trace {
  const parts = Object.entries(credited).map(([factor, points]) => ({
    code: "factor-credit",
    value: importance[factor]! * points,
    params: {
      factor,
      importance: importance[factor]!,
      credited: points,
      shortfall: Object.hasOwn(shortfall, factor) ? shortfall[factor]! : 0,
    },
  }));
  return { code: "plan-value", value, parts };
}

/**
 * Which improvements close most of what matters, within the budget?
 *
 * The value of a set is the sum over factors of importance times the points credited: the sum of the effects, but
 * never more than the shortfall; harm counts in full. The plan is the set of most value that the budget pays,
 * exactly; ties go to the lower cost, then to fewer candidates, then to earlier ones. Candidates that do not fit
 * the firm (`assessFit`) are left out before the choice. Every candidate left out says why.
 *
 * @remarks Steps 5 and 6 of the seven (EXP-3) under limited resources (EXP-6): a multiple-choice knapsack (Sinha
 * and Zoltners 1979, Operations Research 27:503) whose items share caps. Taking the most value for money first, as
 * is often done, loses at 6 of 11 budgets of the retailer's case. For the method and its limits see
 * `improvementFront`.
 * @param candidates - The improvements to choose from, ids unique.
 * @param options - What may be spent and what it shall achieve.
 * @param options.budget - What may be spent.
 * @param options.importance - Importance of each factor.
 * @param options.shortfall - Points creditable for each factor.
 * @param options.policy - How far the search may go.
 * @returns The plan, or `too-many-combinations`.
 * @throws RangeError when an id is repeated or unknown, a factor has no importance, or a number is negative or not
 * finite.
 * @example
 * ```ts
 * import { planImprovements } from "goodwill/experience";
 *
 * const plan = planImprovements(
 *   [
 *     { id: "longer hours", cost: 30, effects: { convenience: 2 }, excludes: ["omnichannel"] },
 *     { id: "omnichannel", cost: 90, effects: { convenience: 5 } },
 *     { id: "training", cost: 20, effects: { service: 1 } },
 *   ],
 *   {
 *     budget: 100,
 *     importance: { convenience: 9, service: 7 },
 *     shortfall: { convenience: 5, service: 1 },
 *   },
 * );
 * plan.ok && plan.value.chosen.map(({ id }) => id); // => ["omnichannel"]
 * plan.ok && plan.value.value; // => 45
 * plan.ok && plan.value.leftOut.map(({ id, reason }) => [id, reason.code]);
 * // => [["longer hours", "excluded-by"], ["training", "outweighed"]]
 * ```
 */
export function planImprovements(
  candidates: readonly Improvement[],
  options: ImprovementPlanOptions,
): Result<ImprovementPlan, TooManyCombinations> {
  const { budget } = options;
  if (!(Number.isFinite(budget) && budget >= 0)) {
    throw new RangeError(
      `Cannot plan improvements: the budget must be a number of at least 0, got ${budget}`,
    );
  }
  const policy = requireImprovementPolicy(options.policy ?? DEFAULT_IMPROVEMENT_POLICY);
  requireImprovements(candidates, options);
  const problem = choiceProblemOf(candidates, options);
  const affordable = problem.options.filter(
    ({ index, cost }) =>
      assessFit(candidates[index]!).fits && cost / problem.costGrid.steps <= budget,
  );
  const eligible = decisionOrder(creditableOptions(problem, affordable));
  const { maximumStates } = policy;
  const search = searchPlans(problem, {
    options: eligible,
    budget,
    maximumStates,
    wanted: "front",
  });
  const plan = search.plans?.at(-1);
  if (search.plans === undefined || plan === undefined) {
    return refuse(tooManyCombinations(candidates.length, policy));
  }
  const made = {
    candidates,
    goal: options,
    problem,
    eligible,
    plan,
    front: search.plans,
    budget,
    policy,
  };
  const leftOut = leftOutImprovements(made);
  if (!leftOut.ok) return leftOut;
  const credited = creditedOf(problem, plan, options);
  const front = search.plans.map((point) =>
    frontPointOf(point, problem, { candidates, goal: options }),
  );
  const { cost, value } = front.at(-1)!;
  return ok({
    budget,
    cost,
    value,
    chosen: chosenImprovements(plan, problem, { candidates, goal: options }),
    leftOut: leftOut.value,
    credited,
    front,
    trace: traceOf(value, credited, options),
  });
}
