import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";

/** A job on a route. */
export interface FieldStop {
  /** The id of the job. */
  readonly job: string;
  /** The id of its place. */
  readonly place: string;
  /** How long the drive there takes, in minutes, without breaks on the way. */
  readonly travelMinutes: number;
  /** When the technician is there. */
  readonly arrivesAt: Instant;
  /** How long until the work begins, in minutes: for the window to open, or for a break. */
  readonly waitMinutes: number;
  /** When the work begins. */
  readonly beginsAt: Instant;
  /** When it ends. */
  readonly endsAt: Instant;
}

/** The day of a technician; each thing is done as early as can be. */
export interface FieldRoute {
  /** The id of the technician. */
  readonly technician: string;
  /** The jobs in their order; empty where there are none. */
  readonly stops: readonly FieldStop[];
  /** When the technician leaves the first place. */
  readonly leavesAt: Instant;
  /** When the day ends: at the last place, or after the last job; `leavesAt` where there is none. */
  readonly endsAt: Instant;
  /** The minutes of all drives, the last one included. */
  readonly travelMinutes: number;
  /** The minutes of all jobs. */
  readonly workMinutes: number;
  /** The minutes of waiting at the jobs. */
  readonly waitMinutes: number;
  /** The minutes after the last working time. */
  readonly overtimeMinutes: number;
  /** How many of each part are used, by name. */
  readonly partsUsed: Readonly<Record<string, number>>;
}

/**
 * Why nobody gets a job.
 *
 * - `field-no-skill`: nobody has all its skills.
 * - `field-no-part`: nobody of these carries enough of a part.
 * - `field-outside-working-time`: nobody of these works when it can be done.
 * - `field-window-unreachable`: nobody of these gets there in time, or back in time, even with no other job.
 * - `field-full`: somebody could do it, but not beside the jobs that were given out.
 */
export type UnassignedJobCode =
  | "field-no-skill"
  | "field-no-part"
  | "field-outside-working-time"
  | "field-window-unreachable"
  | "field-full";

/** A job nobody gets. */
export interface UnassignedJob {
  /** The id of the job. */
  readonly job: string;
  /** How much it counts. */
  readonly priority: number;
  /** The last hurdle that somebody reached and nobody took. */
  readonly code: UnassignedJobCode;
  /** The same with its facts. */
  readonly reason: Reason;
}

/** How good the plan is, for certain: bounds that no plan passes, not an estimate of how far this one is off. */
export interface FieldOptimality {
  /** Whether no plan is better: none serves more, and none that serves as much drives less. */
  readonly exact: boolean;
  /** No plan serves more priority than this. */
  readonly servedPriorityAtMost: number;
  /** No plan that serves at least as much priority drives fewer minutes than this. */
  readonly travelMinutesAtLeast: number;
  /** What may be missing of the priority, as a share of `servedPriorityAtMost`; 0 where nothing is. */
  readonly priorityGapShare: number;
  /** What may be too much of the travel, as a share of the plan's; 0 where nothing is. */
  readonly travelGapShare: number;
}

/** Something odd about who or what is planned. */
export interface FieldFinding extends Reason {
  /** What it is: a technician who has no skill and gets only jobs that need none. */
  readonly code: "field-technician-without-skill";
  /** The id of the technician. */
  readonly technician: string;
}

/** Who goes where, when. */
export interface FieldPlan {
  /** One route a technician, by id. */
  readonly routes: readonly FieldRoute[];
  /** The jobs nobody gets, by id. */
  readonly unassigned: readonly UnassignedJob[];
  /** The priorities of all jobs that are served, in sum. */
  readonly servedPriority: number;
  /** The minutes of all drives. */
  readonly travelMinutes: number;
  /** How good the plan is, for certain. */
  readonly optimality: FieldOptimality;
  /** What is odd. */
  readonly findings: readonly FieldFinding[];
}
