// The search itself: decides on one candidate after another and keeps the half-decided plans that may still become
// one of the best. What is dropped is dropped by proof: see `partial-plan` and `plan-bound`.

import type { ChoiceProblem, Option } from "./choice-problem.js";
import type { Outlook, PartialPlan, Prospect } from "./partial-plan.js";
import { nondominated, outlooksOf, prospectOf } from "./partial-plan.js";
import type { Attained } from "./plan-bound.js";
import { attainedFront, isHopeless, piecesByBlocked } from "./plan-bound.js";

/** What a search is for. @internal */
export interface SearchTask {
  /** The candidates to decide on, in the order in which to do so: see `decisionOrder`. */
  readonly options: readonly Option[];
  /** The budget, in the host's unit; `Infinity` for none. */
  readonly budget: number;
  /** The most states to keep at a time. */
  readonly maximumStates: number;
  /** A candidate that every plan must hold; without it, any plan may be found. */
  readonly forced?: Option;
  /** The most states to keep in the first pass; 300 by default. */
  readonly firstWidth?: number;
  /** Plans that can be had, as far as known: a search with good ones keeps fewer states. */
  readonly known?: readonly Attained[];
  /** Every plan of the front, or only the one of most value (and, of these, of least cost). */
  readonly wanted: "front" | "best";
}

/** What a search found. @internal */
export interface SearchOutcome {
  /** The plans wanted, by rising cost and value; absent when they took more states than allowed. */
  readonly plans?: readonly Prospect[];
  /** The most states kept at a time. */
  readonly states: number;
}

interface Pass {
  readonly plans: readonly Prospect[];
  readonly states: number;
  /** Whether states had to be let go, so that plans may have been missed. */
  readonly thinned: boolean;
}

/**
 * The first pass keeps this many states, each further pass so many times more. On fifty random candidates, half of
 * which find room under the caps, passes of growing width keep 6,900 to 7,700 states, one wide pass 7,400 to more
 * than the 10,000 allowed.
 */
const FIRST_WIDTH = 300;
const WIDENING = 3;

/** Thins states evenly over their cost, keeping the first and the last. */
function thin<T>(states: readonly T[], width: number): T[] {
  const stride = (states.length - 1) / (width - 1);
  return Array.from({ length: width }, (_, i) => states[Math.round(i * stride)]!);
}

/** What completions must beat; where only the best is wanted, less than the best so far will not do at any cost. */
function barOf(attained: readonly Attained[], wanted: "front" | "best", step: number): Attained[] {
  const front = attainedFront(attained);
  const best = front.at(-1);
  if (wanted === "front" || best === undefined) return front;
  return [{ cost: -1, value: best.value - step }, best];
}

function extend(
  plan: PartialPlan,
  option: Option,
  { undecided, isAffordable }: { undecided: bigint; isAffordable: (cost: number) => boolean },
): PartialPlan[] {
  const { points, chosen, count, blocked } = plan;
  const without = { ...plan, blocked: blocked & undecided };
  const cost = plan.cost + option.cost;
  if ((blocked & option.bit) !== 0n || !isAffordable(cost)) return [without];
  return [
    without,
    {
      cost,
      points: points.map((sum, f) => sum + option.points[f]!),
      chosen: chosen | option.bit,
      count: count + 1,
      blocked: (blocked | option.conflicts) & undecided,
    },
  ];
}

function startOf(problem: ChoiceProblem, forced: Option | undefined): PartialPlan {
  if (forced === undefined) {
    return { cost: 0, points: problem.factors.map(() => 0), chosen: 0n, count: 0, blocked: 0n };
  }
  return { cost: forced.cost, points: forced.points, chosen: forced.bit, count: 1, blocked: 0n };
}

function runPass(
  problem: ChoiceProblem,
  task: SearchTask,
  { width, known, order }: { width: number; known: readonly Attained[]; order: readonly Option[] },
): Pass {
  const steps = problem.costGrid.steps;
  // Dividing back gives the nearest number to the true cost, so that 0.1 + 0.2 does not exceed 0.3.
  const isAffordable = (cost: number): boolean => cost / steps <= task.budget;
  // An upper limit will do for the bound: one step more makes up for the rounding of the product.
  const budget = problem.costGrid.exact ? Math.floor(task.budget * steps) + 1 : task.budget;
  const none: Outlook[] = outlooksOf([], problem);
  let plans: readonly Prospect[] = [prospectOf(startOf(problem, task.forced), problem, none)];
  let states = 1;
  let thinned = false;
  order.forEach((option, at) => {
    const rest = order.slice(at + 1);
    const undecided = rest.reduce((set, { bit }) => set | bit, 0n);
    const outlooks = outlooksOf(rest, problem);
    const prospects = plans
      .flatMap((plan) => extend(plan, option, { undecided, isAffordable }))
      .map((plan) => prospectOf(plan, problem, outlooks));
    const attained = barOf([...known, ...prospects], task.wanted, problem.step);
    const bar = { problem, piecesUnder: piecesByBlocked(problem, rest), attained, budget };
    const kept = nondominated(prospects.filter((prospect) => !isHopeless(prospect, bar)));
    states = Math.max(states, kept.length);
    thinned ||= kept.length > width;
    plans = kept.length > width ? thin(kept, width) : kept;
  });
  return { plans, states, thinned };
}

/**
 * All plans worth having: for every cost the most value, found exactly.
 *
 * Every pass decides on one candidate after another and keeps the states that no other dominates and that can still
 * reach the front. A narrow pass that had to let states go still finds good plans, and the next, wider pass need
 * only keep what can beat them; a pass that let nothing go is exact.
 *
 * @remarks Dynamic programming over nondominated states: Nemhauser and Ullmann 1969 (Management Science 15:494) for
 * the knapsack. The mutual exclusions of the multiple-choice knapsack (Sinha and Zoltners 1979, Operations Research
 * 27:503) need not be cliques here: a state remembers which undecided candidates it blocks.
 * @internal
 */
export function searchPlans(problem: ChoiceProblem, task: SearchTask): SearchOutcome {
  const { forced, maximumStates, firstWidth = FIRST_WIDTH } = task;
  const order = task.options.filter(
    ({ bit }) => forced === undefined || ((forced.conflicts | forced.bit) & bit) === 0n,
  );
  let known: readonly Attained[] = task.known ?? [];
  for (let width = Math.min(firstWidth, maximumStates); ; width *= WIDENING) {
    const pass = runPass(problem, task, { width: Math.min(width, maximumStates), known, order });
    if (!pass.thinned) {
      const plans = task.wanted === "best" ? pass.plans.slice(-1) : pass.plans;
      return { plans, states: pass.states };
    }
    if (width >= maximumStates) return { states: pass.states };
    known = [...known, ...pass.plans];
  }
}
