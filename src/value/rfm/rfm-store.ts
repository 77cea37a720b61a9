import { customerIndex, indexedCustomer, type CustomerIndex } from "../purchase/customer-index.js";
import type { RfmAccumulator } from "./rfm-accumulator.js";
import { cannotFindRfm } from "./rfm-row-check.js";

/**
 * An accumulator with the means to find a customer in it, which can be made again from the accumulator alone.
 *
 * @internal
 */
export interface RfmStore {
  readonly accumulator: RfmAccumulator;
  /** Where customers stand, by id. */
  readonly index: CustomerIndex;
  /** Where the customers of the lists of blocks stand; -1 for those not looked up so far. */
  readonly listed: WeakMap<readonly string[], Int32Array>;
}

/** What is added to a customer's entry. @internal */
export interface RfmEntry {
  readonly day: number;
  readonly transactions: number;
  readonly amount: number;
}

/** The accumulator of no rows. @internal */
export function emptyRfm(configuration: string): RfmAccumulator {
  // Written out: the shape of a copy is forgotten with it, and with it what has been compiled for it.
  return {
    version: 1,
    configuration,
    customers: [],
    days: [],
    transactions: [],
    amounts: [],
    later: 0,
  };
}

/** An accumulator made ready for more rows. @internal */
export function rfmStoreOf(accumulator: RfmAccumulator): RfmStore {
  return { accumulator, index: customerIndex(accumulator.customers), listed: new WeakMap() };
}

/** Makes an empty entry for every customer who has none yet. @internal */
export function readyRfm({ accumulator }: RfmStore): void {
  const { customers, days, transactions, amounts } = accumulator;
  while (days.length < customers.length) {
    days.push(0);
    transactions.push(0);
    amounts.push(0);
  }
}

/** Adds to a customer's entry; the day counts only where there is a transaction. @internal */
export function addToRfm(accumulator: RfmAccumulator, position: number, entry: RfmEntry): void {
  const { days, transactions, amounts } = accumulator;
  if (entry.transactions > 0) {
    const before = transactions[position]!;
    if (before === 0 || entry.day > days[position]!) days[position] = entry.day;
    transactions[position] = before + entry.transactions;
  }
  const sum = amounts[position]! + entry.amount;
  if (!Number.isSafeInteger(sum)) {
    throw cannotFindRfm(`a sum must be a safe integer of minor units, got ${String(sum)}`);
  }
  amounts[position] = sum;
}

/** Adds all entries of another accumulator. @internal */
export function mergeIntoRfm(store: RfmStore, part: RfmAccumulator): void {
  store.accumulator.later += part.later;
  for (let i = 0; i < part.customers.length; i += 1) {
    const position = indexedCustomer(store.index, part.customers[i]!);
    readyRfm(store);
    const entry = {
      day: part.days[i]!,
      transactions: part.transactions[i]!,
      amount: part.amounts[i]!,
    };
    addToRfm(store.accumulator, position, entry);
  }
}
