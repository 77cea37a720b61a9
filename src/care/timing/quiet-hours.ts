import type { ContactChannel } from "../../customer/record/contact-point.js";

/**
 * What becomes of an action whose window ends while it is quiet, so that it would go out stale the next morning:
 *
 * - `drop`: nothing; it expires.
 * - `defer`: it may still be done in the first minutes after the quiet hours.
 * - `convert`: it takes the first of these channels that does not rest and that the customer may be contacted on.
 */
export type QuietHoursOutcome =
  | {
      /** Tells the outcome from others. */
      readonly kind: "drop";
    }
  | {
      /** Tells the outcome from others. */
      readonly kind: "defer";
      /** So many minutes after the end of the quiet hours; a whole number, at least 1. */
      readonly minutes: number;
    }
  | {
      /** Tells the outcome from others. */
      readonly kind: "convert";
      /** The channels to try, the preferred first; at least one. */
      readonly channels: readonly ContactChannel[];
    };

/** When nobody is contacted, on the customer's own clock. */
export interface QuietHours {
  /** The first quiet minute, `HH:MM`. */
  readonly from: string;
  /**
   * The first minute after it, `HH:MM`. Earlier than `from`: quiet runs over midnight. The same as `from`: never quiet.
   */
  readonly until: string;
  /** The channels that rest; every one when absent. */
  readonly channels?: readonly ContactChannel[];
  /** What becomes of an action whose window ends while it is quiet; it is dropped when absent. */
  readonly whenTooLate?: QuietHoursOutcome;
}
