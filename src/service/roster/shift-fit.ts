// Whether an agent fits a shift, whatever else is held.

import type { Reason } from "../../shared/reason.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { weekdayOf } from "../../shared/time/week-day.js";
import type { RosterAgent, ShiftWish } from "./roster-agent.js";
import type { WorkTime } from "./roster-seat.js";
import type { PlannedShift } from "./planned-shift.js";

/** When an agent can work, as stretches that do not touch, in epoch milliseconds; undefined: always. @internal */
export type AvailableTime = readonly (readonly [from: number, until: number])[] | undefined;

/** When an agent can work. @internal */
export function availableTime({ available }: RosterAgent): AvailableTime {
  if (available === undefined) return undefined;
  const joined: [number, number][] = [];
  const stretches = available
    .map(({ start, end }): [number, number] => [epochMilliseconds(start), epochMilliseconds(end)])
    .sort((a, b) => a[0] - b[0]);
  for (const [from, until] of stretches) {
    const last = joined.at(-1);
    if (last === undefined || last[1] < from) joined.push([from, until]);
    else last[1] = Math.max(last[1], until);
  }
  return joined;
}

/** Every reason why an agent does not fit a shift. @internal */
export function fitObstacles(
  { skills = [], languages = [] }: RosterAgent,
  {
    shift,
    time,
    available,
  }: { readonly shift: PlannedShift; readonly time: WorkTime; readonly available: AvailableTime },
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const skill of shift.skills ?? []) {
    if (!skills.includes(skill)) reasons.push({ code: "roster-skill-missing", params: { skill } });
  }
  for (const language of shift.languages ?? []) {
    if (languages.includes(language)) continue;
    reasons.push({ code: "roster-language-missing", params: { language } });
  }
  if (available?.some(([from, until]) => from <= time.from && time.until <= until) === false) {
    reasons.push({ code: "roster-not-available", params: { start: shift.start } });
  }
  return reasons;
}

/** Whether an agent wishes for a shift (1), does not want it (-1), or neither (0). @internal */
export function wishOf(
  { wishes = [] }: RosterAgent,
  { shift, time }: { readonly shift: PlannedShift; readonly time: WorkTime },
): number {
  let isPreferred = false;
  for (const wish of wishes) {
    if (!isMeant(wish, { shift, time })) continue;
    // What is not wanted goes before what is wished for.
    if (wish.kind === "unwanted") return -1;
    isPreferred = true;
  }
  return isPreferred ? 1 : 0;
}

function isMeant(
  { pattern, weekday, period }: ShiftWish,
  { shift, time }: { readonly shift: PlannedShift; readonly time: WorkTime },
): boolean {
  if (pattern !== undefined && pattern !== shift.pattern) return false;
  if (weekday !== undefined && weekday !== weekdayOf(time.day)) return false;
  if (period === undefined) return true;
  return epochMilliseconds(period.start) < time.until && time.from < epochMilliseconds(period.end);
}
