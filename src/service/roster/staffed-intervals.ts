import type { RequiredInterval } from "../staffing/service-interval.js";
import { closedIntervals, workedBlocks } from "./interval-edges.js";
import type { IntervalGapOptions } from "./interval-gaps.js";
import type { PlannedShift } from "./planned-shift.js";
import { requirePlannedShift } from "./require-planned-shift.js";
import type { StaffedInterval } from "./staffed-interval.js";

/**
 * How many agents does each interval have, and how many does it need?
 *
 * An agent counts in an interval only when at work through the whole of it: not where the shift begins or ends within
 * it, nor where a break, paid or not, takes part of it. What a shift works outside all intervals counts nowhere.
 *
 * @param required - The intervals, one directly after the other; closed hours need 0 agents, or are a gap between them
 * where the option `gaps` says so.
 * @param shifts - The shifts: of a plan, or those that agents were given.
 * @param options - `gaps`: what a gap between intervals means.
 * @returns The intervals in their order, and with `gaps: "closed"` one for every gap.
 * @throws RangeError where intervals overlap or leave a gap that is not said to be closed, or a number is negative or
 * not whole.
 * @example
 * ```ts
 * import { instant } from "goodwill/shared";
 * import { staffedIntervals } from "goodwill/service";
 *
 * const start = instant("2026-03-02T08:00:00Z");
 * const shift = { id: "s", pattern: "early", start, minutes: 60, breaks: [], paidMinutes: 60, agents: 3 };
 * const [first] = staffedIntervals([{ start, minutes: 30, agents: 2 }], [shift]);
 * first?.over; // => 1
 * ```
 */
export function staffedIntervals(
  required: readonly RequiredInterval[],
  shifts: readonly PlannedShift[],
  { gaps }: IntervalGapOptions = {},
): readonly StaffedInterval[] {
  const closed = closedIntervals(required, { task: "count agents", gaps });
  shifts.forEach((shift, i) => {
    requirePlannedShift("count agents", { shift, at: `shifts[${i}]` });
  });
  const scheduled = scheduledIn(closed.edges, shifts);
  return closed.required.map(({ start, minutes, agents }, i) => {
    const difference = scheduled[i]! - agents;
    return {
      start,
      minutes,
      required: agents,
      scheduled: scheduled[i]!,
      over: Math.max(0, difference),
      under: Math.max(0, -difference),
    };
  });
}

function scheduledIn(edges: Float64Array, shifts: readonly PlannedShift[]): Float64Array {
  const change = new Float64Array(edges.length + 1);
  for (const shift of shifts) {
    for (const { from, until } of workedBlocks(shift, edges)) {
      change[from]! += shift.agents;
      change[until]! -= shift.agents;
    }
  }
  for (let i = 1; i < change.length; i += 1) change[i]! += change[i - 1]!;
  return change;
}
