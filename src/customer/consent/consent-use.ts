import type { Instant } from "../../shared/time/instant.js";
import type { ContactChannel } from "../record/contact-point.js";
import type { CustomerId } from "../record/customer.js";

/** That a consent was used or lived on: a message went out under it, or the customer answered one. */
export interface ConsentUse {
  /** Whose consent. */
  readonly customer: CustomerId;
  /** What the contact was for. */
  readonly purpose: string;
  /** The channel it took. */
  readonly channel: ContactChannel;
  /** The contact point it reached; any of the channel when absent. */
  readonly contactPoint?: string;
  /** When. */
  readonly at: Instant;
}
