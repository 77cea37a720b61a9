// What every amount of money buys at best: all plans worth having, without a budget.

import type { Result } from "../../shared/result.js";
import { ok } from "../../shared/result.js";
import { chooseImprovements, worthOf } from "./choice.js";
import type {
  Improvement,
  ImprovementGoal,
  ImprovementPolicy,
  TooManyCombinations,
} from "./improvement.js";

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
  const { policy, ...goal } = options;
  const found = chooseImprovements(candidates, { goal, budget: Infinity, policy });
  if (!found.ok) return found;
  return ok(
    found.value.front.map((plan) => {
      const { cost, value, chosen } = worthOf(plan, found.value);
      return { cost, value, chosen };
    }),
  );
}
