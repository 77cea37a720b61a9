import { requireHistory } from "./history-check.js";
import type { PurchaseCell, PurchaseHistory } from "./purchase-history.js";

/** A value that occurs in several cells, stored once. @internal */
export interface DistinctValues {
  /** The values, ascending, each once. */
  readonly values: Float64Array;
  /** Position among the values, by cell. */
  readonly of: Int32Array;
}

/** Histories gathered into cells, in an order that does not depend on that of the rows. @internal */
export interface HistoryCells {
  /** Repeat purchases, by cell. */
  readonly frequency: DistinctValues;
  /** Recency in mean ages, by cell. */
  readonly recency: DistinctValues;
  /** Age in mean ages, by cell. */
  readonly age: DistinctValues;
  /** Customers, by cell. */
  readonly count: Float64Array;
  /** Sum of the counts. */
  readonly customers: number;
  /** Sum of the repeat purchases of all customers. */
  readonly purchases: number;
  /** The mean age in the unit of the rows: what a time of 1 stands for here. */
  readonly timeUnit: number;
}

/**
 * Gathers equal histories, so that a likelihood costs as much as there are different ones.
 *
 * Times are divided by the mean age: the search for parameters then does not depend on the unit.
 *
 * @internal
 */
export function historyCells(
  rows: Iterable<PurchaseHistory | PurchaseCell>,
  task: string,
): HistoryCells {
  const raw = readRows(rows, task);
  const frequency = distinct(raw.frequency, raw.length);
  const recency = distinct(raw.recency, raw.length);
  const age = distinct(raw.age, raw.length);
  const order = cellOrder([frequency, age, recency], raw.length);
  const cells = gather(order, raw.count, [frequency, age, recency]);
  const [x, t, last] = cells.positions;
  let customers = 0;
  let purchases = 0;
  let time = 0;
  for (let i = 0; i < cells.count.length; i += 1) {
    customers += cells.count[i]!;
    purchases += cells.count[i]! * frequency.values[x![i]!]!;
    time += cells.count[i]! * age.values[t![i]!]!;
  }
  const timeUnit = time > 0 ? time / customers : 1;
  const scaled = (value: number): number => value / timeUnit;
  return {
    frequency: { values: frequency.values, of: x! },
    recency: { values: recency.values.map(scaled), of: last! },
    age: { values: age.values.map(scaled), of: t! },
    ...{ count: cells.count, customers, purchases, timeUnit },
  };
}

interface RawRows {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly count: Float64Array;
  readonly length: number;
}

function readRows(rows: Iterable<PurchaseHistory | PurchaseCell>, task: string): RawRows {
  let capacity = Array.isArray(rows) ? Math.max(1, rows.length) : 1024;
  let columns = [0, 1, 2, 3].map(() => new Float64Array(capacity));
  let length = 0;
  for (const row of rows) {
    requireHistory(row, task);
    if ("firstPurchase" in row) {
      throw new RangeError(
        `Cannot ${task}: the first purchase must not be counted, got summaries with firstPurchase included`,
      );
    }
    const count = "count" in row ? row.count : 1;
    if (!(count > 0 && count < Infinity)) {
      throw new RangeError(
        `Cannot ${task}: a count must be a number above 0, got ${String(count)}`,
      );
    }
    if (length === capacity) {
      capacity *= 2;
      columns = columns.map((column) => {
        const larger = new Float64Array(capacity);
        larger.set(column);
        return larger;
      });
    }
    columns[0]![length] = row.frequency;
    columns[1]![length] = row.recency;
    columns[2]![length] = row.age;
    columns[3]![length] = count;
    length += 1;
  }
  if (length === 0)
    throw new RangeError(`Cannot ${task}: it needs at least one customer, got none`);
  const [frequency, recency, age, count] = columns;
  return { frequency: frequency!, recency: recency!, age: age!, count: count!, length };
}

/** The different values of a column, found by a hash table: a `Map` of numbers takes ten times as long. */
function distinct(column: Float64Array, length: number): DistinctValues {
  let table: Int32Array = new Int32Array(256).fill(-1);
  const found: number[] = [];
  const of = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    const value = column[i]!;
    const slot = slotOf(value, { table, found });
    if (table[slot]! < 0) {
      table[slot] = found.length;
      found.push(value);
      of[i] = found.length - 1;
      if (2 * found.length > table.length) table = rehashed(found, 2 * table.length);
    } else of[i] = table[slot]!;
  }
  const ranked = found.map((_, position) => position).sort((a, b) => found[a]! - found[b]!);
  const rank = new Int32Array(found.length);
  ranked.forEach((position, place) => (rank[position] = place));
  for (let i = 0; i < length; i += 1) of[i] = rank[of[i]!]!;
  return { values: Float64Array.from(ranked, (position) => found[position]!), of };
}

/** Where a value stands in the table, or the free place where it belongs. */
function slotOf(
  value: number,
  { table, found }: { readonly table: Int32Array; readonly found: readonly number[] },
): number {
  // A fixed irrational factor scatters neighbours; its fraction picks the place.
  const scattered = value * 0.618_033_988_749_894_9;
  let slot = Math.floor((scattered - Math.floor(scattered)) * table.length);
  while (table[slot]! >= 0 && found[table[slot]!] !== value) slot = (slot + 1) % table.length;
  return slot;
}

function rehashed(found: readonly number[], size: number): Int32Array {
  const table = new Int32Array(size).fill(-1);
  found.forEach((value, position) => (table[slotOf(value, { table, found })] = position));
  return table;
}

/** The rows in the order of their values, equal ones beside one another. */
function cellOrder(by: readonly DistinctValues[], length: number): Int32Array {
  // A stable counting sort by one column after the other, the least important first: its time is linear.
  let order = Int32Array.from({ length }, (_, i) => i);
  for (const { values, of } of by.toReversed()) {
    const starts = new Int32Array(values.length + 1);
    for (let i = 0; i < length; i += 1) starts[of[i]! + 1]! += 1;
    for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
    const next = new Int32Array(length);
    for (let i = 0; i < length; i += 1) {
      const row = order[i]!;
      next[starts[of[row]!]!++] = row;
    }
    order = next;
  }
  return order;
}

function gather(
  order: Int32Array,
  rowCount: Float64Array,
  by: readonly DistinctValues[],
): { readonly positions: readonly Int32Array[]; readonly count: Float64Array } {
  const positions = by.map(() => new Int32Array(order.length));
  const count = new Float64Array(order.length);
  let cell = -1;
  for (let i = 0; i < order.length; i += 1) {
    const row = order[i]!;
    const isNew = cell < 0 || by.some(({ of }, k) => of[row] !== positions[k]![cell]);
    if (isNew) {
      cell += 1;
      by.forEach(({ of }, k) => (positions[k]![cell] = of[row]!));
    }
    count[cell]! += rowCount[row]!;
  }
  return {
    positions: positions.map((column) => column.slice(0, cell + 1)),
    count: count.slice(0, cell + 1),
  };
}
