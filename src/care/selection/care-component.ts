// From a customer to what has to be decided together: only options that can be taken at all, only limits that can be
// reached, and slots apart wherever no such limit ties them.

import type { DatedOption, OpenOption, OpenSlot } from "./open-slots.js";
import type { SelectionCustomer, SelectionUse } from "./selection-problem.js";

/** Slots of one customer that limits tie together; what is taken in one component leaves the others free. @internal */
export interface CareComponent {
  /** The slots, in their order. */
  readonly slots: readonly OpenSlot[];
  /** How much there is of each of the customer's limits; an `own` use names its place. */
  readonly limits: readonly number[];
  /** The slot with all its options, where some were given up so that it stands alone. */
  readonly givenUp?: OpenSlot;
}

/** The contacts that could be made, by day: for each the day, and the place of its slot in the list. */
function contactsOf(slots: readonly OpenSlot[]): { readonly day: number; readonly at: number }[] {
  const contacts: { day: number; at: number }[] = [];
  for (let at = 0; at < slots.length; at += 1) {
    for (const { days = [] } of slots[at]!.options as readonly DatedOption[]) {
      for (const day of days) contacts.push({ day, at });
    }
  }
  return contacts.sort((a, b) => a.day - b.day);
}

/** The days from which on, within the spacing, more than one slot could make a contact. */
function crowdedDays(slots: readonly OpenSlot[], spacingDays: number): number[] {
  const contacts = contactsOf(slots);
  const days: number[] = [];
  for (let i = 0; i < contacts.length; i += 1) {
    const { day, at } = contacts[i]!;
    if (days.at(-1) === day) continue;
    for (let j = i + 1; j < contacts.length && contacts[j]!.day - day < spacingDays; j += 1) {
      if (contacts[j]!.at === at) continue;
      days.push(day);
      break;
    }
  }
  return days;
}

/**
 * Spacing as limits: at most one contact in any `spacingDays` days running that begin with a day in question. Two
 * contacts too near each other both lie in the days from the earlier one; two far enough apart share none.
 */
function withSpacing(
  slots: readonly OpenSlot[],
  { own, spacingDays = 0 }: SelectionCustomer,
): { readonly slots: readonly OpenSlot[]; readonly limits: readonly number[] } {
  const starts = spacingDays > 0 ? crowdedDays(slots, spacingDays) : [];
  if (starts.length === 0) return { slots, limits: own };
  const spaced = slots.map(({ slot, options }) => ({
    slot,
    options: (options as readonly DatedOption[]).map((option) => {
      const uses: SelectionUse[] = [];
      for (const day of option.days ?? []) {
        for (let i = 0; i < starts.length; i += 1) {
          const after = day - starts[i]!;
          if (after >= 0 && after < spacingDays) uses.push({ resource: own.length + i, amount: 1 });
        }
      }
      return uses.length === 0 ? option : { ...option, own: [...option.own, ...uses] };
    }),
  }));
  return { slots: spaced, limits: [...own, ...starts.map(() => 1)] };
}

/** Which limits the slots could exceed if every slot took the option that needs most of it. */
function reachableLimits(slots: readonly OpenSlot[], limits: readonly number[]): boolean[] {
  const demand = new Float64Array(limits.length);
  const inSlot = new Float64Array(limits.length);
  const seenIn = new Int32Array(limits.length).fill(-1);
  for (let at = 0; at < slots.length; at += 1) {
    const { options } = slots[at]!;
    for (let i = 0; i < options.length; i += 1) {
      const { own } = options[i]!;
      for (let u = 0; u < own.length; u += 1) {
        const { resource, amount } = own[u]!;
        const before = seenIn[resource] === at ? inSlot[resource]! : 0;
        if (seenIn[resource] === at && amount <= before) continue;
        seenIn[resource] = at;
        inSlot[resource] = amount;
        demand[resource]! += amount - before;
      }
    }
  }
  return limits.map((limit, resource) => demand[resource]! > limit);
}

/** Brings slots together that use a limit in common: the number of the first slot of each one's group. */
function groupsOf(slots: readonly OpenSlot[], isReachable: readonly boolean[]): number[] {
  const group = slots.map((_, at) => at);
  const userOf = new Map<number, number>();
  const rootOf = (at: number): number => (group[at] === at ? at : rootOf(group[at]!));
  slots.forEach(({ options }, at) => {
    for (const { own } of options) {
      for (const { resource } of own) {
        if (!isReachable[resource]!) continue;
        const other = rootOf(userOf.get(resource) ?? at);
        userOf.set(resource, at);
        const root = rootOf(at);
        group[Math.max(root, other)] = Math.min(root, other);
      }
    }
  });
  return group.map((_, at) => rootOf(at));
}

/** Whether two options differ in day and in who has time alone, as far as can be told. */
function isAlike(a: OpenOption, b: OpenOption): boolean {
  const costOf = ({ shared }: OpenOption): number =>
    shared.find(({ resource }) => resource === 0)?.amount ?? 0;
  return a.effect === b.effect && costOf(a) === costOf(b);
}

/**
 * The options that touch no limit of the customer which can be reached, where each of the others is like one of them;
 * undefined elsewhere. So a visit that can be made in any of many weeks need not be decided on together with what else
 * happens in one of these weeks.
 */
function freeOptions(
  { options }: OpenSlot,
  isReachable: readonly boolean[],
): OpenOption[] | undefined {
  const free = options.filter(({ own }) => !own.some(({ resource }) => isReachable[resource]!));
  if (free.length === 0 || free.length === options.length) return undefined;
  const isCovered = options.every(
    (option) => free.includes(option) || free.some((other) => isAlike(option, other)),
  );
  return isCovered ? free : undefined;
}

/** How to divide what a customer has to decide. @internal */
export interface DivisionOptions {
  /** The customer whose slots they are. */
  readonly customer: SelectionCustomer;
  /** Whether to give up alternatives that tie slots together. */
  readonly isCoarse: boolean;
}

/** What has to be decided together of a customer's slots, by first slot. @internal */
export function componentsOf(
  open: readonly OpenSlot[],
  { customer, isCoarse }: DivisionOptions,
): readonly CareComponent[] {
  const { slots, limits } = withSpacing(open, customer);
  const isReachable = reachableLimits(slots, limits);
  if (!isReachable.includes(true)) return slots.map((slot) => ({ slots: [slot], limits }));
  if (!isCoarse) return tiedTogether(slots, { limits, isReachable });
  const alone: CareComponent[] = [];
  const rest: OpenSlot[] = [];
  for (const slot of slots) {
    const free = freeOptions(slot, isReachable);
    if (free === undefined) rest.push(slot);
    else alone.push({ slots: [{ ...slot, options: free }], limits, givenUp: slot });
  }
  return [...alone, ...tiedTogether(rest, { limits, isReachable: reachableLimits(rest, limits) })];
}

/** Slots apart where no limit that can be reached ties them; of the others those together that use one in common. */
function tiedTogether(
  slots: readonly OpenSlot[],
  {
    limits,
    isReachable,
  }: { readonly limits: readonly number[]; readonly isReachable: readonly boolean[] },
): CareComponent[] {
  const isTied = ({ options }: OpenSlot): boolean =>
    options.some(({ own }) => own.some(({ resource }) => isReachable[resource]!));
  const components: CareComponent[] = [];
  const tied: OpenSlot[] = [];
  for (const slot of slots) {
    if (isTied(slot)) tied.push(slot);
    else components.push({ slots: [slot], limits });
  }
  const groups = groupsOf(tied, isReachable);
  const members = new Map<number, OpenSlot[]>();
  tied.forEach(({ slot, options }, at) => {
    const narrowed = {
      slot,
      options: options.map((option) => ({
        ...option,
        own: option.own.filter(({ resource }) => isReachable[resource]!),
      })),
    };
    const group = members.get(groups[at]!);
    if (group === undefined) members.set(groups[at]!, [narrowed]);
    else group.push(narrowed);
  });
  for (const group of members.values()) components.push({ slots: group, limits });
  return components.sort((a, b) => a.slots[0]!.slot - b.slots[0]!.slot);
}
