import type { DayOfWeek } from "./date-arithmetic.js";
import type { Period } from "./period.js";
import type { PlainDate } from "./plain-date.js";

/** One day of a holiday. */
export interface HolidayDay {
  /** The host's id of the holiday, the same for each of its days. */
  readonly holiday: string;
  /** The day. */
  readonly date: PlainDate;
  /** Whether the law closes shops and offices, or the day is only kept. */
  readonly kind: "statutory" | "observance";
  /** Its name in the host's language; the id when absent. */
  readonly name?: string;
  /** `false` takes the day out of the list without deleting it; it counts when absent. */
  readonly active?: boolean;
}

/**
 * Holidays and make-up workdays as announced.
 *
 * They follow no rule and are known only for the years announced, so the list says for which days it is complete; about
 * all others nothing is known, and nothing is guessed.
 */
export interface HolidayList {
  /** The days, in any order. */
  readonly days: readonly HolidayDay[];
  /** Days of the weekend worked to make up for a holiday. */
  readonly makeUpWorkdays: readonly PlainDate[];
  /** The days for which the list is complete. */
  readonly coverage: Period<PlainDate>;
  /** The weekdays worked as a rule; Monday to Friday when absent. */
  readonly workdays?: readonly DayOfWeek[];
}
