import type { LoyaltyEventBase } from "./event-base.js";

/** An order was given back, in part or whole. */
export interface OrderReturned extends LoyaltyEventBase {
  /** Tells the event from others. */
  readonly kind: "order-returned";
  /** The order. */
  readonly order: string;
  /** The return's id. */
  readonly return: string;
  /** What came back of each line. */
  readonly lines: readonly ReturnedLine[];
  /** Points taken back and given back, and what was let go. */
  readonly reversal: ReturnReversal;
  /** Spent points given back, by redemption; absent where nothing was spent on the order. */
  readonly givenBack?: readonly {
    /** The redemption. */
    readonly redemption: string;
    /** Points given back. */
    readonly points: number;
  }[];
  /** What vouchers had paid and does not come back, because they are void or over; absent where there is none. */
  readonly vouchersLost?: readonly {
    /** The voucher. */
    readonly voucher: string;
    /** Minor units of the programme's currency. */
    readonly amount: number;
  }[];
}

/** What came back of a line, beside what had come back before. */
export interface ReturnedLine {
  /** The line. */
  readonly line: string;
  /** Units; 0 where only money came back. */
  readonly quantity: number;
  /** Minor units of the programme's currency. */
  readonly amount: number;
  /** What the host said is paid back, in minor units of the order's currency; absent where that needs no rate. */
  readonly stated?: number;
  /** Earned points reversed, by the line. */
  readonly earned: Readonly<Record<string, number>>;
}

/** What a return did to points. */
export interface ReturnReversal {
  /** Earned points to be taken back, by kind. */
  readonly earned: Readonly<Record<string, number>>;
  /** Spent points that came back to their lots. */
  readonly spent: number;
  /** Of those, gone again because their lot had expired. */
  readonly forfeited: number;
  /** Points that could not be taken back and are owed, by kind. */
  readonly owed: Readonly<Record<string, number>>;
  /** Points that could not be taken back and were let go, by kind. */
  readonly letGo: Readonly<Record<string, number>>;
}
