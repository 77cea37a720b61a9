import type { Result } from "../../shared/result.js";
import { ok, refuse } from "../../shared/result.js";
import { decisionOrder } from "./decision-order.js";
import { assessFit } from "./fit.js";
import type { ChoiceProblem, Option } from "./choice-problem.js";
import { choiceProblemOf } from "./choice-problem.js";
import type { Improvement, ImprovementGoal } from "./improvement.js";
import { requireImprovements } from "./improvement.js";
import type { PartialPlan } from "./partial-plan.js";
import { searchPlans } from "./search.js";

/** How far the search for the best set may go. */
export interface ImprovementPolicy {
  /** The most half-decided plans kept at a time, at least 2; a choice that needs more is refused. */
  readonly maximumStates: number;
}

/**
 * The default: 10,000 half-decided plans.
 *
 * @remarks Thirty random candidates over six factors, every third bound by an exclusion or doing harm somewhere,
 * need about a hundred to five hundred, and a plan with all its reasons takes less than a second; a hundred
 * candidates need up to about two thousand and take seconds to a minute. Ten thousand take minutes.
 */
export const DEFAULT_IMPROVEMENT_POLICY: ImprovementPolicy = { maximumStates: 10_000 };

/** The refusal to choose: the candidates interact in too many ways to find the best set exactly. */
export interface TooManyCombinations {
  /** Always `too-many-combinations`. */
  readonly code: "too-many-combinations";
  /** How many candidates were to be decided on. */
  readonly candidates: number;
  /** The limit of the policy that was passed. */
  readonly maximumStates: number;
}

/** One plan worth having: no other costs no more and is worth more. */
export interface ImprovementFrontPoint {
  /** Its cost, in the host's unit. */
  readonly cost: number;
  /** Its value: importance times credited points, summed over factors. */
  readonly value: number;
  /** Ids of the chosen candidates, in the order of the candidates. */
  readonly chosen: readonly string[];
}

/** What to measure the candidates by, and how far to search. */
export interface ImprovementFrontOptions extends ImprovementGoal {
  /** How far the search may go; `DEFAULT_IMPROVEMENT_POLICY` by default. */
  readonly policy?: ImprovementPolicy;
}

/** Checks the limit of a policy. @internal */
export function requireImprovementPolicy(policy: ImprovementPolicy): ImprovementPolicy {
  if (!(Number.isInteger(policy.maximumStates) && policy.maximumStates >= 2)) {
    throw new RangeError(
      `Cannot plan improvements: maximumStates must be a whole number of at least 2, got ${policy.maximumStates}`,
    );
  }
  return policy;
}

/** Points credited on each factor by a plan, in points. @internal */
export function creditedOf(
  { factors, pointGrid }: ChoiceProblem,
  { points }: Pick<PartialPlan, "points">,
  { shortfall }: ImprovementGoal,
): Record<string, number> {
  return Object.fromEntries(
    factors.map((factor, f) => {
      const cap = Object.hasOwn(shortfall, factor) ? shortfall[factor]! : 0;
      return [factor, Math.min(points[f]! / pointGrid.steps, cap)];
    }),
  );
}

/** Importance times credited points, added in the order of the factors. @internal */
export function valueOfCredited(
  credited: Readonly<Record<string, number>>,
  { importance }: ImprovementGoal,
): number {
  return Object.entries(credited).reduce(
    (sum, [factor, points]) => sum + importance[factor]! * points,
    0,
  );
}

/** A plan found, as a point of the front. @internal */
export function frontPointOf(
  plan: PartialPlan,
  problem: ChoiceProblem,
  {
    candidates,
    goal,
  }: { readonly candidates: readonly Improvement[]; readonly goal: ImprovementGoal },
): ImprovementFrontPoint {
  return {
    cost: plan.cost / problem.costGrid.steps,
    value: valueOfCredited(creditedOf(problem, plan, goal), goal),
    chosen: problem.options
      .filter(({ bit }) => (plan.chosen & bit) !== 0n)
      .map(({ index }) => candidates[index]!.id),
  };
}

/**
 * The options that can add value to some plan: they raise a factor that matters and has something to close, or that
 * another option harms. Leaving out the rest never lowers a plan's value. @internal
 */
export function creditableOptions(
  problem: ChoiceProblem,
  options: readonly Option[],
): readonly Option[] {
  const creditable = options.filter((option) =>
    problem.credits.some(
      ({ weight, cap }, f) =>
        weight > 0 &&
        option.points[f]! > 0 &&
        (cap > 0 || options.some((other) => other.points[f]! < 0)),
    ),
  );
  return creditable.length === options.length ? creditable : creditableOptions(problem, creditable);
}

/** The refusal for a search that passed its limit. @internal */
export function tooManyCombinations(
  candidates: number,
  { maximumStates }: ImprovementPolicy,
): TooManyCombinations {
  return { code: "too-many-combinations", candidates, maximumStates };
}

/**
 * What is the most that every amount of money can buy?
 *
 * The front holds every plan that no other plan beats: cost and value rise strictly from one point to the next, and
 * the best plan within any budget is the last point it can pay. It begins with the plan that costs nothing. Among
 * plans of equal cost and value it holds the one with fewer candidates, then with earlier ones. Candidates that do
 * not fit (`assessFit`) are left out.
 *
 * @remarks Exact dynamic programming over nondominated plans (Nemhauser and Ullmann 1969, Management Science
 * 15:494) with mutual exclusions (Sinha and Zoltners 1979, Operations Research 27:503). Costs, points and
 * importances of few digits are added as whole numbers, so that 0.1 + 0.2 is 0.3; where their digits do not allow
 * that, values that differ by less than a part in 10^12 may pass for equal.
 * @param candidates - The improvements to choose from, ids unique.
 * @param options - What to measure them by.
 * @param options.importance - Importance of each factor.
 * @param options.shortfall - Points creditable for each factor.
 * @param options.policy - How far the search may go.
 * @returns The front by rising cost, or `too-many-combinations`.
 * @throws RangeError when an id is repeated or unknown, a factor has no importance, or a number is negative or not
 * finite.
 * @example
 * ```ts
 * import { improvementFront } from "goodwill/experience";
 *
 * const front = improvementFront(
 *   [
 *     { id: "longer hours", cost: 30, effects: { convenience: 2 }, excludes: ["omnichannel"] },
 *     { id: "omnichannel", cost: 90, effects: { convenience: 5 } },
 *   ],
 *   { importance: { convenience: 9 }, shortfall: { convenience: 5 } },
 * );
 * front.ok && front.value.map(({ cost, value }) => [cost, value]); // => [[0, 0], [30, 18], [90, 45]]
 * ```
 */
export function improvementFront(
  candidates: readonly Improvement[],
  options: ImprovementFrontOptions,
): Result<readonly ImprovementFrontPoint[], TooManyCombinations> {
  const policy = requireImprovementPolicy(options.policy ?? DEFAULT_IMPROVEMENT_POLICY);
  requireImprovements(candidates, options);
  const problem = choiceProblemOf(candidates, options);
  const fitting = problem.options.filter(({ index }) => assessFit(candidates[index]!).fits);
  const search = searchPlans(problem, {
    options: decisionOrder(creditableOptions(problem, fitting)),
    budget: Infinity,
    maximumStates: policy.maximumStates,
    wanted: "front",
  });
  if (search.plans === undefined) return refuse(tooManyCombinations(candidates.length, policy));
  return ok(search.plans.map((plan) => frontPointOf(plan, problem, { candidates, goal: options })));
}
