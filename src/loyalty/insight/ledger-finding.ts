/** What can be wrong with a ledger. */
export type LedgerFindingCode =
  | "unknown-version"
  | "other-member"
  | "duplicate-sequence"
  | "sequence-gap"
  | "recorded-before"
  | "key-reused"
  | "unknown-lot"
  | "points-not-whole"
  | "impossible-movement"
  | "lot-overdrawn"
  | "negative-debt"
  | "burned-while-pending"
  | "burned-after-expiry"
  | "expired-early"
  | "duplicate-order"
  | "returned-too-much"
  | "voucher-overdrawn"
  | "redemption-sum"
  | "earning-sum"
  | "not-foldable"
  | "lot-sum"
  | "wallet-sum"
  | "wallet-differs";

/** Something wrong with a ledger. */
export interface LedgerFinding {
  /** What. */
  readonly code: LedgerFindingCode;
  /** The event it was seen at; absent where it is of the ledger as a whole. */
  readonly event?: string;
  /** The lot, kind, key, order, redemption or voucher it is about. */
  readonly of?: string;
  /** What was found. */
  readonly found: string;
}
