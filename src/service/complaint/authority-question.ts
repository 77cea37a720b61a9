import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { ComplaintRemedy } from "./complaint-remedy.js";
import type { Complaint } from "./complaint.js";

/** A complaint somebody wants to resolve. */
export interface AuthorityQuestion {
  /** The complaint, as it is judged by now. */
  readonly complaint: Pick<Complaint, "at" | "amount" | "severity" | "safety">;
  /** What is to be granted; nothing when empty. */
  readonly remedies: readonly ComplaintRemedy[];
  /** What was granted for it before; nothing when absent. */
  readonly granted?: readonly ComplaintRemedy[];
  /** How many complaints the customer made before; none when absent. See `earlierComplaints`. */
  readonly earlier?: number;
  /** When it is to be resolved; not before it was received. */
  readonly asOf: Instant;
}

/** Who may resolve a complaint. */
export interface AuthorityDecision {
  /** `resolve` at once, `escalate` to the level named, or `nobody`: no level may. */
  readonly decision: "resolve" | "escalate" | "nobody";
  /** The level that may: the own one, or the lowest above it; absent when nobody may. */
  readonly level?: number;
  /** What that level is called; absent when nobody may. */
  readonly name?: string;
  /** Why it may, or why each level from the own one on may not, the own one first. */
  readonly reasons: readonly Reason[];
}
