import type { Instant } from "../../shared/time/instant.js";

/** A complaint that is not yet settled. */
export interface OpenComplaint {
  /** The host's id. */
  readonly id: string;
  /** When it was received. */
  readonly at: Instant;
  /** What it is about; absent when not told. */
  readonly subject?: string;
  /** How bad it is, in the firm's own words; absent when not judged. */
  readonly severity?: string;
}
