// Slots as they stand by themselves; those that many customers have are looked at once.

import type { DatedOption } from "./open-slots.js";
import { openOptionsOf } from "./open-slots.js";
import type { SelectionCustomer, SelectionOption, SelectionUse } from "./selection-problem.js";

/** A slot with what can be said of it whatever else its customer has. @internal */
export interface KnownSlot {
  /** The options that can be taken at all, in their order. */
  readonly options: readonly DatedOption[];
  /** How much its options take of each of the customer's limits at most. */
  readonly demand: readonly SelectionUse[];
  /** Its kind in the store when nothing ties it to other slots; absent until it is asked for. */
  kind?: number;
}

/** What was found out about slots that recur. @internal */
export type KnownSlots = Map<readonly SelectionOption[], KnownSlot>;

/** A customer's slots, each known before or found out about now. @internal */
export function knownSlotsOf(
  customer: SelectionCustomer,
  { known, shared }: { readonly known: KnownSlots; readonly shared: readonly number[] },
): readonly KnownSlot[] {
  const { slots, recurring } = customer;
  return slots.map((options) => {
    const recurs = recurring?.has(options) === true;
    const before = recurs ? known.get(options) : undefined;
    if (before !== undefined) return before;
    const slot = knownSlot(openOptionsOf(options, { customer, shared }));
    if (recurs) known.set(options, slot);
    return slot;
  });
}

function knownSlot(options: readonly DatedOption[]): KnownSlot {
  if (options.length === 1) return { options, demand: options[0]!.own };
  const most = new Map<number, number>();
  for (const { own } of options) {
    for (const { resource, amount } of own) {
      if (amount > (most.get(resource) ?? 0)) most.set(resource, amount);
    }
  }
  return { options, demand: [...most].map(([resource, amount]) => ({ resource, amount })) };
}

/** Whether all slots together can take more of some limit of the customer than there is. @internal */
export function canExceed(slots: readonly KnownSlot[], own: readonly number[]): boolean {
  // A customer touches a handful of limits, for which two short lists are quicker than a map.
  const touched: number[] = [];
  const sums: number[] = [];
  for (const { demand } of slots) {
    for (const { resource, amount } of demand) {
      const place = touched.indexOf(resource);
      const sum = (place < 0 ? 0 : sums[place]!) + amount;
      if (sum > own[resource]!) return true;
      if (place >= 0) sums[place] = sum;
      else sums[touched.push(resource) - 1] = sum;
    }
  }
  return false;
}
