import type { AuthorityPolicy } from "./authority-policy.js";
import type { ComplaintPolicy } from "./complaint-policy.js";

/** By which rules a complaint is handled. */
export interface ComplaintOptions {
  /** How often it may change hands; `DEFAULT_COMPLAINT_POLICY` when absent. */
  readonly policy?: ComplaintPolicy;
  /** Who may grant what; not judged when absent. */
  readonly authority?: AuthorityPolicy;
  /** How many complaints the customer made before, see `earlierComplaints`; none when absent. */
  readonly earlier?: number;
}
