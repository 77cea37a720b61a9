import type { Interval } from "../../shared/statistics/interval.js";

/** The state before the first step of a journey. */
export const START_STATE: string = "(start)";

/** The state after the last step of a journey that ended in no outcome. */
export const EXIT_STATE: string = "(exit)";

/** How often journeys go from one state straight to another. */
export interface Transition {
  /** Where from: a touchpoint, or `(start)`. */
  readonly from: string;
  /** Where to: a touchpoint, an outcome, or `(exit)`. */
  readonly to: string;
  /** How often. */
  readonly count: number;
  /** Share of all that leave `from`. */
  readonly share: number;
  /** Wilson interval of the share. */
  readonly interval: Interval;
}

/** All transitions of the journeys of a log. */
export interface TransitionTable {
  /** How many journeys. */
  readonly journeys: number;
  /** How many more are still open and not counted; none when absent. */
  readonly open?: number;
  /** The states that can be left, `(start)` first, then touchpoints by number of visits, falling, then by name. */
  readonly states: readonly string[];
  /**
   * The states that end a journey: outcomes by name, then `(exit)`. An outcome that bears the name of a touchpoint
   * is written with ` (outcome)` after it.
   */
  readonly ends: readonly string[];
  /** Transitions that occurred, by `from` then `to`, in the order of states and ends. */
  readonly transitions: readonly Transition[];
}
