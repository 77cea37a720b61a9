import { ok, refuse, type Result } from "../../shared/result.js";
import type { Comoments } from "../../shared/statistics/comoments.js";
import { fisherTail } from "../../shared/statistics/fisher.js";
import { studentTail } from "../../shared/statistics/student.js";
import { sweepMatrix, type SymmetricMatrix } from "../../shared/statistics/symmetric.js";
import {
  RANK_TOLERANCE,
  type RegressionCoefficient,
  type RegressionRefusal,
} from "./regression.js";

/** A column whose standard deviation is below this share of its mean varies by rounding only. */
const CONSTANT_TOLERANCE = 1e-14;

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
