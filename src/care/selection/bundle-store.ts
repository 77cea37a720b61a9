// The bundles of all customers. Components that offer the same are of one kind, and a kind's bundles are kept once:
// a hundred thousand customers have a few hundred kinds of occasions to be answered.

import type { Column } from "./column.js";
import { floatColumn, pushFloat, pushWhole, wholeColumn } from "./column.js";
import type { SelectionUse } from "./selection-problem.js";
import type { UsePatterns } from "./use-patterns.js";
import {
  enlarged,
  hashOf,
  isPattern,
  mixed,
  patternOf,
  patternUse,
  usePatterns,
} from "./use-patterns.js";

/** A choice of options for the slots of a component. @internal */
export interface Bundle {
  /** The effect of all its options. */
  readonly effect: number;
  /** What it takes of the shared limits. */
  readonly shared: readonly SelectionUse[];
  /** By slot of the component: the place of the option taken plus 1, or 0. */
  readonly places: readonly number[];
}

/** What may be decided: components by their kinds, and kinds by their bundles. @internal */
export interface BundleStore {
  /** By component: its kind. */
  readonly kind: Column<Uint32Array>;
  /** By component: where its first slot is in `slots`; and, last, where they end. */
  readonly firstSlot: Column<Uint32Array>;
  /** The slots of all components: places in `Selection.taken`. */
  readonly slots: Column<Uint32Array>;
  /** By kind: where its first bundle is; and, last, where they end. */
  readonly firstBundle: Column<Uint32Array>;
  /** By kind: where its first place is in `places`; and, last, where they end. */
  readonly firstPlace: Column<Uint32Array>;
  /** By kind: for how many components it stands in the bound on what can be had. */
  readonly weight: Column<Float64Array>;
  /** By kind: its hash. */
  readonly hash: Column<Uint32Array>;
  /** By kind, bundle, and slot: the place of the option taken plus 1, or 0. */
  readonly places: Column<Uint32Array>;
  /** By bundle: its effect. */
  readonly effect: Column<Float64Array>;
  /** By bundle: what it takes, as the number of a pattern. */
  readonly pattern: Column<Uint32Array>;
  /** The patterns. */
  readonly patterns: UsePatterns;
  /** Where to find a kind by its hash: its number plus 1, or 0. */
  table: Uint32Array;
  /** Whether some components do not offer all bundles worth having. */
  isThinned: boolean;
}

/** A store without bundles. @internal */
export function bundleStore(): BundleStore {
  return {
    kind: wholeColumn(),
    firstSlot: wholeColumn(0),
    slots: wholeColumn(),
    firstBundle: wholeColumn(0),
    firstPlace: wholeColumn(0),
    weight: floatColumn(),
    hash: wholeColumn(),
    places: wholeColumn(),
    effect: floatColumn(),
    pattern: wholeColumn(),
    patterns: usePatterns(),
    table: new Uint32Array(64),
    isThinned: false,
  };
}

function hashOfBundles(bundles: readonly Bundle[]): number {
  let hash = 7;
  for (let i = 0; i < bundles.length; i += 1) {
    const { effect, shared, places } = bundles[i]!;
    hash = mixed(hash, effect);
    for (let p = 0; p < places.length; p += 1) hash = Math.imul(hash ^ places[p]!, 0x9e3779b1);
    hash = hashOf(shared, hash);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isKind(store: BundleStore, kind: number, bundles: readonly Bundle[]): boolean {
  const { firstBundle, firstPlace, effect, pattern, patterns, places: known } = store;
  const from = firstBundle.values[kind]!;
  if (firstBundle.values[kind + 1]! - from !== bundles.length) return false;
  let place = firstPlace.values[kind]!;
  const size = firstPlace.values[kind + 1]! - place;
  if (bundles.length > 0 && size !== bundles.length * bundles[0]!.places.length) return false;
  for (let i = 0; i < bundles.length; i += 1) {
    const bundle = bundles[i]!;
    if (effect.values[from + i] !== bundle.effect) return false;
    for (let p = 0; p < bundle.places.length; p += 1, place += 1) {
      if (known.values[place] !== bundle.places[p]) return false;
    }
    if (!isPattern(patterns, pattern.values[from + i]!, bundle.shared)) return false;
  }
  return true;
}

/** The kind of a component that offers these bundles. @internal */
export function kindOf(store: BundleStore, bundles: readonly Bundle[]): number {
  const { table, hash: hashes } = store;
  const hash = hashOfBundles(bundles);
  let at = hash % table.length;
  while (table[at]! > 0) {
    const known = table[at]! - 1;
    if (hashes.values[known] === hash && isKind(store, known, bundles)) return known;
    at = (at + 1) % table.length;
  }
  const kind = hashes.length;
  for (const { effect, shared, places } of bundles) {
    pushFloat(store.effect, effect);
    pushWhole(store.pattern, patternOf(store.patterns, shared));
    for (const place of places) pushWhole(store.places, place);
  }
  pushWhole(store.firstBundle, store.effect.length);
  pushWhole(store.firstPlace, store.places.length);
  pushFloat(store.weight, 0);
  pushWhole(hashes, hash);
  table[at] = kind + 1;
  store.table = enlarged(table, hashes);
  return kind;
}

/** Adds a component of a kind, which decides on these slots. @internal */
export function addComponent(store: BundleStore, kind: number, slots: readonly number[]): void {
  pushWhole(store.kind, kind);
  for (const slot of slots) pushWhole(store.slots, slot);
  pushWhole(store.firstSlot, store.slots.length);
}

/** How much a bundle takes of a resource; nothing where there is none. @internal */
export function useOf({ patterns, pattern }: BundleStore, bundle: number, of: number): number {
  return bundle < 0 ? 0 : patternUse(patterns, pattern.values[bundle]!, of);
}
