/** How contacts are forecast. */
export interface ForecastPolicy {
  /** The whole weeks a forecast must be able to learn from, besides those held out; at least 2. */
  readonly minimumWeeks: number;
  /** The last whole weeks, which are forecast from the weeks before them to measure the error; at least 1. */
  readonly heldOutWeeks: number;
  /** A day so many weeks back counts half as much as the last one; above 0. */
  readonly halfLifeWeeks: number;
  /** A trend counts where it differs from none by so many standard errors; at least 0. */
  readonly trendDeviations: number;
  /** A trend that counts goes on with so much of itself from week to week; from 0 (it ends) to 1 (it never weakens). */
  readonly trendDamping: number;
  /** A day is unusual where it is so many robust standard deviations off what was expected; above 0. */
  readonly outlierDeviations: number;
  /** Whether unusual days are kept in what is learnt; they are named in both cases. */
  readonly outliers: "leave-out" | "keep";
  /** The confidence level of the prediction intervals, as a share; above 0 and below 1. */
  readonly level: number;
}

/**
 * Four weeks to learn from and four held out; a half-life of eight weeks; a trend from two standard errors on, which
 * weakens by a tenth a week; days off by five robust deviations left out; intervals of 90 percent.
 *
 * @remarks Chosen here on simulated centres; the error on the held-out weeks tells whether they fit yours.
 */
export const DEFAULT_FORECAST_POLICY: ForecastPolicy = {
  minimumWeeks: 4,
  heldOutWeeks: 4,
  halfLifeWeeks: 8,
  trendDeviations: 2,
  trendDamping: 0.9,
  outlierDeviations: 5,
  outliers: "leave-out",
  level: 0.9,
};
