// The offsets of a zone, read from Intl once and kept. Internal: not part of the package's surface.
//
// The cache holds pure facts only (the same zone and year always give the same entry), so remembering them
// cannot be seen from outside. It is bounded: at most 1,024 zones, and one small entry per zone and year looked at.

import { DAY_MS } from "./civil.js";

/** A stretch of time with one offset: from `start` (inclusive) to `end` (exclusive), in epoch milliseconds. */
export interface OffsetSpan {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

interface ZoneOffsets {
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, readonly OffsetSpan[]>;
}

/** A mean Gregorian year: 400 years are 146,097 days. A whole number of seconds, as transitions are. */
const YEAR_MS = (146_097 * DAY_MS) / 400;
/** Shorter than any stretch with one offset: the shortest in tzdata 2025b is 3.99 days (Freetown, 1939). */
const SAMPLE_MS = 2 * DAY_MS;
const MAX_ZONES = 1024;

const zones = new Map<string, ZoneOffsets>();

/**
 * `Area/Location` or `UTC`. Abbreviations are refused although Intl takes some: hosts differ in which, and they
 * mislead (ICU's BST is Dhaka, its IST Kolkata). So are offsets such as `+08:00`, which only some hosts take.
 */
const ZONE_NAME = /^(?:UTC|GMT|[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z0-9_+-]*)+)$/;

function createZone(name: string): ZoneOffsets | undefined {
  if (!ZONE_NAME.test(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
    const known = format.resolvedOptions().timeZone;
    // Intl forgives the wrong case; two spellings of one zone would not compare equal.
    if (known !== name && known.toLowerCase() === name.toLowerCase()) return undefined;
    return { format, years: new Map() };
  } catch {
    return undefined;
  }
}

function zoneOffsets(name: string): ZoneOffsets | undefined {
  const cached = zones.get(name);
  if (cached !== undefined) return cached;
  const created = createZone(name);
  if (created === undefined) return undefined;
  if (zones.size >= MAX_ZONES) zones.clear();
  zones.set(name, created);
  return created;
}

/** Whether the host's time zone data holds this name. */
export function isKnownZone(name: string): boolean {
  return zoneOffsets(name) !== undefined;
}

const OFFSET_TEXT = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function readOffset(format: Intl.DateTimeFormat, milliseconds: number): number {
  const text = format.format(milliseconds);
  const match = OFFSET_TEXT.exec(text);
  if (match === null) throw new RangeError(`Cannot read the offset of a time zone from "${text}"`);
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === "-" && size > 0 ? -size : size;
}

/** Appends the transitions in `(from, to]`, by halving to the second. */
function findTransitions(
  format: Intl.DateTimeFormat,
  from: { at: number; offset: number },
  to: { at: number; offset: number },
  found: { at: number; offset: number }[],
): void {
  if (from.offset === to.offset) return;
  if (to.at - from.at <= 1000) {
    found.push(to);
    return;
  }
  const at = from.at + Math.floor((to.at - from.at) / 2000) * 1000;
  const middle = { at, offset: readOffset(format, at) };
  findTransitions(format, from, middle, found);
  findTransitions(format, middle, to, found);
}

function createYear(format: Intl.DateTimeFormat, year: number): readonly OffsetSpan[] {
  const start = year * YEAR_MS;
  const end = start + YEAR_MS;
  const first = { at: start, offset: readOffset(format, start) };
  const starts = [first];
  let from = first;
  while (from.at < end) {
    const at = Math.min(from.at + SAMPLE_MS, end);
    const to = { at, offset: readOffset(format, at) };
    findTransitions(format, from, to, starts);
    from = to;
  }
  return starts
    .filter(({ at }) => at < end)
    .map(({ at, offset }, i, kept) => ({ start: at, end: kept[i + 1]?.at ?? end, offset }));
}

/** The stretch of one offset an instant lies in, cut at the borders of a table year. */
export function spanAt(zone: string, milliseconds: number): OffsetSpan {
  const offsets = zoneOffsets(zone);
  if (offsets === undefined) throw new RangeError(unknownZoneMessage(zone));
  const year = Math.floor(milliseconds / YEAR_MS);
  let spans = offsets.years.get(year);
  if (spans === undefined) {
    spans = createYear(offsets.format, year);
    offsets.years.set(year, spans);
  }
  let i = spans.length - 1;
  while (i > 0 && (spans[i] as OffsetSpan).start > milliseconds) i--;
  return spans[i] as OffsetSpan;
}

/** The stretches from one instant through another, with equal neighbours joined. */
export function spansBetween(zone: string, from: number, to: number): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [spanAt(zone, from)];
  for (;;) {
    const last = spans[spans.length - 1] as OffsetSpan;
    if (last.end > to) return spans;
    const next = spanAt(zone, last.end);
    if (next.offset === last.offset) spans[spans.length - 1] = { ...last, end: next.end };
    else spans.push(next);
  }
}

/** The one wording for a name the host does not know. */
export function unknownZoneMessage(name: string): string {
  return `Unknown time zone: expected an IANA name like "Europe/London" or "UTC", got ${JSON.stringify(name)}`;
}
