import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { ContactChannel } from "../record/contact-point.js";
import type { CustomerId } from "../record/customer.js";
import type { Purchase } from "../record/purchase.js";
import type { ConsentUse } from "./consent-use.js";
import type { ContactPolicy } from "./contact-policy.js";
import type { LegalBasis, LegalBasisKind } from "./legal-basis.js";
import type { MessageClass } from "./message-class.js";

/**
 * On what ground a customer may be contacted: a consent, another lawful basis, a purchase (soft opt-in), or the class
 * of the message alone.
 */
export type ContactBasis =
  "consent" | "existing-customer" | LegalBasisKind | Exclude<MessageClass, "promotional">;

/** Yes: the customer may be contacted. */
export interface ContactAllowed {
  /** Always `true`: tells yes from no. */
  readonly allowed: true;
  /** The id of the contact point to use. */
  readonly contactPoint: string;
  /** The ground. */
  readonly basis: ContactBasis;
  /** The ground with its facts, then the contact point with why it was chosen. */
  readonly reasons: readonly Reason[];
}

/** No: the customer may not be contacted. */
export interface ContactBlocked {
  /** Always `false`: tells no from yes. */
  readonly allowed: false;
  /** Everything that stands against it, in the order the rules were applied; the first alone decides. Never empty. */
  readonly reasons: readonly Reason[];
}

/** Whether a customer may be contacted, and why. */
export type ContactDecision = ContactAllowed | ContactBlocked;

/** What is asked: the same for every customer. */
export interface ContactQuestion {
  /** What the contact is for. */
  readonly purpose: string;
  /** The channel. A text message (`sms`) may go to a `phone` number. */
  readonly channel: ContactChannel;
  /** The id of the contact point to use; the best that is allowed when absent. */
  readonly contactPoint?: string;
  /** The moment of the contact. Ask again when it is carried out: what is said later does not count. */
  readonly asOf: Instant;
  /** What the firm learned later than this does not count; as of the moment asked about when absent. */
  readonly knownAt?: Instant;
  /** The categories of products the message is about, for the soft opt-in; none when absent. */
  readonly categories?: readonly string[];
  /** The rules; {@link DEFAULT_CONTACT_POLICY} when absent. */
  readonly policy?: ContactPolicy;
}

/** What is known beside the customer's record; facts of other customers are passed over. */
export interface ContactFacts {
  /** The lawful bases beside consent; none when absent. */
  readonly bases?: readonly LegalBasis[];
  /** The purchases, for the soft opt-in; none when absent. */
  readonly purchases?: readonly Purchase[];
  /** When consents were used, for grants that lapse; never when absent. */
  readonly uses?: readonly ConsentUse[];
  /**
   * Former ids of the customer, such as `aliases` of a `MergedCustomer`: facts recorded under one are the customer's.
   * None when absent.
   */
  readonly aliases?: readonly CustomerId[];
}
