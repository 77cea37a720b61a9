import type { PlainDate } from "../../shared/time/plain-date.js";

/**
 * What kind of fact about a customer gives rise to an occasion.
 *
 * `activity` is any sign of life: a purchase or visit already listed as such counts, too. `weather` is a turn of the
 * weather where the customer lives, as the host learned it.
 */
export type OccasionEventKind =
  | "purchase"
  | "delivery"
  | "service"
  | "complaint-resolved"
  | "warranty-end"
  | "contract-end"
  | "activity"
  | "life-moment"
  | "weather";

/** Something that happened, or will happen, to one customer on a day. */
export interface OccasionEvent {
  /** The host's id, unique within the customer. */
  readonly id: string;
  /** What kind. */
  readonly kind: OccasionEventKind;
  /** The day, on the customer's own calendar. */
  readonly date: PlainDate;
  /** What it was about: the product, the life moment (`wedding`), the weather (`cold-wave`); absent when not told. */
  readonly about?: string;
}
