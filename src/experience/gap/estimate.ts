import type { Interval } from "../../shared/statistics/interval.js";

/** A mean over respondents and how sure it is. */
export interface Estimate {
  /** The mean over those who answered. */
  readonly mean: number;
  /** How many answered; absent where only the figure is known. */
  readonly n?: number;
  /** How many did not answer; absent where only the figure is known. */
  readonly missing?: number;
  /** Sample standard deviation, with n - 1; absent for fewer than two answers. */
  readonly standardDeviation?: number;
  /** Standard error of the mean; absent for fewer than two answers. */
  readonly standardError?: number;
  /** Student's t interval of the mean; absent for fewer than two answers or without any spread. */
  readonly interval?: Interval;
}

/** A mean with the test that its true value is zero. */
export interface TestedEstimate extends Estimate {
  /** Mean by standard error; absent for fewer than two answers or without any spread. */
  readonly t?: number;
  /** Degrees of freedom of the test. */
  readonly degreesOfFreedom?: number;
  /** Two-sided p-value that the true mean is 0; absent as `t` is. */
  readonly p?: number;
  /** The p-value adjusted by Holm's method for the number of factors tested together. */
  readonly pHolm?: number;
}

/** A mean in which respondents count by their weight, such as customer value. */
export interface WeightedEstimate {
  /** Weighted mean. */
  readonly mean: number;
  /**
   * Its standard error, by linearisation, with n / (n - 1) (Cochran 1977, Sampling Techniques, section 6.4); absent
   * for fewer than two.
   */
  readonly standardError?: number;
  /** Normal interval of the mean; absent for fewer than two answers. */
  readonly interval?: Interval;
  /** How many answers with a weight above 0. */
  readonly n: number;
  /**
   * How many equally weighted answers would be as sure: squared sum of weights by sum of squared weights (Kish
   * 1965).
   */
  readonly effectiveN: number;
}
