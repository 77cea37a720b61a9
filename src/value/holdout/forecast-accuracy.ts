/** How near a forecast of the number of purchases came. */
export interface ForecastAccuracy {
  /** Purchases forecast for all customers together. */
  readonly total: number;
  /** Mean absolute error a customer. */
  readonly meanAbsoluteError: number;
  /** Root of the mean squared error a customer. */
  readonly rootMeanSquaredError: number;
  /** Correlation of forecast and fact, -1 to 1; absent where one of them is the same for all. */
  readonly correlation?: number;
}
