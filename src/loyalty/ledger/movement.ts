/**
 * Where points are. Every movement takes them from one account to another, so that all accounts of a wallet sum to 0.
 *
 * - `issued`: where they come from; minus all points ever issued;
 * - `open`: in the member's lots, pending or active; which of the two, and whether they have expired, follows from the
 * clock and is never stored;
 * - `reserved`: set aside for an order that is not yet paid;
 * - `redeemed`, `expired`, `clawed-back`, `transferred`: gone, and how;
 * - `deficit`: below 0 where the member owes points.
 */
export type LedgerAccount =
  | "issued"
  | "open"
  | "reserved"
  | "redeemed"
  | "expired"
  | "clawed-back"
  | "transferred"
  | "deficit";

/** So many points go from one account to another. */
export interface PointsMovement {
  /** The kind of points. */
  readonly kind: string;
  /** The lot they belong to; absent where a debt is made, which belongs to none. */
  readonly lot?: string;
  /** Where they were. */
  readonly from: LedgerAccount;
  /** Where they are now. */
  readonly to: LedgerAccount;
  /** How many, an integer of at least 1. */
  readonly points: number;
}
