import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { PointValue } from "../programme/point-kind.js";

/** The periods points are grouped by: those they were earned in. */
export type VintagePeriod = "month" | "quarter" | "year";

/** How points are grouped by when they were earned. */
export interface VintageOptions {
  /** The moment asked about; points earned later are left out. */
  readonly asOf: Instant;
  /** The programme's zone, whose calendar decides the day a point was earned on. */
  readonly zone: TimeZone;
  /** The length of a vintage. */
  readonly by: VintagePeriod;
}

/** Points issued together and what became of them: a lot of a ledger has all of it, and more. */
export interface VintageLot {
  /** When they were earned. */
  readonly earnedAt: Instant;
  /** How many were issued. */
  readonly original: number;
  /** Still in the lot. */
  readonly open: number;
  /** Set aside for an order. */
  readonly reserved: number;
  /** Spent. */
  readonly redeemed: number;
  /** Taken back. */
  readonly clawedBack: number;
  /** Passed on to a lot of somebody else. */
  readonly transferred: number;
  /** Used to pay a debt. */
  readonly settledDebt: number;
  /**
   * The first moment at which what is open is gone; absent where it lasts. Of points that lapse by inactivity, that.
   */
  readonly expiresAt?: Instant;
  /** What points of it are worth; of no stated value when absent. */
  readonly value?: PointValue;
}
