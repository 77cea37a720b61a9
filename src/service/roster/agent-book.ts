// What an agent holds, and what stands against one shift more.

import type { Reason } from "../../shared/reason.js";
import { instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { RosterRules } from "./roster-rules.js";
import type { WorkTime } from "./roster-seat.js";
import { dateOfDay } from "./roster-seat.js";

/** The shifts an agent holds. @internal */
export interface AgentBook {
  /** Their times, by beginning. */
  readonly times: WorkTime[];
  /** The rules. */
  readonly rules: RosterRules;
  /** The paid minutes of a week at most. */
  readonly weekAtMost: number;
}

/** Enters a shift. @internal */
export function enter({ times }: AgentBook, time: WorkTime): void {
  let at = times.length;
  while (at > 0 && times[at - 1]!.from > time.from) at -= 1;
  times.splice(at, 0, time);
}

/** Strikes out a shift. @internal */
export function strike({ times }: AgentBook, time: WorkTime): void {
  times.splice(times.indexOf(time), 1);
}

/** The paid minutes held in a week. @internal */
export function paidInWeek({ times }: AgentBook, week: number): number {
  let paid = 0;
  for (let i = 0; i < times.length; i += 1) if (times[i]!.week === week) paid += times[i]!.paid;
  return paid;
}

/** A shift too near: it overlaps, or belongs to another day and leaves too little rest. */
function tooNear({ times, rules }: AgentBook, time: WorkTime): WorkTime | undefined {
  for (let i = 0; i < times.length; i += 1) {
    const other = times[i]!;
    const between = other.from < time.from ? time.from - other.until : other.from - time.until;
    if (between < (other.day === time.day ? 0 : rules.leastRestMinutes * 60_000)) return other;
  }
  return undefined;
}

function shiftsOn({ times }: AgentBook, day: number): number {
  let count = 0;
  for (let i = 0; i < times.length; i += 1) if (times[i]!.day === day) count += 1;
  return count;
}

/** How many days running there would be work with this day. */
function daysRunning({ times }: AgentBook, day: number): number {
  let first = day;
  for (let i = times.length - 1; i >= 0; i -= 1) if (times[i]!.day === first - 1) first -= 1;
  let last = day;
  for (let i = 0; i < times.length; i += 1) if (times[i]!.day === last + 1) last += 1;
  return last - first + 1;
}

/** Whether the rules let the agent take this shift with those held. @internal */
export function mayEnter(book: AgentBook, time: WorkTime): boolean {
  const { rules, weekAtMost } = book;
  return (
    tooNear(book, time) === undefined &&
    shiftsOn(book, time.day) < rules.mostShiftsADay &&
    paidInWeek(book, time.week) + time.paid <= weekAtMost &&
    daysRunning(book, time.day) <= rules.mostDaysInARow
  );
}

/** Every rule that stands against this shift with those held. @internal */
export function bookObstacles(book: AgentBook, time: WorkTime): readonly Reason[] {
  const { rules, weekAtMost } = book;
  const reasons: Reason[] = [];
  const near = tooNear(book, time);
  if (near !== undefined) {
    const between = near.from < time.from ? time.from - near.until : near.from - time.until;
    const other = instantFromEpochMilliseconds(near.from);
    reasons.push(
      between < 0
        ? { code: "roster-overlap", params: { other } }
        : {
            code: "roster-too-little-rest",
            params: { other, minutes: between / 60_000, least: rules.leastRestMinutes },
          },
    );
  }
  const onDay = shiftsOn(book, time.day);
  if (onDay >= rules.mostShiftsADay) {
    const params = { day: dateOfDay(time.day), shifts: onDay, most: rules.mostShiftsADay };
    reasons.push({ code: "roster-shifts-that-day", params });
  }
  const minutes = paidInWeek(book, time.week);
  if (minutes + time.paid > weekAtMost) {
    const params = { week: dateOfDay(time.week), minutes, needed: time.paid, most: weekAtMost };
    reasons.push({ code: "roster-week-full", params });
  }
  const days = daysRunning(book, time.day);
  if (days > rules.mostDaysInARow) {
    reasons.push({ code: "roster-days-in-a-row", params: { days, most: rules.mostDaysInARow } });
  }
  return reasons;
}
