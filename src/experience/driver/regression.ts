// The words of a regression: one coefficient and how sure it is, and why a regression is refused. It is done in
// `least-squares`.

/** Somebody was asked, but a column has no answer in any row: misspelt, or a question that was never put. */
export interface NoAnswers {
  /** Names the refusal. */
  readonly code: "no-answers";
  /** The columns without an answer, in the order they were named; the outcome last. */
  readonly columns: readonly string[];
}

/** A regression was asked of fewer complete rows than it has unknowns, so nothing can be said about chance. */
export interface TooFewRows {
  /** Names the refusal. */
  readonly code: "too-few-rows";
  /** Complete rows there are. */
  readonly have: number;
  /** Complete rows needed: one for every coefficient, one for the intercept, one to judge chance by. */
  readonly needed: number;
}

/** A column never varies, so nothing can depend on it, nor it on anything. */
export interface NoVariation {
  /** Names the refusal. */
  readonly code: "no-variation";
  /** The column. */
  readonly column: string;
}

/** Some columns follow from the others, so their effects cannot be told apart. */
export interface RankDeficient {
  /** Names the refusal. */
  readonly code: "rank-deficient";
  /**
   * The columns that follow from others; without these the rest can be analysed. Of an exact relation the last
   * column is named.
   */
  readonly columns: readonly string[];
  /** A column follows from others when they leave no larger share of its variance than this. */
  readonly tolerance: number;
}

/** Why a regression is refused; it is never regularised silently. */
export type RegressionRefusal = NoAnswers | TooFewRows | NoVariation | RankDeficient;

/**
 * A column depends on others when they leave at most this share of its variance: 1e-10, a variance inflation factor
 * of ten thousand million.
 *
 * Rounding alone leaves up to about 1e-13 of an exact copy; survey answers leave more than 1e-4.
 */
export const RANK_TOLERANCE = 1e-10;

/** One coefficient of a regression and how sure it is. */
export interface RegressionCoefficient {
  /** Change of the outcome for one more unit, the other columns equal; in units of the outcome. */
  readonly coefficient: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Coefficient by standard error; absent when the columns explain the outcome but for rounding. */
  readonly t?: number;
  /** Two-sided p-value that it is 0; absent together with `t`. */
  readonly p?: number;
}
