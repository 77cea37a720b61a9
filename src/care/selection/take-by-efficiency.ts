// The quick selection: always the step that gives the most effect for its cost, as long as it fits.

import type { BundleStore } from "./bundle-store.js";
import { useOf } from "./bundle-store.js";
import type { StepGroup } from "./step-group.js";
import { isSameTurn, popGroup, pushGroup, stepGroup } from "./step-group.js";

/** A selection of bundles. @internal */
export interface BundleChoice {
  /** By component: the bundle taken, or -1. */
  readonly chosen: Int32Array;
  /** The effect per cost of the first step that the plan budget did not allow; 0 when it allowed all. */
  readonly cutoff: number;
  /** By shared resource: about what a unit more of it would have brought, going by the first step refused. */
  readonly prices: Float64Array;
}

interface Progress {
  readonly store: BundleStore;
  readonly left: Float64Array;
  readonly chosen: Int32Array;
  /** By component: the next one in its group, or -1. */
  readonly follower: Int32Array;
  /** By component: the place of its group among those whose turn it is. */
  readonly turnOf: Int32Array;
  /** The groups whose turn is still to come. */
  readonly heap: StepGroup[];
  /** By resource: the first step that it refused. */
  readonly refusals: Map<number, StepGroup>;
}

/** The groups that the components of a group whose turn it is go on to; undefined where no step is left for them. */
interface Turn {
  readonly group: StepGroup;
  taken?: StepGroup | undefined;
  refused?: StepGroup | undefined;
  hasTaken: boolean;
  hasRefused: boolean;
}

/** Which resource stands in the way of a step, or -1: what the component gives back counts. */
function hindrance({ store, left }: Progress, { from, to }: StepGroup): number {
  const { first, resource, amount } = store.patterns;
  const held = from < 0 ? 0 : store.pattern.values[from]!;
  const wanted = store.pattern.values[to]!;
  for (let u = first.values[wanted]!; u < first.values[wanted + 1]!; u += 1) {
    let free = left[resource.values[u]!]!;
    for (let h = first.values[held]!; h < first.values[held + 1]!; h += 1) {
      if (resource.values[h] === resource.values[u]) free += amount.values[h]!;
    }
    if (amount.values[u]! > free) return resource.values[u]!;
  }
  return -1;
}

function charge({ store, left }: Progress, bundle: number, sign: 1 | -1): void {
  if (bundle < 0) return;
  const { first, resource, amount } = store.patterns;
  const pattern = store.pattern.values[bundle]!;
  for (let u = first.values[pattern]!; u < first.values[pattern + 1]!; u += 1) {
    left[resource.values[u]!]! -= sign * amount.values[u]!;
  }
}

function join({ follower }: Progress, group: StepGroup | undefined, component: number): void {
  if (group === undefined) return;
  if (group.first < 0) group.first = component;
  else follower[group.last] = component;
  group.last = component;
  follower[component] = -1;
}

function takeStep(progress: Progress, turn: Turn, component: number): void {
  const { store, chosen, refusals } = progress;
  const { group } = turn;
  const { kind, from, to, refused } = group;
  const resource = hindrance(progress, group);
  if (resource < 0) {
    charge(progress, from, -1);
    charge(progress, to, 1);
    chosen[component] = to;
    if (!turn.hasTaken) turn.taken = stepGroup(store, { kind, from: to, refused });
    turn.hasTaken = true;
    join(progress, turn.taken, component);
    return;
  }
  if (!refusals.has(resource)) refusals.set(resource, group);
  if (!turn.hasRefused) turn.refused = stepGroup(store, { kind, from, refused: [...refused, to] });
  turn.hasRefused = true;
  join(progress, turn.refused, component);
}

/** The components of these groups in rising order; each is noted with the place of its group. */
function membersOf({ follower, turnOf }: Progress, groups: readonly StepGroup[]): Uint32Array {
  let count = 0;
  for (const { first } of groups) {
    for (let c = first; c >= 0; c = follower[c]!) count += 1;
  }
  const members = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < groups.length; i += 1) {
    for (let c = groups[i]!.first; c >= 0; c = follower[c]!, at += 1) {
      members[at] = c;
      turnOf[c] = i;
    }
  }
  return groups.length > 1 ? members.sort() : members;
}

/** Makes the steps of groups whose turn it is, component by component, so that of equals the first come first. */
function takeTurn(progress: Progress, groups: readonly StepGroup[]): void {
  const { heap, turnOf } = progress;
  const turns = groups.map((group): Turn => ({ group, hasTaken: false, hasRefused: false }));
  for (const component of membersOf(progress, groups)) {
    takeStep(progress, turns[turnOf[component]!]!, component);
  }
  for (const { taken, refused } of turns) {
    if (taken !== undefined) pushGroup(heap, taken);
    if (refused !== undefined) pushGroup(heap, refused);
  }
}

/** By resource: what a unit more would bring, going by the first step that it refused, less the price of its cost. */
function pricesOf({ store, refusals }: Progress, resources: number): Float64Array {
  const prices = new Float64Array(Math.max(1, resources));
  const cutoff = refusals.get(0)?.efficiency ?? 0;
  prices[0] = cutoff;
  for (const [resource, { from, to, gain }] of refusals) {
    if (resource === 0) continue;
    const use = useOf(store, to, resource) - useOf(store, from, resource);
    const cost = useOf(store, to, 0) - useOf(store, from, 0);
    prices[resource] = Math.max(0, (gain - cutoff * cost) / use);
  }
  return prices;
}

/**
 * Takes steps, each from a component's bundle to one of more effect, by falling effect per cost; a step that does not
 * fit is refused for good, and the search goes on to those that do.
 *
 * A larger plan budget never leads to less effect. Let j be the first step that the smaller budget refuses and the
 * larger one allows; up to there both runs are the same. Every later step has no more effect per cost than j: steps are
 * taken in falling order, and from a new bundle B of a component no step is better than the one to B was. (A bundle D
 * that costs more than B has a step from B no better than the step past it, or D had come before B; one that costs no
 * more than B, with more effect, had come before B and been refused.) So the smaller budget, with R left at j, gains at
 * most R times the efficiency of j from there on; R is less than the cost of j, so that is less than the effect of j,
 * which the larger budget has. What the other limits allow does not enter the argument.
 * @internal
 */
export function takeByEfficiency(store: BundleStore, limits: readonly number[]): BundleChoice {
  const count = store.kind.length;
  const progress: Progress = {
    store,
    left: Float64Array.from(limits),
    chosen: new Int32Array(count).fill(-1),
    follower: new Int32Array(count).fill(-1),
    turnOf: new Int32Array(count),
    heap: [],
    refusals: new Map(),
  };
  const groups: (StepGroup | undefined)[] = [];
  for (let kind = 0; kind < store.weight.length; kind += 1) {
    groups.push(stepGroup(store, { kind, from: -1, refused: [] }));
  }
  for (let c = 0; c < count; c += 1) join(progress, groups[store.kind.values[c]!], c);
  for (const group of groups) {
    if (group !== undefined && group.first >= 0) pushGroup(progress.heap, group);
  }
  while (progress.heap.length > 0) {
    const turn = [popGroup(progress.heap)];
    while (progress.heap.length > 0 && isSameTurn(progress.heap[0]!, turn[0]!)) {
      turn.push(popGroup(progress.heap));
    }
    takeTurn(progress, turn);
  }
  const prices = pricesOf(progress, limits.length);
  return { chosen: progress.chosen, cutoff: prices[0]!, prices };
}
