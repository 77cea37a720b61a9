import type { Interval } from "../../shared/statistics/interval.js";

/** A way round: journeys left a touchpoint and came back to it. */
export interface JourneyLoop {
  /** The touchpoints in order; the first and the last are the same. */
  readonly steps: readonly string[];
  /** How often it was taken. */
  readonly count: number;
  /** How many journeys took it. */
  readonly journeys: number;
  /** What it cost in all, in minutes: the time between its steps, loops inside it left out. */
  readonly minutes: number;
}

/** How often journeys came back to one touchpoint. */
export interface TouchpointReturn {
  /** The touchpoint. */
  readonly touchpoint: string;
  /** How many journeys visited it. */
  readonly journeys: number;
  /** How many of them came back to it after another touchpoint. */
  readonly journeysReturning: number;
  /** Share of journeys that came back. */
  readonly returnShare: number;
  /** How often journeys came back to it. */
  readonly returns: number;
  /** How often it was taken again straight away. */
  readonly repeats: number;
}

/** Where journeys go round in circles, and what that costs in time. */
export interface JourneyLoops {
  /** How many journeys. */
  readonly journeys: number;
  /** How many more are still open and not counted. */
  readonly open: number;
  /** How many journeys came back to a touchpoint after another one. */
  readonly journeysReturning: number;
  /** Their share of all; absent when there are no journeys. */
  readonly returnShare?: number;
  /** Wilson interval of the share; absent with it. */
  readonly returnInterval?: Interval;
  /** How often a touchpoint was taken again straight away. */
  readonly repeats: number;
  /** Time of these repeats, in minutes. */
  readonly repeatMinutes: number;
  /** Time of all loops, in minutes. */
  readonly loopMinutes: number;
  /** Time from first to last step of all journeys, in minutes: repeats, loops and the direct way. */
  readonly minutes: number;
  /** The loops, most frequent first, equals by their steps. */
  readonly loops: readonly JourneyLoop[];
  /** How many loops were longer than those listed. */
  readonly longerLoops: number;
  /** The touchpoints that were returned to or repeated, most returns first, then repeats, then by name. */
  readonly touchpoints: readonly TouchpointReturn[];
}
