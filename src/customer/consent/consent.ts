import type { Instant } from "../../shared/time/instant.js";
import type { ContactChannel } from "../record/contact-point.js";

/** Where a consent stands: given, taken back, or asked for and not yet confirmed (double opt-in). */
export type ConsentState = "granted" | "withdrawn" | "pending";

/**
 * Where a consent stands: as said; `expired` after a grant or a pending consent ran out, or was confirmed too late;
 * `none` when nothing was said; `unreadable` when a word about it has no valid time or state, so that nothing can be
 * built on it.
 */
export type ConsentStandingState = ConsentState | "expired" | "none" | "unreadable";

/** What a customer said to one purpose on one channel, once (CUS-6). A later word replaces an earlier one. */
export interface Consent {
  /** What the contact is for, in the firm's own words: `newsletter`, `birthday-greeting`. */
  readonly purpose: string;
  /** The channel it is for. */
  readonly channel: ContactChannel;
  /** The one contact point it is for, with every other of the same address; every one of the channel when absent. */
  readonly contactPoint?: string;
  /** What was said. */
  readonly state: ConsentState;
  /** When it was said. */
  readonly at: Instant;
  /** What proves it: the form and its version, the recording, the letter. */
  readonly evidence: string;
  /** The system, department or person it was said to; absent when unknown. */
  readonly source?: string;
  /** From when on a grant, or a pending one, no longer counts; never when absent. */
  readonly expires?: Instant;
  /** When the firm learned of it, where that was later than it was said; at once when absent. */
  readonly recordedAt?: Instant;
}

/** A stretch of time in which the consent to one purpose, channel and contact point stood alike. */
export interface ConsentSpan {
  /** What the contact is for. */
  readonly purpose: string;
  /** The channel. */
  readonly channel: ContactChannel;
  /** The one contact point; every one of the channel when absent. */
  readonly contactPoint?: string;
  /** How it stood; `expired` after a grant or a pending consent ran out. */
  readonly state: ConsentState | "expired";
  /** The first moment of it. */
  readonly from: Instant;
  /** The first moment after it; absent when it still stood so at the moment asked about. */
  readonly until?: Instant;
  /** What proves it. */
  readonly evidence: string;
}
