import type { CountGrid } from "./count-grid.js";
import type { CalendarDay } from "./day-calendar.js";

/** The days a model learns from. @internal */
export interface LearntDays {
  /** The counted intervals. */
  readonly grid: CountGrid;
  /** How many days from the first on are used. */
  readonly days: number;
  /** What each day is. */
  readonly calendar: readonly CalendarDay[];
  /** The weight of each day; 0 where it teaches nothing of usual days. */
  readonly weights: Float64Array;
}

/** A usual week under a trend, and how often each cell was counted. @internal */
export interface UsualWeek {
  /** The contacts of an interval by weekday and slot, at the level of the last day. */
  readonly profile: Float64Array;
  /** The intervals counted by weekday and slot. */
  readonly counted: Float64Array;
  /** The sum of the squared weights by the square of their sum: how much a mean varies. */
  readonly meanVariance: Float64Array;
}

/** The mean of each cell, given how the level moves. @internal */
export function usualWeek({ grid, days, calendar, weights }: LearntDays, slope: number): UsualWeek {
  const { slots, sums, counts } = grid;
  const profile = new Float64Array(7 * slots);
  const counted = new Float64Array(7 * slots);
  const exposure = new Float64Array(7 * slots);
  const squared = new Float64Array(7 * slots);
  for (let day = 0; day < days; day += 1) {
    const weight = weights[day]!;
    if (weight === 0) continue;
    const level = weight * Math.exp((slope * (day - days + 1)) / 7);
    const from = (calendar[day]!.weekday - 1) * slots;
    for (let slot = 0; slot < slots; slot += 1) {
      const rows = counts[day * slots + slot]!;
      if (rows === 0) continue;
      const cell = from + slot;
      profile[cell]! += weight * sums[day * slots + slot]!;
      exposure[cell]! += level * rows;
      squared[cell]! += level * level * rows;
      counted[cell]! += rows;
    }
  }
  for (let cell = 0; cell < profile.length; cell += 1) {
    if (counted[cell] === 0) continue;
    profile[cell]! /= exposure[cell]!;
    squared[cell]! /= exposure[cell]! ** 2;
  }
  return { profile, counted, meanVariance: squared };
}

/** The contacts counted on each day and those a usual week has in the same intervals. @internal */
export interface DayTotals {
  /** The contacts counted. */
  readonly contacts: Float64Array;
  /** The contacts expected. */
  readonly expected: Float64Array;
}

/** The totals of each day, over the intervals that are counted and known. @internal */
export function dayTotals(learnt: LearntDays, week: UsualWeek, slope: number): DayTotals {
  const { grid, days, calendar } = learnt;
  const { slots, sums, counts } = grid;
  const contacts = new Float64Array(days);
  const expected = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    const from = (calendar[day]!.weekday - 1) * slots;
    const level = Math.exp((slope * (day - days + 1)) / 7);
    for (let slot = 0; slot < slots; slot += 1) {
      if (week.counted[from + slot] === 0) continue;
      contacts[day]! += sums[day * slots + slot]!;
      expected[day]! += counts[day * slots + slot]! * week.profile[from + slot]! * level;
    }
  }
  return { contacts, expected };
}
