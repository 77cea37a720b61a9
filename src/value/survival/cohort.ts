import type { CurrencyCode } from "../../shared/money/currency.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ReturnTreatment } from "../purchase/purchase-summary.js";

/** How long the periods of a cohort table are. Weeks begin on Monday. */
export type CohortPeriod = "week" | "month" | "quarter" | "year";

/** How customers are put into cohorts. */
export interface CohortRetentionOptions {
  /** In which zone a moment becomes a day. No default: midnight decides on the cohort. */
  readonly zone: TimeZone;
  /** The currency of all rows. No default: amounts of two currencies have no sum. */
  readonly currency: CurrencyCode;
  /** How long the periods are; calendar months by default. */
  readonly by?: CohortPeriod;
  /**
   * What becomes of returns: `refuse`, the default, makes one an error; `leave-out` passes over them; `lower-spend`
   * takes what was paid back from the amount of the period of the return. They are never activity.
   */
  readonly returns?: Exclude<ReturnTreatment, "undo">;
}

/** The customers who bought first in one period, and what became of them. */
export interface Cohort {
  /** The period: `1997-01`, `1997-Q1`, `1997`, or the Monday of a week. */
  readonly cohort: string;
  /** How many customers. */
  readonly size: number;
  /** How many of them bought in the first period, the next, and so on up to the last period of all rows. */
  readonly active: readonly number[];
  /** Share of them that bought, by the same periods; 1 in the first. */
  readonly retentionShare: readonly number[];
  /** Purchases, by the same periods. */
  readonly transactions: readonly number[];
  /** What was paid, in minor units, by the same periods. */
  readonly amount: readonly number[];
}

/** The cohorts of a log of purchases: a triangle, because the younger have had less time. */
export interface CohortRetention {
  /** The cohorts, oldest first; periods in which nobody bought first are left out. */
  readonly cohorts: readonly Cohort[];
  /** How long the periods are. */
  readonly by: CohortPeriod;
  /** The currency of the amounts. */
  readonly currency: CurrencyCode;
  /** What was paid back before the customer's first purchase, in minor units: it is in no cell. */
  readonly unplacedReturns: number;
}
