import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";

/** A contact that may be looked at for its quality. */
export interface QualityContact {
  /** The host's id; unique among those of an agent. */
  readonly id: string;
  /** Who served. */
  readonly agent: string;
  /** Who was served. */
  readonly customer: CustomerId;
  /** The channel in the firm's own words, such as `voice`, `chat`. */
  readonly channel: string;
  /** What came of it in the firm's own words, such as `solved`, `escalated`. */
  readonly outcome: string;
  /** When it began. */
  readonly at: Instant;
  /** How long it took, in seconds; absent when not known, and then never too short. */
  readonly seconds?: number;
  /** Whether it may be listened to or read: the customer agreed, a record exists; `false` forbids it. */
  readonly permitted?: boolean;
}
