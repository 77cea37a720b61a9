import type { EarningRecord } from "../ledger/earning-record.js";
import type { CapUse } from "../ledger/event-base.js";
import type { ActivationRule } from "../programme/activation-rule.js";
import type { ExpiryRule } from "../programme/expiry-rule.js";
import type { TierMetric } from "../programme/tier-policy.js";

/** Points of one kind under the same terms: they become one lot. */
export interface EarnedLot {
  /** The kind of points. */
  readonly kind: string;
  /** How many, an integer of at least 1. */
  readonly points: number;
  /** The rules that gave them. */
  readonly earnedBy: readonly string[];
  /** Terms of the rules in place of the kind's own; absent where they have none. */
  readonly rules?: {
    /** From when they can be spent. */
    readonly activation?: ActivationRule;
    /** Until when. */
    readonly expiry?: ExpiryRule;
    /** Lower is burned first. */
    readonly burnPriority?: number;
  };
}

/** What an order or activity earns. */
export interface EarnedPoints {
  /** The explanation, rule by rule: what is granted there sums to the points of the lots. */
  readonly record: EarningRecord;
  /** The points by kind and terms; empty where nothing is earned. */
  readonly lots: readonly EarnedLot[];
  /** What of each line counts as spent, in the order of the lines; empty for an activity. */
  readonly spendByLine: readonly number[];
  /** What it uses of caps. */
  readonly capUses: readonly CapUse[];
  /** What of it counts towards a tier; metrics of 0 are left out. */
  readonly qualifying: Readonly<Partial<Record<TierMetric, number>>>;
}
