import type { OccasionRule } from "../occasion-rule.js";

/** The evening before the Chinese year begins. */
export const LUNAR_NEW_YEAR_EVE: OccasionRule = {
  id: "lunar-new-year-eve",
  name: "Lunar New Year's Eve",
  timing: { kind: "lunar", month: 1, day: 1, offsetDays: -1 },
  mood: "cheerful",
  priority: 60,
};

/** The fifth day of the fifth month. */
export const DRAGON_BOAT: OccasionRule = {
  id: "dragon-boat",
  name: "Dragon Boat Festival",
  timing: { kind: "lunar", month: 5, day: 5 },
  mood: "cheerful",
  priority: 70,
};

/** The evening of those in love, the seventh day of the seventh month. */
export const QIXI: OccasionRule = {
  id: "qixi",
  name: "Qixi Festival",
  timing: { kind: "lunar", month: 7, day: 7 },
  mood: "cheerful",
  priority: 40,
  only: "person",
};

/** The day of the dead, the fifteenth day of the seventh month: a day of remembrance. */
export const GHOST: OccasionRule = {
  id: "ghost",
  name: "Ghost Festival",
  timing: { kind: "lunar", month: 7, day: 15 },
  mood: "solemn",
  priority: 50,
};

/** The full moon of autumn, the fifteenth day of the eighth month. */
export const MID_AUTUMN: OccasionRule = {
  id: "mid-autumn",
  name: "Mid-Autumn Festival",
  timing: { kind: "lunar", month: 8, day: 15 },
  mood: "cheerful",
  priority: 75,
};

/** The ninth day of the ninth month, where it is the day of the old. */
export const DOUBLE_NINTH: OccasionRule = {
  id: "double-ninth",
  name: "Double Ninth Festival",
  timing: { kind: "lunar", month: 9, day: 9 },
  mood: "cheerful",
  priority: 50,
};

/** The shortest day of the year, where it is a day among others. */
export const WINTER_SOLSTICE: OccasionRule = {
  id: "winter-solstice",
  name: "Winter Solstice",
  timing: { kind: "solar-term", term: "winter-solstice" },
  mood: "cheerful",
  priority: 40,
};
