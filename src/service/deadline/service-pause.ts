import type { Instant } from "../../shared/time/instant.js";

/** A stretch of time that does not count towards a deadline, half-open. */
export interface ServicePause {
  /** Its first moment. */
  readonly start: Instant;
  /** The first moment after it, not before `start`; absent while nobody knows when it ends. */
  readonly end?: Instant;
}
