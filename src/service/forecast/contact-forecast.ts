import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { ContactInterval } from "../staffing/service-interval.js";
import type { ContactProfile } from "./usual-week-profile.js";

/**
 * What kind of day it is: one like its weekday, a holiday, a day worked to make up for one, or one beyond the days for
 * which the holidays are known.
 */
export type ForecastDayKind = "weekday" | "holiday" | "make-up" | "unknown";

/** The contacts expected in one interval to come; staffing takes it as it is. */
export interface ForecastInterval extends ContactInterval {
  /** The fewest contacts to reckon with, at the policy's confidence; a whole number, at least 0. */
  readonly lower: number;
  /** The most contacts to reckon with, at the policy's confidence; a whole number. */
  readonly upper: number;
  /** The kind of its day. */
  readonly day: ForecastDayKind;
}

/** How contacts rise or fall. */
export interface ContactTrend {
  /** By which part of themselves contacts rose a week, below 0 where they fell; 0 where no trend counts. */
  readonly perWeek: number;
  /** The standard error of the rise as it was measured; at least 0. */
  readonly standardError: number;
  /** Whether the rise was large enough to count, and the weeks held out are forecast better with it than without. */
  readonly counts: boolean;
}

/** What a holiday does to the contacts of its day. */
export interface HolidayEffect {
  /** The host's id of the holiday. */
  readonly holiday: string;
  /** How many of its days the history has; at least 1. */
  readonly days: number;
  /** The contacts on it by those of a usual day of its weekday; at least 0. */
  readonly factor: number;
}

/** A day unlike what was expected of it. */
export interface UnusualDay {
  /** The day, on the zone's clock. */
  readonly date: PlainDate;
  /** The contacts counted. */
  readonly contacts: number;
  /** The contacts expected in the same intervals. */
  readonly expected: number;
  /** Whether it was left out of what is learnt. */
  readonly leftOut: boolean;
}

/** How wrong a forecast of the last weeks would have been, made from the weeks before them. */
export interface HeldOutError {
  /** The first day held out. */
  readonly from: PlainDate;
  /** The weeks held out. */
  readonly weeks: number;
  /** The intervals compared: those counted that both forecasts know. */
  readonly intervals: number;
  /** The sum of the absolute errors by the sum of the contacts (WAPE); absent where there were no contacts. */
  readonly wape?: number;
  /** The same of the naive forecast: each interval as it was a week before, in the last week known. */
  readonly naiveWape?: number;
  /** Error by naive error: below 1 the forecast is better; absent where the naive one has no error. */
  readonly ratio?: number;
  /** Mean absolute error by that of the naive forecast week by week in the history (MASE); absent where it is 0. */
  readonly mase?: number;
  /** The contacts forecast by those counted, less 1: above 0 too many were forecast; absent without contacts. */
  readonly bias?: number;
  /** The intervals whose count lay within the prediction interval. */
  readonly coveredShare: number;
}

/** The contacts to come, and how far to trust them. */
export interface ContactForecast {
  /** The intervals to come, in order; those whose weekday and time of day the history does not have are left out. */
  readonly intervals: readonly ForecastInterval[];
  /** What a usual week looks like, at the level of the last day counted. */
  readonly profile: ContactProfile;
  /** How contacts rise or fall. */
  readonly trend: ContactTrend;
  /** What the holidays of the history did, by id in the order of the alphabet. */
  readonly holidays: readonly HolidayEffect[];
  /** The days unlike what was expected of them, in order. */
  readonly unusualDays: readonly UnusualDay[];
  /** How wrong the last weeks would have been forecast. */
  readonly error: HeldOutError;
  /** The intervals that the history should have and does not. */
  readonly missingIntervals: number;
  /** What a reader has to know, in the order it was found. */
  readonly reasons: readonly Reason[];
}

/** There are too few weeks to learn from and to measure the error on. */
export interface ForecastHistoryTooShort {
  /** The history is too short. */
  readonly code: "forecast-history-too-short";
  /** The whole weeks counted: the days with a row, by the number of weekdays that have any. */
  readonly weeks: number;
  /** The weeks needed: to learn from and to hold out. */
  readonly neededWeeks: number;
}

/** No contact was ever counted: there is nothing to learn. */
export interface ForecastWithoutContacts {
  /** The history has no contacts. */
  readonly code: "forecast-no-contacts";
  /** The rows given. */
  readonly rows: number;
}
