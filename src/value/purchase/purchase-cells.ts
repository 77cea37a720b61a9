import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { requireHistory } from "../buying/history-check.js";
import type { PurchaseCell, PurchaseHistory } from "../buying/purchase-history.js";
import { addCell, cellStoreOf, emptyCells, historyAt, type CellStore } from "./cell-store.js";
import type { PurchaseCellAccumulator } from "./purchase-accumulator.js";

/**
 * Customers with the same history as one cell with their number, as an aggregation: the models need no more.
 *
 * Ten million customers on a grid of half weeks have about two hundred thousand different histories. Rows are histories
 * (with a summary's other fields, which are dropped) or cells, whose counts are added.
 *
 * @remarks Counts of whole customers are exact, so that any split and any order of merging gives the same cells;
 * fractional ones are sums of doubles.
 * @returns The aggregation; the output is in the order of frequency, then recency, then age. `addInput` throws
 * RangeError for what is no history, or a count that is not above 0.
 * @example
 * ```ts
 * import { aggregate } from "goodwill/shared";
 * import { purchaseCellsCombine } from "goodwill/value";
 *
 * const once = { frequency: 0, recency: 0, age: 39 };
 * const cells = aggregate([once, { frequency: 2, recency: 30, age: 39 }, once], purchaseCellsCombine());
 * cells.map(({ frequency, count }) => [frequency, count]); // => [[0, 2], [2, 1]]
 * ```
 */
export function purchaseCellsCombine(): Aggregation<
  PurchaseHistory | PurchaseCell,
  PurchaseCellAccumulator,
  readonly PurchaseCell[]
> {
  // What finds a cell is derived from the accumulator and made again where it is missing, as after storing.
  const stores = new WeakMap<PurchaseCellAccumulator, CellStore>();
  const storeFor = (accumulator: PurchaseCellAccumulator): CellStore => {
    const known = stores.get(accumulator);
    // Another aggregation may have added to it.
    if (known?.entries === accumulator.count.length) return known;
    requireSameConfiguration("purchase cell", [emptyCells(), accumulator]);
    const store = cellStoreOf(accumulator);
    stores.set(accumulator, store);
    return store;
  };
  return {
    createAccumulator: emptyCells,
    addInput: (accumulator, row) => {
      requireHistory(row, "count purchase histories");
      const count = "count" in row ? row.count : 1;
      if (!(count > 0 && count < Infinity)) {
        const why = `a count must be a number above 0, got ${String(count)}`;
        throw new RangeError(`Cannot count purchase histories: ${why}`);
      }
      addCell(storeFor(accumulator), row, count);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = emptyCells();
      requireSameConfiguration("purchase cell", [merged, a, b]);
      const store = storeFor(merged);
      for (const part of [a, b]) {
        for (let i = 0; i < part.count.length; i += 1) {
          addCell(store, historyAt(part, i), part.count[i]!);
        }
      }
      return merged;
    },
    extractOutput: sortedCells,
  };
}

function sortedCells(accumulator: PurchaseCellAccumulator): readonly PurchaseCell[] {
  const { frequency, recency, age, count } = accumulator;
  const order = Int32Array.from(count, (_, i) => i).sort(
    (a, b) => frequency[a]! - frequency[b]! || recency[a]! - recency[b]! || age[a]! - age[b]!,
  );
  return Array.from(order, (i) => ({ ...historyAt(accumulator, i), count: count[i]! }));
}

/**
 * Which different histories do these customers have, and how many share each?
 *
 * The same as {@link purchaseCellsCombine}, on an array or any other iterable.
 *
 * @param histories - Histories, summaries or cells in any order.
 * @returns The cells, in the order of frequency, then recency, then age.
 * @throws RangeError for what is no history, or a count that is not above 0.
 * @example
 * ```ts
 * import { purchaseCells } from "goodwill/value";
 *
 * const once = { frequency: 0, recency: 0, age: 39 };
 * purchaseCells([once, once]); // => [{ frequency: 0, recency: 0, age: 39, count: 2 }]
 * ```
 */
export function purchaseCells(
  histories: Iterable<PurchaseHistory | PurchaseCell>,
): readonly PurchaseCell[] {
  return aggregate(histories, purchaseCellsCombine());
}
