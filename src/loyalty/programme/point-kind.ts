import type { CurrencyCode } from "../../shared/money/currency.js";
import type { ActivationRule } from "./activation-rule.js";
import type { ExpiryRule } from "./expiry-rule.js";

/**
 * What a kind of points is for: `redeemable` buys, `promotional` buys, too, and is burned by its own priority,
 * `qualifying` only counts towards a tier, `partner` is issued or accepted by somebody else.
 */
export type PointPurpose = "redeemable" | "promotional" | "qualifying" | "partner";

/**
 * What points are worth when they are redeemed: so many points for so much money. It is recorded in each lot, so that
 * a new value never revalues old points.
 */
export interface PointValue {
  /** How many points, an integer of at least 1. */
  readonly points: number;
  /** For how much, in minor units of the currency, an integer of at least 1. */
  readonly amount: number;
  /** The currency. */
  readonly currency: CurrencyCode;
}

/** A kind of points: its own wallet, with its own expiry, value and place in the burn order. */
export interface PointKind {
  /** The programme's name of the kind, such as `points` or `status-miles`. */
  readonly id: string;
  /** What it is for. */
  readonly purpose: PointPurpose;
  /** Lower is burned first; 0 when absent. */
  readonly burnPriority?: number;
  /** From when points can be spent; at once when absent. */
  readonly activation?: ActivationRule;
  /** Until when; for ever when absent. */
  readonly expiry?: ExpiryRule;
  /** Another expiry for members of these tiers, by tier; decided when the points are issued. */
  readonly expiryByTier?: Readonly<Record<string, ExpiryRule>>;
  /** What the points are worth; of no stated value when absent. */
  readonly value?: PointValue;
  /** For how many days expired points can be reinstated; not at all when absent. */
  readonly reinstatementDays?: number;
}
