import { ok, refuse, type Result } from "../../shared/result.js";
import type { Comoments } from "../../shared/statistics/comoments.js";
import { fisherTail, studentTail } from "../../shared/statistics/student.js";
import { sweepMatrix, type SymmetricMatrix } from "../../shared/statistics/symmetric.js";

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
export type RegressionRefusal = TooFewRows | NoVariation | RankDeficient;

/**
 * A column depends on others when they leave at most this share of its variance: 1e-10, a variance inflation factor
 * of ten thousand million.
 *
 * Rounding alone leaves up to about 1e-13 of an exact copy; survey answers leave more than 1e-4.
 */
export const RANK_TOLERANCE = 1e-10;

/** A column whose standard deviation is below this share of its mean varies by rounding only. */
const CONSTANT_TOLERANCE = 1e-14;

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

/** One column of a regression. @internal */
export interface RegressionTerm extends RegressionCoefficient {
  readonly standardizedCoefficient: number;
  readonly correlation: number;
}

/** An ordinary least squares regression with intercept. @internal */
export interface Regression {
  readonly n: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly f?: number;
  readonly p?: number;
  readonly residualStandardDeviation: number;
  readonly intercept: RegressionCoefficient;
  readonly terms: readonly RegressionTerm[];
  /** Correlations of all columns, the outcome last. */
  readonly correlations: SymmetricMatrix;
}

/**
 * Regresses the last column on the others, from their co-moments.
 *
 * @remarks Solved on the scale of correlations, where every column has the same unit, and then put back.
 * @internal
 */
export function fitRegression(
  { n, means, codeviations }: Comoments,
  names: readonly string[],
): Result<Regression, RegressionRefusal> {
  const p = names.length - 1;
  if (n < p + 2) return refuse({ code: "too-few-rows", have: n, needed: p + 2 });
  const spreads = codeviations.map((row, i) => Math.sqrt(row[i]!));
  const tooLarge = spreads.findIndex((spread) => !Number.isFinite(spread));
  if (tooLarge >= 0) {
    throw new RangeError(
      `Cannot regress: the squares of "${names[tooLarge]!}" are too large to be summed`,
    );
  }
  const constant = spreads.findIndex(
    (spread, i) => spread <= CONSTANT_TOLERANCE * Math.sqrt(n) * Math.abs(means[i]!),
  );
  if (constant >= 0) return refuse({ code: "no-variation", column: names[constant]! });

  const correlations = correlate(codeviations, spreads);
  const { matrix, dependent } = sweepMatrix(correlations, {
    positions: means.slice(0, -1).map((_, i) => i),
    tolerance: RANK_TOLERANCE,
  });
  // In the order given every column may add a little and still, seen from the end, one may add nothing.
  const hidden = means
    .slice(0, -1)
    .flatMap((_, i) => (-1 / matrix[i]![i]! > RANK_TOLERANCE ? [] : [i]));
  const determined = dependent.length > 0 ? dependent : hidden;
  if (determined.length > 0) {
    const columns = determined.map((i) => names[i]!);
    return refuse({ code: "rank-deficient", columns, tolerance: RANK_TOLERANCE });
  }

  const unexplained = Math.max(0, matrix[p]![p]!);
  const rSquared = 1 - unexplained;
  const degreesOfFreedom = n - p - 1;
  const meanSquare = unexplained / degreesOfFreedom;
  const isExact = unexplained <= RANK_TOLERANCE;
  const f = rSquared / p / meanSquare;
  const unit = (i: number): number => spreads[p]! / spreads[i]!;
  const betas = matrix[p]!.slice(0, -1);
  const coefficientOf = (coefficient: number, standardError: number): RegressionCoefficient => ({
    coefficient,
    standardError,
    ...(!isExact && testOf(coefficient / standardError, degreesOfFreedom)),
  });

  const terms = betas.map((beta, i) => ({
    ...coefficientOf(beta * unit(i), Math.sqrt(meanSquare * -matrix[i]![i]!) * unit(i)),
    standardizedCoefficient: beta,
    correlation: correlations[i]![p]!,
  }));
  const standardizedMeans = betas.map((_, i) => means[i]! / spreads[i]!);
  const meanLeverage = standardizedMeans.reduce(
    (sum, a, i) =>
      sum - standardizedMeans.reduce((inner, b, j) => inner + a * b * matrix[i]![j]!, 0),
    0,
  );
  return ok({
    n,
    rSquared,
    adjustedRSquared: 1 - meanSquare * (n - 1),
    ...(!isExact && { f, p: fisherTail(f, p, degreesOfFreedom) }),
    residualStandardDeviation: Math.sqrt(meanSquare) * spreads[p]!,
    intercept: coefficientOf(
      means[p]! - terms.reduce((sum, { coefficient }, i) => sum + coefficient * means[i]!, 0),
      Math.sqrt(meanSquare * (1 / n + meanLeverage)) * spreads[p]!,
    ),
    terms,
    correlations,
  });
}

function correlate(
  codeviations: readonly (readonly number[])[],
  spreads: readonly number[],
): number[][] {
  return spreads.map((a, i) =>
    spreads.map((b, j) => (i === j ? 1 : codeviations[Math.max(i, j)]![Math.min(i, j)]! / (a * b))),
  );
}

function testOf(t: number, degreesOfFreedom: number): { readonly t: number; readonly p: number } {
  return { t, p: Math.min(1, 2 * studentTail(Math.abs(t), degreesOfFreedom)) };
}
