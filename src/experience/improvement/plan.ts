// What to do within a budget: the best set of improvements, what each of them contributes, and why the others are out.

import type { Reason, Trace } from "../../shared/reason.js";
import type { Result } from "../../shared/result.js";
import { ok } from "../../shared/result.js";
import type { Choice, PlanWorth } from "./choice.js";
import { chooseImprovements, worthOf } from "./choice.js";
import type { ImprovementFrontOptions, ImprovementFrontPoint } from "./front.js";
import type { Improvement, ImprovementGoal, TooManyCombinations } from "./improvement.js";
import { whyLeftOut } from "./left-out.js";
import { shortfallOf } from "./search/choice-problem.js";

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
function chosenImprovements({ candidates, goal, problem, best }: Choice): ChosenImprovement[] {
  const { steps } = problem.pointGrid;
  const caps = problem.factors.map((factor) => shortfallOf(goal, factor) * steps);
  const sums = problem.factors.map(() => 0);
  return problem.options
    .filter(({ bit }) => (best.chosen & bit) !== 0n)
    .map(({ index, points }) => {
      const { id, name, cost } = candidates[index]!;
      const credits = problem.factors.flatMap((factor, f): [string, number][] => {
        if (points[f] === 0) return [];
        const before = Math.min(sums[f]!, caps[f]!);
        sums[f]! += points[f]!;
        return [[factor, (Math.min(sums[f]!, caps[f]!) - before) / steps]];
      });
      // Unlike an assignment this keeps a factor called "__proto__".
      const credited = Object.fromEntries(credits);
      return { id, ...(name !== undefined && { name }), cost, credited };
    });
}

function leftOutImprovements(
  choice: Choice,
): Result<readonly LeftOutImprovement[], TooManyCombinations> {
  const leftOut: LeftOutImprovement[] = [];
  for (const option of choice.problem.options) {
    if ((choice.best.chosen & option.bit) !== 0n) continue;
    const why = whyLeftOut(option, choice);
    if (!why.ok) return why;
    const { id, name, cost } = choice.candidates[option.index]!;
    leftOut.push({ id, ...(name !== undefined && { name }), cost, ...why.value });
  }
  return ok(leftOut);
}

function traceOf({ value, credited }: PlanWorth, goal: ImprovementGoal): Trace {
  const parts = Object.entries(credited).map(([factor, points]) => {
    const importance = goal.importance[factor]!;
    const shortfall = shortfallOf(goal, factor);
    return {
      code: "factor-credit",
      value: importance * points,
      params: { factor, importance, credited: points, shortfall },
    };
  });
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
  const { budget, policy, ...goal } = options;
  if (!(Number.isFinite(budget) && budget >= 0)) {
    throw new RangeError(
      `Cannot plan improvements: the budget must be a number of at least 0, got ${budget}`,
    );
  }
  const found = chooseImprovements(candidates, { goal, budget, policy });
  if (!found.ok) return found;
  const choice = found.value;
  const leftOut = leftOutImprovements(choice);
  if (!leftOut.ok) return leftOut;
  const worth = worthOf(choice.best, choice);
  return ok({
    budget,
    cost: worth.cost,
    value: worth.value,
    chosen: chosenImprovements(choice),
    leftOut: leftOut.value,
    credited: worth.credited,
    front: choice.front.map((plan) => {
      const { cost, value, chosen } = worthOf(plan, choice);
      return { cost, value, chosen };
    }),
    trace: traceOf(worth, goal),
  });
}
