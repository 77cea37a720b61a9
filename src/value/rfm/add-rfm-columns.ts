import { FIRST_DAY, LAST_DAY } from "../../shared/time/civil.js";
import { findCustomers } from "../purchase/customer-index.js";
import type { PurchaseColumns } from "../purchase/purchase-row.js";
import { cannotFindRfm, isRfmAmount, unfitForRfm, type RfmSettings } from "./rfm-row-check.js";
import { addToRfm, readyRfm, type RfmStore } from "./rfm-store.js";

/** In place of a position: a customer not looked up so far, one about to be, and a row that is left out. */
const UNKNOWN = -1;
const SOUGHT = -2;
const LEFT_OUT = -1;

/** Adds a block of columns; one with a row that does not fit is refused as a whole. @internal */
export function addRfmColumns(
  store: RfmStore,
  block: PurchaseColumns,
  settings: RfmSettings,
): void {
  const { customers, customer, day, amount, isReturn } = block;
  for (const column of [day, amount, isReturn]) {
    if (column === undefined || column.length === customer.length) continue;
    throw cannotFindRfm(
      `columns must be of one length, got ${String(customer.length)} and ${String(column.length)}`,
    );
  }
  requireFit(block, settings);
  const { accumulator } = store;
  const positions = listedPositions(store, customers);
  const places = placesOf(store, { block, settings, positions });
  for (let i = 0; i < customer.length; i += 1) {
    const place = places[i]!;
    if (place === LEFT_OUT) continue;
    // A customer who was not known when the row was looked at is known by now.
    const position = place < LEFT_OUT ? positions[customer[i]!]! : place;
    const transactions = isReturn?.[i] === 1 ? 0 : 1;
    addToRfm(accumulator, position, { day: day[i]!, transactions, amount: amount[i]! });
  }
}

function requireFit(block: PurchaseColumns, settings: RfmSettings): void {
  const { customers, customer, day, amount, isReturn, currency } = block;
  const { returns } = settings;
  const listed = customers.length;
  const isKnown = currency === settings.currency;
  for (let i = 0; i < customer.length; i += 1) {
    const code = customer[i]!;
    if (code < 0 || code >= listed) {
      throw cannotFindRfm(
        `a customer must be a position in a list of ${String(listed)}, got ${String(code)}`,
      );
    }
    const returned = isReturn?.[i] === 1;
    if (!isKnown || !isRfmAmount(amount[i]!, { isReturn: returned, returns })) {
      const row = { customer: customers[code]!, amount: amount[i]!, isReturn: returned, currency };
      throw unfitForRfm({ ...row, settings });
    }
    if (day[i]! < FIRST_DAY || day[i]! > LAST_DAY) {
      throw cannotFindRfm(
        `a day must lie in the years 0000 to 9999, got ${String(day[i])} of ${customers[code]!}`,
      );
    }
  }
}

/** What is known of the rows of a block before they are added. */
interface ListedBlock {
  readonly block: PurchaseColumns;
  readonly settings: RfmSettings;
  /** Where the customers of its list stand; those who are new and have a row that counts are filled in. */
  readonly positions: Int32Array;
}

/** The positions of the customers by row; below -1 for those who were not known before. */
function placesOf(store: RfmStore, { block, settings, positions }: ListedBlock): Int32Array {
  const { customers, customer, day, isReturn } = block;
  const { asOfDay } = settings;
  const isLeftOut = settings.returns === "leave-out";
  const places = new Int32Array(customer.length);
  const codes: number[] = [];
  let later = 0;
  for (let i = 0; i < customer.length; i += 1) {
    if (day[i]! > asOfDay || (isLeftOut && isReturn?.[i] === 1)) {
      if (day[i]! > asOfDay) later += 1;
      places[i] = LEFT_OUT;
      continue;
    }
    const code = customer[i]!;
    if (positions[code] === UNKNOWN) {
      positions[code] = SOUGHT;
      codes.push(code);
    }
    places[i] = positions[code]!;
  }
  store.accumulator.later += later;
  if (codes.length === 0) return places;
  const ids = codes.map((code) => customers[code]!);
  const found = new Int32Array(ids.length);
  findCustomers(store.index, { ids, length: ids.length, positions: found });
  for (let i = 0; i < codes.length; i += 1) positions[codes[i]!] = found[i]!;
  readyRfm(store);
  return places;
}

/** Customers are looked up once a list, and only where a row counts: blocks of one log often share their list. */
function listedPositions(store: RfmStore, customers: readonly string[]): Int32Array {
  const known = store.listed.get(customers);
  if (known?.length === customers.length) return known;
  const positions = new Int32Array(customers.length).fill(UNKNOWN);
  store.listed.set(customers, positions);
  return positions;
}
