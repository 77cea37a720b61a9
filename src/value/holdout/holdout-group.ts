import type { Interval } from "../../shared/statistics/interval.js";

/** A group of customers: what was forecast and what happened. */
export interface HoldoutGroup {
  /** How many customers. */
  readonly customers: number;
  /** Mean number of purchases forecast. */
  readonly expectedMean: number;
  /** Mean number of purchases made. */
  readonly actualMean: number;
  /** Interval of the mean number of purchases made, after Student; absent for one customer and for all alike. */
  readonly actualMeanInterval?: Interval;
  /** Share of customers forecast to buy at least once. */
  readonly expectedBuyerShare: number;
  /** Share of customers who did. */
  readonly actualBuyerShare: number;
  /** Interval of that share after Wilson: a share forecast outside it is no chance. */
  readonly actualBuyerShareInterval: Interval;
}
