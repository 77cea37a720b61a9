// Hands the components that compete for shared limits to the exact search.

import type { BundleStore } from "./bundle-store.js";
import { useOf } from "./bundle-store.js";
import { demandOf, dualBound } from "./dual-bound.js";
import type { Attained, FrontBundle, FrontLabel, FrontPrices } from "./effect-front.js";
import { effectFront } from "./effect-front.js";
import type { BundleChoice } from "./take-by-efficiency.js";
import { takeByEfficiency } from "./take-by-efficiency.js";

/** What to select from, and how long to search. @internal */
export interface ExactTask {
  /** The bundles, none worth having left out. */
  readonly store: BundleStore;
  /** How much there is of each shared resource. */
  readonly limits: readonly number[];
  /** The quick selection. */
  readonly quick: BundleChoice;
  /** The most comparisons of half-made choices. */
  readonly steps: number;
}

/** The exact search is tried for so many competing components and bundles of theirs at most. */
const MOST_COMPONENTS = 300;
const MOST_BUNDLES = 10_000;

/** For so many plan budgets the quick selection is made, to know what can be had. */
const SAMPLES = 48;

/** For so many of these, prices are found. */
const PRICE_SAMPLES = 12;
const PRICE_ROUNDS = 60;

interface Competition {
  /** The competing components. */
  readonly components: readonly number[];
  /** The limits, other than the plan budget, that can be reached. */
  readonly tight: readonly number[];
  /** Whether the plan budget counts. */
  readonly hasBudget: boolean;
  /** What all components together cost at most. */
  readonly mostCost: number;
}

/** The effect and cost of a choice, summed by component: of all, or of those named. @internal */
export function totalOf(
  store: BundleStore,
  { chosen }: BundleChoice,
  { components }: { readonly components?: readonly number[] } = {},
): Attained {
  let cost = 0;
  let effect = 0;
  const count = components?.length ?? chosen.length;
  for (let i = 0; i < count; i += 1) {
    const bundle = chosen[components?.[i] ?? i]!;
    if (bundle < 0) continue;
    effect += store.effect.values[bundle]!;
    cost += store.patterns.cost.values[store.pattern.values[bundle]!]!;
  }
  return { cost, effect };
}

function competitionOf(
  { store, limits }: ExactTask,
  { hasBudget }: { readonly hasBudget: boolean },
): Competition | undefined {
  const demand = demandOf(store, limits.length);
  const tight = [...limits.keys()].filter((r) => r > 0 && demand[r]! > limits[r]!);
  const counted = hasBudget ? [0, ...tight] : tight;
  const offered = new Uint32Array(store.weight.length);
  for (let kind = 0; kind < offered.length; kind += 1) {
    const [from, end] = bundlesOf(store, kind);
    for (let b = from; b < end && offered[kind] === 0; b += 1) {
      if (counted.some((resource) => useOf(store, b, resource) > 0)) offered[kind] = end - from;
    }
  }
  const components: number[] = [];
  let bundles = 0;
  for (let c = 0; c < store.kind.length; c += 1) {
    const count = offered[store.kind.values[c]!]!;
    if (count === 0) continue;
    components.push(c);
    bundles += count;
    if (components.length > MOST_COMPONENTS || bundles > MOST_BUNDLES) return undefined;
  }
  return { components, tight, hasBudget, mostCost: hasBudget ? (demand[0] ?? 0) : 0 };
}

/** Where the bundles of a kind begin and end. */
function bundlesOf({ firstBundle }: BundleStore, kind: number): readonly [number, number] {
  return [firstBundle.values[kind]!, firstBundle.values[kind + 1]!];
}

/** What can be had at which cost by quick selections for budgets from nothing to everything, and the prices there. */
function soundings(
  { store, limits }: ExactTask,
  { components, tight, hasBudget, mostCost }: Competition,
): { readonly attained: readonly Attained[]; readonly prices: readonly FrontPrices[] } {
  const samples = hasBudget ? SAMPLES : 0;
  const attained: Attained[] = [{ cost: 0, effect: 0 }];
  const prices: FrontPrices[] = [{ cost: 0, uses: tight.map(() => 0) }];
  for (let i = 0; i <= samples; i += 1) {
    const budget = hasBudget ? Math.floor((mostCost * i) / samples) : Infinity;
    const given = [budget, ...limits.slice(1)];
    const quick = takeByEfficiency(store, given);
    const total = totalOf(store, quick, { components });
    const last = attained.at(-1)!;
    const point = { cost: hasBudget ? total.cost : 0, effect: total.effect };
    if (point.effect > last.effect) {
      if (point.cost <= last.cost) attained.pop();
      attained.push(point);
    }
    if (i % (SAMPLES / PRICE_SAMPLES) > 0) continue;
    const { prices: found } = dualBound({
      store,
      limits: given,
      attained: totalOf(store, quick).effect,
      start: quick.prices,
      rounds: PRICE_ROUNDS,
    });
    prices.push({ cost: hasBudget ? found[0]! : 0, uses: tight.map((r) => found[r]!) });
    if (quick.cutoff > 0) prices.push({ cost: quick.cutoff, uses: tight.map(() => 0) });
  }
  return { attained, prices };
}

function searched(task: ExactTask, competition: Competition): readonly FrontLabel[] | undefined {
  const { store, limits } = task;
  const { components, tight, hasBudget, mostCost } = competition;
  const offerOf = (component: number): FrontBundle[] => {
    const [from, end] = bundlesOf(store, store.kind.values[component]!);
    return Array.from({ length: end - from }, (_, i) => ({
      bundle: from + i,
      effect: store.effect.values[from + i]!,
      cost: hasBudget ? useOf(store, from + i, 0) : 0,
      uses: tight.map((resource) => useOf(store, from + i, resource)),
    }));
  };
  return effectFront({
    components: components.map(offerOf),
    limits: tight.map((r) => limits[r]!),
    mostCost,
    steps: task.steps,
    ...soundings(task, competition),
  });
}

/** The choice that a label stands for; components that do not compete keep what the quick selection took. */
function choiceOf(
  { quick }: ExactTask,
  { components }: Competition,
  label: FrontLabel,
): BundleChoice {
  const chosen = quick.chosen.slice();
  let at: FrontLabel | undefined = label;
  for (const component of components.toReversed()) {
    chosen[component] = at!.bundle;
    at = at!.before;
  }
  return { ...quick, chosen };
}

/**
 * The best selection, where the components that compete for shared limits are few enough; undefined otherwise.
 *
 * Where the plan budget is enough for everything it is left out of account. Otherwise the search is made for all plan
 * budgets at once, so that whether it ends does not depend on the budget (see `effectFront`).
 * @internal
 */
export function exactSelection(task: ExactTask): BundleChoice | undefined {
  const budget = task.limits[0] ?? Infinity;
  for (const hasBudget of [false, true]) {
    const competition = competitionOf(task, { hasBudget });
    if (competition === undefined) continue;
    const demand = demandOf(task.store, task.limits.length)[0] ?? 0;
    if (!hasBudget && demand > budget) continue;
    const labels = searched(task, competition);
    if (labels === undefined) continue;
    let best: FrontLabel | undefined;
    for (const label of labels) {
      const isWithin = label.cost <= budget || !hasBudget;
      if (isWithin && (best === undefined || label.effect > best.effect)) best = label;
    }
    const found = best === undefined ? task.quick : choiceOf(task, competition, best);
    const isBetter = totalOf(task.store, found).effect > totalOf(task.store, task.quick).effect;
    return isBetter ? found : task.quick;
  }
  return undefined;
}
