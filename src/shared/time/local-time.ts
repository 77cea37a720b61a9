// From a clock reading to instants, in milliseconds. Internal: not part of the package's surface.

import { DAY_MS } from "./civil.js";
import { spanAt, spansBetween } from "./offset-table.js";

/** What a clock reading means in a zone, in epoch milliseconds. */
export interface LocalReading {
  readonly kind: "unique" | "gap" | "overlap";
  readonly earlier: number;
  readonly later: number;
  /** The first instant at which the clock reads this or more. In a gap that is the instant of the jump. */
  readonly reached: number;
}

/** No zone is a day or more away from UTC, so the instants of a reading lie within a day of it. */
const REACH_MS = DAY_MS;

/** The instant of a reading far from any transition, which nearly all are; `undefined` near one. */
export function plainlyAt(zone: string, local: number): number | undefined {
  const span = spanAt(zone, local - REACH_MS);
  return local + REACH_MS < span.end ? local - span.offset : undefined;
}

/** Every case: unique, skipped by the clock, or shown twice by it. */
export function readLocal(zone: string, local: number): LocalReading {
  const spans = spansBetween(zone, local - REACH_MS, local + REACH_MS);
  const instants = spans
    .filter(({ start, end, offset }) => start <= local - offset && local - offset < end)
    .map(({ offset }) => local - offset);
  const first = instants[0];
  if (first !== undefined) {
    const last = instants[instants.length - 1] as number;
    const kind = instants.length > 1 ? "overlap" : "unique";
    return { kind, earlier: first, later: last, reached: first };
  }
  for (const [i, after] of spans.entries()) {
    const before = spans[i - 1];
    if (before === undefined) continue;
    const jump = after.start;
    if (jump + before.offset <= local && local < jump + after.offset) {
      return {
        kind: "gap",
        earlier: local - after.offset,
        later: local - before.offset,
        reached: jump,
      };
    }
  }
  throw new RangeError(`Cannot resolve a wall time in ${zone}: no offset fits ${String(local)}`);
}
