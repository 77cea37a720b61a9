import type { Money } from "../../shared/money/money.js";
import type { Ratio } from "../../shared/money/ratio.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** What every command says. */
export interface LoyaltyCommandBase {
  /** The idempotency key: the same key with the same payload is taken in once. */
  readonly key: string;
  /** Whose ledger. */
  readonly member: string;
  /** When it happened; not after `now`. */
  readonly occurredAt: Instant;
  /** What it came from, in the host's words. */
  readonly cause?: string;
}

/** A line of an order. */
export interface LoyaltyOrderLine {
  /** The host's id of the line, unique in the order. */
  readonly id: string;
  /** The product. */
  readonly product: string;
  /** Its category; absent when unknown. */
  readonly category?: string;
  /** Units, an integer of at least 1. */
  readonly quantity: number;
  /** What is paid for the line after discounts, at least 0, by whatever means. */
  readonly amount: Money;
  /** False where the line never earns: shipping, a gift card bought. */
  readonly earns?: boolean;
}

/** An order that is paid. */
export interface LoyaltyOrder {
  /** The host's id. */
  readonly id: string;
  /** Its lines; at least one, all in one currency. */
  readonly lines: readonly LoyaltyOrderLine[];
  /** The channel; absent when unknown. */
  readonly channel?: string;
  /** The rate to the programme's currency: programme minor units for order minor units; needed where they differ. */
  readonly rate?: Ratio;
  /** Nights stayed, for tiers that count them. */
  readonly nights?: number;
  /** Visits it is counted as; 1 when absent. */
  readonly visits?: number;
  /** Segments the host says the member is in. */
  readonly segments?: readonly string[];
  /** Facts for conditions. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Opens the account. */
export interface EnrolMember extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "enrol";
  /** A person's account, or one several members pay into; a member's when absent. */
  readonly holder?: "member" | "household";
  /** Birthday, for rules that ask for it. */
  readonly birthday?: PlainDate;
  /** A card to begin with. */
  readonly card?: string;
  /** Who recommended the programme; recorded, and rewarded by `decideReferral`. */
  readonly referredBy?: string;
}

/** Pauses, resumes or closes the account. */
export interface ChangeMemberStatus extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "pause" | "resume" | "close";
  /** Why. */
  readonly why: string;
}

/** Issues a card, blocks it, or issues one in its place. */
export interface ChangeCard extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "issue-card" | "block-card" | "replace-card";
  /** The card issued or blocked. */
  readonly card: string;
  /** The card replaced, which is blocked by it. */
  readonly replaces?: string;
  /** Why; needed to block or replace. */
  readonly why?: string;
}

/** Records a paid order: it earns, counts towards tiers, and may cross a threshold. */
export interface RecordOrder extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "record-order";
  /** The order. */
  readonly order: LoyaltyOrder;
}

/** Records something other than an order that may earn. */
export interface RecordActivity extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "record-activity";
  /** The host's id of the activity. */
  readonly activity: string;
  /** Its name, as the rules' trigger says: `review`, `visit`, `stay`, `birthday`. */
  readonly trigger: string;
  /** Units, for rules that count them; 1 when absent. */
  readonly quantity?: number;
  /** The channel. */
  readonly channel?: string;
  /** Nights, for tiers that count them. */
  readonly nights?: number;
  /** Visits, for tiers that count them. */
  readonly visits?: number;
  /** Segments the host says the member is in. */
  readonly segments?: readonly string[];
  /** Facts for conditions. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Gives points by hand, or for a partner. */
export interface GrantPoints extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "grant-points";
  /** The kind of points. */
  readonly points: {
    /** The kind of points. */
    readonly kind: string;
    /** How many, an integer of at least 1. */
    readonly amount: number;
  };
  /** Why. */
  readonly why: string;
  /** The partner who issues them. */
  readonly partner?: string;
  /** The last day they can be spent, inclusive; by the kind's rule when absent. */
  readonly through?: PlainDate;
}

/** Takes points back by hand; what is not there is owed or let go, as the programme says of returns. */
export interface ClawBackPoints extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "claw-back-points";
  /** The kind of points. */
  readonly points: {
    /** The kind of points. */
    readonly kind: string;
    /** How many, an integer of at least 1. */
    readonly amount: number;
  };
  /** Why. */
  readonly why: string;
}

/** Confirms what lots await: an order delivered, a stay completed. */
export interface ConfirmAction extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "confirm";
  /** The action, as the activation rule says. */
  readonly action: string;
  /** The order or activity. */
  readonly of: string;
}

/** Records what has expired and which reservations have fallen back; nothing depends on it being sent. */
export interface SettleLedger extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "settle";
}

/** Moves the end of points later, or brings expired ones back within the reinstatement window. */
export interface MoveExpiry extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "extend-expiry" | "reinstate-points";
  /** The kind of points. */
  readonly pointKind: string;
  /** The last day they can now be spent, inclusive; never earlier than it was. */
  readonly through: PlainDate;
  /** Only these lots; all of the kind that can be when absent. */
  readonly lots?: readonly string[];
  /** Why. */
  readonly why: string;
}

/** What points are to be spent on. */
export type RedemptionRequest =
  | {
      /** What the points are for. */
      readonly use: "payment";
      /** The order to be paid. */
      readonly order: string;
      /** What is payable for it. */
      readonly payable: Money;
      /** Points at most; as many as can be when absent. */
      readonly points?: number;
    }
  | {
      /** What the points are for. */
      readonly use: "cashback";
      /** Points to convert; only whole blocks are taken. */
      readonly points: number;
    }
  | {
      /** What the points are for. */
      readonly use: "reward";
      /** The reward. */
      readonly reward: string;
      /** Units; 1 when absent. */
      readonly quantity?: number;
      /** The order it is taken with, so that a return gives the points back. */
      readonly order?: string;
      /** For whom, where it is a gift. */
      readonly recipient?: string;
      /** The id of the voucher, where the reward is one. */
      readonly voucher?: string;
    }
  | {
      /** What the points are for. */
      readonly use: "partner";
      /** The partner who accepts the points. */
      readonly partner: string;
      /** The kind of points. */
      readonly kind: string;
      /** How many. */
      readonly points: number;
    };

/** Spends points, or sets them aside. */
export interface RedeemPoints extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "redeem" | "reserve";
  /** The host's id of the redemption. */
  readonly redemption: string;
  /** On what. */
  readonly request: RedemptionRequest;
}

/** Uses a reservation, or gives it up. */
export interface EndReservation extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "commit" | "release";
  /** The redemption reserved. */
  readonly redemption: string;
}

/** Uses a voucher in part or whole. */
export interface UseVoucher extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "use-voucher";
  /** The voucher. */
  readonly voucher: string;
  /** How much of it, in the programme's currency. */
  readonly amount: Money;
  /** The order it pays. */
  readonly order: string;
}

/** Makes a voucher void; the points are not given back. */
export interface VoidVoucher extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "void-voucher";
  /** The voucher. */
  readonly voucher: string;
  /** Why. */
  readonly why: string;
}

/** What of a line is given back. */
export interface ReturnLine {
  /** The line of the order. */
  readonly line: string;
  /** Units, an integer; 0 for a price reduction. */
  readonly quantity: number;
  /** What is paid back, in the order's currency; in proportion to the units when absent. */
  readonly amount?: Money;
}

/** Gives an order back, in part or whole. */
export interface ReturnOrder extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "return-order";
  /** The order. */
  readonly order: string;
  /** The host's id of the return. */
  readonly return: string;
  /** What comes back; all that is left when absent. */
  readonly lines?: readonly ReturnLine[];
}

/** Gives a tier by hand, for a status elsewhere, or by invitation. */
export interface GiveTier extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "award-tier" | "match-tier" | "invite-to-tier";
  /** The tier. */
  readonly tier: string;
  /** The last day it lasts, inclusive; as if it had been reached when absent. */
  readonly through?: PlainDate;
  /** Why. */
  readonly why: string;
}

/** Invites to, joins or leaves a club. */
export interface ChangeClub extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "invite-to-club" | "join-club" | "leave-club";
  /** The club. */
  readonly club: string;
}

/** Takes a person into a household's account, or out of it. */
export interface ChangeHousehold extends LoyaltyCommandBase {
  /** Tells the command from others. */
  readonly kind: "add-person" | "remove-person";
  /** The person: a member with an account of their own. */
  readonly person: string;
}

/** Something to be done in a member's ledger, before it is judged. */
export type LoyaltyCommand =
  | EnrolMember
  | ChangeMemberStatus
  | ChangeCard
  | RecordOrder
  | RecordActivity
  | GrantPoints
  | ClawBackPoints
  | ConfirmAction
  | SettleLedger
  | MoveExpiry
  | RedeemPoints
  | EndReservation
  | UseVoucher
  | VoidVoucher
  | ReturnOrder
  | GiveTier
  | ChangeClub
  | ChangeHousehold;

/** The kinds of commands. */
export type LoyaltyCommandKind = LoyaltyCommand["kind"];
