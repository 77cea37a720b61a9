import type { CalendarDay } from "./day-calendar.js";
import type { CountSpread } from "./count-range.js";
import type { ContactTrend } from "./contact-forecast.js";

/** What was learnt of a centre's contacts. @internal */
export interface ContactModel {
  /** How many intervals a day has. */
  readonly slots: number;
  /** The contacts of an interval by weekday and slot, at the level of `lastDay`. */
  readonly profile: Float64Array;
  /** The intervals counted by weekday and slot; 0 where nothing is known. */
  readonly counted: Float64Array;
  /** How much the mean of a cell varies, by how much one interval does. */
  readonly meanVariance: Float64Array;
  /** The day, since 1970-01-01, to whose level the profile belongs. */
  readonly lastDay: number;
  /** The trend, a logarithm a week; 0 where none counts. */
  readonly slope: number;
  /** How much of the trend is left from week to week after `lastDay`. */
  readonly trendDamping: number;
  /** The trend as it is reported. */
  readonly trend: ContactTrend;
  /** The variance by the mean that few contacts have; 1 for chance arrivals. */
  readonly dispersion: number;
  /** The squared part of the mean by which days and hours vary beyond that. */
  readonly squaredShare: number;
  /** Contacts on a holiday by those of its weekday, by holiday. */
  readonly holidays: ReadonlyMap<string, { readonly days: number; readonly factor: number }>;
  /** The same of all holidays together; absent where the history has none. */
  readonly anyHoliday?: number;
}

/** What the model expects of a weekday's slot on a day; nothing where that time was never counted. @internal */
export function expectedCount(
  model: ContactModel,
  { day, slot, calendarDay }: DaySlot,
): CountSpread | undefined {
  const { profile, counted, meanVariance, slots, slope, trend } = model;
  const cell = (calendarDay.weekday - 1) * slots + slot;
  if (counted[cell] === 0) return undefined;
  const weeks = trendWeeks(model, day);
  const mean = profile[cell]! * Math.exp(slope * weeks) * holidayFactor(model, calendarDay);
  const own = model.dispersion * mean + model.squaredShare * mean * mean;
  const ofTrend = slope === 0 ? 0 : (mean * weeks * trend.standardError) ** 2;
  return { mean, variance: own * (1 + meanVariance[cell]!) + ofTrend };
}

/** An interval of a day. @internal */
export interface DaySlot {
  /** The day, since 1970-01-01. */
  readonly day: number;
  /** Which interval of it, from 0. */
  readonly slot: number;
  /** What day it is. */
  readonly calendarDay: CalendarDay;
}

/**
 * How many weeks' worth of trend lie between the last day learnt from and a day: each week to come has less of it, by
 * a damped trend (Gardner and McKenzie 1985) in whose sum parts of weeks are allowed.
 */
function trendWeeks({ lastDay, trendDamping: phi }: ContactModel, day: number): number {
  const weeks = (day - lastDay) / 7;
  return weeks <= 0 || phi === 1 ? weeks : (phi * (1 - phi ** weeks)) / (1 - phi);
}

function holidayFactor({ holidays, anyHoliday }: ContactModel, day: CalendarDay): number {
  if (day.holiday === undefined) return 1;
  return holidays.get(day.holiday)?.factor ?? anyHoliday ?? 1;
}
