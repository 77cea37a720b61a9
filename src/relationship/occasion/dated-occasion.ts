import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { OccasionMood } from "./occasion-rule.js";

/** An occasion of one customer on its day. */
export interface DatedOccasion {
  /** The id of the occasion's rule. */
  readonly occasion: string;
  /** Names this one among all of the customer's, and stays the same when the plan is made again. */
  readonly key: string;
  /** Its day; the first of a span. */
  readonly date: PlainDate;
  /** The last day on which it still makes sense, included; the day itself for most. */
  readonly through: PlainDate;
  /** Its mood. */
  readonly mood: OccasionMood;
  /** The larger goes first. */
  readonly priority: number;
  /** Why it falls on this day, with the facts used. */
  readonly reason: Reason;
}
