import type { OccasionRule } from "../occasion-rule.js";
import { SEASON_OCCASIONS } from "./seasons.js";

/**
 * The observances of the United States that are used in care.
 *
 * Memorial Day and Patriot Day are days of remembrance. Where Independence Day falls on a weekend, the day off is
 * another; the feast is not.
 */
export const UNITED_STATES_OCCASIONS: readonly OccasionRule[] = [
  {
    id: "new-year",
    name: "New Year's Day",
    timing: { kind: "fixed", month: 1, day: 1 },
    mood: "cheerful",
    priority: 70,
  },
  {
    id: "martin-luther-king-day",
    name: "Martin Luther King Jr. Day",
    timing: { kind: "nth-weekday", month: 1, weekday: 1, nth: 3 },
    mood: "plain",
    priority: 40,
  },
  {
    id: "valentines-day",
    name: "Valentine's Day",
    timing: { kind: "fixed", month: 2, day: 14 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  {
    id: "presidents-day",
    name: "Presidents' Day",
    timing: { kind: "nth-weekday", month: 2, weekday: 1, nth: 3 },
    mood: "plain",
    priority: 30,
  },
  {
    id: "womens-day",
    name: "International Women's Day",
    timing: { kind: "fixed", month: 3, day: 8 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  {
    id: "st-patricks-day",
    name: "St. Patrick's Day",
    timing: { kind: "fixed", month: 3, day: 17 },
    mood: "cheerful",
    priority: 30,
  },
  { id: "easter", name: "Easter", timing: { kind: "easter" }, mood: "cheerful", priority: 50 },
  {
    id: "mothers-day",
    name: "Mother's Day",
    timing: { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  {
    id: "memorial-day",
    name: "Memorial Day",
    timing: { kind: "nth-weekday", month: 5, weekday: 1, nth: -1 },
    mood: "solemn",
    priority: 60,
  },
  {
    id: "juneteenth",
    name: "Juneteenth",
    timing: { kind: "fixed", month: 6, day: 19 },
    mood: "plain",
    priority: 50,
  },
  {
    id: "fathers-day",
    name: "Father's Day",
    timing: { kind: "nth-weekday", month: 6, weekday: 7, nth: 3 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  {
    id: "independence-day",
    name: "Independence Day",
    timing: { kind: "fixed", month: 7, day: 4 },
    mood: "cheerful",
    priority: 70,
  },
  {
    id: "labor-day",
    name: "Labor Day",
    timing: { kind: "nth-weekday", month: 9, weekday: 1, nth: 1 },
    mood: "cheerful",
    priority: 50,
  },
  {
    id: "patriot-day",
    name: "Patriot Day",
    timing: { kind: "fixed", month: 9, day: 11 },
    mood: "solemn",
    priority: 50,
  },
  {
    id: "halloween",
    name: "Halloween",
    timing: { kind: "fixed", month: 10, day: 31 },
    mood: "cheerful",
    priority: 40,
  },
  {
    id: "veterans-day",
    name: "Veterans Day",
    timing: { kind: "fixed", month: 11, day: 11 },
    mood: "plain",
    priority: 50,
  },
  {
    id: "thanksgiving",
    name: "Thanksgiving",
    timing: { kind: "nth-weekday", month: 11, weekday: 4, nth: 4 },
    mood: "cheerful",
    priority: 80,
  },
  {
    id: "christmas-eve",
    name: "Christmas Eve",
    timing: { kind: "fixed", month: 12, day: 24 },
    mood: "cheerful",
    priority: 50,
  },
  {
    id: "christmas",
    name: "Christmas",
    timing: { kind: "fixed", month: 12, day: 25 },
    mood: "cheerful",
    priority: 70,
  },
  {
    id: "year-end",
    name: "Year end",
    timing: { kind: "fixed", month: 12, day: 31 },
    mood: "cheerful",
    priority: 60,
  },
  ...SEASON_OCCASIONS,
];
