/** How often a theme came up in a period. */
export interface ThemeCount {
  /** The theme: a kind of complaint, or a question with a low score. */
  readonly theme: string;
  /**
   * The period, such as `2025Q4`; periods of one length need not be assumed, the exposure says how much each
   * weighs.
   */
  readonly period: string;
  /** How many complaints or low scores; a whole number of at least 0. */
  readonly count: number;
  /**
   * Out of how much: orders, customers or days for the model `poisson`, any number above 0; answers for the model
   * `binomial`, a whole number of at least `count`.
   */
  readonly exposure: number;
}

/**
 * What a count is: `poisson` when a customer may complain more than once or the exposure is time; `binomial` when
 * it is so many low answers out of so many answers.
 */
export type ThemeModel = "poisson" | "binomial";

/** Count, exposure and rate of a theme over one or more periods. */
export interface ThemeRate {
  /** How many complaints or low scores. */
  readonly count: number;
  /** Out of how much. */
  readonly exposure: number;
  /** Count by exposure. */
  readonly rate: number;
}
