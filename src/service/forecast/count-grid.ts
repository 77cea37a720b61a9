import { DAY_MS } from "../../shared/time/civil.js";
import { epochMilliseconds, type Instant } from "../../shared/time/instant.js";
import { spanAt } from "../../shared/time/offset-table.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ContactCount } from "./contact-count.js";

/** Counted intervals by day and time on a zone's clock. @internal */
export interface CountGrid {
  /** The first day with a row, in days since 1970-01-01. */
  readonly firstDay: number;
  /** How many days there are through the last with a row; 0 without rows. */
  readonly days: number;
  /** How many intervals a day has. */
  readonly slots: number;
  /** The contacts by day and slot. */
  readonly sums: Float64Array;
  /** The rows by day and slot: 0 where missing or skipped by the clock, 2 where the clock shows the time twice. */
  readonly counts: Uint8Array;
}

/** How the clock is read. @internal */
export interface CountGridOptions {
  /** The zone. */
  readonly zone: TimeZone;
  /** How long an interval is, in minutes. */
  readonly intervalMinutes: number;
}

/** Nearly twenty years of minutes: more is a mistake in a date. */
const MOST_CELLS = 10_000_000;

/** Reads rows into the grid, in any order. @internal */
export function readCountGrid(rows: readonly ContactCount[], options: CountGridOptions): CountGrid {
  const { zone, intervalMinutes } = options;
  requireIntervalMinutes(intervalMinutes);
  const slots = 1440 / intervalMinutes;
  const starts = new Float64Array(rows.length);
  for (const [i, { start, contacts }] of rows.entries()) {
    if (!(contacts >= 0 && contacts < Infinity)) {
      throw new RangeError(
        `Cannot read counted contacts: contacts must be at least 0, got ${String(contacts)} at ${start}`,
      );
    }
    starts[i] = epochMilliseconds(start);
  }
  const { first, last } = requireGrid(rows, { starts, stepMs: intervalMinutes * 60_000 });
  const firstDay = Math.floor((first + spanAt(zone, first).offset) / DAY_MS);
  // The last instant need not have the last clock reading, but it is on the last day or the one before it.
  const days = rows.length === 0 ? 0 : Math.floor((last - first) / DAY_MS) + 3;
  const sums = new Float64Array(days * slots);
  const counts = new Uint8Array(days * slots);
  let span = spanAt(zone, first);
  let lastDay = -1;
  for (const [i, { contacts }] of rows.entries()) {
    const at = starts[i]!;
    if (at < span.start || at >= span.end) span = spanAt(zone, at);
    const local = at + span.offset;
    const day = Math.floor(local / DAY_MS);
    const slot = Math.floor((local - day * DAY_MS) / (intervalMinutes * 60_000));
    const cell = (day - firstDay) * slots + slot;
    sums[cell]! += contacts;
    counts[cell]! += 1;
    lastDay = Math.max(lastDay, day - firstDay);
  }
  const used = (lastDay + 1) * slots;
  return {
    firstDay,
    days: lastDay + 1,
    slots,
    sums: sums.subarray(0, used),
    counts: counts.subarray(0, used),
  };
}

/** Throws unless a length divides a day. @internal */
export function requireIntervalMinutes(minutes: number): void {
  if (Number.isInteger(minutes) && minutes >= 1 && 1440 % minutes === 0) return;
  throw new RangeError(
    `Cannot read counted contacts: intervalMinutes must be a whole number that divides a day, got ${String(minutes)}`,
  );
}

/** The first and the last beginning, where all are whole steps apart and none is given twice. */
function requireGrid(
  rows: readonly ContactCount[],
  { starts, stepMs }: { readonly starts: Float64Array; readonly stepMs: number },
): { readonly first: number; readonly last: number } {
  if (rows.length === 0) return { first: 0, last: 0 };
  let first = Infinity;
  let last = -Infinity;
  for (const at of starts) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  const steps = (last - first) / stepMs + 1;
  if (steps > MOST_CELLS)
    throw refusal("the first and the last interval are too far apart", rows[0]!.start);
  const seen = new Uint8Array(Math.ceil(steps));
  for (const [i, at] of starts.entries()) {
    const step = (at - first) / stepMs;
    if (!Number.isInteger(step))
      throw refusal("intervals must be whole steps apart", rows[i]!.start);
    if (seen[step] === 1) throw refusal("an interval must be given once", rows[i]!.start);
    seen[step] = 1;
  }
  return { first, last };
}

function refusal(what: string, start: Instant): RangeError {
  return new RangeError(`Cannot read counted contacts: ${what}, got ${start}`);
}
