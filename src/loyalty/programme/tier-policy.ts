/** Everything that can count towards a tier. */
export const TIER_METRICS = ["spend", "points", "visits", "nights"] as const;

/** What counts towards a tier: money spent, qualifying points, visits or nights. */
export type TierMetric = (typeof TIER_METRICS)[number];

/** So much of one metric. */
export interface TierRequirement {
  /** What counts. */
  readonly metric: TierMetric;
  /** How much at the least: minor units of the programme's currency for `spend`, else whole numbers; above 0. */
  readonly atLeast: number;
}

/** What a tier asks for: all of some requirements, or any of them. */
export type TierQualification =
  | {
      /** Every one of these. */
      readonly all: readonly TierRequirement[];
    }
  | {
      /** At least one of these. */
      readonly any: readonly TierRequirement[];
    };

/** One good thing a tier or club brings, in the host's words: `late-checkout`, `free-shipping`. */
export interface Benefit {
  /** The host's id. */
  readonly id: string;
  /** What it is, to be shown. */
  readonly name?: string;
}

/** A tier. Tiers stand in a list from the lowest to the highest; the lowest asks for nothing. */
export interface TierDefinition {
  /** The programme's name of the tier, such as `silver`. */
  readonly id: string;
  /** What reaches it; absent for the lowest tier, and for those by invitation or award only. */
  readonly reach?: TierQualification;
  /** What keeps it another period; as to reach it when absent. */
  readonly keep?: TierQualification;
  /** What it brings, beside what the tiers below bring. */
  readonly benefits?: readonly Benefit[];
}

/**
 * Over which time qualification counts.
 *
 * - `calendar-year`: from January, or from the month the programme's year begins with;
 * - `anniversary-year`: from the day of enrolment, each year;
 * - `rolling`: the last so many months up to today;
 * - `lifetime`: since enrolment; such a tier is never lost.
 */
export type QualificationPeriod =
  | {
      /** Tells the period from others. */
      readonly kind: "calendar-year";
      /** The month the year begins with, 1 to 12; January when absent. */
      readonly startMonth?: number;
    }
  | {
      /** Tells the period from others. */
      readonly kind: "anniversary-year";
    }
  | {
      /** Tells the period from others. */
      readonly kind: "rolling";
      /** Whole months, at least 1. */
      readonly months: number;
    }
  | {
      /** Tells the period from others. */
      readonly kind: "lifetime";
    };

/** How tiers are reached, kept and lost. */
export interface TierPolicy {
  /** The tiers, lowest first; at least one. */
  readonly tiers: readonly TierDefinition[];
  /** The kind of points that counts for the metric `points`; needed where a tier asks for them. */
  readonly qualifyingKind?: string;
  /** Over which time qualification counts. */
  readonly period: QualificationPeriod;
  /** Whether a tier is reached at once, or from the start of the next period. */
  readonly upgrade: "at-once" | "next-period";
  /** Until the end of which period it is kept: the one it was reached in, or the next. */
  readonly keepThrough: "this-period" | "next-period";
  /** Whole months it lasts beyond that; 0 when absent. */
  readonly graceMonths?: number;
  /** Where a member goes who does not keep a tier: at most one tier down, or to the tier qualified for. */
  readonly landing: "one-tier-down" | "qualified-tier";
  /** Whether what exceeds the reached tier's requirement counts in the next period, too. */
  readonly rollover?: "excess";
  /** At which tier an order earns that itself reaches a tier: the one before, the one after, or each its share. */
  readonly crossing: "before" | "after" | "split";
}

/** A club beside the tiers: joined, not reached. */
export interface ClubDefinition {
  /** The programme's name of the club. */
  readonly id: string;
  /** Only by invitation when true. */
  readonly invitationOnly?: true;
  /** The lowest tier that may join; any when absent. */
  readonly fromTier?: string;
  /** Whole months a membership lasts, through the day before; without end when absent. */
  readonly months?: number;
  /** What it brings. */
  readonly benefits?: readonly Benefit[];
}
