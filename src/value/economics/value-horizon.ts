/** A future with an end. */
export interface FiniteHorizon {
  /** How many periods of discount it lasts, a whole number of at least 1. */
  readonly periods: number;
}

/** How long the future is: so many periods, or without an end. */
export type ValueHorizon = FiniteHorizon | "infinite";
