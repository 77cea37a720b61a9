import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { addPurchaseColumns, addPurchaseRow } from "./add-purchases.js";
import { dayReader } from "./day-reader.js";
import type { PurchaseAccumulator } from "./purchase-accumulator.js";
import type { PurchaseColumns, PurchaseRow } from "./purchase-row.js";
import {
  emptyPurchases,
  isWhole,
  mergeInto,
  storeOf,
  type PurchaseStore,
} from "./purchase-store.js";
import type { PurchaseSummaries, PurchaseSummaryOptions } from "./purchase-summary.js";
import { settingsOf } from "./summary-settings.js";
import { summariesOfPurchases } from "./summaries-of-purchases.js";

/** What may be summarised: a row, or a block of columns. */
export type PurchaseInput = PurchaseRow | PurchaseColumns;

/**
 * Purchases to customers as an aggregation: how often, how lately, for how long and for how much did each one buy?
 *
 * Purchases are gathered by customer and period first, then by customer. Of someone whose purchases lie on days 0, 10
 * and 24, observed to day 70, in weeks: frequency 2 (the first purchase makes a customer, it is no repeat purchase),
 * recency 24 / 7 (from the first to the last), age 10 (from the first to the end). A purchase that costs nothing is a
 * purchase. Customers whose first purchase lies after the last day observed are not among the summaries.
 *
 * Returns, where they are set against purchases, look at merged purchases: within one period the order does not
 * matter. What was known on the last day observed is not changed by a return in the holdout.
 *
 * Memory grows with customers and their periods, not with purchases. A row cannot be known to have come before: sift
 * first ({@link siftPurchaseRows}).
 *
 * @remarks Sums are exact, so that any split and any order of merging gives the same figures to the last digit.
 * Recency, frequency and age as in Fader, Hardie and Lee, "Counting your customers" the easy way (2005), and in the
 * data sets published with it.
 * @param options - What counts as a purchase, in which unit time is measured, and up to when.
 * @returns The aggregation; rows and blocks of columns may be mixed. `addInput` throws RangeError for a row that does
 * not fit the options: another currency, a negative amount that is no return, a return where they are refused, a day
 * or an amount that cannot be read, a sum that leaves the safe integers.
 * @throws RangeError when an option is not valid.
 * @example
 * ```ts
 * import { aggregate, plainDate, timeZone } from "goodwill/shared";
 * import { purchaseSummaryCombine } from "goodwill/value";
 *
 * const zone = timeZone("Europe/Paris");
 * const observedUntil = plainDate("1997-09-30");
 * const total = { amount: 1250, currency: "EUR" } as const;
 * const rows = ["1997-07-01", "1997-07-22"].map((day) => ({ customer: "C-17", date: plainDate(day), total }));
 * const options = { zone, currency: "EUR", observedUntil } as const;
 * const { customers } = aggregate(rows, purchaseSummaryCombine(options));
 * [customers[0]?.frequency, customers[0]?.recency, customers[0]?.age]; // => [1, 3, 13]
 * ```
 */
export function purchaseSummaryCombine(
  options: PurchaseSummaryOptions,
): Aggregation<PurchaseInput, PurchaseAccumulator, PurchaseSummaries> {
  const settings = settingsOf(options);
  const { configuration } = settings;
  const reading = { settings, reader: dayReader(settings.zone) };
  // What finds an entry is derived from the accumulator and made again where it is missing, as after storing.
  const stores = new WeakMap<PurchaseAccumulator, PurchaseStore>();
  let latest: PurchaseStore | undefined;
  const requireOwn = (accumulator: PurchaseAccumulator): void => {
    requireSameConfiguration("purchase summary", [emptyPurchases(configuration), accumulator]);
  };
  const storeFor = (accumulator: PurchaseAccumulator): PurchaseStore => {
    if (latest?.accumulator !== accumulator) latest = stores.get(accumulator);
    if (latest !== undefined && isWhole(latest)) return latest;
    requireOwn(accumulator);
    latest = storeOf(accumulator);
    stores.set(accumulator, latest);
    return latest;
  };
  return {
    createAccumulator: () => emptyPurchases(configuration),
    addInput: (accumulator, input) => {
      const store = storeFor(accumulator);
      if ("customers" in input) addPurchaseColumns(store, input, settings);
      else addPurchaseRow(store, input, reading);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = emptyPurchases(configuration);
      requireSameConfiguration("purchase summary", [merged, a, b]);
      const store = storeOf(merged);
      mergeInto(store, a);
      mergeInto(store, b);
      stores.set(merged, store);
      return merged;
    },
    extractOutput: (accumulator) => {
      requireOwn(accumulator);
      return summariesOfPurchases(accumulator, settings);
    },
  };
}

/**
 * How often, how lately, for how long and for how much did each customer buy?
 *
 * The same as {@link purchaseSummaryCombine}, on an array or any other iterable.
 *
 * @param rows - Purchases and returns in any order, or blocks of columns.
 * @param options - What counts as a purchase, in which unit time is measured, and up to when.
 * @returns The customers in the order of their ids, and the returns that match no purchase.
 * @throws RangeError when an option is not valid, or a row does not fit the options.
 * @example
 * ```ts
 * import { plainDate, timeZone } from "goodwill/shared";
 * import { purchaseSummaries } from "goodwill/value";
 *
 * const purchase = (day: string, amount: number) =>
 *   ({ customer: "C-17", date: plainDate(day), total: { amount, currency: "EUR" } }) as const;
 * const rows = [purchase("1997-07-01", 1250), purchase("1997-07-22", 990), purchase("1997-07-22", 310)];
 * const { customers } = purchaseSummaries(rows, {
 *   zone: timeZone("Europe/Paris"),
 *   currency: "EUR",
 *   observedUntil: plainDate("1997-09-30"),
 * });
 * customers.length; // => 1
 * // Two rows of one day are one purchase, and the first day does not count.
 * [customers[0]?.frequency, customers[0]?.spend, customers[0]?.transactions]; // => [1, 1300, 3]
 * ```
 */
export function purchaseSummaries(
  rows: Iterable<PurchaseInput>,
  options: PurchaseSummaryOptions,
): PurchaseSummaries {
  return aggregate(rows, purchaseSummaryCombine(options));
}
