// The windows of a timeline between two moments. Internal: not part of the package's surface.

import { CHUNK_MS, chunkAt } from "./business-timeline.js";
import type { BusinessTimeline, UnknownStretch } from "./business-timeline.js";
import { openTimeBetween, windowAfter } from "./timeline-walk.js";

/** A window in epoch milliseconds, half-open. */
export interface OpenStretch {
  readonly start: number;
  readonly end: number;
}

/** The open windows between two moments, cut there and joined where they touch. */
export function openStretches(
  timeline: BusinessTimeline,
  { from, until }: { readonly from: number; readonly until: number },
): { readonly stretches: readonly OpenStretch[]; readonly unknown: UnknownStretch | undefined } {
  const { unknown } = openTimeBetween(timeline, { from, until });
  const stretches: OpenStretch[] = [];
  if (unknown !== undefined) return { stretches, unknown };
  for (let index = Math.floor(from / CHUNK_MS); ; index += 1) {
    const begin = index * CHUNK_MS;
    if (begin >= until || begin >= timeline.horizon) return { stretches, unknown };
    const chunk = chunkAt(timeline, index);
    for (let i = windowAfter(chunk, from); i < chunk.starts.length; i += 1) {
      const start = Math.max(from, chunk.starts[i] as number);
      const end = Math.min(until, chunk.ends[i] as number);
      if (start >= end) break;
      const last = stretches.at(-1);
      if (last?.end === start) stretches[stretches.length - 1] = { start: last.start, end };
      else stretches.push({ start, end });
    }
  }
}
