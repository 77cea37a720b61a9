import type { Instant } from "../../shared/time/instant.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";
import type { SessionPolicy } from "./session-policy.js";
import type { StepRule } from "./step-rule.js";

/** How interactions become journeys. */
export interface JourneyOptions {
  /** When a journey ends; {@link DEFAULT_SESSION_POLICY} by default. */
  readonly policy?: SessionPolicy;
  /** The outcomes that count as success, such as `purchase`; none when absent. */
  readonly outcomes?: readonly string[];
  /** What steps are called, the more particular rules first; steps have no words when absent. */
  readonly rules?: readonly StepRule[];
  /**
   * The touchpoints, for the stage of a step. Where a touchpoint serves several stages, only a rule can tell which is
   * meant.
   */
  readonly catalogue?: Iterable<Pick<Touchpoint, "id" | "stages">>;
  /**
   * The time of looking: interactions after it are not yet known and are left out, and journeys that may still go on
   * are marked `open`. All journeys count as over when absent.
   */
  readonly asOf?: Instant;
}
