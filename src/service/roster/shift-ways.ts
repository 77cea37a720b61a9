// Every way to work a shift: each pattern at each start with its breaks in each place.

import { DAY_MS, dayNumber } from "../../shared/time/civil.js";
import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import { instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainlyAt, readLocal } from "../../shared/time/local-time.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { weekdayOf } from "../../shared/time/week-day.js";
import type { IntervalBlock } from "./interval-edges.js";
import { workedBlocks } from "./interval-edges.js";
import type { PlannedBreak, PlannedShift } from "./planned-shift.js";
import type { ShiftBreak, ShiftPattern } from "./shift-pattern.js";

/** A way to work a shift. @internal */
export interface ShiftWay {
  /** The shift, for one agent. */
  readonly shift: PlannedShift;
  /** The intervals at work. */
  readonly blocks: readonly IntervalBlock[];
  /** The day it begins on, as a day number in the zone. */
  readonly day: number;
  /** What one costs. */
  readonly cost: number;
}

/** More than that would not be planned in any sensible time. */
const MOST_WAYS = 50_000;

/** The moment a clock shows this first; where it skips it, the moment as long after the jump. */
function momentOf(zone: TimeZone, local: number): number {
  const plain = plainlyAt(zone, local);
  if (plain !== undefined) return plain;
  const reading = readLocal(zone, local);
  return reading.kind === "gap" ? reading.later : reading.earlier;
}

/** The places of the breaks, each as minutes after the start of the shift. */
function breakPlaces(breaks: readonly ShiftBreak[]): readonly (readonly number[])[] {
  let places: (readonly number[])[] = [[]];
  breaks.forEach((pause, i) => {
    const { fromMinutes, untilMinutes = fromMinutes, stepMinutes = 15 } = pause;
    const next: number[][] = [];
    for (const before of places) {
      const free = i === 0 ? 0 : before[i - 1]! + breaks[i - 1]!.minutes;
      for (let at = fromMinutes; at <= untilMinutes; at += stepMinutes) {
        if (at >= free) next.push([...before, at]);
      }
    }
    if (next.length > MOST_WAYS) throw tooMany();
    places = next;
  });
  return places;
}

function tooMany(): RangeError {
  return new RangeError(
    `Cannot plan shifts: starts and places of breaks must give at most ${MOST_WAYS} ways to work, got more`,
  );
}

function shiftAt(pattern: ShiftPattern, start: number, places: readonly number[]): PlannedShift {
  const { id, minutes, breaks = [], skills, languages, isUnpopular } = pattern;
  const pauses = breaks.map((pause, i): PlannedBreak => ({
    start: instantFromEpochMilliseconds(start + places[i]! * 60_000),
    minutes: pause.minutes,
    isPaid: pause.isPaid,
  }));
  const unpaid = breaks.reduce((sum, pause) => sum + (pause.isPaid ? 0 : pause.minutes), 0);
  const at = instantFromEpochMilliseconds(start);
  return {
    id: [id, at, ...places.map((place) => `+${place}`)].join(" "),
    pattern: id,
    start: at,
    minutes,
    breaks: pauses,
    paidMinutes: minutes - unpaid,
    agents: 1,
    ...(skills === undefined ? {} : { skills }),
    ...(languages === undefined ? {} : { languages }),
    ...(isUnpopular === undefined ? {} : { isUnpopular }),
  };
}

function startsOn(day: number, starts: ShiftPattern["starts"]): readonly string[] {
  if ("length" in starts) return starts;
  return starts[weekdayOf(day) as DayOfWeek] ?? [];
}

/**
 * The ways to work that begin within the intervals, by start, then in the order of the patterns, then by their breaks.
 *
 * A start is read on the clock of the zone: one that the clock shows twice is the first, one it skips is as long after
 * the jump. The shift then lasts the minutes of its pattern, whatever the clock does.
 * @internal
 */
export function shiftWays(
  patterns: readonly ShiftPattern[],
  { zone, edges }: { readonly zone: TimeZone; readonly edges: Float64Array },
): readonly ShiftWay[] {
  const from = edges[0]!;
  const end = edges.at(-1)!;
  const firstDay = dayNumber(plainDateAt(instantFromEpochMilliseconds(from), zone));
  const lastDay = dayNumber(plainDateAt(instantFromEpochMilliseconds(end), zone));
  const ways: ShiftWay[] = [];
  const seen = new Set<string>();
  for (const pattern of patterns) {
    const places = breakPlaces(pattern.breaks ?? []);
    for (let day = firstDay; day <= lastDay; day += 1) {
      for (const time of startsOn(day, pattern.starts)) {
        const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
        const start = momentOf(zone, day * DAY_MS + minutes * 60_000);
        if (start < from || start >= end || seen.has(`${pattern.id} ${start}`)) continue;
        seen.add(`${pattern.id} ${start}`);
        for (const place of places) {
          const shift = shiftAt(pattern, start, place);
          const cost = pattern.cost ?? shift.paidMinutes;
          ways.push({ shift, blocks: workedBlocks(shift, edges), day, cost });
        }
        if (ways.length > MOST_WAYS) throw tooMany();
      }
    }
  }
  return ways.sort((a, b) => compareStarts(a.shift.start, b.shift.start));
}

function compareStarts(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
