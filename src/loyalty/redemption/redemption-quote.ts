import type { Instant } from "../../shared/time/instant.js";
import type { LotAllocation } from "../ledger/loyalty-state.js";
import type { RecordedRedemption } from "../ledger/redemption-event.js";
import type { LoyaltyProgramme } from "../programme/programme.js";

/** When, and under which rules, something is asked of a ledger without being done. */
export interface QuoteOptions {
  /** The moment. */
  readonly asOf: Instant;
  /** The rules. */
  readonly programme: LoyaltyProgramme;
  /** What is left of shared stocks, by name; one that is not named here has nothing left. */
  readonly left?: Readonly<Record<string, number>>;
}

/** What a redemption takes and gives. */
export interface RedemptionQuote {
  /** Paying an order, a reward, cashback, or at a partner's. */
  readonly use: RecordedRedemption["use"];
  /** Points taken, an integer of at least 1. */
  readonly points: number;
  /** From which lots, in burn order; they sum to the points. */
  readonly allocations: readonly LotAllocation[];
  /** Points asked for and not taken: they make no whole block, are not there, or pass what may be paid; 0 for none. */
  readonly unusedPoints: number;
  /** What they pay, or the voucher is worth, in minor units of the programme's currency; absent for goods. */
  readonly amount?: number;
  /** What is then still to be paid of the order, in minor units; absent where none is paid. */
  readonly stillPayable?: number;
  /** Claims of the reward; absent for no reward. */
  readonly claims?: number;
  /** What is taken from a shared stock: its name and units; absent where none is. */
  readonly stock?: {
    /** Which. */
    readonly name: string;
    /** How much. */
    readonly units: number;
  };
  /** The voucher issued, and the days it lasts; absent where none is. */
  readonly voucher?: {
    /** Its id. */
    readonly id: string;
    /** Days it lasts, through the last; without end when absent. */
    readonly validDays?: number;
  };
}
