import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { ExpectedRedemption } from "./expected-redemption.js";
import type { VintageOptions } from "./vintage-lot.js";

/** How to tell what outstanding points are worth. */
export interface PointsLiabilityOptions extends VintageOptions {
  /** How many of the outstanding points are expected to be redeemed. */
  readonly expected: ExpectedRedemption;
}

/** The outstanding points of one vintage in one currency. */
export interface VintageLiability {
  /** The first day of the month, quarter or year they were earned in. */
  readonly vintage: PlainDate;
  /** The currency of their value. */
  readonly currency: CurrencyCode;
  /** Points issued for good: without those taken back, passed on, or used to pay a debt. */
  readonly issued: number;
  /** Points of them redeemed. */
  readonly redeemed: number;
  /** Points that can still be redeemed: pending, active or set aside. */
  readonly outstanding: number;
  /** The share of the outstanding points expected to be redeemed, 0 to 1. */
  readonly expectedShare: number;
  /** What all outstanding points are worth. */
  readonly faceValue: Money;
  /** What of it is not expected to be redeemed. */
  readonly breakage: Money;
  /** What of it is expected to be redeemed: face value less breakage. */
  readonly liability: Money;
}

/** The outstanding points of all vintages in one currency. */
export interface CurrencyLiability {
  /** The currency. */
  readonly currency: CurrencyCode;
  /** Points outstanding. */
  readonly outstanding: number;
  /** The sum of the vintages' face values. */
  readonly faceValue: Money;
  /** The sum of their breakage. */
  readonly breakage: Money;
  /** The sum of their liabilities. */
  readonly liability: Money;
}

/** Outstanding points that nobody has given a value. */
export interface UnvaluedPoints {
  /** The first day of their vintage. */
  readonly vintage: PlainDate;
  /** Points outstanding. */
  readonly outstanding: number;
}

/** What outstanding points are worth, by when they were earned. */
export interface PointsLiability {
  /** The moment asked about. */
  readonly asOf: Instant;
  /** The vintages with a value, in the order of time, then of currencies. */
  readonly vintages: readonly VintageLiability[];
  /** The sums, one a currency, in alphabetical order. */
  readonly currencies: readonly CurrencyLiability[];
  /** Points without a stated value, which are in no sum, in the order of time; empty where all have one. */
  readonly unvalued: readonly UnvaluedPoints[];
}
