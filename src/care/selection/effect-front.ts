// The exact selection for few components: for every cost of the plan the most effect that the other limits allow.

/** A bundle of a component, as the search sees it. @internal */
export interface FrontBundle {
  /** Its number in the store. */
  readonly bundle: number;
  /** Its effect. */
  readonly effect: number;
  /** What it takes of the plan budget. */
  readonly cost: number;
  /** What it takes of the other limits that can be reached. */
  readonly uses: readonly number[];
}

/** An effect that can be had at a cost. @internal */
export interface Attained {
  /** The cost. */
  readonly cost: number;
  /** The effect. */
  readonly effect: number;
}

/** Prices of the plan budget and of the other limits, from which bounds are made. @internal */
export interface FrontPrices {
  /** Of a unit of cost. */
  readonly cost: number;
  /** Of a unit of each other limit. */
  readonly uses: readonly number[];
}

/** What to search. @internal */
export interface FrontTask {
  /** The bundles of each component. */
  readonly components: readonly (readonly FrontBundle[])[];
  /** How much there is of the limits other than the plan budget. */
  readonly limits: readonly number[];
  /** Effects that can be had, by rising cost and effect; what does not exceed them is not searched. */
  readonly attained: readonly Attained[];
  /** Prices for the bounds: the more fitting, the shorter the search. */
  readonly prices: readonly FrontPrices[];
  /** The cost of all components together at most. */
  readonly mostCost: number;
  /** The most comparisons. */
  readonly steps: number;
}

/** What is taken of the components decided so far. @internal */
export interface FrontLabel {
  /** Its cost. */
  readonly cost: number;
  /** Its effect. */
  readonly effect: number;
  /** What it takes of the other limits; 0 of those that what is still to come can no longer reach. */
  readonly uses: readonly number[];
  /** The bundle it took last, or -1. */
  readonly bundle: number;
  /** What was taken before; absent at the start. */
  readonly before?: FrontLabel;
}

/** Bounds and attained effects differ by rounding alone when they are nearer than this share. */
const ROUNDING_SHARE = 1e-12;

/** By layer and prices: the net effect that the components from there on add at most. */
function gainsToCome({ components, prices }: FrontTask): number[][] {
  const gains = [prices.map(() => 0)];
  for (const bundles of components.toReversed()) {
    gains.unshift(
      prices.map((price, m) => {
        const nets = bundles.map(
          ({ effect, cost, uses }) =>
            effect -
            price.cost * cost -
            uses.reduce((sum, use, d) => sum + use * price.uses[d]!, 0),
        );
        return gains[0]![m]! + Math.max(0, ...nets);
      }),
    );
  }
  return gains;
}

/** By layer and limit: how much the components from there on take at most. */
function demandToCome({ components, limits }: FrontTask): number[][] {
  const demand = [limits.map(() => 0)];
  for (const bundles of components.toReversed()) {
    demand.unshift(
      limits.map((_, d) => demand[0]![d]! + Math.max(0, ...bundles.map(({ uses }) => uses[d]!))),
    );
  }
  return demand;
}

function extended(
  label: FrontLabel,
  taken: FrontBundle | undefined,
  { limits, demand }: { readonly limits: readonly number[]; readonly demand: readonly number[] },
): FrontLabel | undefined {
  const uses: number[] = [];
  for (let d = 0; d < limits.length; d += 1) {
    const use = label.uses[d]! + (taken?.uses[d] ?? 0);
    if (use > limits[d]!) return undefined;
    uses.push(use + demand[d]! <= limits[d]! ? 0 : use);
  }
  const { effect = 0, cost = 0, bundle = -1 } = taken ?? {};
  return { cost: label.cost + cost, effect: label.effect + effect, uses, bundle, before: label };
}

/** Whether nothing that completes the label exceeds what can be had at the same cost anyway. */
function isHopeless(
  { cost, effect, uses }: FrontLabel,
  gains: readonly number[],
  { attained, prices, limits, mostCost }: FrontTask,
): boolean {
  const fixed = prices.map((price, m) =>
    price.uses.reduce((sum, worth, d) => sum + worth * (limits[d]! - uses[d]!), gains[m]! + effect),
  );
  for (let j = attained.length - 1; j >= 0; j -= 1) {
    const end = attained[j + 1]?.cost ?? Infinity;
    if (end <= cost) break;
    const budget = Math.min(end, mostCost);
    let most = Infinity;
    for (let m = 0; m < prices.length; m += 1) {
      const bound = fixed[m]! + prices[m]!.cost * (budget - cost);
      if (bound < most) most = bound;
    }
    if (most > attained[j]!.effect * (1 + ROUNDING_SHARE)) return false;
  }
  return true;
}

/** Leaves out labels that another makes superfluous; undefined when that takes more steps than are left. */
function nondominated(
  labels: FrontLabel[],
  budget: { left: number },
): readonly FrontLabel[] | undefined {
  labels.sort((a, b) => a.cost - b.cost || b.effect - a.effect);
  const kept: FrontLabel[] = [];
  for (const label of labels) {
    let isBeaten = false;
    for (let i = kept.length - 1; i >= 0 && !isBeaten; i -= 1) {
      const other = kept[i]!;
      budget.left -= 1;
      isBeaten =
        other.effect >= label.effect && other.uses.every((use, d) => use <= label.uses[d]!);
      if (label.uses.length === 0) break;
    }
    if (budget.left < 0) return undefined;
    if (!isBeaten) kept.push(label);
  }
  return kept;
}

/**
 * For every cost the most effect, by rising cost and effect: what exceeds the effects attained is all there. Undefined
 * when the search would take too many steps.
 *
 * The search never sees the plan budget, so whether it ends does not depend on it, and the best label within a larger
 * budget is no worse. A label takes note of a limit only as far as what is still to come can reach it: below that, all
 * uses are alike.
 * @internal
 */
export function effectFront(task: FrontTask): readonly FrontLabel[] | undefined {
  const gains = gainsToCome(task);
  const demands = demandToCome(task);
  const budget = { left: task.steps };
  const { limits } = task;
  let labels: readonly FrontLabel[] = [
    { cost: 0, effect: 0, uses: limits.map(() => 0), bundle: -1 },
  ];
  for (const [at, bundles] of task.components.entries()) {
    const demand = demands[at + 1]!;
    const next: FrontLabel[] = [];
    for (const label of labels) {
      for (const bundle of [...bundles, undefined]) {
        budget.left -= 1;
        const longer = extended(label, bundle, { limits, demand });
        if (longer !== undefined && !isHopeless(longer, gains[at + 1]!, task)) next.push(longer);
      }
      if (budget.left < 0) return undefined;
    }
    const kept = nondominated(next, budget);
    if (kept === undefined) return undefined;
    labels = kept;
  }
  return labels;
}
