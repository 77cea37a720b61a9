import type { Instant } from "../../shared/time/instant.js";
import type { ContactChannel } from "../record/contact-point.js";

/** Why a customer is not contacted, whatever was agreed to. */
export type SuppressionKind =
  "bounced" | "complained" | "deceased" | "minor" | "legal-hold" | "do-not-contact";

/** Something that forbids contact for a time, for some or for all channels. */
export interface Suppression {
  /** Why. */
  readonly kind: SuppressionKind;
  /** From when on. */
  readonly at: Instant;
  /** The first moment it no longer holds; for ever when absent. */
  readonly until?: Instant;
  /**
   * The one channel it closes; all of them when absent. One for `phone` closes calls only: text messages to the same
   * number take one for `sms`, or one without a channel.
   */
  readonly channel?: ContactChannel;
  /** The one contact point it closes, with every other of the same address; all of the channel when absent. */
  readonly contactPoint?: string;
  /** The system, department or person that recorded it; absent when unknown. */
  readonly source?: string;
  /** What proves it, such as the bounce code; absent when nothing is kept. */
  readonly evidence?: string;
  /** When the firm learned of it, where that was later than `at`; at once when absent. */
  readonly recordedAt?: Instant;
}
