import type { PurchaseHistory } from "../buying/purchase-history.js";
import type { PurchaseCellAccumulator } from "./purchase-accumulator.js";

/**
 * An accumulator with the means to find an entry in it; these can be made again from the accumulator alone. @internal
 */
export interface CellStore {
  readonly accumulator: PurchaseCellAccumulator;
  /** A hash table of entries by history, open addressing; -1 where free. A power of two long. */
  table: Int32Array;
  /** How many entries the table holds. */
  entries: number;
  /** A number in its two halves, to scatter histories by their digits. */
  readonly digits: NumberHalves;
}

interface NumberHalves {
  readonly number: Float64Array;
  readonly halves: Int32Array;
}

/** The accumulator of no rows. @internal */
export function emptyCells(): PurchaseCellAccumulator {
  // Written out: the shape of a copy is forgotten with it, and with it what has been compiled for it.
  return {
    version: 1,
    configuration: "purchase-cells",
    frequency: [],
    recency: [],
    age: [],
    count: [],
  };
}

/** An accumulator made ready for more rows. @internal */
export function cellStoreOf(accumulator: PurchaseCellAccumulator): CellStore {
  const number = new Float64Array(1);
  const digits = { number, halves: new Int32Array(number.buffer) };
  const table = cellTable({ accumulator, digits }, 1024);
  return { accumulator, table, digits, entries: accumulator.count.length };
}

/** Adds to the number of customers with a history. @internal */
export function addCell(store: CellStore, history: PurchaseHistory, count: number): void {
  const { accumulator } = store;
  const slot = slotOfCell(store, history);
  const found = store.table[slot]!;
  if (found >= 0) {
    accumulator.count[found]! += count;
    return;
  }
  store.table[slot] = store.entries;
  store.entries += 1;
  // A sum with 0 turns -0 into 0.
  accumulator.frequency.push(history.frequency + 0);
  accumulator.recency.push(history.recency + 0);
  accumulator.age.push(history.age + 0);
  accumulator.count.push(count);
  const size = store.table.length;
  if (2 * store.entries > size) store.table = cellTable(store, 4 * size);
}

/** The history of an entry. @internal */
export function historyAt(
  { frequency, recency, age }: PurchaseCellAccumulator,
  entry: number,
): PurchaseHistory {
  return { frequency: frequency[entry]!, recency: recency[entry]!, age: age[entry]! };
}

function cellTable(
  { accumulator, digits }: Pick<CellStore, "accumulator" | "digits">,
  least: number,
): Int32Array {
  const entries = accumulator.count.length;
  let size = least;
  while (2 * entries > size) size *= 2;
  const table = new Int32Array(size).fill(-1);
  for (let i = 0; i < entries; i += 1) {
    table[slotOfCell({ accumulator, digits, table }, historyAt(accumulator, i))] = i;
  }
  return table;
}

/** Where a history stands in the table, or the free place where it belongs. */
function slotOfCell(
  { accumulator, table, digits }: Pick<CellStore, "accumulator" | "digits" | "table">,
  history: PurchaseHistory,
): number {
  const { frequency, recency, age } = accumulator;
  const mask = table.length - 1;
  let scattered = scatter(0, history.frequency, digits);
  scattered = scatter(scattered, history.recency, digits);
  scattered = scatter(scattered, history.age, digits);
  let slot = (scattered ^ (scattered >>> 15)) & mask;
  for (;;) {
    const found = table[slot]!;
    if (
      found < 0 ||
      (frequency[found] === history.frequency &&
        recency[found] === history.recency &&
        age[found] === history.age)
    ) {
      return slot;
    }
    slot = (slot + 1) & mask;
  }
}

/** Goes on from a number scattered before; an odd constant of many bits lets every digit count. */
function scatter(before: number, value: number, { number, halves }: NumberHalves): number {
  // A sum with 0 turns -0, which equals 0, into 0.
  number[0] = value + 0;
  const mixed = Math.imul(before ^ halves[0]! ^ Math.imul(halves[1]!, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 13);
}
