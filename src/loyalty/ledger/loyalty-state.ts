import type { OrderedMap } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { TierMetric } from "../programme/tier-policy.js";
import type { OrderRate, RecordedLine } from "./earning-event.js";
import type { EarningRecord } from "./earning-record.js";
import type { CapUse, QualifyingEntry } from "./event-base.js";
import type { PointsLot } from "./lot.js";
import type { LedgerAccount } from "./movement.js";
import type { RecordedRedemption } from "./redemption-event.js";
import type { TierStanding } from "./tier-event.js";

/** Who the ledger belongs to. */
export interface LoyaltyAccount {
  /** The member's id, or the household's. */
  readonly member: string;
  /** A person's account, or one several members pay into. */
  readonly holder: "member" | "household";
  /** Whether it can be used. */
  readonly status: "active" | "paused" | "closed";
  /** Since when. */
  readonly statusAt: Instant;
  /** The day of enrolment, on the programme's clock. */
  readonly enrolledOn: PlainDate;
  /** When that was. */
  readonly enrolledAt: Instant;
  /** Birthday; absent when unknown. */
  readonly birthday?: PlainDate;
  /** Who recommended the programme; absent when nobody did. */
  readonly referredBy?: string;
  /** The member whose account this one was merged into; absent where it was not. */
  readonly mergedInto?: string;
  /** The members whose accounts were merged into this one, by id; absent where none were. */
  readonly mergedFrom?: readonly string[];
  /** Cards by their number. */
  readonly cards: Readonly<Record<string, "active" | "blocked">>;
  /** The persons of a household's account. */
  readonly persons?: readonly string[];
  /** When each of them last came or went. */
  readonly personChanges?: Readonly<Record<string, Instant>>;
}

/** Points of a wallet by account, as recorded: they sum to 0. */
export type WalletTotals = Readonly<Record<LedgerAccount, number>>;

/** One kind of points of a member. */
export interface PointsWallet {
  /** Points by account, as recorded. */
  readonly totals: WalletTotals;
  /**
   * Lots with open points, by burn order: the key is priority, end, and lot id, so that the first is burned first.
   * Lots that lapse by inactivity have no end of their own and stand in {@link PointsWallet.idleQueue}.
   */
  readonly queue: OrderedMap<string>;
  /** Lots with open points that lapse by inactivity, by priority and lot id. */
  readonly idleQueue: OrderedMap<string>;
  /** When points of the kind lapse by inactivity; absent where they do not. */
  readonly lapsesAt?: Instant;
}

/** An order as it was recorded, and what has come back of it. */
export interface OrderRecord {
  /** The order's id. */
  readonly order: string;
  /** When it happened. */
  readonly at: Instant;
  /** Its lines. */
  readonly lines: readonly RecordedLine[];
  /** The rate its amounts were converted with; absent where none was needed. */
  readonly rate?: OrderRate;
  /** What it earned. */
  readonly earning: EarningRecord;
  /** The lots it was given. */
  readonly lots: readonly string[];
  /** The caps it used. */
  readonly capUses: readonly CapUse[];
  /** What of it counts towards a tier. */
  readonly qualifying: readonly QualifyingEntry[];
  /** The ids of its returns; absent while there is none. */
  readonly returns?: readonly string[];
  /** When the latest of them happened; absent while there is none. */
  readonly returnedAt?: Instant;
  /** What has come back, by line: units, amount, and earned points by kind; absent while nothing has. */
  readonly returned?: Readonly<Record<string, ReturnedSoFar>>;
  /** When it came from an account that was merged into this one, the last time; absent where it was recorded here. */
  readonly takenOverAt?: Instant;
}

/** What has come back of a line so far. */
export interface ReturnedSoFar {
  /** Units. */
  readonly quantity: number;
  /** Minor units of the programme's currency. */
  readonly amount: number;
  /** What the host said was paid back, in minor units of the order's currency; absent where it never did. */
  readonly stated?: number;
  /** Earned points reversed, by kind. */
  readonly earned: Readonly<Record<string, number>>;
}

/** Points taken from or set aside in a lot. */
export interface LotAllocation {
  /** The lot. */
  readonly lot: string;
  /** The kind of points. */
  readonly kind: string;
  /** How many. */
  readonly points: number;
}

/** Points spent or set aside, from which lots, and what became of them. */
export interface RedemptionRecord {
  /** What was decided. */
  readonly redemption: RecordedRedemption;
  /** When. */
  readonly at: Instant;
  /** When the points were spent, for a reservation when it was committed; absent where they are not. */
  readonly committedAt?: Instant;
  /** From which lots, in burn order. */
  readonly allocations: readonly LotAllocation[];
  /** Where it stands. */
  readonly status: "reserved" | "committed" | "released" | "timed-out";
  /** The first moment at which a reservation has fallen back by itself; absent where nothing was reserved. */
  readonly fallsBackAt?: Instant;
  /** Points given back by returns; 0 at first. */
  readonly givenBack: number;
}

/** So much of a voucher paid an order, or was taken back by a return of it. */
export interface VoucherUse {
  /** The order. */
  readonly order: string;
  /** Minor units of the programme's currency; below 0 where a return of the order took it back. */
  readonly amount: number;
  /** When. */
  readonly at: Instant;
}

/** A voucher and what is left of it. */
export interface VoucherRecord {
  /** The voucher. */
  readonly voucher: string;
  /** The redemption that bought it. */
  readonly redemption: string;
  /** When it was issued; absent in a snapshot that does not say. */
  readonly issuedAt?: Instant;
  /** Worth at first, in minor units of the programme's currency. */
  readonly amount: number;
  /** What is left. */
  readonly left: number;
  /** The first moment at which it is gone; absent where it lasts. */
  readonly expiresAt?: Instant;
  /** Whether it was made void. */
  readonly voided: boolean;
  /** What it paid of which orders, and what returns took back of that; absent while it was not used. */
  readonly uses?: readonly VoucherUse[];
}

/** What a member is to a club. */
export interface ClubStanding {
  /** What it is. */
  readonly status: "invited" | "member" | "left";
  /** From when. */
  readonly since: Instant;
  /** The first moment at which a membership is over; absent where it lasts. */
  readonly until?: Instant;
}

/** A recommendation, seen from one side. */
export interface ReferralRecord {
  /** The other side. */
  readonly other: string;
  /** Which side this ledger is. */
  readonly side: "referrer" | "friend";
  /** Where it stands. */
  readonly status: "pending" | "rewarded" | "reversed";
  /** The order that qualified it. */
  readonly order?: string;
  /** The month of the reward on the programme's clock. */
  readonly month?: string;
  /** The lots given as a reward. */
  readonly lots: readonly string[];
  /** When it came from an account that was merged into this one, the last time; absent where it was recorded here. */
  readonly takenOverAt?: Instant;
}

/** One member's ledger as its events have left it: plain data that a host may store as a snapshot. */
export interface LoyaltyState {
  /** The layout of the state. */
  readonly version: 1;
  /** The highest sequence of the events taken in: what a host expects the ledger to be at; 0 at first. */
  readonly sequence: number;
  /** When the last of them happened; absent at first. */
  readonly lastAt?: Instant;
  /** Who it belongs to; absent until enrolment. */
  readonly account?: LoyaltyAccount;
  /** Wallets by kind of points. */
  readonly wallets: Readonly<Record<string, PointsWallet>>;
  /** All lots by id, in the order they were issued. */
  readonly lots: OrderedMap<PointsLot>;
  /** Orders by id. */
  readonly orders: OrderedMap<OrderRecord>;
  /** How many orders were recorded and not given back in whole; the last ones in {@link LoyaltyState.orderTimes}. */
  readonly orderCount: number;
  /** When orders happened: moment and order id as key, order id as value. */
  readonly orderTimes: OrderedMap<string>;
  /** Other activities by id, with what they were recorded as. */
  readonly activities: OrderedMap<string>;
  /** Redemptions by id. */
  readonly redemptions: OrderedMap<RedemptionRecord>;
  /** Redemptions by order: order id and redemption id as key, redemption id as value. */
  readonly orderRedemptions: OrderedMap<string>;
  /** Reservations that are neither committed nor released: the moment they fall back and the id as key. */
  readonly openReservations: OrderedMap<string>;
  /** Vouchers by id. */
  readonly vouchers: OrderedMap<VoucherRecord>;
  /** Points and grants counted against caps, by cap and span of time. */
  readonly capUses: OrderedMap<Omit<CapUse, "cap">>;
  /** What counts towards a tier, by day. */
  readonly qualifying: OrderedMap<Readonly<Partial<Record<TierMetric, number>>>>;
  /** The same over all days. */
  readonly qualifyingEver: Readonly<Partial<Record<TierMetric, number>>>;
  /** The tier; absent where the programme has none. */
  readonly tier?: TierStanding;
  /** When it last changed. */
  readonly tierChangedAt?: Instant;
  /** Clubs by name. */
  readonly clubs: Readonly<Record<string, ClubStanding>>;
  /** Recommendations by side and other member: `referrer:ann`. */
  readonly referrals: OrderedMap<ReferralRecord>;
  /** Points passed on, by what as and month. */
  readonly passedOn: Readonly<Record<string, number>>;
  /** Keys of commands taken in, with what they said. */
  readonly keys: OrderedMap<string>;
}

/** A wallet that never held a point. */
export const EMPTY_WALLET: PointsWallet = {
  totals: {
    issued: 0,
    open: 0,
    reserved: 0,
    redeemed: 0,
    expired: 0,
    "clawed-back": 0,
    transferred: 0,
    deficit: 0,
  },
  queue: [],
  idleQueue: [],
};

/** The ledger before anything has happened. */
export const NO_LOYALTY: LoyaltyState = {
  version: 1,
  sequence: 0,
  wallets: {},
  lots: [],
  orders: [],
  orderCount: 0,
  orderTimes: [],
  activities: [],
  redemptions: [],
  orderRedemptions: [],
  openReservations: [],
  vouchers: [],
  capUses: [],
  qualifying: [],
  qualifyingEver: {},
  clubs: {},
  referrals: [],
  passedOn: {},
  keys: [],
};
