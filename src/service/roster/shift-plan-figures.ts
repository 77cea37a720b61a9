// What a plan of shifts comes to.

import type { PlannedShift } from "./planned-shift.js";
import type { ShiftPlan, ShiftPlanOptimality } from "./shift-plan.js";
import type { StaffedInterval } from "./staffed-interval.js";

/** The minutes of a plan. @internal */
export function planMinutes(
  intervals: readonly StaffedInterval[],
  shifts: readonly PlannedShift[],
): Pick<ShiftPlan, "overMinutes" | "underMinutes" | "paidMinutes"> {
  return {
    overMinutes: intervals.reduce((sum, { over, minutes }) => sum + over * minutes, 0),
    underMinutes: intervals.reduce((sum, { under, minutes }) => sum + under * minutes, 0),
    paidMinutes: shifts.reduce((sum, { paidMinutes, agents }) => sum + paidMinutes * agents, 0),
  };
}

/** How good a plan is that may be dearer than the best by so much. @internal */
export function planOptimality(
  { overMinutes, underMinutes }: Pick<ShiftPlan, "overMinutes" | "underMinutes">,
  { weight, slack }: { readonly weight: number; readonly slack: number },
): ShiftPlanOptimality {
  const penalty = overMinutes + weight * underMinutes;
  // A thousandth of a minute is below the grain of any weight.
  const exact = slack < 0.001;
  return { exact, penalty, penaltyAtLeast: exact ? penalty : Math.max(0, penalty - slack) };
}
