import type { SurvivalRow } from "./survival-row.js";

/** How many left, and how many were last seen, at each time; times in the order they came. @internal */
export interface SurvivalTally {
  /** The times, each once. */
  readonly times: number[];
  /** How many left, by time. */
  readonly events: number[];
  /** How many were last seen, by time. */
  readonly censored: number[];
}

/** Where each time stands in a tally. @internal */
export interface TimeIndex {
  /** Place of small whole times, such as days or months, plus 1; 0 where there is none. */
  readonly whole: Int32Array;
  /** Place of all other times. */
  readonly other: Map<number, number>;
  /** How many times are known. */
  size: number;
}

/** A tally of nobody. @internal */
export function emptyTally(): SurvivalTally {
  return { times: [], events: [], censored: [] };
}

/** The index of a tally. @internal */
export function timeIndexOf({ times }: SurvivalTally): TimeIndex {
  const index: TimeIndex = { whole: new Int32Array(4096), other: new Map(), size: 0 };
  for (const time of times) setPlace(index, time);
  return index;
}

/** Where a time stands, or -1. A table finds whole numbers several times faster than a `Map`. @internal */
export function placeOfTime({ whole, other }: TimeIndex, time: number): number {
  return time < whole.length && Math.floor(time) === time
    ? whole[time]! - 1
    : (other.get(time) ?? -1);
}

function setPlace(index: TimeIndex, time: number): void {
  const { whole, other, size } = index;
  if (time < whole.length && Math.floor(time) === time) whole[time] = size + 1;
  else other.set(time, size);
  index.size += 1;
}

/** Takes in a row, checked. @internal */
export function addSurvivalRow(tally: SurvivalTally, row: SurvivalRow, index: TimeIndex): void {
  const { time, event, weight = 1 } = row;
  if (!(time >= 0 && time < Infinity)) {
    throw new RangeError(
      `Cannot draw a survival curve: a time must be a number of at least 0, got ${String(time)}`,
    );
  }
  if (typeof event !== "boolean") {
    throw new TypeError(
      `Cannot draw a survival curve: an event must be true or false, got ${String(event)}`,
    );
  }
  if (!(weight > 0 && weight <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(
      `Cannot draw a survival curve: a weight must be a number above 0, at most 2^53 - 1, got ${String(weight)}`,
    );
  }
  const place = placeOf(tally, time, index);
  if (event) tally.events[place]! += weight;
  else tally.censored[place]! += weight;
}

/** Adds all of one tally to another. @internal */
export function addTally(tally: SurvivalTally, more: SurvivalTally, index: TimeIndex): void {
  for (const [from, time] of more.times.entries()) {
    const place = placeOf(tally, time, index);
    tally.events[place]! += more.events[from]!;
    tally.censored[place]! += more.censored[from]!;
  }
}

function placeOf(tally: SurvivalTally, time: number, index: TimeIndex): number {
  const known = placeOfTime(index, time);
  if (known >= 0) return known;
  setPlace(index, time);
  // A time of -0 is 0.
  tally.times.push(time + 0);
  tally.events.push(0);
  return tally.censored.push(0) - 1;
}
