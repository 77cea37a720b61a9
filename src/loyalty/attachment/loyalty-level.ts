import type { Reason } from "../../shared/reason.js";

/**
 * A level of loyalty, from the lowest to the highest.
 *
 * - `cognitive`: believes that it is better;
 * - `affective`: likes it, from repeated satisfaction;
 * - `conative`: means to buy again, and has not yet acted on it against obstacles;
 * - `action`: buys again and again, and overcomes obstacles.
 */
export type LoyaltyLevel = "cognitive" | "affective" | "conative" | "action";

/** Whether one level is reached, and what says so. */
export interface LoyaltyLevelFinding {
  /** The level. */
  readonly level: LoyaltyLevel;
  /** By its own facts, whatever the levels below: `unknown` where a fact is missing and none speaks against it. */
  readonly status: "reached" | "not-reached" | "unknown";
  /** What speaks for it and against it. */
  readonly evidence: readonly Reason[];
  /**
   * The knowledge that is missing to tell, by name, such as `believes-better`; empty unless the status is `unknown`.
   */
  readonly missing: readonly string[];
}

/** How satisfied a customer was: another measure than loyalty. */
export interface RepeatedSatisfaction {
  /** Experiences judged. */
  readonly judged: number;
  /** Those that were satisfying. */
  readonly satisfied: number;
  /** Satisfying ones in a row, up to the last; 0 when the last was not. */
  readonly inARow: number;
  /** Whether as many in a row were satisfying as the policy asks for. */
  readonly isRepeated: boolean;
}
