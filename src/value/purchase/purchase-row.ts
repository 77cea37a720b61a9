import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** What is said of a purchase whenever it was made. */
export interface PurchaseFacts {
  /** The host's id of the purchase; absent when it has none: then a row given twice cannot be found. */
  readonly id?: string;
  /** The host's id of the customer. */
  readonly customer: string;
  /** What was paid in all, at least 0; what was paid back, at most 0, in a return. */
  readonly total: Money;
  /** The purchase that is given back in whole or in part; absent for a purchase proper. Its presence makes a return. */
  readonly returnOf?: string;
}

/** A purchase of which the moment is known. */
export interface MomentPurchase extends PurchaseFacts {
  /** When. */
  readonly at: Instant;
}

/** A purchase of which only the day is known. */
export interface DatedPurchase extends PurchaseFacts {
  /** The day on the calendar of the shop. */
  readonly date: PlainDate;
}

/** Something bought or given back, as little as is needed to value a customer; a `Purchase` of room customer is one. */
export type PurchaseRow = MomentPurchase | DatedPurchase;

/**
 * Many purchases by column, for logs of millions of rows.
 *
 * The columns have one entry a row, in the same order. Days are counted from 1970-01-01, which is 0, as columnar files
 * and databases do.
 */
export interface PurchaseColumns {
  /** The customers' ids, each once. */
  readonly customers: readonly string[];
  /** Who bought: a position in `customers`. */
  readonly customer: Uint8Array | Uint16Array | Uint32Array | Int32Array;
  /** When: days since 1970-01-01 on the calendar of the shop. */
  readonly day: Int32Array;
  /** What was paid in minor units, whole numbers of at least 0; at most 0 in a return. */
  readonly amount: Int32Array | Float64Array;
  /** The currency of all rows. */
  readonly currency: CurrencyCode;
  /** 1 where the row is a return, 0 elsewhere; absent when there are none. */
  readonly isReturn?: Uint8Array;
}
