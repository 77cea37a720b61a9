// What is left to be covered, interval by interval.

import type { RequiredInterval } from "../staffing/service-interval.js";
import type { PlanShiftsOptions } from "./shift-plan.js";
import type { ShiftWay } from "./shift-ways.js";

/** What the shifts to be planned shall cover, and what they may. @internal */
export interface ShiftNeed {
  /** By interval: the agents still needed, as far as any shift and the seats allow. */
  readonly least: Float64Array;
  /** By interval: the agents there may still be. */
  readonly most: Float64Array;
  /** By interval: whether any way to work covers it. */
  readonly isCovered: Uint8Array;
  /** The weight of an agent-minute missing. */
  readonly weight: number;
  /** Whether an interval that could be covered may be left short. */
  readonly isSoft: boolean;
}

/** What one agent-minute missing weighs where nothing else is said. @internal */
export const SHORT_WEIGHT = 10_000;

/** What is needed beyond the agents settled already. @internal */
export function shiftNeed(
  required: readonly RequiredInterval[],
  {
    settled,
    ways,
    options: { shortWeight, seatsAtMost = Infinity, agentsPerDayAtMost },
  }: {
    readonly settled: readonly number[];
    readonly ways: readonly ShiftWay[];
    readonly options: PlanShiftsOptions;
  },
): ShiftNeed {
  const isCovered = new Uint8Array(required.length);
  for (const { blocks } of ways) {
    for (const { from, until } of blocks) isCovered.fill(1, from, until);
  }
  const most = Float64Array.from(settled, (agents) => Math.max(0, seatsAtMost - agents));
  const least = Float64Array.from(required, ({ agents }, t) => {
    if (isCovered[t] === 0) return 0;
    return Math.min(most[t]!, Math.max(0, agents - settled[t]!));
  });
  const isSoft =
    shortWeight !== undefined || seatsAtMost !== Infinity || agentsPerDayAtMost !== undefined;
  return { least, most, isCovered, weight: shortWeight ?? SHORT_WEIGHT, isSoft };
}
