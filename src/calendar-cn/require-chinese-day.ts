import type { LunarDate } from "../shared/time/lunar-calendar.js";

/** Throws where no Chinese year has such a day. Internal. */
export function requireChineseDay({ month, day }: Pick<LunarDate, "month" | "day">): void {
  requireWhole("month", month, 12);
  requireWhole("day", day, 30);
}

function requireWhole(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new RangeError(
    `Cannot find a day of the Chinese calendar: ${name} must be a whole number from 1 to ${String(most)}, got ${String(value)}`,
  );
}
