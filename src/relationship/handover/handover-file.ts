import type { CustomerId } from "../../customer/record/customer.js";
import type { ContactPoint } from "../../customer/record/contact-point.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** Something promised to a customer that is still to be kept. */
export interface HandoverPromise {
  /** The host's id. */
  readonly id: string;
  /** What was promised. */
  readonly what: string;
  /** Until when, the day included; without it nobody knows when the promise is broken, which is a discrepancy. */
  readonly due?: PlainDate;
}

/** What the leaver hands over about one customer. */
export interface HandoverEntry {
  /** The customer. */
  readonly customer: CustomerId;
  /** Where the customer can be reached: a telephone number and a postal address at least. */
  readonly contactPoints: readonly ContactPoint[];
  /** Ids of the deals under way; empty when there are none. */
  readonly openDeals: readonly string[];
  /** What the customer is interested in; empty when nothing is known, which is a discrepancy. */
  readonly interests: readonly string[];
  /** What was promised and is still to be kept; empty when nothing is. */
  readonly promises: readonly HandoverPromise[];
}

/** The file the leaver hands over. */
export interface HandoverFile {
  /** Every customer of the leaver. */
  readonly customers: readonly HandoverEntry[];
  /** Ids of the materials given back: keys, samples, contracts, devices. */
  readonly materials: readonly string[];
}

/** A customer of the leaver as the firm's own master record has it. */
export interface ExpectedCustomer {
  /** The customer. */
  readonly customer: CustomerId;
  /** The class by which visits are due, such as `A`; absent when the firm has none. */
  readonly class?: string;
  /** Ids of the deals under way, as far as the firm knows; none when absent. */
  readonly openDeals?: readonly string[];
  /** Ids of the promises still to be kept, as far as the firm knows; none when absent. */
  readonly promises?: readonly string[];
}

/** What the firm's own records say the file must hold. */
export interface HandoverExpectation {
  /** Every customer of the leaver, each once. */
  readonly customers: readonly ExpectedCustomer[];
  /** Ids of the materials the leaver has; none when absent. */
  readonly materials?: readonly string[];
}
