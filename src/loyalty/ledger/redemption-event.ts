import type { Instant } from "../../shared/time/instant.js";
import type { LoyaltyEventBase } from "./event-base.js";

/** Points were spent. */
export interface PointsRedeemed extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-redeemed";
  /** What was bought. */
  readonly redemption: RecordedRedemption;
}

/** What points were spent on, with the numbers it was decided by. */
export interface RecordedRedemption {
  /** The host's id of the redemption. */
  readonly id: string;
  /** Paying an order, a reward, cashback, or at a partner's. */
  readonly use: "payment" | "reward" | "cashback" | "partner";
  /** Points spent. */
  readonly points: number;
  /** The order they paid, or were spent with. */
  readonly order?: string;
  /** What they paid, in minor units of the programme's currency. */
  readonly amount?: number;
  /** The reward. */
  readonly reward?: string;
  /** Claims of the reward. */
  readonly claims?: number;
  /** The partner. */
  readonly partner?: string;
  /** For whom the reward is, where it is a gift. */
  readonly recipient?: string;
  /** The voucher the reward is, and the days it lasts; absent where it is none. */
  readonly voucher?: {
    /** Its id. */
    readonly id: string;
    /** Days it lasts, through the last; without end when absent. */
    readonly validDays?: number;
  };
}

/** Points were set aside. */
export interface PointsReserved extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-reserved";
  /** What they are set aside for. */
  readonly redemption: RecordedRedemption;
  /** The first moment at which the reservation has fallen back by itself. */
  readonly fallsBackAt: Instant;
}

/** A reservation was used, given up, or fell back by itself. */
export interface ReservationEnded extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "reservation-ended";
  /** The redemption it was for. */
  readonly redemption: string;
  /** How. */
  readonly as: "committed" | "released" | "timed-out";
}

/** What happened to a voucher. */
export type VoucherChange =
  | {
      /** Tells the event, or what happened to the voucher, from others. */
      readonly kind: "issued";
      /** Worth, in minor units of the programme's currency. */
      readonly amount: number;
      /** The redemption that bought it. */
      readonly redemption: string;
      /** The first moment at which it is gone; absent where it lasts. */
      readonly expiresAt?: Instant;
    }
  | {
      /** Tells the event, or what happened to the voucher, from others. */
      readonly kind: "used";
      /** How much of it. */
      readonly amount: number;
      /** The order it paid. */
      readonly order: string;
    }
  | {
      /** Tells the event, or what happened to the voucher, from others. */
      readonly kind: "restored";
      /** How much of it can be used again. */
      readonly amount: number;
      /** The order it had paid, which was given back. */
      readonly order: string;
    }
  | {
      /** Tells the event, or what happened to the voucher, from others. */
      readonly kind: "voided";
      /** Why. */
      readonly why: string;
    };

/** A voucher was issued, redeemed in part or whole, restored by a return of what it paid, or made void. */
export interface VoucherChanged extends LoyaltyEventBase {
  /** Tells the event, or what happened to the voucher, from others. */
  readonly kind: "voucher-changed";
  /** The voucher. */
  readonly voucher: string;
  /** What happened. */
  readonly change: VoucherChange;
}
