import type { Instant } from "../../shared/time/instant.js";
import type { PointValue } from "../programme/point-kind.js";

/** What points came from. */
export interface LotSource {
  /** An order, an activity, a grant by hand, a partner, a referral, a transfer, a merge, or a return made good. */
  readonly kind:
    "order" | "activity" | "grant" | "partner" | "referral" | "transfer" | "merge" | "return";
  /** The id of it: of the order, the activity, the other member. */
  readonly id: string;
  /** The earning rules that gave them; absent where none did. */
  readonly rules?: readonly string[];
  /** What they came from at first, where they came from another ledger: what they await is confirmed for that. */
  readonly origin?: {
    /** What it was. */
    readonly kind: Exclude<LotSource["kind"], "transfer" | "merge">;
    /** Its id. */
    readonly id: string;
    /** When they were earned. */
    readonly earnedAt: Instant;
  };
}

/** The terms points are issued under; fixed when they are, whatever the programme says later. */
export interface LotTerms {
  /** The kind of points. */
  readonly kind: string;
  /** Lower is burned first. */
  readonly priority: number;
  /** From when they can be spent; absent while {@link LotTerms.awaiting} is not confirmed. */
  readonly activeFrom?: Instant;
  /** The action that makes them active; absent where none is needed, or once it was confirmed. */
  readonly awaiting?: string;
  /** The first moment at which they are gone; absent where they last for ever, or lapse by inactivity. */
  readonly expiresAt?: Instant;
  /**
   * They go when the member has been inactive, see `PointsWallet.lapsesAt`; never together with a moment of their own.
   */
  readonly lapsesWhenInactive?: true;
  /** What a point is worth; of no stated value when absent. */
  readonly value?: PointValue;
}

/** Points as they are issued: one lot. */
export interface IssuedLot extends LotTerms {
  /** The lot's id, made from the event's sequence: lots sort by it in the order they were issued. */
  readonly id: string;
  /** When they were earned. */
  readonly earnedAt: Instant;
  /** How many, an integer of at least 1. */
  readonly original: number;
  /** What for. */
  readonly source: LotSource;
}

/** A lot as its events have left it: its points by where they are; all together are the original. */
export interface PointsLot extends IssuedLot {
  /** When points last came back to it; absent where none have. */
  readonly backAt?: Instant;
  /** A return gave it days after its end, which happens once; absent where none did. */
  readonly graceGiven?: true;
  /** Still in the lot: pending, active or past their expiry. */
  readonly open: number;
  /** Set aside. */
  readonly reserved: number;
  /** Spent. */
  readonly redeemed: number;
  /** Recorded as expired. */
  readonly expired: number;
  /** Taken back. */
  readonly clawedBack: number;
  /** Passed on. */
  readonly transferred: number;
  /** Used to pay a debt. */
  readonly settledDebt: number;
}
