import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** The way a message takes. */
export type ContactChannel = "email" | "phone" | "sms" | "post" | "messaging" | "push" | "visit";

/** Where a customer can be reached by one kind of address. */
export interface ContactPoint {
  /** The host's id, unique within the customer. */
  readonly id: string;
  /** What kind of address it is; a `phone` number takes text messages (`sms`), too. */
  readonly channel: ContactChannel;
  /**
   * The address: an e-mail address, a number in E.164 such as `+4930123456`, a postal address in one line (as
   * `postalLine` writes it), a handle.
   */
  readonly address: string;
  /** The messaging service of a handle, such as `wechat`; absent for other channels. */
  readonly service?: string;
  /** The parts of a postal address, where mail or a visit goes; absent for other channels. */
  readonly postal?: PostalAddress;
  /** From when to when it holds and what is known of it; nothing when absent. */
  readonly validity?: ContactPointValidity;
  /** Whether the customer prefers it among those of its channel; not known when absent. */
  readonly preferred?: boolean;
  /** The system, department or person it came from; absent when unknown. */
  readonly source?: string;
}

/** A postal address in parts. */
export interface PostalAddress {
  /** Street, house number and the like, one entry a line. */
  readonly lines: readonly string[];
  /** Town or city. */
  readonly locality: string;
  /** Province or state; absent where addresses have none. */
  readonly region?: string;
  /** Postal code; absent where addresses have none. */
  readonly postalCode?: string;
  /** Country as its two letters of ISO 3166-1, such as `CN`. */
  readonly country: string;
}

/** From when to when an address holds, and whether it was proven. */
export interface ContactPointValidity {
  /** The first day it holds; from always when absent. */
  readonly from?: PlainDate;
  /** The last day it holds, included; for ever when absent. */
  readonly through?: PlainDate;
  /** When it was last proven to reach the customer; never when absent. */
  readonly verifiedAt?: Instant;
  /** When it last failed (bounced, number unobtainable, returned mail); never when absent. */
  readonly failedAt?: Instant;
}
