import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PurchaseHistory } from "../buying/purchase-history.js";

/**
 * A step of time. Weeks begin on Monday. The first half of a week is Monday to Wednesday, the second Thursday to
 * Sunday; both are taken to last three and a half days.
 */
export type PurchasePeriod = "day" | "half-week" | "week";

/**
 * What becomes of returns. `refuse`: a return is an error. `leave-out`: it changes nothing. `lower-spend`: it lowers
 * the spend of the customer's latest purchase at or before it, what exceeds that of the one before, and so on; the
 * purchase itself still counts. `undo`: as `lower-spend`, and a purchase of which nothing is left was never made.
 */
export type ReturnTreatment = "refuse" | "leave-out" | "lower-spend" | "undo";

/** How purchases become summaries. */
export interface PurchaseSummaryOptions {
  /** In which zone a moment becomes a day. No default: midnight decides which purchases are made on one day. */
  readonly zone: TimeZone;
  /** The currency of all purchases. No default: amounts of two currencies have no sum. */
  readonly currency: CurrencyCode;
  /**
   * The last day observed, included. No default: the age of every customer ends here. Where purchases are merged
   * within longer periods, take the last day of one.
   */
  readonly observedUntil: PlainDate;
  /**
   * The last day of the holdout, included: purchases after `observedUntil` up to here go into `holdout`, to test
   * forecasts on. Later than `observedUntil`. Without it there is none, and later purchases are not counted.
   */
  readonly holdoutUntil?: PlainDate;
  /**
   * Purchases of a customer within one such period are one; `day` by default, which makes parts of one order, paid
   * apart, one purchase. Longer ones make fewer different histories, for very many customers.
   */
  readonly mergeWithin?: PurchasePeriod;
  /** The unit of recency, age and holdout length; `week` by default, the unit of the published examples. */
  readonly unit?: PurchasePeriod;
  /**
   * Whether the first purchase counts in frequency and spend; `excluded` by default, as the models need it: it is what
   * makes someone a customer.
   */
  readonly firstPurchase?: "excluded" | "included";
  /** What becomes of returns; `refuse` by default, so that nobody leaves them in or out without having decided it. */
  readonly returns?: ReturnTreatment;
}

/** What a customer bought after the last day observed. */
export interface HoldoutPurchases {
  /** Purchases, merged as those before; an integer of at least 0. */
  readonly frequency: number;
  /** What was paid for them, in minor units. */
  readonly spend: number;
  /** How long the holdout is, in the unit of the summary. */
  readonly length: number;
}

/** What a customer's purchases come to. */
export interface PurchaseSummary extends PurchaseHistory {
  /** The host's id of the customer. */
  readonly customer: string;
  /** What was paid in the purchases that `frequency` counts, in minor units. */
  readonly spend: number;
  /** Spend a purchase, in minor units; absent when `frequency` is 0. */
  readonly meanSpend?: number;
  /** The currency of the spend. */
  readonly currency: CurrencyCode;
  /** Day of the first purchase. */
  readonly first: PlainDate;
  /** Day of the last purchase that was observed. */
  readonly last: PlainDate;
  /** Rows the observed purchases were merged from, the first purchase included, returns not. */
  readonly transactions: number;
  /** Said where the first purchase is counted in frequency and spend: such summaries are not for the models. */
  readonly firstPurchase?: "included";
  /** What came after; absent when no holdout was asked for. */
  readonly holdout?: HoldoutPurchases;
}

/** A return, or what is left of it, that no purchase of the customer at or before it accounts for. */
export interface UnmatchedReturn {
  /** The host's id of the customer. */
  readonly customer: string;
  /** Its day; where purchases are merged within longer periods, the first day of the period. */
  readonly date: PlainDate;
  /** What of it matches nothing, as an amount above 0. */
  readonly amount: Money;
}

/** The customers of a log of purchases. */
export interface PurchaseSummaries {
  /** Those who bought up to the last day observed, in the order of their ids. */
  readonly customers: readonly PurchaseSummary[];
  /** Returns that lowered nothing, in the order of customers and days. */
  readonly unmatchedReturns: readonly UnmatchedReturn[];
}
