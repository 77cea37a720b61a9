import type { OccasionRule } from "../occasion-rule.js";
import { SEASON_OCCASIONS } from "./seasons.js";

/**
 * The observances of the United Kingdom that are used in care.
 *
 * Mother's Day is Mothering Sunday, three weeks before Easter. Good Friday and Remembrance Sunday are days of
 * remembrance. The bank holidays of spring and summer are those of England; they differ in Scotland and Northern
 * Ireland.
 */
export const UNITED_KINGDOM_OCCASIONS: readonly OccasionRule[] = [
  {
    id: "new-year",
    name: "New Year's Day",
    timing: { kind: "fixed", month: 1, day: 1 },
    mood: "cheerful",
    priority: 70,
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
    id: "womens-day",
    name: "International Women's Day",
    timing: { kind: "fixed", month: 3, day: 8 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  {
    id: "mothers-day",
    name: "Mothering Sunday",
    timing: { kind: "easter", offsetDays: -21 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  {
    id: "good-friday",
    name: "Good Friday",
    timing: { kind: "easter", offsetDays: -2 },
    mood: "solemn",
    priority: 50,
  },
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
  {
    id: "fathers-day",
    name: "Father's Day",
    timing: { kind: "nth-weekday", month: 6, weekday: 7, nth: 3 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  {
    id: "summer-bank-holiday",
    name: "Summer bank holiday",
    timing: { kind: "nth-weekday", month: 8, weekday: 1, nth: -1 },
    mood: "cheerful",
    priority: 30,
  },
  {
    id: "halloween",
    name: "Halloween",
    timing: { kind: "fixed", month: 10, day: 31 },
    mood: "cheerful",
    priority: 40,
  },
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
    id: "boxing-day",
    name: "Boxing Day",
    timing: { kind: "fixed", month: 12, day: 26 },
    mood: "cheerful",
    priority: 40,
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
