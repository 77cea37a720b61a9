import type { Instant } from "../../shared/time/instant.js";

/** An interval with the agents it needs and the agents it has. */
export interface StaffedInterval {
  /** Its beginning; half-open. */
  readonly start: Instant;
  /** How long it lasts, in minutes. */
  readonly minutes: number;
  /** The agents needed. */
  readonly required: number;
  /** The agents at work through the whole of it, breaks left out. */
  readonly scheduled: number;
  /** The agents above those needed, at least 0; `scheduled` less `required` is `over` less `under`. */
  readonly over: number;
  /** The agents missing, at least 0. */
  readonly under: number;
}
