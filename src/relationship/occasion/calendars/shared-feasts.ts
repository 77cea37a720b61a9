import type { OccasionRule } from "../occasion-rule.js";

/** The first day of the Gregorian year. */
export const NEW_YEAR: OccasionRule = {
  id: "new-year",
  name: "New Year's Day",
  timing: { kind: "fixed", month: 1, day: 1 },
  mood: "cheerful",
  priority: 70,
};

/** The day of those in love, 14 February. */
export const VALENTINES_DAY: OccasionRule = {
  id: "valentines-day",
  name: "Valentine's Day",
  timing: { kind: "fixed", month: 2, day: 14 },
  mood: "cheerful",
  priority: 40,
  only: "person",
};

/** Women's Day, 8 March, where it is widely kept. */
export const WOMENS_DAY: OccasionRule = {
  id: "womens-day",
  name: "Women's Day",
  timing: { kind: "fixed", month: 3, day: 8 },
  mood: "cheerful",
  priority: 60,
  only: "person",
};

/** Women's Day, 8 March, where it is a day among others. */
export const INTERNATIONAL_WOMENS_DAY: OccasionRule = {
  id: "womens-day",
  name: "International Women's Day",
  timing: { kind: "fixed", month: 3, day: 8 },
  mood: "cheerful",
  priority: 40,
  only: "person",
};

/** The Friday before Easter, a day of remembrance. */
export const GOOD_FRIDAY: OccasionRule = {
  id: "good-friday",
  name: "Good Friday",
  timing: { kind: "easter", offsetDays: -2 },
  mood: "solemn",
  priority: 50,
};

/** Easter Sunday of the western churches, where it is not the greatest feast of spring. */
export const EASTER: OccasionRule = {
  id: "easter",
  name: "Easter",
  timing: { kind: "easter" },
  mood: "cheerful",
  priority: 50,
};

/** The day of work, 1 May. */
export const LABOUR_DAY: OccasionRule = {
  id: "labour-day",
  name: "Labour Day",
  timing: { kind: "fixed", month: 5, day: 1 },
  mood: "cheerful",
  priority: 50,
};

/** Mother's Day, on the second Sunday of May. */
export const MOTHERS_DAY: OccasionRule = {
  id: "mothers-day",
  name: "Mother's Day",
  timing: { kind: "nth-weekday", month: 5, weekday: 7, nth: 2 },
  mood: "cheerful",
  priority: 60,
  only: "person",
};

/** Father's Day, on the third Sunday of June. */
export const FATHERS_DAY: OccasionRule = {
  id: "fathers-day",
  name: "Father's Day",
  timing: { kind: "nth-weekday", month: 6, weekday: 7, nth: 3 },
  mood: "cheerful",
  priority: 60,
  only: "person",
};

/** The eve of All Saints' Day, 31 October, where children go from door to door. */
export const HALLOWEEN: OccasionRule = {
  id: "halloween",
  name: "Halloween",
  timing: { kind: "fixed", month: 10, day: 31 },
  mood: "cheerful",
  priority: 40,
};

/** The evening before Christmas, where the day after it is the greater. */
export const CHRISTMAS_EVE: OccasionRule = {
  id: "christmas-eve",
  name: "Christmas Eve",
  timing: { kind: "fixed", month: 12, day: 24 },
  mood: "cheerful",
  priority: 50,
};

/** Christmas Day, 25 December. */
export const CHRISTMAS: OccasionRule = {
  id: "christmas",
  name: "Christmas",
  timing: { kind: "fixed", month: 12, day: 25 },
  mood: "cheerful",
  priority: 70,
};

/** The day after Christmas. */
export const BOXING_DAY: OccasionRule = {
  id: "boxing-day",
  name: "Boxing Day",
  timing: { kind: "fixed", month: 12, day: 26 },
  mood: "cheerful",
  priority: 40,
};

/** The last day of the Gregorian year. */
export const YEAR_END: OccasionRule = {
  id: "year-end",
  name: "Year end",
  timing: { kind: "fixed", month: 12, day: 31 },
  mood: "cheerful",
  priority: 60,
};
