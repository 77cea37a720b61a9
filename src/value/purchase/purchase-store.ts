import { customerIndex, indexedCustomer, type CustomerIndex } from "./customer-index.js";
import type { PurchaseAccumulator } from "./purchase-accumulator.js";

/**
 * An accumulator with the means to find an entry in it; these can be made again from the accumulator alone.
 *
 * @internal
 */
export interface PurchaseStore {
  readonly accumulator: PurchaseAccumulator;
  /** Where customers stand, by id. */
  readonly index: CustomerIndex;
  /** The entry of the latest period, by customer; -1 without one. A log in the order of time needs no more. */
  readonly lastEntries: number[];
  /**
   * A hash table of entries by customer and period, open addressing; -1 where free. A power of two long; empty until
   * a row comes that is earlier than another one of its customer.
   */
  table: Int32Array;
  /** How many entries can be found. */
  entries: number;
  /** The customer of the row before: many logs are in the order of customers. */
  latestId: string | undefined;
  latestPosition: number;
}

/** What is added to an entry, in the units of the accumulator. @internal */
export interface PurchaseEntry {
  readonly customer: number;
  readonly period: number;
  readonly days: number;
  readonly transactions: number;
  readonly spend: number;
  readonly returned: number;
}

/** The accumulator of no rows. @internal */
export function emptyPurchases(configuration: string): PurchaseAccumulator {
  // Written out: the shape of a copy is forgotten with it, and with it what has been compiled for it.
  return {
    version: 1,
    configuration,
    customers: [],
    of: [],
    periods: [],
    days: [],
    transactions: [],
    spend: [],
    returned: [],
  };
}

/** An accumulator made ready for more rows. @internal */
export function storeOf(accumulator: PurchaseAccumulator): PurchaseStore {
  const { customers, of, periods } = accumulator;
  const lastEntries = customers.map(() => -1);
  for (let i = 0; i < of.length; i += 1) {
    const last = lastEntries[of[i]!]!;
    if (last < 0 || periods[i]! > periods[last]!) lastEntries[of[i]!] = i;
  }
  const index = customerIndex(customers);
  return {
    accumulator,
    index,
    lastEntries,
    table: new Int32Array(0),
    entries: of.length,
    latestId: undefined,
    latestPosition: 0,
  };
}

/** Whether all of the accumulator can be found: another aggregation may have added to it. @internal */
export function isWhole({ accumulator, index, entries }: PurchaseStore): boolean {
  return index.known === accumulator.customers.length && entries === accumulator.of.length;
}

/** The position of a customer, who is added where unknown. @internal */
export function customerPosition(store: PurchaseStore, id: string): number {
  if (store.latestId === id) return store.latestPosition;
  const position = indexedCustomer(store.index, id);
  if (position === store.lastEntries.length) store.lastEntries.push(-1);
  store.latestId = id;
  store.latestPosition = position;
  return position;
}

/** Adds to the entry of a customer and period, which is made where there is none. @internal */
export function addEntry(store: PurchaseStore, entry: PurchaseEntry): void {
  const { accumulator } = store;
  const found = entryOf(store, entry);
  if (found < store.entries) {
    accumulator.days[found]! |= entry.days;
    accumulator.transactions[found]! += entry.transactions;
    accumulator.spend[found] = safeSum(accumulator.spend[found]!, entry.spend);
    accumulator.returned[found] = safeSum(accumulator.returned[found]!, entry.returned);
    return;
  }
  store.entries += 1;
  accumulator.of.push(entry.customer);
  accumulator.periods.push(entry.period);
  accumulator.days.push(entry.days);
  accumulator.transactions.push(entry.transactions);
  accumulator.spend.push(entry.spend);
  accumulator.returned.push(entry.returned);
  const size = store.table.length;
  if (size > 0 && 2 * store.entries > size) store.table = tableOf(accumulator, 4 * size);
}

/** Where the entry of a customer and period stands, or is to be added: behind all others. */
function entryOf(store: PurchaseStore, { customer, period }: PurchaseEntry): number {
  const { accumulator, lastEntries, entries } = store;
  const last = lastEntries[customer]!;
  const latest = last < 0 ? -Infinity : accumulator.periods[last]!;
  if (latest === period) return last;
  if (latest < period) lastEntries[customer] = entries;
  else if (store.table.length === 0) store.table = tableOf(accumulator, 1024);
  if (store.table.length === 0) return entries;
  const slot = slotOfEntry(store, { customer, period });
  if (store.table[slot]! < 0) store.table[slot] = entries;
  return store.table[slot]!;
}

/** Adds all entries of another accumulator. @internal */
export function mergeInto(store: PurchaseStore, part: PurchaseAccumulator): void {
  const positions = part.customers.map((id) => customerPosition(store, id));
  for (let i = 0; i < part.of.length; i += 1) {
    addEntry(store, {
      customer: positions[part.of[i]!]!,
      period: part.periods[i]!,
      days: part.days[i]!,
      transactions: part.transactions[i]!,
      spend: part.spend[i]!,
      returned: part.returned[i]!,
    });
  }
}

/** The sum of two amounts, where it is exact. @internal */
export function safeSum(a: number, b: number): number {
  const sum = a + b;
  if (Number.isSafeInteger(sum)) return sum;
  throw new RangeError(
    `Cannot summarise purchases: a sum must be a safe integer of minor units, got ${String(sum)}`,
  );
}

function tableOf(accumulator: PurchaseAccumulator, least: number): Int32Array {
  const { of, periods } = accumulator;
  let size = least;
  while (2 * of.length > size) size *= 2;
  const table = new Int32Array(size).fill(-1);
  for (let i = 0; i < of.length; i += 1) {
    const slot = slotOfEntry({ accumulator, table }, { customer: of[i]!, period: periods[i]! });
    table[slot] = i;
  }
  return table;
}

/** Where an entry stands in the table, or the free place where it belongs. */
function slotOfEntry(
  { accumulator, table }: Pick<PurchaseStore, "accumulator" | "table">,
  { customer, period }: { readonly customer: number; readonly period: number },
): number {
  const { of, periods } = accumulator;
  const mask = table.length - 1;
  // Two odd constants of many bits scatter neighbours: customers are numbered one after the other, and so are days.
  const scattered = Math.imul(customer, 0x9e3779b1) ^ Math.imul(period, 0x85ebca6b);
  let slot = (scattered ^ (scattered >>> 15)) & mask;
  for (;;) {
    const found = table[slot]!;
    if (found < 0 || (of[found] === customer && periods[found] === period)) return slot;
    slot = (slot + 1) & mask;
  }
}
