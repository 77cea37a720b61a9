// A condition taken apart into what it asks at once. Internal: not part of the package's surface.

import type { EarningCondition, HourWindow } from "../programme/earning-condition.js";

/** Conditions that have to hold together. */
export interface MergedCondition {
  /** What all of them ask of fields that have one value; lists are what they have in common. */
  readonly fields: EarningCondition;
  /** Lists of segments, of each of which the member must be in one. */
  readonly segments: readonly (readonly string[])[];
  /** Lists of clubs, likewise. */
  readonly clubs: readonly (readonly string[])[];
  /** Of each group one has to hold. */
  readonly alternatives: readonly (readonly EarningCondition[])[];
  /** None of these may hold. */
  readonly exceptions: readonly EarningCondition[];
  /** Whether two of them ask for different values of one fact. */
  readonly isTorn: boolean;
}

type Changeable<Shape> = { -readonly [Field in keyof Shape]: Shape[Field] };

/** Puts a condition and all within its `all` side by side. */
export function mergedCondition(condition: EarningCondition): MergedCondition {
  const fields: Changeable<EarningCondition> = {};
  const segments: (readonly string[])[] = [];
  const clubs: (readonly string[])[] = [];
  const alternatives: (readonly EarningCondition[])[] = [];
  const exceptions: EarningCondition[] = [];
  let isTorn = false;
  const take = (part: EarningCondition): void => {
    const { channels, weekdays, hours, tiers } = part;
    if (channels !== undefined) fields.channels = common(fields.channels, channels);
    if (weekdays !== undefined) fields.weekdays = common(fields.weekdays, weekdays);
    if (tiers !== undefined) fields.tiers = common(fields.tiers, tiers);
    if (hours !== undefined) fields.hours = commonHours(fields.hours, hours);
    if (part.segments !== undefined) segments.push(part.segments);
    if (part.clubs !== undefined) clubs.push(part.clubs);
    takeMember(fields, part);
    if (part.facts !== undefined) {
      for (const [name, value] of Object.entries(part.facts)) {
        const before = fields.facts?.[name];
        if (before !== undefined && before !== value) isTorn = true;
      }
      fields.facts = { ...fields.facts, ...part.facts };
    }
    if (part.any !== undefined) alternatives.push(part.any);
    if (part.not !== undefined) exceptions.push(part.not);
    part.all?.forEach(take);
  };
  take(condition);
  return { fields, segments, clubs, alternatives, exceptions, isTorn };
}

/** The same as one condition, with some of its alternatives decided. */
export function withAlternative(
  { fields, segments, clubs, alternatives, exceptions }: MergedCondition,
  group: number,
  chosen: EarningCondition,
): EarningCondition {
  const others = alternatives.filter((_, index) => index !== group);
  return {
    all: [
      fields,
      ...segments.map((list) => ({ segments: list })),
      ...clubs.map((list) => ({ clubs: list })),
      ...others.map((any) => ({ any })),
      ...exceptions.map((not) => ({ not })),
      chosen,
    ],
  };
}

function takeMember(fields: Changeable<EarningCondition>, part: EarningCondition): void {
  const { birthdayWithinDays, anniversaryWithinDays, firstPurchase, streak, orderAtLeast } = part;
  if (birthdayWithinDays !== undefined) {
    fields.birthdayWithinDays = Math.min(fields.birthdayWithinDays ?? Infinity, birthdayWithinDays);
  }
  if (anniversaryWithinDays !== undefined) {
    const days = Math.min(fields.anniversaryWithinDays ?? Infinity, anniversaryWithinDays);
    fields.anniversaryWithinDays = days;
  }
  if (firstPurchase === true) fields.firstPurchase = true;
  if (orderAtLeast !== undefined) {
    fields.orderAtLeast = Math.max(fields.orderAtLeast ?? 0, orderAtLeast);
  }
  // Of two streaks the longer one is kept: what it says of the shorter is not needed to be sure.
  if (streak !== undefined && streak.orders >= (fields.streak?.orders ?? 0)) fields.streak = streak;
}

function common<Value>(before: readonly Value[] | undefined, list: readonly Value[]): Value[] {
  return list.filter((value) => before === undefined || before.includes(value));
}

const DAY_END = 24 * 60;

/** Minutes of the day a list of windows covers, as spans from (inclusive) to (exclusive), in order. */
export function minuteSpans(
  windows: readonly HourWindow[],
): readonly (readonly [number, number])[] {
  const spans = windows.flatMap(({ from, to }): (readonly [number, number])[] => {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    if (start <= end) return [[start, end]];
    return [
      [0, end],
      [start, DAY_END],
    ];
  });
  const joined: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start === end) continue;
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function commonHours(
  before: readonly HourWindow[] | undefined,
  windows: readonly HourWindow[],
): readonly HourWindow[] {
  const spans = minuteSpans(windows);
  const others = before === undefined ? [[0, DAY_END] as const] : minuteSpans(before);
  return spans.flatMap(([start, end]) =>
    others.flatMap(([otherStart, otherEnd]) => {
      const [from, to] = [Math.max(start, otherStart), Math.min(end, otherEnd)];
      return from < to ? [{ from: hourText(from), to: hourText(to) }] : [];
    }),
  );
}

function minuteOf(text: string): number {
  return 60 * Number(text.slice(0, 2)) + Number(text.slice(3));
}

/** A minute of the day as `HH:MM`. */
export function hourText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
