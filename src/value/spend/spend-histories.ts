import { requireSpendHistory, spendCount } from "./spend-check.js";
import type { SpendHistory } from "./spend-history.js";

/** A customer of whom the spend may or may not be known; a purchase summary is one. */
export interface SpendSummary {
  /** Repeat purchases; an integer of at least 0. */
  readonly frequency: number;
  /** Mean spend of a repeat purchase; absent without one. */
  readonly meanSpend?: number;
  /** The currency; absent when it goes without saying. */
  readonly currency?: string;
  /** How many customers this stands for: above 0; 1 when absent. */
  readonly count?: number;
}

/** The customers whose spend a model can learn from, and how many others there are. */
export interface SpendHistories {
  /** Those with at least one repeat purchase and a mean spend above 0, in the order given. */
  readonly rows: readonly SpendHistory[];
  /** How many customers are left out, by the reason. */
  readonly leftOut: {
    /** Customers without a repeat purchase. */
    readonly withoutRepeatPurchase: number;
    /** Customers who bought again, but whose mean spend is absent, 0, or below it after returns. */
    readonly withoutSpend: number;
  };
}

/**
 * Whose spend can be learned from, and how many customers are left out for which reason?
 *
 * A model of spend needs at least one repeat purchase and a mean spend above 0. Who has none says nothing about spend,
 * though much about buying: leave such customers out here only.
 *
 * @param customers - Customers, for example purchase summaries, all in one currency.
 * @returns The usable rows in the order given, and the number of customers left out by reason.
 * @throws RangeError when there are two currencies, a frequency is not an integer of at least 0, a mean spend is not
 * finite, or a count is not above 0.
 * @example
 * ```ts
 * import { spendHistories } from "goodwill/value";
 *
 * const { rows, leftOut } = spendHistories([
 *   { frequency: 3, meanSpend: 24.5 },
 *   { frequency: 0 },
 *   { frequency: 1, meanSpend: 0 },
 * ]);
 * rows; // => [{ frequency: 3, meanSpend: 24.5 }]
 * leftOut; // => { withoutRepeatPurchase: 1, withoutSpend: 1 }
 * ```
 */
export function spendHistories(customers: Iterable<SpendSummary>): SpendHistories {
  const task = "gather spend";
  const rows: SpendHistory[] = [];
  let withoutRepeatPurchase = 0;
  let withoutSpend = 0;
  let currency: string | undefined;
  let isFirst = true;
  for (const customer of customers) {
    const { frequency, meanSpend = 0 } = customer;
    const count = spendCount(customer, task);
    if (isFirst) ({ currency } = customer);
    isFirst = false;
    if (customer.currency !== currency) {
      const both = [currency, customer.currency].map((one = "none") => one).join(" and ");
      throw new RangeError(`Cannot ${task}: all must be in one currency, got ${both}`);
    }
    if (frequency === 0) {
      withoutRepeatPurchase += count;
    } else if (meanSpend <= 0 && meanSpend > -Infinity) {
      withoutSpend += count;
      requireSpendHistory({ frequency, meanSpend: 1 }, task);
    } else {
      requireSpendHistory({ frequency, meanSpend }, task);
      rows.push({ frequency, meanSpend, ...(customer.count !== undefined && { count }) });
    }
  }
  return { rows, leftOut: { withoutRepeatPurchase, withoutSpend } };
}
