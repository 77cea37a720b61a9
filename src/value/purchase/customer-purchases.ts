import { textPositions } from "../rfm/text-positions.js";
import type { PurchaseAccumulator } from "./purchase-accumulator.js";

/** The entries of an accumulator by customer, whatever the order in which they came. @internal */
export interface CustomerPurchases {
  /** Positions of the customers, in the order of their ids. */
  readonly customers: Int32Array;
  /** Positions of the entries, by customer, and within one by period. */
  readonly entries: Int32Array;
  /** Where the entries of each customer begin, by position; one more for the end of the last. */
  readonly starts: Int32Array;
}

/** Orders customers and entries. @internal */
export function customerPurchases(accumulator: PurchaseAccumulator): CustomerPurchases {
  const { customers: ids, of, periods } = accumulator;
  const customers = textPositions(ids);
  const starts = new Int32Array(ids.length + 1);
  for (let i = 0; i < of.length; i += 1) starts[of[i]! + 1]! += 1;
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const entries = new Int32Array(of.length);
  for (let i = 0; i < of.length; i += 1) {
    const place = next[of[i]!]!;
    entries[place] = i;
    next[of[i]!] = place + 1;
  }
  for (let customer = 0; customer < ids.length; customer += 1) {
    sortByPeriod({ entries, periods }, { from: starts[customer]!, to: starts[customer + 1]! });
  }
  return { customers, entries, starts };
}

/** Most logs are in the order of time: then there is nothing to do. */
function sortByPeriod(
  { entries, periods }: { readonly entries: Int32Array; readonly periods: readonly number[] },
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (let i = from + 1; i < to; i += 1) {
    if (periods[entries[i]!]! > periods[entries[i - 1]!]!) continue;
    entries.subarray(from, to).sort((a, b) => periods[a]! - periods[b]!);
    return;
  }
}
