import type { Instant } from "../../shared/time/instant.js";

/**
 * What a stretch of time is to a clock: `counted` towards the target; `paused` within the hours; `closed` outside the
 * hours, paused or not.
 */
export type SlaIntervalKind = "counted" | "paused" | "closed";

/** A stretch of a clock's time of one kind, half-open and never empty. */
export interface SlaInterval {
  /** What it is to the clock. */
  readonly kind: SlaIntervalKind;
  /** Its first moment. */
  readonly start: Instant;
  /** The first moment after it. */
  readonly end: Instant;
  /** How long it lasts, in milliseconds of elapsed time; above 0. */
  readonly milliseconds: number;
}

/**
 * How a clock stands: `running`; `paused` at the moment looked at; `met` when stopped in time, its last moment
 * included; `breached` when that moment is over, stopped or not.
 */
export type SlaState = "running" | "paused" | "met" | "breached";

/** Where all the time of a clock went, and how it stands. */
export interface SlaLedger {
  /** The moment it started. */
  readonly start: Instant;
  /** The moment it was stopped; absent while it is not. */
  readonly stop?: Instant;
  /** The end of the ledger: the stop, or the moment looked at. */
  readonly until: Instant;
  /** How it stands at the end. */
  readonly state: SlaState;
  /** The last moment in time; absent while a pause without end leaves it open. */
  readonly due?: Instant;
  /** The target, in milliseconds. */
  readonly targetMilliseconds: number;
  /** All time from start to end, without gaps, in order; none where both are the same. */
  readonly intervals: readonly SlaInterval[];
  /** From start to end; exactly the sum of the next three, in milliseconds. */
  readonly elapsedMilliseconds: number;
  /** The time that counted, in milliseconds. */
  readonly countedMilliseconds: number;
  /** The time paused within the hours, in milliseconds. */
  readonly pausedMilliseconds: number;
  /** The time outside the hours, in milliseconds. */
  readonly closedMilliseconds: number;
  /** What is left of the target, in milliseconds; 0 where it is used up. */
  readonly remainingMilliseconds: number;
  /** The time counted beyond the target, in milliseconds; 0 where there is none. */
  readonly overMilliseconds: number;
  /** The elapsed time from `due` to the end, in milliseconds; 0 where the end is in time. */
  readonly lateMilliseconds: number;
}
