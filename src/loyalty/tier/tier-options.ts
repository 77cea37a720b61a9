import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyProgramme } from "../programme/programme.js";

/** As of when, and under which rules, a tier is asked for. */
export interface TierOptions {
  /** The moment asked about. */
  readonly asOf: Instant;
  /** The rules. */
  readonly programme: LoyaltyProgramme;
}
