import { FIRST_CHINESE_YEAR, LAST_CHINESE_YEAR } from "./lunar-year.js";

/** Throws where the calendar does not reach the year. Internal. */
export function requireChineseYear(what: string, year: number): void {
  if (Number.isInteger(year) && year >= FIRST_CHINESE_YEAR && year <= LAST_CHINESE_YEAR) return;
  const range = `${String(FIRST_CHINESE_YEAR)} to ${String(LAST_CHINESE_YEAR)}`;
  throw new RangeError(
    `Cannot ${what}: the year must be a whole number from ${range}, got ${String(year)}`,
  );
}
