import { FIRST_DAY, LAST_DAY } from "../../shared/time/civil.js";
import { readDay, type DayReader } from "./day-reader.js";
import { firstDayOfPeriod, periodOfDay } from "./period-of-day.js";
import type { PurchaseColumns, PurchaseRow } from "./purchase-row.js";
import { addEntry, customerPosition, type PurchaseStore } from "./purchase-store.js";
import type { SummarySettings } from "./summary-settings.js";

/** A row whose customer has been looked up and whose moment is a day. */
interface PlacedRow {
  readonly customer: number;
  readonly day: number;
  readonly amount: number;
  readonly isReturn: boolean;
}

/** Adds a row. @internal */
export function addPurchaseRow(
  store: PurchaseStore,
  row: PurchaseRow,
  { settings, reader }: { readonly settings: SummarySettings; readonly reader: DayReader },
): void {
  const { customer, total } = row;
  const { amount, currency } = total;
  const isReturn = row.returnOf !== undefined;
  requireCurrency(currency, settings);
  if (!isFit(amount, isReturn, settings)) throw unfit(customer, { amount, isReturn, settings });
  const day = readDay(reader, row);
  if (!isCounted(day, isReturn, settings)) return;
  addPlaced(
    store,
    { customer: customerPosition(store, customer), day, amount, isReturn },
    settings,
  );
}

/** Adds a block of columns. @internal */
export function addPurchaseColumns(
  store: PurchaseStore,
  block: PurchaseColumns,
  settings: SummarySettings,
): void {
  const { customers, customer, day, amount, isReturn } = block;
  requireCurrency(block.currency, settings);
  const rows = customer.length;
  for (const column of [day, amount, isReturn]) {
    if (column !== undefined && column.length !== rows) {
      throw cannot(
        `columns must be of one length, got ${String(rows)} and ${String(column.length)}`,
      );
    }
  }
  // Customers are looked up once a block, and only where a row counts: others are not in the summaries.
  const positions = new Int32Array(customers.length).fill(-1);
  for (let i = 0; i < rows; i += 1) {
    const code = customer[i]!;
    const id = customers[code];
    if (id === undefined) {
      throw cannot(
        `a customer must be a position in a list of ${String(customers.length)}, got ${String(code)}`,
      );
    }
    const row = { customer: 0, day: day[i]!, amount: amount[i]!, isReturn: isReturn?.[i] === 1 };
    if (!isFit(row.amount, row.isReturn, settings)) throw unfit(id, { ...row, settings });
    if (row.day < FIRST_DAY || row.day > LAST_DAY) {
      throw cannot(
        `a day must lie in the years 0000 to 9999, got ${String(row.day)} of customer ${id}`,
      );
    }
    if (!isCounted(row.day, row.isReturn, settings)) continue;
    if (positions[code]! < 0) positions[code] = customerPosition(store, id);
    row.customer = positions[code]!;
    addPlaced(store, row, settings);
  }
}

function addPlaced(store: PurchaseStore, row: PlacedRow, settings: SummarySettings): void {
  const { customer, day, amount, isReturn } = row;
  const { mergeWithin, observedDay } = settings;
  const number = periodOfDay(day, mergeWithin);
  addEntry(store, {
    customer,
    period: 2 * number + (day > observedDay ? 1 : 0),
    days: isReturn ? 0 : 1 << (day - firstDayOfPeriod(number, mergeWithin)),
    transactions: isReturn ? 0 : 1,
    // A sum with 0 turns -0 into 0.
    spend: isReturn ? 0 : amount + 0,
    returned: isReturn ? 0 - amount : 0,
  });
}

function isFit(amount: number, isReturn: boolean, { returns }: SummarySettings): boolean {
  if (!Number.isSafeInteger(amount)) return false;
  return isReturn ? amount <= 0 && returns !== "refuse" : amount >= 0;
}

function isCounted(day: number, isReturn: boolean, { lastDay, returns }: SummarySettings): boolean {
  return day <= lastDay && !(isReturn && returns === "leave-out");
}

function requireCurrency(given: string, { currency }: SummarySettings): void {
  if (given !== currency) throw cannot(`amounts must be in ${currency}, got ${given}`);
}

function unfit(
  customer: string,
  {
    amount,
    isReturn,
    settings,
  }: {
    readonly amount: number;
    readonly isReturn: boolean;
    readonly settings: SummarySettings;
  },
): RangeError {
  const got = `got ${String(amount)} of customer ${customer}`;
  if (!Number.isSafeInteger(amount)) {
    return cannot(`an amount must be a safe integer of minor units, ${got}`);
  }
  if (!isReturn) return cannot(`the amount of a purchase must be at least 0, ${got}`);
  if (settings.returns === "refuse") return cannot(`there must be no return, ${got}`);
  return cannot(`the amount of a return must be at most 0, ${got}`);
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot summarise purchases: ${why}`);
}
