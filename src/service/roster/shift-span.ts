import type { Instant } from "../../shared/time/instant.js";

/** When a shift is. @internal */
export interface ShiftSpan {
  /** Its beginning. */
  readonly start: Instant;
  /** How long it lasts, in minutes. */
  readonly minutes: number;
}
