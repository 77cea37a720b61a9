import type { OccasionRule } from "../occasion-rule.js";
import { SEASON_OCCASIONS } from "./seasons.js";
import {
  BOXING_DAY,
  CHRISTMAS,
  CHRISTMAS_EVE,
  FATHERS_DAY,
  GOOD_FRIDAY,
  HALLOWEEN,
  INTERNATIONAL_WOMENS_DAY,
  NEW_YEAR,
  VALENTINES_DAY,
  YEAR_END,
} from "./shared-feasts.js";

/**
 * The observances of the United Kingdom that are used in care.
 *
 * Mother's Day is Mothering Sunday, three weeks before Easter. Good Friday and Remembrance Sunday are days of
 * remembrance. The bank holidays of spring and summer are those of England; they differ in Scotland and Northern
 * Ireland.
 */
export const UNITED_KINGDOM_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR,
  VALENTINES_DAY,
  INTERNATIONAL_WOMENS_DAY,
  {
    id: "mothers-day",
    name: "Mothering Sunday",
    timing: { kind: "easter", offsetDays: -21 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  GOOD_FRIDAY,
  { id: "easter", name: "Easter", timing: { kind: "easter" }, mood: "cheerful", priority: 60 },
  {
    id: "early-may-bank-holiday",
    name: "Early May bank holiday",
    timing: { kind: "nth-weekday", month: 5, weekday: 1, nth: 1 },
    mood: "cheerful",
    priority: 30,
  },
  {
    id: "spring-bank-holiday",
    name: "Spring bank holiday",
    timing: { kind: "nth-weekday", month: 5, weekday: 1, nth: -1 },
    mood: "cheerful",
    priority: 30,
  },
  FATHERS_DAY,
  {
    id: "summer-bank-holiday",
    name: "Summer bank holiday",
    timing: { kind: "nth-weekday", month: 8, weekday: 1, nth: -1 },
    mood: "cheerful",
    priority: 30,
  },
  HALLOWEEN,
  {
    id: "bonfire-night",
    name: "Bonfire Night",
    timing: { kind: "fixed", month: 11, day: 5 },
    mood: "cheerful",
    priority: 30,
  },
  {
    id: "remembrance-sunday",
    name: "Remembrance Sunday",
    timing: { kind: "nth-weekday", month: 11, weekday: 7, nth: 2 },
    mood: "solemn",
    priority: 60,
  },
  CHRISTMAS_EVE,
  CHRISTMAS,
  BOXING_DAY,
  YEAR_END,
  ...SEASON_OCCASIONS,
];
