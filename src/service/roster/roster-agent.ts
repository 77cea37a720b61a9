import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";

/** What an agent would like, or would rather not, as far as it can be had. Every part named must fit the shift. */
export interface ShiftWish {
  /** Whether such shifts are wished for or not wanted. */
  readonly kind: "preferred" | "unwanted";
  /** The id of the pattern; any when absent. */
  readonly pattern?: string;
  /** The weekday the shift begins on; any when absent. */
  readonly weekday?: DayOfWeek;
  /** Shifts that lie in it at least in part; any when absent. */
  readonly period?: Period<Instant>;
}

/** A shift an agent works in any case, or has worked. */
export interface HeldShift {
  /** Its beginning. */
  readonly start: Instant;
  /** How long it lasts with its breaks, in whole minutes, at least 1. */
  readonly minutes: number;
  /** The minutes paid; all when absent. */
  readonly paidMinutes?: number;
}

/** How long an agent works in a week by contract, in paid minutes. */
export interface WeeklyContract {
  /** At least so many; 0 when absent. Missed only where no shift is left that may be worked. */
  readonly minMinutes?: number;
  /** At most so many; as the rules say when absent. */
  readonly maxMinutes?: number;
}

/** An agent who can be given shifts. */
export interface RosterAgent {
  /** The firm's id of the agent; unique in a list. */
  readonly id: string;
  /** What the agent can do; nothing when absent. */
  readonly skills?: readonly string[];
  /** The languages the agent speaks; none when absent. */
  readonly languages?: readonly string[];
  /** When the agent can work: a shift must lie wholly within these together; always when absent. */
  readonly available?: readonly Period<Instant>[];
  /** The working time by contract; as the rules say when absent. */
  readonly contract?: WeeklyContract;
  /** What the agent would like; nothing when absent. */
  readonly wishes?: readonly ShiftWish[];
  /** How many unpopular shifts the agent has had so far, at least 0; 0 when absent. */
  readonly unpopularBefore?: number;
  /** Shifts held already, before or within the weeks planned: they count for rest, days, and working time. */
  readonly held?: readonly HeldShift[];
}
