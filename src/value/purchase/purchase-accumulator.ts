import type { ConfiguredAccumulator } from "../../shared/aggregation.js";

/**
 * Purchases by customer and period, which can be stored, sent and merged: a table by column, one entry a customer and
 * period. Its size grows with those, not with purchases.
 */
export interface PurchaseAccumulator extends ConfiguredAccumulator {
  /** The ids of the customers, in the order of their appearance. */
  readonly customers: string[];
  /** Who bought, as a position in `customers`. */
  readonly of: number[];
  /** When: twice the number of the period, and 1 more for what lies after the last day observed. */
  readonly periods: number[];
  /** The days of the period with a purchase, one bit each, that of its first day being 1. */
  readonly days: number[];
  /** How many rows, returns not counted. */
  readonly transactions: number[];
  /** What was paid, in minor units. */
  readonly spend: number[];
  /** What was paid back, in minor units, as an amount of at least 0. */
  readonly returned: number[];
}

/** Counts of customers by history, which can be stored, sent and merged: a table by column, one entry a history. */
export interface PurchaseCellAccumulator extends ConfiguredAccumulator {
  /** Purchases counted. */
  readonly frequency: number[];
  /** Time from the first purchase to the last. */
  readonly recency: number[];
  /** Time from the first purchase to the end of the observation. */
  readonly age: number[];
  /** Customers with that history. */
  readonly count: number[];
}
