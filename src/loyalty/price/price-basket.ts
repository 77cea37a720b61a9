import type { CustomerId } from "../../customer/record/customer.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";

/** One line of a basket, at list price. */
export interface BasketLine {
  /** The host's id of the line. */
  readonly id: string;
  /** The product. */
  readonly product: string;
  /** The product's group; absent when unknown. */
  readonly category?: string;
  /** How many or how much, above 0. */
  readonly quantity: number;
  /** List price of the whole line, in minor units of the basket's currency, an integer of at least 0. */
  readonly amount: number;
  /** What the whole line costs us, likewise; absent when unknown. */
  readonly cost?: number;
}

/** What a customer is about to buy. */
export interface Basket {
  /** The currency of all its amounts. */
  readonly currency: CurrencyCode;
  /** The lines. */
  readonly lines: readonly BasketLine[];
}

/** What is known of the customer; what is absent is unknown, and an instrument that asks for it does not apply. */
export interface PriceCustomer {
  /** The customer's id. */
  readonly id: CustomerId;
  /** The tier held. */
  readonly tier?: string;
  /** The segments the customer is in; an empty list for none. */
  readonly segments?: readonly string[];
  /** The clubs the customer is a member of; an empty list for none. */
  readonly clubs?: readonly string[];
}

/** What somebody else asks for a product. */
export interface CompetitorPrice {
  /** The product. */
  readonly product: string;
  /** Who asks it. */
  readonly competitor: string;
  /** The price of one, in minor units, at least 0. */
  readonly price: Money;
  /** When it was seen. */
  readonly seenAt: Instant;
}

/** That an instrument was used: what a host keeps, and hands in again, so that limits hold from order to order. */
export interface PriceUse {
  /** The instrument. */
  readonly instrument: string;
  /** The customer. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** What it gave, in minor units, at least 0. */
  readonly amount: Money;
}
