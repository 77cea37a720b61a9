import type { Instant } from "../../shared/time/instant.js";
import type { ContactChannel } from "../record/contact-point.js";
import type { CustomerId } from "../record/customer.js";

/**
 * The lawful bases beside consent.
 *
 * @remarks GDPR (Regulation (EU) 2016/679), Art. 6(1)(b) to (f), in that order.
 */
export type LegalBasisKind =
  "contract" | "legal-obligation" | "vital-interests" | "public-task" | "legitimate-interest";

/** That a customer may be contacted for a purpose without consent, and on what ground. */
export interface LegalBasis {
  /** Whose data it is about. */
  readonly customer: CustomerId;
  /** The ground. */
  readonly kind: LegalBasisKind;
  /** What for, in the firm's own words. */
  readonly purpose: string;
  /** The channels it carries; all of them when absent. */
  readonly channels?: readonly ContactChannel[];
  /** From when on. */
  readonly from: Instant;
  /** The first moment it no longer holds; for ever when absent. */
  readonly until?: Instant;
  /**
   * When the customer objected (GDPR, Art. 21); never when absent. It ends a legitimate interest or a public task. An
   * objection to a promotional purpose ends every contact for promotion that rests on anything said or done until
   * then (Art. 21(3)).
   */
  readonly objectedAt?: Instant;
  /**
   * Whether compelling grounds that override the objection were shown (GDPR, Art. 21(1)); never for a promotional
   * purpose; no when absent.
   */
  readonly compellingGrounds?: boolean;
  /** What proves it: the contract, the balancing test; absent when nothing is kept. */
  readonly evidence?: string;
  /** The system, department or person that recorded it; absent when unknown. */
  readonly source?: string;
  /** When the firm recorded it, where that was later than `from`; at once when absent. */
  readonly recordedAt?: Instant;
}
