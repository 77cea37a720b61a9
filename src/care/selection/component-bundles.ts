// What a component can give: every sensible choice of options, one a slot at most, as a bundle with its effect and what
// it takes of the shared limits.

import type { CareComponent } from "./care-component.js";
import type { OpenOption } from "./open-slots.js";

/** A choice of options for the slots of a component. @internal */
export interface CareBundle {
  /** The effect of all its options. */
  readonly effect: number;
  /** By shared limit of the component, see `sharedResourcesOf`: how much is taken. */
  readonly shared: readonly number[];
  /** By slot of the component: the place of the option taken plus 1, or 0. */
  readonly places: readonly number[];
}

/** The bundles of a component. @internal */
export interface BundleList {
  /** The bundles worth having, by falling effect, then by rising use; the empty one is left out. */
  readonly bundles: readonly CareBundle[];
  /** Whether bundles worth having were left out because there are too many. */
  readonly isThinned: boolean;
}

/** A choice for the first slots. */
interface Label extends CareBundle {
  /** By limit of the customer that later slots can still reach: how much is taken. */
  readonly own: readonly number[];
  /** How much is taken of everything. */
  readonly total: number;
}

interface LocalOption {
  readonly place: number;
  readonly effect: number;
  readonly own: readonly number[];
  readonly shared: readonly number[];
}

function resourcesOf(component: CareComponent, kind: "own" | "shared"): number[] {
  const seen = new Set<number>();
  for (const { options } of component.slots) {
    for (const option of options) for (const { resource } of option[kind]) seen.add(resource);
  }
  return [...seen];
}

/** The shared limits that a component's options use, by their first use. @internal */
export function sharedResourcesOf(component: CareComponent): readonly number[] {
  return resourcesOf(component, "shared");
}

function dense(uses: OpenOption["own"], resources: readonly number[]): number[] {
  return resources.map((resource) => uses.find((use) => use.resource === resource)?.amount ?? 0);
}

function isCovered(some: readonly number[], most: readonly number[]): boolean {
  for (let i = 0; i < some.length; i += 1) if (some[i]! > most[i]!) return false;
  return true;
}

/**
 * Leaves out every label that another one makes superfluous: it has no less effect and takes no more of anything. Equal
 * ones keep the earlier, which took earlier slots and options.
 */
function nondominatedLabels(labels: Label[]): Label[] {
  labels.sort((a, b) => b.effect - a.effect || a.total - b.total);
  const kept: Label[] = [];
  for (const label of labels) {
    const isBeaten = kept.some(
      (other) =>
        other.total <= label.total &&
        isCovered(other.own, label.own) &&
        isCovered(other.shared, label.shared),
    );
    if (!isBeaten) kept.push(label);
  }
  return kept;
}

/** Keeps so many labels: those that give the most for what they take, evenly from the most to the least. */
function thinned(labels: readonly Label[], width: number): Label[] {
  let least = Infinity;
  const efficient: Label[] = [];
  const others: Label[] = [];
  for (const label of labels) {
    if (label.total < least) efficient.push(label);
    else others.push(label);
    least = Math.min(least, label.total);
  }
  if (efficient.length <= width) {
    const kept = new Set([...efficient, ...others.slice(0, width - efficient.length)]);
    return labels.filter((label) => kept.has(label));
  }
  const stride = (efficient.length - 1) / (width - 1);
  return Array.from({ length: width }, (_, i) => efficient[Math.round(i * stride)]!);
}

function plus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + b[i]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * All bundles worth having, found slot by slot over labels of which none makes another superfluous; exact as long as
 * they are no more than `width`, else thinned.
 * @internal
 */
export function bundlesOf(component: CareComponent, width: number): BundleList {
  const ownResources = resourcesOf(component, "own");
  const resources = resourcesOf(component, "shared");
  const limits = ownResources.map((resource) => component.limits[resource]!);
  const slots = component.slots.map(({ options }) =>
    options.map(({ places: [place], effect, own, shared }): LocalOption => {
      return { place, effect, own: dense(own, ownResources), shared: dense(shared, resources) };
    }),
  );
  const lastUse = ownResources.map((_, d) =>
    slots.reduce((last, options, at) => (options.some(({ own }) => own[d]! > 0) ? at : last), -1),
  );
  let labels: Label[] = [
    { effect: 0, shared: resources.map(() => 0), own: limits.map(() => 0), places: [], total: 0 },
  ];
  let isThinned = false;
  slots.forEach((options, at) => {
    const forget = (own: readonly number[]): readonly number[] =>
      lastUse.includes(at) ? own.map((used, d) => (lastUse[d]! <= at ? 0 : used)) : own;
    const next: Label[] = [];
    for (const label of labels) {
      for (const { place, effect, own, shared } of options) {
        const used = plus(label.own, own);
        if (!isCovered(used, limits)) continue;
        const kept = forget(used);
        const taken = plus(label.shared, shared);
        next.push({
          effect: label.effect + effect,
          own: kept,
          shared: taken,
          places: [...label.places, place],
          total: sum(kept) + sum(taken),
        });
      }
      const own = forget(label.own);
      const total = own === label.own ? label.total : sum(own) + sum(label.shared);
      next.push({ ...label, own, total, places: [...label.places, 0] });
    }
    labels = nondominatedLabels(next);
    if (labels.length > width) [labels, isThinned] = [thinned(labels, width), true];
  });
  return { bundles: labels.filter(({ effect }) => effect > 0), isThinned };
}
