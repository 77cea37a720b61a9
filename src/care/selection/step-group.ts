// Components of one kind that stand at the same point: their next step is the same, and is looked for once.

import type { BundleStore } from "./bundle-store.js";

/** Components of one kind that took and were refused the same so far. @internal */
export interface StepGroup {
  /** The bundle taken, or -1. */
  readonly from: number;
  /** The bundle to take next. */
  readonly to: number;
  /** Effect per cost of the step to it. */
  readonly efficiency: number;
  /** Effect of the step to it. */
  readonly gain: number;
  /** The kind of the components. */
  readonly kind: number;
  /** The bundles that did not fit when it was their turn. */
  readonly refused: readonly number[];
  /** The first component, the others follow in rising order; -1 while there is none. */
  first: number;
  /** The last component. */
  last: number;
}

/** What the components of a group have in common. @internal */
export type StepGroupState = Pick<StepGroup, "kind" | "from" | "refused">;

/**
 * The group, still empty, with the best step from there: the most effect per cost, of equals the cheapest and first.
 * Undefined when no step adds effect.
 * @internal
 */
export function stepGroup(
  store: BundleStore,
  { kind, from, refused }: StepGroupState,
): StepGroup | undefined {
  const { values: effects } = store.effect;
  const { values: patterns } = store.pattern;
  const { values: costs } = store.patterns.cost;
  const effect = from < 0 ? 0 : effects[from]!;
  const cost = from < 0 ? 0 : costs[patterns[from]!]!;
  let to = -1;
  let efficiency = 0;
  let gain = 0;
  const end = store.firstBundle.values[kind + 1]!;
  for (let b = store.firstBundle.values[kind]!; b < end; b += 1) {
    const more = effects[b]! - effect;
    if (more <= 0 || refused.includes(b)) continue;
    const price = costs[patterns[b]!]! - cost;
    const ratio = price > 0 ? more / price : Infinity;
    if (ratio < efficiency) continue;
    const isBetter = ratio === Infinity ? more > gain : more < gain;
    if (ratio === efficiency && !isBetter) continue;
    [to, efficiency, gain] = [b, ratio, more];
  }
  if (to < 0) return undefined;
  return { from, to, efficiency, gain, kind, refused, first: -1, last: -1 };
}

/** Whether the steps of two groups have the same turn: the same efficiency and gain. @internal */
export function isSameTurn(a: StepGroup, b: StepGroup): boolean {
  return a.efficiency === b.efficiency && a.gain === b.gain;
}

/** Of equal efficiency the step of more effect comes first: it makes more of limits other than the budget. */
function comesBefore(a: StepGroup, b: StepGroup): boolean {
  return a.efficiency > b.efficiency || (a.efficiency === b.efficiency && a.gain > b.gain);
}

/** Adds a group to a heap of which the first is never after another. @internal */
export function pushGroup(heap: StepGroup[], group: StepGroup): void {
  let hole = heap.length;
  heap.push(group);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (!comesBefore(group, heap[parent]!)) break;
    heap[hole] = heap[parent]!;
    hole = parent;
  }
  heap[hole] = group;
}

/** Takes the first group from a heap. @internal */
export function popGroup(heap: StepGroup[]): StepGroup {
  const first = heap[0]!;
  const moving = heap.pop()!;
  if (heap.length === 0) return first;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && comesBefore(heap[child + 1]!, heap[child]!)) child += 1;
    if (!comesBefore(heap[child]!, moving)) break;
    heap[hole] = heap[child]!;
    hole = child;
  }
  heap[hole] = moving;
  return first;
}
