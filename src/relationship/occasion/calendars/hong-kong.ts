import type { OccasionRule } from "../occasion-rule.js";
import {
  BOXING_DAY,
  CHRISTMAS,
  EASTER,
  FATHERS_DAY,
  GOOD_FRIDAY,
  LABOUR_DAY,
  MOTHERS_DAY,
  NEW_YEAR,
  VALENTINES_DAY,
  YEAR_END,
} from "./shared-feasts.js";
import { LUNAR_NEW_YEAR_EVE, MID_AUTUMN } from "./shared-lunar-feasts.js";

/**
 * The observances of Hong Kong that are used in care.
 *
 * Dating them needs a Chinese calendar, such as `CHINESE_CALENDAR` of `goodwill/calendar-cn`. Ching Ming, Good
 * Friday, the Ghost Festival and Chung Yeung, when graves are tended, are days of remembrance. Where a feast falls on
 * a Sunday, the day off is another; the feast is not.
 */
export const HONG_KONG_OCCASIONS: readonly OccasionRule[] = [
  NEW_YEAR,
  LUNAR_NEW_YEAR_EVE,
  {
    id: "spring-festival",
    name: "Lunar New Year",
    timing: { kind: "lunar", month: 1, day: 1 },
    mood: "cheerful",
    priority: 80,
    lastsDays: 2,
  },
  {
    id: "lantern",
    name: "Spring Lantern Festival",
    timing: { kind: "lunar", month: 1, day: 15 },
    mood: "cheerful",
    priority: 40,
  },
  VALENTINES_DAY,
  {
    id: "qingming",
    name: "Ching Ming Festival",
    timing: { kind: "solar-term", term: "pure-brightness" },
    mood: "solemn",
    priority: 50,
  },
  GOOD_FRIDAY,
  EASTER,
  LABOUR_DAY,
  {
    id: "buddhas-birthday",
    name: "Birthday of the Buddha",
    timing: { kind: "lunar", month: 4, day: 8 },
    mood: "plain",
    priority: 40,
  },
  MOTHERS_DAY,
  {
    id: "dragon-boat",
    name: "Tuen Ng Festival",
    timing: { kind: "lunar", month: 5, day: 5 },
    mood: "cheerful",
    priority: 70,
  },
  FATHERS_DAY,
  {
    id: "establishment-day",
    name: "Establishment Day",
    timing: { kind: "fixed", month: 7, day: 1 },
    mood: "plain",
    priority: 40,
  },
  {
    id: "ghost",
    name: "Hungry Ghost Festival",
    timing: { kind: "lunar", month: 7, day: 15 },
    mood: "solemn",
    priority: 50,
  },
  MID_AUTUMN,
  {
    id: "national-day",
    name: "National Day",
    timing: { kind: "fixed", month: 10, day: 1 },
    mood: "cheerful",
    priority: 50,
  },
  {
    id: "double-ninth",
    name: "Chung Yeung Festival",
    timing: { kind: "lunar", month: 9, day: 9 },
    mood: "solemn",
    priority: 50,
  },
  {
    id: "halloween",
    name: "Halloween",
    timing: { kind: "fixed", month: 10, day: 31 },
    mood: "cheerful",
    priority: 30,
  },
  {
    id: "winter-solstice",
    name: "Winter Solstice",
    timing: { kind: "solar-term", term: "winter-solstice" },
    mood: "cheerful",
    priority: 60,
  },
  CHRISTMAS,
  BOXING_DAY,
  YEAR_END,
];
