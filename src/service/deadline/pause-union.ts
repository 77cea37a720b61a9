// Pauses as stretches that neither touch nor overlap. Internal: not part of the package's surface.

import { epochMilliseconds } from "../../shared/time/instant.js";
import type { ServicePause } from "./service-pause.js";

/** A pause in epoch milliseconds, half-open; it ends at Infinity while it is open. */
export interface PausedStretch {
  readonly start: number;
  readonly end: number;
}

const NONE: readonly PausedStretch[] = [];

/** The union of pauses in order, without empty ones, or an exception where one is reversed. */
export function pauseUnion(
  task: string,
  pauses: readonly ServicePause[] | undefined,
): readonly PausedStretch[] {
  if (pauses === undefined || pauses.length === 0) return NONE;
  const read = pauses.map(({ start, end }) => {
    const from = epochMilliseconds(start);
    const until = end === undefined ? Infinity : epochMilliseconds(end);
    if (until >= from) return { start: from, end: until };
    throw new RangeError(
      `Cannot ${task}: a pause must not end before it starts, got ${start} to ${String(end)}`,
    );
  });
  const union: PausedStretch[] = [];
  for (const { start, end } of read.sort((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last !== undefined && start <= last.end) {
      union[union.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else if (start < end) {
      union.push({ start, end });
    }
  }
  return union;
}
