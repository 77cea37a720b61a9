/**
 * What the models know of a customer: how often, how lately, and for how long.
 *
 * All times in one unit, for example weeks, counted from the first purchase.
 */
export interface PurchaseHistory {
  /** Repeat purchases: the first purchase is not counted. An integer of at least 0. */
  readonly frequency: number;
  /** Recency: time from the first purchase to the last; 0 without a repeat purchase. */
  readonly recency: number;
  /** Time from the first purchase to the end of the observation, usually called T; at least the recency. */
  readonly age: number;
}

/** A history that several customers share. */
export interface PurchaseCell extends PurchaseHistory {
  /** How many customers share it; above 0, not necessarily whole. */
  readonly count: number;
}

/** The history of someone who has just bought for the first time: what is expected of new customers. */
export const NEW_CUSTOMER: PurchaseHistory = { frequency: 0, recency: 0, age: 0 };
