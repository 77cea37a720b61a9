/** A symmetric matrix by rows; both triangles are filled. @internal */
export type SymmetricMatrix = readonly (readonly number[])[];

/** A matrix after sweeping. @internal */
export interface SweptMatrix {
  /**
   * With A the part of the swept rows and columns, B their part with the others, C the others' own: minus the
   * inverse of A, the coefficients A⁻¹B, and what is left of C when A is taken out, C - BᵀA⁻¹B.
   */
  readonly matrix: SymmetricMatrix;
  /** Positions that were not swept, because those swept before leave no more of them than the tolerance. */
  readonly dependent: readonly number[];
}

/**
 * Sweeps a symmetric positive semi-definite matrix on the given positions: least squares, inverse and residual in
 * one go.
 *
 * @remarks Goodnight (1979, The American Statistician 33:149), with the signs of Lange (2010, Numerical Analysis
 * for Statisticians, 2nd edition, chapter 7), so that the result stays symmetric. A position is dependent when its
 * pivot, in the unit of its own diagonal before any sweep, does not exceed the tolerance.
 * @internal
 */
export function sweepMatrix(
  symmetric: SymmetricMatrix,
  { positions, tolerance }: { readonly positions: readonly number[]; readonly tolerance: number },
): SweptMatrix {
  const matrix = symmetric.map((row) => [...row]);
  const dependent: number[] = [];
  for (const k of positions) {
    const pivotRow = [...matrix[k]!];
    const pivot = pivotRow[k]!;
    if (!(pivot > tolerance * symmetric[k]![k]!)) {
      dependent.push(k);
      continue;
    }
    for (const [i, row] of matrix.entries()) {
      const share = pivotRow[i]! / pivot;
      for (let j = 0; j < row.length; j += 1) row[j]! -= share * pivotRow[j]!;
      row[k] = share;
    }
    matrix[k] = pivotRow.map((value) => value / pivot);
    matrix[k][k] = -1 / pivot;
  }
  return { matrix, dependent };
}

/** Eigenvalues with their eigenvectors. @internal */
export interface SymmetricEigen {
  /** Eigenvalues, in no particular order. */
  readonly values: readonly number[];
  /** `vectors[k]` is the eigenvector of length 1 of `values[k]`. */
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @remarks Cyclic Jacobi method: Golub and Van Loan (2013, Matrix Computations, 4th edition, algorithms 8.5.1 and
 * 8.5.3). Slower than tridiagonalisation and shorter, and its small eigenvalues keep their digits. An off-diagonal
 * entry counts as zero when it is below the rounding of the two diagonal entries beside it.
 * @internal
 */
export function symmetricEigen(symmetric: SymmetricMatrix): SymmetricEigen {
  const size = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const vectors = symmetric.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  let rotated = true;
  // Convergence is quadratic: about ten rounds for any size met here; the limit is a guard against a matrix with NaN.
  for (let round = 0; rotated && round < 100; round += 1) {
    rotated = false;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const entry = Math.abs(a[p]![q]!);
        if (entry <= 0.1 * Number.EPSILON * Math.sqrt(Math.abs(a[p]![p]! * a[q]![q]!))) continue;
        rotated = true;
        rotate(a, vectors, p, q);
      }
    }
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** Turns rows and columns p and q so that the entry they share becomes zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const entry = a[p]![q]!;
  const tau = (a[q]![q]! - a[p]![p]!) / (2 * entry);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  const diagonalP = a[p]![p]! - t * entry;
  const diagonalQ = a[q]![q]! + t * entry;
  turn(a[p]!, a[q]!, c, s);
  for (let i = 0; i < a.length; i += 1) {
    a[i]![p] = a[p]![i]!;
    a[i]![q] = a[q]![i]!;
  }
  a[p]![p] = diagonalP;
  a[q]![q] = diagonalQ;
  a[p]![q] = 0;
  a[q]![p] = 0;
  turn(vectors[p]!, vectors[q]!, c, s);
}

function turn(x: number[], y: number[], c: number, s: number): void {
  for (let i = 0; i < x.length; i += 1) {
    const xi = x[i]!;
    const yi = y[i]!;
    x[i] = c * xi - s * yi;
    y[i] = s * xi + c * yi;
  }
}
