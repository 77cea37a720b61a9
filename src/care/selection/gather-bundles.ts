// Reads the customers once and keeps of each only the bundles worth having.

import type { Bundle, BundleStore } from "./bundle-store.js";
import { addComponent, bundleStore, kindOf } from "./bundle-store.js";
import type { CareComponent } from "./care-component.js";
import { componentsOf } from "./care-component.js";
import type { BundleList } from "./component-bundles.js";
import { bundlesOf, sharedResourcesOf } from "./component-bundles.js";
import type { KnownSlots } from "./known-slot.js";
import { canExceed, knownSlotsOf } from "./known-slot.js";
import type { OpenOption, OpenSlot } from "./open-slots.js";
import type { SelectionCustomer, SelectionUse } from "./selection-problem.js";

/** What is kept of the customers. @internal */
export interface GatheredBundles {
  /** The bundles to choose from; the weights of the kinds allow everything that may be selected, and perhaps more. */
  readonly store: BundleStore;
  /** By customer: where the first slot is; and, last, where they end. */
  readonly firstSlot: Uint32Array;
}

/** With so many customers or fewer, up to the first number of a component's bundles are kept, else the second. */
const FEW_CUSTOMERS = 64;
const WIDTH_OF_FEW = 4000;
const WIDTH_OF_MANY = 60;

/** So many lists of bundles are remembered, for customers alike. */
const MOST_REMEMBERED = 20_000;

interface Gathering {
  readonly store: BundleStore;
  readonly known: KnownSlots;
  /** How much there is of each shared resource. */
  readonly shared: readonly number[];
  readonly remembered: Map<string, BundleList>;
  readonly width: number;
}

/** Whether the other option has no less effect and takes no more of anything. */
function isNoBetter(option: OpenOption, other: OpenOption): boolean {
  if (!(other.effect >= option.effect)) return false;
  for (let i = 0; i < other.shared.length; i += 1) {
    const { resource, amount } = other.shared[i]!;
    let available = 0;
    for (let j = 0; j < option.shared.length; j += 1) {
      if (option.shared[j]!.resource === resource) available = option.shared[j]!.amount;
    }
    if (amount > available) return false;
  }
  return true;
}

/** Whether an option is not needed because another of the slot is no worse; of equals the first is needed. */
function isBeaten(options: readonly OpenOption[], at: number): boolean {
  for (let i = 0; i < options.length; i += 1) {
    if (i === at || !isNoBetter(options[at]!, options[i]!)) continue;
    if (i < at || !isNoBetter(options[i]!, options[at]!)) return true;
  }
  return false;
}

/** The options of a slot that are worth having. */
function optionsOf({ options }: Pick<OpenSlot, "options">): readonly Bundle[] {
  if (options.length === 1) return options;
  let beaten = 0;
  for (let i = 0; i < options.length; i += 1) if (isBeaten(options, i)) beaten += 1;
  return beaten === 0 ? options : options.filter((_, i) => !isBeaten(options, i));
}

/** Counts components of a kind in the bound on what can be had. */
function weigh({ weight }: BundleStore, kind: number): void {
  weight.values[kind]! += 1;
}

/** All that the bundles of a component depend on, with shared limits by their order in the component. */
function likenessOf({ slots, limits }: CareComponent, resources: readonly number[]): string {
  const parts: (number | string)[] = [];
  const own: number[] = [];
  const placeOf = (resource: number): number => {
    const place = own.indexOf(resource);
    return place >= 0 ? place : own.push(resource) - 1;
  };
  for (const { options } of slots) {
    parts.push("s");
    for (const { places, effect, own: uses, shared } of options) {
      parts.push("o", places[0], effect);
      for (const { resource, amount } of uses) {
        parts.push(placeOf(resource), amount, limits[resource]!);
      }
      parts.push("u");
      for (const { resource, amount } of shared) parts.push(resources.indexOf(resource), amount);
    }
  }
  return parts.join();
}

function listOf(gathering: Gathering, component: CareComponent): BundleList {
  const { remembered, width } = gathering;
  const key = likenessOf(component, sharedResourcesOf(component));
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const list = bundlesOf(component, width);
  if (remembered.size < MOST_REMEMBERED) remembered.set(key, list);
  return list;
}

/** The bundles of a component, with the shared limits named as everywhere. */
function bundlesIn({ bundles }: BundleList, resources: readonly number[]): readonly Bundle[] {
  return bundles.map(({ effect, shared, places }) => {
    const uses: SelectionUse[] = [];
    for (let i = 0; i < shared.length; i += 1) {
      if (shared[i]! > 0) uses.push({ resource: resources[i]!, amount: shared[i]! });
    }
    return { effect, shared: uses, places };
  });
}

function gather(gathering: Gathering, component: CareComponent, firstSlot: number): void {
  const { store } = gathering;
  const { slots, givenUp } = component;
  if (slots.length === 1) {
    const kind = kindOf(store, optionsOf(slots[0]!));
    addComponent(store, kind, [firstSlot + slots[0]!.slot]);
    weigh(store, givenUp === undefined ? kind : kindOf(store, optionsOf(givenUp)));
    store.isThinned ||= givenUp !== undefined;
    return;
  }
  const list = listOf(gathering, component);
  const kind = kindOf(store, bundlesIn(list, sharedResourcesOf(component)));
  addComponent(
    store,
    kind,
    slots.map(({ slot }) => firstSlot + slot),
  );
  store.isThinned ||= list.isThinned;
  if (!list.isThinned) weigh(store, kind);
  else for (const slot of slots) weigh(store, kindOf(store, optionsOf(slot)));
}

/** Adds what a customer has to decide; most have no limit that could be exceeded, so that each slot stands alone. */
function addCustomer(gathering: Gathering, customer: SelectionCustomer, firstSlot: number): void {
  const { store, width } = gathering;
  const slots = knownSlotsOf(customer, gathering);
  if ((customer.spacingDays ?? 0) > 0 || canExceed(slots, customer.own)) {
    const open: OpenSlot[] = [];
    slots.forEach(({ options }, slot) => {
      if (options.length > 0) open.push({ slot, options });
    });
    for (const component of componentsOf(open, { customer, isCoarse: width < WIDTH_OF_FEW })) {
      gather(gathering, component, firstSlot);
    }
    return;
  }
  for (let place = 0; place < slots.length; place += 1) {
    const slot = slots[place]!;
    if (slot.options.length === 0) continue;
    slot.kind ??= kindOf(store, optionsOf(slot));
    addComponent(store, slot.kind, [firstSlot + place]);
    weigh(store, slot.kind);
  }
}

/** Reads the customers once, one after the other, and keeps their bundles. @internal */
export function gatherBundles(
  customers: Iterable<SelectionCustomer>,
  shared: readonly number[],
): GatheredBundles {
  const store = bundleStore();
  const known: KnownSlots = new Map();
  const remembered = new Map<string, BundleList>();
  const firstSlot = [0];
  const add = (customer: SelectionCustomer, width: number): void => {
    const from = firstSlot.at(-1)!;
    addCustomer({ store, known, shared, remembered, width }, customer, from);
    firstSlot.push(from + customer.slots.length);
  };
  const few: SelectionCustomer[] = [];
  let count = 0;
  for (const customer of customers) {
    count += 1;
    if (count <= FEW_CUSTOMERS) {
      few.push(customer);
      continue;
    }
    // Only now it is known that there are many.
    for (const earlier of few.splice(0)) add(earlier, WIDTH_OF_MANY);
    add(customer, WIDTH_OF_MANY);
  }
  for (const customer of few) add(customer, WIDTH_OF_FEW);
  return { store, firstSlot: Uint32Array.from(firstSlot) };
}
