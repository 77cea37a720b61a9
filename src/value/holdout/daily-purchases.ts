import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { textOfDay } from "../../shared/time/civil.js";
import { spanAt } from "../../shared/time/offset-table.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { customerPurchases } from "../purchase/customer-purchases.js";
import type { PurchaseAccumulator } from "../purchase/purchase-accumulator.js";
import type { PurchaseRow } from "../purchase/purchase-row.js";
import {
  addEntry,
  customerPosition,
  emptyPurchases,
  isWhole,
  mergeInto,
  storeOf,
  type PurchaseStore,
} from "../purchase/purchase-store.js";
import { dayOfPurchase } from "../survival/purchase-day.js";

/** What happened on a day. */
export interface DailyPurchases {
  /** The day. */
  readonly date: PlainDate;
  /** Customers who bought for the first time. */
  readonly newCustomers: number;
  /** Customers who bought again: of each one purchase a day. */
  readonly repeatPurchases: number;
}

/** In which zone days are. */
export interface DailyPurchasesOptions {
  /** In which zone a moment becomes a day. No default: midnight decides which purchases are made on one day. */
  readonly zone: TimeZone;
}

/**
 * How many customers bought first, and again, on each day?
 *
 * Purchases of a customer on one day are one, as in the models. Returns are passed over.
 *
 * @param rows - Purchases in any order.
 * @param options - The zone.
 * @returns The days on which somebody bought, ascending.
 * @throws RangeError when the zone is not known or a moment or date not valid.
 * @example
 * ```ts
 * import { dailyPurchases } from "goodwill/value";
 * import { plainDate, timeZone } from "goodwill/shared";
 *
 * const total = { amount: 1000, currency: "EUR" } as const;
 * const rows = ["2026-01-05", "2026-01-09"].map((day) => ({ customer: "C-1", date: plainDate(day), total }));
 * const days = dailyPurchases(rows, { zone: timeZone("Europe/Berlin") });
 * days[1]; // => { date: "2026-01-09", newCustomers: 0, repeatPurchases: 1 }
 * ```
 */
export function dailyPurchases(
  rows: Iterable<PurchaseRow>,
  options: DailyPurchasesOptions,
): readonly DailyPurchases[] {
  return aggregate(rows, dailyPurchasesCombine(options));
}

/**
 * How many customers bought first, and again, on each day, as an aggregation?
 *
 * The same as {@link dailyPurchases}, for rows that come in parts. Memory grows with customers and the days on which
 * they buy: which purchase was the first is known only at the end.
 *
 * @param options - The zone; all parts need the same.
 * @returns The aggregation; rows are purchases.
 * @throws RangeError when the zone is not known; in `addInput` when a moment or date is not valid.
 * @example
 * ```ts
 * import { dailyPurchasesCombine } from "goodwill/value";
 * import { aggregate, plainDate, timeZone } from "goodwill/shared";
 *
 * const total = { amount: 1000, currency: "EUR" } as const;
 * const rows = [{ customer: "C-1", date: plainDate("2026-01-05"), total }];
 * aggregate(rows, dailyPurchasesCombine({ zone: timeZone("UTC") })).map((day) => day.newCustomers); // => [1]
 * ```
 */
export function dailyPurchasesCombine({
  zone,
}: DailyPurchasesOptions): Aggregation<
  PurchaseRow,
  PurchaseAccumulator,
  readonly DailyPurchases[]
> {
  spanAt(zone, 0);
  const configuration = JSON.stringify(["daily-purchases", zone]);
  const requireOwn = (accumulator: PurchaseAccumulator): void => {
    requireSameConfiguration("daily purchases", [emptyPurchases(configuration), accumulator]);
  };
  const known = new WeakMap<PurchaseAccumulator, PurchaseStore>();
  const storeFor = (accumulator: PurchaseAccumulator): PurchaseStore => {
    const store = known.get(accumulator);
    if (store !== undefined && isWhole(store)) return store;
    requireOwn(accumulator);
    const made = storeOf(accumulator);
    known.set(accumulator, made);
    return made;
  };
  return {
    createAccumulator: () => emptyPurchases(configuration),
    addInput: (accumulator, row) => {
      if (row.returnOf !== undefined) return accumulator;
      const store = storeFor(accumulator);
      const period = dayOfPurchase(row, zone);
      const customer = customerPosition(store, row.customer);
      addEntry(store, { customer, period, days: 1, transactions: 1, spend: 0, returned: 0 });
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = emptyPurchases(configuration);
      requireSameConfiguration("daily purchases", [merged, a, b]);
      for (const part of [a, b]) mergeInto(storeFor(merged), part);
      return merged;
    },
    extractOutput: (accumulator) => {
      requireOwn(accumulator);
      return daysOf(accumulator);
    },
  };
}

function daysOf(accumulator: PurchaseAccumulator): readonly DailyPurchases[] {
  const { entries, starts } = customerPurchases(accumulator);
  const days = new Map<number, [newCustomers: number, repeatPurchases: number]>();
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    for (let at = starts[customer]!; at < starts[customer + 1]!; at += 1) {
      const day = accumulator.periods[entries[at]!]!;
      const counts = days.get(day) ?? [0, 0];
      counts[at === starts[customer]! ? 0 : 1] += 1;
      days.set(day, counts);
    }
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, [newCustomers, repeatPurchases]]) => ({
      date: textOfDay(day) as PlainDate,
      newCustomers,
      repeatPurchases,
    }));
}
