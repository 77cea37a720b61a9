// From the host's words to the search and back: `improvementFront` and `planImprovements` choose here. The search
// itself works on whole numbers, in the folder `search`.

import type { Result } from "../../shared/result.js";
import { ok, refuse } from "../../shared/result.js";
import { requireImprovementPolicy, requireImprovements } from "./candidate-check.js";
import { assessFit } from "./fit.js";
import type {
  Improvement,
  ImprovementGoal,
  ImprovementPolicy,
  TooManyCombinations,
} from "./improvement.js";
import { DEFAULT_IMPROVEMENT_POLICY } from "./improvement.js";
import type { ChoiceProblem, Option } from "./search/choice-problem.js";
import { choiceProblemOf, shortfallOf } from "./search/choice-problem.js";
import { creditableOptions, decisionOrder } from "./search/decision-order.js";
import type { PartialPlan, Prospect } from "./search/partial-plan.js";
import { searchPlans } from "./search/search-plans.js";

/** What is asked of a choice. @internal */
export interface ChoiceQuestion {
  /** What the candidates are measured by. */
  readonly goal: ImprovementGoal;
  /** What may be spent; `Infinity` for no limit. */
  readonly budget: number;
  /** How far to search; the default policy where undefined. */
  readonly policy: ImprovementPolicy | undefined;
}

/** All that was chosen from, and the plans found. @internal */
export interface Choice {
  /** The candidates. */
  readonly candidates: readonly Improvement[];
  /** What they are measured by. */
  readonly goal: ImprovementGoal;
  /** What may be spent. */
  readonly budget: number;
  /** How far to search. */
  readonly policy: ImprovementPolicy;
  /** Candidates and goal in numbers. */
  readonly problem: ChoiceProblem;
  /** The options that fit, are affordable and can add value, in the order in which to decide on them. */
  readonly eligible: readonly Option[];
  /** The plans worth having, by rising cost and value. */
  readonly front: readonly Prospect[];
  /** The last of them, which is the best within the budget. */
  readonly best: Prospect;
}

/** What a plan costs and is worth, in the host's units. @internal */
export interface PlanWorth {
  /** Its cost. */
  readonly cost: number;
  /** Importance times credited points, added in the order of the factors. */
  readonly value: number;
  /** Points credited on each factor. */
  readonly credited: Readonly<Record<string, number>>;
  /** Ids of the chosen candidates, in their order. */
  readonly chosen: readonly string[];
}

/** Checks what the host passed and finds the plans worth having; candidates that do not fit are out. @internal */
export function chooseImprovements(
  candidates: readonly Improvement[],
  { goal, budget, policy = DEFAULT_IMPROVEMENT_POLICY }: ChoiceQuestion,
): Result<Choice, TooManyCombinations> {
  requireImprovementPolicy(policy);
  requireImprovements(candidates, goal);
  const { maximumStates } = policy;
  const problem = choiceProblemOf(candidates, goal);
  const possible = problem.options.filter(
    ({ index, cost }) =>
      assessFit(candidates[index]!).fits && cost / problem.costGrid.steps <= budget,
  );
  const eligible = decisionOrder(creditableOptions(problem, possible));
  const task = { options: eligible, budget, maximumStates, wanted: "front" } as const;
  const front = searchPlans(problem, task).plans ?? [];
  const best = front.at(-1);
  return best === undefined
    ? refuse({ code: "too-many-combinations", candidates: candidates.length, maximumStates })
    : ok({ candidates, goal, budget, policy, problem, eligible, front, best });
}

/** A plan found by the search, in the host's units. @internal */
export function worthOf(
  { cost, points, chosen }: PartialPlan,
  { candidates, goal, problem }: Choice,
): PlanWorth {
  const { factors, options, costGrid, pointGrid } = problem;
  const credited = factors.map((factor, f) =>
    Math.min(points[f]! / pointGrid.steps, shortfallOf(goal, factor)),
  );
  return {
    cost: cost / costGrid.steps,
    value: credited.reduce((sum, credit, f) => sum + goal.importance[factors[f]!]! * credit, 0),
    // Unlike an assignment this keeps a factor called "__proto__".
    credited: Object.fromEntries(factors.map((factor, f) => [factor, credited[f]!])),
    chosen: options.flatMap(({ bit, index }) =>
      (bit & chosen) === 0n ? [] : [candidates[index]!.id],
    ),
  };
}
