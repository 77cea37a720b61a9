import type { ValueHorizon } from "../economics/value-horizon.js";

/** How the future counts less than the present. */
export interface PeriodDiscount {
  /** Rate a period, at least 0: 0.01 for 1 percent. */
  readonly rate: number;
  /**
   * Length of a period in the unit of the history, above 0: a month of 4.345 weeks where ages are weeks. No default: a
   * month is not the same number of weeks to everybody. Whole for BG/BB.
   */
  readonly period: number;
}

/** How purchases to come become money. */
export interface LifetimeValueTerms {
  /** Margin as a share of what is spent, at most 1; below 0 where purchases cost more than they bring. */
  readonly marginShare: number;
  /** Rate of discount and its period. */
  readonly discount: PeriodDiscount;
  /** How many periods count, or all to come, for which the rate must be above 0. */
  readonly horizon: ValueHorizon;
}
