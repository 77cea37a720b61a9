// Counting along the open time of calendars. Internal: not part of the package's surface.

import { CHUNK_MS, chunkAt } from "./business-timeline.js";
import type { BusinessTimeline, TimelineChunk, UnknownStretch } from "./business-timeline.js";

/** From where, up to which moment, and how much open time is asked for; in epoch milliseconds. */
export interface WalkRequest {
  readonly from: number;
  readonly until: number;
  readonly need: number;
}

/** How far a walk came. */
export interface Walk {
  /** The moment at which the time was used up; with nothing asked for, the first open moment. */
  readonly reached: number | undefined;
  /** What is still needed. */
  readonly left: number;
  /** A day that had to be counted and is not known. */
  readonly unknown: UnknownStretch | undefined;
  /** Where a pause without end stopped it. */
  readonly pausedSince: number | undefined;
}

/** More open time than there is, and exact to subtract from. */
const ALL_TIME = Number.MAX_SAFE_INTEGER;

/** When is the open time used up? A moment of closing counts as reached; with nothing asked for, it does not. */
export function walkOpenTime(timeline: BusinessTimeline, { from, until, need }: WalkRequest): Walk {
  let left = need;
  for (let index = Math.floor(from / CHUNK_MS); ; index += 1) {
    const start = index * CHUNK_MS;
    const begin = Math.max(from, start);
    if (begin >= until || start >= timeline.horizon) {
      return { reached: undefined, left, unknown: undefined, pausedSince: undefined };
    }
    const chunk = chunkAt(timeline, index);
    const before = openBefore(chunk, begin);
    const reached = need === 0 ? firstOpen(chunk, begin) : momentOf(chunk, before + left);
    const end = Math.min(until, start + CHUNK_MS);
    const unknown = unknownBetween(chunk, begin, Math.min(reached, end));
    if (unknown !== undefined) return { reached: undefined, left, unknown, pausedSince: undefined };
    if (reached < Infinity && (need === 0 ? reached < until : reached <= until)) {
      return { reached, left: 0, unknown: undefined, pausedSince: undefined };
    }
    if (need > 0) left -= openBefore(chunk, end) - before;
  }
}

/** How much open time lies between two moments. */
export function openTimeBetween(
  timeline: BusinessTimeline,
  { from, until }: Omit<WalkRequest, "need">,
): { readonly open: number; readonly unknown: UnknownStretch | undefined } {
  const { left, unknown } = walkOpenTime(timeline, { from, until, need: ALL_TIME });
  return { open: ALL_TIME - left, unknown };
}

/** The first window of a chunk that ends after a moment; their number where none does. */
export function windowAfter({ ends }: TimelineChunk, at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The open time of a chunk before a moment. */
function openBefore(chunk: TimelineChunk, at: number): number {
  const i = windowAfter(chunk, at);
  const whole = chunk.sums[i] as number;
  return i < chunk.starts.length ? whole + Math.max(0, at - (chunk.starts[i] as number)) : whole;
}

/** The first open moment of a chunk from here on; Infinity where it opens no more. */
function firstOpen(chunk: TimelineChunk, at: number): number {
  const i = windowAfter(chunk, at);
  return i < chunk.starts.length ? Math.max(at, chunk.starts[i] as number) : Infinity;
}

/** The moment up to which a chunk was open for so long; Infinity where it is not. */
function momentOf({ starts, sums }: TimelineChunk, open: number): number {
  if (open > (sums[starts.length] as number)) return Infinity;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle + 1] as number) >= open) high = middle;
    else low = middle + 1;
  }
  return (starts[low] as number) + open - (sums[low] as number);
}

function unknownBetween(
  { unknown }: TimelineChunk,
  from: number,
  until: number,
): UnknownStretch | undefined {
  if (unknown.length === 0) return undefined;
  return unknown.find(({ start, end }) => Math.max(start, from) < Math.min(end, until));
}
