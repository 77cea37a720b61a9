import type { LoyaltyOptions } from "../decision/decision-options.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";

/** The two ledgers between which points move. */
export interface LedgerPair {
  /** The ledger they leave. */
  readonly from: LoyaltyState;
  /** The ledger they come to. */
  readonly to: LoyaltyState;
}

/** What happens in two ledgers. The host stores both in one transaction, or points are lost or made. */
export interface LedgerPairEvents {
  /** The events of the ledger points leave; none where the key was taken in before. */
  readonly from: readonly LoyaltyEvent[];
  /** The events of the ledger they come to; none where the key was taken in before. */
  readonly to: readonly LoyaltyEvent[];
}

/** What a decision in two ledgers is made with. */
export interface LedgerPairOptions extends Omit<LoyaltyOptions, "expectedSequence"> {
  /** The sequences the host read the ledgers at; not checked when absent. */
  readonly expectedSequences?: {
    /** Of the ledger points leave. */
    readonly from: number;
    /** Of the ledger they come to. */
    readonly to: number;
  };
}
