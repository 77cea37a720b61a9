import type { Instant } from "../../shared/time/instant.js";
import type { ConsentState } from "../consent/consent.js";
import type { ContactChannel } from "../record/contact-point.js";
import type { CustomerId } from "../record/customer.js";

/** What is left of a word about consent: that it was said, when, and what a document must match to prove it. */
export interface ConsentProof {
  /** The pseudonym of who said it. */
  readonly customer: CustomerId;
  /** What the contact was for. */
  readonly purpose: string;
  /** The channel. */
  readonly channel: ContactChannel;
  /** The pseudonym of the one contact point; every one of the channel when absent. */
  readonly contactPoint?: string;
  /** What was said. */
  readonly state: ConsentState;
  /** When it was said. */
  readonly at: Instant;
  /** The pseudonym of what proves it. */
  readonly evidence: string;
  /** From when on it no longer counted; never when absent. */
  readonly expires?: Instant;
}
