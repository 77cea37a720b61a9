import type { EarningRecord } from "./earning-record.js";
import type { LoyaltyEventBase } from "./event-base.js";

/** An order was recorded, with what it earned. */
export interface OrderRecorded extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "order-recorded";
  /** The order's id. */
  readonly order: string;
  /** Its lines, in the programme's currency. */
  readonly lines: readonly RecordedLine[];
  /** The rate amounts were converted with; absent where none was needed. */
  readonly rate?: OrderRate;
  /** What it earned, rule by rule. */
  readonly earning: EarningRecord;
}

/** A line of an order as it was recorded. */
export interface RecordedLine {
  /** The host's id of the line. */
  readonly id: string;
  /** The product. */
  readonly product: string;
  /** Units, an integer of at least 1. */
  readonly quantity: number;
  /** What was paid for it, in minor units of the programme's currency. */
  readonly amount: number;
  /** What of that counts as spent: not what points paid, 0 where the line does not earn; all of it when absent. */
  readonly spend?: number;
}

/** The rate an amount was converted with: programme minor units for order minor units. */
export interface OrderRate {
  /** The order's currency. */
  readonly currency: string;
  /** Numerator. */
  readonly numerator: number;
  /** Denominator. */
  readonly denominator: number;
}

/** Something other than an order happened that may earn: a review, a visit, a stay, a birthday. */
export interface ActivityRecorded extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "activity-recorded";
  /** The activity's id. */
  readonly activity: string;
  /** Its name, as the rules' trigger says. */
  readonly trigger: string;
  /** What it earned. */
  readonly earning: EarningRecord;
}
