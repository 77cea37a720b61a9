import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CustomerId } from "./customer.js";

/** One line of a purchase. */
export interface PurchaseLine {
  /** The host's id of the product. */
  readonly product: string;
  /** The product's group; absent when unknown. */
  readonly category?: string;
  /**
   * How many or how much, above 0. In a return below 0; or 0, where money is given back and the goods are kept, as in a
   * price reduction.
   */
  readonly quantity: number;
  /** What was paid for the line in all, at least 0; at most 0 in a return. */
  readonly amount: Money;
}

/** Something bought, or given back. */
export interface Purchase {
  /** The host's id. */
  readonly id: string;
  /** Who bought. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** The system, department or person it came from; absent when unknown. */
  readonly source?: string;
  /** What was bought; at least one line, all in the currency of the total. */
  readonly lines: readonly PurchaseLine[];
  /** What was paid in all: the lines, less or plus what belongs to the whole (shipping, a voucher). */
  readonly total: Money;
  /** The channel it came by, such as `web`; absent when unknown. */
  readonly channel?: string;
  /** The touchpoint it was made at; absent when unknown. */
  readonly touchpoint?: string;
  /** The purchase that is given back, or paid back, in whole or in part; absent for a purchase proper. */
  readonly returnOf?: string;
}
