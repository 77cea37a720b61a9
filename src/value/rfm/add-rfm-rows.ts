import { findCustomers } from "../purchase/customer-index.js";
import { dayReader, readDay, type DayReader } from "../purchase/day-reader.js";
import type { PurchaseRow } from "../purchase/purchase-row.js";
import { isRfmAmount, unfitForRfm, type RfmSettings } from "./rfm-row-check.js";
import { addToRfm, readyRfm, type RfmStore } from "./rfm-store.js";

/**
 * Rows that have been checked but not yet added.
 *
 * Of a million customers every row concerns another one, and what is known of them lies far apart in memory. Rows
 * that are added together wait for it together, which takes a third of the time. Only what counts is kept of a row,
 * so that a source may give the same object again and again.
 *
 * @internal
 */
export interface RfmRows {
  readonly settings: RfmSettings;
  readonly reader: DayReader;
  /** How many there may be. */
  readonly most: number;
  /** How many there are. */
  length: number;
  readonly ids: string[];
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  /** 0 for a return, 1 for a purchase. */
  readonly transactions: Uint8Array;
  readonly positions: Int32Array;
}

/** Room for so many rows. @internal */
export function rfmRows(settings: RfmSettings, most: number): RfmRows {
  return {
    settings,
    reader: dayReader(settings.zone),
    most,
    length: 0,
    ids: [],
    days: new Int32Array(most),
    amounts: new Float64Array(most),
    transactions: new Uint8Array(most),
    positions: new Int32Array(most),
  };
}

/** Takes in a row; where there is no room for another one, all are added. @internal */
export function takeRfmRow(store: RfmStore, rows: RfmRows, row: PurchaseRow): void {
  const { settings } = rows;
  const { customer, total } = row;
  const isReturn = row.returnOf !== undefined;
  const { amount, currency } = total;
  const { returns } = settings;
  if (currency !== settings.currency || !isRfmAmount(amount, { isReturn, returns })) {
    throw unfitForRfm({ customer, amount, isReturn, currency, settings });
  }
  const day = readDay(rows.reader, row);
  if (day > settings.asOfDay) {
    store.accumulator.later += 1;
    return;
  }
  if (isReturn && returns === "leave-out") return;
  const { length } = rows;
  rows.ids[length] = customer;
  rows.days[length] = day;
  rows.amounts[length] = amount;
  rows.transactions[length] = isReturn ? 0 : 1;
  rows.length = length + 1;
  if (rows.length === rows.most) addRfmRows(store, rows);
}

/** Adds the rows taken in. @internal */
export function addRfmRows(store: RfmStore, rows: RfmRows): void {
  const { length, days, amounts, transactions, positions } = rows;
  // Set first: a sum that is refused must not be tried again with the next row.
  rows.length = 0;
  findCustomers(store.index, { ids: rows.ids, length, positions });
  readyRfm(store);
  for (let i = 0; i < length; i += 1) {
    const entry = { day: days[i]!, transactions: transactions[i]!, amount: amounts[i]! };
    addToRfm(store.accumulator, positions[i]!, entry);
  }
}
