import type { PartialDate } from "../customer/record/partial-date.js";

/** A partial date of the Chinese calendar: a lunar birthday. */
export interface ChinesePartialDate extends PartialDate {
  /** The Chinese calendar. */
  readonly calendar: "chinese";
}

/**
 * Is this partial date one of the Chinese calendar?
 *
 * @param date - The partial date, such as a customer's birthday.
 * @returns `true` for the Chinese calendar.
 * @example
 * ```ts
 * import { isChinesePartialDate } from "goodwill/calendar-cn";
 *
 * isChinesePartialDate({ calendar: "chinese", month: 8, day: 15 }); // => true
 * ```
 */
export function isChinesePartialDate(date: PartialDate): date is ChinesePartialDate {
  return date.calendar === "chinese";
}
