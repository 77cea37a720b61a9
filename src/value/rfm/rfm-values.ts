import { requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation } from "../../shared/aggregation.js";
import { currencyMinorDigits } from "../../shared/money/currency.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { dayNumber } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { timeZone } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PurchaseColumns, PurchaseRow } from "../purchase/purchase-row.js";
import { addRfmColumns } from "./add-rfm-columns.js";
import { addRfmRows, rfmRows, takeRfmRow } from "./add-rfm-rows.js";
import type { RfmAccumulator } from "./rfm-accumulator.js";
import type { RfmReturns } from "./rfm-returns.js";
import { cannotFindRfm, type RfmSettings } from "./rfm-row-check.js";
import { emptyRfm, mergeIntoRfm, rfmStoreOf, type RfmStore } from "./rfm-store.js";
import { textPositions } from "./text-positions.js";

/** So many rows are taken in before they are added together. */
const TOGETHER = 512;

/** Recency, frequency and amount of a customer. */
export interface RfmValues {
  /** The host's id of the customer. */
  readonly customer: string;
  /** Days from the last purchase to the day asked about; 0 for a purchase on that day. */
  readonly recencyDays: number;
  /** How many purchases, at least 1. */
  readonly transactions: number;
  /** What was paid in all, in minor units; below 0 where more came back than was paid. */
  readonly amount: number;
}

/** A customer of whom only returns are known. */
export interface ReturnsOnly {
  /** The host's id of the customer. */
  readonly customer: string;
  /** What was paid back, in minor units, as an amount of at most 0. */
  readonly amount: number;
}

/** The values of the customers of a base. */
export interface RfmBase {
  /** The customers with a purchase, in the order of their ids. */
  readonly values: readonly RfmValues[];
  /** Customers with returns but no purchase: they have no recency and are in no score. In the order of their ids. */
  readonly returnsOnly: readonly ReturnsOnly[];
  /** How many rows were left out because they lie after the day asked about. */
  readonly later: number;
}

/** On which day, in which zone and currency values are found. */
export interface RfmValuesOptions {
  /** The day asked about; purchases of that day count. */
  readonly asOf: PlainDate;
  /** The zone that says on which day a moment lies; days given as dates are taken as they are. */
  readonly zone: TimeZone;
  /** The currency of all amounts. */
  readonly currency: CurrencyCode;
  /**
   * Returns, rows with a `returnOf`: they are refused (`refuse`, when absent, so that nobody leaves them in or out
   * without having decided it), left out, or lower the amount without being a transaction (`lower-spend`). They never
   * make a customer more recent.
   */
  readonly returns?: RfmReturns;
}

/** What may be added: a row, or a block of columns. */
export type RfmInput = PurchaseRow | PurchaseColumns;

/**
 * Recency, frequency and amount by customer as an aggregation: one pass over any number of purchases, in memory that
 * grows with the customers (VAL-3).
 *
 * Every row is a transaction; where several rows of a day are one purchase, merge them first. Rows and columns may be
 * mixed. A stream cannot know which ids it has seen: sift duplicates first.
 *
 * @param options - The day asked about, the zone, the currency, and what becomes of returns.
 * @returns The aggregation.
 * @throws RangeError when the day, zone or currency is none, and in `addInput` when a row is in another currency, a
 * purchase is below 0, a return above 0, an amount or sum no safe integer, or columns do not fit.
 * @example
 * ```ts
 * import { aggregate, money, plainDate, timeZone } from "goodwill/shared";
 * import { rfmValuesCombine } from "goodwill/value";
 *
 * const facts = { asOf: plainDate("2026-03-01"), zone: timeZone("UTC"), currency: "EUR" } as const;
 * const combine = rfmValuesCombine({ ...facts, returns: "lower-spend" });
 * const rows = [
 *   { customer: "C-1", total: money(1200, "EUR"), date: plainDate("2026-02-01") },
 *   { customer: "C-1", total: money(800, "EUR"), date: plainDate("2026-02-20") },
 *   { customer: "C-1", total: money(-300, "EUR"), date: plainDate("2026-02-25"), returnOf: "A-2" },
 * ];
 * aggregate(rows, combine).values; // => [{ customer: "C-1", recencyDays: 9, transactions: 2, amount: 1700 }]
 * ```
 */
export function rfmValuesCombine(
  options: RfmValuesOptions,
): Aggregation<RfmInput, RfmAccumulator, RfmBase> {
  const settings = rfmSettings(options);
  const { configuration } = settings;
  // Where customers stand is remembered between rows; it follows from the accumulator, which alone is the state.
  const stores = new WeakMap<RfmAccumulator, RfmStore>();
  let latest: RfmStore | undefined;
  const requireOwn = (accumulator: RfmAccumulator): void => {
    requireSameConfiguration("RFM", [emptyRfm(configuration), accumulator]);
  };
  const storeFor = (accumulator: RfmAccumulator): RfmStore => {
    if (latest?.accumulator !== accumulator) latest = stores.get(accumulator);
    if (latest?.index.known !== accumulator.customers.length) {
      requireOwn(accumulator);
      latest = rfmStoreOf(accumulator);
      stores.set(accumulator, latest);
    }
    return latest;
  };
  const single = rfmRows(settings, 1);
  return {
    createAccumulator: () => emptyRfm(configuration),
    addInput: (accumulator, input) => {
      const store = storeFor(accumulator);
      if ("customers" in input) addRfmColumns(store, input, settings);
      else takeRfmRow(store, single, input);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = emptyRfm(configuration);
      requireSameConfiguration("RFM", [merged, a, b]);
      const store = rfmStoreOf(merged);
      mergeIntoRfm(store, a);
      mergeIntoRfm(store, b);
      return merged;
    },
    extractOutput: (accumulator) => {
      requireOwn(accumulator);
      return baseOf(accumulator, settings);
    },
  };
}

/**
 * How recently, how often and for how much has each customer bought?
 *
 * The same as {@link rfmValuesCombine}, on rows at hand or made as they are asked for. Rows are added some hundreds at
 * a time, which takes about half the time where customers are many.
 *
 * @param rows - Purchases and returns, in any order; a single block of columns goes in a list of one.
 * @param options - The day asked about, the zone, the currency, and what becomes of returns.
 * @returns The values by customer, and what was left out.
 * @throws RangeError as {@link rfmValuesCombine} does.
 * @example
 * ```ts
 * import { money, plainDate, timeZone } from "goodwill/shared";
 * import { rfmValues } from "goodwill/value";
 *
 * const rows = [
 *   { customer: "C-2", total: money(500, "EUR"), date: plainDate("2026-03-01") },
 *   { customer: "C-1", total: money(1200, "EUR"), date: plainDate("2026-02-01") },
 *   { customer: "C-1", total: money(9900, "EUR"), date: plainDate("2026-03-02") },
 * ];
 * const asOf = plainDate("2026-03-01");
 * const { values, later } = rfmValues(rows, { asOf, zone: timeZone("UTC"), currency: "EUR" });
 * values.map(({ customer, recencyDays }) => [customer, recencyDays]); // => [["C-1", 28], ["C-2", 0]]
 * later; // => 1
 * ```
 */
export function rfmValues(rows: Iterable<RfmInput>, options: RfmValuesOptions): RfmBase {
  const settings = rfmSettings(options);
  const store = rfmStoreOf(emptyRfm(settings.configuration));
  const taken = rfmRows(settings, TOGETHER);
  try {
    for (const input of rows) {
      if ("customers" in input) addRfmColumns(store, input, settings);
      else takeRfmRow(store, taken, input);
    }
  } finally {
    // Also where a row is refused: a sum of the rows before it may have been too large.
    addRfmRows(store, taken);
  }
  return baseOf(store.accumulator, settings);
}

/** Checks the options and fills in the default. */
function rfmSettings(options: RfmValuesOptions): RfmSettings & { readonly configuration: string } {
  const { asOf, currency, returns = "refuse" } = options;
  currencyMinorDigits(currency);
  const zone = timeZone(options.zone);
  if (!["lower-spend", "leave-out", "refuse"].includes(returns)) {
    throw cannotFindRfm(`returns must be lower-spend, leave-out or refuse, got ${returns}`);
  }
  const configuration = JSON.stringify([asOf, zone, currency, returns]);
  return { asOfDay: dayNumber(asOf), zone, currency, returns, configuration };
}

function baseOf(
  { customers, days, transactions, amounts, later }: RfmAccumulator,
  { asOfDay }: { readonly asOfDay: number },
): RfmBase {
  const order = textPositions(customers);
  const values: RfmValues[] = [];
  const returnsOnly: ReturnsOnly[] = [];
  for (const position of order) {
    const customer = customers[position]!;
    const amount = amounts[position]!;
    if (transactions[position] === 0) returnsOnly.push({ customer, amount });
    else {
      values.push({
        customer,
        recencyDays: asOfDay - days[position]!,
        transactions: transactions[position]!,
        amount,
      });
    }
  }
  return { values, returnsOnly, later };
}
