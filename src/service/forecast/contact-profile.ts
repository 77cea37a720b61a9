import type { HolidayList } from "../../shared/time/holiday-list.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ContactCount } from "./contact-count.js";
import { readCountGrid } from "./count-grid.js";
import { dayCalendar } from "./day-calendar.js";
import { profileCells } from "./profile-cells.js";
import type { ContactProfile } from "./usual-week-profile.js";

/** How counted intervals are read. */
export interface ContactProfileOptions {
  /** The zone on whose clock weekday and time are read. */
  readonly zone: TimeZone;
  /** How long an interval is, in minutes; a whole number that divides a day. */
  readonly intervalMinutes: number;
  /** Holidays are left out, and a day worked to make up for one counts as a Monday. All days count when absent. */
  readonly holidays?: HolidayList;
}

/**
 * What does a usual week look like: how many contacts on which weekday at which time (SRV-6)?
 *
 * The plain mean of what was counted, by weekday and time on the zone's clock; holidays are left out. An hour that the
 * clock shows twice counts twice, one that it skips not at all. A time never counted has no cell.
 *
 * @param rows - The counted intervals, in any order.
 * @param options - The zone, the length of an interval and the holidays.
 * @returns The cells of a heat map.
 * @throws RangeError when an interval is given twice or not on the grid of the others, contacts are below 0, or the
 * length of an interval does not divide a day.
 * @example
 * ```ts
 * import { contactProfile } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const rows = [
 *   { start: instant("2026-03-02T08:00:00Z"), contacts: 20 },
 *   { start: instant("2026-03-09T08:00:00Z"), contacts: 30 },
 * ];
 * const { cells } = contactProfile(rows, { zone: timeZone("Europe/Paris"), intervalMinutes: 30 });
 * cells; // => [{ weekday: 1, time: "09:00", contacts: 25, days: 2 }]
 * ```
 */
export function contactProfile(
  rows: readonly ContactCount[],
  options: ContactProfileOptions,
): ContactProfile {
  const { intervalMinutes, holidays } = options;
  const grid = readCountGrid(rows, options);
  const calendar = dayCalendar(holidays);
  const { slots, firstDay, days, sums, counts } = grid;
  const contacts = new Float64Array(7 * slots);
  const counted = new Float64Array(7 * slots);
  for (let day = 0; day < days; day += 1) {
    const { kind, weekday } = calendar(firstDay + day);
    if (kind === "holiday") continue;
    for (let slot = 0; slot < slots; slot += 1) {
      const cell = (weekday - 1) * slots + slot;
      contacts[cell]! += sums[day * slots + slot]!;
      counted[cell]! += counts[day * slots + slot]!;
    }
  }
  const means = contacts.map((sum, cell) => sum / counted[cell]!);
  return { intervalMinutes, cells: profileCells(means, counted) };
}
