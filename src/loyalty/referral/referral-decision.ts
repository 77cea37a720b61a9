import type { Decision } from "../decision/decision.js";

/** The decisions in both ledgers. */
export interface ReferralDecision {
  /** In the referrer's ledger. */
  readonly referrer: Decision;
  /** In the friend's. */
  readonly friend: Decision;
}
