import type { CustomerId } from "../customer/record/customer.js";
import type { Money } from "../shared/money/money.js";
import type { Instant } from "../shared/time/instant.js";

/**
 * A customer and the firm met: one fact of a log (TP-9).
 *
 * Facts arrive in any order. They are split at the border with {@link siftInteractions} and become journeys with
 * {@link journeysOf}.
 */
export interface Interaction {
  /** The host's id. */
  readonly id: string;
  /** Whom it was with. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** The system, department or person it came from; absent when unknown. */
  readonly source?: string;
  /** The touchpoint: its id in the catalogue. */
  readonly touchpoint: string;
  /** The channel in the firm's own words, such as `web`, `store`, `email`. */
  readonly channel: string;
  /** Whether the customer came to the firm or the firm to the customer. */
  readonly direction: "inbound" | "outbound";
  /** What happened, such as `visit`, `enquiry`, `delivery`. */
  readonly kind: string;
  /** What came of it, such as `purchase`; absent when nothing is known. */
  readonly outcome?: string;
  /** How it felt: -1 bad, 0 neutral, 1 good; absent when unknown. */
  readonly feeling?: number;
  /** What it was about; absent when unknown. */
  readonly topic?: string;
  /** What it cost the firm; absent when unknown. */
  readonly cost?: Money;
}

/** What counts as an interaction of this firm. */
export interface InteractionPolicy {
  /**
   * What becomes of an interaction whose touchpoint is not in the catalogue: `reject` hands it back, `keep` takes it,
   * so that the catalogue can be completed from the log.
   */
  readonly unknownTouchpoint: "reject" | "keep";
}

/**
 * The default: what the catalogue does not know is handed back.
 *
 * @remarks A misspelt touchpoint would else become a touchpoint of its own, and every share of the right one would be
 * too low. Nothing is lost: the row comes back with its reason.
 */
export const DEFAULT_INTERACTION_POLICY: InteractionPolicy = { unknownTouchpoint: "reject" };
