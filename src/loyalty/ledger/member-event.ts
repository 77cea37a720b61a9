import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { LoyaltyEventBase } from "./event-base.js";
import type { OrderRecord, RedemptionRecord, ReferralRecord } from "./loyalty-state.js";

/** A member joined, or a household's account was opened. */
export interface MemberEnrolled extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "member-enrolled";
  /** A person's account, or one several members pay into. */
  readonly holder: "member" | "household";
  /** The day of enrolment, on the programme's clock. */
  readonly day: PlainDate;
  /** Birthday, as far as it is needed for earning; absent when unknown. */
  readonly birthday?: PlainDate;
  /** Who recommended the programme. */
  readonly referredBy?: string;
}

/** The account was paused, resumed or closed. */
export interface MemberStatusChanged extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "member-status-changed";
  /** What it is now. */
  readonly status: "active" | "paused" | "closed";
  /** Why. */
  readonly why: string;
}

/** A card was issued, blocked, or issued in place of another. */
export interface CardChanged extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "card-changed";
  /** The card. */
  readonly card: string;
  /** What it is now. */
  readonly status: "active" | "blocked";
  /** The card it replaces. */
  readonly replaces?: string;
  /** Why; absent where it was issued. */
  readonly why?: string;
}

/** A member joined, was invited to, or left a club. */
export interface ClubChanged extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "club-changed";
  /** The club. */
  readonly club: string;
  /** What the member is to it now. */
  readonly status: "invited" | "member" | "left";
  /** The first moment at which a membership is over; absent where it lasts. */
  readonly until?: Instant;
}

/** A member of a household came or went. */
export interface HouseholdChanged extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "household-changed";
  /** The member. */
  readonly person: string;
  /** What the member is to it now. */
  readonly status: "member" | "left";
}

/**
 * The account of the same person was merged into this one, which goes on with its records. Lots in them are lots of
 * this ledger.
 */
export interface RecordsTakenOver extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "records-taken-over";
  /** The member whose account was merged, and those that had been merged into it. */
  readonly from: readonly string[];
  /** Orders this ledger did not hold, with what has come back of them; absent where none. */
  readonly orders?: readonly OrderRecord[];
  /** Redemptions this ledger did not hold; absent where none. */
  readonly redemptions?: readonly RedemptionRecord[];
  /** Recommendations this ledger did not hold; absent where none. */
  readonly referrals?: readonly ReferralRecord[];
  /** Activities this ledger did not hold, with what they were recorded as; absent where none. */
  readonly activities?: Readonly<Record<string, string>>;
  /** Points passed on, by what as and month; absent where none. */
  readonly passedOn?: Readonly<Record<string, number>>;
  /** Who recommended the programme, where that was said of the merged account only. */
  readonly referredBy?: string;
}
