// What a service calendar can be asked, prepared once. Internal: not part of the package's surface.

import { ok } from "../../shared/result.js";
import { epochMilliseconds, instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import { businessTimeline } from "./business-timeline.js";
import type { BusinessTimeline } from "./business-timeline.js";
import { openStretches } from "./open-stretches.js";
import { pauseUnion } from "./pause-union.js";
import type { PreparedServiceCalendar, ServiceHours } from "./prepared-service-calendar.js";
import { calendarUnknown, countedBetween, reachDeadline } from "./reach-deadline.js";
import type { ServiceDue } from "./service-due.js";
import type { BusinessTime, ServiceTarget } from "./service-target.js";

const DEADLINE = "compute a deadline";
const BETWEEN = "measure business time";
const OPEN = "list open hours";

/** A prepared calendar with the time line it asks. */
export interface PreparedTimeline extends PreparedServiceCalendar {
  readonly timeline: BusinessTimeline;
}

/** The calendar as given where it is prepared already; nothing but `prepareServiceCalendar` makes one. */
export function preparedCalendar(task: string, hours: ServiceHours): PreparedTimeline {
  if ("deadline" in hours) return hours as PreparedTimeline;
  return prepare(businessTimeline(task, hours));
}

/** The whole milliseconds of a target, or an exception. */
export function targetMilliseconds(task: string, { minutes }: ServiceTarget): number {
  const milliseconds = Math.round(minutes * 60_000);
  if (minutes >= 0 && Number.isSafeInteger(milliseconds)) return milliseconds;
  throw new RangeError(
    `Cannot ${task}: the target must be a number of minutes of at least 0, got ${String(minutes)}`,
  );
}

/** Milliseconds as business time. */
export function businessTime(milliseconds: number): BusinessTime {
  return { minutes: milliseconds / 60_000, milliseconds };
}

function prepare(timeline: BusinessTimeline): PreparedTimeline {
  return {
    timeline,
    deadline: (start, target, { pauses, atClosing = "stay" } = {}) => {
      const from = epochMilliseconds(start);
      const need = targetMilliseconds(DEADLINE, target);
      const union = pauseUnion(DEADLINE, pauses);
      const isRolled = atClosing === "roll";
      const reach = reachDeadline(timeline, { from, need, pauses: union, isRolled });
      if (reach.unknown !== undefined) return calendarUnknown(reach.unknown);
      if (reach.pausedSince !== undefined) {
        const since = instantFromEpochMilliseconds(reach.pausedSince);
        const paused: ServiceDue = { kind: "paused", since, remaining: businessTime(reach.left) };
        return ok(paused);
      }
      if (reach.reached === undefined) {
        throw new RangeError(
          `Cannot ${DEADLINE}: the calendar must be open for ${String(target.minutes)} minutes after ${start}`,
        );
      }
      const due: ServiceDue = { kind: "due", at: instantFromEpochMilliseconds(reach.reached) };
      return ok(due);
    },
    timeBetween: (start, end, { pauses } = {}) => {
      const { from, until } = stretchBetween(BETWEEN, { start, end });
      const union = pauseUnion(BETWEEN, pauses);
      const { open, unknown } = countedBetween(timeline, { from, until, pauses: union });
      return unknown === undefined ? ok(businessTime(open)) : calendarUnknown(unknown);
    },
    openPeriods: (start, end) => {
      const { stretches, unknown } = openStretches(timeline, stretchBetween(OPEN, { start, end }));
      if (unknown !== undefined) return calendarUnknown(unknown);
      return ok(stretches.map(periodOf));
    },
  };
}

function periodOf(stretch: { readonly start: number; readonly end: number }): Period<Instant> {
  return {
    start: instantFromEpochMilliseconds(stretch.start),
    end: instantFromEpochMilliseconds(stretch.end),
  };
}

/** Two moments in epoch milliseconds, or an exception where they are reversed. */
export function stretchBetween(
  task: string,
  { start, end }: Period<Instant>,
): { readonly from: number; readonly until: number } {
  const from = epochMilliseconds(start);
  const until = epochMilliseconds(end);
  if (until >= from) return { from, until };
  throw new RangeError(`Cannot ${task}: the end must not be before ${start}, got ${end}`);
}
