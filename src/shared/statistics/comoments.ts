import {
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../aggregation.js";

/**
 * Count, means and sums of products of deviations of several columns: what is needed to merge covariances.
 *
 * The working state of {@link comomentsCombine}, updated in place by `addInput`.
 */
export interface Comoments extends ConfiguredAccumulator {
  /** How many rows. */
  n: number;
  /** Mean of each column; 0 when there are no rows. */
  means: number[];
  /**
   * Lower triangle: `codeviations[i][j]`, for j up to i, is the sum over the rows of (column i minus its mean)
   * times (column j minus its mean).
   */
  codeviations: number[][];
}

/** Means of several columns, and how they vary together. */
export interface CovarianceSummary {
  /** How many rows. */
  readonly n: number;
  /** Mean of each column; absent when there are no rows. */
  readonly means?: readonly number[];
  /** Sample covariances, with n - 1, as a full symmetric matrix; absent for fewer than two rows. */
  readonly covariances?: readonly (readonly number[])[];
}

/**
 * Means and covariances of several columns, mergeable.
 *
 * @remarks One pass and merging after Chan, Golub and LeVeque (1979, Stanford STAN-CS-79-773, eq. 2.1), for
 * products of two columns as in Pébay (2008, Sandia report SAND2008-6212). No precision is lost to large means.
 * Merging in another order may differ in the last digits.
 * @param columns - How many columns a row has, at least 1.
 * @returns The aggregation; rows are vectors of finite numbers, plain or typed arrays.
 * @throws RangeError when the number of columns is not whole and positive, a row has another length, or a number is
 * not finite.
 * @example
 * ```ts
 * import { aggregate, comomentsCombine } from "goodwill/shared";
 *
 * const { means, covariances } = aggregate([[1, 5], [2, 3], [3, 1]], comomentsCombine(2));
 * means; // => [2, 3]
 * covariances; // => [[1, -2], [-2, 4]]
 * ```
 */
export function comomentsCombine(
  columns: number,
): Aggregation<ArrayLike<number>, Comoments, CovarianceSummary> {
  if (!Number.isSafeInteger(columns) || columns < 1) {
    throw new RangeError(`Cannot relate columns: there must be at least 1, got ${String(columns)}`);
  }
  const createAccumulator = (): Comoments => ({
    version: 1,
    configuration: `${String(columns)} columns`,
    n: 0,
    means: zeros(columns),
    codeviations: zeros(columns).map((_, i) => zeros(i + 1)),
  });
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      requireRow(row, columns);
      return addRow(accumulator, row);
    },
    mergeAccumulators: (a, b) => {
      requireSameConfiguration("comoments", [createAccumulator(), a, b]);
      return mergeComoments(a, b);
    },
    extractOutput: summarizeComoments,
  };
}

function addRow(accumulator: Comoments, row: ArrayLike<number>): Comoments {
  const { means, codeviations } = accumulator;
  const n = accumulator.n + 1;
  for (let i = 0; i < means.length; i += 1) {
    const products = codeviations[i]!;
    const scaled = (row[i]! - means[i]!) * ((n - 1) / n);
    for (let j = 0; j <= i; j += 1) products[j]! += scaled * (row[j]! - means[j]!);
  }
  // Only now, because the products above need the deviations from the old means.
  for (let i = 0; i < means.length; i += 1) means[i]! += (row[i]! - means[i]!) / n;
  accumulator.n = n;
  return accumulator;
}

function mergeComoments(a: Comoments, b: Comoments): Comoments {
  // A copy, so that rows added to the merged accumulator later leave its parts alone.
  if (a.n === 0 || b.n === 0) {
    const filled = a.n === 0 ? b : a;
    return {
      ...filled,
      means: [...filled.means],
      codeviations: filled.codeviations.map((row) => [...row]),
    };
  }
  const n = a.n + b.n;
  const distances = a.means.map((mean, i) => b.means[i]! - mean);
  return {
    ...a,
    n,
    means: a.means.map((mean, i) => (a.n * mean + b.n * b.means[i]!) / n),
    codeviations: a.codeviations.map((row, i) =>
      row.map(
        (sum, j) =>
          sum + b.codeviations[i]![j]! + distances[i]! * distances[j]! * ((a.n * b.n) / n),
      ),
    ),
  };
}

function summarizeComoments({ n, means, codeviations }: Comoments): CovarianceSummary {
  return {
    n,
    ...(n > 0 && { means: [...means] }),
    ...(n > 1 && {
      covariances: means.map((_, i) =>
        means.map((__, j) => codeviations[Math.max(i, j)]![Math.min(i, j)]! / (n - 1)),
      ),
    }),
  };
}

function requireRow(row: ArrayLike<number>, columns: number): void {
  if (row.length !== columns) {
    throw new RangeError(
      `Cannot relate columns: a row must have ${String(columns)} numbers, got ${String(row.length)}`,
    );
  }
  for (let i = 0; i < columns; i += 1) {
    if (!Number.isFinite(row[i])) {
      throw new RangeError(
        `Cannot relate columns: every number must be finite, got ${String(row[i])} in column ${String(i)}`,
      );
    }
  }
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
