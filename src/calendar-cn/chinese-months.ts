import type { LunarMonths } from "../shared/time/lunar-fall.js";
import { FIRST_CHINESE_YEAR, LAST_CHINESE_YEAR, chineseYear, monthIndex } from "./lunar-year.js";

/** The Chinese calendar by its months. Internal: users have `CHINESE_CALENDAR`. */
export const CHINESE_MONTHS: LunarMonths = {
  firstYear: FIRST_CHINESE_YEAR,
  lastYear: LAST_CHINESE_YEAR,
  month: (year, month, leapMonth) => {
    const reckoned = chineseYear(year);
    const at = monthIndex(reckoned, { month, leapMonth });
    if (at === undefined) return undefined;
    const first = reckoned.starts[at]!;
    return { first, length: reckoned.starts[at + 1]! - first };
  },
};
