import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { currencyMinorDigits } from "../../shared/money/currency.js";
import { spanAt } from "../../shared/time/offset-table.js";
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
import { cohortPeriodOfDay } from "./cohort-period.js";
import { cohortTriangle } from "./cohort-triangle.js";
import type { CohortRetention, CohortRetentionOptions } from "./cohort.js";
import { dayOfPurchase } from "./purchase-day.js";

/**
 * How many of the customers of each month came back in the months after (VAL-3)?
 *
 * The cohort is the calendar period of the first purchase. A customer is active in a period with at least one purchase,
 * also of an amount of 0. The last period may be incomplete: rows tell when they end, not how long was observed.
 *
 * @param rows - Purchases in any order.
 * @param options - Zone, currency, length of the periods, and what becomes of returns.
 * @returns The triangle; without cohorts for no purchases.
 * @throws RangeError when an amount is in another currency, is no safe integer, is below 0 or above 0 in a return, a
 * sum leaves the safe integers, there is a return and it is not said what becomes of it, or an option is unknown.
 * @example
 * ```ts
 * import { cohortRetention } from "goodwill/value";
 * import { plainDate, timeZone } from "goodwill/shared";
 *
 * const total = { amount: 1000, currency: "EUR" } as const;
 * const rows = [
 *   { customer: "C-1", date: plainDate("2026-01-05"), total },
 *   { customer: "C-2", date: plainDate("2026-01-20"), total },
 *   { customer: "C-1", date: plainDate("2026-03-02"), total },
 * ];
 * const { cohorts } = cohortRetention(rows, { zone: timeZone("Europe/Berlin"), currency: "EUR" });
 * cohorts.map(({ cohort, active }) => [cohort, active]); // => [["2026-01", [2, 0, 1]]]
 * ```
 */
export function cohortRetention(
  rows: Iterable<PurchaseRow>,
  options: CohortRetentionOptions,
): CohortRetention {
  return aggregate(rows, cohortRetentionCombine(options));
}

/**
 * How many of the customers of each month came back, as an aggregation?
 *
 * The same as {@link cohortRetention}, for rows that come in parts. Memory grows with customers and the periods in
 * which they buy: the cohort of a customer is known only at the end.
 *
 * @param options - Zone, currency, length of the periods, and what becomes of returns; all parts need the same.
 * @returns The aggregation; rows are purchases.
 * @throws RangeError when an option is unknown; in `addInput` as {@link cohortRetention} does.
 * @example
 * ```ts
 * import { cohortRetentionCombine } from "goodwill/value";
 * import { aggregate, plainDate, timeZone } from "goodwill/shared";
 *
 * const total = { amount: 1000, currency: "EUR" } as const;
 * const rows = [{ customer: "C-1", date: plainDate("2026-01-05"), total }];
 * const combine = cohortRetentionCombine({ zone: timeZone("UTC"), currency: "EUR", by: "quarter" });
 * aggregate(rows, combine).cohorts[0]?.cohort; // => "2026-Q1"
 * ```
 */
export function cohortRetentionCombine(
  options: CohortRetentionOptions,
): Aggregation<PurchaseRow, PurchaseAccumulator, CohortRetention> {
  const { zone, currency, by = "month", returns = "refuse" } = options;
  requireOptions({ zone, currency, by, returns });
  const configuration = JSON.stringify(["cohort-retention", zone, currency, by, returns]);
  const requireOwn = (accumulator: PurchaseAccumulator): void => {
    requireSameConfiguration("cohort retention", [emptyPurchases(configuration), accumulator]);
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
      const isReturn = row.returnOf !== undefined;
      requireRow(row, { currency, returns });
      if (isReturn && returns === "leave-out") return accumulator;
      const { amount } = row.total;
      const store = storeFor(accumulator);
      addEntry(store, {
        customer: customerPosition(store, row.customer),
        period: cohortPeriodOfDay(dayOfPurchase(row, zone), by),
        days: 0,
        transactions: isReturn ? 0 : 1,
        spend: isReturn ? 0 : amount + 0,
        returned: isReturn ? 0 - amount : 0,
      });
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = emptyPurchases(configuration);
      requireSameConfiguration("cohort retention", [merged, a, b]);
      const store = storeFor(merged);
      for (const part of [a, b]) mergeInto(store, part);
      return merged;
    },
    extractOutput: (accumulator) => {
      requireOwn(accumulator);
      return { ...cohortTriangle(accumulator, by), by, currency };
    },
  };
}

function requireOptions({ zone, currency, by, returns }: Required<CohortRetentionOptions>): void {
  currencyMinorDigits(currency);
  spanAt(zone, 0);
  const known: readonly string[] = ["week", "month", "quarter", "year"];
  if (!known.includes(by)) throw cannot(`by must be ${known.join(", ")}, got ${by}`);
  const treatments: readonly string[] = ["refuse", "leave-out", "lower-spend"];
  if (!treatments.includes(returns)) {
    throw cannot(`returns must be ${treatments.join(", ")}, got ${returns}`);
  }
}

function requireRow(
  { customer, total, returnOf }: PurchaseRow,
  { currency, returns }: Pick<Required<CohortRetentionOptions>, "currency" | "returns">,
): void {
  const { amount } = total;
  if (total.currency !== currency) {
    throw cannot(`amounts must be in ${currency}, got ${total.currency}`);
  }
  const got = `got ${String(amount)} of customer ${customer}`;
  if (!Number.isSafeInteger(amount)) {
    throw cannot(`an amount must be a safe integer of minor units, ${got}`);
  }
  if (returnOf === undefined) {
    if (amount < 0) throw cannot(`the amount of a purchase must be at least 0, ${got}`);
  } else {
    if (returns === "refuse") throw cannot(`it must be said what becomes of returns, ${got}`);
    if (amount > 0) throw cannot(`the amount of a return must be at most 0, ${got}`);
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot count cohorts: ${why}`);
}
