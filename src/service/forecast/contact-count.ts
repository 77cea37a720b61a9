import type { Instant } from "../../shared/time/instant.js";

/** The contacts counted in one interval; a `ContactInterval` is one too. */
export interface ContactCount {
  /** The interval's beginning; half-open. */
  readonly start: Instant;
  /** The contacts that arrived in it; not below 0. An interval without a row is unknown, not 0. */
  readonly contacts: number;
}
