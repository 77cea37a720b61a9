import type { LeapDayPolicy } from "../../shared/time/anniversary.js";
import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { LunarSkip, SolarTerm } from "../../shared/time/lunar-calendar.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { OccasionEventKind } from "./occasion-event.js";

/** The mood of an occasion: a feast to be glad of, a matter of business, or a day of remembrance. */
export type OccasionMood = "cheerful" | "plain" | "solemn";

/** Every year on the same day of the Gregorian calendar. */
export interface FixedDay {
  /** Tells this kind of rule from others. */
  readonly kind: "fixed";
  /** The month, 1 to 12. */
  readonly month: number;
  /** The day, 1 to 31. */
  readonly day: number;
  /** What becomes of a 29 February in other years; required for it, without meaning otherwise. */
  readonly leapDay?: LeapDayPolicy;
}

/** Days named one by one, as those of themed events. */
export interface NamedDays {
  /** Tells this kind of rule from others. */
  readonly kind: "dates";
  /** The days. */
  readonly dates: readonly PlainDate[];
}

/** The n-th weekday of a month, as Mother's Day and Thanksgiving. */
export interface NthWeekday {
  /** Tells this kind of rule from others. */
  readonly kind: "nth-weekday";
  /** The month, 1 to 12. */
  readonly month: number;
  /** The weekday, 1 (Monday) to 7 (Sunday). */
  readonly weekday: DayOfWeek;
  /** Which: 1 to 5 from the start of the month, -1 to -5 from its end. A month without a fifth has no occasion. */
  readonly nth: number;
  /** So many days later; earlier when below 0, the day itself when absent. */
  readonly offsetDays?: number;
}

/** So many days after Easter Sunday. */
export interface EasterDay {
  /** Tells this kind of rule from others. */
  readonly kind: "easter";
  /** Whose Easter; `western` when absent. */
  readonly tradition?: "western" | "orthodox";
  /** So many days after Easter Sunday; before it when below 0, the Sunday itself when absent. */
  readonly offsetDays?: number;
}

/** Every Chinese year on the same day of the Chinese calendar. */
export interface LunarDay {
  /** Tells this kind of rule from others. */
  readonly kind: "lunar";
  /** The month, 1 to 12. */
  readonly month: number;
  /** The day, 1 to 30. */
  readonly day: number;
  /** What becomes of the 30th in a month of 29 days; `backward` when absent. */
  readonly skip?: LunarSkip;
  /** So many days later; earlier when below 0, the day itself when absent. New Year's Eve is month 1, day 1, -1. */
  readonly offsetDays?: number;
}

/** Every year on the day of a solar term. */
export interface SolarTermDay {
  /** Tells this kind of rule from others. */
  readonly kind: "solar-term";
  /** The term. */
  readonly term: SolarTerm;
  /** So many days later; earlier when below 0, the day itself when absent. */
  readonly offsetDays?: number;
}

/** The first day of a meteorological season: 1 March, June, September or December. */
export interface SeasonDay {
  /** Tells this kind of rule from others. */
  readonly kind: "season";
  /** The season. */
  readonly season: "spring" | "summer" | "autumn" | "winter";
  /** On which half of the globe; `north` when absent. */
  readonly hemisphere?: "north" | "south";
}

/** Every weekend, or every n-th, on its Saturday or another day. */
export interface WeekendDay {
  /** Tells this kind of rule from others. */
  readonly kind: "weekend";
  /** The day of the weekend, 6 (Saturday) when absent. */
  readonly weekday?: DayOfWeek;
  /** Every how many weeks, counted from the week of 1970-01-05; 1 when absent. */
  readonly everyWeeks?: number;
}

/** The first of each run of consecutive statutory days of one holiday, in the list that the host hands over. */
export interface StatutoryHoliday {
  /** Tells this kind of rule from others. */
  readonly kind: "statutory-holiday";
  /** The holiday's id in the list; every holiday when absent. */
  readonly holiday?: string;
}

/** The customer's birthday, in the calendar it is kept in. */
export interface Birthday {
  /** Tells this kind of rule from others. */
  readonly kind: "birthday";
  /** When a 29 February is kept in other years, where the customer's own wish is not known. */
  readonly leapDay: LeapDayPolicy;
  /** What is done about a lunar day that a year has not; `backward` when absent. */
  readonly skip?: LunarSkip;
  /** Only every so many years of age, such as 10; each when absent. Needs the year of birth. */
  readonly everyYears?: number;
}

/** The anniversary of the day the relationship began. */
export interface RelationshipAnniversary {
  /** Tells this kind of rule from others. */
  readonly kind: "relationship-anniversary";
  /** When a 29 February is kept in other years. */
  readonly leapDay: LeapDayPolicy;
  /** Only every so many years; each when absent. */
  readonly everyYears?: number;
}

/** The anniversary of an event, such as a purchase. */
export interface EventAnniversary {
  /** Tells this kind of rule from others. */
  readonly kind: "event-anniversary";
  /** Of which events. */
  readonly event: OccasionEventKind;
  /** Only events about this; all when absent. */
  readonly about?: string;
  /** When a 29 February is kept in other years. */
  readonly leapDay: LeapDayPolicy;
  /** Only every so many years; each when absent. */
  readonly everyYears?: number;
}

/** Once in every month, quarter, half-year or year, on any day of it: the quarterly call and visit. */
export interface OnceIn {
  /** Tells this kind of rule from others. */
  readonly kind: "once-in";
  /** In what. */
  readonly span: "month" | "quarter" | "half-year" | "year";
}

/** So many days after an event, or before it when below 0: after a delivery, before a warranty ends. */
export interface AfterEvent {
  /** Tells this kind of rule from others. */
  readonly kind: "after-event";
  /** After which events. */
  readonly event: OccasionEventKind;
  /** Only events about this; all when absent. */
  readonly about?: string;
  /** So many days after it; before it when below 0; its own day at 0. */
  readonly days: number;
}

/** So many days after the last sign of life, as long as there was none since. */
export interface Inactivity {
  /** Tells this kind of rule from others. */
  readonly kind: "inactivity";
  /** After how many days without one, at least 1. */
  readonly days: number;
  /** What counts as a sign of life; purchases and activity when absent. */
  readonly signs?: readonly OccasionEventKind[];
}

/** On which days an occasion falls. */
export type OccasionTiming =
  | FixedDay
  | NamedDays
  | NthWeekday
  | EasterDay
  | LunarDay
  | SolarTermDay
  | SeasonDay
  | WeekendDay
  | StatutoryHoliday
  | Birthday
  | RelationshipAnniversary
  | EventAnniversary
  | OnceIn
  | AfterEvent
  | Inactivity;

/** An occasion for care (CARE-4), as data. */
export interface OccasionRule {
  /** The firm's id of the occasion, such as `mid-autumn`; unique in a list, without slashes. */
  readonly id: string;
  /** Its name in plain words; the id when absent. */
  readonly name?: string;
  /** On which days it falls. */
  readonly timing: OccasionTiming;
  /** Its mood; it decides what may be said while a complaint is open. */
  readonly mood: OccasionMood;
  /** The larger goes first where occasions compete; 0 when absent. */
  readonly priority?: number;
  /** For how many days after its day it still makes sense; 0 when absent. A span (`once-in`) lasts to its end. */
  readonly lastsDays?: number;
  /** Only for persons or organisations; both when absent. */
  readonly only?: "person" | "organisation";
}
