import { whole } from "./random.js";
import type { Random } from "./random.js";

const DAY_MILLISECONDS = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 1);

/** How many days the simulation covers: 2024-01-01 to 2025-12-31. Days are numbered from 0. */
export const DAY_COUNT = 731;

/** The half-years in which customers are surveyed. */
export const WAVES = ["2024H1", "2024H2", "2025H1", "2025H2"] as const;

/** A survey wave. */
export type Wave = (typeof WAVES)[number];

/** The `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  return new Date(FIRST_DAY + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day number of a `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00.000Z`) - FIRST_DAY) / DAY_MILLISECONDS);
}

/** The quarter of an instant or a date, as `2024Q1`. */
export function quarterOf(at: string): string {
  return `${at.slice(0, 4)}Q${String(Math.ceil(Number(at.slice(5, 7)) / 3))}`;
}

/** The half-year of an instant or a date. */
export function waveOf(at: string): Wave {
  return `${at.slice(0, 4)}H${Number(at.slice(5, 7)) <= 6 ? "1" : "2"}` as Wave;
}

/** All eight quarters, in order. */
export function quarters(): string[] {
  return ["2024", "2025"].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}Q${String(n)}`));
}

/** Hours of the day, in UTC, between which something can happen: `[first, end)`. */
export type UtcHours = readonly [first: number, end: number];

/**
 * An instant on a day, at a random minute between two hours.
 *
 * Hours are given in UTC and stay below 16, so that an event has the same date in UTC and in Shanghai (UTC+8, no
 * summer time): quarters and half-years can be read off the instant.
 */
export function instantOn(random: Random, day: number, [first, end]: UtcHours): string {
  const minute = whole(random, first * 60, end * 60 - 1);
  const second = whole(random, 0, 59);
  const milliseconds = FIRST_DAY + day * DAY_MILLISECONDS + (minute * 60 + second) * 1000;
  return new Date(milliseconds).toISOString();
}
