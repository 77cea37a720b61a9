// How much effect there can be at most: every shared limit gets a price, and everyone buys what is worth its price.

import type { BundleStore } from "./bundle-store.js";

/** What to bound. @internal */
export interface BoundTask {
  /** The bundles; the weights of the kinds say how many components offer them. */
  readonly store: BundleStore;
  /** How much there is of each shared resource. */
  readonly limits: readonly number[];
  /** An effect that can be had. */
  readonly attained: number;
  /** By shared resource: the price to begin with. */
  readonly start: Float64Array;
  /** How many prices to try. */
  readonly rounds: number;
}

/** A bound and the prices that prove it. @internal */
export interface DualBound {
  /** No selection has more effect. */
  readonly effectAtMost: number;
  /** By shared resource: the effect that one unit is worth. */
  readonly prices: Float64Array;
}

/** A computed sum of millions of terms is off by less than this share. */
const ROUNDING_SHARE = 1e-11;

/** From so many rounds on, prices follow what is bought on average of late: slower at first, and nearer in the end. */
const MANY_ROUNDS = 240;

/** A step is halved after so many rounds without a better bound. */
const PATIENCE = 20;

/** How much of each resource would be used if every component took the bundle that takes most of it. @internal */
export function demandOf(store: BundleStore, resources: number): Float64Array {
  const demand = new Float64Array(resources);
  const most = new Float64Array(resources);
  const { first, resource, amount } = store.patterns;
  for (let kind = 0; kind < store.weight.length; kind += 1) {
    const weight = store.weight.values[kind]!;
    if (weight === 0) continue;
    const from = store.firstBundle.values[kind]!;
    const end = store.firstBundle.values[kind + 1]!;
    for (let b = from; b < end; b += 1) {
      const pattern = store.pattern.values[b]!;
      for (let u = first.values[pattern]!; u < first.values[pattern + 1]!; u += 1) {
        const r = resource.values[u]!;
        if (amount.values[u]! <= most[r]!) continue;
        demand[r]! += weight * (amount.values[u]! - most[r]!);
        most[r] = amount.values[u]!;
      }
    }
    for (let b = from; b < end; b += 1) {
      const pattern = store.pattern.values[b]!;
      for (let u = first.values[pattern]!; u < first.values[pattern + 1]!; u += 1) {
        most[resource.values[u]!] = 0;
      }
    }
  }
  return demand;
}

function pricesOfPatterns({ patterns }: BundleStore, prices: Float64Array): Float64Array {
  const { first, resource, amount } = patterns;
  const total = new Float64Array(patterns.cost.length);
  for (let p = 0; p < total.length; p += 1) {
    let price = 0;
    for (let u = first.values[p]!; u < first.values[p + 1]!; u += 1) {
      price += prices[resource.values[u]!]! * amount.values[u]!;
    }
    total[p] = price;
  }
  return total;
}

/** By resource: the effect that a unit of it brings on average, which tells the size of a price. */
function worthOf(store: BundleStore, resources: number): Float64Array {
  const effect = new Float64Array(resources);
  const taken = new Float64Array(resources);
  const { first, resource, amount } = store.patterns;
  for (let kind = 0; kind < store.weight.length; kind += 1) {
    const weight = store.weight.values[kind]!;
    const end = store.firstBundle.values[kind + 1]!;
    for (let b = store.firstBundle.values[kind]!; b < end; b += 1) {
      const pattern = store.pattern.values[b]!;
      for (let u = first.values[pattern]!; u < first.values[pattern + 1]!; u += 1) {
        effect[resource.values[u]!]! += weight * store.effect.values[b]!;
        taken[resource.values[u]!]! += weight * amount.values[u]!;
      }
    }
  }
  return effect.map((sum, r) => (taken[r]! > 0 ? sum / taken[r]! : 0));
}

/** What everyone gains at these prices, and, added to `used`, what they buy. */
function gainAt(store: BundleStore, prices: Float64Array, used: Float64Array): number {
  const price = pricesOfPatterns(store, prices);
  const bought = new Float64Array(price.length);
  const { values: effects } = store.effect;
  const { values: patterns } = store.pattern;
  const { values: firstBundle } = store.firstBundle;
  const { values: weights, length } = store.weight;
  let gain = 0;
  for (let kind = 0; kind < length; kind += 1) {
    let best = 0;
    let at = 0;
    const end = firstBundle[kind + 1]!;
    for (let b = firstBundle[kind]!; b < end; b += 1) {
      const net = effects[b]! - price[patterns[b]!]!;
      if (net > best) [best, at] = [net, patterns[b]!];
    }
    gain += weights[kind]! * best;
    bought[at]! += weights[kind]!;
  }
  const { first, resource, amount } = store.patterns;
  for (let p = 1; p < bought.length; p += 1) {
    if (bought[p] === 0) continue;
    for (let u = first.values[p]!; u < first.values[p + 1]!; u += 1) {
      used[resource.values[u]!]! += bought[p]! * amount.values[u]!;
    }
  }
  return gain;
}

/**
 * A bound on the effect of any selection within the limits.
 *
 * Let each unit of a resource have a price of 0 or more. What a selection is worth is no more than its effect less the
 * price of what it uses plus the price of all there is, and without limits to heed every component can be optimised by
 * itself. So any prices give a bound; the best of several rounds is kept, each moving prices up where more is bought
 * than there is and down where less is (subgradient steps of Polyak's length, each resource measured by what a unit
 * of it is worth on average; Barahona and Anbil, 2000, Mathematical Programming 87, for the averages).
 * @internal
 */
export function dualBound({ store, limits, attained, start, rounds }: BoundTask): DualBound {
  const demand = demandOf(store, limits.length);
  const tight = [...limits.keys()].filter((r) => demand[r]! > limits[r]!);
  const worth = worthOf(store, limits.length);
  const prices = new Float64Array(limits.length);
  for (const r of tight) prices[r] = start[r]!;
  const moves = new Float64Array(tight.length);
  const usual = new Float64Array(limits.length);
  const recent = rounds < MANY_ROUNDS ? 1 : 0.5;
  let isFresh = true;
  let best: DualBound = { effectAtMost: Infinity, prices };
  let stride = 1;
  let stale = 0;
  for (let round = 0; round < rounds; round += 1) {
    const used = new Float64Array(limits.length);
    let value = gainAt(store, prices, used);
    for (const r of tight) value += prices[r]! * limits[r]!;
    if (value < best.effectAtMost) {
      best = { effectAtMost: value, prices: prices.slice() };
      stale = 0;
      if (value <= attained) break;
    } else if ((stale += 1) >= PATIENCE) {
      [stride, stale, isFresh] = [stride / 2, 0, true];
      prices.set(best.prices);
      continue;
    }
    let length = 0;
    for (let i = 0; i < tight.length; i += 1) {
      const r = tight[i]!;
      const share = isFresh ? 1 : recent;
      usual[r] = (1 - share) * usual[r]! + share * used[r]!;
      const surplus = limits[r]! - usual[r];
      moves[i] = surplus > 0 && prices[r] === 0 ? 0 : -(surplus * worth[r]!) / demand[r]!;
      length -= moves[i]! * surplus;
    }
    isFresh = false;
    const step = (stride * (value - attained)) / length;
    if (!(step > 0) || step === Infinity) break;
    for (let i = 0; i < tight.length; i += 1) {
      prices[tight[i]!] = Math.max(0, prices[tight[i]!]! + step * moves[i]!);
    }
  }
  return { ...best, effectAtMost: best.effectAtMost * (1 + ROUNDING_SHARE) };
}
