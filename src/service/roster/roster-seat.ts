// Shifts and agents' time in numbers, for many comparisons.

import { DAY_MS, textOfDay } from "../../shared/time/civil.js";
import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { spanAt } from "../../shared/time/offset-table.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { mondayOf, weekdayOf } from "../../shared/time/week-day.js";
import type { PlannedShift } from "./planned-shift.js";
import type { RosterRules } from "./roster-rules.js";
import type { ShiftSpan } from "./shift-span.js";

/** When a shift is worked. @internal */
export interface WorkTime {
  /** Its beginning, in epoch milliseconds. */
  readonly from: number;
  /** Its end, in epoch milliseconds. */
  readonly until: number;
  /** The day it begins on, as a day number in the zone. */
  readonly day: number;
  /** The Monday of its week, as a day number. */
  readonly week: number;
  /** The minutes paid. */
  readonly paid: number;
}

/** A shift to be given to so many agents. @internal */
export interface RosterSeat extends WorkTime {
  /** The shift. */
  readonly shift: PlannedShift;
  /** Its place in the list of seats. */
  readonly place: number;
  /** How many agents it needs. */
  readonly agents: number;
  /** Whether nobody likes it. */
  readonly isUnpopular: boolean;
}

/** When a shift is worked, on the calendar of a zone. @internal */
export function workTime(
  { start, minutes, paidMinutes = minutes }: ShiftSpan & { readonly paidMinutes?: number },
  zone: TimeZone,
): WorkTime {
  const from = epochMilliseconds(start);
  const day = Math.floor((from + spanAt(zone, from).offset) / DAY_MS);
  return { from, until: from + minutes * 60_000, day, week: mondayOf(day), paid: paidMinutes };
}

/** The seats of these shifts, in their order. @internal */
export function rosterSeats(
  shifts: readonly PlannedShift[],
  { zone, rules }: { readonly zone: TimeZone; readonly rules: RosterRules },
): readonly RosterSeat[] {
  return shifts.map((shift, place) => {
    const time = workTime(shift, zone);
    const weekday = weekdayOf(time.day) as DayOfWeek;
    const isUnpopular =
      shift.isUnpopular === true || (rules.unpopularWeekdays ?? []).includes(weekday);
    return { ...time, shift, place, agents: shift.agents, isUnpopular };
  });
}

/** The date of a day number. @internal */
export function dateOfDay(day: number): PlainDate {
  return textOfDay(day) as PlainDate;
}
