import type { OccasionRule } from "../occasion-rule.js";
import { SOLAR_SEASON_OCCASIONS } from "./seasons.js";
import {
  CHRISTMAS,
  MOTHERS_DAY,
  NEW_YEAR,
  VALENTINES_DAY,
  WOMENS_DAY,
  YEAR_END,
} from "./shared-feasts.js";
import {
  DOUBLE_NINTH,
  DRAGON_BOAT,
  GHOST,
  LUNAR_NEW_YEAR_EVE,
  MID_AUTUMN,
  QIXI,
  WINTER_SOLSTICE,
} from "./shared-lunar-feasts.js";

/**
 * The observances of Taiwan that are used in care.
 *
 * Dating them needs a Chinese calendar, such as `CHINESE_CALENDAR` of `goodwill/calendar-cn`. Peace Memorial Day,
 * Tomb Sweeping Day and the Ghost Festival are days of remembrance.
 */
export const TAIWAN_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR,
  {
    id: "year-end-banquet",
    name: "Weiya, the banquet for staff and partners",
    timing: { kind: "lunar", month: 12, day: 16 },
    mood: "cheerful",
    priority: 50,
  },
  LUNAR_NEW_YEAR_EVE,
  {
    id: "spring-festival",
    name: "Lunar New Year",
    timing: { kind: "lunar", month: 1, day: 1 },
    mood: "cheerful",
    priority: 80,
    lastsDays: 4,
  },
  {
    id: "lantern",
    name: "Lantern Festival",
    timing: { kind: "lunar", month: 1, day: 15 },
    mood: "cheerful",
    priority: 50,
  },
  VALENTINES_DAY,
  {
    id: "peace-memorial-day",
    name: "Peace Memorial Day",
    timing: { kind: "fixed", month: 2, day: 28 },
    mood: "solemn",
    priority: 50,
  },
  WOMENS_DAY,
  {
    id: "childrens-day",
    name: "Children's Day",
    timing: { kind: "fixed", month: 4, day: 4 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  {
    id: "qingming",
    name: "Tomb Sweeping Day",
    timing: { kind: "solar-term", term: "pure-brightness" },
    mood: "solemn",
    priority: 50,
  },
  {
    id: "labour-day",
    name: "Labour Day",
    timing: { kind: "fixed", month: 5, day: 1 },
    mood: "cheerful",
    priority: 40,
  },
  MOTHERS_DAY,
  DRAGON_BOAT,
  {
    id: "fathers-day",
    name: "Father's Day",
    timing: { kind: "fixed", month: 8, day: 8 },
    mood: "cheerful",
    priority: 60,
    only: "person",
  },
  QIXI,
  GHOST,
  {
    id: "grandparents-day",
    name: "Grandparents' Day",
    timing: { kind: "nth-weekday", month: 8, weekday: 7, nth: 4 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  {
    id: "teachers-day",
    name: "Teachers' Day",
    timing: { kind: "fixed", month: 9, day: 28 },
    mood: "cheerful",
    priority: 50,
    only: "person",
  },
  MID_AUTUMN,
  {
    id: "national-day",
    name: "National Day",
    timing: { kind: "fixed", month: 10, day: 10 },
    mood: "cheerful",
    priority: 70,
  },
  DOUBLE_NINTH,
  WINTER_SOLSTICE,
  CHRISTMAS,
  YEAR_END,
  ...SOLAR_SEASON_OCCASIONS,
];
