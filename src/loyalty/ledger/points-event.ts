import type { LoyaltyEventBase } from "./event-base.js";
import type { ReturnReversal } from "./return-event.js";

/** Points were given by hand, by a partner, or by a transfer, a merge or a referral. */
export interface PointsGranted extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-granted";
  /** Why. */
  readonly why: string;
}

/** Points were taken back by hand. */
export interface PointsClawedBack extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-clawed-back";
  /** Why. */
  readonly why: string;
  /** Points that were to be taken back. */
  readonly wanted: number;
  /** What was not there and is owed or was let go; absent where all was there. */
  readonly reversal?: Pick<ReturnReversal, "owed" | "letGo">;
}

/** What awaited a confirmation was confirmed: the lots named are active from now on. */
export interface PointsActivated extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-activated";
  /** The order or activity confirmed. */
  readonly of: string;
  /** The lots. */
  readonly activated: readonly string[];
}

/** Points past their expiry were recorded as expired. */
export interface PointsExpired extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-expired";
}

/** The end of lots was moved. */
export interface ExpiryMoved extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "expiry-moved";
  /** Later because it was extended, or because expired points were reinstated. */
  readonly by: "extension" | "reinstatement";
  /** Why. */
  readonly why: string;
}

/** Points were passed on, or the ledger was merged into another. */
export interface PointsTransferred extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "points-transferred";
  /** To whom. */
  readonly to: string;
  /** Why: a gift, a payment into a household's account, or a merge or split of accounts. */
  readonly as: "transfer" | "household" | "merge" | "split";
  /** Points in all. */
  readonly points: number;
  /** The calendar month on the programme's clock, such as `2026-02`, for the limit. */
  readonly month: string;
}

/** A recommendation: made, rewarded, or taken back. */
export interface ReferralChanged extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "referral-changed";
  /** The other side: the friend in the referrer's ledger, the referrer in the friend's. */
  readonly other: string;
  /** Which side this ledger is. */
  readonly side: "referrer" | "friend";
  /** Where it stands. */
  readonly status: "pending" | "rewarded" | "reversed";
  /** The order that qualified it. */
  readonly order?: string;
  /** The month of the reward on the programme's clock, for the velocity limit. */
  readonly month?: string;
  /** Points owed or let go where a reward was taken back. */
  readonly reversal?: Pick<ReturnReversal, "owed" | "letGo">;
}
