import type { CustomerId } from "../../customer/record/customer.js";
import type { Need } from "../../customer/record/need.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TouchpointStage } from "../catalogue/touchpoint.js";
import type { VisitorIntent } from "../catalogue/visitor-intent.js";

/** Something to offer. What is absent makes no demand. */
export interface Offer {
  /** The host's id. */
  readonly id: string;
  /** The needs it meets, in the words by which customers' needs name their topic; at least one. */
  readonly topics: readonly string[];
  /** The stages it is for; all when absent. */
  readonly stages?: readonly TouchpointStage[];
  /** What it costs the customer. */
  readonly price?: Money;
  /** The channels it may be made on, in the firm's own words; all when absent. */
  readonly channels?: readonly string[];
  /** The audiences it is for, in the firm's own words; everybody when absent. */
  readonly audiences?: readonly string[];
  /** The languages it is there in, as BCP 47 tags; any when absent. */
  readonly languages?: readonly string[];
  /** The tones it may be made in, in the firm's own words; any when absent. */
  readonly tones?: readonly string[];
  /** The first moment it holds; always before `until` when absent. */
  readonly from?: Instant;
  /** The first moment it no longer holds; for good when absent. */
  readonly until?: Instant;
}

/**
 * Whether the firm may contact a customer on a channel: what `mayContact` of `goodwill/customer` decided, passed on as
 * `{ channel, ...decision }`.
 */
export interface OfferPermission {
  /** The channel it was asked for, in the firm's own words. */
  readonly channel: string;
  /** What was decided. */
  readonly allowed: boolean;
  /** Why; absent when it was not said. */
  readonly reasons?: readonly Reason[];
}

/** The customer an offer is held against. What is absent is not known. */
export interface OfferCustomer {
  /** Who it is. */
  readonly id: CustomerId;
  /** What the customer needs. */
  readonly needs?: readonly Need[];
  /** Before, during or after the purchase. */
  readonly stage?: TouchpointStage;
  /** The audiences the customer belongs to; an empty list says: to none. */
  readonly audiences?: readonly string[];
  /** The language the customer is spoken to in, as a BCP 47 tag. */
  readonly language?: string;
  /** What the customer can pay. */
  readonly means?: Money;
  /** What the customer came for. */
  readonly intent?: VisitorIntent;
  /** The tones that suit the customer, in the firm's own words. */
  readonly tones?: readonly string[];
  /** Where the firm may contact the customer; nothing decided when absent. */
  readonly permissions?: readonly OfferPermission[];
}

/** In which way an offer is made. */
export interface OfferWay {
  /** The channel, in the firm's own words. */
  readonly channel: string;
  /** Whether the customer comes to the firm or the firm to the customer. */
  readonly direction: "inbound" | "outbound";
  /** When; not settled when absent. */
  readonly at?: Instant;
  /** The language, as a BCP 47 tag; not settled when absent. */
  readonly language?: string;
  /** The tone, in the firm's own words; not settled when absent. */
  readonly tone?: string;
}
