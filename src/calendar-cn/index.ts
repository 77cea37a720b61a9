/**
 * On which day is it in the Chinese calendar?
 *
 * Lunar birthdays, festivals and solar terms, reckoned by `tyme4ts`: install it beside this package to use this room.
 * No other room needs it; {@link CHINESE_CALENDAR} is what you hand to those that ask for a lunar calendar.
 *
 * @example
 * ```ts
 * import { CHINESE_CALENDAR, chineseFestivalDate, solarTermDate } from "goodwill/calendar-cn";
 * import { plainDate } from "goodwill/shared";
 *
 * chineseFestivalDate("dragon-boat", 2026); // => "2026-06-19"
 * solarTermDate("cold-dew", 2026); // => "2026-10-08"
 * CHINESE_CALENDAR.lunarDate(plainDate("2025-08-08")); // => { year: 2025, month: 6, leapMonth: true, day: 15 }
 * ```
 *
 * @module calendar-cn
 */
export * from "./chinese-calendar.js";
export * from "./chinese-festival-date.js";
export * from "./chinese-partial-date.js";
export * from "./lunar-birthdays.js";
export * from "./solar-term-date.js";
