// Why an interval has too few agents.

import type { Reason } from "../../shared/reason.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import type { PlanShiftsOptions } from "./shift-plan.js";
import type { ShiftWay } from "./shift-ways.js";
import type { StaffedInterval } from "./staffed-interval.js";

/** What was planned. @internal */
export interface ShortScene {
  /** The ways to work. */
  readonly ways: readonly ShiftWay[];
  /** By way: how many agents work so. */
  readonly counts: Float64Array;
  /** The intervals. */
  readonly intervals: readonly StaffedInterval[];
  /** How it was planned. */
  readonly options: PlanShiftsOptions;
}

/** Why the interval at this place is short. @internal */
export function shortReason(place: number, scene: ShortScene): Reason {
  const { ways, counts, intervals, options } = scene;
  const { seatsAtMost = Infinity, agentsPerDayAtMost = Infinity } = options;
  const { start, minutes, required, scheduled } = intervals[place]!;
  const covering = ways.filter(({ blocks }) =>
    blocks.some(({ from, until }) => from <= place && place < until),
  );
  if (covering.length === 0) {
    const from = epochMilliseconds(start);
    const passing = ways.filter(({ shift }) => {
      const begins = epochMilliseconds(shift.start);
      return begins < from + minutes * 60_000 && begins + shift.minutes * 60_000 > from;
    });
    const params = { start, required, shifts: passing.length };
    return {
      code: passing.length === 0 ? "roster-no-shift-then" : "roster-no-shift-through",
      params,
    };
  }
  if (scheduled >= seatsAtMost) {
    return { code: "roster-seats-full", params: { start, required, seats: seatsAtMost } };
  }
  const perDay = new Map<number, number>();
  ways.forEach(({ day }, way) => perDay.set(day, (perDay.get(day) ?? 0) + counts[way]!));
  const staffed = covering.filter(({ day }) => perDay.get(day)! < agentsPerDayAtMost);
  if (staffed.length === 0) {
    return { code: "roster-agents-used", params: { start, required, agents: agentsPerDayAtMost } };
  }
  const isFree = staffed.some(({ blocks }) =>
    blocks.every(({ from, until }) =>
      intervals.slice(from, until).every((one) => one.scheduled < seatsAtMost),
    ),
  );
  if (!isFree) {
    return { code: "roster-seats-around-full", params: { start, required, seats: seatsAtMost } };
  }
  return { code: "roster-short-is-cheaper", params: { start, required, scheduled } };
}
