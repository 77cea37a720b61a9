import type { Reason } from "../../shared/reason.js";

/** What is wrong with a blueprint, and where. */
export interface BlueprintFinding {
  /** The step, by id; absent where it is about an element or the whole. */
  readonly step?: string;
  /** The element, by id; absent where it is about a step or the whole. */
  readonly element?: string;
  /** What is wrong. */
  readonly reason: Reason;
}
