import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { IntervalGapOptions } from "./interval-gaps.js";
import type { PlannedShift } from "./planned-shift.js";
import type { ShiftPattern } from "./shift-pattern.js";
import type { StaffedInterval } from "./staffed-interval.js";

/** How to plan shifts. */
export interface PlanShiftsOptions extends IntervalGapOptions {
  /** The shifts that can be worked; earlier ones are taken first where nothing else decides. */
  readonly patterns: readonly ShiftPattern[];
  /** The zone on whose clock the starts are read. */
  readonly zone: TimeZone;
  /** Shifts that are settled already, such as those of the night before: they count, and are not planned again. */
  readonly settled?: readonly PlannedShift[];
  /**
   * One agent-minute missing weighs as so many agent-minutes too many; at least 0. When absent nobody may be missing
   * unless a limit or the patterns leave no choice, and then it is 10000.
   */
  readonly shortWeight?: number;
  /** At most so many agents are at work at once, a whole number of at least 0; no limit when absent. */
  readonly seatsAtMost?: number;
  /** At most so many of the shifts planned begin on one day of the zone: the agents there are; no limit when absent. */
  readonly agentsPerDayAtMost?: number;
  /** How many steps of arithmetic the search may take, in millions; 300 when absent. More may prove more. */
  readonly searchMillions?: number;
}

/** An interval that has fewer agents than it needs. */
export interface ShortInterval {
  /** Its beginning. */
  readonly start: Instant;
  /** How long it lasts, in minutes. */
  readonly minutes: number;
  /** The agents missing, at least 1. */
  readonly under: number;
  /** Why. */
  readonly reason: Reason;
}

/** How good a plan of shifts is. */
export interface ShiftPlanOptimality {
  /** Whether it is proven that no plan has a lower penalty. */
  readonly exact: boolean;
  /** The penalty: agent-minutes above what is needed, and those missing times their weight. */
  readonly penalty: number;
  /** No plan has less than this; the same as `penalty` where exact. */
  readonly penaltyAtLeast: number;
}

/** How many of each shift begin when, and what that gives. */
export interface ShiftPlan {
  /** The shifts to be worked, by start, then in the order of the patterns, then by their breaks. */
  readonly shifts: readonly PlannedShift[];
  /** Every interval with what it needs and what it has. */
  readonly intervals: readonly StaffedInterval[];
  /** Every interval with too few agents, and why. */
  readonly short: readonly ShortInterval[];
  /** The agent-minutes above what is needed. */
  readonly overMinutes: number;
  /** The agent-minutes missing. */
  readonly underMinutes: number;
  /** The minutes paid, of all shifts planned. */
  readonly paidMinutes: number;
  /** What all shifts planned cost, in the unit of the patterns. */
  readonly cost: number;
  /** How good the plan is. */
  readonly optimality: ShiftPlanOptimality;
}
