import type { Improvement, ImprovementGoal } from "goodwill/experience";

/** A plan in whole numbers: costs in hundredths, points in tenths, importance in tenths. */
export interface WholePlan {
  readonly cost: number;
  readonly value: number;
  readonly set: readonly number[];
}

/** Costs, points and importances of the test have at most two, one and one decimals. */
export const COST_UNIT = 100;
export const POINT_UNIT = 10;
export const WEIGHT_UNIT = 10;
export const VALUE_UNIT = POINT_UNIT * WEIGHT_UNIT;

function whole(value: number, unit: number): number {
  return Math.round(value * unit);
}

function isAllowed(set: readonly number[], candidates: readonly Improvement[]): boolean {
  return set.every((i) =>
    set.every((j) => !(candidates[i]!.excludes ?? []).includes(candidates[j]!.id)),
  );
}

function valueOf(
  set: readonly number[],
  candidates: readonly Improvement[],
  { importance, shortfall }: ImprovementGoal,
): number {
  return Object.entries(importance).reduce((total, [factor, weight]) => {
    const points = set.reduce(
      (sum, i) => sum + whole(candidates[i]!.effects[factor] ?? 0, POINT_UNIT),
      0,
    );
    const cap = whole(shortfall[factor] ?? 0, POINT_UNIT);
    return total + whole(weight, WEIGHT_UNIT) * Math.min(points, cap);
  }, 0);
}

/** Every set of candidates that may be done together, by enumeration. */
export function allPlans(candidates: readonly Improvement[], goal: ImprovementGoal): WholePlan[] {
  const plans: WholePlan[] = [];
  for (let mask = 0; mask < 2 ** candidates.length; mask += 1) {
    const set = candidates.flatMap((_, i) => ((mask >> i) & 1 ? [i] : []));
    if (!isAllowed(set, candidates)) continue;
    const cost = set.reduce((sum, i) => sum + whole(candidates[i]!.cost, COST_UNIT), 0);
    plans.push({ cost, value: valueOf(set, candidates, goal), set });
  }
  return plans;
}

/** Negative when `a` is better: more value, then less cost, then fewer candidates, then earlier ones. */
export function comparePlans(a: WholePlan, b: WholePlan): number {
  if (a.value !== b.value) return b.value - a.value;
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.set.length !== b.set.length) return a.set.length - b.set.length;
  const at = a.set.findIndex((index, k) => index !== b.set[k]);
  return at === -1 ? 0 : a.set[at]! - b.set[at]!;
}

/** The best of some plans. */
export function bestPlan(plans: readonly WholePlan[]): WholePlan {
  return plans.reduce((best, plan) => (comparePlans(plan, best) < 0 ? plan : best));
}

/** The plans that none beats, by cost. */
export function frontOf(plans: readonly WholePlan[]): WholePlan[] {
  const front: WholePlan[] = [];
  for (const plan of [...plans].sort((a, b) => a.cost - b.cost || comparePlans(a, b))) {
    if (front.length === 0 || plan.value > front.at(-1)!.value) front.push(plan);
  }
  return front;
}
