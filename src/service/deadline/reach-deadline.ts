// Deadlines and business time in epoch milliseconds. Internal: not part of the package's surface.

import { refuse } from "../../shared/result.js";
import type { Refused } from "../../shared/result.js";
import type { CalendarUnknown } from "../../shared/time/business-day.js";
import { textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { BusinessTimeline, UnknownStretch } from "./business-timeline.js";
import type { PausedStretch } from "./pause-union.js";
import { openTimeBetween, walkOpenTime } from "./timeline-walk.js";
import type { Walk } from "./timeline-walk.js";

/** What is counted from when. */
export interface ReachRequest {
  readonly from: number;
  readonly need: number;
  readonly pauses: readonly PausedStretch[];
  readonly isRolled: boolean;
}

/** When is the needed time used up, pauses left out? */
export function reachDeadline(timeline: BusinessTimeline, request: ReachRequest): Walk {
  const { from, need, pauses, isRolled } = request;
  let begin = from;
  let left = need;
  for (const pause of pauses) {
    if (pause.end <= begin) continue;
    if (pause.start > begin) {
      const walk = walkOpenTime(timeline, { from: begin, until: pause.start, need: left });
      if (walk.reached !== undefined || walk.unknown !== undefined) {
        return settled(timeline, walk, isRolled && need > 0);
      }
      left = walk.left;
    }
    if (pause.end === Infinity) {
      const pausedSince = Math.max(pause.start, from);
      return { reached: undefined, left, unknown: undefined, pausedSince };
    }
    begin = pause.end;
  }
  const walk = walkOpenTime(timeline, { from: begin, until: Infinity, need: left });
  return settled(timeline, walk, isRolled && need > 0);
}

/** A moment of closing is moved to the next opening where that is asked for. */
function settled(timeline: BusinessTimeline, walk: Walk, isRolled: boolean): Walk {
  if (!isRolled || walk.reached === undefined) return walk;
  return walkOpenTime(timeline, { from: walk.reached, until: Infinity, need: 0 });
}

/** How much time counts between two moments, pauses left out? */
export function countedBetween(
  timeline: BusinessTimeline,
  { from, until, pauses }: Omit<ReachRequest, "need" | "isRolled"> & { readonly until: number },
): { readonly open: number; readonly unknown: UnknownStretch | undefined } {
  let begin = from;
  let counted = 0;
  for (const pause of pauses) {
    if (pause.end <= begin) continue;
    if (pause.start >= until) break;
    if (pause.start > begin) {
      const { open, unknown } = openTimeBetween(timeline, { from: begin, until: pause.start });
      if (unknown !== undefined) return { open: counted, unknown };
      counted += open;
    }
    begin = pause.end;
  }
  if (begin >= until) return { open: counted, unknown: undefined };
  const { open, unknown } = openTimeBetween(timeline, { from: begin, until });
  return { open: counted + open, unknown };
}

/** The refusal for a day nothing is known about. */
export function calendarUnknown(unknown: UnknownStretch): Refused<CalendarUnknown> {
  const coverage = {
    start: textOfDay(unknown.knownFrom) as PlainDate,
    end: textOfDay(unknown.knownUntil) as PlainDate,
  };
  const date = textOfDay(unknown.day) as PlainDate;
  return refuse({ code: "calendar-unknown", date, coverage });
}
