import type { Ratio } from "../../shared/money/ratio.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { ActivationRule } from "./activation-rule.js";
import type { EarningCondition } from "./earning-condition.js";
import type { ExpiryRule } from "./expiry-rule.js";

/**
 * What sets a rule off: an order, or an activity of a name the host chooses, such as `review`, `visit`, `stay`,
 * `birthday`, `enrolment` or `referral`.
 */
export type EarningTrigger = string;

/**
 * How many points a rule gives.
 *
 * - `per-amount`: so many for each full `per` (minor units of the programme's currency) of the chosen lines together;
 *   with `blocks: "proportional"` also for a part of it, down to whole points;
 * - `per-unit`: so many for each unit of the chosen lines, or of the activity's `quantity`;
 * - `fixed`: so many, once;
 * - `multiplier`: scales the points of the other rules of its kind, on the chosen lines only.
 */
export type EarningAward =
  | {
      /** Tells the form from others. */
      readonly form: "per-amount";
      /** Points a block, an integer of at least 1. */
      readonly points: number;
      /** The block, in minor units, an integer of at least 1. */
      readonly per: number;
      /** Whether part of a block counts; only full ones when absent. */
      readonly blocks?: "full" | "proportional";
    }
  | {
      /** Tells the form from others. */
      readonly form: "per-unit";
      /** Points a unit, an integer of at least 1. */
      readonly points: number;
    }
  | {
      /** Tells the form from others. */
      readonly form: "fixed";
      /** Points, an integer of at least 1. */
      readonly points: number;
    }
  | {
      /** Tells the form from others. */
      readonly form: "multiplier";
      /** The factor, above 0; 3/2 is half as many again. */
      readonly factor: Ratio;
    };

/** Which lines of an order a rule counts; all that earn when nothing is said. */
export interface LineChoice {
  /** Only these products. */
  readonly products?: readonly string[];
  /** Only these categories. */
  readonly categories?: readonly string[];
  /** Not these products. */
  readonly exceptProducts?: readonly string[];
  /** Not these categories. */
  readonly exceptCategories?: readonly string[];
}

/** The most that may be granted in a span of time, on the programme's clock. */
export interface EarningCap {
  /** The span: one order or activity, a calendar day, week (from Monday), month, year, or for ever. */
  readonly per: "order" | "day" | "week" | "month" | "year" | "ever";
  /** Points at most. */
  readonly points?: number;
  /** Grants at most. */
  readonly times?: number;
}

/** When and how a member earns points, as data. */
export interface EarningRule {
  /** The programme's name of the rule. */
  readonly id: string;
  /** The kind of points it gives; for a multiplier, the kind it scales. */
  readonly kind: string;
  /** What sets it off. */
  readonly trigger: EarningTrigger;
  /** How many points. */
  readonly award: EarningAward;
  /** Which lines count. */
  readonly lines?: LineChoice;
  /** What must hold; always when absent. */
  readonly when?: EarningCondition;
  /** First day, on the programme's clock; from the beginning when absent. */
  readonly from?: PlainDate;
  /** Last day, inclusive; without end when absent. */
  readonly through?: PlainDate;
  /**
   * `stackable` (when absent): given beside others. `exclusive`: where it applies, the only rule of its kind that gives
   * points; of several the highest priority, then the one that stands first. Multipliers are never exclusive.
   */
  readonly stacking?: "stackable" | "exclusive";
  /** Higher goes first; 0 when absent. */
  readonly priority?: number;
  /** Of the rules of one group only the one that gives most applies; among equals the higher priority. */
  readonly group?: string;
  /** The most it gives to a member. */
  readonly caps?: readonly EarningCap[];
  /** The campaign it belongs to, whose caps it shares. */
  readonly campaign?: string;
  /** The shared budget its points are taken from. */
  readonly budget?: string;
  /** Switched off when true. */
  readonly disabled?: true;
  /** From when its points can be spent; as the kind says when absent. */
  readonly activation?: ActivationRule;
  /** Until when; as the kind says when absent. Not by inactivity: that is of a kind. */
  readonly expiry?: ExpiryRule;
  /** Lower is burned first; as the kind says when absent. */
  readonly burnPriority?: number;
}

/** A campaign: rules that share caps. */
export interface EarningCampaign {
  /** The programme's name of it. */
  readonly id: string;
  /** The most all its rules together give to a member. */
  readonly caps: readonly EarningCap[];
}

/** How several earning rules make one number. */
export interface EarningPolicy {
  /** Whether what is paid by points earns. */
  readonly paidByPoints: "earns" | "does-not-earn";
  /**
   * How several multipliers combine: each adds its own bonus to the base (`add`), they scale one another (`multiply`),
   * or only the largest counts (`highest`).
   */
  readonly multipliers: "add" | "multiply" | "highest";
  /** How the total of a kind becomes whole points, once an order. */
  readonly rounding: "floor" | "half-up" | "ceiling";
  /** The most a member is given of a kind, by all rules together. */
  readonly caps?: readonly (EarningCap & {
    /** The kind of points. */
    readonly kind: string;
  })[];
  /** The caps of campaigns. */
  readonly campaigns?: readonly EarningCampaign[];
  /** Budgets of liability: counted in minor units of what their points are worth; all others count points. */
  readonly liabilityBudgets?: readonly string[];
}
