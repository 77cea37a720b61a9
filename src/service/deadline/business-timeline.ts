// The open time of calendars as windows on the time line, built as far as it is looked at. Internal: not part of the
// package's surface. What is kept are facts of the calendars alone, so that keeping them changes no answer.

import { DAY_MS, LAST_DAY } from "../../shared/time/civil.js";
import { spansBetween } from "../../shared/time/offset-table.js";
import { hoursOfDay, openDays } from "./open-day.js";
import type { OpenDays } from "./open-day.js";
import type { ServiceCalendar } from "./service-calendar.js";

/** A day about which a calendar knows nothing, in epoch milliseconds. */
export interface UnknownStretch {
  readonly start: number;
  readonly end: number;
  /** The day since 1970-01-01, and the days its calendar knows. */
  readonly day: number;
  readonly knownFrom: number;
  readonly knownUntil: number;
}

/** The windows within one stretch of {@link CHUNK_MS}, merged where they touch, in order. */
export interface TimelineChunk {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The open milliseconds before each window, and of all of them at the end. */
  readonly sums: Float64Array;
  readonly unknown: readonly UnknownStretch[];
}

/** Open where any of the calendars is. */
export interface BusinessTimeline {
  readonly calendars: readonly OpenDays[];
  readonly chunks: Map<number, TimelineChunk>;
  /** From here on it is never open again, in epoch milliseconds; the end of the year 9999 at the latest. */
  readonly horizon: number;
}

/** Long enough for a deadline to lie in one or two, short enough for one deadline to be cheap. */
export const CHUNK_MS: number = 32 * DAY_MS;
/** Chunks kept; about 1 kB each. */
const MAX_CHUNKS = 4096;

/** Reads the calendars, or throws where one is not valid or there is none. */
export function businessTimeline(
  task: string,
  calendar: ServiceCalendar | readonly ServiceCalendar[],
): BusinessTimeline {
  const calendars = (Array.isArray(calendar) ? calendar : [calendar]) as readonly ServiceCalendar[];
  if (calendars.length === 0) {
    throw new RangeError(`Cannot ${task}: the list of calendars must not be empty`);
  }
  const read = calendars.map((one) => openDays(task, one));
  return { calendars: read, chunks: new Map(), horizon: Math.max(...read.map(lastOpen)) };
}

/** A chunk by its number: the time since 1970 in units of {@link CHUNK_MS}. */
export function chunkAt(timeline: BusinessTimeline, index: number): TimelineChunk {
  const kept = timeline.chunks.get(index);
  if (kept !== undefined) return kept;
  const built = buildChunk(timeline.calendars, index * CHUNK_MS);
  if (timeline.chunks.size >= MAX_CHUNKS) timeline.chunks.clear();
  timeline.chunks.set(index, built);
  return built;
}

/** The moment after which a calendar is never open: one without weekly hours lives by its special dates alone. */
function lastOpen({ week, special, knownUntil }: OpenDays): number {
  const end = (LAST_DAY + 1) * DAY_MS;
  if (knownUntil < Infinity || week.some((hours) => hours.length > 0)) return end;
  // No zone is two days away from UTC.
  return Math.min(end, (Math.max(...special.keys()) + 3) * DAY_MS);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function buildChunk(calendars: readonly OpenDays[], start: number): TimelineChunk {
  const windows: Stretch[] = [];
  const unknown: UnknownStretch[] = [];
  for (const calendar of calendars) addWindows(calendar, { start, windows, unknown });
  if (calendars.length > 1) {
    windows.sort((a, b) => a.start - b.start);
    unknown.sort((a, b) => a.start - b.start);
  }
  return { ...joined(windows), unknown };
}

interface ChunkDraft {
  readonly start: number;
  readonly windows: Stretch[];
  readonly unknown: UnknownStretch[];
}

/** Stretches of one offset are read one by one, so that a clock that jumps needs no rule of its own. */
function addWindows(calendar: OpenDays, { start, windows, unknown }: ChunkDraft): void {
  const { knownFrom, knownUntil } = calendar;
  for (const span of spansBetween(calendar.zone, start, start + CHUNK_MS - 1)) {
    const from = Math.max(span.start, start);
    const until = Math.min(span.end, start + CHUNK_MS);
    const lastDay = Math.floor((until - 1 + span.offset) / DAY_MS);
    for (let day = Math.floor((from + span.offset) / DAY_MS); day <= lastDay; day += 1) {
      const midnight = day * DAY_MS - span.offset;
      const hours = hoursOfDay(calendar, day);
      if (hours === undefined) {
        const day24 = clipped(midnight, midnight + DAY_MS, { start: from, end: until });
        unknown.push({ ...day24, day, knownFrom, knownUntil });
        continue;
      }
      for (let i = 0; i < hours.length; i += 2) {
        const opening = midnight + (hours[i] as number);
        const closing = midnight + (hours[i + 1] as number);
        const window = clipped(opening, closing, { start: from, end: until });
        if (window.start < window.end) windows.push(window);
      }
    }
  }
}

function clipped(start: number, end: number, within: Stretch): Stretch {
  return { start: Math.max(start, within.start), end: Math.min(end, within.end) };
}

/** The union of windows sorted by start. */
function joined(windows: readonly Stretch[]): Omit<TimelineChunk, "unknown"> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of windows) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] as number)) {
      ends[last] = Math.max(end, ends[last] as number);
    } else {
      starts.push(start);
      ends.push(end);
    }
  }
  const sums = new Float64Array(starts.length + 1);
  for (let i = 0; i < starts.length; i += 1) {
    sums[i + 1] = (sums[i] as number) + (ends[i] as number) - (starts[i] as number);
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), sums };
}
