import fc from "fast-check";
import { instantFromEpochMilliseconds, plainDate, timeZone } from "goodwill/shared";
import type { Instant, PlainDate, TimeZone } from "goodwill/shared";

const DAY_MS = 86_400_000;

/** Any day of the years given, taken from the language's own Date. */
export function anyDate(years: { from: number; to: number } = { from: 0, to: 9999 }) {
  const first = dayOf(`${String(years.from).padStart(4, "0")}-01-01`);
  const last = dayOf(`${String(years.to).padStart(4, "0")}-12-31`);
  return fc.integer({ min: first, max: last }).map(dateOfDay);
}

/** Any millisecond of the years 1850 to 2200, and more often near the present. */
export function anyInstant(): fc.Arbitrary<Instant> {
  const range = (from: string, to: string) =>
    fc.integer({ min: Date.parse(from), max: Date.parse(to) });
  return fc
    .oneof(range("1850-01-01", "2200-01-01"), range("2000-01-01", "2040-01-01"))
    .map(instantFromEpochMilliseconds);
}

/** Zones with every kind of oddity: none, half hours, midnight jumps, skipped days, seconds, negative summer time. */
export const ZONES: readonly TimeZone[] = [
  "UTC",
  "Asia/Shanghai",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "America/Toronto",
  "America/Juneau",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Africa/Monrovia",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Antarctica/Troll",
].map(timeZone);

/** Days since 1970-01-01 after the language's own Date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The date of a day since 1970-01-01 after the language's own Date. */
export function dateOfDay(day: number): PlainDate {
  return plainDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
}
