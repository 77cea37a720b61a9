import type { ConfiguredAccumulator } from "../../shared/aggregation.js";

/** Purchases by customer, which can be stored, sent and merged: a table by column, one entry a customer. */
export interface RfmAccumulator extends ConfiguredAccumulator {
  /** The ids of the customers, in the order of their appearance. */
  readonly customers: string[];
  /** Day of the last purchase, in days since 1970-01-01; 0 where there are only returns. */
  readonly days: number[];
  /** How many purchases, returns not counted. */
  readonly transactions: number[];
  /** What was paid less what was paid back, in minor units. */
  readonly amounts: number[];
  /** How many rows lie after the day asked about. */
  later: number;
}
