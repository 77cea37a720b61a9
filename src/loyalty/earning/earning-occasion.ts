import type { Ratio } from "../../shared/money/ratio.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { LoyaltyOptions } from "../decision/decision-options.js";
import type { CapUse } from "../ledger/event-base.js";
import type { EarningTrigger } from "../programme/earning-rule.js";

/** A line of an order, as earning rules count it. */
export interface EarningLine {
  /** The host's id of the line, unique in the order. */
  readonly id: string;
  /** The product. */
  readonly product: string;
  /** Its category; absent when unknown. */
  readonly category?: string;
  /** Units, an integer of at least 1. */
  readonly quantity: number;
  /** What is paid for the line after discounts, in minor units of the programme's currency, at least 0. */
  readonly amount: number;
  /** False where the line never earns: shipping, a gift card bought. */
  readonly earns?: boolean;
}

/** Something that may earn: an order, or an activity. */
export interface EarningOccasion {
  /** What happened: `order`, or the name of an activity. */
  readonly trigger: EarningTrigger;
  /** When; rules are judged by the programme's clock at this moment. */
  readonly at: Instant;
  /** The lines of an order, at least one; absent for an activity. */
  readonly lines?: readonly EarningLine[];
  /** What of an order is paid by points, in minor units of the programme's currency; 0 when absent. */
  readonly paidByPoints?: number;
  /** Units of an activity, an integer of at least 1; 1 when absent. */
  readonly quantity?: number;
  /** The channel; absent when unknown. */
  readonly channel?: string;
  /** Segments the host says the member is in. */
  readonly segments?: readonly string[];
  /** Facts for conditions. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** Visits it is counted as; 1 for an order and 0 for an activity when absent. */
  readonly visits?: number;
  /** Nights stayed; 0 when absent. */
  readonly nights?: number;
}

/** What earning rules ask about the member. */
export interface EarningFacts {
  /** The tier the occasion is rated at; several with their shares where it crosses a threshold; none when absent. */
  readonly tiers?: readonly RatedTier[];
  /** The clubs the member is in. */
  readonly clubs?: readonly string[];
  /** Birthday; absent when unknown. */
  readonly birthday?: PlainDate;
  /** The day of enrolment, on the programme's clock. */
  readonly enrolledOn?: PlainDate;
  /** Orders before this one; 0 when absent. */
  readonly orderCount?: number;
  /** When orders happened, as in `LoyaltyState.orderTimes`: keys begin with the moment. */
  readonly orderTimes?: OrderedMap<string>;
  /** What was counted against caps before, by cap and span of time. */
  readonly capUses?: OrderedMap<Omit<CapUse, "cap">>;
}

/** The part of an occasion that is rated at a tier. */
export interface RatedTier {
  /** The tier; undefined where the member has none. */
  readonly tier: string | undefined;
  /** The share, above 0; all together are exactly 1. */
  readonly share: Ratio;
}

/** By which rules it is counted, from which budgets, and how much of it is recorded. */
export type EarningOptions = Pick<LoyaltyOptions, "programme" | "left" | "trace">;
