import type { Ratio } from "../../shared/money/ratio.js";
import type { CurrencyCode } from "../../shared/money/currency.js";

/** How much a contradiction matters. */
export type FindingSeverity = "low" | "medium" | "high";

/** What is better for the customer: a `lower` value, a `higher` one, or only the `same`. */
export type BetterValue = "lower" | "higher" | "same";

/** A recorded rate between two currencies. */
export interface RecordedRate {
  /** The currency changed. */
  readonly from: CurrencyCode;
  /** The currency it is changed into. */
  readonly to: CurrencyCode;
  /** How many whole units of `to` one whole unit of `from` is worth; above 0. It is used in both directions. */
  readonly rate: Ratio;
}

/** When statements contradict one another, and how much that matters. */
export interface ConsistencyPolicy {
  /** By how large a share of the reference a price may differ and still agree; the bound itself agrees. */
  readonly priceToleranceShare: number;
  /** Recorded rates; prices in currencies without one are not compared. */
  readonly rates: readonly RecordedRate[];
  /** By aspect, the touchpoint whose word counts; where none is named, the value said most often is the reference. */
  readonly authorities: Readonly<Record<string, string>>;
  /**
   * By aspect, what is better for the customer, so that a promise can be held against what was delivered. Of an aspect
   * that is not listed nobody knows whether 60 days for 30 promised are better or worse: numbers and prices that differ
   * are then `promise-without-direction` and not `promise-not-kept`, unless they are kept, or broken, either way. With
   * `same` any difference breaks the promise.
   */
  readonly better: Readonly<Record<string, BetterValue>>;
  /** By aspect, how much a contradiction matters. */
  readonly severities: Readonly<Record<string, FindingSeverity>>;
  /** How much it matters for every other aspect. */
  readonly otherSeverity: FindingSeverity;
  /** How often customers must have asked before silence is a finding, at least 1. */
  readonly minimumAsks: number;
}

/**
 * Not a cent of difference; what costs or delays the customer weighs most, the tone least; nobody's word counts more.
 *
 * @remarks TP-4 names the aspects: price, promise, tone, availability, policy. Weights and directions are this
 * library's choice, for a firm to replace by its own.
 */
export const DEFAULT_CONSISTENCY_POLICY: ConsistencyPolicy = {
  priceToleranceShare: 0,
  rates: [],
  authorities: {},
  better: {
    price: "lower",
    "delivery-time": "lower",
    "response-time": "lower",
    "return-days": "higher",
    "warranty-months": "higher",
  },
  severities: {
    price: "high",
    "delivery-time": "high",
    "return-days": "high",
    "opening-hours": "medium",
    availability: "medium",
    tone: "low",
  },
  otherSeverity: "medium",
  minimumAsks: 1,
};
