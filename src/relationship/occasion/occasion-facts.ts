import type { Customer } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { LunarCalendar, LunarSkip } from "../../shared/time/lunar-calendar.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { DatedOccasion } from "./dated-occasion.js";
import type { HolidayList } from "../../shared/time/holiday-list.js";
import type { OccasionEvent } from "./occasion-event.js";
import type { OccasionRule } from "./occasion-rule.js";

/** What must be known of a customer to date the occasions. */
export interface OccasionFacts {
  /** Who it is, with the birthday and the day the relationship began. */
  readonly customer: Pick<Customer, "id" | "kind" | "birthday" | "since">;
  /** What happened and what is about to, in any order; an event listed twice counts once. Nothing when absent. */
  readonly events?: readonly OccasionEvent[];
  /** The day up to which signs of life are known; all that are listed count when absent. */
  readonly asOf?: PlainDate;
  /** When this customer keeps a birthday or anniversary of a 29 February in other years; the rule's when absent. */
  readonly leapDay?: LeapDayPolicy;
  /** What this customer does about a lunar birthday that a year has not; the rule's when absent. */
  readonly lunarSkip?: LunarSkip;
}

/** The calendars that cannot be computed here and are handed over. */
export interface OccasionCalendars {
  /** The Chinese calendar; without it days of that calendar are unknown. */
  readonly lunar?: LunarCalendar;
  /** The holidays announced; without them statutory holidays are unknown. */
  readonly holidays?: HolidayList;
}

/** By which rules, for which days and with which calendars occasions are dated. */
export interface OccasionOptions {
  /** The occasions, in any order. */
  readonly rules: readonly OccasionRule[];
  /** The days asked about: from its start to before its end. */
  readonly period: Period<PlainDate>;
  /** The calendars handed over; none when absent. */
  readonly calendars?: OccasionCalendars;
}

/** An occasion of which something is not known, so that days of it may be missing. */
export interface UnknownOccasion {
  /** The id of the occasion's rule. */
  readonly occasion: string;
  /** What is not known. */
  readonly reason: Reason;
}

/** The occasions of one customer. */
export interface OccasionDates {
  /** By day; on one day the larger priority first, then by key. */
  readonly dates: readonly DatedOccasion[];
  /** What could not be told: first what holds for every customer, then the customer's own; each in the rules' order. */
  readonly unknown: readonly UnknownOccasion[];
}
