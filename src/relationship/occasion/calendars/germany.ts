import type { OccasionRule } from "../occasion-rule.js";
import { SEASON_OCCASIONS } from "./seasons.js";
import { CHRISTMAS, NEW_YEAR, VALENTINES_DAY, WOMENS_DAY } from "./shared-feasts.js";

/**
 * The observances of Germany that are used in care.
 *
 * Father's Day is Ascension Day. Good Friday, All Saints' Day, Volkstrauertag and Totensonntag are days of
 * remembrance. The days before Advent are counted from a Tuesday of November, which gives the same Sundays as
 * counting back from Christmas.
 */
export const GERMANY_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR,
  VALENTINES_DAY,
  {
    id: "carnival-monday",
    name: "Rosenmontag",
    timing: { kind: "easter", offsetDays: -48 },
    mood: "cheerful",
    priority: 30,
  },
  WOMENS_DAY,
  {
    id: "good-friday",
    name: "Karfreitag",
    timing: { kind: "easter", offsetDays: -2 },
    mood: "solemn",
    priority: 60,
  },
  { id: "easter", name: "Ostern", timing: { kind: "easter" }, mood: "cheerful", priority: 60 },
  {
    id: "labour-day",
    name: "Tag der Arbeit",
    timing: { kind: "fixed", month: 5, day: 1 },
    mood: "cheerful",
    priority: 40,
  },
  {
    id: "mothers-day",
    name: "Muttertag",
    timing: { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  {
    id: "fathers-day",
    name: "Vatertag, on Ascension Day",
    timing: { kind: "easter", offsetDays: 39 },
    mood: "cheerful",
    priority: 50,
    only: "person",
  },
  {
    id: "pentecost",
    name: "Pfingsten",
    timing: { kind: "easter", offsetDays: 49 },
    mood: "cheerful",
    priority: 40,
  },
  {
    id: "national-day",
    name: "Tag der Deutschen Einheit",
    timing: { kind: "fixed", month: 10, day: 3 },
    mood: "plain",
    priority: 50,
  },
  {
    id: "harvest-thanksgiving",
    name: "Erntedank",
    timing: { kind: "nth-weekday", month: 10, weekday: 7, nth: 1 },
    mood: "cheerful",
    priority: 30,
  },
  {
    id: "halloween",
    name: "Halloween",
    timing: { kind: "fixed", month: 10, day: 31 },
    mood: "cheerful",
    priority: 20,
  },
  {
    id: "all-saints-day",
    name: "Allerheiligen",
    timing: { kind: "fixed", month: 11, day: 1 },
    mood: "solemn",
    priority: 50,
  },
  {
    id: "volkstrauertag",
    name: "Volkstrauertag",
    timing: { kind: "nth-weekday", month: 11, weekday: 2, nth: 2, offsetDays: 5 },
    mood: "solemn",
    priority: 60,
  },
  {
    id: "totensonntag",
    name: "Totensonntag",
    timing: { kind: "nth-weekday", month: 11, weekday: 2, nth: 3, offsetDays: 5 },
    mood: "solemn",
    priority: 60,
  },
  {
    id: "first-advent",
    name: "Erster Advent",
    timing: { kind: "nth-weekday", month: 11, weekday: 2, nth: 4, offsetDays: 5 },
    mood: "cheerful",
    priority: 50,
  },
  {
    id: "st-nicholas-day",
    name: "Nikolaustag",
    timing: { kind: "fixed", month: 12, day: 6 },
    mood: "cheerful",
    priority: 40,
  },
  {
    id: "christmas-eve",
    name: "Heiligabend",
    timing: { kind: "fixed", month: 12, day: 24 },
    mood: "cheerful",
    priority: 70,
  },
  CHRISTMAS,
  {
    id: "year-end",
    name: "Silvester",
    timing: { kind: "fixed", month: 12, day: 31 },
    mood: "cheerful",
    priority: 60,
  },
  ...SEASON_OCCASIONS,
];
