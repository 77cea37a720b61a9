import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { ContactProfileCell } from "./usual-week-profile.js";

/** The cells counted at least once, from means and counts by weekday and within it by time. @internal */
export function profileCells(
  means: Float64Array,
  counted: Float64Array,
): readonly ContactProfileCell[] {
  const slots = means.length / 7;
  const cells: ContactProfileCell[] = [];
  for (const [cell, days] of counted.entries()) {
    if (days === 0) continue;
    const weekday = (Math.floor(cell / slots) + 1) as DayOfWeek;
    const minute = ((cell % slots) * 1440) / slots;
    cells.push({ weekday, time: clockText(minute), contacts: means[cell]!, days });
  }
  return cells;
}

function clockText(minute: number): string {
  const hours = String(Math.floor(minute / 60)).padStart(2, "0");
  return `${hours}:${String(minute % 60).padStart(2, "0")}`;
}
