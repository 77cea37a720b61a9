import type { PurchaseAccumulator } from "./purchase-accumulator.js";

/** A customer's purchases up to a moment, and what returns have left of them. @internal */
export interface ReturnedSpend {
  readonly accumulator: PurchaseAccumulator;
  /** What is left of the spend, by entry. */
  readonly left: Float64Array;
  /** Entries of which something is left, in the order of time. */
  readonly open: number[];
}

/**
 * Sets the returns of one entry against the spend of its own purchase, then of those before, the latest first. Gives
 * back what matches nothing.
 *
 * @internal
 */
export function lowerByReturns({ accumulator, left, open }: ReturnedSpend, entry: number): number {
  if (left[entry]! > 0) open.push(entry);
  let amount = accumulator.returned[entry]!;
  while (amount > 0 && open.length > 0) {
    const latest = open.at(-1)!;
    const lowered = Math.min(amount, left[latest]!);
    amount -= lowered;
    left[latest]! -= lowered;
    if (left[latest] === 0) open.pop();
  }
  return amount;
}
