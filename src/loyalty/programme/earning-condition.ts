import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";

/** Hours of a day on the programme's clock: from (inclusive) to (exclusive), as `HH:MM`; `24:00` is the day's end. */
export interface HourWindow {
  /** First minute, such as `14:00`. */
  readonly from: string;
  /** First minute after; before `from` where the window goes over midnight. */
  readonly to: string;
}

/**
 * What must hold for an earning rule to apply: every field given, each with one of its values. Lines of an order are
 * chosen by the rule's `lines`; these are of the occasion and the member.
 */
export interface EarningCondition {
  /** The channel of the order or activity. */
  readonly channels?: readonly string[];
  /** The day of the week on the programme's clock, 1 for Monday to 7. */
  readonly weekdays?: readonly DayOfWeek[];
  /** The hours on the programme's clock; any of them. */
  readonly hours?: readonly HourWindow[];
  /** A segment the host says the member is in. */
  readonly segments?: readonly string[];
  /** The member's tier; by the programme's crossing policy where the order itself changes it. */
  readonly tiers?: readonly string[];
  /** A club the member is in. */
  readonly clubs?: readonly string[];
  /** Within so many days before or after the member's birthday, 0 for the day itself. */
  readonly birthdayWithinDays?: number;
  /** Within so many days before or after the anniversary of the member's enrolment; never in the first year. */
  readonly anniversaryWithinDays?: number;
  /** The order is the member's first. */
  readonly firstPurchase?: true;
  /** At least so many orders in a row, each at most `withinDays` after the one before, this one counted. */
  readonly streak?: {
    /** Orders, this one counted, at least 2. */
    readonly orders: number;
    /** Whole days between one and the next, at least 1. */
    readonly withinDays: number;
  };
  /** The order's qualifying amount is at least this, in minor units of the programme's currency. */
  readonly orderAtLeast?: number;
  /** Facts the host states with the order or activity, such as `{ eventType: "opening" }`. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** Every one of these. */
  readonly all?: readonly EarningCondition[];
  /** At least one of these. */
  readonly any?: readonly EarningCondition[];
  /** Not this one. */
  readonly not?: EarningCondition;
}
