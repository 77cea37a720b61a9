import type { OccasionRule } from "../occasion-rule.js";
import { SEASON_OCCASIONS } from "./seasons.js";
import {
  CHRISTMAS,
  CHRISTMAS_EVE,
  EASTER,
  FATHERS_DAY,
  HALLOWEEN,
  INTERNATIONAL_WOMENS_DAY,
  MOTHERS_DAY,
  NEW_YEAR,
  VALENTINES_DAY,
  YEAR_END,
} from "./shared-feasts.js";

/**
 * The observances of the United States that are used in care.
 *
 * Memorial Day and Patriot Day are days of remembrance. Where Independence Day falls on a weekend, the day off is
 * another; the feast is not.
 */
export const UNITED_STATES_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR,
  {
    id: "martin-luther-king-day",
    name: "Martin Luther King Jr. Day",
    timing: { kind: "nth-weekday", month: 1, weekday: 1, nth: 3 },
    mood: "plain",
    priority: 40,
  },
  VALENTINES_DAY,
  {
    id: "presidents-day",
    name: "Presidents' Day",
    timing: { kind: "nth-weekday", month: 2, weekday: 1, nth: 3 },
    mood: "plain",
    priority: 30,
  },
  INTERNATIONAL_WOMENS_DAY,
  {
    id: "st-patricks-day",
    name: "St. Patrick's Day",
    timing: { kind: "fixed", month: 3, day: 17 },
    mood: "cheerful",
    priority: 30,
  },
  EASTER,
  MOTHERS_DAY,
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
  FATHERS_DAY,
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
  HALLOWEEN,
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
  CHRISTMAS_EVE,
  CHRISTMAS,
  YEAR_END,
  ...SEASON_OCCASIONS,
];
