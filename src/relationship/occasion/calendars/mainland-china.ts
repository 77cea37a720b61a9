import type { OccasionRule } from "../occasion-rule.js";
import { SOLAR_SEASON_OCCASIONS, SOLAR_TERM_OCCASIONS } from "./seasons.js";
import {
  CHRISTMAS,
  FATHERS_DAY,
  LABOUR_DAY,
  MOTHERS_DAY,
  NEW_YEAR,
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
 * The observances of mainland China that are used in care: those of CARE-4, and what is kept beside them.
 *
 * Most go by the Chinese calendar, so dating them needs one, such as `CHINESE_CALENDAR` of `goodwill/calendar-cn`.
 * Qingming and the Ghost Festival are days of remembrance. The days off around a feast follow no rule and are not
 * meant here: they come from the list of holidays, by a rule of kind `statutory-holiday`.
 */
export const MAINLAND_CHINA_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR,
  {
    id: "laba",
    name: "Laba Festival",
    timing: { kind: "lunar", month: 12, day: 8 },
    mood: "cheerful",
    priority: 30,
  },
  {
    id: "little-new-year",
    name: "Little New Year",
    timing: { kind: "lunar", month: 12, day: 23 },
    mood: "cheerful",
    priority: 30,
  },
  LUNAR_NEW_YEAR_EVE,
  {
    id: "spring-festival",
    name: "Spring Festival",
    timing: { kind: "lunar", month: 1, day: 1 },
    mood: "cheerful",
    priority: 80,
    lastsDays: 6,
  },
  {
    id: "lantern",
    name: "Lantern Festival",
    timing: { kind: "lunar", month: 1, day: 15 },
    mood: "cheerful",
    priority: 40,
  },
  WOMENS_DAY,
  {
    id: "qingming",
    name: "Qingming Festival",
    timing: { kind: "solar-term", term: "pure-brightness" },
    mood: "solemn",
    priority: 50,
  },
  LABOUR_DAY,
  MOTHERS_DAY,
  {
    id: "childrens-day",
    name: "Children's Day",
    timing: { kind: "fixed", month: 6, day: 1 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  DRAGON_BOAT,
  FATHERS_DAY,
  QIXI,
  GHOST,
  {
    id: "teachers-day",
    name: "Teachers' Day",
    timing: { kind: "fixed", month: 9, day: 10 },
    mood: "cheerful",
    priority: 40,
    only: "person",
  },
  MID_AUTUMN,
  {
    id: "national-day",
    name: "National Day",
    timing: { kind: "fixed", month: 10, day: 1 },
    mood: "cheerful",
    priority: 70,
    lastsDays: 6,
  },
  DOUBLE_NINTH,
  {
    id: "thanksgiving",
    name: "Thanksgiving",
    timing: { kind: "nth-weekday", month: 11, weekday: 4, nth: 4 },
    mood: "cheerful",
    priority: 50,
  },
  WINTER_SOLSTICE,
  CHRISTMAS,
  YEAR_END,
  ...SOLAR_SEASON_OCCASIONS,
  ...SOLAR_TERM_OCCASIONS,
];
