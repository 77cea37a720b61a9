import type { Instant } from "../../shared/time/instant.js";

/** The contacts expected or counted in one interval of the day. */
export interface ContactInterval {
  /** Its beginning; half-open. */
  readonly start: Instant;
  /** How long it lasts, in minutes; above 0. */
  readonly minutes: number;
  /** The contacts that arrive in it; not below 0, not always whole where expected. */
  readonly contacts: number;
}

/** How many agents an interval needs. */
export interface RequiredInterval {
  /** Its beginning; half-open. */
  readonly start: Instant;
  /** How long it lasts, in minutes; above 0. */
  readonly minutes: number;
  /** The agents needed at work; a whole number, at least 0. */
  readonly agents: number;
}
